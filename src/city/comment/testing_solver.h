// What a browser and a reader do with a form of comments, for tests.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "city/comment/puzzle.h"
#include "kernel/fact.h"
#include "platform/crypto/crypto.h"

namespace lantoa::city::comment {

inline std::string solve(const Guard::Puzzle& puzzle) {
  std::uint32_t number = 0;
  while (crypto::hex(crypto::sha256(puzzle.salt + std::to_string(number))) != puzzle.challenge) {
    ++number;
  }
  return crypto::base64(
      encode(Solution{"SHA-256", puzzle.challenge, number, puzzle.salt, puzzle.signature}));
}

// "bảy, không, hai, chín" -> "7029".
inline std::string digits_in(std::string_view words) {
  static constexpr std::array<std::string_view, 10> names = {"không", "một", "hai", "ba",  "bốn",
                                                             "năm",   "sáu", "bảy", "tám", "chín"};
  std::string out;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(", "), words.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (words.substr(0, end) == names.at(i)) out += static_cast<char>('0' + i);
    }
    words.remove_prefix(std::min(end + 2, words.size()));
  }
  return out;
}

}  // namespace lantoa::city::comment
