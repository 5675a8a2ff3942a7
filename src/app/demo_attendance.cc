#include "app/demo_attendance.h"

#include <algorithm>

#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/activity/decide.h"

namespace lantoa::app {
namespace {

constexpr const char* district_code = "001";
constexpr std::uint32_t attended = 24;
constexpr std::size_t named = 8;  // the others came from elsewhere

city::activity::LogActivity meeting(const States& states, city::UnitNo unit,
                                    city::AssignmentNo assignment) {
  city::activity::LogActivity out{unit, {}, {}};
  out.typed.kind = "truc-tiep";
  out.typed.on = states.calendar.today();
  out.typed.what = "Giao ban quận, phổ biến bài phải xác nhận";
  out.typed.place = "Hội trường trụ sở";
  out.typed.amounts = {{"luot-nguoi", attended}};
  out.typed.assignment = assignment;
  out.typed.is_other = true;  // of whatever else was done that day
  return out;
}

}  // namespace

Result<void> hold_named_meeting(House& house) {
  const States& states = house.states();
  const city::UnitNo unit = states.organisation.by_code(district_code);
  if (!unit || states.plan.of_unit(unit).empty()) return {};
  const std::string officer = officer_of(states, unit);
  if (officer.empty()) return {};
  TRY(act_as(house, officer,
             city::activity::Known{states.activity, states.organisation, states.law, states.plan},
             meeting(states, unit, states.plan.of_unit(unit).front())));
  const auto& held = states.activity.activity(city::ActivityNo{states.activity.activities()});
  const city::reach::Known known{states.reach, states.organisation, states.identity,
                                 states.plan,  states.content,      states.activity};
  city::reach::RecordAttendance present{held.no, city::reach::open_items(known, held), {}};
  for (const city::PersonNo person : states.identity.at(unit)) {
    const bool is_asked =
        std::any_of(present.items.begin(), present.items.end(), [&](city::ItemNo no) {
          const city::reach::Item& item = states.reach.item(no);
          return item.must_know(person) && !item.is_reached(person);
        });
    if (is_asked && present.persons.size() < named) present.persons.push_back(person.value);
  }
  if (present.persons.empty()) return {};
  return act_as(house, officer, known, present);
}

}  // namespace lantoa::app
