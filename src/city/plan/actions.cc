// The forms of a plan.
#include <boost/describe.hpp>

#include "city/due_field.h"
#include "city/plan/grown.h"

namespace lantoa::city::plan {
namespace {

struct NewView {
  static constexpr std::string_view tpl = "src/city/plan/new.tpl";
  FormKeys keys;
  std::string title;
  std::string grounds;
  std::vector<Option> issuers;
  std::optional<ParentNote> parent;  // it grows out of this
};
BOOST_DESCRIBE_STRUCT(NewView, (), (keys, title, grounds, issuers, parent))

// As the form was opened, or as it was sent and failed.
AssignmentNo parent_of(const Visit& visit) {
  const std::uint32_t sent = visit.typed_number(fields::parent);
  return AssignmentNo{sent != 0 ? sent : visit.query_number(fields::parent)};
}

Result<NewView> new_view(const State& state, const Needs& needs, const Visit& visit) {
  NewView view{form_keys(visit),
               std::string(visit.typed("title")),
               std::string(visit.typed("grounds")),
               {},
               {}};
  const UnitNo chosen{visit.typed_number(fields::issuer)};
  const AssignmentNo parent = parent_of(visit);
  if (!parent) {
    view.issuers = issuers_for(needs.organisation, visit.actor, chosen);
    return view;
  }
  TRY_ASSIGN(Seed seed, seed_of(state, needs, visit.actor, parent));
  if (visit.failure == nullptr) {
    view.title = std::move(seed.title);
    view.grounds = std::move(seed.grounds);
  }
  for (const UnitNo unit : seed.issuers) {
    view.issuers.push_back(
        {std::to_string(unit.value), needs.organisation.unit(unit).name, unit == chosen});
  }
  view.parent = std::move(seed.note);
  return view;
}

Result<Order> order_task(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  AddTask command{no, std::string(visit.typed("what")), {}, std::string(visit.typed("code")), {}};
  TRY_ASSIGN(command.due, typed_due(visit, fields::due, CountedFrom::Issue));
  const std::string_view units = visit.typed("units");
  if (const auto rule = read_choice(units, UnitNo{}); rule && rule->group) {
    command.group = *rule->group;
    return make_order(state, needs, std::move(command));
  }
  const RuleChoice* choice = find_choice(units);
  if (choice == nullptr) {
    return problem(Code::Invalid, {"Hãy chọn đơn vị nhận nhiệm vụ.", "Choose who gets the task."},
                   "units");
  }
  command.kinds = choice->kinds;
  return make_order(state, needs, std::move(command));
}

void install_new(App& app, const State& state, const Needs& needs) {
  const Text heading{"Soạn kế hoạch", "Draft a plan"};
  const Page form = [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const NewView view, app.engine.read([&] { return new_view(state, needs, visit); }));
    return app.show(visit, heading, view,
                    {{Text{"Kế hoạch", "Plans"}.in(visit.language), "/ke-hoach"},
                     {heading.in(visit.language), {}}});
  };
  app.routes.get("/ke-hoach/moi", Right::DraftPlan, form);
  app.routes.post(
      "/ke-hoach/moi", Right::DraftPlan,
      [&app, &state, needs](const Visit& visit) -> Result<Order> {
        const UnitNo issuer{visit.typed_number("issuer")};
        if (!issuer) {
          return problem(Code::Invalid, {"Hãy chọn đơn vị.", "Choose a unit."}, "issuer");
        }
        const UnitNo scope = app.engine.read([&] { return scope_of(needs.organisation, issuer); });
        return make_order(state, needs,
                          DraftPlan{issuer,
                                    scope,
                                    std::string(visit.typed("title")),
                                    read_audience(visit),
                                    read_grounds(visit.typed("grounds")),
                                    "",
                                    {},
                                    {},
                                    {},
                                    {},
                                    AssignmentNo{visit.typed_number(fields::parent)}});
      },
      form);
}

}  // namespace

void install_actions(App& app, const State& state, Needs needs) {
  install_new(app, state, needs);
  const auto again = app.routes.find(http::Method::Get, "/ke-hoach/1").route->page;
  app.routes.post(
      "/ke-hoach/{plan}/sua", Right::DraftPlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        ChangePlan command{no,
                           visit.typed_number("version"),
                           std::string(visit.typed("title")),
                           read_audience(visit),
                           read_grounds(visit.typed("grounds")),
                           {}};
        // No box ticked means no form; a form without the boxes leaves them as they are.
        if (visit.form.fields.contains("hinh-thuc")) command.forms = read_forms(visit);
        if (visit.form.fields.contains(fields::recipients)) {
          command.sections = read_sections(visit);
          command.recipients = read_recipients(visit.typed(fields::recipients));
        }
        return make_order(state, needs, std::move(command));
      },
      again);
  app.routes.post(
      "/ke-hoach/{plan}/nhiem-vu", Right::DraftPlan,
      [&state, needs](const Visit& visit) { return order_task(state, needs, visit); }, again);
  app.routes.post(
      "/ke-hoach/{plan}/nhiem-vu/{task}/bo", Right::DraftPlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const PlanNo plan, visit.number<PlanNo>("plan"));
        TRY_ASSIGN(const TaskNo task, visit.number<TaskNo>("task"));
        return make_order(state, needs, DropTask{plan, task, visit.typed_number("version")});
      },
      again);
  app.routes.post(
      "/ke-hoach/{plan}/theo-mau", Right::DraftPlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        TRY_ASSIGN(const Date start, typed_date(visit, "start"));
        return make_order(state, needs, ClonePlan{no, std::string(visit.typed("title")), start});
      },
      again);
  app.routes.post(
      "/ke-hoach/{plan}/duyet", Right::ApprovePlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        return make_order(state, needs, ApprovePlan{no, visit.typed_number("version")});
      },
      again);
  app.routes.post(
      "/ke-hoach/{plan}/ban-hanh", Right::DraftPlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
        TRY_ASSIGN(const Date on, typed_date(visit, "on"));
        return make_order(state, needs, IssuePlan{no, std::string(visit.typed("number")), on});
      },
      again);
}

}  // namespace lantoa::city::plan
