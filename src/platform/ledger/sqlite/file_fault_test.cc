// System calls fail under what writes files: blobs, the key file, and the store on the operating
// system's own files with its lock, its folders and the settling of its log. Each call fails once
// and from then on; every failure is named, nothing half is left, and a second try succeeds.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <iostream>
#include <thread>

#include "kernel/assert.h"
#include "platform/ledger/key_file.h"
#include "platform/ledger/sqlite/sqlite_store.h"
#include "platform/ledger/sqlite/testing_calls.h"
#include "platform/ledger/sqlite/testing_history.h"
#include "platform/ledger/verify.h"

namespace lantoa::ledger {
namespace {

struct Failure {
  SystemCall call;
  int error;
};

constexpr Failure failures[] = {{SystemCall::Open, EMFILE},       {SystemCall::Open, ENOSPC},
                                {SystemCall::Write, ENOSPC},      {SystemCall::Write, EIO},
                                {SystemCall::Sync, EIO},          {SystemCall::Rename, ENOSPC},
                                {SystemCall::MakeFolder, ENOSPC}, {SystemCall::Read, EIO}};

class FileFault : public testing::Test {
 protected:
  void SetUp() override {
    // Whether the disk is slow to sync does not matter here.
    const bool has_memory = std::filesystem::is_directory("/dev/shm");
    std::string name =
        (has_memory ? std::string("/dev/shm/") : testing::TempDir()) + "lantoa_fault_XXXXXX";
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // Calls `trial` in a folder of its own with each call failing, until none is reached any more.
  using Trial = std::function<void(const std::filesystem::path&)>;
  void with_each(const Trial& before, const Trial& trial, const Trial& after) {
    int trials = 0;
    for (const Failure& failure : failures) {
      for (const bool lasting : {false, true}) {
        for (std::uint64_t ordinal = 1;; ++ordinal) {
          SCOPED_TRACE(std::string(name_of(failure.call)) + " " + std::to_string(ordinal) +
                       (lasting ? " and after" : ""));
          const auto place = folder_ / std::to_string(++trials);
          before(place);
          bool reached = false;
          {
            FailingCall failing(failure.call, ordinal, failure.error, lasting);
            trial(place);
            reached = failing.has_failed();
          }
          after(place);
          if (!reached || HasFailure()) break;
        }
      }
    }
    std::cout << trials << " trials\n";
  }

  std::filesystem::path folder_;
};

void expect_named(const Problem& problem, const std::filesystem::path& place) {
  EXPECT_EQ(problem.code, Code::Unavailable) << problem.text.en;
  // The folder that holds it may be what could not be synced.
  const std::string name = place.parent_path().string();
  EXPECT_NE(problem.text.vi.find(name), std::string::npos) << problem.text.vi;
}

std::size_t files_in(const std::filesystem::path& place) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(place)) {
    count += entry.is_regular_file() ? 1 : 0;
  }
  return count;
}

TEST_F(FileFault, ABlobIsWholeOrNotThere) {
  const std::string bytes(100'000, 'b');
  with_each([](const auto&) {},
            [&](const auto& place) {
              auto blobs = open_file_blobs(place, Access::ReadWrite);
              if (!blobs) return expect_named(blobs.error(), place);
              const auto put = (*blobs)->put(bytes);
              if (!put) return expect_named(put.error(), place);
              const auto got = (*blobs)->get(*put);
              if (!got) return expect_named(got.error(), place);
              EXPECT_EQ(*got, bytes);
            },
            [&](const auto& place) {
              const auto blobs = open_file_blobs(place, Access::ReadWrite);
              ASSERT_TRUE(blobs);
              const auto put = (*blobs)->put(bytes);
              ASSERT_TRUE(put);
              EXPECT_EQ((*blobs)->get(*put).value(), bytes);
              EXPECT_EQ(files_in(place), 1U) << "something half is left";
            });
}

// A key that was not handed out may lie there whole; half of one must not.
TEST_F(FileFault, AKeyFileIsWholeOrNotThere) {
  with_each([](const auto&) {},
            [&](const auto& place) {
              const auto key = create_key_file(place / "key");
              if (!key) return expect_named(key.error(), place);
              const auto again = read_key_file(place / "key", {});
              EXPECT_TRUE(!again || *again == *key);
            },
            [&](const auto& place) {
              if (std::filesystem::exists(place / "key")) {
                EXPECT_TRUE(read_key_file(place / "key", {}));
              } else {
                EXPECT_TRUE(create_key_file(place / "key"));
              }
            });
}

// What a kill leaves: a ledger of which something lies in the log only.
void leave_a_log(const std::filesystem::path& place, const Script& script) {
  const auto store = *open_sqlite_store(place / "open.db", Access::ReadWrite);
  for (const Step& step : script.steps) ASSERT_TRUE(store->append(step.batch));
  std::filesystem::copy_file(place / "open.db", place / "ledger.db");
  std::filesystem::copy_file(place / "open.db-wal", place / "ledger.db-wal");
}

TEST_F(FileFault, AStoreOnFilesLosesNothing) {
  const Script script = make_script(4);
  Content acknowledged;
  with_each([&](const auto& place) { leave_a_log(place, script); },
            [&](const auto& place) {
              acknowledged = script.contents.back();
              const auto store = open_sqlite_store(place / "ledger.db", Access::ReadWrite);
              if (!store) return expect_named(store.error(), place);
              for (int i = 0; i < 3; ++i) {
                const Script next = next_step(acknowledged);
                const auto done = (*store)->append(next.steps[0].batch);
                if (done) {
                  acknowledged = next.contents[1];
                  continue;
                }
                EXPECT_EQ(done.error().code, Code::Unavailable) << done.error().text.en;
                // A step that failed may be there whole after all.
                if (!(*store)->reopen()) return;
                const auto head = (*store)->head();
                if (!head) return;
                if (*head == next.contents[1].head()) acknowledged = next.contents[1];
              }
            },
            [&](const auto& place) {
              const auto store = open_sqlite_store(place / "ledger.db", Access::ReadWrite);
              ASSERT_TRUE(store) << store.error().text.en;
              EXPECT_TRUE(verify(**store, acknowledged.head(), nullptr));
              if ((*store)->head() == acknowledged.head()) {
                EXPECT_TRUE((*store)->append(next_step(acknowledged).steps[0].batch));
              }
            });
}

// After a failed sync every reading connection is closed for a moment; who reads waits and is never
// refused.
TEST_F(FileFault, ReadersGoOnWhileTheStoreIsOpenedAnew) {
  const auto store = *open_sqlite_store(folder_ / "ledger.db", Access::ReadWrite);
  Content content;
  std::atomic<bool> is_over = false;
  std::atomic<int> reads = 0;
  std::atomic<int> refusals = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 3; ++i) {
    readers.emplace_back([&] {
      while (!is_over) {
        refusals += verify(*store, std::nullopt, nullptr) ? 0 : 1;
        ++reads;
      }
    });
  }
  for (int i = 0; i < 20; ++i) {
    const Script next = next_step(content);
    {
      const FailingCall failing(SystemCall::Sync, 1, EIO, false);
      EXPECT_FALSE(store->append(next.steps[0].batch));
    }
    const auto opened = store->reopen();
    ASSERT_TRUE(opened) << opened.error().text.en;
    // Whether the step is there is known now.
    if (store->head() != next.contents[1].head()) {
      EXPECT_TRUE(store->append(next.steps[0].batch));
    }
    content = next.contents[1];
  }
  is_over = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(refusals, 0);
  EXPECT_GT(reads, 0);
  EXPECT_TRUE(verify(*store, content.head(), nullptr));
}

}  // namespace
}  // namespace lantoa::ledger
