#include "platform/ledger/postgres/postgres_store.h"

#include <gtest/gtest.h>

#include <array>
#include <future>
#include <thread>

#include "platform/ledger/store_contract.h"
#include "platform/ledger/verify.h"
#include "platform/postgres/testing_server.h"

namespace lantoa::ledger {
namespace {

using postgres::test_server;

class PostgresUnderTest : public StoreUnderTest {
 public:
  PostgresUnderTest() { open(); }
  Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    open();
  }

 private:
  void open() { store_ = open_postgres_store(target_, Access::ReadWrite).value(); }

  postgres::Target target_ = test_server().target(test_server().make_schema());
  std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Postgres, StoreContract,
                         testing::Values([]() -> std::unique_ptr<StoreUnderTest> {
                           return std::make_unique<PostgresUnderTest>();
                         }));

struct APostgresLedger : testing::Test {
  postgres::Target target = test_server().target(test_server().make_schema());

  Result<std::unique_ptr<Store>> open(Access access) { return open_postgres_store(target, access); }
  void run(const std::string& sql) {
    const auto connection = *postgres::Connection::open(target, postgres::Use::Write);
    ASSERT_TRUE(connection->script(sql));
  }
  // The server ends a session, and what it holds, a moment after its peer has hung up.
  void until_nobody_fills() {
    run("SELECT pg_advisory_xact_lock(hashtextextended(current_schema()::text, 7810208041200263))");
  }
};

TEST_F(APostgresLedger, IsMadeOnceByNodesThatStartTogether) {
  std::vector<std::future<bool>> opened;
  for (int i = 0; i < 4; ++i) {
    opened.push_back(
        std::async(std::launch::async, [this] { return open(Access::ReadWrite).has_value(); }));
  }
  for (auto& one : opened) EXPECT_TRUE(one.get());
}

TEST_F(APostgresLedger, IsReadOnlyWhereThereIsOne) {
  EXPECT_FALSE(has_postgres_ledger(target).value());
  EXPECT_EQ(open(Access::ReadOnly).error().code, Code::NotFound);
  ASSERT_TRUE(open(Access::ReadWrite).value()->append({.facts = facts_after({}, 1)}));
  EXPECT_TRUE(has_postgres_ledger(target).value());
  const auto reader = open(Access::ReadOnly).value();
  EXPECT_EQ(reader->head()->seq, 1U);
  EXPECT_EQ(reader->append({.facts = facts_after(reader->head().value(), 1)}).error().code,
            Code::Unsupported);
  EXPECT_EQ(reader->head()->seq, 1U);
}

TEST_F(APostgresLedger, OfANewerVersionIsRefused) {
  ASSERT_TRUE(open(Access::ReadWrite));
  run("UPDATE meta SET value = 2 WHERE name = 'schema'");
  EXPECT_EQ(open(Access::ReadWrite).error().code, Code::Unsupported);
  EXPECT_EQ(open(Access::ReadOnly).error().code, Code::Unsupported);
}

TEST_F(APostgresLedger, DoesNotTakeOverTablesOfSomebodyElse) {
  run("CREATE TABLE facts (a text)");
  EXPECT_EQ(open(Access::ReadWrite).error().code, Code::Invalid);
}

TEST_F(APostgresLedger, CountsOnceItsFillingIsFinished) {
  {
    const auto store = open(Access::Fill).value();
    ASSERT_TRUE(store->append({.facts = facts_after({}, 3)}));
  }
  until_nobody_fills();
  for (const auto access : {Access::ReadWrite, Access::ReadOnly, Access::Fill}) {
    const auto refused = open(access);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::Invalid);
  }
  EXPECT_FALSE(has_postgres_ledger(target));
  ASSERT_TRUE(finish_filling(target));
  EXPECT_TRUE(has_postgres_ledger(target).value());
  EXPECT_EQ(open(Access::Fill).error().code, Code::Conflict);
  EXPECT_EQ(open(Access::ReadWrite).value()->head()->seq, 3U);
}

TEST_F(APostgresLedger, WhatItCannotStoreIsRefusedAndNothingStops) {
  const auto store = open(Access::ReadWrite).value();
  EXPECT_EQ(store->append({.facts = {fact_after({}, std::string("\xff\xfe"))}}).error().code,
            Code::Invalid);
  EXPECT_TRUE(store->append({.facts = facts_after({}, 1)}));
}

// What a peer that stands still in its turn keeps from the others, the server takes from it.
TEST_F(APostgresLedger, ATurnOfANodeThatWasStoppedIsEndedByTheServer) {
  const auto stopped = open(Access::ReadWrite).value();
  const auto other = open(Access::ReadWrite).value();
  ASSERT_TRUE(stopped->take_turn());
  run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
      "WHERE state = 'idle in transaction' AND pid <> pg_backend_pid()");
  EXPECT_TRUE(other->append({.facts = facts_after({}, 1)}));
  EXPECT_EQ(stopped->append({.facts = facts_after({}, 1)}).error().code, Code::Unavailable);
  EXPECT_EQ(stopped->append({.facts = facts_after({}, 1)}).error().code, Code::Unavailable);
  ASSERT_TRUE(stopped->reopen());
  EXPECT_TRUE(stopped->append({.facts = facts_after(stopped->head().value(), 1)}));
}

// Both found it empty; both would write one ledger.
TEST_F(APostgresLedger, OfTwoThatFillItAtOnceOneIsRefused) {
  constexpr int rounds = 8;
  for (int round = 0; round < rounds; ++round) {
    target = postgres::test_server().target(postgres::test_server().make_schema());
    std::array<Result<std::unique_ptr<Store>>, 2> opened;
    std::vector<std::thread> both;
    for (auto& one : opened) both.emplace_back([&] { one = open(Access::Fill); });
    for (std::thread& one : both) one.join();
    ASSERT_NE(opened[0].has_value(), opened[1].has_value());
    const Problem why = opened[opened[0] ? 1 : 0].error();
    EXPECT_EQ(why.code, Code::Conflict);
    EXPECT_NE(why.text.en.find("Another process"), std::string::npos) << why.text.en;
  }
}

TEST_F(APostgresLedger, WhatIsBeingFilledIsNotToBeDropped) {
  auto filling = open(Access::Fill).value();
  for (const Access access : {Access::ReadWrite, Access::ReadOnly, Access::Fill}) {
    EXPECT_EQ(open(access).error().code, Code::Conflict);
  }
  EXPECT_EQ(has_postgres_ledger(target).error().code, Code::Conflict);
  filling.reset();  // cut short
  until_nobody_fills();
  EXPECT_EQ(open(Access::ReadWrite).error().code, Code::Invalid);
}

// Who holds the turn must not wait for readers that hold every other connection.
TEST_F(APostgresLedger, KeysAreLookedUpWithinTheTurn) {
  const auto store = open(Access::ReadWrite).value();
  ASSERT_TRUE(store->take_turn());
  ASSERT_TRUE(store->answers({"key"}));
  const auto connection = *postgres::Connection::open(target, postgres::Use::Read);
  const auto last =
      connection->run({"SELECT query FROM pg_stat_activity WHERE state = 'idle in transaction'"});
  ASSERT_TRUE(last);
  ASSERT_EQ(last->size(), 1);
  EXPECT_NE(last->bytes(0, 0).find("FROM answers"), std::string::npos) << last->bytes(0, 0);
  store->end_turn();
}

TEST_F(APostgresLedger, KeepsBlobsByTheirHash) {
  ASSERT_TRUE(open(Access::ReadWrite));
  const auto blobs = open_postgres_blobs(target, Access::ReadWrite);
  const std::string bytes("a\0b\xff", 4);
  const std::string address = blobs->put(bytes).value();
  EXPECT_EQ(blobs->put(bytes).value(), address);
  EXPECT_EQ(blobs->get(address).value(), bytes);
  EXPECT_EQ(blobs->get(std::string(64, '0')).error().code, Code::NotFound);
  std::vector<std::string> all;
  ASSERT_TRUE(blobs->each([&](const std::string& one) -> Result<void> {
    all.push_back(one);
    return {};
  }));
  EXPECT_EQ(all, std::vector<std::string>{address});
  run("UPDATE blobs SET bytes = 'x'");
  EXPECT_EQ(blobs->get(address).error().code, Code::Unavailable);
}

}  // namespace
}  // namespace lantoa::ledger
