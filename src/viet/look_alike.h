// Names as the eye takes them: which two look the same, and which has a letter of an alphabet that
// is not its own. The marks of Vietnamese make a difference (Cửa Nam is not Cửa Năm), and so do
// words; everything that a reader cannot see makes none: composition (NFC, NFD), case, the place of
// the tone mark, white space, characters that show nothing, letters of other alphabets.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::viet {

// Two names look the same when either key is the same for both.
struct LookKeys {
  std::string letters;  // whatever the case
  std::string shape;    // as they are drawn: I, l and 1 are one, and so are O and 0, rn and m
};
LookKeys look_keys(std::string_view name);
bool look_alike(std::string_view a, std::string_view b);

// Composed (NFC), every white space one blank, without controls and without what shows nothing:
// zero width, soft hyphens, what turns the direction of writing.
std::string without_hidden(std::string_view text);

// A letter that does not belong where it stands.
struct StrayLetter {
  std::string letter;
  std::size_t place = 0;  // from 1, letters with their marks counted once
  Text alphabet;          // its own: "Kirin"
  Text wanted;            // that of the letters around it: "La-tinh"
};

enum class Alphabets {
  Latin,     // no other is allowed
  OneOnly,   // one for the whole name, and then not one that only looks Latin; with Latin letters
             // also Chinese, Japanese and Korean ones, which nobody takes for them
  OneAWord,  // the same of each word, but a word may look Latin where no other one is Latin
};
// `name` is composed. None: every letter belongs there.
std::optional<StrayLetter> stray_letter(std::string_view name, Alphabets allowed);

}  // namespace lantoa::viet
