// Which node's couriers work, and under which lease: two houses on one store in memory.
#include <gtest/gtest.h>

#include "app/house.h"
#include "city/calendar/decide.h"
#include "platform/ledger/memory/testing.h"

namespace lantoa::app {
namespace {

class NoSender : public mail::Sender {
 public:
  mail::Sent send(const mail::Message&) override { return {mail::Outcome::NotNow, ""}; }
};

class AtNoon : public Clock {
 public:
  Instant now() override { return time; }
  Instant time{1'620'795'600'000};
};

class Lead : public ::testing::Test {
 protected:
  struct Node {
    ledger::WatchedStore* store = nullptr;
    std::unique_ptr<House> house;
    city::App& app() const { return house->app(); }
  };

  Node begin() {
    auto store = std::make_unique<ledger::WatchedStore>(shared_);
    Node node{store.get(), nullptr};
    node.house = *House::on({std::move(store), ledger::make_memory_blobs(), ledger::MasterKey{1},
                             std::make_unique<NoSender>(), built_},
                            clock_);
    return node;
  }

  static city::Order turn_day(const Node& node, std::optional<std::uint64_t> lease = {}) {
    city::Order order{.actor = "courier/clock"};
    order.lease = lease;
    order.decide = [&node](const city::Envelope& envelope) {
      return city::calendar::turn_day(node.house->states().calendar, envelope);
    };
    return order;
  }
  void tomorrow() { clock_.time.ms += day_ms; }

  AtNoon clock_;
  std::shared_ptr<const House::Built> built_ = *House::build();
  std::shared_ptr<ledger::SharedLedger> shared_ = std::make_shared<ledger::SharedLedger>();
  Node one_ = begin();
  Node other_ = begin();
};

TEST_F(Lead, WhoTakesTheLeaseHasFoldedWhatFormerLeadersDid) {
  ASSERT_TRUE(one_.app().lead(**one_.store->take_lease()));
  ASSERT_TRUE(one_.app().execute(turn_day(one_)));
  const Date today = one_.house->states().calendar.today();
  EXPECT_NE(other_.house->states().calendar.today(), today) << "has not heard";
  one_.store->end_lease();
  ASSERT_TRUE(other_.app().lead(**other_.store->take_lease()));
  EXPECT_EQ(other_.app().lease, 2U);
  EXPECT_EQ(other_.house->states().calendar.today(), today);
}

TEST_F(Lead, WhoCannotReadTheLedgerDoesNotLead) {
  other_.store->fail = true;
  EXPECT_FALSE(other_.app().execute(turn_day(other_)));  // writing stops
  EXPECT_FALSE(other_.app().lead(**other_.store->take_lease()));
  EXPECT_EQ(other_.app().lease, 0U);
  other_.store->fail = false;
  other_.house->engine().step();
  EXPECT_TRUE(other_.app().lead(**other_.store->take_lease()));
  EXPECT_EQ(other_.app().lease, 1U);
}

// Else nobody would turn the day or send mails for as long as its disk or connection is broken.
TEST_F(Lead, WhoseWritingStoppedGivesTheLeaseBack) {
  one_.house->tend_lease();
  other_.house->tend_lease();
  EXPECT_TRUE(one_.house->leads());
  EXPECT_FALSE(other_.house->leads());
  one_.store->fail = true;
  EXPECT_FALSE(one_.app().execute(turn_day(one_)));
  one_.house->tend_lease();
  EXPECT_FALSE(one_.house->leads());
  other_.house->tend_lease();
  EXPECT_TRUE(other_.house->leads());
  EXPECT_TRUE(other_.app().execute(turn_day(other_)));
  one_.store->fail = false;
  one_.house->engine().step();
  one_.house->tend_lease();
  EXPECT_FALSE(one_.house->leads()) << "the other has it";
}

TEST_F(Lead, WhoCannotFoldWhatFormerLeadersDidGivesTheLeaseBack) {
  ASSERT_TRUE(other_.app().execute(turn_day(other_)));
  one_.store->unreadable = true;
  one_.house->tend_lease();
  EXPECT_FALSE(one_.house->leads());
  other_.house->tend_lease();
  EXPECT_TRUE(other_.house->leads());
}

// What a courier began to do it must not tell under a lease that it got back: between the two
// another node may have done the same.
TEST_F(Lead, AStepThatBeganUnderAnEarlierLeaseIsRefused) {
  ASSERT_TRUE(one_.app().lead(**one_.store->take_lease()));
  const std::uint64_t began = one_.app().lease;
  one_.store->end_lease();
  ASSERT_TRUE(other_.app().lead(**other_.store->take_lease()));
  other_.store->end_lease();
  ASSERT_TRUE(one_.app().lead(**one_.store->take_lease()));
  EXPECT_EQ(one_.app().execute(turn_day(one_, began)).error().code, Code::Conflict);
  EXPECT_TRUE(one_.app().execute(turn_day(one_)));
  tomorrow();
  EXPECT_EQ(other_.app().execute(turn_day(other_)).error().code, Code::Conflict);
}

}  // namespace
}  // namespace lantoa::app
