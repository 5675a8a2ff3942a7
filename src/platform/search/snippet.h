// Which part of a text to show for a search, and where in it the words stand that were found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lantoa::search {

constexpr std::size_t snippet_words_max = 36;
constexpr std::size_t snippet_bytes_max = 2'000;  // of the text; a word may be as long as a text

// Plain text, then perhaps found words.
struct Piece {
  std::string plain;
  std::optional<std::string> marked;

  bool operator==(const Piece&) const = default;
};

// A found word: its place among the words of the text, from 0, and which word of the query it is.
using Place = std::pair<std::uint32_t, std::size_t>;

// The whole text with what was found marked; neighbours are marked together.
std::vector<Piece> mark(std::string_view text, std::vector<Place> found);

// The stretch of at most snippet_words_max words and snippet_bytes_max bytes that shows most of the
// query's words, the earliest of several; the beginning when nothing was found. "… " and " …" say
// that there is more.
std::vector<Piece> snippet(std::string_view text, std::vector<Place> found);

}  // namespace lantoa::search
