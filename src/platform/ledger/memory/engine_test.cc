// The engine over the memory store: the order of things, idempotency, batches, failures.
#include "platform/ledger/engine.h"

#include <gtest/gtest.h>

#include <boost/describe.hpp>
#include <future>

#include "kernel/codec.h"
#include "platform/ledger/memory/testing.h"

namespace lantoa::ledger {
namespace {

struct Counted {
  static constexpr std::string_view kind = "test.counted";
  std::uint32_t by = 0;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (by))

class HandClock : public Clock {
 public:
  Instant time{1'000};
  Instant now() override { return time; }
};

class EngineTest : public ::testing::Test {
 protected:
  EngineTest() : vault(store, MasterKey{}), engine(store, vault, clock, folds) {
    folds.on<Counted>([this](const Counted& fact, const Stamp&) { total += fact.by; });
  }

  // Adds one as long as the total it sees is below `limit`.
  Command add(std::string key, std::uint32_t limit = 1'000'000) {
    Command command;
    command.key = std::move(key);
    command.actor = "account/1";
    command.decide = [this, limit](const Moment&) -> Result<Decision> {
      if (total >= limit) return problem(Code::Conflict, {"đủ rồi", "enough"});
      Decision decision;
      decision.add("counter", Counted{1});
      decision.answer = "/tong/" + std::to_string(total + 1);
      return decision;
    };
    return command;
  }

  WatchedStore store;
  Vault vault;
  HandClock clock;
  Folds folds;
  Engine engine;
  std::uint32_t total = 0;
};

TEST_F(EngineTest, NothingIsVisibleOrAnsweredBeforeItIsAppended) {
  std::uint32_t seen = 99;
  store.on_append = [&] { seen = total; };
  const auto done = engine.execute(add("a"));
  ASSERT_TRUE(done);
  EXPECT_EQ(seen, 0U);
  EXPECT_EQ(total, 1U);
  EXPECT_EQ(done->seq, 1U);
  EXPECT_EQ(engine.head().seq, 1U);
}

TEST_F(EngineTest, AKeySeenBeforeGetsTheFirstAnswerAndWritesNothing) {
  const auto first = engine.execute(add("form-1"));
  const auto again = engine.execute(add("form-1"));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->answer, first->answer);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(total, 1U);
  EXPECT_EQ(engine.head().seq, 1U);
}

TEST_F(EngineTest, AKeyIsRememberedForThirtyDays) {
  ASSERT_TRUE(engine.execute(add("form-1")));
  clock.time = {clock.time.ms + Engine::answers_kept_ms - day_ms};
  ASSERT_TRUE(engine.execute(add("other")));
  EXPECT_TRUE(engine.execute(add("form-1"))->repeated);
  clock.time = {clock.time.ms + 3 * day_ms};
  ASSERT_TRUE(engine.execute(add("another")));
  EXPECT_FALSE(engine.execute(add("form-1"))->repeated);
}

TEST_F(EngineTest, ARefusedCommandKeepsItsKeyFree) {
  EXPECT_FALSE(engine.execute(add("form-1", 0)));
  EXPECT_TRUE(engine.execute(add("form-1")));
}

TEST_F(EngineTest, EveryCommandSeesTheOnesBeforeItUnlessTheyCommute) {
  std::vector<Command> commands;
  for (int i = 0; i < 3; ++i) commands.push_back(add("k" + std::to_string(i), 2));
  const auto done = engine.execute_all(std::move(commands));
  EXPECT_TRUE(done[0]);
  EXPECT_TRUE(done[1]);
  EXPECT_FALSE(done[2]) << "the third sees a total of two";
  EXPECT_EQ(store.appends, 2);
}

TEST_F(EngineTest, CommutingCommandsShareASyncButNotWithTheirOwnNaturalKey) {
  std::vector<Command> commands;
  for (const char* person : {"1", "2", "3", "2", "4"}) {
    Command command = add({});
    command.commutes = true;
    command.natural_key = person;
    commands.push_back(std::move(command));
  }
  for (const auto& done : engine.execute_all(std::move(commands))) EXPECT_TRUE(done);
  EXPECT_EQ(store.appends, 2) << "1 2 3, then 2 4";
  EXPECT_EQ(total, 5U);
}

// Facts of one batch that join are one fact under all their actors; the sum is the same.
TEST_F(EngineTest, FactsThatJoinBecomeOneFactOfTheBatch) {
  folds.join<Counted>([](std::vector<Counted> all) {
    Counted sum;
    for (const Counted& one : all) sum.by += one.by;
    return sum;
  });
  std::vector<Command> commands;
  for (const char* person : {"1", "2", "3", "4"}) {
    Command command = add({});
    command.actor = "person/" + std::string(person);
    command.commutes = true;
    command.natural_key = person;
    command.decide = [person](const Moment&) -> Result<Decision> {
      Decision decision;
      decision.add_joining("counter", Counted{1}, *person == '4' ? "other" : "same");
      return decision;
    };
    commands.push_back(std::move(command));
  }
  const auto done = engine.execute_all(std::move(commands));
  EXPECT_EQ(total, 4U);
  EXPECT_EQ(engine.head().seq, 2U);
  EXPECT_EQ(done[0]->seq, 1U);
  EXPECT_EQ(done[2]->seq, 1U);
  EXPECT_EQ(done[3]->seq, 2U);
  std::vector<std::string> written;
  ASSERT_TRUE(store.read(0, 2, [&](const Fact& fact) -> Result<void> {
    written.push_back(fact.actor + " " + fact.body);
    return {};
  }));
  EXPECT_EQ(written, (std::vector<std::string>{R"(person/* {"by":3})", R"(person/4 {"by":1})"}));
}

TEST_F(EngineTest, ACommandKnowsThePositionItIsDecidedAt) {
  ASSERT_TRUE(engine.execute(add("a")));
  std::uint64_t position = 0;
  Command look = add("b");
  look.decide = [&](const Moment& moment) -> Result<Decision> {
    position = moment.position;
    return Decision{};
  };
  ASSERT_TRUE(engine.execute(std::move(look)));
  EXPECT_EQ(position, 1U);
}

TEST_F(EngineTest, AReplayCanEndAtAnyFact) {
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(engine.execute(add("k" + std::to_string(i))));
  Folds others;
  std::uint32_t replayed = 0;
  others.on<Counted>([&](const Counted& fact, const Stamp&) { replayed += fact.by; });
  Engine then(store, vault, clock, others);
  ASSERT_TRUE(then.replay(3));
  EXPECT_EQ(replayed, 3U);
  EXPECT_EQ(then.head().seq, 3U);
}

TEST_F(EngineTest, TimeNeverRunsBackInTheLedger) {
  clock.time = {5'000};
  ASSERT_TRUE(engine.execute(add("a")));
  clock.time = {4'000};
  ASSERT_TRUE(engine.execute(add("b")));
  EXPECT_EQ(engine.head().at, Instant{5'000});
}

TEST_F(EngineTest, AfterAFailedAppendNothingIsAnsweredUntilTheStoreIsOpenedAnew) {
  ASSERT_TRUE(engine.execute(add("a")));
  store.fail = true;
  EXPECT_EQ(engine.execute(add("b")).error().code, Code::Unavailable);
  EXPECT_TRUE(engine.is_writing_stopped());
  EXPECT_TRUE(engine.step());  // tries, in vain
  EXPECT_TRUE(engine.is_writing_stopped());
  store.fail = false;  // well again, but pages may be lost
  EXPECT_FALSE(engine.execute(add("c")));
  EXPECT_EQ(total, 1U);
  EXPECT_EQ(engine.read([&] { return total; }), 1U) << "reads go on";
  EXPECT_TRUE(engine.step());
  EXPECT_FALSE(engine.is_writing_stopped());
  EXPECT_EQ(store.reopened, 2);
  ASSERT_TRUE(engine.execute(add("c")));
  EXPECT_EQ(total, 2U);
  EXPECT_FALSE(engine.step()) << "nothing waits";
}

TEST_F(EngineTest, WhatFailedAndIsDurableAllTheSameIsToldToWhoAsksAgain) {
  std::vector<std::uint64_t> heard;
  engine.on_committed([&](std::uint64_t seq) { heard.push_back(seq); });
  store.fail = store.keeps_what_fails = true;
  EXPECT_EQ(engine.execute(add("a")).error().code, Code::Unavailable);
  EXPECT_EQ(total, 0U) << "nobody knows yet";
  store.fail = false;
  EXPECT_TRUE(engine.step());
  EXPECT_EQ(total, 1U);
  const auto again = engine.execute(add("a"));
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->answer, "/tong/1");
  EXPECT_EQ(total, 1U);
  EXPECT_EQ(heard, std::vector<std::uint64_t>{1});
}

TEST_F(EngineTest, TheWritersThreadGoesOnByItself) {
  engine.start();
  store.fail = true;
  EXPECT_FALSE(engine.execute(add("a")));
  store.fail = false;
  while (engine.is_writing_stopped()) std::this_thread::yield();
  EXPECT_TRUE(engine.execute(add("a")));
  engine.stop();
  EXPECT_EQ(total, 1U);
}

TEST_F(EngineTest, AReplayGivesTheSameState) {
  for (int i = 0; i < 10; ++i) ASSERT_TRUE(engine.execute(add("k" + std::to_string(i))));
  Folds others;
  std::uint32_t replayed = 0;
  others.on<Counted>([&](const Counted& fact, const Stamp&) { replayed += fact.by; });
  Engine second(store, vault, clock, others);
  ASSERT_TRUE(second.replay());
  EXPECT_EQ(replayed, total);
  EXPECT_EQ(second.head(), engine.head());
}

TEST_F(EngineTest, AnUnknownKindIsANewerLedger) {
  ASSERT_TRUE(engine.execute(add("a")));
  const Folds none;
  Engine old(store, vault, clock, none);
  const auto replayed = old.replay();
  ASSERT_FALSE(replayed);
  EXPECT_EQ(replayed.error().code, Code::Unsupported);
  EXPECT_NE(replayed.error().text.en.find("test.counted"), std::string::npos);
}

TEST_F(EngineTest, ManyThreadsAreServedInOneOrder) {
  engine.start();
  std::vector<std::future<bool>> sent;
  for (int i = 0; i < 8; ++i) {
    sent.push_back(std::async(std::launch::async, [&, i] {
      bool all = true;
      for (int j = 0; j < 50; ++j) {
        all = all && engine.execute(add(std::to_string(i) + "/" + std::to_string(j))).has_value();
      }
      return all;
    }));
  }
  for (auto& one : sent) EXPECT_TRUE(one.get());
  engine.stop();
  EXPECT_EQ(total, 400U);
  EXPECT_EQ(engine.head().seq, 400U);
}

}  // namespace
}  // namespace lantoa::ledger
