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

// One whose appends fail shows what the others did all the same: a session that was ended there is
// over here too.
TEST(NodesInMemory, OneWhoseWritingStoppedFoldsWhatTheOthersAppend) {
  SharedMemory shared;
  Node one(shared);
  Node other(shared);
  ASSERT_TRUE(one.engine.execute(one.next("a")));
  shared.cut();
  EXPECT_EQ(one.engine.execute(one.next("b")).error().code, Code::Unavailable);
  ASSERT_TRUE(other.engine.execute(other.next("c")));
  one.engine.hear_of_others();
  EXPECT_TRUE(one.engine.step());
  EXPECT_TRUE(one.engine.is_writing_stopped());
  EXPECT_EQ(one.seen, numbers_to(2));
  shared.restore();
  EXPECT_TRUE(one.engine.step());
  EXPECT_FALSE(one.engine.is_writing_stopped());
  EXPECT_EQ(one.engine.execute(one.next("b"))->answer, "3");
}

}  // namespace
}  // namespace lantoa::ledger
