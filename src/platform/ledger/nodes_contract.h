// Engines of several nodes over one store: each folds what the others appended before it decides.
// One suite that every store passes which nodes can share. Its test file says how to make the
// nodes' handles of one store and how to spoil it:
//
//   INSTANTIATE_TEST_SUITE_P(Memory, Nodes, testing::Values(make_shared_memory));
#pragma once

#include <gtest/gtest.h>

#include <charconv>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "platform/ledger/engine.h"
#include "platform/ledger/verify.h"

namespace lantoa::ledger {

struct Numbered {
  static constexpr std::string_view kind = "test.numbered";
  std::uint32_t number = 0;
};

}  // namespace lantoa::ledger

namespace lantoa {

template <>
inline std::string encode(const ledger::Numbered& fact) {
  return "{\"number\":" + std::to_string(fact.number) + "}";
}

template <>
inline Result<ledger::Numbered> decode(std::string_view body) {
  constexpr std::string_view before = "{\"number\":";
  ledger::Numbered fact;
  std::from_chars(body.data() + before.size(), body.data() + body.size(), fact.number);
  return fact;
}

}  // namespace lantoa

namespace lantoa::ledger {

// One ledger and how its nodes reach it.
class SharedStores {
 public:
  virtual ~SharedStores() = default;
  virtual std::unique_ptr<Store> open_node() = 0;
  // The node that was opened first cannot reach it until restored.
  virtual void cut() = 0;
  virtual void restore() = 0;
  // The first node's next append fails: without having happened, or though it is durable.
  enum class Lost { BeforeCommit, AfterCommit };
  virtual void cut_at_commit(Lost lost) = 0;
  // As after a failover to a server that never had any of it.
  virtual void lose_everything() = 0;
  // The time of the lease now held is over.
  virtual void expire_lease() = 0;
};

using SharedStoresMaker = std::unique_ptr<SharedStores> (*)();

class StandingClock : public Clock {
 public:
  Instant now() override { return {1'000}; }
};

// Allots dense numbers from its own state, as decide functions do.
struct Node {
  explicit Node(SharedStores& shared)
      : store(shared.open_node()), vault(*store, MasterKey{}), engine(*store, vault, clock, folds) {
    folds.on<Numbered>([this](const Numbered& fact, const Stamp&) { seen.push_back(fact.number); });
  }

  Command next(std::string key, std::uint64_t lease = 0) {
    Command command;
    command.key = std::move(key);
    command.actor = "account/1";
    command.lease = lease;
    command.decide = [this](const Moment&) -> Result<Decision> {
      Decision decision;
      decision.add("number", Numbered{static_cast<std::uint32_t>(seen.size()) + 1});
      decision.answer = std::to_string(seen.size() + 1);
      return decision;
    };
    return command;
  }

  std::size_t seen_now() const {
    return engine.read([this] { return seen.size(); });
  }

  std::unique_ptr<Store> store;
  Vault vault;
  StandingClock clock;
  Folds folds;
  std::vector<std::uint32_t> seen;
  Engine engine;
};

inline std::vector<std::uint32_t> numbers_to(std::uint32_t last) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 1; i <= last; ++i) out.push_back(i);
  return out;
}

class Nodes : public testing::TestWithParam<SharedStoresMaker> {
 protected:
  std::unique_ptr<SharedStores> shared = GetParam()();
  Node one{*shared};
  Node other{*shared};
};

TEST_P(Nodes, DecideAgainstWhatTheOthersAppended) {
  ASSERT_TRUE(one.engine.execute(one.next("a")));
  ASSERT_TRUE(other.engine.execute(other.next("b")));
  ASSERT_TRUE(one.engine.execute(one.next("c")));
  EXPECT_EQ(one.seen, numbers_to(3));
  EXPECT_EQ(other.seen, numbers_to(2));
}

TEST_P(Nodes, AKeyIsAnsweredByWhicheverIsAskedAgain) {
  ASSERT_TRUE(one.engine.execute(one.next("a")));
  const auto again = other.engine.execute(other.next("a"));
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->answer, "1");
}

// A turn that writes nothing, or is refused, must not keep the others waiting.
TEST_P(Nodes, AnEmptyOrRefusedTurnEnds) {
  Command nothing;
  nothing.decide = [](const Moment&) -> Result<Decision> { return Decision{}; };
  ASSERT_TRUE(one.engine.execute(nothing));
  Command refused;
  refused.decide = [](const Moment&) -> Result<Decision> {
    return problem(Code::Conflict, {"không", "no"});
  };
  EXPECT_FALSE(one.engine.execute(refused));
  ASSERT_TRUE(other.engine.execute(other.next("a")));
  shared->cut();
  EXPECT_FALSE(one.engine.execute(one.next("b")));
  EXPECT_FALSE(one.engine.execute(one.next("c"))) << "writing has stopped";
  ASSERT_TRUE(other.engine.execute(other.next("d")));
}

TEST_P(Nodes, OneThatWasCutOffResumesByItself) {
  ASSERT_TRUE(one.engine.execute(one.next("a")));
  shared->cut();
  EXPECT_EQ(one.engine.execute(one.next("b")).error().code, Code::Unavailable);
  EXPECT_TRUE(one.engine.step());
  EXPECT_TRUE(one.engine.is_writing_stopped());
  ASSERT_TRUE(other.engine.execute(other.next("c")));
  shared->restore();
  EXPECT_TRUE(one.engine.step());
  EXPECT_FALSE(one.engine.is_writing_stopped());
  EXPECT_EQ(one.seen, numbers_to(2));
  EXPECT_EQ(one.engine.execute(one.next("b"))->answer, "3");
}

// Nobody knows whether it is durable; whoever asks again with its key is told the truth.
TEST_P(Nodes, AnAppendLostAtItsCommitIsAnsweredByItsKey) {
  shared->cut_at_commit(SharedStores::Lost::BeforeCommit);
  EXPECT_EQ(one.engine.execute(one.next("a")).error().code, Code::Unavailable);
  EXPECT_TRUE(one.engine.step());
  EXPECT_EQ(one.seen, numbers_to(0));
  auto again = one.engine.execute(one.next("a"));
  ASSERT_TRUE(again) << again.error().text.en;
  EXPECT_FALSE(again->repeated);

  shared->cut_at_commit(SharedStores::Lost::AfterCommit);
  EXPECT_EQ(one.engine.execute(one.next("b")).error().code, Code::Unavailable);
  EXPECT_EQ(one.seen, numbers_to(1)) << "not visible before it is known to be durable";
  EXPECT_TRUE(one.engine.step());
  EXPECT_EQ(one.seen, numbers_to(2));
  for (Node* node : {&one, &other}) {
    again = node->engine.execute(node->next("b"));
    ASSERT_TRUE(again) << again.error().text.en;
    EXPECT_TRUE(again->repeated);
    EXPECT_EQ(again->answer, "2");
  }
}

TEST_P(Nodes, AStoreThatLostWhatWasFoldedIsToldOnce) {
  int diverged = 0;
  one.engine.on_diverged([&](const Problem&) { ++diverged; });
  ASSERT_TRUE(one.engine.execute(one.next("a")));
  shared->lose_everything();
  EXPECT_EQ(one.engine.execute(one.next("b")).error().code, Code::Invalid);
  EXPECT_EQ(diverged, 1);
  ASSERT_TRUE(other.engine.execute(other.next("c")));
  EXPECT_FALSE(one.engine.execute(one.next("d")));
  EXPECT_EQ(one.seen, numbers_to(1)) << "nothing of the other history is folded onto this one";
}

TEST_P(Nodes, WriteAtOnceAndStayOne) {
  one.engine.start();
  other.engine.start();
  std::vector<std::future<bool>> sent;
  for (Node* node : {&one, &other, &one, &other}) {
    const std::string name = std::to_string(sent.size());
    sent.push_back(std::async(std::launch::async, [node, name] {
      bool all = true;
      for (int i = 0; i < 50; ++i) {
        all = all && node->engine.execute(node->next(name + "/" + std::to_string(i))).has_value();
      }
      return all;
    }));
  }
  for (auto& one_sent : sent) EXPECT_TRUE(one_sent.get());
  one.engine.stop();
  other.engine.stop();
  for (Node* node : {&one, &other}) {
    ASSERT_TRUE(node->engine.replay());  // the rest that the other appended
    EXPECT_EQ(node->seen, numbers_to(200));
    EXPECT_EQ(verify(*node->store, node->engine.head(), [](std::uint64_t) {})->facts, 200U);
  }
}

TEST_P(Nodes, HearOfWhatTheOtherAppendedUnasked) {
  one.engine.start();
  other.engine.start();
  ASSERT_TRUE(one.engine.execute(one.next("a")));
  ASSERT_TRUE(one.engine.execute(one.next("b")));
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (other.seen_now() < 2 && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  EXPECT_EQ(other.seen_now(), 2U);
}

TEST_P(Nodes, OneOfThemHoldsTheLease) {
  const auto first = one.store->take_lease().value();
  ASSERT_TRUE(first);
  EXPECT_EQ(one.store->take_lease().value(), first) << "renewed";
  EXPECT_EQ(other.store->take_lease().value(), std::nullopt);
  ASSERT_TRUE(one.engine.execute(one.next("a", *first)));

  shared->expire_lease();
  const auto second = other.store->take_lease().value();
  ASSERT_TRUE(second);
  EXPECT_GT(*second, *first);
  EXPECT_EQ(one.store->take_lease().value(), std::nullopt);
  const auto late = one.engine.execute(one.next("b", *first));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, Code::Conflict);
  ASSERT_TRUE(other.engine.execute(other.next("c", *second)));

  other.store->end_lease();
  const auto third = one.store->take_lease().value();
  ASSERT_TRUE(third) << "given up, so that nobody has to wait";
  EXPECT_GT(*third, *second);
  EXPECT_TRUE(one.engine.execute(one.next("d", *third)));
  EXPECT_EQ(one.engine.execute(one.next("e", *second)).error().code, Code::Conflict);
}

}  // namespace lantoa::ledger
