// What a unit has to do, and which units are behind with a task.
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/own_units.h"
#include "city/plan/plan.h"

namespace lantoa::city::plan {
namespace {

struct WorkRow {
  std::string number;
  std::string what;
  std::string unit;
  std::string plan;  // its number
  std::string plan_address;
  std::string due;
  Text state;
  std::string mark;
  bool may_log = false;
  bool may_report = false;
  std::string today;
  FormKeys keys;
};
BOOST_DESCRIBE_STRUCT(WorkRow, (),
                      (number, what, unit, plan, plan_address, due, state, mark, may_log,
                       may_report, today, keys))

struct WorkView {
  static constexpr std::string_view tpl = "src/city/plan/work.tpl";
  std::string heading;
  Text must;
  bool has_rows = false;
  std::vector<WorkRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(WorkView, (), (heading, must, has_rows, rows, pager))

Text state_in_words(const Assignment& assignment, Date today) {
  if (assignment.done) {
    const std::string on = vietnamese(*assignment.done);
    if (*assignment.done > assignment.due) return {"Xong muộn, " + on, "Done late, " + on};
    return {"Xong " + on, "Done " + on};
  }
  const std::int32_t left = assignment.due - today;
  if (left < 0) {
    const std::string days = std::to_string(-left);
    return {"Quá hạn " + days + " ngày", days + " days late"};
  }
  if (left == 0) return {"Đến hạn hôm nay", "Due today"};
  return {"Còn " + std::to_string(left) + " ngày", std::to_string(left) + " days left"};
}

Text in_words(std::uint32_t open, std::uint32_t late) {
  if (open == 0) return {"Không còn việc nào chưa xong.", "Nothing is left to do."};
  const std::string n = std::to_string(open);
  if (late == 0)
    return {n + " việc chưa xong, chưa việc nào quá hạn.", n + " not done, none late."};
  const std::string m = std::to_string(late);
  return {n + " việc chưa xong, trong đó " + m + " việc quá hạn.",
          n + " not done, " + m + " of them late."};
}

std::string mark_of(const Assignment& assignment, Date today) {
  if (assignment.done) return "state-done";
  if (assignment.due < today) return "state-late";
  return assignment.due - today <= 7 ? "state-risk" : "state-idle";
}

// Late first, then by deadline, then what is done.
void sort_red_first(std::vector<AssignmentNo>& list, const State& state) {
  std::stable_sort(list.begin(), list.end(), [&](AssignmentNo a, AssignmentNo b) {
    const Assignment& one = state.assignment(a);
    const Assignment& other = state.assignment(b);
    return std::pair(one.done.has_value(), one.due) < std::pair(other.done.has_value(), other.due);
  });
}

WorkView fill(const State& state, const Needs& needs, const Visit& visit,
              std::vector<AssignmentNo> list, const std::string& address) {
  const Date today = needs.calendar.today();
  sort_red_first(list, state);
  WorkView view;
  const auto count = static_cast<std::uint32_t>(list.size());
  view.has_rows = count != 0;
  view.pager = make_pager(count, visit.page(), address);
  std::uint32_t late = 0;
  std::uint32_t open = 0;
  for (const AssignmentNo no : list) {
    const Assignment& assignment = state.assignment(no);
    if (!assignment.done) ++open;
    if (assignment.is_late(today)) ++late;
  }
  view.must = in_words(open, late);
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(count, first + rows_per_page); ++i) {
    const Assignment& assignment = state.assignment(list[i]);
    const Task& task = state.task(assignment.task);
    const Plan& plan = state.plan(task.plan);
    const bool may = needs.organisation.allows(visit.actor, Right::ReportTask, assignment.unit);
    view.rows.push_back({std::to_string(assignment.no.value), task.what,
                         needs.organisation.unit(assignment.unit).name, plan.number,
                         "/ke-hoach/" + std::to_string(plan.no.value), vietnamese(assignment.due),
                         state_in_words(assignment, today), mark_of(assignment, today), may,
                         may && !assignment.done, vietnamese(today), form_keys(visit)});
  }
  return view;
}

// The assignments of the units for which the actor reports: those his grants name, not all below.
std::vector<AssignmentNo> own_work(const State& state, const Actor& actor) {
  std::vector<AssignmentNo> list;
  for (const UnitNo unit : own_units(actor, Right::ReportTask)) {
    list.insert(list.end(), state.of_unit(unit).begin(), state.of_unit(unit).end());
  }
  return list;
}

}  // namespace

void install_work(App& app, const State& state, Needs needs) {
  const Text heading{"Nhiệm vụ của đơn vị", "Our tasks"};
  const Page own = [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
    auto view = app.engine.read(
        [&] { return fill(state, needs, visit, own_work(state, visit.actor), "/nhiem-vu"); });
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
