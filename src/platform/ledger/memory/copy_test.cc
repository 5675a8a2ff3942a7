#include "platform/ledger/copy.h"

#include <gtest/gtest.h>

#include <vector>

#include "platform/ledger/memory/memory_store.h"

namespace lantoa::ledger {
namespace {

// `count` facts that continue `head`, all recorded at one time.
std::vector<Fact> facts_after(Head head, std::size_t count, std::int64_t at_ms) {
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < count; ++i) {
    Fact fact{head.seq + 1, {at_ms}, "account/1", "test.happened", "thing/1", "{}", {}};
    fact.chain = next_chain(head.chain, fact);
    head = next_head(head, fact).value();
    facts.push_back(std::move(fact));
  }
  return facts;
}

std::vector<Fact> read_all(Store& store) {
  std::vector<Fact> out;
  EXPECT_TRUE(store.read(0, UINT64_MAX, [&](const Fact& fact) -> Result<void> {
    out.push_back(fact);
    return {};
  }));
  return out;
}

class Copying : public testing::Test {
 protected:
  Copying() {
    EXPECT_TRUE(
        from_->append({.facts = facts_after({}, 1500, 1000),
                       .vault_rows = {{"person/1", "b1", "k1", "s1"}, {"person/2", "", "k2", "s2"}},
                       .answers = {{"old", "one"}}}));
    EXPECT_TRUE(from_->append({.facts = facts_after(from_->head().value(), 1500, 9000),
                               .vault_erasures = {"person/2"},
                               .answers = {{"new", "two"}}}));
    EXPECT_TRUE(from_blobs_->put("abc"));
  }

  std::unique_ptr<Store> from_ = make_memory_store();
  std::unique_ptr<Blobs> from_blobs_ = make_memory_blobs();
  std::unique_ptr<Store> to_ = make_memory_store();
  std::unique_ptr<Blobs> to_blobs_ = make_memory_blobs();
};

TEST_F(Copying, GivesTheSameLedger) {
  const auto copied = copy_ledger({*from_, *from_blobs_}, {*to_, *to_blobs_}, [](std::uint64_t) {});
  ASSERT_TRUE(copied) << copied.error().text.en;
  EXPECT_EQ(copied->head, from_->head().value());
  EXPECT_EQ(copied->vault_rows, 2U);
  EXPECT_EQ(copied->answers, 2U);
  EXPECT_EQ(copied->blobs, 1U);
  EXPECT_EQ(read_all(*to_), read_all(*from_));
  EXPECT_EQ(to_->vault_row_by_blind("b1").value()->sealed, "s1");
  EXPECT_EQ(to_->vault_row("person/2").value(), (VaultRow{"person/2", "", "", ""}));
  EXPECT_FALSE(to_->append({.vault_rows = {{"person/2", "", "k", "s"}}})) << "erased for good";
  ASSERT_TRUE(to_->forget_answers_before({9000}));
  EXPECT_EQ(to_->answer("old").value(), std::nullopt);
  EXPECT_EQ(to_->answer("new").value(), "two");
}

TEST_F(Copying, OneThatIsWrittenMeanwhileIsNotCopied) {
  bool written = false;
  const auto copied = copy_ledger({*from_, *from_blobs_}, {*to_, *to_blobs_}, [&](std::uint64_t) {
    if (written) return;
    written = true;
    EXPECT_TRUE(from_->append({.vault_rows = {{"person/3", "", "k", "s"}}}));
  });
  ASSERT_FALSE(copied);
  EXPECT_EQ(copied.error().code, Code::Conflict);
}

// What a disk says that it keeps and does not.
class Forgetful : public Blobs {
 public:
  Forgetful(Blobs& blobs, std::string kept) : blobs_(blobs), kept_(std::move(kept)) {}
  Result<std::string> put(std::string_view bytes) override { return blobs_.put(bytes); }
  Result<std::string> get(std::string_view) override {
    return kept_.empty() ? blobs_.get(std::string(64, '0')) : Result<std::string>(kept_);
  }
  Result<void> each(const VisitAddress& visit) override { return blobs_.each(visit); }

 private:
  Blobs& blobs_;
  std::string kept_;
};

TEST_F(Copying, ContentsAreReadBackAndCompared) {
  for (const char* kept : {"", "abd"}) {
    const auto store = make_memory_store();
    Forgetful forgetful(*to_blobs_, kept);
    const auto copied =
        copy_ledger({*from_, *from_blobs_}, {*store, forgetful}, [](std::uint64_t) {});
    ASSERT_FALSE(copied) << kept;
    EXPECT_EQ(copied.error().code, Code::Unavailable);
  }
}

TEST_F(Copying, AnEmptyLedgerIsCopiedToo) {
  const auto empty = make_memory_store();
  const auto copied = copy_ledger({*empty, *from_blobs_}, {*to_, *to_blobs_}, [](std::uint64_t) {});
  ASSERT_TRUE(copied) << copied.error().text.en;
  EXPECT_EQ(copied->head, Head{});
}

}  // namespace
}  // namespace lantoa::ledger
