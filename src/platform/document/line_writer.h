// Collects the text of a document: one line per paragraph, an empty line between two, white space
// inside collapsed. Nothing after text_bytes_max is kept, and full() says so.
#pragma once

#include <string>
#include <string_view>

#include "platform/document/document.h"

namespace lantoa::document {

class LineWriter {
 public:
  // What stands before the next paragraph's first word: "- ", "3. ".
  void mark(std::string mark) { mark_ = std::move(mark); }

  void text(std::string_view piece) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const bool no_break = piece.substr(i, 2) == "\xC2\xA0";
      if (no_break || static_cast<unsigned char>(piece[i]) <= ' ') {
        space_ = space_ || !at_start_;
        i += no_break ? 1 : 0;
        continue;
      }
      begin();
      out_ += piece[i];
    }
  }
  void soft_break() {
    if (at_start_) return;
    space_ = false;
    broken_ = true;
  }
  void end_paragraph() {
    at_start_ = true;
    space_ = broken_ = false;
  }
  // Ends a table's cell; an empty one leaves a dash, so that cells can still be counted.
  void end_cell(std::size_t before) {
    end_paragraph();
    mark_.clear();
    if (size() == before) text("–");
    end_paragraph();
  }

  std::size_t size() const { return out_.size(); }
  bool full() const { return out_.size() > text_bytes_max; }
  std::string take() {
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  void begin() {
    if (at_start_) {
      if (!out_.empty()) out_ += "\n\n";
      out_ += mark_;
      mark_.clear();
    } else if (broken_) {
      out_ += '\n';
    } else if (space_) {
      out_ += ' ';
    }
    at_start_ = space_ = broken_ = false;
  }

  std::string out_;
  std::string mark_;
  bool at_start_ = true;  // nothing of this paragraph is written yet
  bool space_ = false;    // white space is due before the next letter
  bool broken_ = false;   // or a new line
};

}  // namespace lantoa::document
