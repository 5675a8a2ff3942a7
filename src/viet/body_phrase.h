// The phrase by which a Vietnamese administrative text names a body, classed without knowing any
// city: "các sở, ban, ngành, cơ quan, đơn vị thành phố", "UBND quận, huyện, thị xã", "Sở Tư pháp".
#pragma once

#include <cstddef>
#include <vector>

#include "viet/plan_text.h"
#include "viet/source_text.h"

namespace lantoa::viet {

struct BodyPhrase {
  std::vector<Body> bodies;  // several when the phrase is a list
  std::size_t end = 0;       // past its last character

  explicit operator bool() const { return !bodies.empty(); }
};

// The list of bodies that begins at this character; nothing when none does.
BodyPhrase read_bodies(const SourceText& source, std::size_t begin, std::size_t limit);

}  // namespace lantoa::viet
