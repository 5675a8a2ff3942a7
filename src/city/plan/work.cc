// What a unit has to do, and which units are behind with a task.
#include <algorithm>
#include <boost/describe.hpp>
#include <tuple>

#include "city/field.h"
#include "city/own_units.h"
#include "city/plan/amendment.h"
#include "city/plan/due_words.h"
#include "city/plan/grown.h"

namespace lantoa::city::plan {
namespace {

struct WorkRow {
  std::string number;
  std::string what;
  std::string unit;
  std::optional<std::string> closed;  // from which day on its unit is
  std::string plan;                   // its number
  std::string plan_address;
  std::optional<std::string> address;  // of the assignment's own page
  Text due;
  std::optional<Text> extended;
  std::vector<AmendmentNote> notes;  // what amendments made of it
  std::optional<Text> asking;        // for a later deadline
  std::optional<Text> below;         // what is open in plans that grew out of it
  Text state;
  std::string mark;
  bool may_log = false;
  bool may_report = false;
  std::string today;
  FormKeys keys;
};
BOOST_DESCRIBE_STRUCT(WorkRow, (),
                      (number, what, unit, closed, plan, plan_address, address, due, extended,
                       notes, asking, below, state, mark, may_log, may_report, today, keys))

struct WorkView {
  static constexpr std::string_view tpl = "src/city/plan/work.tpl";
  std::string heading;
  Text must;
  bool has_rows = false;
  std::vector<WorkRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(WorkView, (), (heading, must, has_rows, rows, pager))

Text in_words(std::uint32_t open, std::uint32_t late) {
  if (open == 0) return {"Không còn việc nào chưa xong.", "Nothing is left to do."};
  const std::string n = std::to_string(open);
  if (late == 0)
    return {n + " việc chưa xong, chưa việc nào quá hạn.", n + " not done, none late."};
  const std::string m = std::to_string(late);
  return {n + " việc chưa xong, trong đó " + m + " việc quá hạn.",
          n + " not done, " + m + " of them late."};
}

WorkRow row_of(const State& state, const Needs& needs, const Visit& visit,
               const Assignment& assignment, Date today) {
  const Task& task = state.task(assignment.task);
  const Plan& plan = state.plan(task.plan);
  const bool may = needs.organisation.allows(visit.actor, Right::ReportTask, assignment.unit);
  WorkRow row;
  row.number = std::to_string(assignment.no.value);
  row.what = task.what;
  row.unit = needs.organisation.unit(assignment.unit).name;
  row.closed = needs.organisation.closed_day(assignment.unit);
  row.plan = plan.number;
  row.plan_address = "/ke-hoach/" + std::to_string(plan.no.value);
  if (may_see(state, needs, visit.actor, assignment)) row.address = address_of(assignment.no);
  row.due = due_in_words(state, assignment);
  row.extended = extended_in_words(state, assignment);
  row.notes = notes_of(state, assignment);
  if (const Extension* open = state.waiting_of(assignment.no)) {
    const std::string until = vietnamese(open->until);
    row.asking =
        Text{"Đang xin gia hạn đến " + until, "More time until " + until + " is asked for"};
  }
  row.state = state_in_words(assignment, today);
  row.mark = mark_of(assignment, today);
  row.may_log = may && !assignment.withdrawn;
  row.may_report = may && assignment.is_open();
  if (row.may_report) row.below = open_below_in_words(state, assignment.no);
  row.today = vietnamese(today);
  row.keys = form_keys(visit);
  return row;
}

// Late first, then by deadline, then what is done or withdrawn; only so many as the page needs.
void sort_red_first(std::vector<AssignmentNo>& list, const State& state, std::uint32_t needed) {
  const auto rank = [&](AssignmentNo no) {
    const Assignment& one = state.assignment(no);
    return std::tuple(!one.is_open(), one.due, no);
  };
  std::partial_sort(list.begin(), list.begin() + needed, list.end(),
                    [&](AssignmentNo a, AssignmentNo b) { return rank(a) < rank(b); });
}

WorkView fill(const State& state, const Needs& needs, const Visit& visit,
              std::vector<AssignmentNo> list, const std::string& address) {
  const Date today = needs.calendar.today();
  WorkView view;
  const auto count = static_cast<std::uint32_t>(list.size());
  view.has_rows = count != 0;
  view.pager = make_pager(count, visit.page(), address);
  std::uint32_t late = 0;
  std::uint32_t open = 0;
  for (const AssignmentNo no : list) {
    const Assignment& assignment = state.assignment(no);
    if (assignment.is_open()) ++open;
    if (assignment.is_late(today)) ++late;
  }
  view.must = in_words(open, late);
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  const std::uint32_t end = std::min(count, first + rows_per_page);
  sort_red_first(list, state, end);
  for (std::uint32_t i = first; i < end; ++i) {
    view.rows.push_back(row_of(state, needs, visit, state.assignment(list[i]), today));
  }
  return view;
}

// The assignments of the units for which the actor reports: those his grants name, not all below.
// With those left behind by units that were closed below them.
std::vector<AssignmentNo> own_work(const State& state, const Needs& needs, const Actor& actor) {
  std::vector<AssignmentNo> list;
  const auto own = own_units(actor, Right::ReportTask);
  for (const UnitNo unit : needs.organisation.answered_by(own)) {
    list.insert(list.end(), state.of_unit(unit).begin(), state.of_unit(unit).end());
  }
  return list;
}

// Every assignment of the plan; ?don-vi=: only those of this unit; ?sua-doi=: those behind a figure
// of what an amendment would do.
Result<WorkView> work_of_plan(const State& state, const Needs& needs, const Visit& visit,
                              const Plan& plan) {
  std::string heading = Text{"Mọi việc của kế hoạch", "All work of the plan"}.in(visit.language);
  std::string address = "/ke-hoach/" + std::to_string(plan.no.value) + "/nhiem-vu";
  std::vector<AssignmentNo> list;
  if (!visit.query("sua-doi").empty()) {
    TRY_ASSIGN(ImpactList part, impact_list(state, needs, visit, plan));
    heading = part.heading.in(visit.language);
    address = std::move(part.address);
    list = std::move(part.list);
  } else if (visit.query("don-vi").empty()) {
    for (const TaskNo task : plan.tasks) {
      const auto& its = state.task(task).assignments;
      list.insert(list.end(), its.begin(), its.end());
    }
  } else {
    const UnitNo no{visit.query_number("don-vi")};
    TRY_ASSIGN(const organisation::Unit* unit, needs.organisation.find(no));
    heading = unit->name;
    address += "?don-vi=" + std::to_string(no.value);
    for (const AssignmentNo one : state.of_unit(no)) {
      if (state.task(state.assignment(one).task).plan == plan.no) list.push_back(one);
    }
  }
  WorkView view = fill(state, needs, visit, std::move(list), address);
  view.heading = std::move(heading);
  return view;
}

Result<http::Response> show_work_of_plan(const App& app, const State& state, const Needs& needs,
                                         const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  std::string number;
  auto view = app.engine.read([&]() -> Result<WorkView> {
    TRY_ASSIGN(const Plan* plan, state.find(no));
    number = shown_number(*plan, visit.language);
    return work_of_plan(state, needs, visit, *plan);
  });
  if (!view) return tl::unexpected(std::move(view).error());
  return app.show(visit, {view->heading, view->heading}, *view,
                  {{Text{"Kế hoạch", "Plans"}.in(visit.language), "/ke-hoach"},
                   {number, "/ke-hoach/" + std::to_string(no.value)},
                   {view->heading, {}}});
}

}  // namespace

void install_work(App& app, const State& state, Needs needs) {
  const Text heading{"Nhiệm vụ của đơn vị", "Our tasks"};
  const Page own = [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
    auto view = app.engine.read([&] {
      return fill(state, needs, visit, own_work(state, needs, visit.actor), "/nhiem-vu");
    });
    view.heading = heading.in(visit.language);
    return app.show(visit, heading, view);
  };
  app.routes.get("/nhiem-vu", Right::ReportTask, own);
  app.routes.post(
      "/nhiem-vu/{assignment}/hoan-thanh", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const AssignmentNo no, visit.number<AssignmentNo>("assignment"));
        TRY_ASSIGN(const Date on, typed_date(visit, "on"));
        return make_order(state, needs, ReportDone{no, on});
      },
      own);
  app.routes.get("/ke-hoach/{plan}/nhiem-vu", Right::SeePlans,
                 [&app, &state, needs](const Visit& visit) {
                   return show_work_of_plan(app, state, needs, visit);
                 });
  app.routes.get("/ke-hoach/{plan}/nhiem-vu/{task}", Right::SeePlans,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const PlanNo plan, visit.number<PlanNo>("plan"));
                   TRY_ASSIGN(const TaskNo no, visit.number<TaskNo>("task"));
                   const std::string address = "/ke-hoach/" + std::to_string(plan.value);
                   std::string plan_title;
                   auto view = app.engine.read([&]() -> Result<WorkView> {
                     TRY_ASSIGN(const Task* task, state.find(no));
                     if (task->plan != plan) {
                       return problem(Code::NotFound,
                                      {"Không có nhiệm vụ này.", "There is no such task."});
                     }
                     auto filled = fill(state, needs, visit, task->assignments,
                                        address + "/nhiem-vu/" + std::to_string(no.value));
                     filled.heading = task->what;
                     plan_title = state.plan(plan).number;
                     return filled;
                   });
                   if (!view) return tl::unexpected(std::move(view).error());
                   return app.show(visit, {view->heading, view->heading}, *view,
                                   {{Text{"Kế hoạch", "Plans"}.in(visit.language), "/ke-hoach"},
                                    {plan_title, address},
                                    {view->heading, {}}});
                 });
}

}  // namespace lantoa::city::plan
