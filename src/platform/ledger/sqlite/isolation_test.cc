#include <filesystem>

#include "platform/ledger/isolation_contract.h"
#include "platform/ledger/sqlite/sqlite_store.h"

namespace lantoa::ledger {
namespace {

TEST(Isolation, OneNodeOnSqliteIsOneSerialOrder) {
  std::string folder = testing::TempDir() + "lantoa_isolation_XXXXXX";
  ASSERT_NE(::mkdtemp(folder.data()), nullptr);
  {
    // What reaches the disk is tried elsewhere; here only the order counts.
    auto store = open_sqlite_store(folder + "/ledger.sqlite3", Access::Fill);
    ASSERT_TRUE(store) << store.error().text.en;
    isolation::Worker node(*std::move(store));
    isolation::expect_one_serial_order(node, node);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace lantoa::ledger
