// The records behind a figure, newest first: to a unit's own officer each person's, by name, to be
// corrected; to others a line for each fact, because persons by number could be found again in the
// lists of other units.
#include <algorithm>
#include <boost/describe.hpp>
#include <map>

#include "city/reach/coverage_filters.h"
#include "city/reach/reach.h"
#include "city/reach/receipt_row.h"

namespace lantoa::city::reach {
namespace {

struct ReceiptsView {
  static constexpr std::string_view tpl = "src/city/reach/receipts.tpl";
  std::string title;
  std::string unit;
  std::uint32_t persons = 0;  // reached, the figure that was clicked
  std::string receipts;       // of persons, corrected ones included
  std::string back;
  WrongDay wrong_day;
  std::optional<std::string> filter;  // what the figure counts, in words
  bool has_rows = false;
  std::vector<ReceiptLine> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ReceiptsView, (),
                      (title, unit, persons, receipts, back, wrong_day, filter, has_rows, rows,
                       pager))

// A line of the list: one person of the officer's own unit, or several of others.
struct Line {
  OneReceipt one;  // without a fact: `others`
  RecordLine others;

  Instant at() const { return one.fact != nullptr ? one.fact->at : others.at; }
};

class Gathered {
 public:
  Gathered(const State& state, const organisation::State& organisation, const Item& item,
           UnitNo unit, const Filter& filter, const Actor& actor)
      : organisation_(organisation), actor_(actor) {
    homes_ = state.homes(filter.up_to.value_or(UINT64_MAX));
    std::vector<Evidence> others;
    for (const Evidence& one : evidence(state, organisation, item, unit, filter)) {
      records_ += one.persons.size() + one.corrected.size();
      Evidence rest{one.receipt, {}, {}};
      take(one, one.persons, false, rest.persons);
      take(one, one.corrected, true, rest.corrected);
      if (!rest.persons.empty() || !rest.corrected.empty()) others.push_back(std::move(rest));
    }
    const LinesBy by = filter.key_officials ? LinesBy::Day : LinesBy::Fact;
    for (const RecordLine& line : record_lines(others, by)) lines_.push_back({.others = line});
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const Line& a, const Line& b) { return a.at() > b.at(); });
  }

  const std::vector<Line>& lines() const { return lines_; }
  std::uint64_t records() const { return records_; }

 private:
  void take(const Evidence& from, const std::vector<PersonNo>& persons, bool corrected,
            std::vector<PersonNo>& rest) {
    for (const PersonNo person : persons) {
      const UnitNo home = homes_[person.index()];
      if (is_own(home)) {
        lines_.push_back({{from.receipt, person, home, corrected}, {}});
      } else {
        rest.push_back(person);
      }
    }
  }
  bool is_own(UnitNo unit) {
    const auto [known, fresh] = own_.try_emplace(unit, false);
    if (fresh) known->second = is_own_unit(organisation_, actor_, Right::SeeNames, unit);
    return known->second;
  }

  const organisation::State& organisation_;
  const Actor& actor_;
  std::vector<UnitNo> homes_;
  std::map<UnitNo, bool> own_;
  std::vector<Line> lines_;
  std::uint64_t records_ = 0;
};

struct Shown {
  ReceiptsView view;
  // Rows whose name is read from the vault, and those who gave out the link of a row.
  std::vector<std::pair<std::size_t, PersonNo>> to_name;
  std::vector<std::pair<std::size_t, PersonNo>> issuers;
};

ReceiptRow row_of_others(const RecordLine& line, const Visit& visit) {
  ReceiptRow row;
  const bool day = line.seq == 0;
  if (!day) row.number = std::to_string(line.seq);
  row.at = day ? vietnamese(vietnam_date(line.at)) : vietnamese(line.at);
  row.at_iso = day ? iso(vietnam_date(line.at)) : iso_minute_vietnam(line.at);
  row.who = html::grouped(line.persons + line.corrected, visit.language) + " " +
            Text{"người", "persons"}.in(visit.language);
  row.how = title(line.channel);
  row.by_proxy = line.by_proxy;
  if (line.corrected != 0) row.some_corrected = html::grouped(line.corrected, visit.language);
  return row;
}

// The officer whose hand gave out the personal link that was good when the person confirmed: he
// could have followed it himself, so readers of the record are told.
PersonNo link_issuer(const Needs& needs, const OneReceipt& one) {
  if (one.fact->by || one.fact->channel != Channel::Portal) return {};
  const PersonNo by = needs.identity.link_issuer(one.person, one.fact->seq);
  return by == one.person ? PersonNo{} : by;
}

// Which unit's activity it was tells of whose persons the line is, unless they are too few.
bool may_tell_source(const Needs& needs, const Figures& figures, const RecordLine& line) {
  if (!line.activity) return false;
  const UnitNo unit = needs.activities.activity(line.activity).unit;
  return !figures.hide(unit) && figures.count(unit).audience > small_group_max;
}

Result<Shown> look(const State& state, const Needs& needs, const Item& item, UnitNo unit,
                   const Visit& visit) {
  TRY_ASSIGN(Lens lens, read_lens(visit, needs.calendar));
  lens.kind.reset();
  const Filter filter = lens.filter();
  const Figures figures(state, needs.organisation, item, filter, visit.actor);
  if (figures.hide(unit)) {
    return problem(
        Code::Forbidden,
        {"Đơn vị này có quá ít người nên chỉ cán bộ của chính đơn vị xem được từng ghi nhận.",
         "This unit is so small that only its own officer sees the single records."});
  }
  Shown shown;
  ReceiptsView& view = shown.view;
  const Gathered gathered(state, needs.organisation, item, unit, filter, visit.actor);
  const auto rows = static_cast<std::uint32_t>(gathered.lines().size());
  view.title = title_of(item, needs.content);
  view.unit = needs.organisation.unit(unit).name;
  view.persons = figures.count(unit).reached;
  view.receipts = html::grouped(gathered.records(), visit.language);
  view.back = address(item.no(), unit) + lens.query();
  view.wrong_day = wrong_day(visit, view.back);
  if (!filter.is_plain()) view.filter = lens.words(visit.language);
  view.has_rows = rows != 0;
  view.pager =
      make_pager(rows, visit.page(), address(item.no(), unit) + "/ghi-nhan" + lens.query());
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    const Line& line = gathered.lines()[i];
    if (line.one.fact == nullptr) {
      view.rows.push_back({row_of_others(line.others, visit)});
      if (may_tell_source(needs, figures, line.others)) {
        view.rows.back().receipt.source = source_of(needs, visit.actor, line.others.activity);
      }
      continue;
    }
    view.rows.push_back({row_of(state, needs, item, line.one, visit)});
    shown.to_name.emplace_back(view.rows.size() - 1, line.one.person);
    const PersonNo issuer = link_issuer(needs, line.one);
    if (issuer) shown.issuers.emplace_back(view.rows.size() - 1, issuer);
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
  app.routes.get(
      "/do-phu/{item}/{unit}/ghi-nhan", Right::SeePlans,
      asks_again({day_field}, [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
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
          shown->view.rows[row].receipt.who = app.name_of(person, visit.language);
        }
        for (const auto& [row, person] : shown->issuers) {
          shown->view.rows[row].receipt.link_by = app.name_of(person, visit.language);
        }
        path.back().path = shown->view.back;
        path.push_back({Text{"Ghi nhận", "Records"}.in(visit.language), {}});
        return app.show(visit, {"Ghi nhận: " + shown->view.unit, "Records: " + shown->view.unit},
                        shown->view, std::move(path));
      }));
  app.routes.post(
      "/do-phu/{item}/ghi-nhan/{receipt}/dinh-chinh", Right::CorrectReceipt,
      [&state, needs](const Visit& visit) { return order_correction(state, needs, visit); });
}

}  // namespace lantoa::city::reach
