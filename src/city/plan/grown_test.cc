// A plan that a unit makes for what it was given to do: whose it is, and by when its tasks are due.
#include "city/plan/testing_plans.h"

namespace lantoa::city::plan {
namespace {

using organisation::Kind;
using testing::Plans;

// A plan of the council gives the district one thing to do in thirty days: assignment 1.
class Grown : public Plans {
 protected:
  Grown() {
    given_draft();
    given(AddTask{PlanNo{1}, "Triển khai ở quận", {Kind::UrbanDistrict}, "", due}, drafter);
    given(ApprovePlan{PlanNo{1}, 2}, leader);
    given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter);
  }

  static DraftPlan own(std::uint32_t parent = 1) {
    DraftPlan out;
    out.issuer = UnitNo{3};
    out.scope = UnitNo{3};
    out.title = "Kế hoạch của quận";
    out.parent = AssignmentNo{parent};
    return out;
  }
  DraftTask for_wards(Date until) const {
    return {"Phổ biến ở phường", {{Kind::Ward}, UnitNo{3}}, until};
  }
  // Drafted with one task, approved and issued; its number is that of the plan.
  void given_issued(std::uint32_t plan, const DraftPlan& draft) {
    given(draft, planner);
    given(ApprovePlan{PlanNo{plan}, plans.plan(PlanNo{plan}).version}, chief);
    given(IssuePlan{PlanNo{plan}, std::to_string(plan) + "/KH-UBND", today}, planner);
  }
  template <class C>
  std::optional<Code> code(const C& command, const Actor& actor) {
    const auto decided = when(command, actor);
    return decided ? std::nullopt : std::optional(decided.error().code);
  }

  const Date due = today + 30;
  const Actor planner = account(5, {{Role::Planner, UnitNo{3}}});
  const Actor chief = account(6, {{Role::Leader, UnitNo{3}}});
};

TEST_F(Grown, IsOfTheUnitThatGotTheTask) {
  given(own(), planner);
  EXPECT_EQ(plans.plan(PlanNo{2}).parent, AssignmentNo{1});
  EXPECT_FALSE(plans.plan(PlanNo{1}).parent);
  EXPECT_EQ(plans.grown_from(AssignmentNo{1}), std::vector{PlanNo{2}});
  EXPECT_EQ(code(own(9), planner), Code::NotFound);
  EXPECT_EQ(code(own(), ward), Code::Forbidden);
  DraftPlan city = own();
  city.issuer = UnitNo{1};
  city.scope = UnitNo{3};
  EXPECT_EQ(when(city, drafter).error().field, fields::issuer) << "not who gave it out";
  DraftPlan below = own();
  below.issuer = below.scope = UnitNo{4};
  EXPECT_EQ(when(below, planner).error().field, fields::issuer) << "nor a ward";
  DraftPlan wide = own();
  wide.scope = UnitNo{1};
  EXPECT_EQ(when(wide, planner).error().field, fields::issuer);
}

TEST_F(Grown, MayBeIssuedByTheUnitsOwnCouncil) {
  open(6, 3, "Hội đồng quận Mẫu", Kind::Council);
  DraftPlan council = own();
  council.issuer = UnitNo{6};
  council.scope = scope_of(tree, UnitNo{6});
  EXPECT_EQ(council.scope, UnitNo{3});
  EXPECT_FALSE(code(council, planner));
}

TEST_F(Grown, NoTaskIsDueAfterItsParent) {
  DraftPlan draft = own();
  draft.tasks = {for_wards(due), for_wards(due + 1)};
  const auto refused = when(draft, planner);
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().details.size(), 1U);
  const Detail& fault = refused.error().details.front();
  EXPECT_EQ(fault.row, 2U);
  EXPECT_EQ(fault.field, fields::due);
  EXPECT_NE(fault.text.vi.find("sau " + vietnamese(due)), std::string::npos) << fault.text.vi;
  EXPECT_NE(fault.text.vi.find("xin gia hạn"), std::string::npos) << fault.text.vi;

  draft.tasks.pop_back();
  given(draft, planner);
  const AddTask late{PlanNo{2}, "Việc", {Kind::Ward}, "", due + 1};
  EXPECT_EQ(when(late, planner).error().field, fields::due);
  const ChangeTask moved{PlanNo{2}, TaskNo{2}, 2, "Việc", due + 1, {}};
  EXPECT_EQ(when(moved, planner).error().field, fields::due);

  const Actor officer = account(7, {{Role::UnitOfficer, UnitNo{3}}});
  given(AskExtension{AssignmentNo{1}, due + 5, "Mất điện"}, officer);
  EXPECT_EQ(when(late, planner).error().field, fields::due) << "asked is not granted";
  given(DecideExtension{AssignmentNo{1}, ExtensionNo{1}, Verdict::AsAsked, {}, ""}, leader);
  EXPECT_FALSE(code(late, planner)) << "the deadline in force counts";
  EXPECT_FALSE(code(moved, planner));
}

TEST_F(Grown, NoMoreTimeIsGivenThanItsParentHas) {
  DraftPlan draft = own();
  draft.tasks = {for_wards(due - 10)};
  given_issued(2, draft);
  const AssignmentNo below = plans.of_unit(UnitNo{4}).back();
  ASSERT_EQ(plans.plan(plans.task(plans.assignment(below).task).plan).parent, AssignmentNo{1});
  const auto field_of = [](const Decided& refused) {
    return refused ? std::string() : refused.error().details.front().field;
  };
  EXPECT_EQ(field_of(when(AskExtension{below, due + 1, "Mất điện"}, ward)), fields::until);
  given(AskExtension{below, due, "Mất điện"}, ward);
  const ExtensionNo no{plans.extensions()};
  EXPECT_EQ(field_of(when(DecideExtension{below, no, Verdict::AnotherDay, due + 1, "x"}, chief)),
            fields::other_day);
  EXPECT_FALSE(code(DecideExtension{below, no, Verdict::AnotherDay, due - 1, "x"}, chief));
  EXPECT_FALSE(code(DecideExtension{below, no, Verdict::AsAsked, {}, ""}, chief));
}

TEST_F(Grown, TheLastDayThatCanBeAskedForIsThatOfItsParent) {
  const Assignment above = plans.assignment(AssignmentNo{1});
  EXPECT_FALSE(later_days(plans, above, today).ends_with_parent);
  EXPECT_EQ(later_days(plans, above, today).last, due + extension_days_max);
  DraftPlan draft = own();
  draft.tasks = {for_wards(due - 10)};
  given_issued(2, draft);
  const AssignmentNo below = plans.of_unit(UnitNo{4}).back();
  const LaterDays days = later_days(plans, plans.assignment(below), today);
  EXPECT_EQ(days.first, due - 9);
  EXPECT_EQ(days.last, due);
  EXPECT_TRUE(days.ends_with_parent);
  EXPECT_EQ(in_words(days).vi, "từ " + vietnamese(due - 9) + ", chậm nhất " + vietnamese(due) +
                                   ", hạn của việc cấp trên");
  const auto nothing = when(AskExtension{below, {}, "Mất điện"}, ward);
  ASSERT_FALSE(nothing);
  EXPECT_NE(nothing.error().details.front().text.vi.find("chậm nhất " + vietnamese(due)),
            std::string::npos);

  given(AskExtension{below, due, "Mất điện"}, ward);
  given(DecideExtension{below, ExtensionNo{1}, Verdict::AsAsked, {}, ""}, chief);
  EXPECT_FALSE(later_days(plans, plans.assignment(below), today).any());
  const auto over = when(AskExtension{below, due + 1, "Mất điện"}, ward);
  ASSERT_FALSE(over);
  EXPECT_EQ(over.error().code, Code::Conflict);
  EXPECT_NE(over.error().text.vi.find("gia hạn việc cấp trên"), std::string::npos) << "what to do";
}

TEST_F(Grown, WhereItsParentHasNoMoreTimeARequestCanOnlyBeRefused) {
  DraftPlan draft = own();
  draft.tasks = {for_wards(due - 10)};
  given_issued(2, draft);
  const AssignmentNo below = plans.of_unit(UnitNo{4}).back();
  given(AskExtension{below, due, "Mất điện"}, ward);
  today = due + 1;
  const auto other =
      when(DecideExtension{below, ExtensionNo{1}, Verdict::AnotherDay, today, "x"}, chief);
  ASSERT_FALSE(other);
  const auto none =
      when(DecideExtension{below, ExtensionNo{1}, Verdict::AnotherDay, {}, "x"}, chief);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().details.front().field, fields::verdict);
  EXPECT_NE(none.error().details.front().text.vi.find(vietnamese(due)), std::string::npos);
  EXPECT_FALSE(
      code(DecideExtension{below, ExtensionNo{1}, Verdict::Refused, {}, "Hết hạn"}, chief));
}

TEST_F(Grown, NothingGrowsOutOfWhatIsDone) {
  given(own(), planner);
  given(ReportDone{AssignmentNo{1}, today}, account(7, {{Role::UnitOfficer, UnitNo{3}}}));
  EXPECT_EQ(code(own(), planner), Code::Conflict);
}

TEST_F(Grown, FivePlansStandAboveOneAtMost) {
  for (std::uint32_t parent = 1; parent <= parents_max; ++parent) {
    DraftPlan draft = own(parent);
    draft.tasks = {{"Việc", {{}, UnitNo{3}}, due}};
    given_issued(parent + 1, draft);
    EXPECT_EQ(plans.parents_above(AssignmentNo{parent}), parent);
  }
  const auto refused = when(own(parents_max + 1), planner);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, fields::parent);
}

TEST_F(Grown, WhatIsOpenBelowIsCounted) {
  DraftPlan draft = own();
  draft.tasks = {for_wards(due)};
  given(draft, planner);
  EXPECT_EQ(plans.open_below(AssignmentNo{1}), 0U) << "nobody has it yet";
  given(ApprovePlan{PlanNo{2}, 2}, chief);
  given(IssuePlan{PlanNo{2}, "02/KH-UBND", today}, planner);
  EXPECT_EQ(plans.open_below(AssignmentNo{1}), 2U);
  given(ReportDone{AssignmentNo{2}, today}, ward);
  EXPECT_EQ(plans.open_below(AssignmentNo{1}), 1U);
  EXPECT_FALSE(code(ReportDone{AssignmentNo{1}, today}, planner)) << "told, not forbidden";
}

TEST_F(Grown, ACopyGrowsOutOfTheSameUntilThatIsDone) {
  DraftPlan draft = own();
  draft.tasks = {for_wards(due - 10)};
  given_issued(2, draft);
  EXPECT_EQ(when(ClonePlan{PlanNo{2}, "Đợt hai", today + 11}, planner).error().field, "start");
  given(ClonePlan{PlanNo{2}, "Đợt hai", today + 10}, planner);
  EXPECT_EQ(plans.plan(PlanNo{3}).parent, AssignmentNo{1});
  given(ReportDone{AssignmentNo{1}, today}, drafter);
  given(ClonePlan{PlanNo{2}, "Năm sau", today + 300}, planner);
  EXPECT_FALSE(plans.plan(PlanNo{4}).parent);
}

TEST_F(Plans, AFactOfBeforeHasNoParent) {
  const auto old = lantoa::decode<PlanDrafted>(
      R"({"plan":1,"issuer":2,"scope":1,"title":"Cũ","audience":"Everybody","grounds":[]})");
  ASSERT_TRUE(old);
  plans.fold(*old);
  EXPECT_FALSE(plans.plan(PlanNo{1}).parent);
  EXPECT_EQ(lantoa::encode(*old).find("parent"), std::string::npos);
}

class Signed : public Plans {
 protected:
  Signed() {
    given_draft();
    given_task();
    given(ApprovePlan{PlanNo{1}, 2}, leader);
  }
  static AttachSignedCopy copy(std::string blob) { return {PlanNo{1}, std::move(blob), 1'000}; }
};

TEST_F(Signed, CopiesAreOfAnIssuedPlanByWhoMayIssueIt) {
  EXPECT_EQ(when(copy("a"), drafter).error().code, Code::Conflict);
  given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", today}, drafter);
  EXPECT_EQ(when(copy("a"), ward).error().code, Code::Forbidden);
  given(copy("a"), drafter);
  const auto again = when(copy("a"), drafter);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->facts.empty()) << "sent twice";
  given(copy("b"), drafter);
  const auto& copies = plans.plan(PlanNo{1}).signed_copies;
  ASSERT_EQ(copies.size(), 2U);
  EXPECT_EQ(copies[0].blob, "a") << "the earlier one stays";
  EXPECT_EQ(copies[1].blob, "b");
  EXPECT_EQ(copies[1].bytes, 1'000U);
  EXPECT_EQ(copies[1].on, today);
  EXPECT_EQ(copies[1].by, drafter.person);
  for (std::size_t i = 2; i < signed_copies_max; ++i) given(copy(std::to_string(i)), drafter);
  EXPECT_EQ(when(copy("z"), drafter).error().code, Code::TooLarge);
}

TEST(SignedCopies, ArePdfsOfBoundedSize) {
  EXPECT_TRUE(check_signed_copy("%PDF-1.7\n"));
  for (const char* bytes : {"", "<html>%PDF-1.7", "%PDF", " %PDF-1.7"}) {
    const auto refused = check_signed_copy(bytes);
    ASSERT_FALSE(refused) << bytes;
    EXPECT_EQ(refused.error().field, fields::file);
  }
  std::string large = "%PDF-1.7\n";
  large.resize(signed_copy_bytes_max, ' ');
  EXPECT_TRUE(check_signed_copy(large));
  large += ' ';
  EXPECT_EQ(check_signed_copy(large).error().code, Code::TooLarge);
}

}  // namespace
}  // namespace lantoa::city::plan
