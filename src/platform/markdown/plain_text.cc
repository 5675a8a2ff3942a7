#include <algorithm>
#include <vector>

#include "platform/markdown/characters.h"
#include "platform/markdown/markdown.h"
#include "platform/markdown/walk.h"

namespace lantoa::markdown {
namespace {

class PlainSink final : public Sink {
 public:
  void open(const Piece& piece) override {
    switch (piece.element) {
      case Element::Bullets:
        lists_.push_back({false, 0});
        break;
      case Element::Numbers:
        lists_.push_back({true, piece.number});
        break;
      case Element::Item:
        open_item();
        break;
      case Element::HeadCell:
      case Element::Cell:
        if (cell_ > 0) write(" | ");
        ++cell_;
        break;
      case Element::Row:
        cell_ = 0;
        break;
      case Element::Link:
      case Element::Image:
        open_link(piece.address);
        break;
      default:
        break;
    }
  }

  void close(const Piece& piece) override {
    switch (piece.element) {
      case Element::Paragraph:
      case Element::Heading:
      case Element::CodeBlock:
      case Element::Quote:
      case Element::Rule:
      case Element::Table:
        need_newlines(2);
        break;
      case Element::Bullets:
      case Element::Numbers:
        lists_.pop_back();
        need_newlines(lists_.empty() ? 2 : 1);
        break;
      case Element::Item:
        close_item();
        break;
      case Element::Row:
        need_newlines(1);
        break;
      case Element::Link:
      case Element::Image:
        close_link();
        break;
      default:
        break;
    }
  }

  void text(std::string_view clean) override {
    while (true) {
      const std::size_t size = std::min(clean.find('\n'), clean.size());
      if (size > 0) write(clean.substr(0, size));
      if (size == clean.size()) return;
      ++newlines_;
      clean.remove_prefix(size + 1);
    }
  }

  void soft_break() override { write(" "); }
  void hard_break() override { need_newlines(1); }
  std::size_t bytes() const override { return out_.size(); }

  std::string take() { return std::move(out_); }

 private:
  struct List {
    bool numbered = false;
    unsigned next = 0;
  };
  struct Link {
    std::size_t text_start = 0;
    std::string address;
  };

  void need_newlines(std::size_t count) {
    if (!out_.empty()) newlines_ = std::max(newlines_, count);
  }

  // Starts the line that is due: its newlines, then the indentation with the marks of new items.
  void begin() {
    if (newlines_ == 0 && !out_.empty()) return;
    if (!out_.empty()) out_.append(newlines_, '\n');
    newlines_ = 0;
    std::size_t indentation = 0;
    for (const std::size_t width : widths_) indentation += width;
    out_.append(indentation - marks_.size(), ' ');
    out_ += std::exchange(marks_, {});
  }

  void write(std::string_view piece) {
    begin();
    out_ += piece;
  }

  void open_item() {
    List& list = lists_.back();
    const std::string mark = list.numbered ? std::to_string(list.next++) + ". " : "- ";
    if (marks_.empty()) need_newlines(1);
    marks_ += mark;
    widths_.push_back(mark.size());
  }

  void close_item() {
    if (!marks_.empty()) {
      begin();  // nothing stood in it
      out_.pop_back();
    }
    widths_.pop_back();
    need_newlines(1);
  }

  void open_link(std::string_view address) {
    begin();
    Link link{out_.size(), {}};
    if (address.starts_with("https://") || address.starts_with("http://")) {
      append_clean(link.address, address);
    }
    links_.push_back(std::move(link));
  }

  void close_link() {
    const Link link = std::move(links_.back());
    links_.pop_back();
    const std::string_view written = std::string_view(out_).substr(link.text_start);
    if (link.address.empty() || written == link.address) return;
    out_ += written.empty() ? link.address : " (" + link.address + ")";
  }

  std::string out_;
  std::string marks_;
  std::vector<std::size_t> widths_;
  std::vector<List> lists_;
  std::vector<Link> links_;
  std::size_t newlines_ = 0;
  std::size_t cell_ = 0;
};

}  // namespace

std::string to_plain_text(std::string_view source) {
  PlainSink sink;
  if (!walk(source, sink)) return repaired(source);
  return sink.take();
}

}  // namespace lantoa::markdown
