#include "platform/ledger/memory/memory_store.h"

#include <gtest/gtest.h>

#include "platform/ledger/store_contract.h"

namespace lantoa::ledger {
namespace {

class MemoryUnderTest : public StoreUnderTest {
 public:
  Store& store() override { return *store_; }
  void reopen() override {}

 private:
  std::unique_ptr<Store> store_ = make_memory_store();
};

std::unique_ptr<StoreUnderTest> open_memory() { return std::make_unique<MemoryUnderTest>(); }

INSTANTIATE_TEST_SUITE_P(Memory, StoreContract, testing::Values(&open_memory));

TEST(MemoryBlobs, KeepsBytesByTheirHash) {
  const auto blobs = make_memory_blobs();
  const std::string address = blobs->put("abc").value();
  EXPECT_EQ(address, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(blobs->put("abc").value(), address);
  EXPECT_EQ(blobs->get(address).value(), "abc");
  EXPECT_EQ(blobs->get("00").error().code, Code::NotFound);
}

}  // namespace
}  // namespace lantoa::ledger
