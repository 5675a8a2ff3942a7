// Making a group of units, and changing one: its name, units that are ticked, and codes or names
// that are pasted.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/organisation/decide_groups.h"
#include "city/organisation/groups.h"
#include "city/organisation/unit_choice.h"

namespace lantoa::city::organisation {
namespace {

constexpr const char* version_field = "ban";
constexpr std::size_t differences_named_max = 10;

// One bad line of what was pasted.
struct LineFault {
  std::string fault;
};
BOOST_DESCRIBE_STRUCT(LineFault, (), (fault))

// Somebody else changed the group meanwhile.
struct PresentGroup {
  std::string called;
  std::uint32_t has_units = 0;
  std::optional<std::string> came, went;  // units, since what the writer saw
};
BOOST_DESCRIBE_STRUCT(PresentGroup, (), (called, has_units, came, went))

struct GroupFormView {
  static constexpr std::string_view tpl = "src/city/organisation/group_form.tpl";
  FormKeys keys;
  std::string action, back;
  bool is_new = false;
  std::string owner;  // of a change
  std::vector<Option> owners;
  std::optional<std::string> owner_error;
  std::string version;
  std::optional<PresentGroup> present;
  Field name;
  std::string pasted;
  bool lines_wrong = false;
  std::vector<LineFault> line_faults;
  UnitChoice choice;
};
BOOST_DESCRIBE_STRUCT(GroupFormView, (),
                      (keys, action, back, is_new, owner, owners, owner_error, version, present,
                       name, pasted, lines_wrong, line_faults, choice))

struct NoOwnersView {
  static constexpr std::string_view tpl = "src/city/organisation/group_no_owner.tpl";
  std::string back;
};
BOOST_DESCRIBE_STRUCT(NoOwnersView, (), (back))

// The units for which he plans and which have others below them; a council has none.
std::vector<UnitNo> owners_for(const State& state, const Actor& actor) {
  const std::vector<bool> allowed = may_own_groups(state, actor);
  std::vector<UnitNo> out;
  for (std::uint32_t i = 1; i <= state.size(); ++i) {
    const UnitNo no{i};
    if (allowed[no.index()] && state.is_open(no) && !state.open_children(no).empty()) {
      out.push_back(no);
    }
  }
  return out;
}

GroupDraft draft_typed(const Visit& visit, std::vector<UnitNo> units) {
  return {std::string(visit.typed(fields::name)), std::move(units),
          read_lines(visit.typed(fields::lines))};
}

bool is_sent(const Visit& visit) { return visit.request.method == http::Method::Post; }

// What is ticked; of a page that was only opened `before`.
Result<std::vector<UnitNo>> ticked_units(const Visit& visit, const Group* before) {
  if (is_sent(visit)) return chosen_units(visit);
  std::vector<UnitNo> out;
  if (before == nullptr) return out;
  for (const std::uint32_t number : before->current().units.numbers) out.push_back(UnitNo{number});
  return out;
}

void fill_fields(GroupFormView& view, const Visit& visit, std::string name) {
  view.keys = form_keys(visit);
  view.name = field(visit, fields::name, std::move(name));
  view.pasted = visit.typed(fields::lines);
  if (visit.failure == nullptr) return;
  for (const Detail& detail : visit.failure->details) {
    if (detail.field != fields::lines) continue;
    std::string text = detail.text.in(visit.language);
    if (detail.row != 0) {
      const std::string row = std::to_string(detail.row);
      text = Text{"Dòng " + row + ": ", "Row " + row + ": "}.in(visit.language) + text;
    }
    view.line_faults.push_back({std::move(text)});
  }
  view.lines_wrong = !view.line_faults.empty();
}

std::optional<std::string> names_of(const State& state, const std::vector<std::uint32_t>& units) {
  if (units.empty()) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < std::min(units.size(), differences_named_max); ++i) {
    out += (i == 0 ? "" : ", ") + state.unit(UnitNo{units[i]}).name;
  }
  return units.size() > differences_named_max ? out + "…" : out;
}

PresentGroup present_group(const State& state, const Group& group, std::uint32_t seen) {
  const Group::Version& now = group.current();
  PresentGroup out{now.name, static_cast<std::uint32_t>(now.units.numbers.size()), {}, {}};
  if (seen == 0 || seen > group.version()) return out;
  const auto& then = group.versions[seen - 1].units.numbers;
  std::vector<std::uint32_t> came, went;
  std::set_difference(now.units.numbers.begin(), now.units.numbers.end(), then.begin(), then.end(),
                      std::back_inserter(came));
  std::set_difference(then.begin(), then.end(), now.units.numbers.begin(), now.units.numbers.end(),
                      std::back_inserter(went));
  out.came = names_of(state, came);
  out.went = names_of(state, went);
  return out;
}

Result<GroupFormView> form_of_new(const State& state, const Visit& visit) {
  GroupFormView view;
  view.is_new = true;
  view.action = std::string(groups_path) + "/moi";
  view.back = groups_path;
  const std::vector<UnitNo> owners = owners_for(state, visit.actor);
  if (owners.empty()) return view;
  UnitNo owner{is_sent(visit) ? visit.typed_number(fields::owner)
                              : visit.query_number(fields::owner)};
  if (std::find(owners.begin(), owners.end(), owner) == owners.end()) owner = owners.front();
  for (const UnitNo one : owners) {
    view.owners.push_back({std::to_string(one.value), state.unit(one).name, one == owner});
  }
  view.owner_error = field(visit, fields::owner).error;
  fill_fields(view, visit, "");
  TRY_ASSIGN(const auto units, ticked_units(visit, nullptr));
  view.choice = choose_units(state, visit, owner, units);
  view.choice.browse = view.action + "/chon";
  return view;
}

Result<GroupFormView> form_of_change(const State& state, const Visit& visit) {
  TRY_ASSIGN(const GroupNo no, visit.number<GroupNo>("group"));
  TRY_ASSIGN(const Group* group, open_group(state, visit.actor, no));
  GroupFormView view;
  view.back = address_of(no);
  view.action = view.back + "/sua";
  view.owner = state.unit(group->owner).name;
  // Whoever has seen the present group above his own can send his own.
  const bool conflict = visit.failure != nullptr && visit.failure->code == Code::Conflict;
  const std::uint32_t seen = visit.typed_number(version_field);
  view.version = std::to_string(is_sent(visit) && !conflict ? seen : group->version());
  if (conflict) view.present = present_group(state, *group, seen);
  fill_fields(view, visit, group->current().name);
  TRY_ASSIGN(const auto units, ticked_units(visit, group));
  view.choice = choose_units(state, visit, group->owner, units);
  view.choice.browse = view.action + "/chon";
  return view;
}

Result<http::Response> show_new(const App& app, const State& state, const Visit& visit) {
  TRY_ASSIGN(const GroupFormView view, app.engine.read([&] { return form_of_new(state, visit); }));
  const Text heading{"Lập nhóm đơn vị", "Make a group of units"};
  auto crumbs = below_groups(visit.language, {{heading.in(visit.language), {}}});
  if (view.owners.empty()) {
    return app.show(visit, heading, NoOwnersView{groups_path}, std::move(crumbs));
  }
  return app.show(visit, heading, view, std::move(crumbs));
}

Result<http::Response> show_change(const App& app, const State& state, const Visit& visit) {
  TRY_ASSIGN(const GroupFormView view,
             app.engine.read([&] { return form_of_change(state, visit); }));
  const Text heading{"Sửa nhóm đơn vị", "Change the group of units"};
  return app.show(
      visit, heading, view,
      below_groups(visit.language, {{Text{"Nhóm này", "This group"}.in(visit.language), view.back},
                                    {heading.in(visit.language), {}}}));
}

Result<Order> order_making(const State& state, const Visit& visit) {
  TRY_ASSIGN(auto units, chosen_units(visit));
  return order_of(
      MakeGroup{UnitNo{visit.typed_number(fields::owner)}, draft_typed(visit, std::move(units))},
      std::cref(state));
}

Result<Order> order_change(const State& state, const Visit& visit) {
  TRY_ASSIGN(const GroupNo no, visit.number<GroupNo>("group"));
  TRY_ASSIGN(auto units, chosen_units(visit));
  return order_of(
      ChangeGroup{no, visit.typed_number(version_field), draft_typed(visit, std::move(units))},
      std::cref(state));
}

}  // namespace

void install_group_form(App& app, const State& state) {
  const Page making = [&app, &state](const Visit& visit) { return show_new(app, state, visit); };
  app.routes.get("/don-vi/nhom/moi", Right::DraftPlan, making);
  app.routes.post(
      "/don-vi/nhom/moi", Right::DraftPlan,
      [&state](const Visit& visit) { return order_making(state, visit); }, making);
  // The search and the pages, with what is ticked and typed.
  app.routes.raw_post("/don-vi/nhom/moi/chon", Right::DraftPlan, making);
  const Page change = [&app, &state](const Visit& visit) { return show_change(app, state, visit); };
  app.routes.get("/don-vi/nhom/{group}/sua", Right::DraftPlan, change);
  app.routes.post(
      "/don-vi/nhom/{group}/sua", Right::DraftPlan,
      [&state](const Visit& visit) { return order_change(state, visit); }, change);
  app.routes.raw_post("/don-vi/nhom/{group}/sua/chon", Right::DraftPlan, change);
}

}  // namespace lantoa::city::organisation
