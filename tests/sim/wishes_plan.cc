// Plans: drafted, changed, given tasks one by one and from a file, approved, issued, grown out of a
// task, signed; more time asked for and decided; work reported as done.
#include <algorithm>

#include "city/workday/decide.h"
#include "platform/crypto/crypto.h"
#include "sim/wishes.h"

namespace lantoa::sim {
namespace {

namespace plan = city::plan;
using city::organisation::Kind;

template <class Command>
Operation of_plan(std::string name, std::string actor, Command command) {
  return operation_of(std::move(name), std::move(actor), known_plans, std::move(command));
}

// Beyond the usual ladder: what is issued within a life brings no mails unless somebody changes its
// deadline or its ladder.
Date far_day(const Wish& wish) { return wish.today() + 40 + wish.days(20); }
// The same, now and then in working days.
city::Due far_due(const Wish& wish) {
  const Date day = far_day(wish);
  return wish.number % 4 == 0 ? city::Due::within(30) : city::Due(day);
}

// `group`: to whom its task goes; none: to every ward.
Operation draft_with_task(const Wish& wish, city::GroupNo group) {
  plan::DraftPlan command;
  command.issuer = command.scope = district;
  command.title = wish.text("Kế hoạch có việc");
  plan::Rule rule{{Kind::Ward}, district};
  if (group) rule = {{}, district, group};
  command.tasks = {{wish.text("Việc"), std::move(rule), far_due(wish)}};
  Operation out = of_plan("plan", wish.officer(city::Role::Planner, "oc"), command);
  out.title = command.title;
  return out;
}

// Out of a ward's task, or out of one that was never given to it; now and then due after it.
Operation grow(const Wish& wish) {
  const auto no = wish.some<city::AssignmentNo>(wish.seen.plan.assignments());
  const auto found = wish.seen.plan.find(no);
  const city::UnitNo unit = found && wish.chance(85) ? (*found)->unit : ward;
  const Date due = found ? (*found)->due : wish.today();
  plan::DraftPlan command;
  command.issuer = command.scope = unit;
  command.title = wish.text("Kế hoạch của đơn vị");
  command.parent = no;
  command.tasks = {{wish.text("Việc"), {{}, unit}, std::max(wish.today(), due - 3) + wish.days(5)}};
  Operation out =
      of_plan("grown plan", wish.officer(city::Role::Planner, unit == ward ? "w" : "o"), command);
  out.title = command.title;
  return out;
}

Operation import_tasks(const Wish& wish, const plan::Plan& draft) {
  plan::ImportTasks command;
  command.plan = draft.no;
  command.seen_version = draft.version;
  for (std::uint32_t line = 2; line < 4; ++line) {
    plan::ImportTasks::Row row;
    row.line = line;
    row.what = wish.text("Việc dòng " + std::to_string(wish.chance(85) ? line : 2));
    row.units = wish.chance(90) ? "mỗi phường" : "mỗi xã ở đâu";
    if (wish.chance(90)) row.due = far_due(wish);
    command.rows.push_back(std::move(row));
  }
  return of_plan("import of tasks", wish.officer(city::Role::Planner, "oc"), command);
}

Operation change(const Wish& wish, const plan::Plan& draft) {
  std::string actor = wish.officer(city::Role::Planner, wish.chance(50) ? "o" : "c");
  const std::size_t what = wish.one_of(4);
  if (what == 0) return import_tasks(wish, draft);
  if (what == 1) {
    plan::ChangePlan command;
    command.plan = draft.no;
    command.seen_version = draft.version;
    command.title = draft.title;  // so that its draft is still found by it
    command.audience = plan::Audience::KeyOfficials;
    return of_plan("change", std::move(actor), command);
  }
  if (what == 2 && !draft.tasks.empty()) {
    return of_plan("dropping", std::move(actor),
                   plan::DropTask{draft.no, draft.tasks.front(), draft.version});
  }
  plan::AddTask command{draft.no, wish.text("Việc thêm"), {Kind::Ward}, "", far_due(wish)};
  if (wish.chance(30)) command.group = some_group(wish);
  return of_plan("task", std::move(actor), command);
}

// By a leader; now and then by a planner who wrote it.
Operation approve(const Wish& wish, const plan::Plan& draft) {
  const city::Role role = wish.chance(85) ? city::Role::Leader : city::Role::Planner;
  return of_plan("approval", wish.officer(role, "oc"),
                 plan::ApprovePlan{draft.no, draft.version - (wish.chance(5) ? 1 : 0)});
}

Operation issue(const Wish& wish, const plan::Plan& approved) {
  const std::size_t number = wish.chance(90) ? 10 + wish.number : 2;
  return of_plan("issue", wish.officer(city::Role::Planner, "oc"),
                 plan::IssuePlan{approved.no, std::to_string(number) + "/KH-UBND", wish.today()});
}

Operation sign(const Wish& wish, const plan::Plan& one) {
  const std::string bytes = wish.chance(80) ? wish.text("bản ký") : "bản ký";
  return of_plan("signed copy", wish.officer(city::Role::Planner, "oc"),
                 plan::AttachSignedCopy{one.no, crypto::hex(crypto::sha256(bytes)), bytes.size()});
}

Operation go_on_with(const Wish& wish, const plan::Plan& one) {
  if (one.stage == plan::Stage::Issued) return sign(wish, one);
  if (one.stage == plan::Stage::Approved && wish.chance(80)) return issue(wish, one);
  return wish.chance(75) ? approve(wish, one) : change(wish, one);
}

// A life is short, so what is approved is gone on with before anything else; nullptr: nothing is.
const plan::Plan* some_approved(const plan::State& plans) {
  for (std::uint32_t no = plans.plans(); no > 0; --no) {
    const plan::Plan& one = plans.plan(city::PlanNo{no});
    if (one.stage == plan::Stage::Approved) return &one;
  }
  return nullptr;
}

}  // namespace

Operation wish_of_more_time(const Wish& wish) {
  const auto& plans = wish.seen.plan;
  if (!plans.waiting().empty() && wish.chance(65)) {
    const auto& one = plans.extension(*plans.waiting().begin());
    plan::DecideExtension command{one.assignment, one.no, plan::Verdict::AsAsked, {}, {}};
    if (wish.chance(30)) command.verdict = plan::Verdict::Refused;
    if (wish.chance(30)) {
      command.verdict = plan::Verdict::AnotherDay;
      command.until = one.until + (wish.days(4) - 2);
    }
    if (wish.chance(85)) command.reason = wish.text("Đủ để làm xong");
    return of_plan("decision on more time", wish.officer(city::Role::Planner, "oc"), command);
  }
  const auto no = wish.some<city::AssignmentNo>(plans.assignments());
  const auto found = plans.find(no);
  const Date due = found ? (*found)->due : wish.today();
  plan::AskExtension command;
  command.assignment = no;
  command.until = std::max(wish.today(), due) + (wish.days(12) - 1);
  if (wish.number % 4 == 0) {
    command.until = city::Due::within(static_cast<std::uint32_t>(1 + wish.days(8)));
  }
  command.reason = wish.text("Mất điện");
  // Whoever decides may ask for a unit as well, and does not decide on that then.
  const city::Role role = wish.chance(60) ? city::Role::UnitOfficer : city::Role::Planner;
  return of_plan("asking for more time", wish.officer(role, "o"), command);
}

Operation wish_of_done(const Wish& wish) {
  const auto no = wish.some<city::AssignmentNo>(wish.seen.plan.assignments());
  return of_plan("report of done", wish.officer(city::Role::UnitOfficer, "o"),
                 plan::ReportDone{no, wish.today() + (wish.chance(5) ? 1 : 0)});
}

// Among those on which deadlines count, so that it matters when a plan is issued.
Operation wish_of_days(const Wish& wish) {
  namespace workday = city::workday;
  workday::SetDays command;
  command.first = wish.today() + wish.days(40);
  if (wish.chance(60)) command.last = *command.first + wish.days(4);
  const std::size_t rule = wish.one_of(10);
  command.rule = rule < 6   ? workday::Rule::Off
                 : rule < 8 ? workday::Rule::Worked
                            : workday::Rule::ByWeek;
  command.name = wish.text("Nghỉ bù");
  if (wish.chance(95)) command.basis = wish.text("Thông báo");
  return operation_by("working days", wish.officer(city::Role::Planner, "c"),
                      [command](app::House& house, const city::Envelope& envelope) {
                        const app::States& states = house.states();
                        return workday::decide(states.workday, states.organisation, command,
                                               envelope);
                      });
}

// One plan after the other, so that a group has something to do before it changes or ends.
Operation wish_of_group_tasks(const Wish& wish) {
  const auto& plans = wish.seen.plan;
  for (std::uint32_t no = plans.plans(); no > 0; --no) {
    const plan::Plan& one = plans.plan(city::PlanNo{no});
    const bool is_for_group =
        std::any_of(one.tasks.begin(), one.tasks.end(),
                    [&](city::TaskNo task) { return plans.task(task).rule.group.has_value(); });
    if (!is_for_group || one.stage == plan::Stage::Issued || wish.chance(10)) continue;
    return one.stage == plan::Stage::Approved ? issue(wish, one) : approve(wish, one);
  }
  return draft_with_task(wish, some_group(wish));
}

Operation wish_of_plans(const Wish& wish) {
  const std::size_t what = wish.one_of(16);
  if (what < 2) return draft_with_task(wish, wish.chance(40) ? some_group(wish) : city::GroupNo{});
  if (what < 4) return grow(wish);
  if (what < 7) return wish_of_more_time(wish);
  if (what == 7) return wish_of_days(wish);
  if (what == 8) return wish_of_done(wish);
  const plan::Plan* approved = some_approved(wish.seen.plan);
  if (approved != nullptr && wish.chance(70)) return issue(wish, *approved);
  const auto found = wish.seen.plan.find(wish.some<city::PlanNo>(wish.seen.plan.plans()));
  return found ? go_on_with(wish, **found) : draft_with_task(wish, {});
}

}  // namespace lantoa::sim
