// The records behind a figure: each receipt of a unit and everything below it, newest first, by
// number of its fact in the ledger. Names only to the unit's own officer, who may also correct.
#include <boost/describe.hpp>

#include "city/reach/lens.h"
#include "city/reach/reach.h"

namespace lantoa::city::reach {
namespace {

struct ReceiptRow {
  std::string seq;
  std::string at;
  std::string at_iso;
  std::string who;
  std::string unit;
  Text how;
  bool by_proxy = false;
  std::optional<std::string> link_by;  // whose hand gave out the link that was good then
  bool corrected = false;
  bool may_correct = false;
  std::string person;
  std::string action;
  FormKeys keys;
};
BOOST_DESCRIBE_STRUCT(ReceiptRow, (),
                      (seq, at, at_iso, who, unit, how, by_proxy, link_by, corrected, may_correct,
                       person, action, keys))

struct ReceiptsView {
  static constexpr std::string_view tpl = "src/city/reach/receipts.tpl";
  std::string title;
  std::string unit;
  std::uint32_t persons = 0;   // reached, the figure that was clicked
  std::uint32_t receipts = 0;  // records, corrected ones included
  std::string back;
  std::optional<std::string> filter;  // what the figure counts, in words
  bool has_rows = false;
  std::vector<ReceiptRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ReceiptsView, (),
                      (title, unit, persons, receipts, back, filter, has_rows, rows, pager))

struct Line {
  const ReceiptFact* fact;
  PersonNo person;
};

// Newest first. Through a filter only what counts there and then; otherwise corrected ones as well.
std::vector<Line> lines_of(const State& state, const organisation::State& organisation,
                           const Item& item, UnitNo unit, const Filter& filter) {
  std::vector<Line> out;
  if (!filter.is_plain()) {
    const auto counted = evidence(state, organisation, item, unit, filter);
    for (auto one = counted.rbegin(); one != counted.rend(); ++one) {
      for (const PersonNo person : one->persons) out.push_back({one->receipt, person});
    }
    return out;
  }
  std::vector<bool> below(organisation.size() + 1);  // by number: the unit and all under it
  std::vector<UnitNo> open{unit};
  while (!open.empty()) {
    const organisation::Unit& one = organisation.unit(open.back());
    open.pop_back();
    below[one.no.value] = true;
    open.insert(open.end(), one.children.begin(), one.children.end());
  }
  const auto& receipts = item.receipts();
  for (auto fact = receipts.rbegin(); fact != receipts.rend(); ++fact) {
    for (const std::uint32_t number : fact->persons) {
      if (below[state.home(PersonNo{number}).value]) out.push_back({&*fact, PersonNo{number}});
    }
  }
  return out;
}

struct Shown {
  ReceiptsView view;
  // Rows whose name is read from the vault, and those who gave out the link of a row.
  std::vector<std::pair<std::size_t, PersonNo>> to_name;
  std::vector<std::pair<std::size_t, PersonNo>> issuers;
};

ReceiptRow row_of(const State& state, const Needs& needs, const Item& item, const Line& line,
                  const Figures& figures, const Visit& visit) {
  const UnitNo home = state.home(line.person);
  ReceiptRow row;
  row.seq = std::to_string(line.fact->seq);
  row.at = vietnamese(line.fact->at);
  row.at_iso = iso_minute_vietnam(line.fact->at);
  row.person = std::to_string(line.person.value);
  row.who = Text{"Cán bộ số " + row.person, "Person no. " + row.person}.in(visit.language);
  row.unit = figures.hide(home) ? Text{"Đơn vị ít người", "A small unit"}.in(visit.language)
                                : needs.organisation.unit(home).name;
  row.how = title(line.fact->channel);
  row.by_proxy = static_cast<bool>(line.fact->by);
  row.corrected = item.is_corrected(line.fact->seq, line.person);
  row.may_correct =
      !row.corrected && is_own_unit(needs.organisation, visit.actor, Right::CorrectReceipt, home);
  row.action =
      "/do-phu/" + std::to_string(item.no().value) + "/ghi-nhan/" + row.seq + "/dinh-chinh";
  row.keys = form_keys(visit);
  return row;
}

// The officer whose hand gave out the personal link that was good when the person confirmed: he
// could have followed it himself, so readers of the record are told.
PersonNo link_issuer(const Needs& needs, const Line& line) {
  if (line.fact->by || line.fact->channel != Channel::Portal) return {};
  const PersonNo by = needs.identity.link_issuer(line.person, line.fact->seq);
  return by == line.person ? PersonNo{} : by;
}

std::string through(const Lens& lens, Language language) {
  std::string out;
  const auto add = [&](const Text& what) { out += (out.empty() ? "" : ", ") + what.in(language); };
  if (lens.channel) add(title(*lens.channel));
  if (lens.key_officials) add({"cán bộ chủ chốt", "key officials"});
  if (lens.day) {
    const std::string day = vietnamese(*lens.day);
    add({"tới hết ngày " + day, "as at the end of " + day});
  }
  return out;
}

Result<Shown> look(const State& state, const Needs& needs, const Item& item, UnitNo unit,
                   const Visit& visit) {
  TRY_ASSIGN(Lens lens, read_lens(visit, needs.calendar));
  lens.kind.reset();
  const Figures figures(state, needs.organisation, item, lens.filter(), visit.actor);
  if (figures.hide(unit)) {
    return problem(
        Code::Forbidden,
        {"Đơn vị này có quá ít người nên chỉ cán bộ của chính đơn vị xem được từng ghi nhận.",
         "This unit is so small that only its own officer sees the single records."});
  }
  Shown shown;
  ReceiptsView& view = shown.view;
  const auto lines = lines_of(state, needs.organisation, item, unit, lens.filter());
  view.title = title_of(item, needs.content);
  view.unit = needs.organisation.unit(unit).name;
  view.persons = figures.count(unit).reached;
  view.receipts = static_cast<std::uint32_t>(lines.size());
  view.back = address(item.no(), unit) + lens.query();
  if (!lens.filter().is_plain()) view.filter = through(lens, visit.language);
  view.has_rows = !lines.empty();
  view.pager = make_pager(view.receipts, visit.page(),
                          address(item.no(), unit) + "/ghi-nhan" + lens.query());
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(view.receipts, first + rows_per_page); ++i) {
    view.rows.push_back(row_of(state, needs, item, lines[i], figures, visit));
    const PersonNo issuer = link_issuer(needs, lines[i]);
    if (issuer) shown.issuers.emplace_back(view.rows.size() - 1, issuer);
    if (is_own_unit(needs.organisation, visit.actor, Right::SeeNames,
                    state.home(lines[i].person))) {
      shown.to_name.emplace_back(view.rows.size() - 1, lines[i].person);
    }
  }
  return shown;
}

Result<Order> order_correction(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const ItemNo item, visit.number<ItemNo>("item"));
  TRY_ASSIGN(const auto receipt, visit.number<Id<struct SeqTag>>("receipt"));
  return make_order(state, needs,
                    CorrectReceipt{item, receipt.value, PersonNo{visit.typed_number("person")},
                                   std::string(visit.typed("reason"))});
}

}  // namespace

void install_receipts(App& app, const State& state, Needs needs) {
  app.routes.get("/do-phu/{item}/{unit}/ghi-nhan", Right::SeePlans,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const ItemNo item_no, visit.number<ItemNo>("item"));
                   TRY_ASSIGN(const UnitNo unit, visit.number<UnitNo>("unit"));
                   std::vector<App::Crumb> path;
                   auto shown = app.engine.read([&]() -> Result<Shown> {
                     TRY_ASSIGN(const Item* item, state.find(item_no));
                     TRY(needs.organisation.find(unit));
                     path = crumbs(needs.organisation, item_no, unit, visit.language);
                     return look(state, needs, *item, unit, visit);
                   });
                   if (!shown) return tl::unexpected(std::move(shown).error());
                   for (const auto& [row, person] : shown->to_name) {
                     shown->view.rows[row].who = app.name_of(person, visit.language);
                   }
                   for (const auto& [row, person] : shown->issuers) {
                     shown->view.rows[row].link_by = app.name_of(person, visit.language);
                   }
                   path.back().path = shown->view.back;
                   path.push_back({Text{"Ghi nhận", "Records"}.in(visit.language), {}});
                   return app.show(
                       visit, {"Ghi nhận: " + shown->view.unit, "Records: " + shown->view.unit},
                       shown->view, std::move(path));
                 });
  app.routes.post(
      "/do-phu/{item}/ghi-nhan/{receipt}/dinh-chinh", Right::CorrectReceipt,
      [&state, needs](const Visit& visit) { return order_correction(state, needs, visit); });
}

}  // namespace lantoa::city::reach
