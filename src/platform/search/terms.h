// How words and keys are spelled as terms, and where the words of an entry stand. Internal to
// search.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lantoa::search {

constexpr std::size_t term_bytes_max = 200;

inline std::string term(char prefix, std::string_view text) {
  std::string out(1, prefix);
  out += text.substr(0, term_bytes_max);
  return out;
}

constexpr char anywhere = 'F';   // folded words, in title, text and also; with places
constexpr char in_title = 'T';   // folded words of the title; with places
constexpr char as_marked = 'M';  // words with their marks, where they have any
constexpr char by_key = 'K';

// Places of words: those of the title from 1, then with a gap those of the text, then of `also`.
constexpr std::uint32_t gap = 100;
inline std::uint32_t text_base(std::size_t title_words) {
  return static_cast<std::uint32_t>(title_words) + gap;
}

}  // namespace lantoa::search
