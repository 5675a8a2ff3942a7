// How a legal text lies on the page: paragraphs, and the cells of tables drawn with dashes, plus
// signs or bars, each as the pieces of lines it is made of. For the readers inside viet; pieces are
// bytes of the source, without white space around.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "viet/article_lines.h"

namespace lantoa::viet {

struct Passage {
  std::size_t first = 0, last = 0;  // pieces [first, last) of the layout
  bool cell = false;                // stands in a table
  bool joined = false;              // no blank line stands before it
};

struct Layout {
  std::vector<Line> pieces;
  std::vector<Passage> passages;  // a table's cells row by row

  std::size_t begin(const Passage& passage) const { return pieces[passage.first].begin; }
  std::size_t end(const Passage& passage) const { return pieces[passage.last - 1].end; }
};

Layout read_layout(std::string_view source);

// What a person reads: composed, white space collapsed; emphasis, escapes and line breaks of
// Markdown are gone.
std::string plain_text(std::string_view source);
std::string plain_text(std::string_view source, const Layout& layout, const Passage& passage);

// A line of dashes, underscores or stars, escaped or not, that only decorates.
bool is_decoration(std::string_view line);

// The text as a scanner of citations should meet it: cells one after the other, so that what is
// broken over the lines of a cell stands together. source_offset leads back.
class LinearText {
 public:
  LinearText(std::string_view source, const Layout& layout);

  const std::string& text() const { return text_; }
  std::size_t source_offset(std::size_t offset) const;

 private:
  struct Run {
    std::size_t begin, source_begin;
  };
  void add(std::string_view source, std::size_t begin, std::size_t end);

  std::string text_;
  std::vector<Run> runs_;
};

}  // namespace lantoa::viet
