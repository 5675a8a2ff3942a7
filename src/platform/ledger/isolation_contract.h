// Is it one serial order (quality requirement QR16)? Four threads move money, leave a watch that
// must not be empty, take numbers and quotas and add to a set, and repeat each other's keys; a
// checker that shares nothing with the engines then reads the facts alone. On one node, or on two
// that share a store. LANTOA_LONG=1: a million transactions; LANTOA_TRANSACTIONS=N for another
// number.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "platform/ledger/engine.h"
#include "platform/ledger/verify.h"

namespace lantoa::ledger::isolation {

constexpr std::uint32_t purses = 6;
constexpr std::uint32_t purse_at_first = 20;
constexpr std::uint32_t watches = 8;  // of two each
constexpr std::uint32_t quotas = 400;
constexpr std::uint32_t quota_max = 3;

enum class Deed { Pay, Leave, Return, Number, Take, Add };

// One kind for all: what was done, and with which numbers.
struct Act {
  static constexpr std::string_view kind = "test.done";
  Deed deed = Deed::Pay;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

}  // namespace lantoa::ledger::isolation

namespace lantoa {

template <>
inline std::string encode(const ledger::isolation::Act& act) {
  return "[" + std::to_string(static_cast<int>(act.deed)) + "," + std::to_string(act.a) + "," +
         std::to_string(act.b) + "]";
}

template <>
inline Result<ledger::isolation::Act> decode(std::string_view body) {
  ledger::isolation::Act act;
  std::istringstream in{std::string(body)};
  char bracket = 0;
  char comma = 0;
  int deed = 0;
  in >> bracket >> deed >> comma >> act.a >> comma >> act.b;
  act.deed = static_cast<ledger::isolation::Deed>(deed);
  return act;
}

}  // namespace lantoa

namespace lantoa::ledger::isolation {

// What may happen now. Folded by each node, and once more by the checker.
struct World {
  std::array<std::uint32_t, purses> purse{};
  std::array<std::array<bool, 2>, watches> present{};
  std::uint32_t number = 0;
  std::array<std::uint32_t, quotas> taken{};
  std::set<std::uint32_t> added;

  World() {
    purse.fill(purse_at_first);
    for (auto& watch : present) watch.fill(true);
  }

  bool allows(const Act& what) const {
    switch (what.deed) {
      case Deed::Pay:
        return purse[what.a] > 0 && what.a != what.b;
      case Deed::Leave:
        return present[what.a][what.b] && present[what.a][1 - what.b];
      case Deed::Return:
        return !present[what.a][what.b];
      case Deed::Number:
        return what.a == number + 1;
      case Deed::Take:
        return taken[what.a] < quota_max;
      case Deed::Add:
        return !added.contains(what.a);
    }
    return false;
  }

  void apply(const Act& what) {
    switch (what.deed) {
      case Deed::Pay:
        --purse[what.a];
        ++purse[what.b];
        break;
      case Deed::Leave:
      case Deed::Return:
        present[what.a][what.b] = what.deed == Deed::Return;
        break;
      case Deed::Number:
        number = what.a;
        break;
      case Deed::Take:
        ++taken[what.a];
        break;
      case Deed::Add:
        added.insert(what.a);
        break;
    }
  }
};

class FixedClock : public Clock {
 public:
  Instant now() override { return {1'000}; }
};

struct Worker {
  explicit Worker(std::unique_ptr<Store> of)
      : store(std::move(of)), vault(*store, MasterKey{}), engine(*store, vault, clock, folds) {
    folds.on<Act>([this](const Act& fact, const Stamp&) { world.apply(fact); });
  }

  Result<Done> run(const std::string& key, Act what) {
    Command command;
    command.key = key;
    command.actor = "account/1";
    command.commutes = what.deed == Deed::Add;
    if (command.commutes) command.natural_key = std::to_string(what.a);
    command.decide = [this, key, what](const Moment&) mutable -> Result<Decision> {
      if (what.deed == Deed::Number) what.a = world.number + 1;
      if (!world.allows(what)) return problem(Code::Conflict, {"không được", "not allowed"});
      Decision decision;
      decision.add(key, what);
      decision.answer = std::to_string(what.a);
      return decision;
    };
    return engine.execute(std::move(command));
  }

  std::unique_ptr<Store> store;
  Vault vault;
  FixedClock clock;
  Folds folds;
  World world;
  Engine engine;
};

struct Told {
  std::map<std::string, std::string> answers;  // of what was done
  std::set<std::string> refused;
  std::vector<std::string> faults;
};

inline Act pick(std::mt19937& chance) {
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(chance() % n); };
  switch (below(6)) {
    case 0:
      return {Deed::Pay, below(purses), below(purses)};
    case 1:
      return {Deed::Leave, below(watches), below(2)};
    case 2:
      return {Deed::Return, below(watches), below(2)};
    case 3:
      return {Deed::Number, 0, 0};
    case 4:
      return {Deed::Take, below(quotas), 0};
    default:
      return {Deed::Add, below(100'000), 0};
  }
}

// One client: now and then it asks the other node, if there is one, again with a key that it used.
inline Told work(Worker& own, Worker& other, std::uint32_t seed, std::uint32_t count) {
  std::mt19937 chance(seed);
  Told told;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string key = std::to_string(seed) + "/" + std::to_string(i);
    const Act what = pick(chance);
    const auto done = own.run(key, what);
    if (!done) {
      told.refused.insert(key);
      if (done.error().code != Code::Conflict) told.faults.push_back(done.error().text.en);
      continue;
    }
    told.answers[key] = done->answer;
    if (chance() % 20 != 0) continue;
    const auto again = other.run(key, what);
    if (!again || !again->repeated || again->answer != done->answer) {
      told.faults.push_back(key + " was not answered as before");
    }
  }
  return told;
}

inline std::uint32_t transactions() {
  if (const char* wanted = std::getenv("LANTOA_TRANSACTIONS")) {
    return static_cast<std::uint32_t>(std::strtoul(wanted, nullptr, 10));
  }
  const char* is_long = std::getenv("LANTOA_LONG");
  return is_long != nullptr && std::string_view(is_long) == "1" ? 1'000'000 : 10'000;
}

// Every fact was allowed where it stands, and each key is there as often as its client was told.
inline std::vector<std::string> check(Store& store, const std::vector<Told>& all) {
  std::vector<std::string> faults;
  World world;
  std::map<std::string, std::string> found;
  const auto read = store.read(0, UINT64_MAX, [&](const Fact& fact) -> Result<void> {
    const Act what = decode<Act>(fact.body).value();
    if (!world.allows(what)) faults.push_back("not allowed where it stands: " + ndjson(fact));
    world.apply(what);
    if (!found.emplace(fact.subject, std::to_string(what.a)).second) {
      faults.push_back(fact.subject + " was done twice");
    }
    return {};
  });
  if (!read) faults.push_back(read.error().text.en);
  std::size_t told = 0;
  for (const Told& one : all) {
    told += one.answers.size();
    faults.insert(faults.end(), one.faults.begin(), one.faults.end());
    for (const auto& [key, answer] : one.answers) {
      const auto fact = found.find(key);
      if (fact == found.end() || fact->second != answer) faults.push_back(key + " was lost");
    }
    for (const std::string& key : one.refused) {
      if (found.contains(key)) faults.push_back(key + " was refused and done");
    }
  }
  if (told != found.size()) faults.emplace_back("facts that nobody was told of");
  return faults;
}

// `one` and `other` may be the same.
inline void expect_one_serial_order(Worker& one, Worker& other) {
  one.engine.start();
  if (&other != &one) other.engine.start();
  const std::uint32_t each = transactions() / 4;
  std::vector<Told> all(4);
  std::vector<std::thread> threads;
  for (std::uint32_t i = 0; i < 4; ++i) {
    threads.emplace_back(
        [&, i] { all[i] = work(i % 2 == 0 ? one : other, i % 2 == 0 ? other : one, i + 1, each); });
  }
  for (std::thread& thread : threads) thread.join();
  one.engine.stop();
  if (&other != &one) other.engine.stop();
  EXPECT_EQ(check(*one.store, all), std::vector<std::string>{});
  EXPECT_TRUE(verify(*one.store, {}, [](std::uint64_t) {}));
  EXPECT_GT(one.store->head()->seq, each) << "too much was refused to prove anything";
  std::cout << 4 * each << " transactions, " << one.store->head()->seq << " facts\n";
}

}  // namespace lantoa::ledger::isolation
