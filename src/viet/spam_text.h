// A text as its reader sees it, whatever its letters are made of: codes undone, letters of other
// scripts read as the Latin ones they look like, invisible characters gone. For spam.cc only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lantoa::viet {

struct SeenText {
  std::string lower;    // compatibility forms and case folded, marks kept
  bool hidden = false;  // there was something to undo that no honest keyboard writes
};
SeenText seen_text(std::string_view text);

// A word of it: letters and digits only.
struct SeenWord {
  std::string folded;  // without marks
  std::string marked;  // the key of names: marks kept, each syllable's tone at its end
};
std::vector<SeenWord> seen_words(const std::string& lower);

// "nh4" -> "nha" when digits stand between letters for letters.
std::string without_digits_for_letters(std::string_view folded);

}  // namespace lantoa::viet
