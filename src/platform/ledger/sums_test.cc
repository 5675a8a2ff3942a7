#include <gtest/gtest.h>

#include <fstream>

#include "kernel/testing_folder.h"
#include "platform/ledger/summed_folder.h"

namespace lantoa::ledger {
namespace {

void put(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

// A folder with two files and their list.
class SumsOfAFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(folder_ / "b");
    put(folder_ / "a", "one");
    put(folder_ / "b" / "c", "two");
    for (const char* file : {"a", "b/c"}) sums_[file] = *sum_of(folder_ / file);
    ASSERT_TRUE(write_sums(folder_, sums_));
  }

  bool is_whole() const {
    const auto read = read_sums(folder_);
    if (!read) return false;
    for (const auto& [name, sum] : *read) {
      if (sum_of(folder_ / name) != sum) return false;
    }
    return true;
  }

  TestFolder own_;
  const std::filesystem::path& folder_ = own_.path();
  Sums sums_;
};

TEST_F(SumsOfAFolder, AreReadAsTheyWereWritten) {
  EXPECT_EQ(read_sums(folder_), sums_);
  EXPECT_TRUE(is_whole());
}

TEST_F(SumsOfAFolder, EveryChangedBitOfTheListIsNoticed) {
  std::ifstream in(folder_ / sums_name);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    std::string changed = text;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    put(folder_ / sums_name, changed);
    EXPECT_FALSE(is_whole()) << "bit " << bit;
  }
}

TEST_F(SumsOfAFolder, AFileTooManyOrTooFewIsNamed) {
  put(folder_ / "spare", "x");
  EXPECT_NE(read_sums(folder_).error().text.en.find("spare"), std::string::npos);
  std::filesystem::remove(folder_ / "spare");
  std::filesystem::remove(folder_ / "b" / "c");
  EXPECT_NE(read_sums(folder_).error().text.en.find("b/c"), std::string::npos);
  std::filesystem::remove(folder_ / sums_name);
  EXPECT_EQ(read_sums(folder_).error().code, Code::NotFound);
}

TEST_F(SumsOfAFolder, ACopyHasTheSumOfItsBytesAndIsNobodyElses) {
  EXPECT_EQ(ledger::copy_file(folder_ / "a", folder_ / "copy"), sums_["a"]);
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(folder_ / "copy").permissions(), perms(0600));
  EXPECT_EQ(ledger::copy_file(folder_ / "a", folder_ / "copy").error().code, Code::Unavailable);
}

TEST_F(SumsOfAFolder, APathThatLeadsOutIsNone) {
  for (const char* path : {"../a", "/etc/passwd", "b/../a", "./a"}) {
    put(folder_ / sums_name, sums_["a"] + "  " + path + "\n");
    EXPECT_FALSE(read_sums(folder_)) << path;
  }
}

}  // namespace
}  // namespace lantoa::ledger
