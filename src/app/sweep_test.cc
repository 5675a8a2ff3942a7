// Sweeping never takes what a fact names, whatever kind the fact is of and however old its bytes.
#include "app/sweep.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <random>
#include <set>

#include "app/backup.h"
#include "app/backup_parts.h"
#include "app/house.h"
#include "city/content/facts.h"
#include "city/law/facts.h"
#include "city/plan/facts.h"
#include "kernel/fact.h"
#include "kernel/testing_folder.h"
#include "platform/ledger/sqlite/snapshot.h"
#include "platform/ledger/sqlite/sqlite_store.h"

namespace lantoa::app {
namespace {

constexpr Instant swept_at{1'700'000'000'000};

class Sweeping : public ::testing::Test {
 protected:
  Sweeping() {
    auto blobs = ledger::open_file_blobs(data_ / "blobs", ledger::Access::ReadWrite);
    auto store =
        ledger::open_sqlite_store(data_ / backup_parts::ledger_name, ledger::Access::ReadWrite);
    EXPECT_TRUE(blobs && store);
    blobs_ = *std::move(blobs);
    store_ = *std::move(store);
  }

  // Put so many days before the sweep.
  std::string put(const std::string& bytes, std::int64_t days) {
    const std::string address = blobs_->put(bytes).value();
    const std::int64_t seconds = swept_at.ms / 1'000 - days * (day_ms / 1'000);
    const timespec both[] = {{seconds, 0}, {seconds, 0}};
    EXPECT_EQ(::utimensat(AT_FDCWD, path_of(address).c_str(), both, 0), 0);
    return address;
  }

  void append(std::string kind, std::string body) {
    ledger::Head head = store_->head().value();
    ledger::Fact fact{head.seq + 1, {1'600'000'000'000}, "courier/test", std::move(kind),
                      "test",       std::move(body)};
    fact.chain = ledger::next_chain(head.chain, fact);
    ledger::Batch batch;
    batch.facts.push_back(std::move(fact));
    ASSERT_TRUE(store_->append(batch));
  }
  template <class Fact>
  void append(const Fact& fact) {
    append(std::string(Fact::kind), encode(fact));
  }

  std::filesystem::path path_of(const std::string& address) const {
    return data_ / "blobs" / address.substr(0, 2) / address.substr(2, 2) / address;
  }
  bool is_there(const std::string& address) const { return blobs_->get(address).has_value(); }
  Result<Swept> sweep(std::uint32_t days = 30, bool dry_run = false) const {
    return sweep_blobs({data_, days, dry_run}, swept_at);
  }

  TestFolder own_;
  const std::filesystem::path data_ = own_.path() / "data";
  std::unique_ptr<ledger::Blobs> blobs_;
  std::unique_ptr<ledger::Store> store_;
};

TEST_F(Sweeping, TakesWhatIsOldAndNamedByNobody) {
  const std::string orphan = put("an orphan", 31);
  const std::string young = put("a form that is open", 29);
  const std::string large = put("large", 400);
  const std::string small = put("small", 400);
  append(city::content::ImageAdded{
      city::ImageNo{1}, city::ArticleNo{1}, large, small, 16, 16, "Hai màu", {}});
  const Swept looked = sweep(30, true).value();
  EXPECT_EQ(looked.removed, (SweptAmount{1, 9}));
  EXPECT_TRUE(is_there(orphan)) << "only counted";

  const Swept swept = sweep().value();
  EXPECT_EQ(swept.all.count, 4U);
  EXPECT_EQ(swept.young.count, 1U);
  EXPECT_EQ(swept.named, (SweptAmount{2, 10}));
  EXPECT_EQ(swept.removed, (SweptAmount{1, 9}));
  EXPECT_EQ(swept.put.count, 0U);
  EXPECT_FALSE(is_there(orphan));
  EXPECT_TRUE(is_there(young) && is_there(large) && is_there(small));
  EXPECT_EQ(sweep().value().removed.count, 0U);
}

TEST_F(Sweeping, NeverTakesWhatIsNamed) {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    std::mt19937 random(seed);
    std::set<std::string> kept;
    std::set<std::string> gone;
    for (int i = 0; i < 24; ++i) {
      const std::string bytes = std::to_string(seed) + "/" + std::to_string(i);
      const auto days = static_cast<std::int64_t>(random() % 40);
      const std::string address = put(bytes, days);
      switch (random() % 6) {
        case 0:
          append(city::law::TextProposed{city::DocumentNo{1}, 1, address, 1, "Công báo mẫu", {}});
          break;
        case 1:
          append(city::plan::SignedCopyAttached{city::PlanNo{1}, address, 3, city::PersonNo{1}});
          break;
        case 2:  // of a version that is newer than this one
          append("future.recorded", "{\"sounds\":[{\"at\":\"" + address + "\"}]}");
          break;
        case 3:
          append("future.noted", "{\"text\":\"/tep/" + address + ".mp3\"}");
          break;
        default:
          (days > 30 ? gone : kept).insert(address);
          continue;
      }
      kept.insert(address);
    }
    const Swept swept = sweep().value();
    for (const std::string& address : kept) EXPECT_TRUE(is_there(address)) << seed;
    for (const std::string& address : gone) EXPECT_FALSE(is_there(address)) << seed;
    EXPECT_EQ(swept.removed.count, gone.size());
    EXPECT_EQ(swept.all.count, swept.young.count + swept.named.count + swept.removed.count);
  }
}

// The same bytes sent once more while nobody knows of it.
TEST_F(Sweeping, LeavesWhatIsPutAgain) {
  const std::string address = put("sent again", 100);
  ASSERT_TRUE(blobs_->put("sent again"));
  EXPECT_EQ(sweep_blobs({data_, 1, false}, swept_at).value().removed.count, 0U);
  EXPECT_TRUE(is_there(address));
}

TEST_F(Sweeping, OfAWrongLedgerRemovesNothing) {
  constexpr Instant much_later{4'000'000'000'000};
  const std::string orphan = put("an orphan", 100);
  append("future.recorded", "{}");
  append("future.recorded", "{\"a\":1}");
  const std::filesystem::path copy = own_.path() / "copy";
  std::filesystem::create_directories(copy);
  const std::filesystem::path file = copy / backup_parts::ledger_name;
  ASSERT_TRUE(ledger::copy_sqlite_ledger(data_ / backup_parts::ledger_name, file));
  std::filesystem::copy(data_ / "blobs", copy / "blobs", std::filesystem::copy_options::recursive);
  const SweepOptions options{copy, 30, true};
  EXPECT_EQ(sweep_blobs(options, much_later).value().removed.count, 1U);
  {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(bytes), {}};
    const std::size_t at = all.find("{\"a\":1}");
    ASSERT_NE(at, std::string::npos);
    bytes.clear();
    bytes.seekp(static_cast<std::streamoff>(at));
    bytes << "{\"a\":2}";
  }
  const auto swept = sweep_blobs({copy, 30, false}, much_later);
  ASSERT_FALSE(swept);
  EXPECT_EQ(swept.error().field, ledger::wrong_ledger);
  EXPECT_NE(swept.error().text.en.find("No content was removed."), std::string::npos);
  EXPECT_TRUE(
      std::filesystem::exists(copy / "blobs" / orphan.substr(0, 2) / orphan.substr(2, 2) / orphan));
}

TEST_F(Sweeping, OfALedgerWithoutFactsRemovesNothing) {
  const std::string left = put("of a ledger that was lost", 100);
  EXPECT_EQ(sweep().error().field, ledger::wrong_ledger);
  EXPECT_TRUE(is_there(left));
}

TEST_F(Sweeping, NeedsALedgerAndADayAtLeast) {
  EXPECT_EQ(sweep(0).error().code, Code::Invalid);
  EXPECT_EQ(sweep(sweep_days_max + 1).error().code, Code::Invalid);
  EXPECT_FALSE(sweep_blobs({own_.path() / "nothing", 30, false}, swept_at));
  std::filesystem::remove_all(data_ / "blobs");
  EXPECT_EQ(sweep().value().all.count, 0U);
}

// What nobody names is in a backup as well, and is new again where that is restored.
TEST_F(Sweeping, ABackupHoldsWhatItFoundAndARestoredFolderCountsAnew) {
  const std::string orphan = put("an orphan", 100);
  append("future.recorded", "{}");
  store_.reset();
  const auto made = make_backup(data_, own_.path() / "backup", false);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->manifest.blobs, 1U);
  ASSERT_TRUE(sweep());
  EXPECT_FALSE(is_there(orphan));
  RestoreOptions options;
  options.from = own_.path() / "backup";
  options.to = own_.path() / "restored";
  ASSERT_TRUE(restore_backup(options));
  SystemClock clock;
  const Swept swept = sweep_blobs({options.to, 1, false}, clock.now()).value();
  EXPECT_EQ(swept.young.count, 1U);
  EXPECT_EQ(swept.removed.count, 0U);
}

}  // namespace
}  // namespace lantoa::app
