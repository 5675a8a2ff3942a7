// Groups of units: their list, and one with its members and where it is used.
#include "city/organisation/groups.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "city/organisation/decide_groups.h"
#include "viet/unicode.h"

namespace lantoa::city::organisation {
namespace {

struct GroupRow {
  std::string address;
  std::string name;
  std::string owner;
  std::uint32_t count = 0;  // units that are open
  bool ended = false;
};
BOOST_DESCRIBE_STRUCT(GroupRow, (), (address, name, owner, count, ended))

struct GroupsView {
  static constexpr std::string_view tpl = "src/city/organisation/groups.tpl";
  bool may_make = false;
  bool has_groups = false;
  std::vector<GroupRow> groups;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(GroupsView, (), (may_make, has_groups, groups, pager))

struct MemberRow {
  std::string unit_address;
  std::string name;
  Text kind;
  std::optional<std::string> above;  // the unit right above it
  std::string code;
  bool closed = false;
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (unit_address, name, kind, above, code, closed))

struct UseRow {
  std::string task_address;
  std::string what;
  std::string plan_address;
  std::string plan;
  Text stage;
};
BOOST_DESCRIBE_STRUCT(UseRow, (), (task_address, what, plan_address, plan, stage))

struct VersionRow {
  std::string said;  // when, and by whom
  std::string was_called;
  std::uint32_t had = 0;  // units
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (said, was_called, had))

struct EndedNote {
  std::string why;
  std::string said_when;
};
BOOST_DESCRIBE_STRUCT(EndedNote, (), (why, said_when))

struct MayChange {
  std::string change_address, end_address;
};
BOOST_DESCRIBE_STRUCT(MayChange, (), (change_address, end_address))

struct GroupView {
  static constexpr std::string_view tpl = "src/city/organisation/group.tpl";
  std::string title;
  std::string owner, owner_address;
  std::uint32_t open_units = 0;
  std::uint32_t closed_units = 0;
  bool has_closed = false;
  std::string changed;  // the last time
  std::optional<EndedNote> ended;
  std::optional<MayChange> may_change;
  std::vector<MemberRow> members;
  Pager pager;
  bool has_uses = false;
  bool uses_cut = false;
  std::vector<UseRow> uses;
  bool has_earlier = false;
  std::vector<VersionRow> versions;  // newest first
};
BOOST_DESCRIBE_STRUCT(GroupView, (),
                      (title, owner, owner_address, open_units, closed_units, has_closed, changed,
                       ended, may_change, members, pager, has_uses, uses_cut, uses, has_earlier,
                       versions))

constexpr std::size_t uses_shown_max = 50;
constexpr std::size_t versions_shown_max = 50;

std::uint32_t count_of(std::size_t count) { return static_cast<std::uint32_t>(count); }

// Those that go on first; each part by name.
std::vector<GroupNo> in_order(const State& state) {
  std::vector<std::tuple<bool, std::string, GroupNo>> all;
  for (std::uint32_t i = 1; i <= state.groups(); ++i) {
    const Group& one = state.group(GroupNo{i});
    all.emplace_back(one.end.has_value(), viet::sort_key(one.current().name), one.no);
  }
  std::sort(all.begin(), all.end());
  std::vector<GroupNo> out;
  for (const auto& [ended, key, no] : all) out.push_back(no);
  return out;
}

GroupsView list_groups(const State& state, const Visit& visit) {
  GroupsView view;
  view.may_make = visit.actor.may_somewhere(Right::DraftPlan);
  view.has_groups = state.groups() != 0;
  view.pager = make_pager(state.groups(), visit.page(), groups_path);
  const auto all = in_order(state);
  const std::size_t first = (view.pager.page - 1) * rows_per_page;
  for (std::size_t i = first; i < std::min<std::size_t>(all.size(), first + rows_per_page); ++i) {
    const Group& one = state.group(all[i]);
    view.groups.push_back({address_of(one.no), one.current().name, state.unit(one.owner).name,
                           count_of(state.members(one.no, one.owner).size()), one.end.has_value()});
  }
  return view;
}

void add_members(const State& state, const Group& group, const Visit& visit, GroupView& view) {
  const auto& numbers = group.current().units.numbers;
  view.open_units = count_of(state.members(group.no, group.owner).size());
  view.closed_units = count_of(numbers.size()) - view.open_units;
  view.has_closed = view.closed_units != 0;
  view.pager = make_pager(count_of(numbers.size()), visit.page(), address_of(group.no));
  const std::size_t first = (view.pager.page - 1) * rows_per_page;
  const std::size_t end = std::min<std::size_t>(numbers.size(), first + rows_per_page);
  for (std::size_t i = first; i < end; ++i) {
    const Unit& unit = state.unit(UnitNo{numbers[i]});
    MemberRow row{address_of(unit.no),    unit.name, title(unit.kind), {}, unit.code,
                  !state.is_open(unit.no)};
    if (unit.parent) row.above = state.unit(unit.parent).name;
    view.members.push_back(std::move(row));
  }
}

void add_uses(const App& app, GroupNo no, GroupView& view) {
  if (!app.group_uses) return;
  auto all = app.group_uses(no);
  view.has_uses = !all.empty();
  view.uses_cut = all.size() > uses_shown_max;
  if (view.uses_cut) all.resize(uses_shown_max);
  for (App::GroupUse& one : all) {
    view.uses.push_back({std::move(one.task_address), std::move(one.what),
                         std::move(one.plan_address), std::move(one.plan), std::move(one.stage)});
  }
}

// What needs the vault: who made what of it.
struct Written {
  std::vector<Group::Version> versions;  // newest first
  std::optional<Group::End> end;
};

void add_versions(const App& app, const Written& written, Language language, GroupView& view) {
  const auto said = [&](Instant at, PersonNo by) {
    return vietnamese(at) + (by ? " · " + app.name_of(by, language) : "");
  };
  for (const Group::Version& one : written.versions) {
    view.versions.push_back({said(one.at, one.by), one.name, count_of(one.units.numbers.size())});
  }
  view.has_earlier = view.versions.size() > 1;
  view.changed = view.versions.front().said;
  if (written.end) {
    view.ended = EndedNote{written.end->reason, said(written.end->at, written.end->by)};
  }
}

Result<http::Response> show_group(const App& app, const State& state, const Visit& visit) {
  TRY_ASSIGN(const GroupNo no, visit.number<GroupNo>("group"));
  Written written;
  auto view = app.engine.read([&]() -> Result<GroupView> {
    TRY_ASSIGN(const Group* group, state.find(no));
    GroupView out;
    out.title = group->current().name;
    out.owner = state.unit(group->owner).name;
    out.owner_address = address_of(group->owner);
    add_members(state, *group, visit, out);
    add_uses(app, no, out);
    if (!group->end && require_groups_of(state, visit.actor, group->owner)) {
      out.may_change = MayChange{address_of(no) + "/sua", address_of(no) + "/ket-thuc"};
    }
    const auto& versions = group->versions;
    const std::size_t shown = std::min(versions.size(), versions_shown_max);
    written.versions.assign(versions.rbegin(),
                            versions.rbegin() + static_cast<std::ptrdiff_t>(shown));
    written.end = group->end;
    return out;
  });
  if (!view) return tl::unexpected(std::move(view).error());
  add_versions(app, written, visit.language, *view);
  return app.show(visit, {view->title, view->title}, *view,
                  below_groups(visit.language, {App::named(view->title)}));
}

}  // namespace

std::vector<App::Crumb> below_groups(Language language, std::vector<App::Crumb> rest) {
  std::vector<App::Crumb> out{{Text{"Đơn vị", "Units"}.in(language), "/don-vi"},
                              {Text{"Nhóm đơn vị", "Groups of units"}.in(language), groups_path}};
  if (rest.empty()) out.back().path.reset();
  out.insert(out.end(), rest.begin(), rest.end());
  return out;
}

void install_groups(App& app, const State& state) {
  app.routes.get(groups_path, Right::SeePlans,
                 [&app, &state](const Visit& visit) -> Result<http::Response> {
                   const auto view = app.engine.read([&] { return list_groups(state, visit); });
                   return app.show(visit, {"Nhóm đơn vị", "Groups of units"}, view,
                                   below_groups(visit.language, {}));
                 });
  app.routes.get("/don-vi/nhom/{group}", Right::SeePlans,
                 [&app, &state](const Visit& visit) { return show_group(app, state, visit); });
  install_group_form(app, state);
  install_group_end(app, state);
  install_group_api(app, state);
}

}  // namespace lantoa::city::organisation
