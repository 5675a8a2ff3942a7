#include "city/spoken.h"

#include <algorithm>
#include <array>
#include <optional>

#include "viet/spoken_parts.h"

namespace lantoa::city {
namespace {

constexpr std::string_view found_mark = " lang=\"vi-VN\"";
constexpr std::string_view blanks = " \n\t\r";

// Elements that hold text and nothing else, so that it cannot be marked in parts.
constexpr std::array<std::string_view, 6> of_one_language{"option", "textarea", "title",
                                                          "desc",   "text",     "tspan"};
// What is said of these elements besides their text, and stays English.
constexpr std::array<std::string_view, 4> labels{" aria-label=\"", " data-label=\"", " title=\"",
                                                 " aria-description=\""};

struct OpenTag {
  std::string_view whole;
  std::string_view name;

  bool has(std::string_view text) const { return whole.find(text) != std::string_view::npos; }
  std::string_view value(std::string_view attribute) const {
    const std::size_t at = whole.find(attribute);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + attribute.size();
    return whole.substr(begin, whole.find('"', begin) - begin);
  }
};

// Signs written as entities become quotes as long as they are, so that places stay.
std::string without_entities(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find('&'); at != std::string::npos; at = out.find('&', at + 1)) {
    const std::size_t end = out.find(';', at);
    if (end == std::string::npos || end - at > 8) continue;
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(at),
              out.begin() + static_cast<std::ptrdiff_t>(end) + 1, '"');
  }
  return out;
}

bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(blanks) == std::string_view::npos;
}

bool is_mostly_vietnamese(std::string_view text) {
  if (!viet::has_vietnamese_letter(text)) return false;
  const std::string plain = without_entities(text);
  std::size_t vietnamese = 0;
  for (const viet::SpokenPart& part : viet::spoken_parts(plain)) {
    if (part.is_vietnamese) vietnamese += part.said.size();
  }
  return vietnamese * 2 > plain.size();
}

class Marking {
 public:
  explicit Marking(std::string_view page) : page_(page) {}

  std::string done() {
    copy_to(std::min(page_.find("<body"), page_.size()));
    while (at_ < page_.size()) {
      if (page_[at_] == '<') {
        tag();
      } else {
        text(std::min(page_.find('<', at_), page_.size()));
      }
    }
    return std::move(out_);
  }

 private:
  void copy_to(std::size_t end) {
    out_ += page_.substr(at_, end - at_);
    at_ = end;
  }

  std::string_view rest() const { return page_.substr(at_); }

  std::size_t behind(std::string_view end) const {
    const std::size_t at = page_.find(end, at_);
    return at == std::string_view::npos ? page_.size() : at + end.size();
  }

  // Behind the ">" that ends the tag here; one in quotes does not.
  std::size_t tag_end() const {
    char quote = 0;
    for (std::size_t at = at_; at < page_.size(); ++at) {
      const char c = page_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at + 1;
      }
    }
    return page_.size();
  }

  void tag() {
    sole_of_.reset();
    if (rest().starts_with("<!--")) return copy_to(behind("-->"));
    const std::size_t end = tag_end();
    const std::size_t name_at = at_ + (rest().starts_with("</") ? 2 : 1);
    const std::size_t name_end = std::min(page_.find_first_of(" \n\t\r/>", name_at), end);
    const OpenTag one{page_.substr(at_, end - at_), page_.substr(name_at, name_end - name_at)};
    if (one.whole.starts_with("</")) {
      copy_to(end);
      if (one.name == quiet_ && --depth_ == 0) quiet_ = {};
    } else if (!quiet_.empty()) {
      copy_to(end);
      if (one.name == quiet_) ++depth_;
    } else {
      opened(one, end);
    }
  }

  void opened(const OpenTag& one, std::size_t end) {
    const bool has_language = one.has(" lang=\"");
    copy_to(end);
    if (one.name == "script" || one.name == "style") {
      copy_to(std::min(page_.find("</", at_), page_.size()));
    } else if (one.name == "input" || one.name == "img") {
      const std::string_view said = one.value(one.name == "img" ? " alt=\"" : " value=\"");
      if (!has_language && !one.has("type=\"hidden\"") && is_mostly_vietnamese(said)) mark_tag();
    } else if (one.has(" lang=\"vi") && !one.whole.ends_with("/>")) {
      quiet_ = one.name;
      depth_ = 1;
    } else if (std::find(of_one_language.begin(), of_one_language.end(), one.name) !=
               of_one_language.end()) {
      const std::size_t close = std::min(page_.find('<', at_), page_.size());
      if (!has_language && is_mostly_vietnamese(page_.substr(at_, close - at_))) mark_tag();
      copy_to(close);
    } else if (!has_language) {
      sole_of_ = one;
    }
  }

  // The tag that was copied last.
  void mark_tag() { out_.insert(out_.size() - (out_.ends_with("/>") ? 2 : 1), found_mark); }

  void text(std::size_t end) {
    const std::string_view said = page_.substr(at_, end - at_);
    if (!quiet_.empty() || !viet::has_vietnamese_letter(said)) return copy_to(end);
    const std::string plain = without_entities(said);
    const auto parts = viet::spoken_parts(plain);
    const bool is_whole = std::all_of(parts.begin(), parts.end(), [](const auto& part) {
      return part.is_vietnamese || is_blank_text(part.said);
    });
    const bool is_sole = sole_of_ && page_.substr(end).starts_with("</") &&
                         std::none_of(labels.begin(), labels.end(),
                                      [&](std::string_view label) { return sole_of_->has(label); });
    if (is_whole && is_sole) {
      mark_tag();
      return copy_to(end);
    }
    // What was one text stays one box where the element lays out its children in a row.
    const std::size_t last = said.find_last_not_of(blanks) + 1;
    if (!is_whole) {
      copy_to(at_ + said.find_first_not_of(blanks));
      out_ += "<span>";
    }
    spans(parts, end - said.size(), is_whole ? end : end - said.size() + last);
    if (!is_whole) out_ += "</span>";
    copy_to(end);
  }

  // The parts of the text that begins at `begin`, as far as it is not copied, to `end`.
  void spans(const std::vector<viet::SpokenPart>& parts, std::size_t begin, std::size_t end) {
    for (const viet::SpokenPart& part : parts) {
      begin += part.said.size();
      if (part.is_vietnamese) out_.append("<span").append(found_mark) += ">";
      copy_to(std::clamp(begin, at_, end));
      if (part.is_vietnamese) out_ += "</span>";
    }
  }

  std::string_view page_;
  std::size_t at_ = 0;
  std::string out_;
  std::optional<OpenTag> sole_of_;  // the tag just before, in whose element the text stands
  std::string_view quiet_;          // the element below which all is marked already; empty: none
  int depth_ = 0;                   // of elements of that name
};

}  // namespace

std::string mark_vietnamese(std::string_view page) { return Marking(page).done(); }

}  // namespace lantoa::city
