#include "city/statistics/decide.h"

#include <algorithm>
#include <set>

#include "city/faults.h"
#include "city/person.h"
#include "city/statistics/roll_up.h"
#include "platform/html/view.h"

namespace lantoa::city::statistics {
namespace {

std::string in_vietnamese(std::uint64_t amount) {
  return html::grouped(amount, Language::Vietnamese);
}
std::string in_english(std::uint64_t amount) { return html::grouped(amount, Language::English); }

void check_days(Faults& faults, const OpenRound& command, Date today) {
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
  if (command.due < std::max(command.to, today)) {
    faults.add(fields::due,
               {"Hạn nộp phải từ ngày cuối kỳ và từ hôm nay trở đi.",
                "The deadline must not be before the last day of the period, nor before today."});
  }
}

// Of the kinds that fill the form, the scope itself among them, ascending.
NumberSet asked_units(const organisation::State& organisation, const Form& form, UnitNo scope) {
  std::vector<std::uint32_t> out;
  for (const organisation::Kind kind : form.asks) {
    for (const UnitNo unit : organisation.of_kind(kind, scope)) out.push_back(unit.value);
  }
  return NumberSet::of(std::move(out));
}

Result<void> check_twin(const State& state, const OpenRound& command) {
  for (std::uint32_t i = state.rounds(); i > 0; --i) {
    const Round& one = state.round(RoundNo{i});
    if (one.cancelled || one.form != command.form || one.scope != command.scope ||
        one.from != command.from || one.to != command.to) {
      continue;
    }
    return problem(Code::Conflict,
                   {"Kỳ này đã mở rồi (kỳ báo cáo số " + std::to_string(i) + ").",
                    "This period is open already (round " + std::to_string(i) + ")."},
                   fields::from);
  }
  return {};
}

struct Asked {
  const Round* round = nullptr;
  const Form* form = nullptr;
};

Result<Asked> asked(const Known& known, RoundNo no, UnitNo unit) {
  Asked out;
  TRY_ASSIGN(out.round, known.statistics.find(no));
  TRY_ASSIGN(out.form, form_of(*out.round));
  if (out.round->asks(unit)) return out;
  return problem(Code::NotFound, {"Đơn vị này không phải nộp báo cáo của kỳ này.",
                                  "This unit is not asked for a report in this round."});
}

Result<void> require_asked_for(const Round& round) {
  if (!round.cancelled) return {};
  return problem(Code::Conflict, {"Kỳ báo cáo đã hủy.", "The round was cancelled."});
}

Result<void> require_open(const Round& round, UnitNo unit, Date today) {
  TRY(require_asked_for(round));
  if (round.takes(unit, today)) return {};
  return problem(Code::Conflict,
                 {"Kỳ báo cáo đã khóa. Hãy đề nghị cơ quan tổng hợp cho đơn vị nộp bổ sung.",
                  "The round is closed. Ask those who add it up to let the unit in once more."});
}

Result<void> require_version(const Round& round, UnitNo unit, std::uint32_t seen) {
  const Report* report = round.report(unit);
  if ((report == nullptr ? 0 : report->version()) == seen) return {};
  return problem(Code::Conflict,
                 {"Báo cáo đã có bản mới hơn bản bạn đang xem. Hãy xem lại rồi làm tiếp.",
                  "There is a newer version than the one you see. Look at it, then go on."});
}

std::vector<Cell> read_cells(Faults& faults, const Known& known, const Asked& of,
                             const SubmitReport& command) {
  std::vector<Cell> out;
  for (const Column& column : of.form->columns) {
    const auto typed =
        std::find_if(command.cells.begin(), command.cells.end(),
                     [&](const TypedCell& cell) { return cell.column == column.code; });
    if (typed == command.cells.end() || !typed->amount) {
      faults.add(fields::cell(column.code),
                 {"Cột " + column.code + ": hãy ghi số; không có thì ghi 0.",
                  "Column " + column.code + ": write the number; 0 where there is none."});
      continue;
    }
    if (*typed->amount > cell_max) {
      faults.add(fields::cell(column.code),
                 {"Cột " + column.code + ": số quá lớn; hãy xem lại đơn vị tính.",
                  "Column " + column.code + ": too large; look at the unit."});
      continue;
    }
    out.push_back({column.code, *typed->amount,
                   counted_of(*of.round, column, known.activities, command.unit)});
  }
  return out;
}

// A form has no other fields; a program may send anything, and nothing of it must get lost.
void refuse_others(Faults& faults, const Form& form, const SubmitReport& command) {
  std::set<std::string_view> seen;
  if (command.cells.size() > 2 * form.columns.size()) {
    return faults.add(fields::cell("*"), {"Quá nhiều số liệu.", "Too many cells."});
  }
  for (const TypedCell& cell : command.cells) {
    if (find_column(form, cell.column) == nullptr) {
      faults.add(fields::cell(cell.column), {"Biểu mẫu không có cột “" + cell.column + "”.",
                                             "The form has no column “" + cell.column + "”."});
    } else if (!seen.insert(cell.column).second) {
      faults.add(fields::cell(cell.column), {"Cột " + cell.column + " ghi hai lần.",
                                             "Column " + cell.column + " is given twice."});
    }
  }
}

std::uint64_t amount_in(const std::vector<Cell>& cells, const std::string& column) {
  const auto found = std::find_if(cells.begin(), cells.end(),
                                  [&](const Cell& cell) { return cell.column == column; });
  return found == cells.end() ? 0 : found->amount;
}

void check_sums(Faults& faults, const Form& form, const std::vector<Cell>& cells) {
  for (const Check& check : form.checks) {
    std::uint64_t sum = 0;
    std::string parts;
    for (const std::string& part : check.parts) {
      sum += amount_in(cells, part);
      parts += (parts.empty() ? "" : " + ") + part;
    }
    const std::uint64_t whole = amount_in(cells, check.whole);
    if (whole == sum) continue;
    faults.add(fields::cell(check.whole),
               {"Cột " + check.whole + " phải bằng " + parts + ": đang là " + in_vietnamese(whole) +
                    ", cộng lại được " + in_vietnamese(sum) + ".",
                "Column " + check.whole + " must be " + parts + ": it is " + in_english(whole) +
                    ", the sum is " + in_english(sum) + "."});
  }
}

void check_note(Faults& faults, const std::vector<Cell>& cells, const std::string& note) {
  faults.limit(fields::note, note, note_characters_max);
  if (!note.empty()) return;
  std::string differing;
  for (const Cell& cell : cells) {
    if (!cell.counted || *cell.counted == cell.amount) continue;
    differing += (differing.empty() ? "" : ", ") + cell.column;
  }
  if (differing.empty()) return;
  faults.add(fields::note,
             {"Hãy giải trình vì sao khác với các hoạt động đã ghi: cột " + differing + ".",
              "Say why it differs from the recorded activities: column " + differing + "."});
}

std::string read_reason(Faults& faults, const std::string& typed) {
  const std::string reason = one_line(typed);
  faults.need(fields::reason, reason, reason_characters_max,
              {"Hãy ghi lý do.", "Write the reason."});
  return reason;
}

// The latest version that counts, as its reader saw it. Also of a closed round: accepting changes
// no sum.
Result<Asked> for_review(const Known& known, RoundNo no, UnitNo unit, std::uint32_t seen,
                         const Envelope& envelope) {
  TRY_ASSIGN(const Asked of, asked(known, no, unit));
  if (!may_review(known.organisation, envelope.actor, unit)) {
    return tl::unexpected(not_allowed(Right::Urge));
  }
  TRY(require_asked_for(*of.round));
  TRY(require_version(*of.round, unit, seen));
  const Report* report = of.round->report(unit);
  if (report != nullptr && report->counts()) return of;
  return problem(Code::Conflict, {"Đơn vị chưa nộp, hoặc báo cáo đã bị trả lại.",
                                  "Nothing was handed in, or it was sent back already."});
}

}  // namespace

std::string fields::cell(std::string_view column) { return "cot-" + std::string(column); }

bool may_review(const organisation::State& organisation, const Actor& actor, UnitNo unit) {
  const UnitNo parent = organisation.unit(unit).parent;
  return parent && (organisation.allows(actor, Right::Urge, parent) ||
                    organisation.allows(actor, Right::ReportTask, parent));
}

Decided decide(const Known& known, const OpenRound& command, const Envelope& envelope) {
  TRY(known.organisation.find(command.scope));
  TRY(known.organisation.require(envelope.actor, Right::Urge, command.scope));
  Faults faults;
  check_days(faults, command, envelope.today);
  const Form* form = find_form(command.form);
  NumberSet units;
  if (form == nullptr) {
    faults.add(fields::form, {"Hãy chọn biểu mẫu.", "Choose a form."});
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
  ledger::Decision decision;
  decision.add(
      subject("round", no),
      RoundOpened{no, command.form, period(command.from, command.to).vi, command.from, command.to,
                  command.due, command.scope, std::move(units), person_of(envelope.actor)});
  decision.answer = address_of(no) + "?xong=luu";
  return decision;
}

Decided decide(const Known& known, const SubmitReport& command, const Envelope& envelope) {
  TRY_ASSIGN(const Asked of, asked(known, command.round, command.unit));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, command.unit));
  TRY(require_open(*of.round, command.unit, envelope.today));
  TRY(require_version(*of.round, command.unit, command.seen_version));
  if (envelope.today < of.round->to) {
    return problem(Code::Conflict, {"Kỳ này tính đến hết ngày " + vietnamese(of.round->to) +
                                        "; từ ngày đó mới nộp được.",
                                    "The period runs to " + vietnamese(of.round->to) +
                                        "; reports are taken from that day on."});
  }
  const Standing standing = of.round->standing(command.unit);
  if (standing == Standing::Accepted) {
    return problem(Code::Conflict,
                   {"Báo cáo đã được nhận. Muốn sửa, hãy nhờ cơ quan nhận trả lại trước.",
                    "The report is accepted. To change it, ask for it to be sent back first."});
  }
  Faults faults;
  std::vector<Cell> cells = read_cells(faults, known, of, command);
  refuse_others(faults, *of.form, command);
  if (!faults.any()) check_sums(faults, *of.form, cells);
  std::string note = one_line(command.note);
  check_note(faults, cells, note);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  if (standing == Standing::Submitted) {
    const Version& latest = of.round->report(command.unit)->latest();
    if (latest.cells == cells && latest.note == note) {
      return problem(Code::Conflict,
                     {"Không có gì khác với bản đã nộp.", "Nothing differs from what is there."});
    }
  }
  ledger::Decision decision;
  decision.add(subject("round", command.round),
               ReportSubmitted{command.round, command.unit, command.seen_version + 1,
                               std::move(cells), std::move(note), person_of(envelope.actor)});
  decision.answer = address_of(command.round, command.unit) + "?xong=nop-bao-cao";
  return decision;
}

Decided decide(const Known& known, const ReturnReport& command, const Envelope& envelope) {
  TRY_ASSIGN(const Asked of,
             for_review(known, command.round, command.unit, command.seen_version, envelope));
  TRY(require_open(*of.round, command.unit, envelope.today));
  Faults faults;
  const std::string reason = read_reason(faults, command.reason);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("round", command.round),
               ReportReturned{command.round, command.unit, command.seen_version, reason,
                              person_of(envelope.actor)});
  decision.answer = address_of(command.round, command.unit) + "?xong=tra-lai";
  return decision;
}

Decided decide(const Known& known, const AcceptReport& command, const Envelope& envelope) {
  TRY_ASSIGN(const Asked of,
             for_review(known, command.round, command.unit, command.seen_version, envelope));
  ledger::Decision decision;
  decision.answer = address_of(command.round, command.unit) + "?xong=nhan-bao-cao";
  const Version& latest = of.round->report(command.unit)->latest();
  if (latest.accepted) return decision;
  if (latest.by && latest.by == person_of(envelope.actor)) {
    return problem(Code::Forbidden,
                   {"Bạn đã nộp bản này thay đơn vị; người khác phải tiếp nhận.",
                    "You handed this version in for the unit; somebody else has to accept it."});
  }
  decision.add(
      subject("round", command.round),
      ReportAccepted{command.round, command.unit, command.seen_version, person_of(envelope.actor)});
  return decision;
}

Decided decide(const Known& known, const CloseRound& command, const Envelope& envelope) {
  TRY_ASSIGN(const Round* round, known.statistics.find(command.round));
  TRY_ASSIGN(const Form* form, form_of(*round));
  TRY(known.organisation.require(envelope.actor, Right::Urge, round->scope));
  TRY(require_asked_for(*round));
  if (round->closing) {
    return problem(Code::Conflict, {"Kỳ báo cáo đã khóa rồi.", "The round is closed already."});
  }
  if (envelope.today < round->to) {
    return problem(Code::Conflict, {"Kỳ này còn đến hết ngày " + vietnamese(round->to) + ".",
                                    "The period still runs to " + vietnamese(round->to) + "."});
  }
  const RollUp all = roll_up(*round, *form, known.organisation)[round->scope.index()];
  RoundClosed fact{round->no, all.counted, {}, {}};
  for (std::size_t i = 0; i < form->columns.size(); ++i) {
    fact.sums.push_back({form->columns[i].code, all.sums[i]});
  }
  ledger::Decision decision;
  decision.add(subject("round", round->no), fact);
  if (const auto by = person_of(envelope.actor)) {
    decision.add(subject("round", round->no), RoundClosedBy{round->no, *by});
  }
  decision.answer = address_of(round->no) + "?xong=khoa-bao-cao";
  return decision;
}

Decided decide(const Known& known, const CancelRound& command, const Envelope& envelope) {
  TRY_ASSIGN(const Round* round, known.statistics.find(command.round));
  TRY(known.organisation.require(envelope.actor, Right::Urge, round->scope));
  TRY(require_asked_for(*round));
  if (round->closing) {
    return problem(Code::Conflict, {"Kỳ báo cáo đã khóa nên không hủy được.",
                                    "The round is closed and cannot be cancelled."});
  }
  Faults faults;
  const std::string reason = read_reason(faults, command.reason);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("round", round->no),
               RoundCancelled{round->no, reason, person_of(envelope.actor)});
  decision.answer = address_of(round->no) + "?xong=huy";
  return decision;
}

Decided decide(const Known& known, const AllowLate& command, const Envelope& envelope) {
  TRY_ASSIGN(const Round* round, known.statistics.find(command.round));
  TRY(known.organisation.require(envelope.actor, Right::Urge, round->scope));
  if (!round->closing) {
    return problem(Code::Conflict, {"Kỳ báo cáo còn mở; đơn vị nộp được ngay.",
                                    "The round is still open; the unit can hand in."});
  }
  Faults faults;
  const UnitNo unit = known.organisation.by_code(command.unit_code);
  if (!unit || !round->asks(unit)) {
    faults.add(fields::unit,
               {"Không có đơn vị mang mã này trong danh sách phải nộp báo cáo kỳ này.",
                "No unit with this code is on the list of this round."});
  }
  if (command.until < envelope.today || command.until - envelope.today > late_days_max) {
    faults.add(fields::until, {"Chọn một ngày từ hôm nay đến 60 ngày nữa.",
                               "Choose a day from today to 60 days on."});
  }
  const std::string reason = read_reason(faults, command.reason);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("round", round->no),
               LateAllowed{round->no, unit, command.until, reason, person_of(envelope.actor)});
  decision.answer = address_of(round->no, unit) + "?xong=luu";
  return decision;
}

}  // namespace lantoa::city::statistics
