#include "city/workday/decide.h"

#include "city/faults.h"
#include "city/person.h"

namespace lantoa::city::workday {
namespace {

void check_days(Faults& faults, const SetDays& command, const Envelope& envelope) {
  if (!command.first) {
    faults.add(fields::first,
               {"Hãy ghi ngày, ví dụ 30/04/2027.", "Write the day, for example 30/04/2027."});
    return;
  }
  const std::int32_t year = to_civil(*command.first).year;
  const std::int32_t year_last = to_civil(envelope.today).year + years_ahead_max;
  if (year < year_first || year > year_last) {
    const std::string span = std::to_string(year_first) + " – " + std::to_string(year_last);
    faults.add(fields::first, {"Ngày phải thuộc các năm " + span + "; hãy xem lại năm.",
                               "The day must be of the years " + span + "; look at the year."});
  }
  const Date last = command.last.value_or(*command.first);
  if (to_civil(last).year != year) {
    faults.add(fields::last, {"Ngày cuối phải cùng năm với ngày đầu; hãy ghi năm sau riêng.",
                              "The last day must be of the same year; record the next one apart."});
  } else if (last < *command.first) {
    faults.add(fields::last, {"Ngày cuối phải bằng hoặc sau ngày đầu.",
                              "The last day must not come before the first."});
  } else if (static_cast<std::size_t>(last.days - command.first->days) >= days_at_once_max) {
    const std::string most = std::to_string(days_at_once_max);
    faults.add(fields::last,
               {"Một lần ghi được nhiều nhất " + most + " ngày; hãy xem lại ngày cuối.",
                "At most " + most + " days at once; look at the last day."});
  }
}

// Monday to Friday are worked anyway: what takes back a day off is Rule::ByWeek.
void check_worked(Faults& faults, const SetDays& command) {
  if (command.rule != Rule::Worked || !command.first) return;
  for (Date day = *command.first; day <= command.last.value_or(*command.first); day = day + 1) {
    if (is_weekend(day)) continue;
    faults.add(fields::rule, {"Ngày " + vietnamese(day) +
                                  " thuộc thứ Hai đến thứ Sáu; nếu không nghỉ nữa hãy chọn “Theo "
                                  "tuần”.",
                              vietnamese(day) + " is of Monday to Friday; where it is no longer "
                                                "off choose “By the week”."});
    return;
  }
}

// The same rule, name and basis already.
bool is_said(const State& state, const DaySet& fact) {
  const auto day = state.find(fact.date);
  return day && day->rule == fact.rule && day->name.vi == fact.name && day->basis == fact.basis;
}

}  // namespace

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const SetDays& command, const Envelope& envelope) {
  TRY(organisation.require(envelope.actor, Right::KeepWorkdays, organisation.root()));
  Faults faults;
  check_days(faults, command, envelope);
  if (!command.rule) {
    faults.add(fields::rule,
               {"Hãy chọn nghỉ, làm việc hay theo tuần.", "Choose off, worked or by the week."});
  }
  const std::string name = one_line(command.name);
  const std::string basis = one_line(command.basis);
  faults.need(fields::name, name, name_characters_max,
              {"Hãy ghi tên ngày này, ví dụ Nghỉ bù Giỗ Tổ Hùng Vương.",
               "Write what day it is, for example Nghỉ bù Giỗ Tổ Hùng Vương."});
  faults.need(fields::basis, basis, basis_characters_max,
              {"Hãy ghi căn cứ: số và ngày của thông báo, hoặc điều luật.",
               "Write what it rests on: number and date of the announcement, or the article."});
  check_worked(faults, command);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  const Date last = command.last.value_or(*command.first);
  for (Date day = *command.first; day <= last; day = day + 1) {
    const DaySet fact{day, *command.rule, name, basis, person_of(envelope.actor)};
    if (!is_said(state, fact)) decision.add("workday/" + iso(day), fact);
  }
  if (decision.facts.empty()) {
    return problem(Code::Conflict, {"Lịch đã ghi đúng như thế; không có gì để sửa.",
                                    "The calendar says so already; nothing changes."});
  }
  decision.answer = address_of(to_civil(*command.first).year) + "&xong=luu";
  return decision;
}

std::string address_of(std::int32_t year) { return "/lich-lam-viec?nam=" + std::to_string(year); }

}  // namespace lantoa::city::workday
