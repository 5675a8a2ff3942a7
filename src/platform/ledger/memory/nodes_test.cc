// Engines of several nodes over one store: each folds what the others appended before it decides.
#include <gtest/gtest.h>

#include <boost/describe.hpp>
#include <future>

#include "kernel/codec.h"
#include "platform/ledger/engine.h"
#include "platform/ledger/memory/testing.h"

namespace lantoa::ledger {
namespace {

struct Numbered {
  static constexpr std::string_view kind = "test.numbered";
  std::uint32_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Numbered, (), (number))

class StandingClock : public Clock {
 public:
  Instant now() override { return {1'000}; }
};

// Allots dense numbers from its own state, as decide functions do.
struct Node {
  explicit Node(const std::shared_ptr<SharedLedger>& shared)
      : store(shared), vault(store, MasterKey{}), engine(store, vault, clock, folds) {
    folds.on<Numbered>([this](const Numbered& fact, const Stamp&) { seen.push_back(fact.number); });
  }

  Command next(std::string key) {
    Command command;
    command.key = std::move(key);
    command.actor = "account/1";
    command.decide = [this](const Moment&) -> Result<Decision> {
      Decision decision;
      decision.add("number", Numbered{static_cast<std::uint32_t>(seen.size()) + 1});
      decision.answer = std::to_string(seen.size() + 1);
      return decision;
    };
    return command;
  }

  WatchedStore store;
  Vault vault;
  StandingClock clock;
  Folds folds;
  std::vector<std::uint32_t> seen;
  Engine engine;
};

std::vector<std::uint32_t> up_to(std::uint32_t last) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 1; i <= last; ++i) out.push_back(i);
  return out;
}

struct Nodes : testing::Test {
  std::shared_ptr<SharedLedger> shared = std::make_shared<SharedLedger>();
  Node one{shared};
  Node other{shared};
};

TEST_F(Nodes, DecideAgainstWhatTheOthersAppended) {
  ASSERT_TRUE(one.engine.execute(one.next("a")));
  ASSERT_TRUE(other.engine.execute(other.next("b")));
  ASSERT_TRUE(one.engine.execute(one.next("c")));
  EXPECT_EQ(one.seen, up_to(3));
  EXPECT_EQ(other.seen, up_to(2));
}

TEST_F(Nodes, AKeyIsAnsweredByWhicheverIsAskedAgain) {
  ASSERT_TRUE(one.engine.execute(one.next("a")));
  const auto again = other.engine.execute(other.next("a"));
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->answer, "1");
}

// A turn that writes nothing, or is refused, must not keep the others waiting.
TEST_F(Nodes, AnEmptyOrRefusedTurnEnds) {
  Command nothing;
  nothing.decide = [](const Moment&) -> Result<Decision> { return Decision{}; };
  ASSERT_TRUE(one.engine.execute(nothing));
  Command refused;
  refused.decide = [](const Moment&) -> Result<Decision> {
    return problem(Code::Conflict, {"không", "no"});
  };
  EXPECT_FALSE(one.engine.execute(refused));
  one.store.fail = true;
  EXPECT_FALSE(one.engine.execute(one.next("a")));
  EXPECT_FALSE(one.engine.execute(one.next("b"))) << "writing has stopped";
  ASSERT_TRUE(other.engine.execute(other.next("c")));
}

TEST_F(Nodes, AStoreThatLostWhatWasFoldedIsToldOnce) {
  int diverged = 0;
  one.engine.on_diverged([&](const Problem&) { ++diverged; });
  ASSERT_TRUE(one.engine.execute(one.next("a")));
  shared->store = make_memory_store();  // failed over to one that never had it
  EXPECT_EQ(one.engine.execute(one.next("b")).error().code, Code::Invalid);
  EXPECT_EQ(diverged, 1);
  ASSERT_TRUE(other.engine.execute(other.next("c")));
  EXPECT_FALSE(one.engine.execute(one.next("d")));
  EXPECT_EQ(one.seen, up_to(1)) << "nothing of the other history is folded onto this one";
}

TEST_F(Nodes, WriteAtOnceAndStayOne) {
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
  EXPECT_EQ(shared->store->head()->seq, 200U);
  for (Node* node : {&one, &other}) {
    ASSERT_TRUE(node->engine.replay());  // the rest that the other appended
    EXPECT_EQ(node->seen, up_to(200));
  }
}

}  // namespace
}  // namespace lantoa::ledger
