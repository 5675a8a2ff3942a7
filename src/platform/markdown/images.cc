#include "platform/markdown/images.h"

#include "platform/markdown/characters.h"

namespace lantoa::markdown {
namespace {

constexpr std::string_view paragraph_tag = "<p>";
// The column of an article: --measure of web/css/tokens.css, less on a phone.
constexpr std::string_view sizes = "(max-width: 38rem) 100vw, 38rem";

void add(std::string& out, std::string_view name, std::string_view value) {
  out += " ";
  out += name;
  out += "=\"";
  append_escaped(out, value);
  out += '"';
}

void write(std::string& out, const Image& image, std::string_view description) {
  out += "<img";
  add(out, "src", image.address);
  if (!image.narrow_address.empty()) {
    add(out, "srcset",
        image.narrow_address + " " + std::to_string(image.narrow_width) + "w, " + image.address +
            " " + std::to_string(image.width) + "w");
    add(out, "sizes", sizes);
  }
  add(out, "width", std::to_string(image.width));
  add(out, "height", std::to_string(image.height));
  add(out, "alt", description);
  out += " loading=\"lazy\" decoding=\"async\">";
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \n") == text.npos; }

std::string clean(std::string_view text) {
  std::string out;
  append_clean(out, text);
  return out;
}

}  // namespace

bool Images::open(const Piece& piece, std::size_t at) {
  if (image_) {
    if (piece.element == Element::Image) ++inside_;
    return true;
  }
  // A link inside a link is told as an image, and has no title.
  if (piece.element != Element::Image || !find_) return false;
  image_ = find_(piece.address);
  if (!image_) return false;
  begin_ = at;
  title_ = clean(piece.title);
  description_.clear();
  inside_ = 0;
  return true;
}

bool Images::close(const Piece& piece, std::string& out) {
  if (!image_) return false;
  if (piece.element != Element::Image) return true;
  if (inside_ > 0) {
    --inside_;
    return true;
  }
  write(out, *image_, is_blank(description_) ? image_->description : description_);
  written_.push_back({begin_, out.size(), std::move(title_)});
  image_.reset();
  description_.clear();
  return true;
}

bool Images::take_text(std::string_view clean_text) {
  if (!image_) return false;
  description_ += clean_text;
  return true;
}

void Images::begin_paragraph(std::size_t at) {
  paragraph_ = at;
  written_.clear();
}

bool Images::end_paragraph(std::string& out) {
  const std::vector<Written> written = std::move(written_);
  written_.clear();
  if (written.empty()) return false;
  std::string figures;
  std::size_t at = paragraph_ + paragraph_tag.size();
  for (const Written& one : written) {
    const std::string_view all(out);
    if (!is_blank(all.substr(at, one.begin - at))) return false;
    figures += "<figure>";
    figures += all.substr(one.begin, one.end - one.begin);
    if (!is_blank(one.title)) {
      figures += "<figcaption>";
      append_escaped(figures, one.title);
      figures += "</figcaption>";
    }
    figures += "</figure>\n";
    at = one.end;
  }
  if (!is_blank(std::string_view(out).substr(at))) return false;
  out.replace(paragraph_, out.npos, figures);
  return true;
}

}  // namespace lantoa::markdown
