// What units have to do, for programs: listed, mirrored, reported as done, a later deadline asked
// for.
#include "city/changes_api.h"
#include "city/own_units.h"
#include "city/plan/assignment_row.h"

namespace lantoa::city::plan {
namespace {

struct AssignmentList {
  static constexpr std::string_view schema = "AssignmentList";
  Paging paging;
  std::vector<AssignmentRow> assignments;  // by unit and number; with `changed_after` by `position`
  std::optional<ChangesTold> changes;      // with `changed_after`
};
BOOST_DESCRIBE_STRUCT(AssignmentList, (), (paging, assignments, changes))

struct DoneOn {
  static constexpr std::string_view schema = "DoneOn";
  Date on;
};
BOOST_DESCRIBE_STRUCT(DoneOn, (), (on))

struct ExtensionRequest {
  static constexpr std::string_view schema = "ExtensionRequest";
  Date until;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExtensionRequest, (), (until, reason))

// Whose assignments are asked for: by unit's index.
Result<std::vector<bool>> units_asked(const organisation::State& organisation, const Visit& visit) {
  if (!visit.query("unit").empty()) {
    const UnitNo unit{visit.query_number("unit")};
    TRY(organisation.find(unit));
    TRY(organisation.require(visit.actor, Right::SeePlans, unit));
    return organisation.below(unit);
  }
  std::vector<bool> out(organisation.size());
  for (const UnitNo unit : own_units(visit.actor, Right::ReportTask)) {
    if (organisation.has(unit)) out[unit.index()] = true;
  }
  return out;
}

bool is_in_state(const Assignment& one, std::string_view wanted, Date today) {
  if (wanted == "done") return one.done.has_value();
  if (wanted == "open") return one.is_open();
  if (wanted == "late") return one.is_late(today);
  return wanted.empty() || one.withdrawn;
}

AssignmentList page_of_units(const State& state, const std::vector<bool>& units, const Visit& visit,
                             Date today) {
  const std::string wanted = visit.query("state");
  std::vector<AssignmentNo> list;
  for (std::uint32_t unit = 1; unit <= units.size(); ++unit) {
    if (!units[unit - 1]) continue;
    for (const AssignmentNo no : state.of_unit(UnitNo{unit})) {
      if (is_in_state(state.assignment(no), wanted, today)) list.push_back(no);
    }
  }
  AssignmentList out;
  out.paging = page_of(visit, list.size(), [&](std::uint32_t row) {
    out.assignments.push_back(assignment_row(state, list[row], today));
  });
  return out;
}

// What a copy of those of `units` has missed; one page of it.
AssignmentList changed_of_units(const State& state, const std::vector<bool>& units,
                                const ChangesAsked& asked, const ledger::Head& head, Date today) {
  const auto page =
      state.assignment_changes().page(asked.after, head.seq, asked.bounds, [&](AssignmentNo no) {
        const std::size_t unit = state.assignment(no).unit.index();
        return unit < units.size() && units[unit];
      });
  AssignmentList out;
  for (const AssignmentNo no : page.items) {
    out.assignments.push_back(assignment_row(state, no, today));
  }
  out.paging.rows = static_cast<std::uint32_t>(page.items.size());
  out.changes = ChangesTold{page.up_to, page.more, asked.units};
  return out;
}

Result<AssignmentList> assignments_asked(const State& state, const Needs& needs, const Visit& visit,
                                         const ledger::Head& head) {
  TRY_ASSIGN(const std::vector<bool> units, units_asked(needs.organisation, visit));
  TRY_ASSIGN(const auto changes, changes_asked(visit, {"state", "page"}, head, Right::ReportTask));
  const Date today = needs.calendar.today();
  if (changes) return changed_of_units(state, units, *changes, head, today);
  TRY(check_no_limit(visit));
  return page_of_units(state, units, visit, today);
}

void install_assignment_list(App& app, const State& state, const Needs& needs) {
  using Kind = api::Parameter::Kind;
  api_get<AssignmentList>(
      app,
      {"assignment.list",
       "/assignments",
       Right::ReportTask,
       Scope::Read,
       {"Việc của đơn vị mình, hoặc của một đơn vị và cấp dưới",
        "What one's own unit has to do, or a unit with those below it"},
       with_changes({{"unit",
                      Kind::Number,
                      {"Đơn vị này và cấp dưới; không có: đơn vị mình ghi việc",
                       "This unit and those below; none: the units one reports for"}},
                     {"state",
                      Kind::Word,
                      {"Chỉ việc chưa xong, quá hạn, đã xong hay đã rút",
                       "Only what is open, late, done or withdrawn"},
                      {"open", "late", "done", "withdrawn"}},
                     api::page_parameter()})},
      [&app, &state, needs](const Visit& visit) {
        return app.engine.read(
            [&](const ledger::Head& head) { return assignments_asked(state, needs, visit, head); });
      });
}

}  // namespace

AssignmentRow assignment_row(const State& state, AssignmentNo no, Date today) {
  const Assignment& one = state.assignment(no);
  AssignmentRow row{no,
                    one.task,
                    state.task(one.task).plan,
                    one.unit,
                    one.due,
                    state.first_due(no),
                    one.done,
                    static_cast<bool>(one.withdrawn),
                    one.is_late(today),
                    {},
                    state.assignment_changes().of(no)};
  if (const Extension* open = state.waiting_of(no)) row.asked_until = open->until;
  return row;
}

void install_assignments_api(App& app, const State& state, const Needs& needs) {
  install_assignment_list(app, state, needs);
  api_post<DoneOn>(app,
                   {"assignment.complete",
                    "/assignments/{assignment}/done",
                    Right::ReportTask,
                    Scope::Plans,
                    {"Báo hoàn thành một việc của đơn vị", "Report that a unit's task is done"}},
                   [&state, needs](const Visit& visit, DoneOn body) -> Result<Order> {
                     TRY_ASSIGN(const AssignmentNo no, visit.number<AssignmentNo>("assignment"));
                     return make_order(state, needs, ReportDone{no, body.on});
                   });
  api_post<ExtensionRequest>(
      app,
      {"assignment.ask_extension",
       "/assignments/{assignment}/extensions",
       Right::ReportTask,
       Scope::Plans,
       {"Xin gia hạn một việc của đơn vị", "Ask for a later deadline of a unit's task"},
       {},
       {},
       {},
       {{fields::until, "until"}, {fields::reason, "reason"}}},
      [&state, needs](const Visit& visit, ExtensionRequest body) -> Result<Order> {
        TRY_ASSIGN(const AssignmentNo no, visit.number<AssignmentNo>("assignment"));
        return make_order(state, needs, AskExtension{no, body.until, std::move(body.reason)});
      });
}

}  // namespace lantoa::city::plan
