// What a person typed into a search box, as words and phrases. Nothing typed is an error: what
// cannot be searched for (marks alone, control characters, bytes that are not UTF-8) is left out,
// and what is over a limit is cut off, which the query says.
//
//   const Query query = parse_query("\"chính quyền đô thị\" 97/2019");
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "viet/words.h"

namespace lantoa::search {

constexpr std::size_t query_bytes_max = 600;  // about 200 Vietnamese letters
constexpr std::size_t query_words_max = 24;
constexpr std::size_t word_bytes_max = 64;  // of a key: what differs later is the same word

struct QueryWord {
  viet::WordKeys keys;
  std::size_t phrase = 0;              // words of one phrase stand next to each other; 0: of none
  std::size_t offset = 0, length = 0;  // bytes of Query::text

  bool operator==(const QueryWord&) const = default;
};

struct Query {
  std::string text;  // as typed: valid UTF-8 on one line, cut to the limit
  std::vector<QueryWord> words;
  std::size_t phrases = 0;
  bool cut = false;       // something was over a limit
  bool open_end = false;  // the last word may still be being typed

  bool empty() const { return words.empty(); }
  // "32 2021 nd": the folded keys of `count` words from `first`.
  std::string folded(std::size_t first, std::size_t count) const;
};

// A pair of quotes makes a phrase, and so do marks between words without a space: 97/2019, NĐ-CP. A
// quote that is not closed is not there.
Query parse_query(std::string_view typed);

// At a boundary of characters.
std::string_view cut_to(std::string_view text, std::size_t bytes_max);

// The keys of a word as they are indexed and looked for.
viet::WordKeys keys_of(std::string_view word);

}  // namespace lantoa::search
