// Later deadlines: who asks, who decides, and which deadline counts.
#include "city/plan/plan.h"
#include "city/plan/testing_plans.h"

namespace lantoa::city::plan {
namespace {

using testing::Plans;

// A plan of the council with one task, due in thirty days, for two wards: assignments 1 and 2.
class Extensions : public Plans {
 protected:
  Extensions() {
    given_draft();
    given_task();
    given(ApprovePlan{PlanNo{1}, 2}, leader);
    given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter);
  }

  AskExtension ask(std::int32_t days = 10, std::string reason = "Mất  điện ") const {
    return {AssignmentNo{1}, due + days, std::move(reason)};
  }
  static DecideExtension decide_on(std::uint32_t no, std::optional<Verdict> verdict,
                                   std::optional<Date> until = {}, std::string reason = {}) {
    return {AssignmentNo{1}, ExtensionNo{no}, verdict, until, std::move(reason)};
  }
  std::vector<std::string> faults(const Decided& refused) const {
    std::vector<std::string> out;
    if (refused) return out;
    for (const Detail& one : refused.error().details) out.push_back(one.field);
    return out;
  }
  template <class C>
  std::optional<Code> code(const C& command, const Actor& actor) {
    const auto decided = when(command, actor);
    return decided ? std::nullopt : std::optional(decided.error().code);
  }
  const Assignment& first() const { return plans.assignment(AssignmentNo{1}); }

  const Date due = today + 30;
};

TEST_F(Extensions, AreAskedForByWhoReportsForTheUnit) {
  Actor other_ward = account(8, {{Role::UnitOfficer, UnitNo{5}}});
  EXPECT_EQ(code(ask(), other_ward), Code::Forbidden);
  Actor nobody = ward;
  nobody.person = {};
  EXPECT_EQ(code(ask(), nobody), Code::Forbidden) << "an account of no person";
  AskExtension unknown = ask();
  unknown.assignment = AssignmentNo{9};
  EXPECT_EQ(code(unknown, ward), Code::NotFound);
  given(ask(), ward);
  const Extension& asked = plans.extension(ExtensionNo{1});
  EXPECT_EQ(asked.reason, "Mất điện");
  EXPECT_EQ(asked.by, ward.person);
  EXPECT_EQ(asked.asked, today);
  EXPECT_EQ(asked.before, due);
  EXPECT_EQ(first().due, due) << "nothing has moved yet";
  EXPECT_EQ(code(ask(), ward), Code::Conflict) << "one at a time";
  AskExtension other = ask();
  other.assignment = AssignmentNo{2};
  EXPECT_FALSE(code(other, drafter)) << "another unit's is its own";
}

TEST_F(Extensions, EveryFaultOfARequestIsSaidAtItsField) {
  const std::vector<std::string> both{fields::until, fields::reason};
  EXPECT_EQ(faults(when(AskExtension{AssignmentNo{1}, {}, " "}, ward)), both);
  EXPECT_EQ(faults(when(ask(0), ward)), std::vector<std::string>{fields::until});
  EXPECT_FALSE(code(ask(1), ward));
  EXPECT_FALSE(code(ask(extension_days_max), ward));
  EXPECT_EQ(code(ask(extension_days_max + 1), ward), Code::Invalid);
  EXPECT_EQ(faults(when(ask(1, std::string(reason_characters_max + 1, 'x')), ward)),
            std::vector<std::string>{fields::reason});
}

TEST_F(Extensions, MayBeAskedForWhenItIsLateButNotForDaysThatPassed) {
  today = due + 5;
  EXPECT_EQ(code(ask(4), ward), Code::Invalid);
  EXPECT_FALSE(code(ask(5), ward)) << "today";
  today = due + extension_days_max;
  EXPECT_FALSE(code(ask(extension_days_max), ward));
  today = today + 1;
  const auto over = when(ask(extension_days_max), ward);
  ASSERT_FALSE(over) << "there is no such day any more";
  EXPECT_EQ(over.error().code, Code::Conflict);
  EXPECT_NE(over.error().text.vi.find("đã qua hơn 366 ngày"), std::string::npos);
  EXPECT_NE(over.error().text.vi.find("báo xong"), std::string::npos) << "what to do";
}

TEST_F(Extensions, AreDecidedByWhoUrgesOverThePlanAndNeverByWhoAsked) {
  given(ask(), drafter);  // for the ward
  const DecideExtension yes = decide_on(1, Verdict::AsAsked);
  EXPECT_EQ(code(yes, ward), Code::Forbidden);
  EXPECT_EQ(code(yes, account(9, {{Role::Planner, UnitNo{3}}})), Code::Forbidden)
      << "the plan is the council's, not the district's";
  EXPECT_EQ(code(yes, drafter), Code::Forbidden) << "asked himself";
  Actor second_account = leader;
  second_account.person = drafter.person;
  EXPECT_EQ(code(yes, second_account), Code::Forbidden) << "persons count, not accounts";
  Actor nobody = leader;
  nobody.person = {};
  EXPECT_EQ(code(yes, nobody), Code::Forbidden);
  DecideExtension elsewhere = yes;
  elsewhere.assignment = AssignmentNo{2};
  EXPECT_EQ(code(elsewhere, leader), Code::NotFound);
  EXPECT_EQ(code(decide_on(2, Verdict::AsAsked), leader), Code::NotFound);
  EXPECT_FALSE(code(yes, leader));
}

TEST_F(Extensions, AReasonIsNeededUnlessTheDayIsTheOneAskedFor) {
  given(ask(), ward);
  using Fields = std::vector<std::string>;
  EXPECT_EQ(faults(when(decide_on(1, {}), leader)), Fields{fields::verdict});
  EXPECT_EQ(faults(when(decide_on(1, Verdict::Refused), leader)), Fields{fields::words});
  EXPECT_EQ(faults(when(decide_on(1, Verdict::AnotherDay), leader)),
            (Fields{fields::other_day, fields::words}));
  EXPECT_EQ(faults(when(decide_on(1, Verdict::AnotherDay, due, "x"), leader)),
            Fields{fields::other_day});
  const Date far = due + extension_days_max + 1;
  EXPECT_EQ(faults(when(decide_on(1, Verdict::AnotherDay, far, "x"), leader)),
            Fields{fields::other_day});
  EXPECT_EQ(faults(when(decide_on(1, Verdict::AnotherDay, due + 9), leader)),
            Fields{fields::words});
  EXPECT_FALSE(code(decide_on(1, Verdict::AnotherDay, due + 10), leader)) << "what was asked for";
  EXPECT_FALSE(code(decide_on(1, Verdict::AnotherDay, due + 11, "Dư một ngày"), leader));
}

TEST_F(Extensions, ADayThatHasPassedIsNotGranted) {
  given(ask(), ward);
  today = due + 10;
  EXPECT_FALSE(code(decide_on(1, Verdict::AsAsked), leader)) << "today";
  today = due + 11;
  using Fields = std::vector<std::string>;
  const auto passed = when(decide_on(1, Verdict::AsAsked), leader);
  EXPECT_EQ(faults(passed), Fields{fields::verdict});
  EXPECT_NE(passed.error().details.front().text.vi.find("Ngày đơn vị xin đã qua"),
            std::string::npos);
  EXPECT_EQ(faults(when(decide_on(1, Verdict::AnotherDay, today - 1, "Muộn"), leader)),
            Fields{fields::other_day});
  EXPECT_FALSE(code(decide_on(1, Verdict::AnotherDay, today, "Muộn"), leader));
  EXPECT_FALSE(code(decide_on(1, Verdict::Refused, {}, "Muộn"), leader));
  today = due + extension_days_max + 1;
  EXPECT_EQ(faults(when(decide_on(1, Verdict::AnotherDay, today, "Muộn"), leader)),
            Fields{fields::verdict})
      << "there is no such day any more";
}

TEST_F(Extensions, TheNewDeadlineCountsAndTheFirstStaysKnown) {
  given(ask(), ward);
  today = due + 3;
  EXPECT_TRUE(first().is_late(today));
  given(decide_on(1, Verdict::AsAsked), leader);
  EXPECT_FALSE(first().is_late(today));
  EXPECT_EQ(first().due, due + 10);
  EXPECT_EQ(plans.first_due(AssignmentNo{1}), due);
  EXPECT_EQ(plans.due_on(AssignmentNo{1}, today - 1), due) << "in force before the decision";
  EXPECT_EQ(plans.due_on(AssignmentNo{1}, today), due + 10);
  EXPECT_TRUE(plans.waiting().empty());
  EXPECT_EQ(plans.task(TaskNo{1}).due, due) << "the plan's own text stands";
  EXPECT_EQ(plans.task(TaskNo{1}).extended, 1U);
  EXPECT_EQ(plans.task(TaskNo{1}).extended_until, due + 10);
  EXPECT_EQ(plans.assignment(AssignmentNo{2}).due, due);
  const auto again = when(decide_on(1, Verdict::Refused, {}, "x"), leader);
  EXPECT_EQ(again.error().code, Code::Conflict);
  EXPECT_NE(again.error().text.vi.find(vietnamese(due + 10)), std::string::npos);

  given(ReportDone{AssignmentNo{1}, today}, ward);
  EXPECT_EQ(state_in_words(first(), today).en, "Done " + vietnamese(today)) << "in time";
}

TEST_F(Extensions, ARefusalLeavesTheDeadlineAndMayBeFollowedByAnotherRequest) {
  given(ask(), ward);
  given(decide_on(1, Verdict::Refused, {}, " Còn đủ thời gian "), leader);
  EXPECT_EQ(first().due, due);
  EXPECT_EQ(plans.extension(ExtensionNo{1}).fate, Extension::Fate::Refused);
  EXPECT_EQ(plans.extension(ExtensionNo{1}).words, "Còn đủ thời gian");
  EXPECT_EQ(plans.extension(ExtensionNo{1}).decided_by, leader.person);
  EXPECT_EQ(plans.last_granted(AssignmentNo{1}), nullptr);
  EXPECT_FALSE(extended_in_words(plans, first()));
  given(ask(20), ward);
  EXPECT_EQ(plans.asked_before(plans.extension(ExtensionNo{1})), 0U);
  EXPECT_EQ(plans.asked_before(plans.extension(ExtensionNo{2})), 1U);
  given(decide_on(2, Verdict::AnotherDay, due + 15, "Đủ để làm xong"), leader);
  given(ask(30), ward);
  EXPECT_EQ(plans.extension(ExtensionNo{3}).before, due + 15) << "from the present deadline";
  given(decide_on(3, Verdict::AsAsked), leader);
  EXPECT_EQ(plans.first_due(AssignmentNo{1}), due);
  EXPECT_EQ(first().due, due + 30);
  EXPECT_EQ(plans.task(TaskNo{1}).extended, 1U) << "one unit, however often";
  EXPECT_EQ(extended_in_words(plans, first())->en,
            "Extended until " + vietnamese(due + 30) + " (first deadline " + vietnamese(due) + ")");
}

TEST_F(Extensions, WhatIsDoneNeedsNoDecisionAnyMore) {
  given(ask(), ward);
  given(ReportDone{AssignmentNo{1}, today}, ward);
  EXPECT_TRUE(plans.waiting().empty());
  EXPECT_EQ(plans.extension(ExtensionNo{1}).fate, Extension::Fate::NotNeeded);
  EXPECT_EQ(plans.extension(ExtensionNo{1}).decided, today);
  EXPECT_EQ(code(decide_on(1, Verdict::AsAsked), leader), Code::Conflict);
  EXPECT_EQ(code(ask(), ward), Code::Conflict);
}

}  // namespace
}  // namespace lantoa::city::plan
