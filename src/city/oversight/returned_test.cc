// What comes of mails that came back: recorded once, and what no longer goes to whom.
#include <gmock/gmock.h>

#include "city/oversight/decide.h"
#include "city/oversight/testing_returns.h"

namespace lantoa::city::oversight {
namespace {

using ::testing::HasSubstr;

class Returns : public ReturnedMails {
 protected:
  Decided check(std::uint32_t unit, std::uint32_t seen, const char* by = "account/1") const {
    return decide(known(), CheckAddress{UnitNo{unit}, seen}, envelope(by));
  }
  Decided urge(std::uint32_t assignment) const {
    return decide(known(), Urge{AssignmentNo{assignment}}, envelope("account/2"));
  }
  Envelope envelope(const char* by) const { return {node.clock.time, today, actor(by)}; }
  Decided hand_over(ReminderNo no, const char* address) const {
    return decide(known(), HandOver{no, address}, envelope("courier/mail"));
  }
  Decided finish(ReminderNo no, End end, const char* no_mailbox = "") const {
    return decide(known(), Finish{no, end, "550 unknown user", no_mailbox},
                  envelope("courier/mail"));
  }
  void tell_all(const Decided& decided) {
    ASSERT_TRUE(decided);
    for (const ledger::NewFact& fact : decided->facts) {
      if (fact.kind == MailReturned::kind) {
        node.tell(*lantoa::decode<MailReturned>(fact.body));
      } else {
        node.tell(*lantoa::decode<ReminderEnded>(fact.body));
      }
    }
  }
  ReminderNo promised(std::uint32_t unit) {
    const ReminderNo no{state.reminders() + 1};
    node.tell(ReminderPromised{no, UnitNo{unit}, NumberSet{{1}}, today, {}, true});
    return no;
  }
};

TEST_F(Returns, AMailThatCameBackForGoodClosesItsMailbox) {
  EXPECT_FALSE(returns(2));
  const ReminderNo no = returned(2, "5.1.1");
  EXPECT_TRUE(state.reminder(no).came_back());
  EXPECT_EQ(state.reminder(no).end, End::Sent) << "as it was";
  const auto returning = returning_mailbox(state, units, UnitNo{2});
  ASSERT_TRUE(returning);
  EXPECT_EQ(returning->since, today);
  EXPECT_EQ(returning->status, "5.1.1");
  EXPECT_EQ(returning->why, "550 unknown user");
  EXPECT_EQ(returning->came_back, 1U);
  EXPECT_FALSE(returns(3)) << "that of another unit";
}

TEST_F(Returns, TheSameReadAgainTellsNothingNew) {
  const ReminderNo no = sent(2);
  EXPECT_NE(come_back(no, "mot@mau.example", "4.2.2")->seq, 0U);
  EXPECT_EQ(come_back(no, "MOT@Mau.example", "4.2.2")->seq, 0U);
  EXPECT_NE(come_back(no, "mot@mau.example", "5.2.2")->seq, 0U) << "no hope any more";
  EXPECT_EQ(come_back(no, "mot@mau.example", "5.2.2")->seq, 0U);
  EXPECT_EQ(come_back(no, "mot@mau.example", "4.2.2")->seq, 0U);
  node.tell(ReminderHandedOver{no, {}});
  EXPECT_EQ(come_back(no, "mot@mau.example", "5.2.2")->seq, 0U) << "also of another attempt";
  EXPECT_EQ(state.reminder(no).returns.size(), 2U);
}

TEST_F(Returns, OnlyOfAMailOfOursAndTheAddressItWentTo) {
  const ReminderNo no = sent(2);
  EXPECT_EQ(come_back(ReminderNo{9}, "mot@mau.example", "5.1.1").error().code, Code::NotFound);
  EXPECT_EQ(come_back(ReminderNo{}, "mot@mau.example", "5.1.1").error().code, Code::NotFound);
  EXPECT_EQ(come_back(no, "hai@mau.example", "5.1.1").error().code, Code::Invalid);
  EXPECT_EQ(come_back(no, "", "5.1.1").error().code, Code::Invalid);
  EXPECT_EQ(come_back(no, "mot@mau.example", "2.1.5").error().code, Code::Invalid);
  EXPECT_EQ(come_back(no, "mot@mau.example", "").error().code, Code::Invalid);
  EXPECT_EQ(come_back(promised(2), "mot@mau.example", "5.1.1").error().code, Code::Invalid)
      << "never handed over";
  const ReminderNo guessable = sent(2, false);
  EXPECT_EQ(come_back(guessable, "mot@mau.example", "5.1.1").error().code, Code::NotFound)
      << "of an earlier version";
  const auto by_hand =
      decide(known(), RecordReturn{no, {"mot@mau.example"}, "5.1.1", ""}, envelope("account/1"));
  EXPECT_EQ(by_hand.error().code, Code::Forbidden);
}

TEST_F(Returns, ThreeInARowForTheTimeBeingAreAsGoodAsOneForGood) {
  returned(2, "4.2.2");
  returned(2, "4.4.7");
  EXPECT_FALSE(returns(2));
  const ReminderNo arrived = sent(2);
  returned(2, "4.4.7");
  EXPECT_FALSE(returns(2)) << "one of them got there";
  returned(3, "4.4.7");
  returned(2, "4.4.7");
  EXPECT_FALSE(returns(2));
  const auto late = come_back(arrived, "mot@mau.example", "4.4.7");
  ASSERT_TRUE(late);
  EXPECT_TRUE(returns(2)) << "it did not, as is told later";
  EXPECT_EQ(returning_mailbox(state, units, UnitNo{2})->came_back, 5U);
  EXPECT_FALSE(returns(3));
}

TEST_F(Returns, WhatWasNeverTakenIsNoneOfThem) {
  returned(2, "4.2.2");
  returned(2, "4.2.2");
  const ReminderNo refused{state.reminders() + 1};
  node.tell(ReminderPromised{refused, UnitNo{2}, NumberSet{{1}}, today, {}, true});
  node.tell(ReminderHandedOver{refused, {}});
  node.tell(ReminderEnded{refused, End::Refused, "550 no"});
  returned(2, "4.2.2");
  EXPECT_TRUE(returns(2));
}

TEST_F(Returns, ForGoodIsToldBeforeForTheTimeBeing) {
  returned(2, "5.1.1");
  node.clock.time.ms += day_ms;
  returned(2, "4.2.2");
  const auto returning = returning_mailbox(state, units, UnitNo{2});
  EXPECT_EQ(returning->status, "5.1.1");
  EXPECT_EQ(returning->since, today);
}

TEST_F(Returns, WhatCameBackBeforeOneGotThereIsNotCounted) {
  returned(2, "4.2.2");
  sent(2);
  node.clock.time.ms += day_ms;
  returned(2, "5.1.1");
  const auto returning = returning_mailbox(state, units, UnitNo{2});
  ASSERT_TRUE(returning);
  EXPECT_EQ(returning->since, today + 1);
  EXPECT_EQ(returning->came_back, 1U);
}

TEST_F(Returns, NoMailGoesThereAnyMore) {
  const ReminderNo waiting = promised(2);
  EXPECT_TRUE(hand_over(waiting, "mot@mau.example"));
  returned(2, "5.1.1");
  EXPECT_EQ(hand_over(waiting, "mot@mau.example").error().code, Code::Conflict);
  const auto refused = urge(1);
  EXPECT_EQ(refused.error().code, Code::Invalid);
  EXPECT_THAT(refused.error().text.vi, HasSubstr("bị trả lại"));
  EXPECT_TRUE(urge(2)) << "another ward's";
}

// The server that is asked to take it knows the mailbox itself, and says so at once.
TEST_F(Returns, AServerThatKnowsNoSuchMailboxSaysWhatANotificationSays) {
  const ReminderNo no = promised(2);
  node.tell(ReminderHandedOver{no, {}});
  tell_all(finish(no, End::Refused, "5.1.1"));
  EXPECT_EQ(state.reminder(no).end, End::Refused);
  ASSERT_EQ(state.reminder(no).returns.size(), 1U);
  EXPECT_EQ(state.reminder(no).returns[0].attempt, 1U);
  const auto returning = returning_mailbox(state, units, UnitNo{2});
  ASSERT_TRUE(returning);
  EXPECT_EQ(returning->status, "5.1.1");
  EXPECT_EQ(returning->why, "550 unknown user");
  EXPECT_EQ(urge(1).error().code, Code::Invalid);
  EXPECT_EQ(come_back(no, "mot@mau.example", "5.1.1")->seq, 0U) << "nothing new";
}

TEST_F(Returns, ARefusalOfAnotherKindSaysNothingOfTheMailbox) {
  const ReminderNo no = promised(2);
  node.tell(ReminderHandedOver{no, {}});
  tell_all(finish(no, End::Refused));
  EXPECT_EQ(state.reminder(no).end, End::Refused);
  EXPECT_FALSE(state.reminder(no).came_back());
  EXPECT_FALSE(returns(2));
}

TEST_F(Returns, WhatIsKnownOfAMailboxIsNotSaidAgainByARefusal) {
  const ReminderNo no = promised(2);
  node.tell(ReminderHandedOver{no, {}});
  ASSERT_TRUE(come_back(no, "mot@mau.example", "5.1.1"));
  const auto refused = finish(no, End::Refused, "5.1.1");
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->facts.size(), 1U);
}

// The mailbox was put right between the courier's look and its word.
TEST_F(Returns, AMailThatCanBeSentAgainIsNotGivenUp) {
  const ReminderNo no = promised(2);
  EXPECT_EQ(finish(no, End::MailboxReturns).error().code, Code::Conflict);
  EXPECT_EQ(finish(no, End::NoMailbox).error().code, Code::Conflict);
  returned(2, "5.1.1");
  EXPECT_TRUE(finish(no, End::MailboxReturns));
  node.tell(organisation::MailboxSet{UnitNo{2}, {}, {}});
  EXPECT_EQ(finish(no, End::MailboxReturns).error().code, Code::Conflict);
  EXPECT_TRUE(finish(no, End::NoMailbox));
}

TEST_F(Returns, AnotherMailboxIsWrittenToAgain) {
  const ReminderNo old = returned(2, "5.1.1");
  node.tell(organisation::MailboxSet{UnitNo{2}, "moi@mau.example", PersonNo{1}});
  EXPECT_FALSE(returns(2));
  EXPECT_TRUE(urge(1));
  EXPECT_TRUE(state.reminder(old).came_back()) << "for ever";
  const ReminderNo no = promised(2);
  EXPECT_EQ(hand_over(no, "mot@mau.example").error().code, Code::Conflict) << "written before";
  EXPECT_TRUE(hand_over(no, "moi@mau.example"));
  returned(2, "5.1.1");
  EXPECT_TRUE(returns(2)) << "the new one as well";
}

TEST_F(Returns, WhatIsToldLateOfAnEarlierMailboxIsNotAboutThePresentOne) {
  const ReminderNo no = sent(2);
  node.tell(organisation::MailboxSet{UnitNo{2}, "moi@mau.example", PersonNo{1}});
  ASSERT_TRUE(come_back(no, "mot@mau.example", "5.1.1"));
  EXPECT_TRUE(state.reminder(no).came_back());
  EXPECT_FALSE(returns(2));
  EXPECT_EQ(come_back(no, "moi@mau.example", "5.1.1").error().code, Code::Invalid);
}

TEST_F(Returns, AMailThatWentToTwoMailboxesComesBackFromEach) {
  const ReminderNo no = promised(2);
  node.tell(ReminderHandedOver{no, {}});
  node.tell(organisation::MailboxSet{UnitNo{2}, "moi@mau.example", PersonNo{1}});
  node.tell(ReminderHandedOver{no, {}});
  node.tell(ReminderEnded{no, End::Sent, "250"});
  EXPECT_NE(come_back(no, "mot@mau.example", "5.1.1")->seq, 0U);
  EXPECT_FALSE(returns(2));
  EXPECT_NE(come_back(no, "moi@mau.example", "5.1.1")->seq, 0U);
  EXPECT_TRUE(returns(2));
}

TEST_F(Returns, SomebodyMaySayThatTheMailboxIsRight) {
  EXPECT_EQ(check(2, 0).error().code, Code::Conflict) << "nothing came back";
  returned(2, "5.2.2");
  EXPECT_EQ(check(2, 1, "account/2").error().code, Code::Forbidden) << "who urges does not manage";
  EXPECT_EQ(check(9, 1).error().code, Code::NotFound);
  const auto done = check(2, 1);
  ASSERT_TRUE(done);
  const auto fact = *lantoa::decode<AddressChecked>(done->facts.at(0).body);
  EXPECT_EQ(fact.unit, UnitNo{2});
  EXPECT_EQ(fact.by, PersonNo{1});
  node.tell(fact);
  EXPECT_FALSE(returns(2));
  EXPECT_TRUE(urge(1));
  EXPECT_EQ(check(2, 1).error().code, Code::Conflict);
  returned(2, "5.2.2");
  EXPECT_TRUE(returns(2)) << "it was not";
  EXPECT_EQ(returning_mailbox(state, units, UnitNo{2})->came_back, 1U) << "since then";
}

TEST_F(Returns, NotWhenOneMoreCameBackMeanwhile) {
  returned(2, "5.2.2");
  returned(2, "5.2.2");
  EXPECT_EQ(check(2, 1).error().code, Code::Conflict);
  EXPECT_TRUE(check(2, 2));
}

TEST_F(Returns, AMailThatCameBackCountsNowhereAsSent) {
  const ReminderNo no = sent(2);
  const auto& sent_by_ladder = state.sent_by_ladder(UnitNo{2});
  EXPECT_EQ(sent_by_ladder.size(), 1U);
  ASSERT_TRUE(come_back(no, "mot@mau.example", "4.4.7"));
  EXPECT_TRUE(state.sent_by_ladder(UnitNo{2}).empty());
  const ReminderNo under_way = promised(2);
  node.tell(ReminderHandedOver{under_way, {}});
  ASSERT_TRUE(come_back(under_way, "mot@mau.example", "4.4.7"));
  node.tell(ReminderEnded{under_way, End::Sent, "250"});
  EXPECT_TRUE(state.sent_by_ladder(UnitNo{2}).empty()) << "told before the end was";
}

TEST_F(Returns, WhoWasUrgedByAMailThatCameBackMayBeUrgedAgainToday) {
  const ReminderNo no{state.reminders() + 1};
  node.tell(ReminderPromised{no, UnitNo{2}, NumberSet{{1}}, today, PersonNo{2}, true});
  node.tell(ReminderHandedOver{no, {}});
  node.tell(ReminderEnded{no, End::Sent, "250"});
  EXPECT_EQ(urge(1).error().code, Code::Conflict);
  ASSERT_TRUE(come_back(no, "mot@mau.example", "4.4.7"));
  EXPECT_TRUE(urge(1));
}

// The district answers for its ward then.
TEST_F(Returns, TheMailboxOfWhoAnswersForAClosedUnitIsMeant) {
  node.tell(organisation::UnitClosed{UnitNo{5}, today - 1, "Sáp nhập", {}});
  const ReminderNo no{state.reminders() + 1};
  node.tell(ReminderPromised{no, UnitNo{5}, NumberSet{{3}}, today, {}, true});
  const auto handed_over = hand_over(no, "quan@mau.example");
  ASSERT_TRUE(handed_over);
  const auto fact = *lantoa::decode<ReminderHandedOver>(handed_over->facts.at(0).body);
  EXPECT_EQ(fact.to, UnitNo{4});
  EXPECT_EQ(hand_over(no, "ba@mau.example").error().code, Code::Conflict);
  node.tell(fact);
  EXPECT_EQ(come_back(no, "ba@mau.example", "5.1.1").error().code, Code::Invalid);
  ASSERT_TRUE(come_back(no, "quan@mau.example", "5.1.1"));
  EXPECT_TRUE(returns(4));
  EXPECT_FALSE(returns(5));
}

TEST_F(Returns, EveryNewReminderHasATag) {
  const auto promised = decide(known(), PromiseReminders{}, envelope("courier/ladder"));
  ASSERT_FALSE(promised->facts.empty());
  for (const auto& fact : promised->facts) {
    EXPECT_EQ(lantoa::decode<ReminderPromised>(fact.body)->tagged, true);
  }
  EXPECT_EQ(lantoa::decode<ReminderPromised>(urge(1)->facts.at(0).body)->tagged, true);
}

TEST_F(Returns, AMessageIdNamesItsReminderAndCannotBeGuessed) {
  const Reminder first = state.reminder(sent(2));
  node.clock.time.ms += 1;
  const Reminder second = state.reminder(sent(2));
  const Reminder old = state.reminder(sent(2, false));
  const auto id = [&](const Reminder& one) { return mail_id(node.vault, one, "so.example"); };
  EXPECT_THAT(id(first), ::testing::MatchesRegex("nhac-viec-1\\.[0-9a-f]+@so\\.example"));
  EXPECT_EQ(id(first).size(), std::string("nhac-viec-1.@so.example").size() + 24);
  EXPECT_EQ(id(first), id(state.reminder(ReminderNo{1})));
  EXPECT_EQ(id(old), "nhac-viec-3@so.example");
  Reminder later = first;  // as a restored ledger promises the number again
  later.promised = second.promised;
  EXPECT_NE(id(first), id(later));
  ledger::Vault other(*node.store, ledger::MasterKey{9});
  EXPECT_NE(mail_id(other, first, "so.example"), id(first));
  EXPECT_EQ(reminder_in(id(second)), ReminderNo{2});
  EXPECT_EQ(reminder_in(id(old)), ReminderNo{3});
  for (const char* none : {"", "nhac-viec-", "nhac-viec-0@b", "nhac-viec--1@b", "viec-1@b",
                           "nhac-viec-99999999999@b"}) {
    EXPECT_EQ(reminder_in(none), std::nullopt) << none;
  }
}

TEST(ReturnWording, EveryStatusHasAReasonAndAWayOut) {
  const auto why = [](const char* status) { return words_of_return(status).why.vi; };
  EXPECT_EQ(why("5.1.1"), "Hộp thư không tồn tại");
  EXPECT_EQ(why("5.1.0"), "Hộp thư không tồn tại");
  EXPECT_EQ(why("5.1.2"), "Tên miền không có");
  EXPECT_EQ(why("5.1.10"), "Tên miền không nhận thư");
  EXPECT_EQ(why("5.2.2"), "Hộp thư đầy");
  EXPECT_EQ(why("4.2.2"), "Hộp thư đầy");
  EXPECT_EQ(why("5.2.1"), "Hộp thư đã bị khóa");
  EXPECT_EQ(why("5.4.4"), "Tên miền không có, hoặc không tìm được máy chủ nhận thư");
  EXPECT_EQ(why("4.4.7"), "Máy chủ thư của đơn vị không trả lời");
  EXPECT_EQ(why("5.7.1"), "Máy chủ thư của đơn vị từ chối thư của hệ thống");
  EXPECT_EQ(why("5.7.26"), "Máy chủ thư của đơn vị từ chối thư của hệ thống");
  for (const char* odd : {"5.0.0", "5.9.9", "5.", "", "x"}) {
    const ReturnWords words = words_of_return(odd);
    EXPECT_EQ(words.why.vi, "Máy chủ thư của đơn vị không nhận thư") << odd;
    EXPECT_FALSE(words.what_to_do.vi.empty());
    EXPECT_FALSE(words.what_to_do.en.empty());
  }
}

}  // namespace
}  // namespace lantoa::city::oversight
