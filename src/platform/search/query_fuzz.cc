// Whatever the bytes: a query keeps its limits, its words lie inside its text and read back as the
// same keys, its phrases are neighbours; and any text can be shown with any places marked.
// Tries: query.cc, snippet.cc
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "kernel/utf8.h"
#include "platform/search/query.h"
#include "platform/search/snippet.h"

namespace {

using namespace lantoa::search;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_words(const Query& query) {
  std::size_t end = 0;
  std::size_t phrase = 0;
  for (const QueryWord& word : query.words) {
    check(word.length > 0 && word.offset >= end);
    end = word.offset + word.length;
    check(end <= query.text.size());
    check(!word.keys.folded.empty() && word.keys.folded.size() <= word_bytes_max);
    check(keys_of(query.text.substr(word.offset, word.length)).folded == word.keys.folded);
    check(word.phrase <= query.phrases);
    if (word.phrase != 0) {
      check(word.phrase >= phrase);
      phrase = word.phrase;
    }
  }
  // Its keys one after the other, from anywhere on.
  std::string all;
  for (std::size_t first = query.words.size(); first-- > 0;) {
    all = query.words[first].keys.folded + (all.empty() ? "" : " " + all);
    check(query.folded(first, query.words.size()) == all);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Query query = parse_query(bytes);
  check(query.text.size() <= query_bytes_max && query.words.size() <= query_words_max);
  check(lantoa::is_utf8(query.text));
  check_words(query);
  const Query again = parse_query(query.text);
  check(again.text == query.text && again.words == query.words);
  std::vector<Place> places;
  for (std::size_t i = 0; i < bytes.size() && i < 64; ++i) {
    places.emplace_back(data[i] % 80, i % 5);
  }
  std::size_t shown = 0;
  for (const Piece& piece : mark(bytes, places)) {
    shown += piece.plain.size() + piece.marked.value_or("").size();
    check(!piece.marked || !piece.marked->empty());
  }
  check(shown <= bytes.size());
  for (const Piece& piece : snippet(bytes, places)) check(!piece.marked || !piece.marked->empty());
  return 0;
}
