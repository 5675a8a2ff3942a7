// What units handed in, one row a unit and round, for programs that keep a copy of the figures.
#include "city/changes_api.h"
#include "city/statistics/report_standing.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {
namespace {

struct ReportRow {
  static constexpr std::string_view schema = "ReportRow";
  ReportNo id;  // in the order in which the first versions came
  RoundNo round;
  UnitNo unit;
  Standing standing = Standing::Submitted;
  std::uint32_t version = 0;  // the latest, from 1
  std::vector<Cell> cells;    // of it, as `note` and the rest
  std::string note;
  Instant at;
  std::optional<std::string> returned;  // why it was sent back
  std::uint64_t position = 0;           // of the ledger, of its last change
};
BOOST_DESCRIBE_STRUCT(ReportRow, (),
                      (id, round, unit, standing, version, cells, note, at, returned, position))

struct ReportList {
  static constexpr std::string_view schema = "ReportList";
  Paging paging;
  std::vector<ReportRow> reports;      // by `id`; with `changed_after` by `position`
  std::optional<ChangesTold> changes;  // with `changed_after`
};
BOOST_DESCRIBE_STRUCT(ReportList, (), (paging, reports, changes))

struct ReportsWanted {
  std::vector<bool> units;  // by index
  RoundNo round;            // none: of every round

  bool fits(const State::ReportAt& at) const {
    return units[at.unit.index()] && (!round || at.round == round);
  }
};

Result<ReportsWanted> reports_wanted(const State& state, const organisation::State& organisation,
                                     const Visit& visit) {
  ReportsWanted out{organisation.allowed(visit.actor, Right::SeePlans), {}};
  if (!visit.query("unit").empty()) {
    const UnitNo unit{visit.query_number("unit")};
    TRY(organisation.find(unit));
    TRY(organisation.require(visit.actor, Right::SeePlans, unit));
    out.units = organisation.below(unit);
  }
  if (!visit.query("round").empty()) {
    out.round = RoundNo{visit.query_number("round")};
    TRY(state.find(out.round));
  }
  return out;
}

ReportRow report_row(const State& state, ReportNo no) {
  const State::ReportAt& at = state.report_at(no);
  const Round& round = state.round(at.round);
  const Report& report = *round.report(at.unit);
  const Version& latest = report.latest();
  return {
      no,           at.round,    at.unit,   round.standing(at.unit), report.version(),
      latest.cells, latest.note, latest.at, latest.returned,         state.report_changes().of(no)};
}

// A report never goes to another unit or round, so both narrow a copy as well.
Result<ReportList> report_list(const State& state, const organisation::State& organisation,
                               const Visit& visit, const ledger::Head& head) {
  TRY_ASSIGN(const ReportsWanted wanted, reports_wanted(state, organisation, visit));
  TRY_ASSIGN(const auto changes, changes_asked(visit, {"page"}, head, Right::SeePlans));
  const auto fits = [&](ReportNo no) { return wanted.fits(state.report_at(no)); };
  ReportList out;
  if (changes) {
    const auto page = state.report_changes().page(changes->after, head.seq, changes->bounds, fits);
    for (const ReportNo no : page.items) out.reports.push_back(report_row(state, no));
    out.paging.rows = static_cast<std::uint32_t>(page.items.size());
    out.changes = ChangesTold{page.up_to, page.more, changes->units};
    return out;
  }
  TRY(check_no_limit(visit));
  std::vector<ReportNo> found;
  for (std::uint32_t i = 1; i <= state.reports(); ++i) {
    if (fits(ReportNo{i})) found.push_back(ReportNo{i});
  }
  out.paging = page_of(visit, found.size(), [&](std::uint32_t row) {
    out.reports.push_back(report_row(state, found[row]));
  });
  return out;
}

}  // namespace

void install_reports_api(App& app, const State& state, const Needs& needs) {
  using Holds = api::Parameter::Kind;
  api_get<ReportList>(
      app,
      {"report.list",
       "/reports",
       Right::SeePlans,
       Scope::Read,
       {"Báo cáo các đơn vị đã nộp, bản mới nhất", "What units handed in, the latest version"},
       with_changes({{"unit",
                      Holds::Number,
                      {"Đơn vị này và cấp dưới; không có: mọi đơn vị xem được",
                       "This unit and those below it; none: all one may see"}},
                     {"round", Holds::Number, {"Chỉ của kỳ báo cáo này", "Only of this round"}},
                     api::page_parameter()})},
      [&app, &state, &tree = needs.organisation](const Visit& visit) {
        return app.engine.read(
            [&](const ledger::Head& head) { return report_list(state, tree, visit, head); });
      });
}

}  // namespace lantoa::city::statistics
