// What a browser and a reader do with a form of comments, for tests.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "city/comment/puzzle.h"
#include "kernel/fact.h"
#include "platform/crypto/crypto.h"

namespace lantoa::city::comment {

inline std::string solve(const Guard::Puzzle& puzzle) {
  const std::string wanted = *crypto::unhex(puzzle.challenge);
  const auto fits = [&](std::uint32_t number) {
    const crypto::Digest digest = crypto::sha256(puzzle.salt + std::to_string(number));
    return std::equal(digest.begin(), digest.end(), wanted.begin(), wanted.end(),
                      [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
  };
  std::uint32_t number = 0;
  while (!fits(number)) ++number;
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
