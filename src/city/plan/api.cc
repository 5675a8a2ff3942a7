// Plans and tasks for programs. Approving and deciding on a later deadline need a second person
// before a page, so they are not here.
#include "city/described_api.h"
#include "city/plan/assignment_row.h"
#include "city/plan/plan.h"

namespace lantoa::city::plan {

BOOST_DESCRIBE_ENUM(Stage, Draft, Approved, Issued)

namespace {

struct PlanRow {
  static constexpr std::string_view schema = "PlanRow";
  PlanNo id;
  std::string title;
  Stage stage = Stage::Draft;
  UnitNo issuer;
  UnitNo scope;
  std::optional<std::string> number;
  std::optional<Date> issued;
  std::optional<AssignmentNo> parent;  // what it carries out
  std::uint32_t tasks = 0;
  std::uint32_t assignments = 0;
  std::uint32_t done = 0;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (),
                      (id, title, stage, issuer, scope, number, issued, parent, tasks, assignments,
                       done))

struct PlanList {
  static constexpr std::string_view schema = "PlanList";
  Paging paging;
  std::vector<PlanRow> plans;  // oldest first
};
BOOST_DESCRIBE_STRUCT(PlanList, (), (paging, plans))

struct TaskBody {
  static constexpr std::string_view schema = "Task";
  TaskNo id;
  PlanNo plan;
  std::string what;
  Rule units;
  Date due;
  Terms terms;
  std::uint32_t unsaid = 0;       // of the six points that make it clear
  std::uint32_t assignments = 0;  // done or still asked for
  std::uint32_t done = 0;
  std::optional<AmendmentNo> added_by;      // absent: issued with the plan
  std::optional<AmendmentNo> withdrawn_by;  // absent: still asked for
  // After the day of issue; until then `due` is the day as if it were issued today.
  std::optional<std::uint32_t> working_days;
};
BOOST_DESCRIBE_STRUCT(TaskBody, (),
                      (id, plan, what, units, due, terms, unsaid, assignments, done, added_by,
                       withdrawn_by, working_days))

struct PlanBody {
  static constexpr std::string_view schema = "Plan";
  PlanRow plan;
  std::uint32_t version = 0;
  Audience audience = Audience::Everybody;
  std::vector<Ground> grounds;
  std::vector<Form> forms;
  std::vector<Section> sections;
  std::vector<Recipient> recipients;
  std::vector<TaskBody> tasks;
};
BOOST_DESCRIBE_STRUCT(PlanBody, (),
                      (plan, version, audience, grounds, forms, sections, recipients, tasks))

struct TaskPage {
  static constexpr std::string_view schema = "TaskWithAssignments";
  TaskBody task;
  Paging paging;  // of the assignments
  std::vector<AssignmentRow> assignments;
};
BOOST_DESCRIBE_STRUCT(TaskPage, (), (task, paging, assignments))

struct TaskDraft {
  static constexpr std::string_view schema = "TaskDraft";
  std::string what;
  std::optional<std::vector<organisation::Kind>> kinds;  // every unit of these in the plan's scope
  std::optional<std::string> code;                       // or the unit of this code
  std::optional<Date> due;                               // either this
  std::optional<Terms> terms;
  std::optional<std::uint32_t> working_days;  // or so many after the day of issue
  std::optional<GroupNo> group;               // or its units in the plan's scope
};
BOOST_DESCRIBE_STRUCT(TaskDraft, (), (what, kinds, code, due, terms, working_days, group))

struct PlanDraft {
  static constexpr std::string_view schema = "PlanDraft";
  UnitNo issuer;
  std::string title;
  std::optional<Audience> audience;
  std::optional<std::vector<Ground>> grounds;
  std::optional<std::vector<Form>> forms;
  std::optional<std::vector<Section>> sections;
  std::optional<std::vector<Recipient>> recipients;
  std::optional<AssignmentNo> parent;  // of the issuer, which the plan carries out
};
BOOST_DESCRIBE_STRUCT(PlanDraft, (),
                      (issuer, title, audience, grounds, forms, sections, recipients, parent))

struct PlanChange {
  static constexpr std::string_view schema = "PlanChange";
  std::uint32_t seen_version = 0;
  std::string title;
  Audience audience = Audience::Everybody;
  std::vector<Ground> grounds;
  std::optional<std::vector<Form>> forms;
  std::optional<std::vector<Section>> sections;
  std::optional<std::vector<Recipient>> recipients;
};
BOOST_DESCRIBE_STRUCT(PlanChange, (),
                      (seen_version, title, audience, grounds, forms, sections, recipients))

struct TaskChange {
  static constexpr std::string_view schema = "TaskChange";
  std::uint32_t seen_version = 0;  // of the plan
  std::string what;
  std::optional<Date> due;  // either this
  Terms terms;
  std::optional<std::uint32_t> working_days;  // or so many after the day of issue
};
BOOST_DESCRIBE_STRUCT(TaskChange, (), (seen_version, what, due, terms, working_days))

struct SeenVersion {
  static constexpr std::string_view schema = "SeenVersion";
  std::uint32_t seen_version = 0;
};
BOOST_DESCRIBE_STRUCT(SeenVersion, (), (seen_version))

struct PlanCopy {
  static constexpr std::string_view schema = "PlanCopy";
  std::string title;
  Date start;  // when the new one is meant to be issued
};
BOOST_DESCRIBE_STRUCT(PlanCopy, (), (title, start))

struct PlanIssue {
  static constexpr std::string_view schema = "PlanIssue";
  std::string number;
  Date on;
};
BOOST_DESCRIBE_STRUCT(PlanIssue, (), (number, on))

TaskBody task_body(const Task& task, const Needs& needs) {
  const Date due = day_now(task, needs.calendar.today(), needs.workdays);
  TaskBody out{task.no,      task.plan,      task.what, task.rule, due, task.terms,
               unsaid(task), task.counted(), task.done, {},        {},  task.working_days};
  if (task.added) out.added_by = task.added;
  if (task.withdrawn) out.withdrawn_by = task.withdrawn;
  return out;
}

PlanRow plan_row(const State& state, const Plan& plan) {
  PlanRow row{plan.no, plan.title, plan.stage, plan.issuer, plan.scope, {}, {}, {}, 0, 0, 0};
  if (plan.parent) row.parent = plan.parent;
  if (plan.stage == Stage::Issued) {
    row.number = plan.number;
    row.issued = plan.issued;
  }
  for (const TaskNo no : plan.tasks) {
    const Task& task = state.task(no);
    ++row.tasks;
    row.assignments += task.counted();
    row.done += task.done;
  }
  return row;
}

PlanList list_of(const State& state, const Visit& visit) {
  PlanList out;
  out.paging = page_of(visit, state.plans(), [&](std::uint32_t row) {
    out.plans.push_back(plan_row(state, state.plan(PlanNo{row + 1})));
  });
  return out;
}

PlanBody body_of(const State& state, const Needs& needs, const Plan& plan) {
  PlanBody out{plan_row(state, plan),
               plan.version,
               plan.audience,
               plan.grounds,
               plan.forms,
               plan.sections,
               plan.recipients,
               {}};
  for (const TaskNo no : plan.tasks) out.tasks.push_back(task_body(state.task(no), needs));
  return out;
}

Result<TaskPage> task_page(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo plan, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const TaskNo no, visit.number<TaskNo>("task"));
  TRY_ASSIGN(const Task* task, find_task(state, plan, no));
  TaskPage out;
  const Date today = needs.calendar.today();
  out.task = task_body(*task, needs);
  out.paging = page_of(visit, task->assignments.size(), [&](std::uint32_t row) {
    out.assignments.push_back(assignment_row(state, task->assignments[row], today));
  });
  return out;
}

void install_looks(App& app, const State& state, const Needs& needs) {
  api_get<PlanList>(app,
                    {"plan.list",
                     "/plans",
                     Right::SeePlans,
                     Scope::Read,
                     {"Các kế hoạch, cũ trước", "Plans, oldest first"},
                     {api::page_parameter()}},
                    [&app, &state](const Visit& visit) -> Result<PlanList> {
                      return app.engine.read([&] { return list_of(state, visit); });
                    });
  api_get<PlanBody>(app,
                    {"plan.show",
                     "/plans/{plan}",
                     Right::SeePlans,
                     Scope::Read,
                     {"Một kế hoạch với mọi phần và nhiệm vụ", "A plan with its parts and tasks"}},
                    [&app, &state, needs](const Visit& visit) -> Result<PlanBody> {
                      TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
                      return app.engine.read([&]() -> Result<PlanBody> {
                        TRY_ASSIGN(const Plan* plan, state.find(no));
                        return body_of(state, needs, *plan);
                      });
                    });
  api_get<TaskPage>(app,
                    {"task.show",
                     "/plans/{plan}/tasks/{task}",
                     Right::SeePlans,
                     Scope::Read,
                     {"Một nhiệm vụ và từng đơn vị được giao", "A task and each unit that has it"},
                     {api::page_parameter()}},
                    [&app, &state, needs](const Visit& visit) {
                      return app.engine.read([&] { return task_page(state, needs, visit); });
                    });
}

Result<void> check_units(const TaskDraft& body) {
  const int has_kinds = body.kinds && !body.kinds->empty() ? 1 : 0;
  const int has_code = body.code && !body.code->empty() ? 1 : 0;
  const int has_group = body.group && *body.group ? 1 : 0;
  if (has_kinds + has_code + has_group == 1) return {};
  return problem(Code::Invalid,
                 {"Hãy gửi đúng một trong ba: “kinds” (mọi đơn vị thuộc các loại này), “code” (một "
                  "đơn vị) hoặc “group” (một nhóm đơn vị).",
                  "Send exactly one of “kinds” (every unit of these kinds), “code” (one unit) and "
                  "“group” (a group of units)."},
                 "kinds");
}

// Of a plan: its page and its path in the API.
api::Spec on_plan(std::string id, std::string path, Text summary) {
  return {std::move(id),
          std::move(path),
          Right::DraftPlan,
          Scope::Plans,
          std::move(summary),
          {},
          "/ke-hoach/{plan}",
          "/plans/{plan}",
          {{fields::recipients, "recipients"},
           {fields::parent, "parent"},
           {fields::doer, "terms.doer"},
           {fields::responsibility, "terms.responsibility"},
           {fields::authority, "terms.authority"},
           {fields::result, "terms.result"},
           {fields::partners, "terms.partners"},
           {"units", "kinds"},
           {fields::group, "group"},
           {fields::of(Part::Purpose), "sections"},
           {fields::of(Part::Content), "sections"},
           {fields::of(Part::Budget), "sections"},
           {fields::of(Part::Reporting), "sections"}}};
}

void install_plan_acts(App& app, const State& state, const Needs& needs) {
  api_post<PlanDraft>(
      app, on_plan("plan.draft", "/plans", {"Soạn kế hoạch mới", "Draft a plan"}),
      [&app, &state, needs](const Visit&, PlanDraft body) -> Result<Order> {
        const UnitNo scope =
            app.engine.read([&] { return scope_of(needs.organisation, body.issuer); });
        return make_order(state, needs,
                          DraftPlan{body.issuer,
                                    scope,
                                    std::move(body.title),
                                    body.audience.value_or(Audience::Everybody),
                                    body.grounds.value_or(std::vector<Ground>()),
                                    "",
                                    body.forms.value_or(std::vector<Form>()),
                                    {},
                                    body.sections.value_or(std::vector<Section>()),
                                    body.recipients.value_or(std::vector<Recipient>()),
                                    body.parent.value_or(AssignmentNo{})});
      });
  api_post<PlanChange>(
      app, on_plan("plan.change", "/plans/{plan}", {"Sửa kế hoạch", "Change a plan"}),
      [&state, needs](const Visit& visit, PlanChange body) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        return make_order(state, needs,
                          ChangePlan{no, body.seen_version, std::move(body.title), body.audience,
                                     std::move(body.grounds), std::move(body.forms),
                                     std::move(body.sections), std::move(body.recipients)});
      });
  api_post<PlanCopy>(
      app,
      on_plan("plan.copy", "/plans/{plan}/copy",
              {"Soạn kế hoạch mới theo kế hoạch này", "Draft a new plan after this one"}),
      [&state, needs](const Visit& visit, PlanCopy body) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        return make_order(state, needs, ClonePlan{no, std::move(body.title), body.start});
      });
  api_post<PlanIssue>(
      app,
      on_plan("plan.issue", "/plans/{plan}/issue",
              {"Ban hành kế hoạch đã duyệt và giao việc", "Issue an approved plan"}),
      [&state, needs](const Visit& visit, PlanIssue body) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        return make_order(state, needs, IssuePlan{no, std::move(body.number), body.on});
      });
}

void install_task_acts(App& app, const State& state, const Needs& needs) {
  api_post<TaskDraft>(
      app, on_plan("task.add", "/plans/{plan}/tasks", {"Thêm nhiệm vụ", "Add a task"}),
      [&state, needs](const Visit& visit, TaskDraft body) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        TRY(check_units(body));
        TRY_ASSIGN(const Due due, due_of_body(body.due, body.working_days, fields::due));
        return make_order(
            state, needs,
            AddTask{no, std::move(body.what),
                    body.kinds.value_or(std::vector<organisation::Kind>()), body.code.value_or(""),
                    due, body.terms.value_or(Terms{}), body.group.value_or(GroupNo{})});
      });
  api_post<TaskChange>(
      app, on_plan("task.change", "/plans/{plan}/tasks/{task}", {"Sửa nhiệm vụ", "Change a task"}),
      [&state, needs](const Visit& visit, TaskChange body) -> Result<Order> {
        TRY_ASSIGN(const PlanNo plan, visit.number<PlanNo>("plan"));
        TRY_ASSIGN(const TaskNo task, visit.number<TaskNo>("task"));
        TRY_ASSIGN(const Due due, due_of_body(body.due, body.working_days, fields::due));
        return make_order(state, needs,
                          ChangeTask{plan, task, body.seen_version, std::move(body.what), due,
                                     std::move(body.terms)});
      });
  api_post<SeenVersion>(app,
                        on_plan("task.drop", "/plans/{plan}/tasks/{task}/drop",
                                {"Bỏ nhiệm vụ khỏi dự thảo", "Drop a task from a draft"}),
                        [&state, needs](const Visit& visit, SeenVersion body) -> Result<Order> {
                          TRY_ASSIGN(const PlanNo plan, visit.number<PlanNo>("plan"));
                          TRY_ASSIGN(const TaskNo task, visit.number<TaskNo>("task"));
                          return make_order(state, needs, DropTask{plan, task, body.seen_version});
                        });
}

}  // namespace

void install_api(App& app, const State& state, Needs needs) {
  install_looks(app, state, needs);
  install_plan_acts(app, state, needs);
  install_task_acts(app, state, needs);
  install_assignments_api(app, state, needs);
}

}  // namespace lantoa::city::plan
