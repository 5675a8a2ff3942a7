// The words that spam_signs() weighs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "viet/spam.h"

namespace lantoa::viet {

// With its marks: a word of the text counts when it has the same marks or none at all. Words that
// laws themselves use weigh so little that talking about a law never reaches the threshold.
struct SpamWord {
  std::string_view phrase;
  SpamSign sign;
  std::uint32_t weight;
};
const std::vector<SpamWord>& spam_words();
constexpr std::uint32_t spam_weight_min = 4;

// Names of betting sites: whole words of letters and digits.
bool is_betting_name(std::string_view folded_word);

// Endings of host names that are looked for: "com", "vn".
bool is_host_ending(std::string_view word);
// Those among them that are nothing else: not "online", which is also said of courses, nor "to".
bool is_clear_host_ending(std::string_view word);

}  // namespace lantoa::viet
