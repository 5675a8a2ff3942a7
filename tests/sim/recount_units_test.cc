// What the recounts of units, groups, working days and mailboxes are worth: forged facts do not go
// unnoticed.
#include <gmock/gmock.h>

#include "city/identity/facts.h"
#include "city/oversight/facts.h"
#include "city/workday/facts.h"
#include "sim/forged.h"

namespace lantoa::sim {
namespace {

namespace identity = city::identity;
namespace organisation = city::organisation;
namespace oversight = city::oversight;
namespace plan = city::plan;
using city::Role;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ForgedTree : public Forged {
 protected:
  static constexpr city::UnitNo other_ward{6};
  static constexpr city::UnitNo elsewhere{7};  // below the other district
  static constexpr city::GroupNo group{1};
  static constexpr city::PlanNo of_group{3};
  static constexpr city::TaskNo task{3};

  template <class F>
  Complaints with(const F& fact, Role by = Role::Administrator, char place = 'c') {
    add(at(by, place), fact);
    const Complaints found = wrong();
    facts_.pop_back();
    return found;
  }
  void move(city::PersonNo person, city::UnitNo to) {
    add(at(Role::Administrator, 'c'), identity::PersonMoved{person, to, today_});
  }
  std::vector<city::PersonNo> at_home(city::UnitNo unit) const {
    std::vector<city::PersonNo> out;
    for (const ledger::Fact& fact : beginning().facts) {
      if (!is<identity::PersonsRegistered>(fact)) continue;
      const auto joined = *decode<identity::PersonsRegistered>(fact.body);
      for (std::uint32_t i = 0; joined.unit == unit && i < joined.count; ++i) {
        out.push_back(city::PersonNo{joined.first.value + i});
      }
    }
    return out;
  }
  organisation::UnitClosed closed(city::UnitNo unit) const {
    return {unit, today_, "Sáp nhập", {}};
  }
  void empty(city::UnitNo unit) {
    for (const city::PersonNo person : at_home(unit)) move(person, district);
  }

  void make_group(std::vector<std::uint32_t> units) {
    add(at(Role::Planner),
        organisation::GroupMade{group, district, "Ven hồ", NumberSet{std::move(units)}, {}});
  }
  void change_group(std::vector<std::uint32_t> units) {
    add(at(Role::Planner),
        organisation::GroupChanged{group, 2, "Ven hồ", NumberSet{std::move(units)}, {}});
  }
  // Drafted, approved; its task is for the group.
  void approve_plan(std::optional<std::uint32_t> working_days = {}, std::int32_t days = 40) {
    add(at(Role::Planner), plan::PlanDrafted{of_group, district, district, "Kế hoạch", {}, {}, {}});
    plan::TaskAdded added{task, of_group, 2, "Việc", {{}, district, group}, today_ + days, {}, {}};
    added.working_days = working_days;
    add(at(Role::Planner), added);
    add(at(Role::Leader), plan::PlanApproved{of_group, 2, {}});
  }
  void issue_plan() { add(at(Role::Planner), plan::PlanIssued{of_group, "3/KH-UBND", today_}); }
  plan::AssignmentsGiven given(std::vector<std::uint32_t> units, Date due,
                               std::optional<std::uint32_t> version = 1) const {
    return {task, city::AssignmentNo{4}, NumberSet{std::move(units)}, due, version};
  }
};

TEST_F(ForgedTree, AUnitStopsOnceItsPeopleAreGoneAndNothingComesToIt) {
  EXPECT_THAT(with(closed(other_ward)), Contains(HasSubstr("people are at home there")));
  empty(other_ward);
  EXPECT_THAT(wrong(), IsEmpty());
  auto late = closed(other_ward);
  late.on = today_ + 1;
  EXPECT_THAT(with(late), Contains(HasSubstr("its last day is still to come")));
  EXPECT_THAT(with(organisation::UnitReopened{other_ward, "Nhầm", {}}),
              Contains(HasSubstr("it is open")));
  add(at(Role::Administrator, 'c'), closed(other_ward));
  EXPECT_THAT(wrong(), IsEmpty());
  EXPECT_THAT(with(closed(other_ward)), Contains(HasSubstr("it was closed before")));
  EXPECT_THAT(with(organisation::MailboxSet{other_ward, "a@mau.example", {}}),
              Contains(HasSubstr("a closed unit gets a mailbox")));
  identity::PersonsRegistered joined{city::PersonNo{900}, 1, other_ward, {}, {}, today_};
  EXPECT_THAT(with(joined), Contains(HasSubstr("somebody joins a closed unit")));
  EXPECT_THAT(with(plan::PlanDrafted{of_group, other_ward, other_ward, "Kế hoạch", {}, {}, {}}),
              Contains(HasSubstr("its issuer or its scope is closed")));
  EXPECT_THAT(with(organisation::UnitReopened{other_ward, "Nhầm", {}}), IsEmpty());
}

TEST_F(ForgedTree, AUnitStopsAfterThoseBelowIt) {
  EXPECT_THAT(with(closed(city::UnitNo{4})), Contains(HasSubstr("a unit below it is open")));
  EXPECT_THAT(with(closed(city::UnitNo{1})), Contains(HasSubstr("the root is closed")));
  EXPECT_THAT(with(closed(city::UnitNo{2})), IsEmpty()) << "the council has no people";
}

TEST_F(ForgedTree, PeopleAreMovedTogether) {
  const auto people = at_home(other_ward);
  ASSERT_GE(people.size(), 2U);
  for (std::size_t i = 0; i + 1 < people.size(); ++i) move(people[i], district);
  const app::States nothing{};
  EXPECT_THAT(wrong_in(facts_, nothing), Contains(HasSubstr("some were left behind")));
  EXPECT_THAT(with(identity::PersonMoved{people.back(), ward, today_}),
              Contains(HasSubstr("moved apart from others")));
  EXPECT_THAT(with(identity::PersonMoved{people.back(), district, today_}), IsEmpty());
}

TEST_F(ForgedTree, AGroupIsOfItsOwnersUnitsAndHasANameOfItsOwn) {
  make_group({5, 6});
  EXPECT_THAT(wrong(), IsEmpty());
  const auto made = [](std::uint32_t no, const char* name, std::vector<std::uint32_t> units) {
    return organisation::GroupMade{
        city::GroupNo{no}, district, name, NumberSet{std::move(units)}, {}};
  };
  EXPECT_THAT(with(made(2, "Ven hồ", {5})), Contains(HasSubstr("another group has its name")));
  EXPECT_THAT(with(made(2, "Khác", {7})), Contains(HasSubstr("not its owner's")));
  EXPECT_THAT(with(made(3, "Khác", {5})), Contains(HasSubstr("numbers are left out")));
  organisation::GroupChanged changed{group, 2, "Ven hồ", NumberSet{{5, 6}}, {}};
  EXPECT_THAT(with(changed), Contains(HasSubstr("nothing of it differs")));
  changed.units = NumberSet{{5}};
  EXPECT_THAT(with(changed), IsEmpty());
  changed.version = 3;
  EXPECT_THAT(with(changed), Contains(HasSubstr("a version is left out")));
  empty(other_ward);
  add(at(Role::Administrator, 'c'), closed(other_ward));
  EXPECT_THAT(with(made(2, "Khác", {6})), Contains(HasSubstr("a closed unit comes into it")));
  changed = {group, 2, "Ven sông", NumberSet{{5, 6}}, {}};
  EXPECT_THAT(with(changed), IsEmpty()) << "it was in it before";
  add(at(Role::Planner), organisation::GroupEnded{group, "Hết việc", {}});
  EXPECT_THAT(with(changed), Contains(HasSubstr("no group that goes on")));
}

TEST_F(ForgedTree, ATaskGoesToTheGroupAsItIsWhenItIsGiven) {
  make_group({5, 6});
  approve_plan();
  const Date due = today_ + 40;
  const Facts approved = facts_;
  issue_plan();
  const app::States nothing{};
  EXPECT_THAT(wrong_in(facts_, nothing), Contains(HasSubstr("is issued and never given")));
  const auto others = Contains(HasSubstr("others get it than its rule means now"));
  const auto another_version = Contains(HasSubstr("another version of its group"));
  EXPECT_THAT(with(given({5, 6}, due)), IsEmpty());
  EXPECT_THAT(with(given({5}, due)), others);
  EXPECT_THAT(with(given({5, 6}, due, {})), another_version);
  facts_ = approved;
  change_group({5});
  issue_plan();
  EXPECT_THAT(with(given({5, 6}, due, 2)), others);
  EXPECT_THAT(with(given({5}, due, 1)), another_version);
  EXPECT_THAT(with(given({5}, due, 2)), IsEmpty());
  facts_ = approved;
  empty(other_ward);
  add(at(Role::Administrator, 'c'), closed(other_ward));
  issue_plan();
  EXPECT_THAT(with(given({5, 6}, due)), others) << "one is closed";
  EXPECT_THAT(with(given({5}, due)), IsEmpty());
  facts_ = approved;
  add(at(Role::Planner), organisation::GroupEnded{group, "Hết việc", {}});
  issue_plan();
  EXPECT_THAT(with(given({5, 6}, due)), Contains(HasSubstr("its group has ended")));
}

TEST_F(ForgedTree, WhatAStoppedUnitPlannedIsAmendedByTheUnitAbove) {
  const auto another = Contains(HasSubstr("another unit issues it than may"));
  add(at(Role::Planner),
      plan::PlanDrafted{of_group, other_ward, other_ward, "Kế hoạch", {}, {}, {}});
  empty(other_ward);
  plan::AmendmentIssued own{city::AmendmentNo{1}, of_group, "9/KH-UBND", today_, {}};
  plan::AmendmentIssued above = own;
  above.issuer = district;
  EXPECT_THAT(with(own), Not(another));
  EXPECT_THAT(with(above), another);
  auto stopped = closed(other_ward);
  add(at(Role::Administrator, 'c'), stopped);
  EXPECT_THAT(with(own), Not(another)) << "on its last day";
  facts_.pop_back();
  stopped.on = today_ - 1;
  add(at(Role::Administrator, 'c'), stopped);
  EXPECT_THAT(with(own), another);
  EXPECT_THAT(with(above), Not(another));
}

// 12 May 2021 is a Wednesday.
TEST_F(ForgedTree, WorkingDaysAreCountedFromTheDayOfIssueByTheCalendarOfThen) {
  const auto another_day = Contains(HasSubstr("come to another day"));
  make_group({5, 6});
  const Facts before = facts_;
  approve_plan(3, 3);
  EXPECT_THAT(wrong(), another_day) << "a Saturday and a Sunday lie between";
  facts_ = before;
  approve_plan(3, 5);
  EXPECT_THAT(wrong(), IsEmpty());
  const Date first = today_;
  today_ = first + 1;
  add(at(Role::Planner, 'c'),
      city::workday::DaySet{first + 2, city::workday::Rule::Off, "Nghỉ bù", "Thông báo", {}});
  issue_plan();
  EXPECT_THAT(with(given({5, 6}, first + 7)), IsEmpty()) << "from Thursday, and Friday is off";
  EXPECT_THAT(with(given({5, 6}, first + 6)), another_day);
  oversight::ExplanationAsked asked{city::ExplanationNo{1}, late_soon, "Vì sao", first + 5, {}, 1};
  EXPECT_THAT(with(asked), IsEmpty());
  asked.due = first + 2;
  EXPECT_THAT(with(asked), another_day);
}

class ForgedMails : public ForgedTree {
 protected:
  // An officer urges the ward; once a day.
  void promise(std::uint32_t no) {
    add(at(Role::Planner), oversight::ReminderPromised{city::ReminderNo{no}, ward, NumberSet{{2}},
                                                       today_, city::PersonNo{1}, true});
  }
  oversight::ReminderHandedOver handed_over(std::uint32_t no) const {
    return {city::ReminderNo{no}, {}};
  }
  void send(std::uint32_t no) {
    promise(no);
    add("courier/mail", handed_over(no));
    add("courier/mail",
        oversight::ReminderEnded{city::ReminderNo{no}, oversight::End::Sent, "250"});
    today_ = today_ + 1;
  }
  void bring_back(std::uint32_t no, const char* status) {
    add("courier/mail-returns",
        oversight::MailReturned{city::ReminderNo{no}, 1, status, "không có hộp thư"});
  }
};

TEST_F(ForgedMails, NoneGoesToAMailboxFromWhichMailsCameBack) {
  const auto takes_none = Contains(HasSubstr("it goes to a mailbox that takes none"));
  const oversight::AddressChecked checked{ward, {}};
  send(90);
  promise(91);
  EXPECT_THAT(wrong(), IsEmpty());
  EXPECT_THAT(with(handed_over(91)), IsEmpty());
  EXPECT_THAT(with(checked), Contains(HasSubstr("takes mails anyway")));
  bring_back(90, "5.1.1");
  EXPECT_THAT(wrong(), IsEmpty());
  EXPECT_THAT(with(handed_over(91)), takes_none);
  const oversight::MailReturned again{city::ReminderNo{90}, 1, "4.2.2", ""};
  EXPECT_THAT(with(again), Contains(HasSubstr("came back from there before")));
  const oversight::ReminderEnded ended{city::ReminderNo{91}, oversight::End::MailboxReturns, ""};
  EXPECT_THAT(with(ended), IsEmpty());
  today_ = today_ + 1;
  promise(92);
  EXPECT_THAT(wrong(), Contains(HasSubstr("mails to whom it urges come back")));
  facts_.pop_back();
  const Facts returning = facts_;
  add(at(Role::Administrator), checked);
  EXPECT_THAT(with(handed_over(91)), IsEmpty()) << "somebody said that it is right";
  EXPECT_THAT(with(ended), Contains(HasSubstr("the mailbox takes mails")));
  facts_ = returning;
  add(at(Role::Administrator), organisation::MailboxSet{ward, "moi@mau.example", {}});
  EXPECT_THAT(with(handed_over(91)), IsEmpty()) << "it is another one";
}

TEST_F(ForgedMails, ThreeInARowForTheTimeBeingAreEnough) {
  for (const std::uint32_t no : {90U, 91U, 92U}) {
    send(no);
    EXPECT_THAT(with(oversight::AddressChecked{ward, {}}),
                Contains(HasSubstr("takes mails anyway")));
    bring_back(no, "4.2.2");
  }
  EXPECT_THAT(wrong(), IsEmpty());
  EXPECT_THAT(with(oversight::AddressChecked{ward, {}}), IsEmpty());
}

TEST_F(ForgedMails, ItGoesToWhoAnswersForAClosedUnit) {
  empty(other_ward);
  add(at(Role::Administrator, 'c'), closed(other_ward));
  add(at(Role::Planner),
      oversight::ReminderPromised{city::ReminderNo{90}, other_ward, NumberSet{{3}}, today_,
                                  city::PersonNo{1}, true});
  EXPECT_THAT(with(handed_over(90)), Contains(HasSubstr("somebody else answers for the unit")));
  EXPECT_THAT(with(oversight::ReminderHandedOver{city::ReminderNo{90}, district}), IsEmpty());
}

}  // namespace
}  // namespace lantoa::sim
