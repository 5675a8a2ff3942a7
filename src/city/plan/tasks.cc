// One task of a plan that is still drafted: its work, its deadline, and what makes it clear to whom
// it is given ("6 rõ").
#include <boost/describe.hpp>

#include "city/due_field.h"
#include "city/plan/due_words.h"

namespace lantoa::city::plan {
namespace {

struct TermField {
  std::string name;  // and id
  Text label;
  Text hint;
  std::string value;
  std::optional<std::string> error;
};
BOOST_DESCRIBE_STRUCT(TermField, (), (name, label, hint, value, error))

struct PresentTerm {
  Text label;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(PresentTerm, (), (label, value))

struct PresentTask {
  std::string work;
  Text until;
  std::vector<PresentTerm> present_terms;
};
BOOST_DESCRIBE_STRUCT(PresentTask, (), (work, until, present_terms))

struct ChangedTaskView {
  static constexpr std::string_view tpl = "src/city/plan/task.tpl";
  FormKeys keys;
  std::string action;
  std::string back;
  std::string version;
  Text units;
  std::optional<PresentTask> present;  // somebody changed the plan meanwhile
  Field what, due;
  Text due_hint;
  std::vector<TermField> terms;
};
BOOST_DESCRIBE_STRUCT(ChangedTaskView, (),
                      (keys, action, back, version, units, present, what, due, due_hint, terms))

struct Term {
  const char* name;
  Text label;
  Text hint;
  std::string Terms::* value;
};

const std::vector<Term>& all_terms() {
  static const std::vector<Term> all{
      {fields::doer,
       {"Rõ người: ai làm", "Who does it"},
       {"Chức danh hoặc bộ phận, không ghi tên riêng. Ví dụ: công chức tư pháp – hộ tịch",
        "A position or an office, no person's name"},
       &Terms::doer},
      {fields::responsibility,
       {"Rõ trách nhiệm: ai chịu trách nhiệm", "Who answers for it"},
       {"Ví dụ: Chủ tịch Ủy ban nhân dân phường", "For example: the ward's chairman"},
       &Terms::responsibility},
      {fields::authority,
       {"Rõ thẩm quyền: ai quyết định khi vướng mắc", "Who decides what comes up"},
       {"Ví dụ: Sở Tư pháp hướng dẫn nghiệp vụ; Ủy ban nhân dân quận quyết định kinh phí",
        "For example: the department of justice guides, the district decides on money"},
       &Terms::authority},
      {fields::result,
       {"Rõ kết quả: xong thì có gì", "What there is when it is done"},
       {"Ví dụ: mọi cán bộ, công chức xác nhận đã đọc; 4 bản tin truyền thanh",
        "For example: every official has confirmed; four bulletins on the loudspeakers"},
       &Terms::result},
      {fields::partners,
       {"Đơn vị phối hợp", "Who works with them"},
       {"Có thể để trống", "May be left empty"},
       &Terms::partners},
  };
  return all;
}

Terms read_terms(const Visit& visit) {
  Terms out;
  for (const Term& term : all_terms()) out.*(term.value) = std::string(visit.typed(term.name));
  return out;
}

struct Found {
  const Plan* plan = nullptr;
  const Task* task = nullptr;
};

Result<Found> find(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const TaskNo task_no, visit.number<TaskNo>("task"));
  Found out;
  TRY_ASSIGN(out.plan, state.find(no));
  TRY_ASSIGN(out.task, find_task(state, no, task_no));
  TRY(needs.organisation.require(visit.actor, Right::DraftPlan, out.plan->issuer));
  if (out.plan->stage == Stage::Issued || out.task->dropped) {
    return problem(Code::Conflict,
                   {"Kế hoạch đã ban hành hoặc đã bỏ nhiệm vụ này nên không sửa được nữa.",
                    "The plan has been issued or this task dropped; it can no longer be changed."});
  }
  return out;
}

PresentTask present(const Task& task, const Needs& needs) {
  PresentTask out{task.what, due_before_issue(due_of(task), needs), {}};
  for (const Term& term : all_terms()) {
    const std::string& value = task.terms.*(term.value);
    if (!value.empty()) out.present_terms.push_back({term.label, value});
  }
  return out;
}

Result<ChangedTaskView> fill(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const Found found, find(state, needs, visit));
  const Task& task = *found.task;
  ChangedTaskView view;
  view.keys = form_keys(visit);
  view.back = "/ke-hoach/" + std::to_string(found.plan->no.value);
  view.action = view.back + "/nhiem-vu/" + std::to_string(task.no.value) + "/sua";
  // Whoever has seen the present text beside his own can send his own.
  const bool conflict =
      visit.failure != nullptr && visit.typed_number("version") != found.plan->version;
  view.version = std::to_string(found.plan->version);
  if (conflict) view.present = present(task, needs);
  view.units = describe(task, needs.organisation);
  view.what = field(visit, fields::what, task.what);
  view.due = field(visit, fields::due, write_due(due_of(task), visit.language));
  view.due_hint = due_hint();
  for (const Term& term : all_terms()) {
    Field typed = field(visit, term.name, task.terms.*(term.value));
    view.terms.push_back(
        {term.name, term.label, term.hint, std::move(typed.value), std::move(typed.error)});
  }
  return view;
}

}  // namespace

void install_tasks(App& app, const State& state, Needs needs) {
  const Text heading{"Sửa nhiệm vụ", "Change the task"};
  const Page form = [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const ChangedTaskView view,
               app.engine.read([&] { return fill(state, needs, visit); }));
    return app.show(visit, heading, view,
                    {{Text{"Kế hoạch", "Plans"}.in(visit.language), "/ke-hoach"},
                     {Text{"Kế hoạch này", "This plan"}.in(visit.language), view.back},
                     {heading.in(visit.language), {}}});
  };
  app.routes.get("/ke-hoach/{plan}/nhiem-vu/{task}/sua", Right::DraftPlan, form);
  app.routes.post(
      "/ke-hoach/{plan}/nhiem-vu/{task}/sua", Right::DraftPlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const PlanNo plan, visit.number<PlanNo>("plan"));
        TRY_ASSIGN(const TaskNo task, visit.number<TaskNo>("task"));
        TRY_ASSIGN(const Due due, typed_due(visit, fields::due, CountedFrom::Issue));
        return make_order(
            state, needs,
            ChangeTask{plan, task, visit.typed_number("version"),
                       std::string(visit.typed(fields::what)), due, read_terms(visit)});
      },
      form);
}

}  // namespace lantoa::city::plan
