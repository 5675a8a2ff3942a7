// Rules of later deadlines: a unit asks, somebody else decides.
#include <algorithm>

#include "city/faults.h"
#include "city/person.h"
#include "city/plan/decide.h"

namespace lantoa::city::plan {
namespace {

const Plan& plan_of(const State& plans, const Assignment& assignment) {
  return plans.plan(plans.task(assignment.task).plan);
}

// A plan that carries out a task of another one does not run longer than that task.
void check_above(const State& plans, const Assignment& assignment, Date until, const char* field,
                 Faults& faults) {
  auto beyond = beyond_parent(plans, plan_of(plans, assignment).parent, until);
  if (beyond) faults.add(field, std::move(*beyond));
}

Text wrong_day(const LaterDays& days) {
  const Text allowed = in_words(days);
  return {"Hãy ghi một ngày " + allowed.vi + ".", "Write a day " + allowed.en + "."};
}

// The day that was typed, if any. More working days are added to the present deadline, as a term is
// that is made longer; where that has passed nobody has the days between, so they run from today.
std::optional<Date> day_typed(const Due& until, const Assignment& assignment, Date today,
                              const workday::State& workdays) {
  if (until.working_days == 0) return until.day;
  return day_of(until, std::max(assignment.due, today), workdays);
}

// A later deadline lies after the present one; nobody asks for a day that has passed.
Result<void> check_asked_day(const State& plans, const Assignment& assignment,
                             const std::optional<Date>& until, Date today, Faults& faults) {
  if (auto over = no_more_time(plans, assignment, today)) {
    return problem(Code::Conflict, std::move(*over));
  }
  const LaterDays days = later_days(plans, assignment, today);
  if (until && *until >= days.first && *until <= assignment.due + extension_days_max) {
    check_above(plans, assignment, *until, fields::until, faults);
    return {};
  }
  faults.add(fields::until, wrong_day(days));
  return {};
}

bool too_many_days(const Due& until, const char* field, Faults& faults) {
  if (until.working_days == 0) return false;
  auto wrong = wrong_working_days(until.working_days);
  if (wrong) faults.add(field, *std::move(wrong));
  return wrong.has_value();
}

// Why a request can no longer be decided.
Problem already_settled(const Extension& one) {
  const std::string on = vietnamese(one.decided);
  Problem out{Code::Conflict, {}, {}, {}};
  switch (one.fate) {
    case Extension::Fate::NotNeeded:
      if (one.ended_by) {
        out.text = {"Kế hoạch được sửa đổi ngày " + on + " nên đề nghị này không cần nữa.",
                    "The plan was amended on " + on + ", so this request is not needed any more."};
        break;
      }
      out.text = {"Đơn vị đã báo việc này xong từ ngày " + on + " nên không cần quyết định nữa.",
                  "The unit reported this as done since " + on + "; there is nothing to decide."};
      break;
    case Extension::Fate::Refused:
      out.text = {"Đề nghị này đã bị từ chối ngày " + on + "; đơn vị có thể xin lại.",
                  "This request was refused on " + on + "; the unit may ask again."};
      break;
    case Extension::Fate::Granted:
    case Extension::Fate::Waiting:
      const std::string until = vietnamese(one.granted);
      out.text = {"Đề nghị này đã được quyết định ngày " + on + ": gia hạn đến " + until + ".",
                  "This was decided on " + on + ": the deadline is " + until + "."};
      break;
  }
  return out;
}

// Another day than the one asked for.
std::optional<Date> checked_other_day(const std::optional<Date>& until, const State& plans,
                                      const Assignment& assignment, Date today, Faults& faults) {
  const LaterDays days = later_days(plans, assignment, today);
  const Date last = assignment.due + extension_days_max;
  if (until && *until >= days.first && *until <= last) return until;
  if (days.any()) {
    faults.add(fields::other_day, wrong_day(days));
  } else if (days.first <= last) {
    faults.add(fields::verdict,
               {"Hạn của việc cấp trên là " + vietnamese(days.last) +
                    " nên không cho được ngày nào; hãy từ chối, hoặc đợi việc đó được gia hạn.",
                "The task above is due on " + vietnamese(days.last) +
                    ", so no day can be granted; refuse it, or wait until that one got more "
                    "time."});
  } else {
    faults.add(fields::verdict, {"Hạn hiện nay đã qua quá lâu nên không cho được ngày nào; hãy từ "
                                 "chối và giao lại việc.",
                                 "The present deadline passed too long ago for any day to be "
                                 "granted; refuse it, and give the work out again."});
  }
  return std::nullopt;
}

// The day that is given; nullopt where it is refused, or where a fault says why there is none.
std::optional<Date> checked_day(const DecideExtension& command, const Known& known,
                                const Extension& one, Date today, Faults& faults) {
  if (!command.verdict) {
    faults.add(fields::verdict, {"Hãy chọn một quyết định.", "Choose a decision."});
    return std::nullopt;
  }
  if (*command.verdict == Verdict::Refused) return std::nullopt;
  if (*command.verdict == Verdict::AnotherDay) {
    if (too_many_days(command.until, fields::other_day, faults)) return std::nullopt;
    const Assignment& about = known.plans.assignment(one.assignment);
    const auto until = day_typed(command.until, about, today, known.workdays);
    return checked_other_day(until, known.plans, about, today, faults);
  }
  if (one.until >= today) return one.until;
  faults.add(fields::verdict,
             {"Ngày đơn vị xin đã qua; hãy cho một ngày từ hôm nay, hoặc từ chối.",
              "The day asked for has passed; grant a day from today on, or refuse."});
  return std::nullopt;
}

}  // namespace

LaterDays later_days(const State& plans, const Assignment& assignment, Date today) {
  const Date due = assignment.due;
  LaterDays out{std::max(due + 1, today), due + extension_days_max};
  if (const AssignmentNo parent = plan_of(plans, assignment).parent) {
    const Date above = plans.assignment(parent).due;
    out.ends_with_parent = above < out.last;
    out.last = std::min(above, out.last);
  }
  return out;
}

Text in_words(const LaterDays& days) {
  const std::string first = vietnamese(days.first);
  const std::string last = vietnamese(days.last);
  if (!days.ends_with_parent) {
    return {"từ " + first + " đến " + last, "from " + first + " to " + last};
  }
  return {"từ " + first + ", chậm nhất " + last + ", hạn của việc cấp trên",
          "from " + first + " to " + last + " at the latest, the deadline of the task above"};
}

std::optional<Text> no_more_time(const State& plans, const Assignment& assignment, Date today) {
  const LaterDays later = later_days(plans, assignment, today);
  if (later.any()) return std::nullopt;
  if (later.first <= assignment.due + extension_days_max) {
    const std::string last = vietnamese(later.last);
    return Text{"Việc này thực hiện một việc của cấp trên có hạn " + last +
                    " nên chưa xin muộn hơn được. Hãy xin gia hạn việc cấp trên trước.",
                "This carries out a task from above that is due on " + last +
                    ", so no later day can be asked for. Ask for more time for that task first."};
  }
  const std::string days = std::to_string(extension_days_max);
  const std::string on = vietnamese(assignment.due);
  return Text{"Hạn " + on + " đã qua hơn " + days +
                  " ngày nên không xin gia hạn được nữa. Hãy làm và báo xong, hoặc đề nghị cơ quan "
                  "ban hành kế hoạch giao lại việc.",
              "The deadline " + on + " passed over " + days +
                  " days ago, so no more time can be asked for. Do it and report it as done, or "
                  "ask whoever issued the plan to give the work out again."};
}

std::string address_of(AssignmentNo assignment) {
  return "/nhiem-vu/" + std::to_string(assignment.value);
}

bool may_decide_extensions(const Plan& plan, const organisation::State& organisation,
                           const Actor& actor) {
  return (actor.person || actor.is_system()) &&
         organisation.allows(actor, Right::Urge, plan.issuer);
}

Result<const Extension*> find_extension(const State& plans, AssignmentNo assignment,
                                        ExtensionNo no) {
  TRY_ASSIGN(const Extension* one, plans.find(no));
  if (one->assignment == assignment) return one;
  return problem(Code::NotFound, {"Việc này không có đề nghị gia hạn đó.",
                                  "There is no such request about this task."});
}

Decided decide(const Known& known, const AskExtension& command, const Envelope& envelope) {
  TRY_ASSIGN(const Assignment* assignment, known.plans.find(command.assignment));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, assignment->unit));
  TRY(require_person(envelope.actor, {"xin gia hạn", "ask for more time"}));
  if (assignment->done) {
    const std::string on = vietnamese(*assignment->done);
    return problem(Code::Conflict,
                   {"Đơn vị đã báo việc này xong từ ngày " + on + " nên không cần gia hạn.",
                    "This was reported as done since " + on + "; it needs no more time."});
  }
  if (auto why = withdrawn_in_words(known.plans, *assignment)) {
    return problem(Code::Conflict,
                   {why->vi + " Không cần gia hạn nữa.", why->en + " It needs no more time."});
  }
  if (const Extension* open = known.plans.waiting_of(assignment->no)) {
    const std::string until = vietnamese(open->until);
    return problem(
        Code::Conflict,
        {"Đã xin gia hạn việc này đến " + until + "; hãy đợi quyết định rồi mới xin lại.",
         "More time until " + until + " is asked for already; wait for the decision."});
  }
  Faults faults;
  std::optional<Date> until;
  if (!too_many_days(command.until, fields::until, faults)) {
    until = day_typed(command.until, *assignment, envelope.today, known.workdays);
    TRY(check_asked_day(known.plans, *assignment, until, envelope.today, faults));
  }
  const std::string reason = one_line(command.reason);
  faults.need(fields::reason, reason, reason_characters_max,
              {"Hãy ghi vì sao cần thêm thời gian.", "Write why more time is needed."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("assignment", assignment->no),
               ExtensionAsked{ExtensionNo{known.plans.extensions() + 1}, assignment->no, *until,
                              reason, writer(envelope)});
  decision.answer = address_of(assignment->no) + "?xong=xin-gia-han";
  return decision;
}

Decided decide(const Known& known, const DecideExtension& command, const Envelope& envelope) {
  TRY_ASSIGN(const Extension* one,
             find_extension(known.plans, command.assignment, command.extension));
  const Assignment& assignment = known.plans.assignment(one->assignment);
  const Plan& plan = plan_of(known.plans, assignment);
  TRY(known.organisation.require(envelope.actor, Right::Urge, plan.issuer));
  TRY(require_person(envelope.actor, {"quyết định gia hạn", "decide on more time"}));
  if (one->by && one->by == envelope.actor.person) {
    return problem(Code::Forbidden,
                   {"Người xin gia hạn không tự quyết định được; cần một người khác.",
                    "Whoever asked for more time cannot decide on it; another person must."});
  }
  if (one->fate != Extension::Fate::Waiting) return tl::unexpected(already_settled(*one));
  Faults faults;
  const std::optional<Date> until = checked_day(command, known, *one, envelope.today, faults);
  if (until) {
    const bool as_asked = command.verdict == Verdict::AsAsked;
    check_above(known.plans, assignment, *until, as_asked ? fields::verdict : fields::other_day,
                faults);
  }
  const std::string reason = one_line(command.reason);
  if (command.verdict && *command.verdict != Verdict::AsAsked && until != one->until) {
    faults.need(fields::words, reason, reason_characters_max,
                {"Hãy ghi lý do từ chối hoặc cho ngày khác với ngày xin.",
                 "Write why it is refused, or why another day is given."});
  } else {
    faults.limit(fields::words, reason, reason_characters_max);
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject("assignment", assignment.no),
               ExtensionDecided{one->no, until, reason, writer(envelope)});
  decision.answer = address_of(assignment.no) + (until ? "?xong=gia-han" : "?xong=tu-choi-gia-han");
  return decision;
}

}  // namespace lantoa::city::plan
