// What changed from one text to another, word by word, so that a person sees at a glance what was
// taken out and what was put in. Paragraphs are matched first, words only inside those that
// changed; a stretch too different to be matched is taken out and put in whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lantoa::viet {

enum class Change { Same, Gone, New };

struct DiffPiece {
  Change change = Change::Same;
  std::string text;

  bool operator==(const DiffPiece&) const = default;
};

// The pieces without the new ones are `before`, those without the gone ones `after`. Neighbours
// differ in their change; where a stretch was replaced, what is gone stands first.
std::vector<DiffPiece> word_diff(std::string_view before, std::string_view after);

}  // namespace lantoa::viet
