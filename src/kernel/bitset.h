// Bitset: a growing set of dense numbers (persons) as plain 64-bit words. Reading past the end is
// false; setting grows. Used for who should know and who does, so counting is popcount.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lantoa {

class Bitset {
 public:
  bool test(std::uint32_t n) const {
    const std::size_t word = n / 64;
    return word < words_.size() && (words_[word] >> (n % 64) & 1U) != 0;
  }

  // True when the bit was not set before.
  bool set(std::uint32_t n) {
    const std::size_t word = n / 64;
    if (word >= words_.size()) words_.resize(word + 1 + words_.size() / 2);
    const std::uint64_t mask = std::uint64_t{1} << (n % 64);
    const bool fresh = (words_[word] & mask) == 0;
    words_[word] |= mask;
    return fresh;
  }

  // True when the bit was set before.
  bool reset(std::uint32_t n) {
    if (!test(n)) return false;
    words_[n / 64] &= ~(std::uint64_t{1} << (n % 64));
    return true;
  }

  Bitset& operator|=(const Bitset& other) {
    if (words_.size() < other.words_.size()) words_.resize(other.words_.size());
    for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }

  // The numbers 64 * i to 64 * i + 63 as bits, the lowest first.
  std::uint64_t word(std::size_t i) const { return i < words_.size() ? words_[i] : 0; }

  // How many are in both.
  std::uint32_t count_with(const Bitset& other) const {
    std::uint32_t total = 0;
    for (std::size_t i = 0; i < std::min(words_.size(), other.words_.size()); ++i)
      total += static_cast<std::uint32_t>(std::popcount(words_[i] & other.words_[i]));
    return total;
  }

  std::uint32_t count() const {
    std::uint32_t total = 0;
    for (const std::uint64_t word : words_)
      total += static_cast<std::uint32_t>(std::popcount(word));
    return total;
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace lantoa
