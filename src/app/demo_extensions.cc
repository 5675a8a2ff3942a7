#include "app/demo_extensions.h"

#include <algorithm>
#include <array>

#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/plan/decide.h"

namespace lantoa::app {
namespace {

using city::plan::Verdict;

struct Wish {
  const char* reason;
  std::optional<Verdict> verdict;  // none: it waits
  const char* answer;
};

const std::array<Wish, 3>& wishes() {
  static const std::array<Wish, 3> all{
      Wish{"Nhà văn hóa đang sửa nên họp tổ dân phố lùi sang tuần sau.", {}, ""},
      Wish{"Người phụ trách chuyển công tác, người thay vừa nhận việc.", Verdict::AnotherDay,
           "Đủ để phổ biến tại giao ban tuần tới."},
      Wish{"Chờ tờ gấp của thành phố.", Verdict::Refused,
           "Tài liệu đã có trên cổng; đề nghị đơn vị làm ngay."}};
  return all;
}

constexpr std::int32_t days_asked_for = 14;
constexpr std::int32_t days_given = 7;

template <class Command>
Result<void> act_on_plan(House& house, const std::string& actor, const Command& command) {
  const States& states = house.states();
  return act_as(house, actor, city::plan::Known{states.plan, states.organisation, states.workday},
                command);
}

Result<void> settle(House& house, const city::plan::AskExtension& asked, const Wish& wish,
                    const std::string& officer, Date day) {
  TRY(act_on_plan(house, officer, asked));
  if (!wish.verdict) return {};
  TRY_ASSIGN(const std::string planner, actor_of(house, "stp.chuyenvien"));
  const city::ExtensionNo no{house.states().plan.extensions()};
  return act_on_plan(house, planner,
                     city::plan::DecideExtension{asked.assignment, no, wish.verdict,
                                                 day + days_given, wish.answer});
}

}  // namespace

Result<void> ask_for_more_time(House& house, Date day) {
  const States& states = house.states();
  std::size_t asked = 0;
  for (std::uint32_t i = states.plan.assignments(); i > 0 && asked < wishes().size(); --i) {
    const auto& assignment = states.plan.assignment(city::AssignmentNo{i});
    const Date until = day + days_asked_for;
    const bool fits = until - assignment.due <= city::plan::extension_days_max;
    if (!assignment.is_late(day) || !fits || is_left_to_visitors(states, assignment.unit)) continue;
    const auto parent = states.plan.plan(states.plan.task(assignment.task).plan).parent;
    if (city::plan::beyond_parent(states.plan, parent,
                                  day + std::max(days_asked_for, days_given))) {
      continue;
    }
    const std::string officer = officer_of(states, assignment.unit);
    if (officer.empty()) continue;
    const Wish& wish = wishes().at(asked++);
    TRY(settle(house, {assignment.no, until, wish.reason}, wish, officer, day));
  }
  return {};
}

}  // namespace lantoa::app
