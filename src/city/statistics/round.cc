// A round at a unit: how many handed in, what it adds up to, who is missing; as a table or a file.
#include "city/field.h"
#include "city/statistics/roll_up.h"
#include "city/statistics/statistics.h"
#include "platform/sheet/csv_writer.h"

namespace lantoa::city::statistics {
namespace {

struct SumRow {
  std::string code;
  Text title;
  Text measure;
  std::string address;
  std::uint64_t sum = 0;
  std::optional<std::uint64_t> frozen;  // where it was added up otherwise when the round was closed
};
BOOST_DESCRIBE_STRUCT(SumRow, (), (code, title, measure, address, sum, frozen))

struct ChildRow {
  std::string name;
  std::string below;  // its own page of the round
  std::uint32_t counted = 0;
  std::uint32_t asked = 0;
  std::uint32_t in_time = 0;
};
BOOST_DESCRIBE_STRUCT(ChildRow, (), (name, below, counted, asked, in_time))

struct UnitRow {
  std::string name;
  std::string address;
  Text standing;
  std::string mark;
  std::string at;
  bool is_late = false;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (name, address, standing, mark, at, is_late))

// For those who close it and let single units in afterwards.
struct Steer {
  FormKeys keys;
  std::string close, allow;
  bool is_open = true;
  std::uint32_t missing = 0;
  Field code, until, reason;
  bool failed = false;
};
BOOST_DESCRIBE_STRUCT(Steer, (),
                      (keys, close, allow, is_open, missing, code, until, reason, failed))

struct ClosingLine {
  std::string closed_at;
  std::uint64_t position = 0;
  std::uint32_t counted_then = 0;
};
BOOST_DESCRIBE_STRUCT(ClosingLine, (), (closed_at, position, counted_then))

struct RoundView {
  static constexpr std::string_view tpl = "src/city/statistics/round.tpl";
  Text form;
  Text origin;
  std::string period;
  std::string unit;
  std::optional<std::string> above;  // address
  std::string above_name;
  std::string due_iso, due;
  std::uint32_t asked = 0, counted = 0, in_time = 0, accepted = 0;
  std::optional<ClosingLine> closing;
  std::vector<SumRow> sums;
  std::string csv;
  std::vector<ChildRow> children;
  bool has_children = false;
  Chips kinds;
  std::vector<UnitRow> units;
  bool has_units = false;
  Pager pager;
  std::optional<Steer> steer;
};
BOOST_DESCRIBE_STRUCT(RoundView, (),
                      (form, origin, period, unit, above, above_name, due_iso, due, asked, counted,
                       in_time, accepted, closing, sums, csv, children, has_children, kinds, units,
                       has_units, pager, steer))

struct Asked {
  const Round* round = nullptr;
  const Form* form = nullptr;
  UnitNo unit;
};

// ?don-vi=: else one's own, and the round's scope for those who stand above it.
Result<Asked> asked_for(const State& state, const Needs& needs, const Visit& visit) {
  Asked out;
  TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
  TRY_ASSIGN(out.round, state.find(no));
  TRY_ASSIGN(out.form, form_of(*out.round));
  out.unit = UnitNo{visit.query_number("don-vi")};
  const organisation::State& tree = needs.organisation;
  if (!out.unit) {
    out.unit = visit.actor.grants.empty() ? visit.actor.home : visit.actor.grants.front().unit;
    if (!tree.is_within(out.unit, out.round->scope)) out.unit = out.round->scope;
    // An office beside those that are asked, as the council's: it sees what its city sees.
    const bool may = tree.allows(visit.actor, Right::SeePlans, out.round->scope);
    if (may && !out.round->asks(out.unit) && tree.unit(out.unit).children.empty()) {
      out.unit = out.round->scope;
    }
  }
  TRY(tree.find(out.unit));
  TRY(tree.require(visit.actor, Right::SeePlans, out.unit));
  return out;
}

std::string here(const Round& round, UnitNo unit) {
  return address_of(round.no) + "?don-vi=" + std::to_string(unit.value);
}

void fill_sums(RoundView& view, const Asked& of, const RollUp& all) {
  for (std::size_t i = 0; i < of.form->columns.size(); ++i) {
    const Column& column = of.form->columns[i];
    SumRow row{column.code,        column.title.text(),
               column.unit.text(), address_of(of.round->no, of.unit) + "/cot/" + column.code,
               all.sums[i],        {}};
    if (of.round->closing && of.unit == of.round->scope) {
      const std::uint64_t then = of.round->closing->sums[i].amount;
      if (then != row.sum) row.frozen = then;
    }
    view.sums.push_back(std::move(row));
  }
}

bool is_missing(const Round& round, UnitNo unit) {
  const Report* report = round.report(unit);
  return report == nullptr || !report->counts();
}

UnitRow unit_row(const Round& round, const organisation::State& tree, UnitNo unit) {
  const Standing standing = round.standing(unit);
  UnitRow row{tree.unit(unit).name,
              address_of(round.no, unit),
              title(standing),
              std::string(mark(standing)),
              {},
              false};
  if (const Report* report = round.report(unit)) {
    row.at = vietnamese(report->latest().at);
    row.is_late = report->in_time && *report->in_time > round.due;
  }
  return row;
}

// Those that are asked, at this unit and below, all of them or those that are missing.
void fill_units(RoundView& view, const Asked& of, const Needs& needs, const Visit& visit) {
  const bool only_missing = visit.query("xem") != "tat-ca";
  const std::vector<bool> below = needs.organisation.below(of.unit);
  std::vector<UnitNo> listed;
  std::uint32_t missing = 0, all = 0;
  for (const std::uint32_t number : of.round->units) {
    const UnitNo unit{number};
    if (!below[unit.index()]) continue;
    ++all;
    const bool is_due = is_missing(*of.round, unit);
    if (is_due) ++missing;
    if (is_due || !only_missing) listed.push_back(unit);
  }
  const std::string address = here(*of.round, of.unit);
  view.kinds.heading = {"Đơn vị nào", "Which units"};
  view.kinds.list = {{address + "#tung-don-vi", {"Chưa nộp", "Missing"}, missing, only_missing},
                     {address + "&xem=tat-ca#tung-don-vi", {"Tất cả", "All"}, all, !only_missing}};
  view.pager = make_pager(static_cast<std::uint32_t>(listed.size()), visit.page(),
                          address + (only_missing ? "" : "&xem=tat-ca"));
  const std::size_t first = std::size_t{view.pager.page - 1} * rows_per_page;
  for (std::size_t i = first; i < std::min(listed.size(), first + rows_per_page); ++i) {
    view.units.push_back(unit_row(*of.round, needs.organisation, listed[i]));
  }
  view.has_units = !view.units.empty();
}

Steer steer_of(const Round& round, std::uint32_t missing, const Visit& visit) {
  Steer out;
  out.keys = form_keys(visit);
  out.close = address_of(round.no) + "/khoa";
  out.allow = address_of(round.no) + "/nop-bo-sung";
  out.is_open = !round.closing;
  out.missing = missing;
  out.code = field(visit, fields::unit);
  out.until = field(visit, fields::until);
  out.reason = field(visit, fields::reason);
  out.failed = visit.failure != nullptr && visit.request.path == out.allow;
  return out;
}

Result<RoundView> look_at(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const Asked of, asked_for(state, needs, visit));
  const organisation::State& tree = needs.organisation;
  const std::vector<RollUp> all = roll_up(*of.round, *of.form, tree);
  const organisation::Unit& one = tree.unit(of.unit);
  RoundView view;
  view.form = of.form->title.text();
  view.origin = of.form->origin.text();
  view.period = title_of(*of.round, visit.language);
  view.unit = one.name;
  if (of.unit != of.round->scope && tree.allows(visit.actor, Right::SeePlans, one.parent)) {
    view.above = here(*of.round, one.parent);
    view.above_name = tree.unit(one.parent).name;
  }
  view.due_iso = iso(of.round->due);
  view.due = vietnamese(of.round->due);
  const RollUp& own = all[of.unit.index()];
  view.asked = own.asked;
  view.counted = own.counted;
  view.in_time = own.in_time;
  view.accepted = own.accepted;
  if (const auto& closing = of.round->closing) {
    view.closing = ClosingLine{vietnamese(closing->at), closing->position, closing->submitted};
  }
  fill_sums(view, of, own);
  view.csv = here(*of.round, of.unit) + "&dang=csv";
  for (const UnitNo child : one.children) {
    const RollUp& its = all[child.index()];
    if (its.asked == 0) continue;
    const bool is_leaf = tree.unit(child).children.empty();
    view.children.push_back({tree.unit(child).name,
                             is_leaf ? address_of(of.round->no, child) : here(*of.round, child),
                             its.counted, its.asked, its.in_time});
  }
  view.has_children = !view.children.empty();
  fill_units(view, of, needs, visit);
  if (of.unit == of.round->scope && tree.allows(visit.actor, Right::Urge, of.unit)) {
    view.steer = steer_of(*of.round, own.asked - own.counted, visit);
  }
  return view;
}

// A line a unit that is asked, in the order of the tree's numbers; what counts, else empty.
std::string file_of(const Asked& of, const organisation::State& tree) {
  sheet::CsvWriter csv;
  csv.text("ma").text("don_vi").text("tinh_trang");
  for (const Column& column : of.form->columns) csv.text(column.code + " " + column.title.vi);
  csv.end_row();
  const std::vector<bool> below = tree.below(of.unit);
  for (const std::uint32_t number : of.round->units) {
    const UnitNo unit{number};
    if (!below[unit.index()]) continue;
    csv.text(tree.unit(unit).code).text(tree.unit(unit).name);
    csv.text(title(of.round->standing(unit)).vi);
    const Report* report = of.round->report(unit);
    const bool counts = report != nullptr && report->counts();
    const auto amounts =
        counts ? amounts_of(report->latest(), *of.form) : std::vector<std::uint64_t>();
    for (std::size_t i = 0; i < of.form->columns.size(); ++i) {
      csv.number(counts ? std::to_string(amounts[i]) : "");
    }
    csv.end_row();
  }
  return csv.take();
}

Result<http::Response> as_file(const App& app, const State& state, const Needs& needs,
                               const Visit& visit) {
  TRY_ASSIGN(const auto file, app.engine.read([&]() -> Result<http::Response> {
    TRY_ASSIGN(const Asked of, asked_for(state, needs, visit));
    return http::csv(file_of(of, needs.organisation), "bao-cao-" +
                                                          std::to_string(of.round->no.value) + "-" +
                                                          std::to_string(of.unit.value) + ".csv");
  }));
  return file;
}

}  // namespace

void install_round(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    if (visit.query("dang") == "csv") return as_file(app, state, needs, visit);
    TRY_ASSIGN(const RoundView view, app.engine.read([&] { return look_at(state, needs, visit); }));
    const std::string heading = view.form.in(visit.language) + ": " + view.period;
    const Text reports{"Báo cáo", "Reports"};
    return app.show(visit, {heading, heading}, view,
                    {{reports.in(visit.language), "/bao-cao"}, {view.period, {}}});
  };
  app.routes.get("/bao-cao/{round}", Right::SeePlans, page);
  app.routes.post(
      "/bao-cao/{round}/khoa", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        return make_order(state, needs, CloseRound{no});
      },
      page);
  app.routes.post(
      "/bao-cao/{round}/nop-bo-sung", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        TRY_ASSIGN(const Date until, typed_date(visit, fields::until));
        return make_order(state, needs,
                          AllowLate{no, one_line(visit.typed(fields::unit)), until,
                                    std::string(visit.typed(fields::reason))});
      },
      page);
}

}  // namespace lantoa::city::statistics
