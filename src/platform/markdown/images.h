// The images of a page piece on its way: what stands between their brackets is their description
// and not text, and one that has a paragraph for itself becomes a figure. For markdown.cc only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/markdown/markdown.h"
#include "platform/markdown/walk.h"

namespace lantoa::markdown {

class Images {
 public:
  explicit Images(const FindImage& find) : find_(find) {}

  // Of any element, where `out` has that many bytes: true when it belongs to an image that is
  // shown.
  bool open(const Piece& piece, std::size_t at);
  // True as above; writes the image that ends.
  bool close(const Piece& piece, std::string& out);
  bool take_text(std::string_view clean);  // into a description; false: none is open
  std::size_t bytes() const { return description_.size(); }

  void begin_paragraph(std::size_t at);
  // True when the paragraph, whose tag is in `out` already, was nothing but images and is written.
  bool end_paragraph(std::string& out);

 private:
  struct Written {
    std::size_t begin = 0, end = 0;  // in the page piece
    std::string title;
  };

  const FindImage& find_;
  std::optional<Image> image_;
  std::string title_, description_;
  std::size_t inside_ = 0;  // images open inside the one that is shown
  std::size_t begin_ = 0;
  std::size_t paragraph_ = 0;
  std::vector<Written> written_;  // in this paragraph
};

}  // namespace lantoa::markdown
