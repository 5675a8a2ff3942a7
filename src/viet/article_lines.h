// The lines of an article page and what each can be, by structure and by the labels of portals.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/time.h"

namespace lantoa::viet {

struct Line {
  std::size_t begin = 0, end = 0;  // bytes of the source, without white space around
  std::string_view text;

  bool blank() const { return begin == end; }
};

struct PublishedAt {
  std::size_t begin = 0, end = 0;  // bytes inside the text given, brackets included
  Instant at;
};

std::vector<Line> split_lines(std::string_view source);

// "(10:32 13/05/2021)" at the end of a title, or "20:18 31/12/2025" and the like on its own line.
std::optional<PublishedAt> published_in(std::string_view line);

enum class Furniture {
  None,
  Label,  // a field, a button, a view count: only this line
  Tail,   // the heading of other posts or of the comment form: nothing of the article follows
};
Furniture furniture_of(std::string_view line);

// A few capitalised words and nothing else: a person's name below the text.
std::optional<std::string> author_of(std::string_view line);

}  // namespace lantoa::viet
