// Deadlines in working days: from when they count, what they come to and that it stays so, for
// tasks of plans and for more time.
#include "city/plan/testing_amendments.h"

namespace lantoa::city::plan {
namespace {

using organisation::Kind;

Date on_day(std::string_view text) { return *parse_iso_date(text); }

workday::DaySet day_off(Date date) {
  return {date, workday::Rule::Off, "Nghỉ mẫu", "Thông báo mẫu", {}};
}

// A draft of the council; nothing is issued but by the test. 12/05/2021 is a Wednesday.
class WorkingDays : public testing::Plans {
 protected:
  void given_task_within(std::uint32_t days) {
    given_draft();
    given(AddTask{PlanNo{1}, "Họp dân", {Kind::Ward}, "", Due::within(days)}, drafter);
  }
  void given_issued(Date on) {
    given(ApprovePlan{PlanNo{1}, plans.plan(PlanNo{1}).version}, leader);
    given(IssuePlan{PlanNo{1}, "06/KH-HĐPHPBGDPL", on}, drafter);
  }
  const Task& first() const { return plans.task(TaskNo{1}); }
  static std::string field_of(const Decided& refused) {
    if (refused) return "";
    const Problem& why = refused.error();
    return why.details.empty() ? why.field : why.details.front().field;
  }
  static std::string words_of(const Decided& refused) {
    if (refused) return "";
    const Problem& why = refused.error();
    return why.details.empty() ? why.text.vi : why.details.front().text.vi;
  }
};

TEST_F(WorkingDays, CountFromTheDayOfIssueAndAreThenADayForGood) {
  given_task_within(15);
  EXPECT_EQ(first().working_days, 15U);
  EXPECT_EQ(first().due, on_day("2021-06-02")) << "as if it were issued today";
  EXPECT_FALSE(first().counted_from);
  today = today + 7;
  given_issued(today);
  const Date due = on_day("2021-06-09");
  EXPECT_EQ(first().due, due);
  EXPECT_EQ(first().working_days, 15U) << "it stays known";
  EXPECT_EQ(first().counted_from, today);
  EXPECT_EQ(plans.assignment(AssignmentNo{1}).due, due);
  EXPECT_EQ(plans.assignment(AssignmentNo{2}).due, due);
  workdays.fold(day_off(on_day("2021-06-01")), {});
  EXPECT_EQ(plans.assignment(AssignmentNo{1}).due, due) << "a later calendar moves nothing";
}

TEST_F(WorkingDays, TheDayOfIssueIsTheOneOnThePaperNotTheOneOfEntering) {
  given_task_within(1);
  given_issued(today - 2);
  EXPECT_EQ(first().due, today - 1);
}

TEST_F(WorkingDays, TheCalendarKnownWhenItIsIssuedCounts) {
  given_task_within(2);
  workdays.fold(day_off(today + 1), {});
  given_issued(today);
  EXPECT_EQ(first().due, on_day("2021-05-17")) << "Friday, Monday";
}

TEST_F(WorkingDays, HolidaysAreSkippedAndSaturdaysWorkedInExchangeAreNot) {
  struct HolidayCase {
    const char* issued;
    std::uint32_t days;
    const char* due;
  };
  const std::vector<HolidayCase> cases{
      {"2021-02-03", 4, "2021-02-09"}, {"2021-02-03", 5, "2021-02-17"},  // over Tết
      {"2021-04-28", 1, "2021-04-29"}, {"2021-04-28", 2, "2021-05-04"},  // 30 April, 1 May, made up
      {"2024-04-26", 1, "2024-05-02"},                                   // the 29th exchanged
      {"2024-05-02", 2, "2024-05-04"},                                   // for this Saturday
      {"2021-05-14", 1, "2021-05-17"},                                   // a Friday
      {"2021-05-15", 1, "2021-05-17"},                                   // issued on a Saturday
  };
  for (const HolidayCase& one : cases) {
    plans = State{};
    today = on_day(one.issued);
    given_task_within(one.days);
    given_issued(today);
    EXPECT_EQ(iso(first().due), one.due) << one.issued << " + " << one.days;
  }
}

TEST_F(WorkingDays, AreOneTo250AndSomethingIsGiven) {
  given_draft();
  const auto add = [&](const Due& due) {
    return when(AddTask{PlanNo{1}, "Việc", {Kind::Ward}, "", due}, drafter);
  };
  EXPECT_TRUE(add(Due::within(working_days_max)));
  EXPECT_EQ(field_of(add(Due::within(working_days_max + 1))), fields::due);
  EXPECT_NE(words_of(add(Due::within(1'000'000'000))).find("từ 1 đến 250"), std::string::npos);
  EXPECT_EQ(field_of(add(Due{})), fields::due);
}

TEST_F(WorkingDays, ATaskIsChangedFromOneToTheOther) {
  given_task_within(15);
  given(ChangeTask{PlanNo{1}, TaskNo{1}, 2, "Họp dân", today + 9, {}}, drafter);
  EXPECT_FALSE(first().working_days);
  EXPECT_EQ(first().due, today + 9);
  given(ChangeTask{PlanNo{1}, TaskNo{1}, 3, "Họp dân", Due::within(3), {}}, drafter);
  EXPECT_EQ(first().working_days, 3U);
  EXPECT_EQ(
      field_of(when(ChangeTask{PlanNo{1}, TaskNo{1}, 4, "Họp", Due::within(251), {}}, drafter)),
      fields::due);
}

TEST_F(WorkingDays, AreDraftedWithThePlanToo) {
  DraftPlan draft{UnitNo{2}, UnitNo{1}, "Về chợ", Audience::Everybody, {}, "", {}, {}};
  draft.tasks = {{"Họp", {{Kind::Ward}, UnitNo{1}}, Due::within(300)}};
  EXPECT_EQ(field_of(when(draft, drafter)), fields::due);
  draft.tasks.front().due = Due::within(30);
  given(draft, drafter);
  EXPECT_EQ(first().working_days, 30U);
}

TEST_F(WorkingDays, ACopyOfThePlanCountsThemAgain) {
  given_task_within(15);
  given(AddTask{PlanNo{1}, "In sổ", {Kind::Ward}, "", today + 20}, drafter);
  given_issued(today);
  given(ClonePlan{PlanNo{1}, "Đợt hai", today + 60}, drafter);
  const Plan& copy = plans.plan(PlanNo{2});
  ASSERT_EQ(copy.tasks.size(), 2U);
  EXPECT_EQ(plans.task(copy.tasks[0]).working_days, 15U);
  EXPECT_FALSE(plans.task(copy.tasks[0]).counted_from);
  EXPECT_FALSE(plans.task(copy.tasks[1]).working_days);
  EXPECT_EQ(plans.task(copy.tasks[1]).due, today + 80);
}

// Two days of work fewer than there are until the task above is due, 11/06/2021.
TEST_F(WorkingDays, EndWithTheTaskThatThePlanGrewOutOf) {
  given_draft();
  given(AddTask{PlanNo{1}, "Triển khai", {Kind::UrbanDistrict}, "", today + 30}, drafter);
  given_issued(today);
  const Actor planner = account(7, {{Role::Planner, UnitNo{3}}});
  const Actor chief = account(8, {{Role::Leader, UnitNo{3}}});
  DraftPlan grown{UnitNo{3}, UnitNo{3}, "Kế hoạch của quận", {}, {}, "", {}, {}};
  grown.parent = AssignmentNo{1};
  grown.tasks = {{"Họp", {{Kind::Ward}, UnitNo{3}}, Due::within(23)}};
  const auto late = when(grown, planner);
  EXPECT_EQ(field_of(late), fields::due);
  EXPECT_NE(words_of(late).find("nếu ban hành hôm nay: Hạn 14/06/2021 ở sau 11/06/2021"),
            std::string::npos)
      << words_of(late);
  grown.tasks.front().due = Due::within(22);
  given(grown, planner);
  given(ApprovePlan{PlanNo{2}, 2}, chief);
  today = today + 2;
  const auto refused = when(IssuePlan{PlanNo{2}, "01/KH-UBND", today}, planner);
  EXPECT_EQ(field_of(refused), fields::on);
  EXPECT_NE(words_of(refused).find("“Họp”, 22 ngày làm việc: Hạn 15/06/2021 ở sau 11/06/2021"),
            std::string::npos)
      << words_of(refused);
  given(IssuePlan{PlanNo{2}, "01/KH-UBND", today - 2}, planner);
  EXPECT_EQ(plans.task(TaskNo{2}).due, today + 28);
}

TEST_F(WorkingDays, AFactOfBeforeIsADay) {
  const auto old = lantoa::decode<TaskAdded>(
      R"({"task":1,"plan":1,"version":2,"what":"Cũ","rule":{"kinds":["Ward"],"top":1},)"
      R"("due":"2021-06-11"})");
  ASSERT_TRUE(old);
  given_draft();
  plans.fold(*old);
  EXPECT_FALSE(first().working_days);
  EXPECT_EQ(first().due, on_day("2021-06-11"));
  EXPECT_EQ(lantoa::encode(*old).find("working_days"), std::string::npos);
  EXPECT_EQ(lantoa::encode(AmendmentIssued{}).find("counted"), std::string::npos);
}

// The fixture's plan was issued today, its deadlines are days: 11/06/2021, a Friday.
class AmendedDays : public testing::Amendments {
 protected:
  static TaskAmendment within(std::uint32_t task, std::uint32_t days) {
    TaskAmendment out{TaskNo{task}};
    out.working_days = days;
    return out;
  }
};

TEST_F(AmendedDays, CountFromTheAmendmentsOwnDayOfIssue) {
  AmendmentDraft text = saying({within(1, 10)});
  text.tasks = {added("mỗi phường")};
  text.tasks.front().due = Due::within(5);
  given(DraftAmendment{PlanNo{1}, text}, drafter);
  EXPECT_EQ(last().text.changes[0].working_days, 10U);
  EXPECT_EQ(last().text.changes[0].due, on_day("2021-05-26")) << "if issued today";
  EXPECT_EQ(last().text.tasks[0].due, on_day("2021-05-19"));
  EXPECT_EQ(task(1).due, due);
  today = today + 7;
  given_issued();
  EXPECT_EQ(of(1).due, on_day("2021-06-02"));
  EXPECT_EQ(task(1).due, on_day("2021-06-02"));
  EXPECT_EQ(task(1).working_days, 10U);
  EXPECT_EQ(task(1).counted_from, today);
  ASSERT_EQ(task(1).earlier.size(), 1U);
  EXPECT_EQ(task(1).earlier[0].due, due);
  EXPECT_FALSE(task(1).earlier[0].working_days);
  const Task& fresh = plans.task(last().added.front());
  EXPECT_EQ(fresh.due, on_day("2021-05-26"));
  EXPECT_EQ(fresh.working_days, 5U);
  EXPECT_EQ(plans.assignment(fresh.assignments.front()).due, fresh.due);
  EXPECT_EQ(last().text.changes[0].due, task(1).due) << "its text says the day from now on";
  EXPECT_EQ(last().text.tasks[0].due, fresh.due);
  workdays.fold(day_off(on_day("2021-05-31")), {});
  EXPECT_EQ(of(1).due, on_day("2021-06-02"));
}

TEST_F(AmendedDays, TheTasksOwnDayIsKnownWhereNothingIsLeftToMove) {
  given(ReportDone{AssignmentNo{3}, today}, district);
  given(draft({within(2, 10)}), drafter);
  given_issued();
  EXPECT_EQ(of(3).due, due) << "done stays";
  EXPECT_EQ(task(2).due, on_day("2021-05-26"));
}

TEST_F(AmendedDays, ADayTakesTheirPlaceAndTheyTakeTheirOwn) {
  given(draft({within(1, 10)}), drafter);
  given_issued();
  given(draft({within(1, 10)}), drafter);
  ASSERT_EQ(last().text.changes.size(), 1U) << "as many from another day are another deadline";
  given_issued("13/KH-HĐPHPBGDPL");
  given(draft({due_on(1, task(1).due)}), drafter);
  EXPECT_FALSE(says_anything(last().text)) << "the day that it is already";
  given(GiveUpAmendment{PlanNo{1}, last().no, "Không cần"}, drafter);
  given(draft({due_on(1, due + 3)}), drafter);
  given_issued("14/KH-HĐPHPBGDPL");
  EXPECT_FALSE(task(1).working_days);
  EXPECT_FALSE(task(1).counted_from);
  EXPECT_EQ(task(1).earlier.back().working_days, 10U);
  EXPECT_EQ(task(1).due, due + 3);
}

TEST_F(AmendedDays, AFaultIsToldAtItsField) {
  AmendmentDraft text = saying({within(1, 251), within(2, 0)});
  text.tasks = {added("mỗi phường")};
  text.tasks.front().due = Due::within(251);
  EXPECT_EQ(faults(DraftAmendment{PlanNo{1}, text}, drafter),
            (std::vector<std::string>{"due-viec-1", "due-viec-2", "due-moi-1"}));
}

TEST_F(AmendedDays, ACopyKeepsTheDayThatAnAmendmentCountedFromItsOwn) {
  given(draft({within(1, 10)}), drafter);
  today = today + 5;
  given_issued();
  const std::int32_t days = task(1).due - plans.plan(PlanNo{1}).issued;
  given(ClonePlan{PlanNo{1}, "Đợt hai", today + 60}, drafter);
  const Task& copy = plans.task(plans.plan(PlanNo{2}).tasks.front());
  EXPECT_FALSE(copy.working_days);
  EXPECT_EQ(copy.due, today + 60 + days);
}

TEST_F(AmendedDays, TheImpactIsWorkedOutForToday) {
  given(draft({within(1, 10)}), drafter);
  today = today + 1;
  const Impact impact = impact_of(plans, tree, workdays, last().text, today);
  EXPECT_EQ(impact.changes.front().nearer.size(), 2U);
  EXPECT_EQ(impact.changes.front().nearer_days.most, due - on_day("2021-05-27"));
  const TaskImpact soon =
      impact_of(plans, tree, workdays, {"", {}, {within(1, 2)}, {}}, today).changes.front();
  EXPECT_EQ(soon.short_notice.size(), 2U);
}

TEST_F(AmendedDays, ADraftBelowRunsBeyondANearerDayAsIfItWereIssuedToday) {
  const Actor planner = account(7, {{Role::Planner, UnitNo{3}}});
  DraftPlan grown{UnitNo{3}, UnitNo{3}, "Kế hoạch của quận", {}, {}, "", {}, {}};
  grown.parent = AssignmentNo{3};
  grown.tasks = {{"Họp", {{Kind::Ward}, UnitNo{3}}, Due::within(10)}};
  given(grown, planner);
  const auto beyond = [&](Date day) {
    const AmendmentText text{"", {}, {due_on(2, day)}, {}};
    return !impact_of(plans, tree, workdays, text, today).changes.front().beyond.empty();
  };
  EXPECT_FALSE(beyond(on_day("2021-05-26")));
  today = today + 7;
  EXPECT_TRUE(beyond(on_day("2021-05-28")));
  EXPECT_FALSE(beyond(on_day("2021-06-02")));
}

TEST_F(AmendedDays, MoreTimeIsCountedFromThePresentDeadline) {
  const AskExtension ask{AssignmentNo{1}, Due::within(5), "Mất điện"};
  given(ask, ward);
  EXPECT_EQ(plans.extension(ExtensionNo{1}).until, on_day("2021-06-18"));
  DecideExtension other{AssignmentNo{1}, ExtensionNo{1}, Verdict::AnotherDay, Due::within(3),
                        "Cần sớm hơn"};
  given(other, leader);
  EXPECT_EQ(of(1).due, on_day("2021-06-16"));
}

TEST_F(AmendedDays, MoreTimeOfWhatIsLateIsCountedFromToday) {
  today = due + 5;
  given(AskExtension{AssignmentNo{1}, Due::within(5), "Mất điện"}, ward);
  EXPECT_EQ(plans.extension(ExtensionNo{1}).until, on_day("2021-06-23"));
}

TEST_F(AmendedDays, TooMuchTimeIsRefusedAtItsField) {
  EXPECT_EQ(faults(AskExtension{AssignmentNo{1}, Due::within(251), "Mất điện"}, ward),
            std::vector<std::string>{fields::until});
  given(AskExtension{AssignmentNo{1}, due + 9, "Mất điện"}, ward);
  const DecideExtension other{AssignmentNo{1}, ExtensionNo{1}, Verdict::AnotherDay,
                              Due::within(251), "Ít hơn"};
  EXPECT_EQ(faults(other, leader), std::vector<std::string>{fields::other_day});
}

}  // namespace
}  // namespace lantoa::city::plan
