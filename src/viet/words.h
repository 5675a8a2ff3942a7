// The words of a text for search: where each stands, and the two keys it is found by. Both keys
// forget case, normal form, invisible characters, Đ/Ð, where the tone mark stands (hoà, hòa) and
// whether a final i is written y (kỹ, kĩ); `folded` forgets all other marks too.
//
//   for (const viet::Word& word : viet::words_of(text)) viet::word_keys(word.in(text));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::viet {

struct Word {
  std::size_t offset = 0, length = 0;  // bytes

  std::string_view in(std::string_view text) const { return text.substr(offset, length); }
  bool operator==(const Word&) const = default;
};

// Runs of letters, digits and their marks, in the order of the text: "32/2021/NĐ-CP" is four words.
// Bytes that are not UTF-8 part words.
std::vector<Word> words_of(std::string_view text);

struct WordKeys {
  std::string folded;  // "ki"; empty where nothing of the word is left
  std::string marked;  // "kĩ" decomposed, the tone last

  bool has_marks() const { return folded != marked; }
  bool operator==(const WordKeys&) const = default;
};
WordKeys word_keys(std::string_view word);

}  // namespace lantoa::viet
