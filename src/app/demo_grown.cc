#include "app/demo_grown.h"

#include <algorithm>

#include "app/demo_activities.h"
#include "app/demo_groups.h"
#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/identity/credentials.h"
#include "city/plan/decide.h"

namespace lantoa::app {
namespace {

using city::organisation::Kind;

constexpr const char* grown_district = "003";
constexpr const char* leader_login = "lanhdao.003";
constexpr const char* plan_number = "45/KH-UBND";
constexpr std::int32_t days_before_parent = 2;
constexpr std::uint32_t working_days_for_bulletins = 10;

template <class Command>
Result<void> plan_as(House& house, const std::string& actor, const Command& command) {
  const States& states = house.states();
  return act_as(house, actor, city::plan::Known{states.plan, states.organisation, states.workday},
                command);
}

template <class Command>
Result<void> identity_as_setup(House& house, const Command& command) {
  const States& states = house.states();
  TRY(as_setup(house, [&](const city::Envelope& envelope) {
    return city::identity::decide(states.identity, states.organisation, command, envelope);
  }));
  return {};
}

// What the city's plan gave the district, while that is open; none otherwise.
city::AssignmentNo task_of_district(const States& states, city::UnitNo district) {
  for (const city::AssignmentNo no : states.plan.of_unit(district)) {
    const auto& assignment = states.plan.assignment(no);
    if (assignment.is_open() && !is_of_grown_plan(states, no)) return no;
  }
  return {};
}

// Somebody of the unit who has no account yet; none: everybody has.
city::PersonNo without_account(const States& states, city::UnitNo unit) {
  for (const city::PersonNo person : states.identity.at(unit)) {
    if (!states.identity.account_of(person)) return person;
  }
  return {};
}

// Its officer plans as well, and a second person approves; both have the demo's password.
Result<std::string> open_leader(House& house, city::PersonNo person, city::UnitNo district) {
  const States& states = house.states();
  TRY_ASSIGN(auto account, city::identity::prepare_account(person, leader_login, demo_password));
  account.first_use = false;
  TRY(identity_as_setup(house, account));
  const city::AccountNo no = states.identity.account_of(person);
  TRY(identity_as_setup(house, city::identity::GrantRole{no, {city::Role::Leader, district}}));
  return city::subject("account", no);
}

city::plan::DraftPlan district_plan(const States& states, city::UnitNo district,
                                    city::AssignmentNo parent, city::GroupNo lake) {
  const Date last = states.plan.assignment(parent).due - days_before_parent;
  const city::plan::Rule wards{{Kind::Ward}, district, {}};
  const city::plan::Rule on_the_lake{{}, district, lake};
  city::plan::DraftPlan out;
  out.issuer = out.scope = district;
  out.parent = parent;
  out.title = "Triển khai phổ biến mô hình chính quyền đô thị trên địa bàn quận (kế hoạch mẫu)";
  out.audience = city::plan::Audience::Everybody;
  out.grounds =
      states.plan.plan(states.plan.task(states.plan.assignment(parent).task).plan).grounds;
  out.forms = {city::plan::Form::Meetings, city::plan::Form::Loudspeakers};
  out.tasks = {
      {"Họp tổ dân phố, giới thiệu những việc người dân làm ở phường thay đổi ra sao",
       wards,
       last,
       {"Công chức tư pháp – hộ tịch", "Chủ tịch Ủy ban nhân dân phường",
        "Phòng Tư pháp hướng dẫn nội dung", "Mỗi tổ dân phố một buổi", "Tổ trưởng tổ dân phố"}},
      {"Phát bốn bản tin truyền thanh về mô hình mới",
       on_the_lake,
       city::Due::within(working_days_for_bulletins),
       {"Công chức văn hóa – xã hội", "Chủ tịch Ủy ban nhân dân phường", "", "Bốn bản tin", ""}}};
  return out;
}

}  // namespace

bool is_of_grown_plan(const States& states, city::AssignmentNo assignment) {
  const auto& task = states.plan.task(states.plan.assignment(assignment).task);
  return static_cast<bool>(states.plan.plan(task.plan).parent);
}

Result<void> grow_district_plan(House& house) {
  const States& states = house.states();
  const city::UnitNo district = states.organisation.by_code(grown_district);
  if (!district) return {};
  const city::AssignmentNo parent = task_of_district(states, district);
  const std::string planner = officer_of(states, district);
  const city::PersonNo leads = without_account(states, district);
  if (!parent || planner.empty() || !leads) return {};
  TRY_ASSIGN(const std::string leader, open_leader(house, leads, district));
  for (const city::PersonNo person : states.identity.at(district)) {
    const city::AccountNo account = states.identity.account_of(person);
    if (!account || city::subject("account", account) != planner) continue;
    TRY(identity_as_setup(house,
                          city::identity::GrantRole{account, {city::Role::Planner, district}}));
  }
  TRY_ASSIGN(const city::GroupNo lake, make_demo_groups(house, planner, district));
  TRY(plan_as(house, planner, district_plan(states, district, parent, lake)));
  const city::PlanNo plan{states.plan.plans()};
  TRY(plan_as(house, leader, city::plan::ApprovePlan{plan, states.plan.plan(plan).version}));
  return plan_as(house, planner, city::plan::IssuePlan{plan, plan_number, states.calendar.today()});
}

Result<void> finish_some_of_district_plan(House& house, Date today) {
  const States& states = house.states();
  std::uint32_t seen = 0;
  const std::uint32_t all = states.plan.assignments();
  for (std::uint32_t i = 1; i <= all; ++i) {
    const city::AssignmentNo no{i};
    const auto& assignment = states.plan.assignment(no);
    if (!is_of_grown_plan(states, no) || !assignment.is_open() || ++seen % 3 == 0) continue;
    const std::string officer = officer_of(states, assignment.unit);
    if (officer.empty()) continue;
    const Date on = std::min(today, assignment.due - static_cast<std::int32_t>(seen % 4));
    TRY(act_as(house, officer,
               city::activity::Known{states.activity, states.organisation, states.law, states.plan},
               activity_for(states, no, on)));
    TRY(plan_as(house, officer, city::plan::ReportDone{no, on}));
  }
  return {};
}

}  // namespace lantoa::app
