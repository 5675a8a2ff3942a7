#include "platform/markdown/markdown.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "platform/markdown/address.h"
#include "platform/markdown/characters.h"
#include "platform/markdown/images.h"
#include "platform/markdown/walk.h"

namespace lantoa::markdown {
namespace {

std::string_view align_class(Align align) {
  switch (align) {
    case Align::Left:
      return " class=\"align-left\"";
    case Align::Center:
      return " class=\"align-center\"";
    case Align::Right:
      return " class=\"align-right\"";
    case Align::None:
      break;
  }
  return "";
}

// The levels of headings as a page with an h1 of its own shows them: whatever a source begins with
// is h2, and none is deeper than the one before by more than one. Below h4 all are alike.
class Headings {
 public:
  unsigned open(unsigned level) {
    before_ = open_;
    while (!open_.empty() && open_.back() >= level) open_.pop_back();
    open_.push_back(level);
    return std::min(static_cast<unsigned>(open_.size()) + 1, 4U);
  }
  void drop_last() { open_ = before_; }

 private:
  std::vector<unsigned> open_, before_;  // of the source, each within the one before it
};

class HtmlSink final : public Sink {
 public:
  HtmlSink(const std::function<bool(std::string_view)>& host_allowed, const FindImage& find_image)
      : host_allowed_(host_allowed), images_(find_image) {}

  void open(const Piece& piece) override {
    if (images_.open(piece, out_.size())) return;
    switch (piece.element) {
      case Element::Quote:
        out_ += "<blockquote>\n";
        break;
      case Element::Bullets:
        out_ += "<ul>\n";
        break;
      case Element::Numbers:
        out_ +=
            piece.number == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(piece.number) + "\">\n";
        break;
      case Element::Item:
        out_ += "<li>";
        break;
      case Element::Rule:
        out_ += "<hr>\n";
        break;
      case Element::Heading:
        heading_start_ = out_.size();
        heading_level_ = headings_.open(piece.number);
        out_ += "<h" + std::to_string(heading_level_) + ">";
        break;
      case Element::CodeBlock:
        out_ += "<pre><code>";
        break;
      case Element::Paragraph:
        images_.begin_paragraph(out_.size());
        out_ += "<p>";
        break;
      case Element::Table:
        out_ += "<table>\n";
        break;
      case Element::TableHead:
        out_ += "<thead>\n";
        break;
      case Element::TableBody:
        out_ += "<tbody>\n";
        break;
      case Element::Row:
        out_ += "<tr>";
        break;
      case Element::HeadCell:
        out_ += "<th scope=\"col\"";
        out_ += align_class(piece.align);
        out_ += ">";
        break;
      case Element::Cell:
        out_ += "<td";
        out_ += align_class(piece.align);
        out_ += ">";
        break;
      case Element::Emphasis:
        out_ += "<em>";
        break;
      case Element::Strong:
        out_ += "<strong>";
        break;
      case Element::Code:
        out_ += "<code>";
        break;
      case Element::Link:
        open_link(piece.address, link_target(piece.address, host_allowed_));
        break;
      case Element::Image:
        open_link(piece.address, std::nullopt);
        break;
    }
  }

  void close(const Piece& piece) override {
    if (images_.close(piece, out_)) return;
    switch (piece.element) {
      case Element::Quote:
        out_ += "</blockquote>\n";
        break;
      case Element::Bullets:
        out_ += "</ul>\n";
        break;
      case Element::Numbers:
        out_ += "</ol>\n";
        break;
      case Element::Item:
        out_ += "</li>\n";
        break;
      case Element::Rule:
        break;
      case Element::Heading:
        close_heading();
        break;
      case Element::CodeBlock:
        out_ += "</code></pre>\n";
        break;
      case Element::Paragraph:
        if (!images_.end_paragraph(out_)) out_ += "</p>\n";
        break;
      case Element::Table:
        out_ += "</table>\n";
        break;
      case Element::TableHead:
        out_ += "</thead>\n";
        break;
      case Element::TableBody:
        out_ += "</tbody>\n";
        break;
      case Element::Row:
        out_ += "</tr>\n";
        break;
      case Element::HeadCell:
        out_ += "</th>";
        break;
      case Element::Cell:
        out_ += "</td>";
        break;
      case Element::Emphasis:
        out_ += "</em>";
        break;
      case Element::Strong:
        out_ += "</strong>";
        break;
      case Element::Code:
        out_ += "</code>";
        break;
      case Element::Link:
      case Element::Image:
        close_link();
        break;
    }
  }

  void text(std::string_view clean) override {
    if (!images_.take_text(clean)) append_escaped(out_, clean);
  }
  void soft_break() override {
    if (!images_.take_text(" ")) out_ += '\n';
  }
  void hard_break() override {
    if (!images_.take_text(" ")) out_ += "<br>\n";
  }
  std::size_t bytes() const override { return out_.size() + images_.bytes(); }

  std::string take() { return std::move(out_); }

 private:
  struct Link {
    std::size_t text_start = 0;
    std::string address;
    bool clickable = false;
  };

  // An empty heading would be announced by a screen reader as a heading of nothing.
  void close_heading() {
    if (out_.size() == heading_start_ + std::string_view("<h2>").size()) {
      out_.resize(heading_start_);
      headings_.drop_last();
    } else {
      out_ += "</h" + std::to_string(heading_level_) + ">\n";
    }
  }

  void open_link(const std::string& address, const std::optional<std::string>& target) {
    if (target) {
      out_ += "<a href=\"";
      append_escaped(out_, *target);
      out_ += target->starts_with('/') ? "\">" : "\" rel=\"noopener\">";
    }
    links_.push_back({out_.size(), address, target.has_value()});
  }

  void close_link() {
    const Link link = std::move(links_.back());
    links_.pop_back();
    const std::string_view written = std::string_view(out_).substr(link.text_start);
    if (!link.clickable || written.empty()) out_ += address_after(written, link.address);
    if (link.clickable) out_ += "</a>";
  }

  // The address in plain letters, unless the text of the link is the address already.
  static std::string address_after(std::string_view written, std::string_view address) {
    std::string clean;
    append_clean(clean, address);
    std::string shown;
    append_escaped(shown, clean);
    if (shown.empty() || written.empty()) return shown;
    if (written == shown || "mailto:" + std::string(written) == shown) return {};
    return " (" + shown + ")";
  }

  const std::function<bool(std::string_view)>& host_allowed_;
  Images images_;
  std::string out_;
  Headings headings_;
  std::size_t heading_start_ = 0;
  unsigned heading_level_ = 0;
  std::vector<Link> links_;
};

}  // namespace

Result<SafeHtml> to_html(std::string_view source,
                         const std::function<bool(std::string_view host)>& host_allowed,
                         const FindImage& find_image) {
  HtmlSink sink(host_allowed, find_image);
  TRY(walk(source, sink));
  SafeHtml html;
  html.text_ = sink.take();
  return html;
}

}  // namespace lantoa::markdown
