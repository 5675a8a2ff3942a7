// How a period and a round are named.
#include "city/statistics/decide.h"

namespace lantoa::city::statistics {
namespace {

struct Named {
  std::int32_t first_month, last_month;
  const char* vi;
  const char* en;
};
constexpr Named named[] = {
    {1, 12, "năm ", "year "},
    {1, 6, "6 tháng đầu năm ", "first half of "},
    {7, 12, "6 tháng cuối năm ", "second half of "},
    {1, 3, "quý I năm ", "first quarter of "},
    {4, 6, "quý II năm ", "second quarter of "},
    {7, 9, "quý III năm ", "third quarter of "},
    {10, 12, "quý IV năm ", "fourth quarter of "},
};

bool is_last_of_month(Date date) { return to_civil(Date{date.days + 1}).day == 1; }

}  // namespace

Text period(Date from, Date to) {
  const auto first = to_civil(from);
  const auto last = to_civil(to);
  if (first.year == last.year && first.day == 1 && is_last_of_month(to)) {
    const std::string year = std::to_string(first.year);
    for (const Named& one : named) {
      if (first.month == one.first_month && last.month == one.last_month) {
        return {one.vi + year, one.en + year};
      }
    }
    if (first.month == last.month) {
      const std::string month = std::to_string(first.month);
      return {"tháng " + month + " năm " + year, month + "/" + year};
    }
  }
  return {"từ " + vietnamese(from) + " đến " + vietnamese(to),
          vietnamese(from) + " to " + vietnamese(to)};
}

Text period_title(Date from, Date to, bool has_estimates, bool follows) {
  Text out = period(from, to);
  const CivilDate first = to_civil(from);
  const CivilDate last = to_civil(to);
  const bool is_year = first.year == last.year && first.month == 1 && first.day == 1 &&
                       last.month == 12 && last.day == 31;
  if (has_estimates) {
    out.vi += ", số ước";
    out.en += ", estimates";
  } else if (follows || is_year) {
    out.vi += ", chính thức";
    out.en += ", official";
  }
  return out;
}

Text period_title(const Round& round) {
  return period_title(round.from, round.to, round.counted_to.has_value(),
                      round.follows.has_value());
}

Result<const Form*> form_of(const Round& round) {
  if (const Form* form = find_form(round.form)) return form;
  return problem(
      Code::Unsupported,
      {"Phiên bản này không có biểu mẫu “" + round.form + "”. Hãy nâng cấp chương trình.",
       "This version has no form “" + round.form + "”. Upgrade the program."});
}

std::string address_of(RoundNo round) { return "/bao-cao/" + std::to_string(round.value); }

std::string address_of(RoundNo round, UnitNo unit) {
  return address_of(round) + "/don-vi/" + std::to_string(unit.value);
}

}  // namespace lantoa::city::statistics
