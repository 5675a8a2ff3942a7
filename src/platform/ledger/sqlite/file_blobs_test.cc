#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

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

TEST_F(FileBlobs, APlaceThatCannotHoldThemIsNamed) {
  std::ofstream(folder_ / "file") << "x";
  const auto opened = open_file_blobs(folder_ / "file" / "blobs", Access::ReadWrite);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Code::Unavailable);
  EXPECT_NE(opened.error().text.en.find((folder_ / "file").string()), std::string::npos);
}

}  // namespace
}  // namespace lantoa::ledger
