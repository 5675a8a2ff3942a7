// Which questions a search finds, and which are likely to ask the same: by their words, with or
// without tone marks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::city::guidance {

// The distinct words of a text by both keys of viet/words.h, each list ascending.
struct Words {
  std::vector<std::string> folded;
  std::vector<std::string> marked;

  bool operator==(const Words&) const = default;
};
Words words_in(std::string_view text);
// The distinct words of several texts together.
Words merged(const std::vector<const Words*>& texts);
void merge(Words& into, const Words& more);

// Every word of `wanted` stands in `text`, with these marks or others.
bool has_all(const Words& text, const Words& wanted);
// How many of them stand there with the very marks that were typed.
std::size_t with_marks(const Words& text, const Words& wanted);

// Those of a question, folded and ascending, that tell it from others: "nào", "thì", "đơn vị" stand
// in every question and tell nothing.
using Telling = std::vector<std::string>;
Telling telling(const Words& words);
// How many telling words two questions share; 0 where they are too few for one question.
std::size_t likeness(const Telling& one, const Telling& other);

}  // namespace lantoa::city::guidance
