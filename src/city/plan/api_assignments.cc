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
  std::optional<Date> until;  // either this
  std::string reason;
  // Or so many after the present deadline, after today where that has passed.
  std::optional<std::uint32_t> working_days;
};
BOOST_DESCRIBE_STRUCT(ExtensionRequest, (), (until, reason, working_days))

// Whose assignments are asked for.
struct AssignmentsWanted {
  std::vector<bool> units;   // by index
  std::vector<UnitNo> told;  // for ChangesTold
  PlanNo plan;               // none: of every plan

  bool fits(const State& state, const Assignment& one) const {
    return one.unit.index() < units.size() && units[one.unit.index()] &&
           (!plan || state.task(one.task).plan == plan);
  }
};

// Without a unit: of a plan whatever its page shows; else what one's own units have to do, and for
// those who report for none, what they see.
Result<AssignmentsWanted> wanted_by(const State& state, const organisation::State& organisation,
                                    const Visit& visit) {
  AssignmentsWanted out;
  if (!visit.query("plan").empty()) {
    out.plan = PlanNo{visit.query_number("plan")};
    TRY(state.find(out.plan));
  }
  if (!visit.query("unit").empty()) {
    const UnitNo unit{visit.query_number("unit")};
    TRY(organisation.find(unit));
    TRY(organisation.require(visit.actor, Right::SeePlans, unit));
    out.units = organisation.below(unit);
    out.told = {unit};
    return out;
  }
  out.told = organisation.answered_by(own_units(visit.actor, Right::ReportTask));
  if (out.plan) {
    out.units.assign(organisation.size(), true);
    out.told = {organisation.root()};
  } else if (out.told.empty()) {
    out.units = organisation.allowed(visit.actor, Right::SeePlans);
    out.told = own_units(visit.actor, Right::SeePlans);
  } else {
    out.units.resize(organisation.size());
    for (const UnitNo unit : out.told) {
      if (organisation.has(unit)) out.units[unit.index()] = true;
    }
  }
  return out;
}

bool is_in_state(const Assignment& one, std::string_view wanted, Date today) {
  if (wanted == "done") return one.done.has_value();
  if (wanted == "open") return one.is_open();
  if (wanted == "late") return one.is_late(today);
  return wanted.empty() || one.withdrawn;
}

AssignmentList page_of_units(const State& state, const AssignmentsWanted& asked, const Visit& visit,
                             Date today) {
  const std::string wanted = visit.query("state");
  std::vector<AssignmentNo> list;
  for (std::uint32_t unit = 1; unit <= asked.units.size(); ++unit) {
    if (!asked.units[unit - 1]) continue;
    for (const AssignmentNo no : state.of_unit(UnitNo{unit})) {
      const Assignment& one = state.assignment(no);
      if (asked.fits(state, one) && is_in_state(one, wanted, today)) list.push_back(no);
    }
  }
  AssignmentList out;
  out.paging = page_of(visit, list.size(), [&](std::uint32_t row) {
    out.assignments.push_back(assignment_row(state, list[row], today));
  });
  return out;
}

// What a copy of those that `wanted` takes has missed; one page of it.
AssignmentList changed_of_units(const State& state, const AssignmentsWanted& wanted,
                                const ChangesAsked& asked, const ledger::Head& head, Date today) {
  const auto page = state.assignment_changes().page(
      asked.after, head.seq, asked.bounds,
      [&](AssignmentNo no) { return wanted.fits(state, state.assignment(no)); });
  AssignmentList out;
  for (const AssignmentNo no : page.items) {
    out.assignments.push_back(assignment_row(state, no, today));
  }
  out.paging.rows = static_cast<std::uint32_t>(page.items.size());
  out.changes = ChangesTold{page.up_to, page.more, wanted.told};
  return out;
}

Result<AssignmentList> assignments_asked(const State& state, const Needs& needs, const Visit& visit,
                                         const ledger::Head& head) {
  TRY_ASSIGN(const AssignmentsWanted wanted, wanted_by(state, needs.organisation, visit));
  TRY_ASSIGN(const auto changes, changes_asked(visit, {"state", "page"}, head, Right::SeePlans));
  const Date today = needs.calendar.today();
  if (changes) return changed_of_units(state, wanted, *changes, head, today);
  TRY(check_no_limit(visit));
  return page_of_units(state, wanted, visit, today);
}

void install_assignment_list(App& app, const State& state, const Needs& needs) {
  using Kind = api::Parameter::Kind;
  api_get<AssignmentList>(
      app,
      {"assignment.list",
       "/assignments",
       Right::SeePlans,
       Scope::Read,
       {"Việc của đơn vị mình, của một đơn vị và cấp dưới, hoặc của một kế hoạch",
        "What one's own unit has to do, a unit with those below it, or all of a plan"},
       with_changes({{"unit",
                      Kind::Number,
                      {"Đơn vị này và cấp dưới; không có: đơn vị mình báo việc, hoặc mọi đơn vị "
                       "xem được nếu không báo việc cho đơn vị nào",
                       "This unit and those below; none: the units one reports for, or all one may "
                       "see where one reports for none"}},
                     {"plan",
                      Kind::Number,
                      {"Chỉ việc của kế hoạch này; không có “unit” thì của mọi đơn vị",
                       "Only of this plan; without “unit” those of every unit"}},
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
        TRY_ASSIGN(const Due until, due_of_body(body.until, body.working_days, "until"));
        return make_order(state, needs, AskExtension{no, until, std::move(body.reason)});
      });
}

}  // namespace lantoa::city::plan
