// Rules of the days on which units are reminded of what a plan gives them.
#include <algorithm>

#include "city/faults.h"
#include "city/oversight/decide.h"
#include "city/person.h"

namespace lantoa::city::oversight {
namespace {

bool has_fault(const std::vector<Detail>& unread, std::string_view field) {
  return std::any_of(unread.begin(), unread.end(),
                     [&](const Detail& one) { return one.field == field; });
}

// Descending; what is wrong with them is added to `faults`.
std::vector<std::uint32_t> checked_steps(std::vector<std::uint32_t> days, Faults& faults) {
  std::sort(days.begin(), days.end(), std::greater<>());
  const std::string most = std::to_string(ladder_steps_max);
  const std::string far = std::to_string(days_before_max);
  if (days.empty()) {
    faults.add(fields::steps, {"Hãy ghi ít nhất một bậc; 0 là vào ngày hạn. Nếu không cần nhắc, "
                               "hãy chọn không gửi thư nhắc.",
                               "Write one step at least; 0 is the day of the deadline. If nobody "
                               "is to be reminded, choose no reminders."});
    return days;
  }
  if (days.size() > ladder_steps_max) {
    const std::string n = std::to_string(days.size());
    faults.add(fields::steps, {"Đã ghi " + n + " bậc; nhiều nhất " + most + ". Hãy bỏ bớt.",
                               n + " steps; at most " + most + ". Take some out."});
    return days;
  }
  if (days.front() > days_before_max) {
    const std::string n = std::to_string(days.front());
    faults.add(fields::steps,
               {"Không nhắc trước hạn " + n + " ngày được; mỗi bậc từ 0 đến " + far + " ngày.",
                n + " days before the deadline is too early; a step is 0 to " + far + " days."});
  }
  const auto twice = std::adjacent_find(days.begin(), days.end());
  if (twice != days.end()) {
    const std::string n = std::to_string(*twice);
    faults.add(fields::steps, {"Bậc " + n + " ngày ghi hai lần; mỗi bậc chỉ ghi một lần.",
                               "The step of " + n + " days stands there twice; write it once."});
  }
  return days;
}

Ladder read_ladder(const SetLadder& command, Faults& faults) {
  if (command.silent) return {{}, {}, true};
  for (const Detail& one : command.unread) faults.add(one.field, one.text);
  Ladder out;
  if (!has_fault(command.unread, fields::steps)) {
    out.days_before = checked_steps(command.days_before, faults);
  }
  out.repeat_days = command.repeat_days;
  if (out.repeat_days && (*out.repeat_days == 0 || *out.repeat_days > repeat_days_max)) {
    const std::string most = std::to_string(repeat_days_max);
    faults.add(fields::repeat,
               {"Hãy ghi số ngày từ 1 đến " + most + "; để trống nếu quá hạn thì không nhắc nữa.",
                "Write 1 to " + most + " days; nothing if there are no reminders after it."});
  }
  return out;
}

void check_reason(const std::string& reason, const SetLadder& command, const plan::Plan& plan,
                  Faults& faults) {
  if (command.silent) {
    faults.need(fields::ladder_reason, reason, ladder_reason_characters_max,
                {"Hãy ghi vì sao không gửi thư nhắc về kế hoạch này.",
                 "Write why no reminders are sent about this plan."});
  } else if (plan.stage == plan::Stage::Issued) {
    faults.need(fields::ladder_reason, reason, ladder_reason_characters_max,
                {"Kế hoạch đã ban hành: hãy ghi vì sao đổi thang nhắc.",
                 "The plan is issued: write why its reminders change."});
  } else {
    faults.limit(fields::ladder_reason, reason, ladder_reason_characters_max);
  }
}

}  // namespace

std::string ladder_address(PlanNo plan) {
  return "/ke-hoach/" + std::to_string(plan.value) + "/nhac-viec";
}

bool may_set_ladder(const plan::Plan& plan, const organisation::State& organisation,
                    const Actor& actor) {
  return (actor.person || actor.is_system()) &&
         organisation.allows(actor, Right::Urge, plan.issuer);
}

Result<Ladder> checked_ladder(const SetLadder& command) {
  Faults faults;
  Ladder out = read_ladder(command, faults);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return out;
}

Decided decide(const Known& known, const SetLadder& command, const Envelope& envelope) {
  TRY_ASSIGN(const plan::Plan* plan, known.plans.find(command.plan));
  TRY(known.organisation.require(envelope.actor, Right::Urge, plan->issuer));
  TRY(require_person(envelope.actor, {"đặt thang nhắc", "set the days of reminders"}));
  const auto& changes = known.reminders.ladders(plan->no);
  if (changes.size() != command.seen_version) {
    return problem(Code::Conflict,
                   {"Thang nhắc đã được người khác đổi sau khi bạn mở trang này. Hãy xem thang "
                    "hiện nay rồi lưu lại nếu vẫn cần.",
                    "Somebody changed these reminders after you opened this page. Look at the "
                    "present ones, then save again if need be."});
  }
  Faults faults;
  const Ladder ladder = read_ladder(command, faults);
  const std::string reason = one_line(command.reason);
  check_reason(reason, command, *plan, faults);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  if (ladder == known.reminders.ladder(plan->no)) {
    return problem(Code::Conflict,
                   {"Thang này đang áp dụng nên không có gì để lưu. Hãy đổi một bậc rồi lưu.",
                    "This is the present ladder, so there is nothing to save. Change a step."},
                   command.silent ? fields::silent : fields::steps);
  }
  ledger::Decision decision;
  decision.add(subject("plan", plan->no),
               LadderSet{plan->no, ladder.silent, ladder.days_before, ladder.repeat_days,
                         known.plans.assignments(), reason, person_of(envelope.actor)});
  decision.answer = ladder_address(plan->no) + "?xong=thang-nhac";
  return decision;
}

}  // namespace lantoa::city::oversight
