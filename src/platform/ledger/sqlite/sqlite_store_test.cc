#include "platform/ledger/sqlite/sqlite_store.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <iterator>

#include "kernel/assert.h"
#include "kernel/testing_folder.h"
#include "platform/ledger/sqlite/database.h"
#include "platform/ledger/store_contract.h"
#include "platform/ledger/vault.h"
#include "platform/ledger/verify.h"

namespace lantoa::ledger {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

::mode_t mode_of(const std::filesystem::path& path) {
  struct stat about{};
  EXPECT_EQ(::stat(path.c_str(), &about), 0) << path;
  return about.st_mode & 0777;
}

class SqliteUnderTest : public StoreUnderTest {
 public:
  SqliteUnderTest() { open(); }
  Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    open();
  }

 private:
  void open() {
    auto opened = open_sqlite_store(folder_.path() / "ledger.db", Access::ReadWrite);
    ASSERT(opened.has_value());
    store_ = *std::move(opened);
  }

  TestFolder folder_;
  std::unique_ptr<Store> store_;
};

std::unique_ptr<StoreUnderTest> open_sqlite() { return std::make_unique<SqliteUnderTest>(); }

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, testing::Values(&open_sqlite));

class SqliteStore : public testing::Test {
 protected:
  Result<std::unique_ptr<Store>> open(Access access = Access::ReadWrite) {
    return open_sqlite_store(file_, access);
  }
  std::unique_ptr<Store> must_open(Access access = Access::ReadWrite) {
    auto store = open(access);
    ASSERT(store.has_value());
    return *std::move(store);
  }
  // Ten facts, then the file changed behind the store's back.
  void tamper(const std::string& sql) {
    ASSERT_TRUE(must_open()->append({.facts = facts_after({}, 10)}));
    const auto database = Database::open(file_, Database::Mode::Write);
    ASSERT_TRUE(database);
    const auto done = (*database)->run(sql);
    ASSERT_TRUE(done) << done.error().text.en;
  }
  std::string verdict(std::optional<Head> expected = std::nullopt) {
    const auto verified = verify(*must_open(Access::ReadOnly), expected, nullptr);
    return verified ? "right" : verified.error().text.en;
  }

  TestFolder folder_;
  std::filesystem::path file_ = folder_.path() / "data" / "ledger.db";
};

TEST_F(SqliteStore, FilesAreForTheirOwnerOnly) {
  const auto store = must_open();
  ASSERT_TRUE(store->append({.facts = facts_after({}, 1)}));
  EXPECT_EQ(mode_of(file_.parent_path()), 0700U);
  for (const char* suffix : {"", "-wal", "-shm", ".lock"}) {
    EXPECT_EQ(mode_of(file_.string() + suffix), 0600U) << suffix;
  }
}

TEST_F(SqliteStore, ASecondWriterIsRefusedByTheLockFile) {
  auto store = must_open();
  const auto second = open();
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Code::Unavailable);
  EXPECT_NE(second.error().text.vi.find(file_.string() + ".lock"), std::string::npos);
  EXPECT_NE(second.error().text.en.find(file_.string() + ".lock"), std::string::npos);
  store.reset();
  EXPECT_TRUE(open());
}

TEST_F(SqliteStore, AReaderSeesWhatAnotherOpenStoreAppends) {
  const auto writer = must_open();
  const auto reader = must_open(Access::ReadOnly);
  ASSERT_TRUE(writer->append({.facts = facts_after({}, 3)}));
  EXPECT_EQ(reader->head().value().seq, 3U);
  EXPECT_EQ(reader->append({.facts = facts_after(writer->head().value(), 1)}).error().code,
            Code::Unsupported);
  EXPECT_EQ(reader->forget_answers_before({1}).error().code, Code::Unsupported);
}

TEST_F(SqliteStore, ANewerSchemaIsOnlyRead) {
  tamper("UPDATE meta SET value = 2 WHERE name = 'schema'");
  const auto refused = open();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Unsupported);
  EXPECT_NE(refused.error().text.en.find(file_.string()), std::string::npos);
  EXPECT_EQ(must_open(Access::ReadOnly)->head().value().seq, 10U);
}

TEST_F(SqliteStore, AForeignFileIsRefusedAndLeftAlone) {
  std::filesystem::create_directories(file_.parent_path());
  ASSERT_TRUE((*Database::open(file_, Database::Mode::Write))->run("CREATE TABLE t(a)"));
  const std::string before = contents(file_);
  EXPECT_EQ(open().error().code, Code::Invalid);
  EXPECT_EQ(open(Access::ReadOnly).error().code, Code::Invalid);
  EXPECT_EQ(contents(file_), before);

  std::ofstream(file_) << std::string(5000, 'x');
  const auto damaged = open();
  EXPECT_EQ(damaged.error().code, Code::Unavailable);
  EXPECT_NE(damaged.error().text.en.find("damaged"), std::string::npos);
}

TEST_F(SqliteStore, NothingIsThereToRead) {
  EXPECT_EQ(open(Access::ReadOnly).error().code, Code::NotFound);
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(SqliteStore, WhatWasAppendedSurvivesAnEndWithoutClosing) {
  const auto store = must_open();
  ASSERT_TRUE(store->append({.facts = facts_after({}, 20), .answers = {{"k", "v"}}}));
  const std::filesystem::path copy = folder_.path() / "copy.db";
  std::filesystem::copy_file(file_, copy);
  std::filesystem::copy_file(file_.string() + "-wal", copy.string() + "-wal");
  const auto revived = open_sqlite_store(copy, Access::ReadWrite);
  ASSERT_TRUE(revived);
  EXPECT_EQ((*revived)->head().value(), store->head().value());
  EXPECT_EQ((*revived)->answer("k").value(), "v");
  ASSERT_TRUE((*revived)->append({.facts = facts_after((*revived)->head().value(), 1)}));
}

TEST_F(SqliteStore, TheLogIsCopiedBackBeforeItGrowsLong) {
  const auto store = must_open();
  Head head;
  for (int i = 0; i < 30; ++i) {
    const Fact fact = fact_after(head, "{\"t\":\"" + std::string(1'000'000, 'a') + "\"}");
    head = next_head(head, fact).value();
    ASSERT_TRUE(store->append({.facts = {fact}}));
  }
  EXPECT_LT(std::filesystem::file_size(file_.string() + "-wal"), 12'000'000U);
  EXPECT_EQ(read_all(*store, 0, 30).size(), 30U);
}

// Files may not grow for a while, as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(std::uintmax_t size_bytes) : old_handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    EXPECT_EQ(::getrlimit(RLIMIT_FSIZE, &old_), 0);
    ::rlimit small = old_;
    small.rlim_cur = size_bytes;
    EXPECT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, old_handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  void (*old_handler_)(int);
  ::rlimit old_{};
};

TEST_F(SqliteStore, AfterAFailedWriteItOnlyReadsUntilOpenedAnew) {
  auto store = must_open();
  ASSERT_TRUE(store->append({.facts = facts_after({}, 2), .answers = {{"k", "v"}}}));
  const Head before = store->head().value();
  const auto next = facts_after(before, 300);
  {
    const FullDisk full(std::filesystem::file_size(file_.string() + "-wal"));
    EXPECT_EQ(store->append({.facts = next}).error().code, Code::Unavailable);
  }
  const auto refused = store->append({.facts = next});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Unavailable);
  EXPECT_NE(refused.error().text.en.find("writing has stopped"), std::string::npos);
  EXPECT_FALSE(store->forget_answers_before({9000}));
  EXPECT_EQ(store->head().value(), before);
  EXPECT_EQ(read_all(*store, 0, 99).size(), 2U);
  EXPECT_EQ(store->answer("k").value(), "v");
  store.reset();
  store = must_open();
  EXPECT_EQ(store->head().value(), before);
  EXPECT_TRUE(store->append({.facts = next}));
}

TEST_F(SqliteStore, AConflictDoesNotStopWriting) {
  const auto store = must_open();
  ASSERT_TRUE(store->append({.answers = {{"k", "v"}}}));
  EXPECT_EQ(store->append({.answers = {{"k", "v"}}}).error().code, Code::Conflict);
  EXPECT_TRUE(store->append({.facts = facts_after({}, 1)}));
}

TEST_F(SqliteStore, AnErasedKeyIsInNoFileAnyMore) {
  const auto store = must_open();
  const std::string key(48, 'K');
  const std::string sealed(9000, 'S');
  ASSERT_TRUE(store->append({.vault_rows = {{"person/1", "blind-of-hong", key, sealed},
                                            {"person/2", "", "other", "other"}}}));
  ASSERT_NE((contents(file_) + contents(file_.string() + "-wal")).find(key), std::string::npos);
  ASSERT_TRUE(store->append({.facts = facts_after({}, 1), .vault_erasures = {"person/1"}}));
  const std::string left = contents(file_) + contents(file_.string() + "-wal");
  EXPECT_EQ(left.find(key), std::string::npos);
  EXPECT_EQ(left.find(std::string(500, 'S')), std::string::npos);
  EXPECT_EQ(left.find("blind-of-hong"), std::string::npos);
}

TEST_F(SqliteStore, SealsPersonsSoThatTheFileDoesNotNameThem) {
  const auto store = must_open();
  Vault vault(*store, MasterKey{1});
  ASSERT_TRUE(
      store->append({.vault_rows = {vault.seal("person/1", "Nguyễn Thị Hồng", "hong@x.vn")}}));
  const std::string bytes = contents(file_) + contents(file_.string() + "-wal");
  EXPECT_EQ(bytes.find("Hồng"), std::string::npos);
  EXPECT_EQ(bytes.find("hong@x.vn"), std::string::npos);
  EXPECT_EQ(vault.find("hong@x.vn").value()->text, "Nguyễn Thị Hồng");
}

TEST_F(SqliteStore, AnUntouchedLedgerIsVerified) {
  tamper("SELECT 1");
  const auto store = must_open();
  const Head head = store->head().value();
  std::vector<std::uint64_t> heard;
  const auto verified = verify(*store, head, [&](std::uint64_t seq) { heard.push_back(seq); });
  ASSERT_TRUE(verified) << verified.error().text.en;
  EXPECT_EQ(verified->facts, 10U);
  EXPECT_EQ(verified->chain, head.chain);
  EXPECT_EQ(heard.back(), 10U);
}

TEST_F(SqliteStore, AnEmptyLedgerIsVerified) {
  const auto store = must_open();
  EXPECT_EQ(verify(*store, std::nullopt, nullptr).value().facts, 0U);
  EXPECT_FALSE(verify(*store, Head{1, {}, {}}, nullptr));
}

class Tampered : public SqliteStore,
                 public testing::WithParamInterface<std::pair<std::string, std::string>> {};

TEST_P(Tampered, IsNamedWithItsSeq) {
  tamper(GetParam().first);
  EXPECT_NE(verdict().find(GetParam().second), std::string::npos) << verdict();
}

INSTANTIATE_TEST_SUITE_P(
    Sqlite, Tampered,
    testing::Values(
        std::pair{"UPDATE facts SET body = '{\"n\":99}' WHERE seq = 4",
                  "fact 4: its content was changed"},
        std::pair{"UPDATE facts SET actor = 'account/2' WHERE seq = 1", "fact 1: its content"},
        std::pair{"UPDATE facts SET at = at + 1 WHERE seq = 10", "fact 10: its content"},
        std::pair{"UPDATE facts SET chain = zeroblob(32) WHERE seq = 7", "fact 7: its content"},
        std::pair{"UPDATE facts SET chain = x'00' WHERE seq = 7", "fact 7: its content"},
        std::pair{"DELETE FROM facts WHERE seq = 5", "fact 5: this fact is missing"},
        std::pair{"DELETE FROM facts WHERE seq < 3", "fact 1: this fact is missing"},
        std::pair{"UPDATE facts SET seq = CASE seq WHEN 3 THEN -4 ELSE -3 END WHERE seq IN (3, 4);"
                  "UPDATE facts SET seq = -seq WHERE seq < 0",
                  "fact 3: its content"},
        std::pair{"INSERT INTO facts SELECT 11, at, actor, kind, subject, body, chain FROM facts "
                  "WHERE seq = 10",
                  "fact 11: its content"}));

TEST_F(SqliteStore, ACutTailShowsAgainstACheckpointOnly) {
  const auto facts = facts_after({}, 10);
  const Head checkpoint{10, facts[9].chain, facts[9].at};
  tamper("DELETE FROM facts WHERE seq > 8");
  EXPECT_EQ(verdict(), "right");
  EXPECT_NE(verdict(checkpoint).find("the facts from 9 on are missing"), std::string::npos);
  EXPECT_EQ(verdict(Head{8, facts[7].chain, facts[7].at}), "right");
  EXPECT_EQ(verdict(Head{5, facts[4].chain, facts[4].at}), "right");
}

TEST_F(SqliteStore, ARewrittenHistoryShowsAgainstACheckpoint) {
  const auto facts = facts_after({}, 10, 2000);
  ASSERT_TRUE(must_open()->append({.facts = facts_after({}, 10, 1000)}));
  EXPECT_NE(verdict(Head{6, facts[5].chain, facts[5].at}).find("fact 6: history up to it"),
            std::string::npos);
}

}  // namespace
}  // namespace lantoa::ledger
