// Units are urged, asked to explain, answer; letters are recorded; plans get other days of
// reminders; more time changes what is late.
#include "sim/wishes.h"

namespace lantoa::sim {
namespace {

namespace oversight = city::oversight;

template <class Command>
Operation of_oversight(std::string name, std::string actor, Command command) {
  return operation_of(std::move(name), std::move(actor), known_oversight, std::move(command));
}

// The one that is late comes first.
city::AssignmentNo some_assignment(const Wish& wish) {
  if (wish.chance(50)) return late_soon;
  return wish.some<city::AssignmentNo>(wish.seen.plan.assignments());
}

std::string who_urges(const Wish& wish) {
  return wish.officer(wish.chance(60) ? city::Role::Planner : city::Role::Leader, "oc");
}

Operation urge(const Wish& wish) {
  return of_oversight("urging by hand", who_urges(wish), oversight::Urge{some_assignment(wish)});
}

Operation ask_why(const Wish& wish) {
  oversight::AskExplanation command;
  command.assignment = some_assignment(wish);
  command.question = wish.chance(90) ? wish.text("Vì sao chậm") : "";
  command.due = wish.today() + wish.days(6);  // today is too early
  if (wish.number % 3 == 0) command.due = city::Due::within(3);
  return of_oversight("question why", who_urges(wish), command);
}

Operation explain(const Wish& wish) {
  oversight::GiveExplanation command;
  command.explanation = wish.some<city::ExplanationNo>(wish.seen.oversight.explanations());
  command.answer = wish.chance(90) ? wish.text("Chờ tài liệu") : " ";
  return of_oversight("explanation", wish.officer(city::Role::UnitOfficer, "o"), command);
}

// On days on which something was late, and on others; its number may be taken.
Operation issue_letter(const Wish& wish) {
  oversight::IssueLetter command;
  command.unit = wish.chance(80) ? district : wish.seen.organisation.root();
  command.number = std::to_string(wish.chance(85) ? 100 + wish.number : 100) + "/STP-PBGDPL";
  command.dated = wish.today() - (wish.days(4) - (wish.chance(5) ? 4 : 0));
  if (wish.chance(95)) command.done_by = *command.dated + 1 + wish.days(10);
  if (wish.number % 3 == 0) command.done_by = city::Due::within(5);
  return of_oversight("letter", who_urges(wish), command);
}

// With steps on the days that a life has: of what is late every day or two, of what is due in six
// or seven weeks on several days in a row. Some steps stand there twice, some reasons are left out.
Operation set_ladder(const Wish& wish) {
  oversight::SetLadder command;
  command.plan =
      wish.chance(40) ? city::PlanNo{1} : wish.some<city::PlanNo>(wish.seen.plan.plans());
  const auto times = static_cast<std::uint32_t>(wish.seen.oversight.ladders(command.plan).size());
  command.seen_version = times + (wish.chance(5) ? 1 : 0);
  command.silent = wish.chance(20);
  const auto first = static_cast<std::uint32_t>(38 + wish.days(12));
  command.days_before = {first, first - 1, first - 3, first - 4, 1, wish.chance(5) ? 1U : 0U};
  if (wish.chance(80)) command.repeat_days = static_cast<std::uint32_t>(1 + wish.days(3));
  if (wish.chance(90)) command.reason = wish.text("Việc gấp");
  return of_oversight("ladder", who_urges(wish), command);
}

}  // namespace

Operation wish_of_oversight(const Wish& wish) {
  const std::size_t what = wish.one_of(19);
  if (what >= 16) return set_ladder(wish);
  if (what < 3) return urge(wish);
  if (what < 6) return ask_why(wish);
  if (what < 9) return explain(wish);
  if (what < 12) return issue_letter(wish);
  return what < 15 ? wish_of_more_time(wish) : wish_of_done(wish);
}

}  // namespace lantoa::sim
