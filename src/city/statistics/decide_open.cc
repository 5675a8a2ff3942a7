// Who may ask for reports, for which days, on which form.
#include <algorithm>

#include "city/faults.h"
#include "city/person.h"
#include "city/statistics/decide.h"

namespace lantoa::city::statistics {
namespace {

// `due`: none where nothing was said that can be counted.
void check_due(Faults& faults, const OpenRound& command, std::optional<Date> due, Date today) {
  if (!command.due) {
    return faults.add(fields::due,
                      {"Hãy ghi hạn nộp: một ngày như 05/07/2021, hoặc số ngày làm việc.",
                       "Write the deadline: a day such as 05/07/2021, or working days."});
  }
  if (!due) return faults.add(fields::due, *wrong_working_days(command.due.working_days));
  if (!command.counted_to) {
    if (*due >= std::max(command.to, today)) return;
    return faults.add(
        fields::due,
        due_refused(command.due, due,
                    {"Hạn nộp phải từ ngày cuối kỳ và từ hôm nay trở đi.",
                     "The deadline must not be before the last day of the period, nor before "
                     "today."}));
  }
  if (*due > *command.counted_to && *due >= today) return;
  faults.add(fields::due,
             due_refused(command.due, due,
                         {"Hạn nộp phải sau ngày cuối có số thực tế và từ hôm nay trở đi.",
                          "The deadline must be after the last day of actual figures, and not "
                          "before today."}));
}

// Reports are taken from the day after the cut-off on, so a deadline may lie within the period.
void check_deadline(Faults& faults, const OpenRound& command, std::optional<Date> due, Date today) {
  if (!command.counted_to) return check_due(faults, command, due, today);
  if (*command.counted_to < command.from || *command.counted_to >= command.to) {
    faults.add(fields::counted_to,
               {"Ngày cuối có số thực tế phải từ ngày đầu kỳ và trước ngày cuối kỳ.",
                "The last day of actual figures lies within the period, before its last day."});
  }
  check_due(faults, command, due, today);
}

void check_days(Faults& faults, const OpenRound& command, std::optional<Date> due, Date today) {
  if (today - command.from > days_back_max) {
    faults.add(fields::from, {"Kỳ đã qua quá lâu; hãy xem lại năm.",
                              "The period is too long ago; look at the year."});
  }
  if (command.to - today > days_ahead_max) {
    faults.add(fields::to, {"Kỳ còn quá xa; hãy xem lại năm.",
                            "The period is too far ahead; look at the year."});
  } else if (command.to < command.from) {
    faults.add(fields::to, {"Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.",
                            "The last day must not be before the first."});
  } else if (command.to - command.from > period_days_max) {
    faults.add(fields::to, {"Kỳ báo cáo dài quá 400 ngày; hãy xem lại năm.",
                            "The period is longer than 400 days; look at the years."});
  }
  check_deadline(faults, command, due, today);
}

// Of the kinds that fill the form, the scope itself among them, ascending.
NumberSet asked_units(const organisation::State& organisation, const Form& form, UnitNo scope) {
  std::vector<std::uint32_t> out;
  for (const organisation::Kind kind : form.asks) {
    for (const UnitNo unit : organisation.of_kind(kind, scope)) out.push_back(unit.value);
  }
  return NumberSet::of(std::move(out));
}

Problem official_already(std::uint32_t round) {
  const std::string number = std::to_string(round);
  return {Code::Conflict,
          {"Số liệu chính thức của kỳ này đã được yêu cầu (kỳ báo cáo số " + number +
               "), nên không lấy số ước nữa.",
           "The official figures of this period are asked for already (round " + number +
               "), so no estimates are."},
          fields::counted_to,
          {}};
}

Result<void> check_twin(const State& state, const OpenRound& command) {
  for (std::uint32_t i = state.rounds(); i > 0; --i) {
    const Round& one = state.round(RoundNo{i});
    if (one.cancelled || one.form != command.form || one.scope != command.scope ||
        one.from != command.from || one.to != command.to) {
      continue;
    }
    if (command.counted_to && !one.counted_to) return tl::unexpected(official_already(i));
    // After the estimates the same days are asked for once more, as official figures.
    if (one.counted_to && !command.counted_to) continue;
    return problem(Code::Conflict,
                   {"Kỳ này đã mở rồi (kỳ báo cáo số " + std::to_string(i) + ").",
                    "This period is open already (round " + std::to_string(i) + ")."},
                   fields::from);
  }
  return {};
}

Text not_in_force(const Form& form, Date last) {
  const Text when = asked_when(form);
  return {"Biểu mẫu này không có hiệu lực vào ngày cuối kỳ (" + vietnamese(last) + "). " + when.vi,
          "This form is not in force on the last day of the period (" + vietnamese(last) + "). " +
              when.en};
}

}  // namespace

Decided decide(const Known& known, const OpenRound& command, const Envelope& envelope) {
  TRY(known.organisation.find(command.scope));
  TRY(known.organisation.require(envelope.actor, Right::Urge, command.scope));
  TRY(known.organisation.require_open(
      command.scope, {},
      {"Hãy mở kỳ báo cáo cho đơn vị đang hoạt động.", "Ask for reports of a unit that is open."}));
  Faults faults;
  const std::optional<Date> due = known.workdays.day_due(command.due, envelope.today);
  check_days(faults, command, due, envelope.today);
  const Form* form = find_form(command.form);
  NumberSet units;
  if (form == nullptr) {
    faults.add(fields::form, {"Hãy chọn biểu mẫu.", "Choose a form."});
  } else if (!form->is_in_force(command.to)) {
    faults.add(fields::form, not_in_force(*form, command.to));
  } else {
    units = asked_units(known.organisation, *form, command.scope);
    if (units.numbers.empty()) {
      faults.add(fields::form,
                 {"Không có đơn vị nào phải điền biểu mẫu này.", "No unit has to fill this form."});
    }
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  TRY(check_twin(known.statistics, command));
  const RoundNo no{known.statistics.rounds() + 1};
  const bool follows = known.statistics.with_estimates(command.form, command.scope, command.from,
                                                       command.to) != std::nullopt;
  const bool has_estimates = command.counted_to.has_value();
  ledger::Decision decision;
  decision.add(subject("round", no),
               RoundOpened{no, command.form,
                           period_title(command.from, command.to, has_estimates, follows).vi,
                           command.from, command.to, *due, command.scope, std::move(units),
                           person_of(envelope.actor), command.counted_to, command.due.days_said()});
  decision.answer = address_of(no) + "?xong=luu";
  return decision;
}

}  // namespace lantoa::city::statistics
