#include "platform/document/html_reduce.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "platform/document/kinds.h"

namespace lantoa::document {
namespace {

using Name = std::string_view;

// Their content is no markup; without an end it is the rest of the page.
constexpr auto raw = std::to_array<Name>(
    {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"});
// Cut with what stands in them; without an end only the tag is.
constexpr auto cut = std::to_array<Name>({"svg", "math", "select", "template", "datalist"});
constexpr auto page_parts = std::to_array<Name>({"html", "head", "body"});
constexpr auto in_table =
    std::to_array<Name>({"caption", "tbody", "thead", "tfoot", "tr", "td", "th"});
constexpr auto lists = std::to_array<Name>({"ul", "ol", "li", "table"});
constexpr auto blocks = std::to_array<Name>(
    {"div",     "dl",      "dt",     "dd",         "h1",      "h2",       "h3",     "h4",
     "h5",      "h6",      "pre",    "section",    "header",  "hgroup",   "figure", "figcaption",
     "address", "details", "center", "blockquote", "summary", "fieldset", "legend", "form",
     "dir",     "menu",    "main",   "article",    "listing"});
constexpr auto hidden_blocks =
    std::to_array<Name>({"nav", "aside", "footer", "button", "object", "audio", "video"});
constexpr auto empty = std::to_array<Name>({"area", "base", "basefont", "bgsound", "col", "embed",
                                            "frame", "image", "img", "input", "keygen", "link",
                                            "meta", "param", "source", "track", "wbr"});

template <class List>
bool contains(const List& list, Name name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

struct Tag {
  Name name;
  bool closes = false;
  bool closed = false;  // "/>"
  bool hidden = false;
};

class Reducer {
 public:
  explicit Reducer(std::string_view bytes) : bytes_(bytes), lower_(lower_ascii(bytes)) {}

  std::optional<std::string> run() {
    while (at_ < bytes_.size()) {
      const std::size_t next = std::min(bytes_.find('<', at_), bytes_.size());
      if (hidden_inline_.empty()) out_ += bytes_.substr(at_, next - at_);
      at_ = next;
      if (at_ < bytes_.size()) markup();
      if (tags_ > html_tags_max || open_.size() > html_depth_max) return std::nullopt;
    }
    return std::move(out_);
  }

 private:
  struct Open {
    Name name;  // in the page given
    Name made;  // in the page made
  };

  char peek(std::size_t ahead) const {
    return at_ + ahead < lower_.size() ? lower_[at_ + ahead] : '\0';
  }

  void markup() {
    const char next = peek(1);
    if (lower_.compare(at_, 4, "<!--") == 0) {
      // The two dashes of "<!-->" both begin and end it.
      const std::size_t end = lower_.find("-->", at_ + 2);
      at_ = end == std::string::npos ? bytes_.size() : end + 3;
    } else if (is_letter(next) || (next == '/' && is_letter(peek(2)))) {
      const Tag tag = read_tag();
      if (!tag.name.empty()) take(tag);
    } else if (next == '!' || next == '?' || next == '/') {
      const std::size_t end = lower_.find('>', at_);
      at_ = end == std::string::npos ? bytes_.size() : end + 1;
    } else {
      if (hidden_inline_.empty()) out_ += "&lt;";
      ++at_;
    }
  }

  // Goes past the tag; one that the page's end cuts has no name.
  Tag read_tag() {
    Tag tag;
    tag.closes = peek(1) == '/';
    at_ += tag.closes ? 2 : 1;
    const std::size_t begin = at_;
    const auto in_name = [&] { return !is_space(peek(0)) && peek(0) != '/' && peek(0) != '>'; };
    while (at_ < lower_.size() && in_name()) ++at_;
    const Name name = Name(lower_).substr(begin, at_ - begin);
    while (at_ < lower_.size() && peek(0) != '>') {
      if (is_space(peek(0)) || peek(0) == '/') {
        tag.closed = peek(0) == '/';
        ++at_;
      } else {
        tag.closed = false;
        read_attribute(tag);
      }
    }
    if (at_ >= lower_.size()) return {};
    ++at_;
    tag.name = name;
    return tag;
  }

  void read_attribute(Tag& tag) {
    const auto ends = [&](char c) { return is_space(c) || c == '>'; };
    const std::size_t begin = at_++;  // "=" may begin a name
    while (at_ < lower_.size() && !ends(peek(0)) && peek(0) != '=' && peek(0) != '/') ++at_;
    const Name name = Name(lower_).substr(begin, at_ - begin);
    std::size_t after = at_;
    while (after < lower_.size() && is_space(lower_[after])) ++after;
    Name value;
    if (after < lower_.size() && lower_[after] == '=') {
      at_ = after + 1;
      while (at_ < lower_.size() && is_space(peek(0))) ++at_;
      value = read_value();
    }
    tag.hidden =
        tag.hidden || name == "hidden" || (name == "aria-hidden" && value == "true") ||
        (name == "role" && (value == "navigation" || value == "search" || value == "contentinfo"));
  }

  Name read_value() {
    const char quote = peek(0);
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = at_ + 1;
      const std::size_t end = std::min(lower_.find(quote, begin), lower_.size());
      at_ = std::min(end + 1, lower_.size());
      return Name(lower_).substr(std::min(begin, end), end - std::min(begin, end));
    }
    const std::size_t begin = at_;
    while (at_ < lower_.size() && !is_space(peek(0)) && peek(0) != '>') ++at_;
    return Name(lower_).substr(begin, at_ - begin);
  }

  void take(const Tag& tag) {
    if (contains(raw, tag.name) || contains(cut, tag.name)) {
      if (!tag.closes) leave_out(tag);
      return;
    }
    const bool nests = contains(lists, tag.name) || contains(blocks, tag.name) ||
                       contains(hidden_blocks, tag.name);
    const bool loose = tag.name == "p" || contains(in_table, tag.name);
    if (nests || loose || tag.name == "hr" || contains(page_parts, tag.name)) {
      hidden_inline_ = {};
    }
    if (nests) {
      tag.closes ? close(tag.name) : open(tag);
    } else if (contains(in_table, tag.name)) {
      if (close_to_table()) put(tag, tag.name);
    } else if (loose || contains(page_parts, tag.name)) {
      put(tag, tag.name);
    } else if (tag.name == "br" || tag.name == "hr") {
      if (hidden_inline_.empty()) put({tag.name, false, false, tag.hidden}, tag.name);
    } else if (!contains(empty, tag.name)) {
      inline_tag(tag);
    }
  }

  // Whatever stands between the lines has no part in the text, but for what it hides.
  void inline_tag(const Tag& tag) {
    if (hidden_inline_.empty()) {
      if (!tag.closes && tag.hidden && !tag.closed) {
        hidden_inline_ = tag.name;
        hidden_depth_ = 1;
      }
    } else if (tag.name == hidden_inline_) {
      tag.closes ? --hidden_depth_ : ++hidden_depth_;
      if (hidden_depth_ == 0) hidden_inline_ = {};
    }
  }

  void leave_out(const Tag& tag) {
    const bool is_raw = contains(raw, tag.name);
    if ((tag.closed && !is_raw) || endless_.contains(tag.name)) return;
    const std::size_t end = lower_.find("</" + std::string(tag.name), at_);
    if (end != std::string::npos) {
      at_ = end;
      (void)read_tag();
    } else if (is_raw) {
      at_ = bytes_.size();
    } else {
      endless_.insert(tag.name);
    }
  }

  void put(const Tag& tag, Name made) {
    ++tags_;
    out_ += tag.closes ? "</" : "<";
    out_ += made;
    if (!tag.closes && tag.hidden) out_ += " hidden";
    out_ += '>';
  }

  void open(const Tag& tag) {
    if (tag.name == "li") close_before({"li"}, {"ul", "ol", "menu", "dir"});
    if (tag.name == "dt" || tag.name == "dd") close_before({"dt", "dd"}, {"dl"});
    const Name made = contains(lists, tag.name) ? tag.name : "div";
    open_.push_back({tag.name, made});
    if (tag.name == "main" || tag.name == "article") {
      ++tags_;
      out_ += "<div id=" + std::string(tag.name) + (tag.hidden ? " hidden>" : ">");
      return;
    }
    put({tag.name, false, false, tag.hidden || contains(hidden_blocks, tag.name)}, made);
  }

  void close_down_to(std::size_t size) {
    while (open_.size() > size) {
      put({open_.back().name, true, false, false}, open_.back().made);
      open_.pop_back();
    }
  }

  // An item ends the one before it in the same list.
  void close_before(std::initializer_list<Name> items, std::initializer_list<Name> ends) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      const Name name = open_[i].name;
      if (contains(items, name)) return close_down_to(i);
      if (name == "table" || contains(ends, name)) return;
    }
  }

  void close(Name name) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == name) return close_down_to(i);
      if (open_[i].name == "table") return;
      if (name == "li" && (open_[i].name == "ul" || open_[i].name == "ol")) return;
    }
  }

  // A cell ends whatever was left open in the one before it; outside a table it is nothing.
  bool close_to_table() {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name != "table") continue;
      close_down_to(i + 1);
      return true;
    }
    return false;
  }

  std::string_view bytes_;
  std::string lower_;
  std::size_t at_ = 0;
  std::string out_;
  std::size_t tags_ = 0;
  std::vector<Open> open_;
  Name hidden_inline_;  // its name while its content is passed over
  std::size_t hidden_depth_ = 0;
  std::set<Name> endless_;  // of those to be cut: no end follows
};

}  // namespace

std::optional<std::string> reduce_html(std::string_view bytes) { return Reducer(bytes).run(); }

}  // namespace lantoa::document
