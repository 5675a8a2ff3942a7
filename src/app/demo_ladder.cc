#include "app/demo_ladder.h"

#include "app/demo_order.h"
#include "app/demo_people.h"

namespace lantoa::app {

Result<void> set_reminder_days(House& house) {
  const States& states = house.states();
  city::oversight::SetLadder ladder;
  ladder.plan = city::PlanNo{1};
  ladder.days_before = {20, 10, 5, 2, 0};
  ladder.repeat_days = 3;
  ladder.reason = "Dữ liệu mẫu: cuối đợt phổ biến, cần nhắc dày hơn.";
  ladder.seen_version = static_cast<std::uint32_t>(states.oversight.ladders(ladder.plan).size());
  TRY_ASSIGN(const std::string planner, actor_of(house, "stp.chuyenvien"));
  return act_as(
      house, planner,
      city::oversight::Known{states.oversight, states.organisation, states.plan, states.workday},
      std::move(ladder));
}

}  // namespace lantoa::app
