// A list of Vietnamese phrases looked for in a SourceText, each standing for a value: marks count
// (họp is not hộp) and case and the place of the tone mark do not. For the readers of plans.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "viet/source_text.h"

namespace lantoa::viet {

struct PhraseFound {
  std::size_t end = 0;  // past its last character; 0: nothing stands here
  int value = 0;

  explicit operator bool() const { return end != 0; }
};

class Phrases {
 public:
  struct Entry {
    std::string_view text;
    int value = 0;
  };
  Phrases(std::initializer_list<Entry> entries);

  // The longest one that begins at this character, as whole words, ending at `limit` or before.
  PhraseFound at(const SourceText& source, std::size_t begin, std::size_t limit) const;
  // The first one that begins in [begin, limit) and ends there; where it begins in `found`.
  PhraseFound first(const SourceText& source, std::size_t begin, std::size_t limit,
                    std::size_t& found) const;

 private:
  struct Known {
    std::string folded;
    std::string key;  // name_key of the phrase
    int value = 0;
  };
  std::array<std::vector<Known>, 128> by_first_;  // by the first folded byte; longer ones first
};

// Whether a word begins at this character.
bool begins_word(const SourceText& source, std::size_t at);
// Past white space.
std::size_t skip_space(const SourceText& source, std::size_t at, std::size_t limit);

}  // namespace lantoa::viet
