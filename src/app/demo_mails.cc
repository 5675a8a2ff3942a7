#include "app/demo_mails.h"

#include <algorithm>

#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/oversight/returned.h"

namespace lantoa::app {
namespace {

bool has_nothing_to_do(const States& states, city::UnitNo unit) {
  const auto& given = states.plan.of_unit(unit);
  return std::none_of(given.begin(), given.end(),
                      [&](city::AssignmentNo no) { return states.plan.assignment(no).is_open(); });
}

}  // namespace

Result<void> return_a_mail(House& house) {
  namespace oversight = city::oversight;
  const States& states = house.states();
  for (std::uint32_t i = states.oversight.reminders(); i > 0; --i) {
    const oversight::Reminder& one = states.oversight.reminder(city::ReminderNo{i});
    if (!one.tagged || one.end != oversight::End::Sent || one.attempted.empty()) continue;
    const city::UnitNo to = one.attempted.back().to;
    if (is_left_to_visitors(states, to) || !has_nothing_to_do(states, to)) continue;
    return act_as(
        house, "courier/mail-returns",
        oversight::Known{states.oversight, states.organisation, states.plan, states.workday},
        oversight::RecordReturn{one.no,
                                {states.organisation.unit(to).mailbox},
                                "5.1.1",
                                "550 5.1.1 no such user (sample)"});
  }
  return {};
}

}  // namespace lantoa::app
