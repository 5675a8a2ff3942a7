// Reading takes time in proportion to the text, whatever it is made of: four times the text must
// not take sixteen times as long.
#include <algorithm>
#include <ctime>

#include "viet/article.h"
#include "viet/legal_text.h"

namespace lantoa::viet {
namespace {

constexpr std::size_t small_bytes = 64 * 1024;
constexpr double times_more = 4;
constexpr double times_longer_max = 10;
constexpr double shortest_told_apart = 0.02;  // seconds: below this the clock says little

std::string repeated(const std::string& part, std::size_t bytes) {
  std::string out = "NGHỊ QUYẾT\n\n";
  while (out.size() < bytes) out += part;
  return out;
}

template <class Read>
double seconds(Read read, const std::string& text) {
  const std::clock_t begin = std::clock();
  const auto found = read(text);
  EXPECT_TRUE(found.has_value() || found.error().code == Code::Invalid);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

class ReadingSpeed : public testing::TestWithParam<const char*> {};

TEST_P(ReadingSpeed, GrowsNoFasterThanTheText) {
  const std::string small = repeated(GetParam(), small_bytes);
  const std::string large =
      repeated(GetParam(), static_cast<std::size_t>(times_more) * small_bytes);
  const auto article = [](const std::string& text) { return read_article(text); };
  const auto legal = [](const std::string& text) { return read_legal_text(text); };
  EXPECT_LT(seconds(article, large),
            times_longer_max * std::max(seconds(article, small), shortest_told_apart));
  EXPECT_LT(seconds(legal, large),
            times_longer_max * std::max(seconds(legal, small), shortest_told_apart));
}

INSTANTIATE_TEST_SUITE_P(Shapes, ReadingSpeed,
                         testing::Values("a\n", "A\n", "Ạ\n\n", "1. A\n\n", "“a\n\n", "\"a\n\n",
                                         "  --- ---\n x\n", "  ---\n x\n\n", "| a | b |\n",
                                         "khoản 1, ", "10:10 1/1/2024 ",
                                         "Số 5/2024/QH15, ngày 1/2/2024\n\n",
                                         "Căn cứ số 5/KH-UBND\n", "PHỤ LỤC I\n\n1. A\n\na) B\n\n",
                                         "\\", "*"));

}  // namespace
}  // namespace lantoa::viet
