#include "app/demo_amendment.h"

#include <algorithm>

#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/plan/decide.h"

namespace lantoa::app {

namespace {

constexpr std::int32_t days_more = 16;
constexpr std::uint32_t working_days_for_new_task = 30;

}  // namespace

Result<void> draft_amendment(House& house, Date day) {
  const States& states = house.states();
  const city::PlanNo plan{1};
  // The last task is the department's own report; the units' work stays as it is.
  const city::plan::Task& report = states.plan.task(states.plan.plan(plan).tasks.back());
  city::plan::TaskAmendment change{report.no};
  change.due = std::max(report.due, day) + days_more;
  city::plan::AmendmentDraft draft;
  draft.reason =
      "Dữ liệu mẫu: có văn bản mới về phổ biến pháp luật ở cơ sở, cần thêm thời gian "
      "tổng hợp.";
  draft.grounds = {{"9999/2021/QĐ-UBND", "Quyết định", "Ủy ban nhân dân thành phố Mẫu",
                    parse_iso_date("2021-05-04").value()}};
  draft.changes = {change};
  draft.tasks = {{1,
                  "Giới thiệu Quy chế mẫu về phổ biến pháp luật ở cơ sở",
                  "các quận, huyện, thị xã",
                  {},
                  city::Due::within(working_days_for_new_task),
                  {"Phòng Tư pháp", "Chủ tịch Ủy ban nhân dân quận, huyện, thị xã",
                   "Sở Tư pháp hướng dẫn", "Một buổi giới thiệu", ""}}};
  TRY_ASSIGN(const std::string planner, actor_of(house, "stp.chuyenvien"));
  return act_as(house, planner, city::plan::Known{states.plan, states.organisation, states.workday},
                city::plan::DraftAmendment{plan, std::move(draft)});
}

}  // namespace lantoa::app
