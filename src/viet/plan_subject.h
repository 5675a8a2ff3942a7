// Who a sentence or a heading is about, and whether it gives that body something to do.
#pragma once

#include <vector>

#include "viet/plan_blocks.h"
#include "viet/plan_text.h"
#include "viet/source_text.h"

namespace lantoa::viet {

struct Subject {
  enum class Kind {
    None,      // no body opens the sentence
    Assigned,  // "… có trách nhiệm …", "Giao …"
    Working,   // "… tổ chức …"
    Telling,   // "… đã tổ chức …": a sentence about the body without a duty
    Stranger,  // a duty of something that is no known body
  };
  Kind kind = Kind::None;
  std::vector<Body> bodies;
  std::size_t duty = 0;  // where what is to be done begins
};

Subject read_subject(const SourceText& source, const Range& sentence);

struct Heading {
  enum class Kind { None, Bodies, Stranger };
  Kind kind = Kind::None;
  std::vector<Body> bodies;
  std::size_t rest = 0;  // what follows on the same line
};

// `next`: the block after it, which tells a heading from a line of its own; may be absent.
Heading read_heading(const SourceText& source, const Block& block, const Block* next);

}  // namespace lantoa::viet
