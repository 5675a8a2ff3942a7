// Confirmations may share a batch, and one fact, only because that equals them one by one. Said
// here of whole nodes: the same people confirm in the same order once in batches on one node and
// once one by one on two nodes in turn; all four nodes must then see the same, and everybody was
// told the same. On the memory store and on PostgreSQL.
#include <gtest/gtest.h>

#include <iostream>
#include <random>

#include "city/reach/reach.h"
#include "platform/ledger/postgres/postgres_store.h"
#include "platform/postgres/testing_server.h"
#include "sim/beginning.h"
#include "sim/store.h"

namespace lantoa::sim {
namespace {

constexpr std::uint32_t lives_in_memory = 200;
constexpr std::uint32_t lives_on_postgres = 5;

class StandingClock : public Clock {
 public:
  Instant now() override { return beginning().now; }
};

class NoMail : public mail::Sender {
 public:
  mail::Sent send(const mail::Message&) override { return {mail::Outcome::NotNow, ""}; }
};

// One ledger that begins as every simulated city does, and two nodes over it.
class Pair {
 public:
  virtual ~Pair() = default;
  app::House& node(std::size_t which) { return *nodes_.at(which); }

  ledger::Command confirmation(std::size_t which, city::PersonNo person) {
    app::House& house = node(which);
    const app::States& states = house.states();
    const city::reach::Needs needs{states.calendar, states.organisation, states.identity,
                                   states.plan,     states.content,      states.activity};
    auto order =
        city::reach::confirm_order(states.reach, needs, person, city::reach::Confirm{item, 1});
    order.actor = city::subject("person", person);
    return house.app().command(std::move(order));
  }

  // Each node, once it has folded what the other appended.
  std::vector<std::string> seen() {
    std::vector<std::string> out;
    for (const auto& house : nodes_) {
      EXPECT_TRUE(house->engine().replay());
      out.push_back(described(house->states()));
    }
    return out;
  }
  std::uint64_t facts() { return node(0).engine().head().seq - beginning().facts.size(); }

 protected:
  void open(const std::function<std::unique_ptr<ledger::Store>()>& store) {
    ASSERT(store()->append({.facts = beginning().facts}).has_value());
    for (int i = 0; i < 2; ++i) {
      app::House::Parts parts{
          store(), ledger::make_memory_blobs(), {}, std::make_unique<NoMail>(), beginning().built};
      nodes_.push_back(app::House::on(std::move(parts), clock_).value());
    }
  }

 private:
  StandingClock clock_;
  std::vector<std::unique_ptr<app::House>> nodes_;
};

class InMemory : public Pair {
 public:
  InMemory() {
    open([this] { return std::make_unique<Connection>(database_, true); });
  }

 private:
  Database database_;
};

class OnPostgres : public Pair {
 public:
  OnPostgres() {
    // What reaches the disk is tried elsewhere.
    static postgres::TestServer server({"-c", "fsync=off"});
    const auto target = server.target(server.make_schema());
    open([target] {
      return ledger::open_postgres_store(target, ledger::Access::ReadWrite).value();
    });
  }
};

// Somebody may confirm twice, or although a meeting reached him.
std::vector<city::PersonNo> some_readers(std::mt19937& random) {
  std::vector<city::PersonNo> out;
  const auto& readers = beginning().readers;
  const std::size_t count = 2 + random() % (2 * readers.size());
  for (std::size_t i = 0; i < count; ++i) out.push_back(readers[random() % readers.size()]);
  return out;
}

std::string told(const Result<ledger::Done>& done) {
  return done ? "done: " + done->answer : done.error().text.en;
}

template <class Place>
void compare(std::uint32_t lives) {
  std::uint64_t commands = 0;
  std::uint64_t facts_of_batches = 0;
  std::uint64_t facts_one_by_one = 0;
  for (std::uint32_t life = 1; life <= lives; ++life) {
    std::mt19937 random(life);
    const auto people = some_readers(random);
    commands += people.size();
    Place together;
    Place one_by_one;
    std::vector<std::string> told_together;
    std::vector<std::string> told_one_by_one;
    for (std::size_t at = 0; at < people.size();) {
      const std::size_t end = std::min(people.size(), at + 1 + random() % 8);
      const std::size_t node = random() % 2;
      std::vector<ledger::Command> batch;
      for (; at < end; ++at) batch.push_back(together.confirmation(node, people[at]));
      for (const auto& done : together.node(node).engine().execute_all(std::move(batch))) {
        told_together.push_back(told(done));
      }
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
      auto command = one_by_one.confirmation(i % 2, people[i]);
      told_one_by_one.push_back(told(one_by_one.node(i % 2).engine().execute(std::move(command))));
    }
    EXPECT_EQ(told_together, told_one_by_one) << "life " << life;
    const auto expected = one_by_one.seen();
    EXPECT_EQ(expected[0], expected[1]) << "life " << life;
    EXPECT_EQ(together.seen(), expected) << "life " << life;
    facts_of_batches += together.facts();
    facts_one_by_one += one_by_one.facts();
  }
  std::cout << commands << " commands: " << facts_of_batches << " facts in batches, "
            << facts_one_by_one << " one by one\n";
  EXPECT_LT(facts_of_batches, facts_one_by_one) << "nothing was united, nothing was compared";
}

TEST(Batch, EqualsItsCommandsOneByOneOnTwoNodes) { compare<InMemory>(lives_in_memory); }

TEST(Batch, EqualsItsCommandsOneByOneOnTwoNodesOfPostgres) {
  compare<OnPostgres>(lives_on_postgres);
}

}  // namespace
}  // namespace lantoa::sim
