#include "platform/ledger/nodes_contract.h"
#include "platform/ledger/postgres/postgres_store.h"
#include "platform/postgres/testing_proxy.h"
#include "platform/postgres/testing_server.h"

namespace lantoa::ledger {
namespace {

using postgres::test_server;
using postgres::TestProxy;

// The first node stands behind a proxy that can cut its connections.
class SharedPostgres : public SharedStores {
 public:
  std::unique_ptr<Store> open_node() override {
    const bool first = std::exchange(none_open_, false);
    return open_postgres_store(first ? test_server().target_by_port(proxy_.port(), schema_)
                                     : test_server().target(schema_),
                               Access::ReadWrite)
        .value();
  }
  void cut() override {
    proxy_.set(TestProxy::Way::Shut);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // until it has closed them
  }
  void restore() override { proxy_.set(TestProxy::Way::Open); }
  void cut_at_commit(Lost lost) override {
    proxy_.set(lost == Lost::BeforeCommit ? TestProxy::Way::CutBeforeCommit
                                          : TestProxy::Way::CutAfterCommit);
  }
  void lose_everything() override { run("TRUNCATE facts, answers, vault"); }
  void expire_lease() override { run("UPDATE lease SET until = clock_timestamp()"); }

 private:
  void run(const std::string& sql) {
    const auto connection =
        *postgres::Connection::open(test_server().target(schema_), postgres::Use::Write);
    ASSERT_TRUE(connection->script(sql));
  }

  std::string schema_ = test_server().make_schema();
  TestProxy proxy_{test_server().socket()};
  bool none_open_ = true;
};

INSTANTIATE_TEST_SUITE_P(Postgres, Nodes, testing::Values([]() -> std::unique_ptr<SharedStores> {
                           return std::make_unique<SharedPostgres>();
                         }));

}  // namespace
}  // namespace lantoa::ledger
