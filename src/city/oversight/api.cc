// How the units of a plan stand, for programs.
#include "city/described_api.h"
#include "city/oversight/oversight.h"
#include "city/oversight/standing.h"

namespace lantoa::city::oversight {
namespace {

struct GroupBody {
  static constexpr std::string_view schema = "PeerGroup";
  std::uint32_t id = 0;  // among the plan's
  organisation::Kind kind = organisation::Kind::Department;
  std::vector<TaskNo> tasks;
  std::uint32_t units = 0;
  bool ranked = false;  // it is large enough for places
};
BOOST_DESCRIBE_STRUCT(GroupBody, (), (id, kind, tasks, units, ranked))

struct StandingRow {
  static constexpr std::string_view schema = "UnitStanding";
  UnitNo unit;
  std::uint32_t group = 0;
  std::optional<std::uint32_t> place;  // 1: most behind; equal ones share it
  std::uint32_t assignments = 0;
  std::uint32_t done = 0;
  std::uint32_t done_late = 0;
  std::uint32_t late = 0;       // now
  std::uint32_t late_days = 0;  // of the one that is late longest
};
BOOST_DESCRIBE_STRUCT(StandingRow, (),
                      (unit, group, place, assignments, done, done_late, late, late_days))

struct StandingList {
  static constexpr std::string_view schema = "PlanStanding";
  PlanNo plan;
  Date on;
  Paging paging;
  std::vector<GroupBody> groups;   // of the units on this page
  std::vector<StandingRow> units;  // group by group, most behind first
};
BOOST_DESCRIBE_STRUCT(StandingList, (), (plan, on, paging, groups, units))

struct Line {
  const PeerGroup* group = nullptr;
  const Standing* standing = nullptr;
};

GroupBody body_of(const PeerGroup& group) {
  return {group.no, group.kind, group.tasks, static_cast<std::uint32_t>(group.units.size()),
          group.is_ranked()};
}

StandingRow row_of(const Line& line) {
  const Standing& its = *line.standing;
  StandingRow row;
  row.unit = its.unit;
  row.group = line.group->no;
  if (its.place != 0) row.place = its.place;
  row.assignments = its.all;
  row.done = its.done;
  row.done_late = its.done_late;
  row.late = its.late;
  row.late_days = its.late_days;
  return row;
}

// By unit's index: it is asked for by ?unit=.
Result<std::vector<bool>> asked_units(const organisation::State& tree, const Visit& visit) {
  const UnitNo top{visit.query_number("unit")};
  if (!top) return std::vector<bool>(tree.size(), true);
  TRY(tree.find(top));
  return tree.below(top);
}

Result<StandingList> list_of(const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const plan::Plan* plan, needs.plans.find(no));
  TRY_ASSIGN(const std::vector<bool> asked, asked_units(needs.organisation, visit));
  const std::uint32_t wanted = visit.query_number("group");
  StandingList out;
  out.plan = no;
  out.on = needs.calendar.today();
  const auto groups = compare(assignments_of(*plan, needs.plans), needs.organisation, out.on);
  std::vector<Line> lines;
  for (const PeerGroup& group : groups) {
    if (wanted != 0 && group.no != wanted) continue;
    for (const Standing& one : group.units) {
      if (asked[one.unit.index()]) lines.push_back({&group, &one});
    }
  }
  out.paging = page_of(visit, lines.size(), [&](std::uint32_t row) {
    const Line& line = lines[row];
    const bool is_new = out.groups.empty() || out.groups.back().id != line.group->no;
    if (is_new) out.groups.push_back(body_of(*line.group));
    out.units.push_back(row_of(line));
  });
  return out;
}

}  // namespace

void install_api(App& app, Needs needs) {
  using Kind = api::Parameter::Kind;
  api_get<StandingList>(
      app,
      {"plan.compare",
       "/plans/{plan}/standing",
       Right::SeePlans,
       Scope::Read,
       {"Đơn vị của một kế hoạch theo nhóm so sánh được, chậm hơn đứng trước",
        "The units of a plan in comparable groups, those more behind first"},
       {{"group", Kind::Number, {"Chỉ nhóm này", "Only this group"}},
        {"unit", Kind::Number, {"Chỉ đơn vị này và cấp dưới", "Only this unit and those below it"}},
        api::page_parameter()}},
      [&app, needs](const Visit& visit) {
        return app.engine.read([&] { return list_of(needs, visit); });
      });
}

}  // namespace lantoa::city::oversight
