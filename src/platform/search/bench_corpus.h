// For this folder's benchmarks and those of what stands on it: texts as long and as varied as
// articles, the same in every run.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lantoa::search {

// A few syllables stand for much of a text, most for little: as rank goes up, frequency goes down.
class BenchWriter {
 public:
  std::string word() {
    constexpr std::size_t vocabulary = 3'000;
    const double x = static_cast<double>(next() % 1'000'000) / 1'000'000;
    const auto rank = static_cast<std::size_t>(static_cast<double>(vocabulary) * x * x * x);
    static constexpr const char* heads[] = {"đ", "ph", "kh", "ch", "t", "l", "th", "ng", "qu", "m"};
    static constexpr const char* tails[] = {"ất", "ường", "òa",  "ính", "uyền",
                                            "ối", "ĩ",    "ạch", "àn",  "ầu"};
    return std::string(heads[rank % 10]) + tails[rank / 10 % 10] +
           (rank >= 100 ? std::to_string(rank / 100) : "");
  }
  std::string text(std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) out += (i == 0 ? "" : " ") + word();
    return out;
  }

 private:
  std::uint64_t next() {
    state_ = state_ * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
    return state_ >> 33;
  }
  std::uint64_t state_ = 1;
};

// Words that stand together in one of the texts, from another one each time.
class BenchQueries {
 public:
  std::string next(const std::vector<std::string>& texts, std::size_t words) {
    const std::string& text = texts[(asked_ += 7) % texts.size()];
    const std::size_t at = text.find(' ', asked_ % 1'000) + 1;
    std::size_t end = at;
    for (std::size_t i = 0; i < words; ++i) end = text.find(' ', end + 1);
    return text.substr(at, end - at);
  }

 private:
  std::size_t asked_ = 0;
};

}  // namespace lantoa::search
