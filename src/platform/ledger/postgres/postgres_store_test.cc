#include "platform/ledger/postgres/postgres_store.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace lantoa::ledger
