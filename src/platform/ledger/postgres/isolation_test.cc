#include "platform/ledger/isolation_contract.h"
#include "platform/ledger/postgres/postgres_store.h"
#include "platform/postgres/testing_server.h"

namespace lantoa::ledger {
namespace {

TEST(Isolation, TwoNodesOnPostgresAreOneSerialOrder) {
  // What reaches the disk is tried elsewhere; here only the order counts.
  postgres::TestServer server({"-c", "fsync=off"});
  const auto target = server.target(server.make_schema());
  const auto open = [&] { return open_postgres_store(target, Access::ReadWrite).value(); };
  isolation::Worker one(open());
  isolation::Worker other(open());
  isolation::expect_one_serial_order(one, other);
}

}  // namespace
}  // namespace lantoa::ledger
