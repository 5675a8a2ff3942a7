// How words, keys and facets are spelled as terms of the library, for the writer and the reader of
// an index. Internal to search.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lantoa::search {

constexpr std::size_t term_bytes_max = 200;  // the library takes 245

inline std::string term(char prefix, std::string_view text) {
  std::string out(1, prefix);
  out += text.substr(0, term_bytes_max);
  return out;
}

constexpr char anywhere = 'F';   // folded words, in title, text and also
constexpr char in_title = 'T';   // folded words of the title
constexpr char as_marked = 'M';  // words with their marks, where they have any
constexpr char by_key = 'K';
constexpr char by_id = 'Q';

inline std::string facet_term(std::size_t facet, std::string_view value) {
  return term(static_cast<char>('a' + facet), value);
}

// Value slots: facets from 0, then the order of equals.
constexpr unsigned order_slot = 100;

// Places of words: those of the title from 1, then with a gap those of the text, then of `also`.
constexpr std::uint32_t gap = 100;
inline std::uint32_t text_base(std::size_t title_words) {
  return static_cast<std::uint32_t>(title_words) + gap;
}

// Of the temporary folder.
constexpr std::string_view database_folder = "index";
constexpr std::string_view texts_file = "texts";

// What is kept with an entry: its id, its title and "offset bytes" of its text.
constexpr char separator = '\0';

}  // namespace lantoa::search
