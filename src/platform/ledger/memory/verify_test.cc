// What verifying reads, and what it makes of a store whose head and facts do not agree.
#include "platform/ledger/verify.h"

#include <gtest/gtest.h>

#include "platform/ledger/memory/testing.h"

namespace lantoa::ledger {
namespace {

class Verify : public ::testing::Test {
 protected:
  Verify() {
    Head head;
    for (int i = 0; i < 3; ++i) {
      Fact fact{head.seq + 1, Instant{1'000}, "account/1", "test.happened", "test", "{}", {}};
      fact.chain = next_chain(head.chain, fact);
      head = {fact.seq, fact.chain};
      Batch batch;
      batch.facts.push_back(std::move(fact));
      EXPECT_TRUE(store.append(batch));
    }
  }

  WatchedStore store;
};

TEST_F(Verify, ReadsAllThatIsThere) {
  EXPECT_EQ(verify(store, {}, nullptr)->facts, 3U);
  store.head_off = -2;
  EXPECT_EQ(verify(store, {}, nullptr)->facts, 3U) << "the head is not believed";
}

TEST_F(Verify, RefusesAStoreThatEndsBeforeItsHead) {
  store.head_off = 1;
  const auto verified = verify(store, {}, nullptr);
  ASSERT_FALSE(verified);
  EXPECT_EQ(verified.error().code, Code::Conflict);
  EXPECT_NE(verified.error().text.en.find("ends at fact 3"), std::string::npos)
      << verified.error().text.en;
}

}  // namespace
}  // namespace lantoa::ledger
