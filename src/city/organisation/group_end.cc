// Ending a group: a page that says what comes of it, then a reason.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/organisation/decide_groups.h"
#include "city/organisation/groups.h"

namespace lantoa::city::organisation {
namespace {

struct GroupEndView {
  static constexpr std::string_view tpl = "src/city/organisation/group_end.tpl";
  FormKeys keys;
  std::string action, back, version;
  std::string title;
  std::optional<std::uint32_t> drafts;  // tasks of what is not issued
  bool changed_meanwhile = false;
  Field reason;
};
BOOST_DESCRIBE_STRUCT(GroupEndView, (),
                      (keys, action, back, version, title, drafts, changed_meanwhile, reason))

Result<GroupEndView> fill_end(const App& app, const State& state, const Visit& visit) {
  TRY_ASSIGN(const GroupNo no, visit.number<GroupNo>("group"));
  TRY_ASSIGN(const Group* group, open_group(state, visit.actor, no));
  GroupEndView view;
  view.keys = form_keys(visit);
  view.back = address_of(no);
  view.action = view.back + "/ket-thuc";
  view.version = std::to_string(group->version());
  view.title = group->current().name;
  view.changed_meanwhile = visit.failure != nullptr && visit.failure->code == Code::Conflict;
  view.reason = field(visit, fields::reason);
  if (!app.group_uses) return view;
  const auto uses = app.group_uses(no);
  const auto drafts = std::count_if(uses.begin(), uses.end(),
                                    [](const App::GroupUse& one) { return !one.is_given; });
  if (drafts != 0) view.drafts = static_cast<std::uint32_t>(drafts);
  return view;
}

}  // namespace

void install_group_end(App& app, const State& state) {
  const Page page = [&app, &state](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const GroupEndView view,
               app.engine.read([&] { return fill_end(app, state, visit); }));
    const Text heading{"Kết thúc nhóm đơn vị", "End the group of units"};
    return app.show(visit, heading, view,
                    below_groups(visit.language, {App::named(view.title, view.back),
                                                  {heading.in(visit.language), {}}}));
  };
  app.routes.get("/don-vi/nhom/{group}/ket-thuc", Right::DraftPlan, page);
  app.routes.post(
      "/don-vi/nhom/{group}/ket-thuc", Right::DraftPlan,
      [&state](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const GroupNo no, visit.number<GroupNo>("group"));
        return order_of(
            EndGroup{no, visit.typed_number("ban"), std::string(visit.typed(fields::reason))},
            std::cref(state));
      },
      page);
}

}  // namespace lantoa::city::organisation
