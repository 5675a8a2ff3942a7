#include "app/sessions_to_read.h"

#include <gtest/gtest.h>

#include "kernel/testing_folder.h"
#include "platform/ledger/memory/testing.h"

namespace lantoa::app {
namespace {

constexpr Instant noon{1'620'795'600'000};

// Another process goes on writing: what it ends there must not live on here.
TEST(SessionsToRead, NobodyIsSignedInWhereTheLedgerHoldsMoreThanIsFolded) {
  const TestFolder folder;
  const std::filesystem::path file = folder.path() / "sessions.sqlite3";
  crypto::SystemRandom random;
  const auto writing = *session::open_sessions(file, random);
  const std::string token = *writing->start("account/3", noon, 0);
  ledger::WatchedStore store;
  ledger::Head folded;
  const auto reading = *open_sessions_to_read(file, store, [&] { return folded; }, random);
  EXPECT_TRUE(reading->find(token, noon).value().has_value());
  store.unreadable = true;
  EXPECT_FALSE(reading->find(token, noon).value().has_value()) << "nobody knows";
  store.unreadable = false;
  EXPECT_TRUE(reading->find(token, noon).value().has_value());

  ledger::Fact fact{.seq = 1, .at = noon, .actor = "account/1", .kind = "x", .subject = "y"};
  fact.chain = ledger::next_chain({}, fact);
  ASSERT_TRUE(store.append({.facts = {fact}}));
  EXPECT_FALSE(reading->find(token, noon).value().has_value());
  folded = *store.head();
  EXPECT_TRUE(reading->find(token, noon).value().has_value());
  folded = {};
  const std::string later = *writing->start("account/4", noon, 1);
  EXPECT_FALSE(reading->find(later, noon).value().has_value());
}

}  // namespace
}  // namespace lantoa::app
