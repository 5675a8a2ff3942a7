// The tree of provisions of a legal text, from its passages. A label opens a provision only where
// the order of the text lets it: numbers in running sentences, in tables and in quoted amendments
// stay text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "viet/legal_head.h"
#include "viet/legal_layout.h"
#include "viet/legal_text.h"

namespace lantoa::viet {

struct LegalTree {
  std::vector<Provision> provisions;
  std::size_t first = 0;               // the passage of the first provision
  std::optional<std::size_t> closing;  // the passage that says when it was passed
};

LegalTree read_tree(std::string_view source, const Layout& layout, const LegalHead& head);

}  // namespace lantoa::viet
