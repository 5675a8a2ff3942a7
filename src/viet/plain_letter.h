// One character as the eye takes it: the plain letter that a letter of another alphabet is mistaken
// for. For spam_text.cc and look_alike.cc only.
#pragma once

#include <string>

namespace lantoa::viet {

// A letter that is known to stand for a plain one although ICU's tables do not say so, or say it
// of its capital only.
bool is_known_imitation(char32_t c);

// The letter of ASCII that is drawn the same as this character; 0: none.
char same_letter_of(char32_t c);

// The letter of ASCII that it is mistaken for, also if it is drawn a little otherwise; 0: none.
char plain_letter_of(char32_t c);

// What ICU draws the same (UTS 39): equal texts look the same. Marks of Vietnamese stay apart.
std::u16string skeleton_of(std::u16string_view text);

bool is_latin(char32_t c);
bool shows_nothing(char32_t c);  // nothing is drawn for it

}  // namespace lantoa::viet
