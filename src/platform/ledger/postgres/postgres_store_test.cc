#include "platform/ledger/postgres/postgres_store.h"

#include <gtest/gtest.h>

#include <future>

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
  void open() { store_ = open_postgres_store(target_, PostgresAccess::ReadWrite).value(); }

  postgres::Target target_ = test_server().target(test_server().make_schema());
  std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Postgres, StoreContract,
                         testing::Values([]() -> std::unique_ptr<StoreUnderTest> {
                           return std::make_unique<PostgresUnderTest>();
                         }));

struct APostgresLedger : testing::Test {
  postgres::Target target = test_server().target(test_server().make_schema());

  Result<std::unique_ptr<Store>> open(PostgresAccess access) {
    return open_postgres_store(target, access);
  }
  void run(const std::string& sql) {
    const auto connection = *postgres::Connection::open(target, postgres::Use::Write);
    ASSERT_TRUE(connection->script(sql));
  }
};

TEST_F(APostgresLedger, IsMadeOnceByNodesThatStartTogether) {
  std::vector<std::future<bool>> opened;
  for (int i = 0; i < 4; ++i) {
    opened.push_back(std::async(std::launch::async,
                                [this] { return open(PostgresAccess::ReadWrite).has_value(); }));
  }
  for (auto& one : opened) EXPECT_TRUE(one.get());
}

TEST_F(APostgresLedger, IsReadOnlyWhereThereIsOne) {
  EXPECT_FALSE(has_postgres_ledger(target).value());
  EXPECT_EQ(open(PostgresAccess::ReadOnly).error().code, Code::NotFound);
  ASSERT_TRUE(open(PostgresAccess::ReadWrite).value()->append({.facts = facts_after({}, 1)}));
  EXPECT_TRUE(has_postgres_ledger(target).value());
  const auto reader = open(PostgresAccess::ReadOnly).value();
  EXPECT_EQ(reader->head()->seq, 1U);
  EXPECT_EQ(reader->append({.facts = facts_after(reader->head().value(), 1)}).error().code,
            Code::Unsupported);
  EXPECT_EQ(reader->head()->seq, 1U);
}

TEST_F(APostgresLedger, OfANewerVersionIsRefused) {
  ASSERT_TRUE(open(PostgresAccess::ReadWrite));
  run("UPDATE meta SET value = 2 WHERE name = 'schema'");
  EXPECT_EQ(open(PostgresAccess::ReadWrite).error().code, Code::Unsupported);
  EXPECT_EQ(open(PostgresAccess::ReadOnly).error().code, Code::Unsupported);
}

TEST_F(APostgresLedger, DoesNotTakeOverTablesOfSomebodyElse) {
  run("CREATE TABLE facts (a text)");
  EXPECT_EQ(open(PostgresAccess::ReadWrite).error().code, Code::Invalid);
}

TEST_F(APostgresLedger, CountsOnceItsFillingIsFinished) {
  {
    const auto store = open(PostgresAccess::Fill).value();
    ASSERT_TRUE(store->append({.facts = facts_after({}, 3)}));
  }
  for (const auto access :
       {PostgresAccess::ReadWrite, PostgresAccess::ReadOnly, PostgresAccess::Fill}) {
    const auto refused = open(access);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::Invalid);
  }
  EXPECT_FALSE(has_postgres_ledger(target));
  ASSERT_TRUE(finish_filling(target));
  EXPECT_TRUE(has_postgres_ledger(target).value());
  EXPECT_EQ(open(PostgresAccess::Fill).error().code, Code::Conflict);
  EXPECT_EQ(open(PostgresAccess::ReadWrite).value()->head()->seq, 3U);
}

TEST_F(APostgresLedger, WhatItCannotStoreIsRefusedAndNothingStops) {
  const auto store = open(PostgresAccess::ReadWrite).value();
  EXPECT_EQ(store->append({.facts = {fact_after({}, std::string("\xff\xfe"))}}).error().code,
            Code::Invalid);
  EXPECT_TRUE(store->append({.facts = facts_after({}, 1)}));
}

// What a peer that stands still in its turn keeps from the others, the server takes from it.
TEST_F(APostgresLedger, ATurnOfANodeThatWasStoppedIsEndedByTheServer) {
  const auto stopped = open(PostgresAccess::ReadWrite).value();
  const auto other = open(PostgresAccess::ReadWrite).value();
  ASSERT_TRUE(stopped->take_turn());
  run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
      "WHERE state = 'idle in transaction' AND pid <> pg_backend_pid()");
  EXPECT_TRUE(other->append({.facts = facts_after({}, 1)}));
  EXPECT_EQ(stopped->append({.facts = facts_after({}, 1)}).error().code, Code::Unavailable);
  EXPECT_EQ(stopped->append({.facts = facts_after({}, 1)}).error().code, Code::Unavailable);
  ASSERT_TRUE(stopped->reopen());
  EXPECT_TRUE(stopped->append({.facts = facts_after(stopped->head().value(), 1)}));
}

TEST_F(APostgresLedger, KeepsBlobsByTheirHash) {
  ASSERT_TRUE(open(PostgresAccess::ReadWrite));
  const auto blobs = open_postgres_blobs(target, PostgresAccess::ReadWrite);
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
