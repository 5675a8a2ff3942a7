#include "city/activity/decide.h"

#include <algorithm>
#include <set>

#include "city/activity/kinds.h"
#include "city/activity/rules.h"
#include "city/faults.h"
#include "city/person.h"
#include "platform/html/view.h"
#include "viet/document_number.h"

namespace lantoa::city::activity {
namespace {

void check_task_day(Faults& faults, const Known& known, AssignmentNo no, Date on) {
  const auto assignment = known.plans.find(no);
  if (!assignment) return;
  const plan::Task& task = known.plans.task((*assignment)->task);
  const Date issued = known.plans.plan(task.plan).issued;
  const AmendmentNo by = (*assignment)->withdrawn;
  if (by && on > known.plans.amendment(by).closed) {
    const std::string day = vietnamese(known.plans.amendment(by).closed);
    return faults.add(fields::on,
                      {"Việc này đã rút khỏi kế hoạch ngày " + day +
                           "; hoạt động sau ngày đó không thuộc việc này. Hãy sửa ngày, hoặc để "
                           "hoạt động không thuộc việc nào.",
                       "The task was withdrawn on " + day +
                           "; what came after is not of it. Correct the day, or choose no task."});
  }
  if (on >= issued) return;
  faults.add(fields::on,
             {"Kế hoạch ban hành ngày " + vietnamese(issued) +
                  "; hoạt động trước ngày đó không thuộc việc này. Hãy sửa ngày, hoặc để hoạt động "
                  "không thuộc việc nào.",
              "The plan was issued on " + vietnamese(issued) +
                  "; what came before is not of this task. Correct the day, or choose no task."});
}

Text after_closing(const organisation::State& units, UnitNo unit) {
  const Text closed = *units.closed_in_words(unit);
  return {closed.vi +
              ", nên không có hoạt động từ ngày đó. Hãy sửa ngày, hoặc ghi cho đơn vị nay làm việc "
              "này.",
          closed.en +
              ", so it did nothing from then on. Correct the day, or record it for the unit that "
              "does this work now."};
}

// `before`: the day that is recorded already; it may be as old as it is, and after a closing that
// was recorded later.
void check_day(Faults& faults, const Known& known, UnitNo unit, const Typed& typed,
               std::optional<Date> before, Date today) {
  if (!typed.on) {
    faults.add(fields::on,
               {"Hãy ghi ngày, ví dụ 18/05/2021.", "Write the day, for example 18/05/2021."});
    return;
  }
  const std::string day = vietnamese(*typed.on);
  if (*typed.on > today) {
    faults.add(fields::on, {"Ngày " + day + " chưa tới; chỉ ghi hoạt động đã làm xong.",
                            day + " is still to come; record what is done."});
  } else if (today - *typed.on > days_back_max && typed.on != before) {
    faults.add(fields::on, {"Ngày " + day + " đã quá một năm; hãy xem lại năm.",
                            day + " is over a year ago; look at the year."});
  } else if (unit && !known.organisation.open_on(unit, *typed.on) && typed.on != before) {
    faults.add(fields::on, after_closing(known.organisation, unit));
  } else {
    check_task_day(faults, known, typed.assignment, *typed.on);
  }
}

void check_assignment(Faults& faults, const Known& known, UnitNo unit, AssignmentNo no) {
  if (!no) return;
  const auto assignment = known.plans.find(no);
  if (assignment && (*assignment)->unit == unit) return;
  faults.add(fields::assignment,
             {"Việc này không được giao cho đơn vị này; hãy sửa lại việc, hoặc bỏ trống.",
              "This task was not given to this unit; choose another one or none."});
}

// As it stands within a sentence.
std::string small(std::string title) {
  if (title[0] >= 'A' && title[0] <= 'Z') title[0] = static_cast<char>(title[0] - 'A' + 'a');
  return title;
}

// A form has no other fields; a program may send anything, and nothing of it must get lost.
void refuse_others(Faults& faults, const Kind& kind, const Typed& typed) {
  std::set<std::string_view> seen;
  if (typed.amounts.size() > 10 * kind.measures.size()) {
    return faults.add(fields::amount(kind.code, "*"), {"Quá nhiều số liệu.", "Too many amounts."});
  }
  for (const Amount& amount : typed.amounts) {
    const bool is_asked =
        std::any_of(kind.measures.begin(), kind.measures.end(),
                    [&](const Asked& asked) { return asked.measure == amount.measure; });
    if (!is_asked) {
      const Measure* measure = find_measure(amount.measure);
      const Text what = measure == nullptr ? Text{amount.measure, amount.measure} : measure->title;
      faults.add(
          fields::amount(kind.code, amount.measure),
          {"Loại “" + kind.title.vi + "” không có số liệu “" + what.vi + "”; hãy bỏ trống.",
           "The kind “" + kind.title.en + "” has no measure “" + what.en + "”; leave it empty."});
    } else if (!seen.insert(amount.measure).second) {
      faults.add(fields::amount(kind.code, amount.measure),
                 {"Số liệu “" + amount.measure + "” ghi hai lần.",
                  "The measure “" + amount.measure + "” is given twice."});
    }
  }
}

// Those that the kind asks for, in its order.
std::vector<Amount> read_amounts(Faults& faults, const Kind& kind, const Typed& typed) {
  const auto typed_of = [&](std::string_view measure) -> std::optional<std::uint32_t> {
    const auto found = std::find_if(typed.amounts.begin(), typed.amounts.end(),
                                    [&](const Amount& one) { return one.measure == measure; });
    return found == typed.amounts.end() ? std::nullopt : std::optional(found->amount);
  };
  std::vector<Amount> out;
  for (const Asked& asked : kind.measures) {
    const Measure& measure = *find_measure(asked.measure);
    const std::string field = fields::amount(kind.code, asked.measure);
    const auto amount = typed_of(asked.measure);
    if (!amount) {
      if (asked.required) {
        faults.add(field, {"Hãy ghi " + small(measure.title.vi) + ".",
                           "Write the number of " + small(measure.unit.en) + "."});
      }
      continue;
    }
    if (*amount == 0 || *amount > amount_max) {
      faults.add(field, {"Số " + measure.unit.vi + " phải từ 1 đến " +
                             html::grouped(amount_max, Language::Vietnamese) +
                             (asked.required ? "." : "; nếu không có thì để trống."),
                         "From 1 to " + html::grouped(amount_max, Language::English) + " " +
                             measure.unit.en +
                             (asked.required ? "." : "; leave it empty where there are none.")});
      continue;
    }
    const auto whole = typed_of(asked.part_of);
    if (whole && *amount > *whole) {
      faults.add(
          field,
          {"Không thể nhiều hơn tổng số " + html::grouped(*whole, Language::Vietnamese) + ".",
           "It cannot exceed all " + html::grouped(*whole, Language::English) + " of them."});
      continue;
    }
    out.push_back({std::string(asked.measure), *amount});
  }
  refuse_others(faults, kind, typed);
  return out;
}

Text recorded_by_itself(const Kind& kind) {
  const Text news = kind_title(news_kind);
  return {"“" + kind.title.vi +
              "” do Cổng tự ghi khi bài được đăng, không ghi tay. Tin, bài ở nơi khác thì chọn “" +
              news.vi + "”.",
          "“" + kind.title.en +
              "” are recorded by the portal itself when they go public, never by hand. For news "
              "elsewhere choose “" +
              news.en + "”."};
}

// Which of several documents of one number is meant: one that is recorded already or that the
// task's plan rests on, else the only one.
DocumentNo choose(const std::vector<DocumentNo>& found, const std::vector<DocumentNo>& likely) {
  for (const DocumentNo no : found) {
    if (std::find(likely.begin(), likely.end(), no) != likely.end()) return no;
  }
  return found.size() == 1 ? found.front() : DocumentNo{};
}

void read_document(Faults& faults, const law::State& law, const std::string& typed,
                   const std::vector<DocumentNo>& likely, std::vector<DocumentNo>& out) {
  const auto number = viet::parse_document_number(typed);
  if (!number) {
    faults.add(fields::documents,
               {"“" + typed + "” không phải số, ký hiệu văn bản; viết như 97/2019/QH14.",
                "“" + typed + "” is no document number; write it like 97/2019/QH14."});
    return;
  }
  const auto found = law.by_number(number->key());
  if (const DocumentNo no = choose(found, likely)) {
    out.push_back(no);
  } else if (found.empty()) {
    faults.add(fields::documents,
               {"Sổ văn bản chưa có " + number->display() +
                    "; hãy bỏ số này, hoặc nhờ Sở Tư pháp ghi vào sổ trước.",
                "The register has no " + number->display() +
                    "; leave it out, or ask the Department of Justice to register it first."});
  } else {
    faults.add(fields::documents,
               {"Có " + std::to_string(found.size()) + " văn bản cùng số " + number->display() +
                    "; hãy bỏ số này, hoặc chọn việc của kế hoạch căn cứ vào văn bản đó.",
                std::to_string(found.size()) + " documents have the number " + number->display() +
                    "; leave it out, or choose the task whose plan rests on the one you mean."});
  }
}

std::vector<DocumentNo> read_documents(Faults& faults, const law::State& law,
                                       const std::vector<std::string>& numbers,
                                       const std::vector<DocumentNo>& likely) {
  std::vector<DocumentNo> out;
  if (numbers.size() > 10 * documents_max) {  // some may be the same written twice
    faults.add(fields::documents,
               {"Quá nhiều văn bản cho một hoạt động.", "Too many documents of one activity."});
    return out;
  }
  for (const std::string& typed : numbers) read_document(faults, law, typed, likely, out);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (out.size() > documents_max) {
    const std::string most = std::to_string(documents_max);
    faults.add(fields::documents, {"Nhiều nhất " + most + " văn bản cho một hoạt động.",
                                   "At most " + most + " documents of one activity."});
  }
  return out;
}

}  // namespace

std::optional<Text> counted_by_portal(const State& state, UnitNo unit, const Record& record) {
  const auto twins = state.portal_twins(unit, record);
  if (twins.empty()) return std::nullopt;
  const Record& article = state.entry(twins.front())->record;
  const std::string on = vietnamese(article.on);
  return Text{"Bài “" + article.what + "” đã lên Cổng ngày " + on + " nên đã tự được tính",
              "The article “" + article.what + "” went public on the portal on " + on +
                  ", so it is counted by itself"};
}

Record read_record(Faults& faults, const Known& known, UnitNo unit, const Typed& typed,
                   const Record* before, Date today) {
  Record out;
  check_assignment(faults, known, unit, typed.assignment);
  check_day(faults, known, unit, typed, before ? std::optional(before->on) : std::nullopt, today);
  out.on = typed.on.value_or(today);
  out.is_other = typed.is_other || (before && before->is_other);
  out.what = one_line(typed.what);
  out.place = one_line(typed.place);
  out.kind = typed.kind;
  if (typed.assignment) out.assignment = typed.assignment;
  const Kind* kind = find_kind(typed.kind);
  if (kind == nullptr) {
    faults.add(fields::kind, {"Hãy chọn đã làm gì.", "Choose what was done."});
  } else if (is_of_channel(typed.kind)) {
    faults.add(fields::kind, recorded_by_itself(*kind));
  } else {
    out.amounts = read_amounts(faults, *kind, typed);
  }
  if (typed.kind == other_kind) {
    faults.need(fields::what, out.what, what_characters_max,
                {"Hãy ghi hình thức gì, ví dụ tiểu phẩm sân khấu hóa.",
                 "Write which form it was, for example a stage play."});
  } else {
    faults.limit(fields::what, out.what, what_characters_max);
  }
  faults.limit(fields::place, out.place, place_characters_max);
  std::vector<DocumentNo> likely;
  if (before) likely = before->documents;
  if (!typed.documents.empty()) {
    const auto of_task = documents_of(known.plans, known.law, typed.assignment);
    likely.insert(likely.end(), of_task.begin(), of_task.end());
  }
  out.documents = read_documents(faults, known.law, typed.documents, likely);
  return out;
}

namespace {

// Asked once as well: what the portal counts by itself need not be recorded.
Result<void> check_portal(const Known& known, UnitNo unit, const Record& record) {
  const auto counted = counted_by_portal(known.activities, unit, record);
  if (!counted) return {};
  return problem(
      Code::Conflict,
      {counted->vi + ", không cần ghi lại. Nếu đây là tin, bài khác, hãy đánh dấu rồi lưu lại.",
       counted->en + " and need not be recorded. If this is another one, tick the box and save "
                     "again."},
      fields::other);
}

// Asked once: what two people recorded counts twice otherwise.
Result<void> check_other(const Known& known, UnitNo unit, const Record& record, ActivityNo except) {
  const auto twins = known.activities.twins(unit, record, except);
  if (twins.empty()) return check_portal(known, unit, record);
  const std::string number = std::to_string(twins.front().value);
  return problem(
      Code::Conflict,
      {"Đơn vị đã ghi hoạt động số " + number +
           " cùng ngày, cùng loại, cùng số lượng. Nếu đây là hoạt động khác, hãy đánh dấu rồi lưu "
           "lại.",
       "The unit has recorded activity " + number +
           " of the same day, kind and amounts. If this is another one, tick the box and save "
           "again."},
      fields::other);
}

// One that counts, as it was seen by somebody who reports for its unit.
Result<const Activity*> open_for_change(const Known& known, ActivityNo no,
                                        std::uint32_t seen_version, const Envelope& envelope) {
  TRY_ASSIGN(const Activity* activity, known.activities.find(no));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, activity->unit));
  TRY(require_counts(*activity));
  if (activity->version != seen_version) {
    return problem(Code::Conflict,
                   {"Hoạt động đã được người khác sửa sau khi bạn mở trang này. Hãy xem lại rồi "
                    "làm tiếp.",
                    "Somebody changed the activity after you opened this page. Look at it, then "
                    "go on."});
  }
  return activity;
}

}  // namespace

std::string fields::amount(std::string_view kind_code, std::string_view measure) {
  return "so-" + std::string(kind_code) + "-" + std::string(measure);
}

Decided decide(const Known& known, const LogActivity& command, const Envelope& envelope) {
  if (!known.organisation.has(command.unit)) {
    return problem(Code::Invalid, {"Hãy chọn đơn vị đã làm.", "Choose the unit that did it."},
                   fields::unit);
  }
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, command.unit));
  Faults faults;
  const Record record =
      read_record(faults, known, command.unit, command.typed, nullptr, envelope.today);
  if (command.photo) check_photo(faults, known, *command.photo);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  TRY(check_other(known, command.unit, record, {}));
  const ActivityNo no{known.activities.activities() + 1};
  ledger::Decision decision;
  decision.add(subject("activity", no),
               ActivityLogged{no, command.unit, record, person_of(envelope.actor)});
  if (command.photo) add_photo(decision, known, no, *command.photo, envelope);
  decision.answer = address_of(no) + "?xong=luu";
  return decision;
}

Decided decide(const Known& known, const CorrectActivity& command, const Envelope& envelope) {
  TRY_ASSIGN(const Activity* activity,
             open_for_change(known, command.activity, command.seen_version, envelope));
  Faults faults;
  const Record record =
      read_record(faults, known, activity->unit, command.typed, &activity->record, envelope.today);
  const std::string reason = read_reason(faults, command.reason);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  if (record == activity->record) {
    return problem(Code::Conflict, {"Không có gì khác với điều đã ghi.", "Nothing differs."});
  }
  TRY(check_other(known, activity->unit, record, activity->no));
  ledger::Decision decision;
  decision.add(subject("activity", activity->no),
               ActivityCorrected{activity->no, activity->version + 1, record, reason,
                                 person_of(envelope.actor)});
  decision.answer = address_of(activity->no) + "?xong=luu";
  return decision;
}

Decided decide(const Known& known, const AnnulActivity& command, const Envelope& envelope) {
  TRY_ASSIGN(const Activity* activity,
             open_for_change(known, command.activity, command.seen_version, envelope));
  Faults faults;
  const std::string reason = read_reason(faults, command.reason);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(
      subject("activity", activity->no),
      ActivityAnnulled{activity->no, activity->version + 1, reason, person_of(envelope.actor)});
  decision.answer = address_of(activity->no) + "?xong=huy";
  return decision;
}

Result<void> require_counts(const Activity& activity) {
  if (!activity.annulled) return {};
  return problem(Code::Conflict, {"Hoạt động này đã hủy nên không sửa được nữa.",
                                  "This activity was annulled and can no longer be changed."});
}

std::vector<DocumentNo> documents_of(const plan::State& plans, const law::State& law,
                                     AssignmentNo assignment) {
  const auto found = plans.find(assignment);
  if (!found) return {};
  std::vector<DocumentNo> out;
  for (const plan::Ground& ground : plans.plan(plans.task((*found)->task).plan).grounds) {
    const auto number = viet::parse_document_number(ground.number);
    if (!number) continue;
    const auto match = law.match(number->key(), ground.issued, ground.issuer);
    if (match.match == law::Match::Registered && out.size() < documents_max) {
      out.push_back(match.document);
    }
  }
  return out;
}

}  // namespace lantoa::city::activity
