// Runs a fuzzer's saved inputs through it, so that what was once found stays found wherever the
// tests run. Built once for each *_fuzz.cc; a fuzzer that meets a fault ends the process.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t inputs_max = 200;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Corpus, EveryInputRuns) {
  const std::filesystem::path folder = std::filesystem::path(LANTOA_SOURCE_DIR) / LANTOA_CORPUS;
  ASSERT_TRUE(std::filesystem::is_directory(folder)) << folder << ": ./run fuzz fills it";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::size_t ran = 0;
  for (const auto& file : files) {
    SCOPED_TRACE(file);
    const std::string input = bytes_of(file);
    EXPECT_EQ(
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()),
        0);
    ++ran;
  }
  RecordProperty("inputs", static_cast<int>(ran));
  EXPECT_GE(ran, 1U) << LANTOA_CORPUS << " is empty";
  EXPECT_LE(ran, inputs_max) << LANTOA_CORPUS << " is to be minimised: ./run fuzz --keep";
}

}  // namespace
