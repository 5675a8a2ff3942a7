#include "app/demo_activities.h"

#include <array>

namespace lantoa::app {
namespace {

using city::activity::Amount;

struct Habit {
  const char* kind;
  const char* what;
  const char* place;
  const char* measure;
  std::uint32_t least, spread;  // amounts from least to least + spread - 1
};

// What units of the demo do, most often a meeting.
constexpr std::array habits{
    Habit{"truc-tiep", "Hội nghị phổ biến cho cán bộ, công chức", "Hội trường trụ sở", "luot-nguoi",
          24, 90},
    Habit{"loa", "Bài giới thiệu mô hình chính quyền đô thị", "", "lan-phat", 4, 20},
    Habit{"truc-tiep", "Hỏi đáp tại sinh hoạt tổ dân phố", "Nhà văn hóa", "luot-nguoi", 30, 120},
    Habit{"tai-lieu", "Tờ gấp hỏi đáp", "", "tai-lieu", 150, 600},
    Habit{"truc-tiep", "", "", "luot-nguoi", 15, 60},
    Habit{"tin-bai", "Bài trên trang thông tin của đơn vị", "", "tin-bai", 1, 3},
};
constexpr std::uint32_t minutes_a_broadcast = 7;

}  // namespace

city::activity::LogActivity activity_for(const States& states, city::AssignmentNo assignment,
                                         Date day) {
  const auto& one = states.plan.assignment(assignment);
  const std::uint32_t no = assignment.value;
  const Habit& habit = habits[no % habits.size()];
  const std::uint32_t amount = habit.least + no * 37 % habit.spread;
  city::activity::LogActivity out{one.unit, {}, {}};
  out.typed.kind = habit.kind;
  out.typed.on = day;
  out.typed.what = habit.what;
  out.typed.place = habit.place;
  out.typed.amounts = {{habit.measure, amount}};
  if (out.typed.kind == "loa") {
    out.typed.amounts.push_back({"phut-phat", amount * minutes_a_broadcast});
  }
  out.typed.assignment = assignment;
  out.typed.is_other = true;  // several tasks of a unit may be done on one day
  out.typed.documents = {"97/2019/QH14", "32/2021/NĐ-CP"};
  return out;
}

}  // namespace lantoa::app
