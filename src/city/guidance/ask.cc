// Asking: about which plan, then what. Where answered questions are like it, they are shown before
// it is sent.
#include <algorithm>

#include "city/guidance/shown.h"
#include "city/opening.h"
#include "city/own_units.h"

namespace lantoa::city::guidance {
namespace {

constexpr std::size_t task_characters_shown = 90;
constexpr const char* assignment_asked = "viec";  // ?viec=12: about its task, for its unit

struct PlanRow {
  std::string address;
  std::string number;
  std::string title;
  std::string issued;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (address, number, title, issued))

struct ChooseView {
  static constexpr std::string_view tpl = "src/city/guidance/choose.tpl";
  bool has_plans = false;
  std::vector<PlanRow> plans;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ChooseView, (), (has_plans, plans, pager))

struct UnitChoice {
  std::vector<Option> units;
  std::optional<std::string> unit_error;
};
BOOST_DESCRIBE_STRUCT(UnitChoice, (), (units, unit_error))

struct AskView {
  static constexpr std::string_view tpl = "src/city/guidance/ask.tpl";
  FormKeys keys;
  std::string number;  // of the plan
  std::string title;
  std::string plan;
  std::string unit_name;  // where there is nothing to choose
  std::string unit_value;
  std::optional<UnitChoice> choice;
  bool has_tasks = false;
  std::vector<Option> tasks;
  std::optional<std::string> task_error;
  Field text;
  bool has_similar = false;
  std::vector<SimilarRow> similar;
};
BOOST_DESCRIBE_STRUCT(AskView, (),
                      (keys, number, title, plan, unit_name, unit_value, choice, has_tasks, tasks,
                       task_error, text, has_similar, similar))

// What the form is about, by what was sent or by the address.
struct Start {
  UnitNo unit;
  PlanNo plan;  // none: to be chosen
  TaskNo task;  // none: the plan as a whole
};

Result<Start> start_of(const Needs& needs, const Visit& visit) {
  Start start;
  if (visit.request.method == http::Method::Post) {
    start = {UnitNo{visit.typed_number(fields::unit)}, PlanNo{visit.typed_number(fields::plan)},
             TaskNo{visit.typed_number(fields::task)}};
  } else if (const AssignmentNo no{visit.query_number(assignment_asked)}) {
    TRY_ASSIGN(const plan::Assignment* assignment, needs.plans.find(no));
    const plan::Task& task = needs.plans.task(assignment->task);
    start = {needs.organisation.answering_for(assignment->unit), task.plan, task.no};
  } else {
    start.plan = PlanNo{visit.query_number(fields::plan)};
    start.task = TaskNo{visit.query_number(fields::task)};
  }
  if (!needs.organisation.has(start.unit)) {
    const auto own = own_units(visit.actor, Right::ReportTask);
    if (own.empty()) return tl::unexpected(not_allowed(Right::ReportTask));
    start.unit = own.front();
  }
  TRY(needs.organisation.require(visit.actor, Right::ReportTask, start.unit));
  return start;
}

ChooseView choose_view(const Needs& needs, const Visit& visit) {
  const auto all = needs.plans.issued();
  const auto rows = static_cast<std::uint32_t>(all.size());
  ChooseView view;
  view.pager = make_pager(rows, visit.page(), "/huong-dan/moi");
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    const plan::Plan& one = needs.plans.plan(all[i]);
    view.plans.push_back({asking_address(one.no), one.number, one.title, vietnamese(one.issued)});
  }
  view.has_plans = !view.plans.empty();
  return view;
}

// Whoever asks for several units chooses among them; for a unit below he comes by its task.
void fill_unit(AskView& view, const Needs& needs, const Visit& visit, UnitNo unit) {
  view.unit_name = needs.organisation.unit(unit).name;
  view.unit_value = std::to_string(unit.value);
  const auto own = own_units(visit.actor, Right::ReportTask);
  if (own.size() < 2 || std::find(own.begin(), own.end(), unit) == own.end()) return;
  UnitChoice choice;
  for (const UnitNo one : own) {
    choice.units.push_back(
        {std::to_string(one.value), needs.organisation.unit(one).name, one == unit});
  }
  choice.unit_error = field(visit, fields::unit).error;
  view.choice = std::move(choice);
}

Result<AskView> ask_view(const State& state, const Needs& needs, const Visit& visit,
                         const Start& start) {
  TRY_ASSIGN(const plan::Plan* plan, needs.plans.find(start.plan));
  if (plan->stage != plan::Stage::Issued) {
    return problem(Code::Conflict,
                   {"Kế hoạch này chưa ban hành; khi đã ban hành thì đơn vị hỏi được.",
                    "This plan is not issued yet; units can ask about it once it is."});
  }
  AskView view;
  view.keys = form_keys(visit);
  view.number = plan->number;
  view.title = plan->title;
  view.plan = std::to_string(plan->no.value);
  fill_unit(view, needs, visit, start.unit);
  for (const TaskNo no : plan->tasks) {
    if (needs.plans.task(no).withdrawn && no != start.task) continue;
    view.tasks.push_back({std::to_string(no.value),
                          opening_of(needs.plans.task(no).what, task_characters_shown),
                          no == start.task});
  }
  view.has_tasks = !view.tasks.empty();
  view.task_error = field(visit, fields::task).error;
  view.text = field(visit, fields::text);
  if (visit.failure != nullptr && visit.failure->field == fields::anyway) {
    view.similar = similar_rows(state, plan->no, visit.typed(fields::text));
  }
  view.has_similar = !view.similar.empty();
  return view;
}

std::vector<App::Crumb> crumbs(Language language, const Text& heading) {
  return {{Text{"Hướng dẫn", "Guidance"}.in(language), "/huong-dan"}, {heading.in(language), {}}};
}

}  // namespace

void install_ask(App& app, const State& state, Needs needs) {
  const Page form = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    const Text heading{"Hỏi hướng dẫn", "Ask for guidance"};
    TRY_ASSIGN(const Start start, app.engine.read([&] { return start_of(needs, visit); }));
    if (!start.plan) {
      const ChooseView view = app.engine.read([&] { return choose_view(needs, visit); });
      return app.show(visit, heading, view, crumbs(visit.language, heading));
    }
    TRY_ASSIGN(const AskView view,
               app.engine.read([&] { return ask_view(state, needs, visit, start); }));
    return app.show(visit, heading, view, crumbs(visit.language, heading));
  };
  app.routes.get("/huong-dan/moi", Right::ReportTask, form);
  app.routes.post(
      "/huong-dan/moi", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        return make_order(state, needs,
                          AskQuestion{UnitNo{visit.typed_number(fields::unit)},
                                      PlanNo{visit.typed_number(fields::plan)},
                                      TaskNo{visit.typed_number(fields::task)},
                                      std::string(visit.typed(fields::text)),
                                      visit.typed(fields::anyway) == "1"});
      },
      form);
}

}  // namespace lantoa::city::guidance
