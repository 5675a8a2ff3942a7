#include "city/workday/known_days.h"

#include <array>

namespace lantoa::city::workday {
namespace {

// Days of one cause from `first` to `last` of a month.
struct Run {
  std::int32_t year, month, first, last;
  Cause cause;
  Rule rule = Rule::Off;
};

// Tết follows the moon and the two days around 2 September are chosen each year, so a year stands
// here once its calendar was announced. Tết has five days by law; the Saturdays and Sundays among
// them are made up for right after.
constexpr std::array runs{
    Run{2021, 1, 1, 1, Cause::NewYear},
    Run{2021, 2, 10, 14, Cause::Tet},
    Run{2021, 2, 15, 16, Cause::MakesUp},
    Run{2021, 4, 21, 21, Cause::HungKings},
    Run{2021, 4, 30, 30, Cause::Reunification},
    Run{2021, 5, 1, 1, Cause::Labour},
    Run{2021, 5, 3, 3, Cause::MakesUp},
    Run{2021, 9, 2, 3, Cause::National},

    Run{2022, 1, 1, 1, Cause::NewYear},
    Run{2022, 1, 3, 3, Cause::MakesUp},
    Run{2022, 1, 31, 31, Cause::Tet},
    Run{2022, 2, 1, 4, Cause::Tet},
    Run{2022, 4, 10, 10, Cause::HungKings},
    Run{2022, 4, 11, 11, Cause::MakesUp},
    Run{2022, 4, 30, 30, Cause::Reunification},
    Run{2022, 5, 1, 1, Cause::Labour},
    Run{2022, 5, 2, 3, Cause::MakesUp},
    Run{2022, 9, 1, 2, Cause::National},

    Run{2023, 1, 1, 1, Cause::NewYear},
    Run{2023, 1, 2, 2, Cause::MakesUp},
    Run{2023, 1, 20, 24, Cause::Tet},
    Run{2023, 1, 25, 26, Cause::MakesUp},
    Run{2023, 4, 29, 29, Cause::HungKings},
    Run{2023, 4, 30, 30, Cause::Reunification},
    Run{2023, 5, 1, 1, Cause::Labour},
    Run{2023, 5, 2, 3, Cause::MakesUp},
    Run{2023, 9, 1, 2, Cause::National},
    Run{2023, 9, 4, 4, Cause::MakesUp},

    Run{2024, 1, 1, 1, Cause::NewYear},
    Run{2024, 2, 8, 12, Cause::Tet},
    Run{2024, 2, 13, 14, Cause::MakesUp},
    Run{2024, 4, 18, 18, Cause::HungKings},
    Run{2024, 4, 29, 29, Cause::Swapped},
    Run{2024, 4, 30, 30, Cause::Reunification},
    Run{2024, 5, 1, 1, Cause::Labour},
    Run{2024, 5, 4, 4, Cause::Swapped, Rule::Worked},
    Run{2024, 9, 2, 3, Cause::National},

    Run{2025, 1, 1, 1, Cause::NewYear},
    Run{2025, 1, 27, 31, Cause::Tet},
    Run{2025, 4, 7, 7, Cause::HungKings},
    Run{2025, 4, 26, 26, Cause::Swapped, Rule::Worked},
    Run{2025, 4, 30, 30, Cause::Reunification},
    Run{2025, 5, 1, 1, Cause::Labour},
    Run{2025, 5, 2, 2, Cause::Swapped},
    Run{2025, 9, 1, 2, Cause::National},

    Run{2026, 1, 1, 1, Cause::NewYear},
    Run{2026, 1, 2, 2, Cause::Swapped},
    Run{2026, 1, 10, 10, Cause::Swapped, Rule::Worked},
    Run{2026, 2, 16, 20, Cause::Tet},
    Run{2026, 4, 26, 26, Cause::HungKings},
    Run{2026, 4, 27, 27, Cause::MakesUp},
    Run{2026, 4, 30, 30, Cause::Reunification},
    Run{2026, 5, 1, 1, Cause::Labour},
    Run{2026, 8, 22, 22, Cause::Swapped, Rule::Worked},
    Run{2026, 8, 31, 31, Cause::Swapped},
    Run{2026, 9, 1, 2, Cause::National},
};

std::vector<KnownDay> spread() {
  std::vector<KnownDay> out;
  for (const Run& run : runs) {
    for (std::int32_t day = run.first; day <= run.last; ++day) {
      out.push_back({to_date({run.year, run.month, day}), run.rule, run.cause});
    }
  }
  return out;
}

}  // namespace

Text title(Cause cause) {
  switch (cause) {
    case Cause::NewYear:
      return {"Tết Dương lịch", "New Year"};
    case Cause::Tet:
      return {"Tết Âm lịch", "Lunar New Year"};
    case Cause::HungKings:
      return {"Giỗ Tổ Hùng Vương", "Hung Kings’ Day"};
    case Cause::Reunification:
      return {"Ngày Chiến thắng", "Victory Day"};
    case Cause::Labour:
      return {"Ngày Quốc tế lao động", "Labour Day"};
    case Cause::National:
      return {"Quốc khánh", "National Day"};
    case Cause::MakesUp:
      return {"Nghỉ bù ngày lễ trùng thứ Bảy, Chủ nhật",
              "In place of a holiday on a Saturday or Sunday"};
    case Cause::Swapped:
      return {"Hoán đổi ngày làm việc", "Exchanged with another day"};
  }
  return {};
}

std::string_view basis_of(Cause cause) {
  switch (cause) {
    case Cause::MakesUp:
      return "Bộ luật Lao động 45/2019/QH14, khoản 3 Điều 111";
    case Cause::Swapped:
      return "Thông báo lịch nghỉ của năm";
    default:
      return "Bộ luật Lao động 45/2019/QH14, Điều 112";
  }
}

std::vector<KnownDay> fixed_days(std::int32_t year) {
  if (year <= known_year_last) return {};
  return {{to_date({year, 1, 1}), Rule::Off, Cause::NewYear},
          {to_date({year, 4, 30}), Rule::Off, Cause::Reunification},
          {to_date({year, 5, 1}), Rule::Off, Cause::Labour},
          {to_date({year, 9, 2}), Rule::Off, Cause::National}};
}

const std::vector<KnownDay>& known_days() {
  static const std::vector<KnownDay> days = spread();
  return days;
}

}  // namespace lantoa::city::workday
