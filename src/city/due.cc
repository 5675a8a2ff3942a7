#include "city/due.h"

#include "city/faults.h"
#include "city/opening.h"
#include "viet/counted_days.h"

namespace lantoa::city {
namespace {

constexpr std::size_t told_characters = 60;  // of what was typed

std::string quoted(const std::string& typed) {
  return "“" + opening_of(typed, told_characters) + "”";
}

tl::unexpected<Problem> neither(const std::string& typed) {
  return problem(
      Code::Invalid,
      {quoted(typed) +
           " không phải là ngày có thật hay số ngày làm việc; hãy ghi như 30/06/2021 hoặc "
           "15 ngày làm việc.",
       quoted(typed) + " is neither a real date nor a number of working days; write it like "
                       "30/06/2021 or 15 working days."});
}

tl::unexpected<Problem> of_the_calendar(const std::string& typed, std::uint32_t days) {
  const std::string n = std::to_string(days);
  return problem(Code::Invalid, {quoted(typed) + " không nói là ngày làm việc; hãy ghi " + n +
                                     " ngày làm việc, hoặc một ngày như 30/06/2021.",
                                 quoted(typed) + " does not say working days; write " + n +
                                     " working days, or a day such as 30/06/2021."});
}

tl::unexpected<Problem> from_elsewhere(const std::string& typed, std::uint32_t days) {
  const std::string n = std::to_string(days);
  return problem(Code::Invalid,
                 {quoted(typed) + " tính từ một ngày khác; hãy ghi " + n +
                      " ngày làm việc nếu tính như ô này hướng dẫn, nếu không thì ghi một ngày như "
                      "30/06/2021.",
                  quoted(typed) + " counts from another day; write " + n +
                      " working days if they count as the field says, else a day such as "
                      "30/06/2021."});
}

}  // namespace

Due Due::within(std::uint32_t working_days) {
  Due out;
  out.working_days = working_days;
  return out;
}

Result<Due> parse_due(std::string_view typed, CountedFrom from) {
  using From = viet::CountedDays::From;
  const std::string text = one_line(typed);
  if (text.empty()) return Due{};
  if (const auto day = parse_date(text)) return Due{*day};
  const auto said = viet::read_counted_days(text);
  if (!said) return neither(text);
  if (!said->is_working) return of_the_calendar(text, said->days);
  const bool is_elsewhere = said->from == From::Elsewhere ||
                            (said->from == From::Issue && from == CountedFrom::AnotherDay);
  if (is_elsewhere) return from_elsewhere(text, said->days);
  if (auto wrong = wrong_working_days(said->days)) return problem(Code::Invalid, *std::move(wrong));
  return Due::within(said->days);
}

std::string write_due(const Due& due, Language language) {
  if (due.working_days != 0) return in_working_days(due.working_days).in(language);
  return due.day ? vietnamese(*due.day) : std::string();
}

Text in_working_days(std::uint32_t count) {
  const std::string n = std::to_string(count);
  return {n + " ngày làm việc", n + (count == 1 ? " working day" : " working days")};
}

Text due_said(Date day, std::optional<std::uint32_t> working_days) {
  const std::string last = vietnamese(day);
  if (!working_days) return {last, last};
  const Text so_many = in_working_days(*working_days);
  return {so_many.vi + ", tức đến hết ngày " + last, so_many.en + ", that is by " + last};
}

Text due_refused(const Due& due, std::optional<Date> day, const Text& why) {
  if (!day || due.working_days == 0) return why;
  const Text said = due_said(*day, due.working_days);
  return {said.vi + ": " + why.vi, said.en + ": " + why.en};
}

std::optional<Text> wrong_working_days(std::uint32_t count) {
  if (count >= 1 && count <= working_days_max) return std::nullopt;
  const std::string most = std::to_string(working_days_max);
  return Text{
      "Số ngày làm việc phải từ 1 đến " + most + "; xa hơn thì hãy ghi một ngày như 30/06/2021.",
      "Working days are 1 to " + most + "; for more write a day such as 30/06/2021."};
}

Text due_hint() {
  return {
      "Ngày/tháng/năm, hoặc số ngày làm việc kể từ ngày ban hành, ví dụ 15 ngày làm việc. Ngày "
      "ban hành không tính; ngày làm việc tiếp theo là ngày thứ nhất.",
      "Day/month/year, or working days after the day of issue, for example 15 working days. The "
      "day of issue does not count; the next working day is the first."};
}

Result<Due> due_of_body(std::optional<Date> day, std::optional<std::uint32_t> working_days,
                        std::string_view day_name) {
  if (day.has_value() == working_days.has_value()) {
    const std::string name(day_name);
    return problem(
        Code::Invalid,
        {"Hãy gửi “" + name +
             "” (một ngày) hoặc “working_days” (số ngày làm việc), "
             "không gửi cả hai.",
         "Send either “" + name + "” (a day) or “working_days” (their number), not both."},
        name);
  }
  if (day) return Due{*day};
  if (auto wrong = wrong_working_days(*working_days)) {
    return problem(Code::Invalid, *std::move(wrong), "working_days");
  }
  return Due::within(*working_days);
}

}  // namespace lantoa::city
