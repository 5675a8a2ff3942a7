// An issued plan that is to be amended, for tests of rules, folds and impact.
#pragma once

#include "city/plan/impact.h"
#include "city/plan/plan.h"
#include "city/plan/testing_plans.h"

namespace lantoa::city::plan::testing {

// The council's plan of today: task 1 for the two wards (assignments 1 and 2) and task 2 for the
// district (assignment 3), both due in thirty days.
class Amendments : public Plans {
 protected:
  Amendments() {
    given_draft();
    given_task();
    given(AddTask{PlanNo{1}, "Tổng hợp kết quả", {organisation::Kind::UrbanDistrict}, "", due},
          drafter);
    given(ApprovePlan{PlanNo{1}, 3}, leader);
    given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter);
    district = account(4, {{Role::UnitOfficer, UnitNo{3}}});
    second = account(5, {{Role::Planner, UnitNo{1}}});
  }

  static TaskAmendment due_on(std::uint32_t task, Date day) {
    TaskAmendment out{TaskNo{task}};
    out.due = day;
    return out;
  }
  static TaskAmendment withdrawn(std::uint32_t task) {
    TaskAmendment out{TaskNo{task}};
    out.withdrawn = true;
    return out;
  }
  AmendmentDraft::Added added(std::string units) const {
    return {1, "In  tờ gấp", std::move(units), {}, today + 20, {}};
  }
  static AmendmentDraft saying(std::vector<TaskAmendment> changes) {
    return {"Có hướng dẫn mới", {}, std::move(changes), {}, {}};
  }
  DraftAmendment draft(std::vector<TaskAmendment> changes) const {
    return {PlanNo{1}, saying(std::move(changes))};
  }

  template <class C>
  std::optional<Code> code(const C& command, const Actor& actor) {
    const auto decided = when(command, actor);
    return decided ? std::nullopt : std::optional(decided.error().code);
  }
  template <class C>
  std::vector<std::string> faults(const C& command, const Actor& actor) {
    const auto decided = when(command, actor);
    std::vector<std::string> out;
    if (decided) return out;
    for (const Detail& one : decided.error().details) out.push_back(one.field);
    return out;
  }

  // The amendment that was drafted last, approved and issued today.
  void given_approved() {
    const Amendment& one = last();
    given(ApproveAmendment{one.plan, one.no, one.version}, leader);
  }
  void given_issued(std::string number = "12/KH-HĐPHPBGDPL") {
    given_approved();
    given(IssueAmendment{last().plan, last().no, std::move(number), today}, drafter);
  }
  const Amendment& last() const { return plans.amendment(AmendmentNo{plans.amendments()}); }
  const Assignment& of(std::uint32_t no) const { return plans.assignment(AssignmentNo{no}); }
  const Task& task(std::uint32_t no) const { return plans.task(TaskNo{no}); }

  void given_more_time(std::uint32_t assignment, Date until) {
    given(AskExtension{AssignmentNo{assignment}, until, "Mất điện"}, second);
    given(
        DecideExtension{
            AssignmentNo{assignment}, ExtensionNo{plans.extensions()}, Verdict::AsAsked, {}, ""},
        leader);
  }

  const Date due = today + 30;
  Actor district, second;
};

}  // namespace lantoa::city::plan::testing
