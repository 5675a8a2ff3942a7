#include "platform/ledger/memory/testing.h"
#include "platform/ledger/nodes_contract.h"

namespace lantoa::ledger {
namespace {

class SharedMemory : public SharedStores {
 public:
  std::unique_ptr<Store> open_node() override {
    auto node = std::make_unique<WatchedStore>(ledger_);
    if (first_ == nullptr) first_ = node.get();
    return node;
  }
  void cut() override { first_->fail = true; }
  void restore() override { first_->fail = false; }
  void cut_at_commit(Lost lost) override {
    first_->fail_once = true;
    first_->keeps_what_fails = lost == Lost::AfterCommit;
  }
  void lose_everything() override { ledger_->store = make_memory_store(); }
  void expire_lease() override { ledger_->lease_holder = nullptr; }

 private:
  std::shared_ptr<SharedLedger> ledger_ = std::make_shared<SharedLedger>();
  WatchedStore* first_ = nullptr;
};

INSTANTIATE_TEST_SUITE_P(Memory, Nodes, testing::Values([]() -> std::unique_ptr<SharedStores> {
                           return std::make_unique<SharedMemory>();
                         }));

}  // namespace
}  // namespace lantoa::ledger
