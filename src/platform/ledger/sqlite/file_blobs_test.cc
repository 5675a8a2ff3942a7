#include "platform/ledger/sqlite/file_blobs.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "kernel/testing_folder.h"
#include "platform/ledger/sqlite/sqlite_store.h"

namespace lantoa::ledger {
namespace {

class FileBlobs : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = open_file_blobs(folder_ / "blobs", Access::ReadWrite);
    ASSERT_TRUE(opened);
    blobs_ = *std::move(opened);
  }

  std::size_t files() const {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
      count += entry.is_regular_file() ? 1 : 0;
    }
    return count;
  }

  const std::string abc_ = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  TestFolder own_;
  const std::filesystem::path& folder_ = own_.path();
  std::unique_ptr<Blobs> blobs_;
};

TEST_F(FileBlobs, KeepsBytesOnceUnderTheirHash) {
  EXPECT_EQ(blobs_->put("abc").value(), abc_);
  EXPECT_EQ(blobs_->put("abc").value(), abc_);
  EXPECT_EQ(files(), 1U);
  const auto path = folder_ / "blobs" / "ba" / "78" / abc_;
  EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms(0600));
  EXPECT_EQ(std::filesystem::status(path.parent_path()).permissions(),
            std::filesystem::perms(0700));
  EXPECT_EQ(blobs_->get(abc_).value(), "abc");
  EXPECT_EQ((*open_file_blobs(folder_ / "blobs", Access::ReadWrite))->get(abc_).value(), "abc");
}

TEST_F(FileBlobs, KeepsEmptyAndBinaryAndLargeBytes) {
  for (const std::string& bytes :
       {std::string(), std::string("\0\xff\n", 3), std::string(1'000'000, 'x')}) {
    EXPECT_EQ(blobs_->get(blobs_->put(bytes).value()).value(), bytes);
  }
}

TEST_F(FileBlobs, FindsNothingUnderAnotherAddress) {
  for (const std::string& address :
       {std::string(64, 'a'), std::string(), std::string("../../etc/passwd"), std::string(63, 'a'),
        std::string(64, 'A'), abc_ + "/x"}) {
    EXPECT_EQ(blobs_->get(address).error().code, Code::NotFound) << address;
  }
}

TEST_F(FileBlobs, DamagedBytesAreNotServedAndAreHealedByTheNextPut) {
  ASSERT_TRUE(blobs_->put("abc"));
  std::ofstream(folder_ / "blobs" / "ba" / "78" / abc_) << "abd";
  EXPECT_EQ(blobs_->get(abc_).error().code, Code::Unavailable);
  ASSERT_TRUE(blobs_->put("abc"));
  EXPECT_EQ(blobs_->get(abc_).value(), "abc");
}

// As if its bytes had been put then.
void put_back_to(const std::filesystem::path& file, Instant at) {
  const timespec time{at.ms / 1'000, at.ms % 1'000 * 1'000'000};
  const timespec both[] = {time, time};
  ASSERT_EQ(::utimensat(AT_FDCWD, file.c_str(), both, 0), 0);
}

TEST_F(FileBlobs, AreRemovedByTheirAgeAndNotWhenPutAgain) {
  const auto place = folder_ / "blobs";
  const auto path = place / "ba" / "78" / abc_;
  constexpr Instant long_ago{1'600'000'000'000};
  constexpr Instant later{long_ago.ms + 1};
  ASSERT_TRUE(blobs_->put("abc"));
  put_back_to(path, long_ago);
  std::vector<BlobFile> seen;
  const auto look = [&](const BlobFile& one) -> Result<void> {
    seen.push_back(one);
    return {};
  };
  std::ofstream(place / "ba" / "not-one") << "x";
  ASSERT_TRUE(each_blob_file(place, look));
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].address, abc_);
  EXPECT_EQ(seen[0].put, long_ago);
  EXPECT_EQ(seen[0].bytes, 3U);

  EXPECT_FALSE(remove_blob_file(place, abc_, long_ago).value()) << "not before then";
  EXPECT_FALSE(remove_blob_file(place, "../" + abc_, later).value());
  EXPECT_FALSE(remove_blob_file(place, std::string(64, 'a'), later).value());
  ASSERT_TRUE(blobs_->put("abc"));
  EXPECT_FALSE(remove_blob_file(place, abc_, later).value()) << "put again";
  EXPECT_EQ(blobs_->get(abc_).value(), "abc");
  put_back_to(path, long_ago);
  EXPECT_TRUE(remove_blob_file(place, abc_, later).value());
  EXPECT_EQ(blobs_->get(abc_).error().code, Code::NotFound);
  EXPECT_EQ(blobs_->put("abc").value(), abc_);
  EXPECT_EQ(blobs_->get(abc_).value(), "abc");
}

// Whoever has put bytes has them, whatever is removed at the same moment.
TEST_F(FileBlobs, WhatWasPutIsThereWhileOthersRemove) {
  const auto place = folder_ / "blobs";
  constexpr Instant long_ago{1'600'000'000'000};
  constexpr int rounds = 100;
  std::atomic<bool> done = false;
  std::thread remover([&] {
    while (!done) {
      const auto removed = remove_blob_file(place, abc_, {long_ago.ms + 1});
      ASSERT_TRUE(removed);
    }
  });
  for (int i = 0; i < rounds; ++i) {
    EXPECT_TRUE(blobs_->put("abc"));
    EXPECT_TRUE(blobs_->get(abc_)) << i;
    put_back_to(place / "ba" / "78" / abc_, long_ago);
  }
  done = true;
  remover.join();
}

TEST_F(FileBlobs, APlaceThatCannotHoldThemIsNamed) {
  std::ofstream(folder_ / "file") << "x";
  const auto opened = open_file_blobs(folder_ / "file" / "blobs", Access::ReadWrite);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::Unavailable);
  EXPECT_NE(opened.error().text.en.find((folder_ / "file").string()), std::string::npos);
}

}  // namespace
}  // namespace lantoa::ledger
