#include <filesystem>

#include "kernel/testing_folder.h"
#include "platform/ledger/isolation_contract.h"
#include "platform/ledger/sqlite/sqlite_store.h"

namespace lantoa::ledger {
namespace {

TEST(Isolation, OneNodeOnSqliteIsOneSerialOrder) {
  const TestFolder folder;
  // What reaches the disk is tried elsewhere; here only the order counts.
  auto store = open_sqlite_store(folder.path() / "ledger.sqlite3", Access::Fill);
  ASSERT_TRUE(store) << store.error().text.en;
  isolation::Worker node(*std::move(store));
  isolation::expect_one_serial_order(node, node);
}

}  // namespace
}  // namespace lantoa::ledger
