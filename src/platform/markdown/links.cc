#include "platform/markdown/links.h"

#include "platform/markdown/walk.h"

namespace lantoa::markdown {
namespace {

class LinkSink final : public Sink {
 public:
  void open(const Piece& piece) override {
    if (!is_link(piece)) return;
    open_.push_back(links_.size());
    links_.push_back({{}, piece.address, piece.element == Element::Image});
    bytes_ += piece.address.size();
  }

  void close(const Piece& piece) override {
    if (is_link(piece)) open_.pop_back();
  }

  void text(std::string_view clean) override {
    for (const std::size_t index : open_) links_[index].text += clean;
    if (!open_.empty()) bytes_ += clean.size();
  }

  void soft_break() override { text(" "); }
  void hard_break() override { text(" "); }
  std::size_t bytes() const override { return bytes_; }

  std::vector<FoundLink> take() { return std::move(links_); }

 private:
  static bool is_link(const Piece& piece) {
    return piece.element == Element::Link || piece.element == Element::Image;
  }

  std::vector<FoundLink> links_;
  std::vector<std::size_t> open_;
  std::size_t bytes_ = 0;
};

}  // namespace

Result<std::vector<FoundLink>> links_in(std::string_view source) {
  LinkSink sink;
  TRY(walk(source, sink));
  return sink.take();
}

}  // namespace lantoa::markdown
