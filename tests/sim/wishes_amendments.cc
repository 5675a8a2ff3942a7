// Amendments of issued plans: drafted, changed, approved, issued, given up, with deadlines moved
// either way, tasks withdrawn and new ones; and what happens meanwhile to the work they change.
#include <algorithm>

#include "sim/wishes.h"

namespace lantoa::sim {
namespace {

namespace plan = city::plan;

template <class Command>
Operation of_amendment(std::string name, std::string actor, Command command) {
  return operation_of(std::move(name), std::move(actor), known_plans, std::move(command));
}

// Nearer, but mostly not passed, or later.
Date other_day(const Wish& wish, Date due) {
  if (wish.chance(5)) return wish.today() - 1;
  if (wish.chance(40)) return std::max(wish.today() + wish.days(3), due - wish.days(8));
  return std::max(wish.today(), due) + 1 + wish.days(9);
}

plan::TaskAmendment amended(const Wish& wish, const plan::Task& task) {
  plan::TaskAmendment out;
  out.task = task.no;
  out.withdrawn = wish.chance(30);
  if (wish.chance(75)) out.due = other_day(wish, task.due);
  if (out.due && wish.number % 5 == 0) out.working_days = 6;
  if (wish.chance(30)) out.what = wish.text("Việc sửa");
  if (wish.chance(20)) {
    out.terms = task.terms;
    out.terms->doer = wish.text("Người");
  }
  out.reached = wish.chance(10);
  return out;
}

plan::AmendmentDraft draft_of(const Wish& wish, const plan::Plan& one) {
  plan::AmendmentDraft out;
  if (!wish.chance(5)) out.reason = wish.text("Mưa lũ");
  for (const city::TaskNo no : one.tasks) {
    const plan::Task& task = wish.seen.plan.task(no);
    if (task.withdrawn ? wish.chance(5) : wish.chance(80)) {
      out.changes.push_back(amended(wish, task));
    }
  }
  if (wish.chance(25)) out.grounds.push_back({"1/2021/NĐ-CP", "", "", {}});
  if (wish.chance(35)) {
    plan::AmendmentDraft::Added added;
    added.row = 1;
    added.what = wish.text("Việc bổ sung");
    added.kinds = {city::organisation::Kind::Ward};
    if (wish.chance(30)) added.group = some_group(wish);
    if (added.group) added.kinds.clear();
    if (wish.chance(90)) added.due = other_day(wish, wish.today() + 20);
    if (added.due && wish.number % 3 == 0) added.due = city::Due::within(12);
    out.tasks.push_back(std::move(added));
  }
  return out;
}

std::string planner_of(const Wish& wish) { return wish.officer(city::Role::Planner, "oc"); }

Operation change_amendment(const Wish& wish, const plan::Plan& of, const plan::Amendment& one) {
  const std::uint32_t seen = one.version - (wish.chance(5) ? 1 : 0);
  // A leader may change it as well, and may not approve it then.
  const city::Role role = wish.chance(70) ? city::Role::Planner : city::Role::Leader;
  return of_amendment("change of an amendment", wish.officer(role, "oc"),
                      plan::ChangeAmendment{of.no, one.no, seen, draft_of(wish, of)});
}

Operation approve_amendment(const Wish& wish, const plan::Amendment& one) {
  const city::Role role = wish.chance(90) ? city::Role::Leader : city::Role::Planner;
  const std::uint32_t seen = one.version - (wish.chance(5) ? 1 : 0);
  return of_amendment("approval of an amendment", wish.officer(role, "oc"),
                      plan::ApproveAmendment{one.plan, one.no, seen});
}

Operation issue_amendment(const Wish& wish, const plan::Amendment& one) {
  const std::size_t number = wish.chance(90) ? 60 + wish.number : 2;
  const Date on = wish.today() - (wish.chance(10) ? 1 : 0);
  return of_amendment(
      "issue of an amendment", planner_of(wish),
      plan::IssueAmendment{one.plan, one.no, std::to_string(number) + "/KH-UBND", on});
}

Operation give_up(const Wish& wish, const plan::Amendment& one) {
  return of_amendment("giving up", planner_of(wish),
                      plan::GiveUpAmendment{one.plan, one.no, wish.text("Không cần nữa")});
}

Operation carry_on(const Wish& wish, const plan::Plan& of) {
  const plan::Amendment* open = wish.seen.plan.open_amendment(of.no);
  if (open == nullptr) {
    return of_amendment("amendment", planner_of(wish),
                        plan::DraftAmendment{of.no, draft_of(wish, of)});
  }
  const std::size_t what = wish.one_of(20);
  if (open->stage == plan::AmendmentStage::Approved) {
    if (what < 17) return issue_amendment(wish, *open);
    return what < 19 ? change_amendment(wish, of, *open) : give_up(wish, *open);
  }
  if (what < 12) return approve_amendment(wish, *open);
  if (what < 15) return change_amendment(wish, of, *open);
  return what < 19 ? give_up(wish, *open) : issue_amendment(wish, *open);
}

// Mostly one that is being amended already; there are issued ones from the beginning on.
const plan::Plan& some_issued(const Wish& wish) {
  const auto issued = wish.seen.plan.issued();
  const auto open = std::find_if(issued.begin(), issued.end(), [&](city::PlanNo no) {
    return wish.seen.plan.open_amendment(no) != nullptr;
  });
  const bool goes_on = open != issued.end() && wish.chance(60);
  return wish.seen.plan.plan(goes_on ? *open : issued[wish.one_of(issued.size())]);
}

}  // namespace

// What it changes is asked about, urged and done meanwhile.
Operation wish_of_amendments(const Wish& wish) {
  const std::size_t what = wish.one_of(16);
  if (what < 11) return carry_on(wish, some_issued(wish));
  if (what < 13) return wish_of_more_time(wish);
  return what < 15 ? wish_of_oversight(wish) : wish_of_done(wish);
}

}  // namespace lantoa::sim
