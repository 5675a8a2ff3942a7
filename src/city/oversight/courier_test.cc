#include "city/oversight/courier.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "city/oversight/mail_id.h"
#include "city/oversight/returned.h"
#include "city/testing.h"

namespace lantoa::city::oversight {
namespace {

// Two wards with a mailbox and one task, due today; the mail server takes nothing yet.
class Couriers : public ::testing::Test {
 protected:
  Couriers() {
    using organisation::Kind;
    install(node.app, state, {calendar, units, plans, content, reach, workdays}, node.clock, {});
    units.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", Kind::City, {}, {}});
    for (std::uint32_t no = 2; no <= 3; ++no) {
      organisation::UnitOpened ward{
          UnitNo{no}, UnitNo{1}, "Phường Mẫu", std::to_string(no), Kind::Ward, {}, {}};
      ward.mailbox = "phuong" + std::to_string(no) + "@mau.example";
      units.fold(ward);
    }
    calendar.fold({today}, {});
    plans.fold(plan::PlanDrafted{PlanNo{1}, UnitNo{1}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    plans.fold(plan::TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Việc", {{}, UnitNo{1}}, today, {}});
    plans.fold(plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{2, 3}}, today});
    node.mail.outcome = mail::Outcome::NotNow;
  }
  void extend(AssignmentNo assignment) {
    const ExtensionNo no{plans.extensions() + 1};
    const ledger::Stamp stamp{1, node.clock.time, {}, {}};
    plans.fold(plan::ExtensionAsked{no, assignment, today + 9, "Mất điện", {}}, stamp);
    plans.fold(plan::ExtensionDecided{no, today + 9, "", {}}, stamp);
  }
  // What the ladder's courier does, and nothing sent yet.
  void promise() {
    const auto last = node.mail.sent.size();
    EXPECT_TRUE(node.app.couriers.front()->step());
    ASSERT_EQ(state.reminders(), 2U);
    ASSERT_EQ(node.mail.sent.size(), last);
  }
  // The reminder that was the mail's, by its Message-ID.
  ReminderNo sent(std::size_t index) const {
    return reminder_in(node.mail.sent.at(index).id).value_or(ReminderNo{});
  }
  void run() {
    for (const auto& courier : node.app.couriers) {
      while (courier->step()) {
      }
    }
  }

  testing::Node node;
  const Date today = vietnam_date(node.clock.time);
  State state;
  calendar::State calendar;
  organisation::State units;
  plan::State plans;
  content::State content;
  reach::State reach{units};
  workday::State workdays;
};

TEST_F(Couriers, AStepWhoseDeadlineMovedBeforeItWasSentIsNotSent) {
  run();
  ASSERT_EQ(state.reminders(), 2U);
  EXPECT_EQ(node.mail.sent.size(), 2U) << "tried";
  EXPECT_EQ(state.open().size(), 2U);
  extend(AssignmentNo{1});
  node.mail.outcome = mail::Outcome::Accepted;
  node.clock.time.ms += pause_between_attempts_ms;
  run();
  EXPECT_EQ(state.reminder(ReminderNo{1}).end, End::NotNeeded);
  EXPECT_EQ(state.reminder(ReminderNo{2}).end, End::Sent);
  ASSERT_EQ(node.mail.sent.size(), 3U);
  EXPECT_EQ(node.mail.sent.back().to, "phuong3@mau.example");
}

TEST_F(Couriers, NotNowIsTriedFortyEightTimesFiveMinutesApart) {
  run();
  for (std::uint32_t attempt = 2; attempt <= attempts_max; ++attempt) {
    node.clock.time.ms += pause_between_attempts_ms - 1;
    run();
    EXPECT_EQ(node.mail.sent.size(), 2 * (attempt - 1)) << "too early";
    node.clock.time.ms += 1;
    run();
    ASSERT_EQ(node.mail.sent.size(), 2 * attempt);
  }
  EXPECT_EQ(attempts_max, 48U);
  EXPECT_EQ(pause_between_attempts_ms, 5 * 60 * 1000);
  EXPECT_EQ(state.reminder(ReminderNo{1}).end, End::Refused);
  EXPECT_TRUE(state.open().empty());
  node.clock.time.ms += day_ms;
  run();
  EXPECT_EQ(node.mail.sent.size(), 96U) << "for good";
}

TEST_F(Couriers, ARefusalEndsAtOnce) {
  node.mail.outcome = mail::Outcome::Refused;
  run();
  EXPECT_EQ(state.reminder(ReminderNo{1}).end, End::Refused);
  EXPECT_TRUE(state.open().empty());
}

TEST_F(Couriers, ARefusalThatKnowsNoSuchMailboxClosesIt) {
  node.mail.outcome = mail::Outcome::Refused;
  node.mail.no_mailbox = "5.1.1";
  run();
  const Reminder& mail = state.reminder(ReminderNo{1});
  EXPECT_EQ(mail.end, End::Refused);
  ASSERT_EQ(mail.returns.size(), 1U);
  EXPECT_EQ(mail.returns[0].status, "5.1.1");
  EXPECT_TRUE(returning_mailbox(state, units, mail.unit));
}

TEST_F(Couriers, WithoutAnAnswerToTheMessageItIsSentAgain) {
  node.mail.outcome = mail::Outcome::Unknown;
  run();
  EXPECT_FALSE(state.reminder(ReminderNo{1}).end);
  EXPECT_TRUE(state.reminder(ReminderNo{1}).may_have_arrived);
  node.mail.outcome = mail::Outcome::Accepted;
  node.clock.time.ms += pause_between_attempts_ms;
  run();
  EXPECT_EQ(state.reminder(ReminderNo{1}).end, End::Sent);
  EXPECT_EQ(node.mail.sent.size(), 4U);
}

// As a start finds it after the process died between the hand-over and its end.
TEST_F(Couriers, WhatAnEarlierRunHandedOverIsSentAgainAfterAllOthers) {
  node.mail.outcome = mail::Outcome::Accepted;
  promise();
  node.tell(ReminderHandedOver{ReminderNo{1}});
  run();
  ASSERT_EQ(node.mail.sent.size(), 2U);
  EXPECT_EQ(sent(0), ReminderNo{2});
  EXPECT_EQ(sent(1), ReminderNo{1});
  EXPECT_EQ(state.reminder(ReminderNo{1}).end, End::Sent);
  EXPECT_EQ(state.reminder(ReminderNo{1}).attempts, 2U);
}

TEST_F(Couriers, WhatEarlierVersionsEndedAsUnknownStaysSo) {
  promise();
  node.tell(ReminderHandedOver{ReminderNo{1}});
  node.tell(ReminderEnded{ReminderNo{1}, End::Unknown, "interrupted"});
  node.mail.outcome = mail::Outcome::Accepted;
  run();
  ASSERT_EQ(node.mail.sent.size(), 1U);
  EXPECT_EQ(sent(0), ReminderNo{2});
}

// Both may arrive, so they must say the same under their one Message-ID.
TEST_F(Couriers, EveryAttemptSaysTheSame) {
  run();
  const mail::Message first = node.mail.sent.front();
  node.clock.time.ms += day_ms;
  calendar.fold({today + 1}, {});
  node.mail.outcome = mail::Outcome::Accepted;
  run();
  ASSERT_EQ(node.mail.sent.size(), 4U);
  const auto again = std::find_if(node.mail.sent.begin() + 2, node.mail.sent.end(),
                                  [&](const mail::Message& one) { return one.id == first.id; });
  ASSERT_NE(again, node.mail.sent.end());
  EXPECT_EQ(again->subject, first.subject);
  EXPECT_EQ(again->text, first.text);
  EXPECT_EQ(again->date, first.date);
  EXPECT_EQ(again->from, first.from);
}

TEST_F(Couriers, WhoIsDoneBeforeTheNextAttemptGetsNoMail) {
  run();
  plans.fold(plan::AssignmentDone{AssignmentNo{1}, today});
  node.mail.outcome = mail::Outcome::Accepted;
  node.clock.time.ms += pause_between_attempts_ms;
  run();
  EXPECT_EQ(state.reminder(ReminderNo{1}).end, End::NotNeeded);
  EXPECT_EQ(state.reminder(ReminderNo{2}).end, End::Sent);
  ASSERT_EQ(node.mail.sent.size(), 3U);
  EXPECT_EQ(node.mail.sent.back().to, "phuong3@mau.example");
}

// Plan 1 goes by the usual days, plan 2 by its own.
TEST_F(Couriers, APlanWithDaysOfItsOwnIsMailedOnThose) {
  node.tell(LadderSet{PlanNo{2}, false, {5}, 2, plans.assignments(), "Việc gấp", {}});
  plans.fold(plan::PlanDrafted{PlanNo{2}, UnitNo{1}, UnitNo{1}, "Kế hoạch sau", {}, {}, {}, {}});
  plans.fold(plan::TaskAdded{TaskNo{2}, PlanNo{2}, 2, "In sổ tay", {{}, UnitNo{1}}, today + 10});
  plans.fold(plan::AssignmentsGiven{TaskNo{2}, AssignmentNo{3}, NumberSet{{2, 3}}, today + 10});
  node.mail.outcome = mail::Outcome::Accepted;
  struct Mailed {
    std::int32_t day;
    bool usual, own;
  };
  for (const Mailed& one : std::vector<Mailed>{{0, true, false},
                                               {3, false, false},
                                               {5, false, true},
                                               {7, true, false},
                                               {10, false, false},
                                               {12, false, true},
                                               {14, true, true}}) {
    node.clock.time = {start_of_day(today + one.day).ms + 8 * 3'600'000};
    calendar.fold({today + one.day}, {});
    node.mail.sent.clear();
    run();
    ASSERT_EQ(node.mail.sent.size(), one.usual || one.own ? 2U : 0U) << one.day;
    for (const mail::Message& mail : node.mail.sent) {
      EXPECT_EQ(mail.text.find("- Việc\n") != std::string::npos, one.usual) << one.day;
      EXPECT_EQ(mail.text.find("- In sổ tay\n") != std::string::npos, one.own) << one.day;
    }
  }
}

// The node that led before may still be at it.
TEST_F(Couriers, WhatAnotherNodeHandedOverWaitsUntilItsAttemptIsOver) {
  MailSettings settings;
  settings.others_attempt_ms = 60'000;
  MailCourier courier(node.app, state, {calendar, units, plans, content, reach, workdays},
                      node.clock, settings);
  node.mail.outcome = mail::Outcome::Accepted;
  promise();
  node.tell(ReminderHandedOver{ReminderNo{1}});
  node.app.lease = 7;
  EXPECT_TRUE(courier.step()) << "the other mail";
  EXPECT_FALSE(courier.step());
  node.clock.time.ms += 59'999;
  EXPECT_FALSE(courier.step());
  ASSERT_EQ(node.mail.sent.size(), 1U);
  node.clock.time.ms += 1;
  EXPECT_TRUE(courier.step());
  ASSERT_EQ(node.mail.sent.size(), 2U);
  EXPECT_EQ(sent(1), ReminderNo{1});
}

TEST_F(Couriers, WhoLeadsNoMoreWhenTheHandOverIsWrittenSendsNothing) {
  node.app.leads = [] { return false; };
  node.mail.outcome = mail::Outcome::Accepted;
  run();
  EXPECT_TRUE(node.mail.sent.empty());
  EXPECT_EQ(state.reminder(ReminderNo{1}).postponed, 1U);
  EXPECT_FALSE(state.reminder(ReminderNo{1}).may_have_arrived);
}

TEST_F(Couriers, ThePageSaysHowEachMailStands) {
  node.app.find_actor = [](std::string_view name) -> Result<Actor> {
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = name;
    actor.account = AccountNo{1};
    actor.person = PersonNo{1};
    actor.grants = {{Role::Planner, UnitNo{1}}};
    return actor;
  };
  for (std::uint32_t no = 1; no <= 10; ++no) {
    node.tell(ReminderPromised{ReminderNo{no}, UnitNo{2}, NumberSet{{1}}, today, {}});
  }
  const Instant later{node.clock.time.ms + pause_between_attempts_ms};
  node.tell(ReminderHandedOver{ReminderNo{2}});
  for (int i = 0; i < 2; ++i) {
    node.tell(ReminderHandedOver{ReminderNo{3}});
    node.tell(ReminderPostponed{ReminderNo{3}, later, "450 <later>", {}});
  }
  node.tell(ReminderHandedOver{ReminderNo{4}});
  node.tell(ReminderPostponed{ReminderNo{4}, later, "", true});
  node.tell(ReminderEnded{ReminderNo{5}, End::Sent, "250 ok"});
  node.tell(ReminderEnded{ReminderNo{6}, End::Refused, "550 no such user"});
  node.tell(ReminderEnded{ReminderNo{7}, End::NoMailbox, ""});
  node.tell(ReminderEnded{ReminderNo{8}, End::Unknown, "interrupted"});
  node.tell(ReminderEnded{ReminderNo{9}, End::NotNeeded, ""});
  for (std::uint32_t i = 0; i < attempts_max; ++i) node.tell(ReminderHandedOver{ReminderNo{10}});
  node.tell(ReminderEnded{ReminderNo{10}, End::Refused, "451 busy"});
  const std::string page = node.get("/don-doc", node.sign_in("account/1")).body;
  for (const char* words :
       {"Chờ gửi", "Đã giao cho máy chủ thư, chờ trả lời",
        "Đã hoãn 2 lần; gửi lại từ 08:05 12/05/2021. Lý do: 450 &lt;later&gt;",
        "Đã hoãn 1 lần; gửi lại từ 08:05 12/05/2021. Có thể thư đã tới. Lý do: việc gửi bị gián "
        "đoạn.",
        "Đã gửi 48 lần. Lý do: 451 busy", "Lý do: 550 no such user", "Đơn vị chưa có hộp thư",
        "Không rõ đã tới chưa; có thể đôn đốc lại",
        "Không gửi: việc đã xong, đã rút hoặc được thêm thời gian"}) {
    EXPECT_NE(page.find(words), std::string::npos) << words;
  }
  EXPECT_EQ(page.find("250 ok"), std::string::npos) << "what is sent needs no reason";
}

}  // namespace
}  // namespace lantoa::city::oversight
