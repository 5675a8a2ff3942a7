// The table of docs/evidence/accessibility.md: every criterion of WCAG 2.2 A and AA stands there
// once, and what it says holds one is a file that exists and has the words it quotes. So it cannot
// name a test that was renamed, and cannot leave a criterion out.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "house/source.h"

namespace lantoa::house {

struct Criterion {
  std::string_view number;  // "1.4.10"
  std::string_view level;   // "A" or "AA"

  bool operator==(const Criterion&) const = default;
};

// Those of WCAG 2.2 of 5 October 2023, which took 4.1.1 away.
const std::vector<Criterion>& criteria();

// The text of a file by its path from the root of the checkout; empty when there is none.
using ReadFile = std::function<std::string(const std::string& path)>;

// A row is “| number | short words | level | what holds it |”. What holds it is either words that
// begin with one of `unheld`, or names at least one file: `tests/browser/keys.mjs` “words in it”,
// “more words in it”. Files named anywhere else in the text are judged in the same way.
Findings check_accessibility(const SourceFile& table, const ReadFile& read);

}  // namespace lantoa::house
