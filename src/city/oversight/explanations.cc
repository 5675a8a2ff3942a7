// Asking a unit why it is behind, and the page on which it answers.
#include <boost/describe.hpp>

#include "city/due_field.h"
#include "city/oversight/oversight.h"
#include "city/paragraph.h"

namespace lantoa::city::oversight {
namespace {

struct AskView {
  static constexpr std::string_view tpl = "src/city/oversight/ask.tpl";
  FormKeys keys;
  std::string action;
  std::string unit, what, due_of_task;
  std::optional<Text> late;
  Field question, due;
};
BOOST_DESCRIBE_STRUCT(AskView, (), (keys, action, unit, what, due_of_task, late, question, due))

struct AnswerForm {
  FormKeys keys;
  std::string action;
  Field answer;
};
BOOST_DESCRIBE_STRUCT(AnswerForm, (), (keys, action, answer))

struct Given {
  std::string on;
  std::vector<Paragraph> lines;
};
BOOST_DESCRIBE_STRUCT(Given, (), (on, lines))

struct ExplanationView {
  static constexpr std::string_view tpl = "src/city/oversight/explanation.tpl";
  std::string unit, what, plan, plan_address, due_of_task;
  std::string question, asked;
  Text due;
  Text state;
  std::string mark;
  std::optional<Given> given;
  std::optional<AnswerForm> form;
};
BOOST_DESCRIBE_STRUCT(ExplanationView, (),
                      (unit, what, plan, plan_address, due_of_task, question, asked, due, state,
                       mark, given, form))

Result<AskView> ask_view(const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const AssignmentNo no, visit.number<AssignmentNo>("assignment"));
  TRY_ASSIGN(const plan::Assignment* assignment, needs.plans.find(no));
  TRY(needs.organisation.require(visit.actor, Right::Urge, assignment->unit));
  AskView view;
  view.keys = form_keys(visit);
  view.action = "/don-doc/" + std::to_string(no.value) + "/giai-trinh";
  view.unit = needs.organisation.unit(assignment->unit).name;
  view.what = needs.plans.task(assignment->task).what;
  view.due_of_task = vietnamese(assignment->due);
  const std::int32_t late = needs.calendar.today() - assignment->due;
  if (late > 0) {
    const std::string days = std::to_string(late);
    view.late = Text{"quá hạn " + days + " ngày", days + " days late"};
  }
  view.question = field(visit, fields::question);
  view.due = field(visit, fields::due);
  return view;
}

Result<ExplanationView> look_at(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const ExplanationNo no, visit.number<ExplanationNo>("explanation"));
  TRY_ASSIGN(const Explanation* one, state.find(no));
  const plan::Assignment& assignment = needs.plans.assignment(one->assignment);
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, assignment.unit));
  const plan::Task& task = needs.plans.task(assignment.task);
  ExplanationView view;
  view.unit = needs.organisation.unit(assignment.unit).name;
  view.what = task.what;
  view.plan = needs.plans.plan(task.plan).number;
  view.plan_address = "/ke-hoach/" + std::to_string(task.plan.value);
  view.due_of_task = vietnamese(assignment.due);
  view.question = one->question;
  view.asked = vietnamese(one->asked);
  view.due = due_said(one->due, one->working_days);
  std::tie(view.state, view.mark) = fate_of(*one, needs.calendar.today());
  if (!one->answer && assignment.withdrawn) {
    view.state = {"Nhiệm vụ đã rút, không cần giải trình nữa",
                  "The task is withdrawn; no explanation is needed"};
    view.mark = "state-idle";
  }
  if (one->answer) view.given = Given{vietnamese(*one->answered), paragraphs_of(*one->answer)};
  if (!one->answer && needs.organisation.allows(visit.actor, Right::ReportTask, assignment.unit)) {
    view.form = AnswerForm{form_keys(visit), address_of(no), field(visit, fields::answer)};
  }
  return view;
}

void install_ask(App& app, const State& state, const Needs& needs) {
  const Page form = [&app, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const AskView view, app.engine.read([&] { return ask_view(needs, visit); }));
    const Text urging{"Đôn đốc", "Urging"};
    const Text heading{"Yêu cầu giải trình", "Ask for an explanation"};
    return app.show(visit, heading, view,
                    {{urging.in(visit.language), "/don-doc"}, {heading.in(visit.language), {}}});
  };
  app.routes.get("/don-doc/{assignment}/giai-trinh", Right::Urge, form);
  app.routes.post(
      "/don-doc/{assignment}/giai-trinh", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const AssignmentNo no, visit.number<AssignmentNo>("assignment"));
        Faults unread;
        const Due due = typed_due(visit, fields::due, CountedFrom::AnotherDay, unread);
        if (unread.any()) return tl::unexpected(std::move(unread).problem());
        return make_order(state, needs,
                          AskExplanation{no, std::string(visit.typed(fields::question)), due});
      },
      form);
}

}  // namespace

std::pair<Text, std::string> fate_of(const Explanation& one, Date today) {
  if (one.answer) return {{"Đã giải trình", "Explained"}, "state-done"};
  if (one.is_late(today)) return {{"Quá hạn giải trình", "Explanation overdue"}, "state-late"};
  return {{"Chờ giải trình", "Waiting for it"}, "state-risk"};
}

void install_explanations(App& app, const State& state, Needs needs) {
  install_ask(app, state, needs);
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const ExplanationView view,
               app.engine.read([&] { return look_at(state, needs, visit); }));
    return app.show(visit, {"Giải trình", "Explanation"}, view);
  };
  app.routes.get("/giai-trinh/{explanation}", Right::SeePlans, page);
  app.routes.post(
      "/giai-trinh/{explanation}", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ExplanationNo no, visit.number<ExplanationNo>("explanation"));
        return make_order(state, needs,
                          GiveExplanation{no, std::string(visit.typed(fields::answer))});
      },
      page);
}

}  // namespace lantoa::city::oversight
