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

// Nobody knows the actual figures before the days are over that they are of.
Result<void> require_begun(const Round& round, Date today) {
  if (today >= round.taken_from()) return {};
  if (round.counted_to) {
    const std::string cut_off = vietnamese(*round.counted_to);
    return problem(Code::Conflict, {"Số thực tế của kỳ này tính đến hết ngày " + cut_off +
                                        "; từ ngày hôm sau mới nộp được.",
                                    "Actual figures of this period run to " + cut_off +
                                        "; reports are taken from the next day on."});
  }
  const std::string last = vietnamese(round.to);
  return problem(Code::Conflict,
                 {"Kỳ này tính đến hết ngày " + last + "; từ ngày đó mới nộp được.",
                  "The period runs to " + last + "; reports are taken from that day on."});
}

Result<void> require_version(const Round& round, UnitNo unit, std::uint32_t seen) {
  const Report* report = round.report(unit);
  if ((report == nullptr ? 0 : report->version()) == seen) return {};
  return problem(Code::Conflict,
                 {"Báo cáo đã có bản mới hơn bản bạn đang xem. Hãy xem lại rồi làm tiếp.",
                  "There is a newer version than the one you see. Look at it, then go on."});
}

// As a sentence begins that speaks of a column: which of its two figures it means, where there are
// two.
enum class WhichFigure { Only, Actual, Estimate };
Text column_named(WhichFigure which, const std::string& column) {
  switch (which) {
    case WhichFigure::Only:
      break;
    case WhichFigure::Actual:
      return {"Số thực tế của cột " + column, "Actual figure of column " + column};
    case WhichFigure::Estimate:
      return {"Số ước của cột " + column, "Estimate of column " + column};
  }
  return {"Cột " + column, "Column " + column};
}
std::string field_of(WhichFigure which, const std::string& column) {
  return which == WhichFigure::Estimate ? fields::estimate(column) : fields::cell(column);
}

// Nothing, and a fault, where it cannot be counted.
std::optional<std::uint64_t> read_figure(Faults& faults, WhichFigure which,
                                         const std::string& column,
                                         std::optional<std::uint64_t> typed) {
  const Text name = column_named(which, column);
  if (!typed) {
    faults.add(field_of(which, column), {name.vi + ": hãy ghi số; không có thì ghi 0.",
                                         name.en + ": write the number; 0 where there is none."});
  } else if (*typed > cell_max) {
    faults.add(field_of(which, column), {name.vi + ": số quá lớn; hãy xem lại đơn vị tính.",
                                         name.en + ": too large; look at the unit."});
    return std::nullopt;
  }
  return typed;
}

// In a round without estimates none may be sent: it would get lost without a word.
std::optional<std::uint64_t> read_estimate(Faults& faults, const Round& round,
                                           const std::string& column,
                                           std::optional<std::uint64_t> typed) {
  if (round.counted_to) return read_figure(faults, WhichFigure::Estimate, column, typed);
  if (typed) {
    faults.add(
        fields::estimate(column),
        {"Kỳ này chỉ lấy số thực tế; hãy bỏ số ước của cột " + column + ".",
         "This round takes actual figures only; leave out the estimate of column " + column + "."});
  }
  return std::nullopt;
}

std::vector<Cell> read_cells(Faults& faults, const Known& known, const Asked& of,
                             const SubmitReport& command) {
  const WhichFigure which = of.round->counted_to ? WhichFigure::Actual : WhichFigure::Only;
  std::vector<Cell> out;
  for (const Column& column : of.form->columns) {
    const auto typed =
        std::find_if(command.cells.begin(), command.cells.end(),
                     [&](const TypedCell& cell) { return cell.column == column.code; });
    const TypedCell cell = typed == command.cells.end() ? TypedCell{} : *typed;
    const auto amount = read_figure(faults, which, column.code, cell.amount);
    const auto estimate = read_estimate(faults, *of.round, column.code, cell.estimate);
    if (!amount) continue;
    out.push_back({column.code, *amount,
                   counted_of(*of.round, column, known.activities, command.unit), estimate});
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

std::uint64_t figure_in(const std::vector<Cell>& cells, const std::string& column,
                        WhichFigure which) {
  const auto found = std::find_if(cells.begin(), cells.end(),
                                  [&](const Cell& cell) { return cell.column == column; });
  if (found == cells.end()) return 0;
  return which == WhichFigure::Estimate ? found->estimate.value_or(0) : found->amount;
}

void check_sums(Faults& faults, const Form& form, const std::vector<Cell>& cells,
                WhichFigure which) {
  for (const Check& check : form.checks) {
    std::uint64_t sum = 0;
    std::string parts;
    for (const std::string& one : check.parts) {
      sum += figure_in(cells, one, which);
      parts += (parts.empty() ? "" : " + ") + one;
    }
    const std::uint64_t whole = figure_in(cells, check.whole, which);
    if (whole == sum) continue;
    const Text name = column_named(which, check.whole);
    faults.add(field_of(which, check.whole),
               {name.vi + " phải bằng " + parts + ": đang là " + in_vietnamese(whole) +
                    ", cộng lại được " + in_vietnamese(sum) + ".",
                name.en + " must be " + parts + ": it is " + in_english(whole) + ", the sum is " +
                    in_english(sum) + "."});
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

Result<void> require_over(const Round& round, Date today) {
  if (today >= round.taken_from()) return {};
  const std::string last = vietnamese(round.actual_to());
  if (round.counted_to) {
    return problem(Code::Conflict, {"Số thực tế của kỳ này còn tính đến hết ngày " + last + ".",
                                    "Actual figures of this period still run to " + last + "."});
  }
  return problem(Code::Conflict, {"Kỳ này còn đến hết ngày " + last + ".",
                                  "The period still runs to " + last + "."});
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
std::string fields::estimate(std::string_view column) { return "uoc-" + std::string(column); }

bool may_review(const organisation::State& organisation, const Actor& actor, UnitNo unit) {
  const UnitNo parent = organisation.unit(unit).parent;
  return parent && (organisation.allows(actor, Right::Urge, parent) ||
                    organisation.allows(actor, Right::ReportTask, parent));
}

Decided decide(const Known& known, const SubmitReport& command, const Envelope& envelope) {
  TRY_ASSIGN(const Asked of, asked(known, command.round, command.unit));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, command.unit));
  TRY(require_open(*of.round, command.unit, envelope.today));
  TRY(require_version(*of.round, command.unit, command.seen_version));
  TRY(require_begun(*of.round, envelope.today));
  const Standing standing = of.round->standing(command.unit);
  if (standing == Standing::Accepted) {
    return problem(Code::Conflict,
                   {"Báo cáo đã được nhận. Muốn sửa, hãy nhờ cơ quan nhận trả lại trước.",
                    "The report is accepted. To change it, ask for it to be sent back first."});
  }
  Faults faults;
  std::vector<Cell> cells = read_cells(faults, known, of, command);
  refuse_others(faults, *of.form, command);
  if (!faults.any()) {
    check_sums(faults, *of.form, cells,
               of.round->counted_to ? WhichFigure::Actual : WhichFigure::Only);
    if (of.round->counted_to) check_sums(faults, *of.form, cells, WhichFigure::Estimate);
  }
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
  TRY(require_over(*round, envelope.today));
  const RollUp all = roll_up(*round, *form, known.organisation)[round->scope.index()];
  RoundClosed fact{round->no, all.counted, {}, {}};
  for (std::size_t i = 0; i < form->columns.size(); ++i) {
    fact.sums.push_back({form->columns[i].code, all.sums[i], all.estimate(i)});
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

namespace {

// Also one that was closed since it was asked; its code may be another unit's now.
UnitNo asked_by_code(const Round& round, const organisation::State& units, std::string_view code) {
  for (const UnitNo unit : {units.by_code(code), units.closed_by_code(code)}) {
    if (unit && round.asks(unit)) return unit;
  }
  return {};
}

}  // namespace

Decided decide(const Known& known, const AllowLate& command, const Envelope& envelope) {
  TRY_ASSIGN(const Round* round, known.statistics.find(command.round));
  TRY(known.organisation.require(envelope.actor, Right::Urge, round->scope));
  if (!round->closing) {
    return problem(Code::Conflict, {"Kỳ báo cáo còn mở; đơn vị nộp được ngay.",
                                    "The round is still open; the unit can hand in."});
  }
  Faults faults;
  const UnitNo unit = asked_by_code(*round, known.organisation, command.unit_code);
  if (!unit) {
    faults.add(fields::unit,
               {"Không có đơn vị mang mã này trong danh sách phải nộp báo cáo kỳ này.",
                "No unit with this code is on the list of this round."});
  }
  const std::optional<Date> until = known.workdays.day_due(command.until, envelope.today);
  if (!until || *until < envelope.today || *until - envelope.today > late_days_max) {
    faults.add(fields::until, due_refused(command.until, until,
                                          {"Chọn một ngày từ hôm nay đến 60 ngày nữa.",
                                           "Choose a day from today to 60 days on."}));
  }
  const std::string reason = read_reason(faults, command.reason);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("round", round->no),
               LateAllowed{round->no, unit, *until, reason, person_of(envelope.actor),
                           command.until.days_said()});
  decision.answer = address_of(round->no, unit) + "?xong=luu";
  return decision;
}

}  // namespace lantoa::city::statistics
