#include "viet/legal_tree.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "viet/legal_quotes.h"
#include "viet/source_text.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t heading_bytes_max = 500;
constexpr int clause_gap_max = 10;  // numbers that may be missing between two clauses
constexpr int point_gap_max = 2;
constexpr std::size_t sign_bytes_max = 64;

// Words below which nothing of the body stands.
constexpr auto ends = std::to_array<std::string_view>({"noi nhan", "tm. ", "t/m ", "kt. ", "tl. "});

// Where bold print that stands at this byte, or begins there, ends; the byte itself when there is
// none. Bold broken in the middle goes on.
std::size_t bold_end(std::string_view passage, std::size_t at) {
  bool bold = false;
  std::size_t i = 0;
  for (; i + 1 < passage.size() && i < at; ++i) {
    if (passage[i] != '*' || passage[i + 1] != '*') continue;
    bold = !bold;
    ++i;
  }
  std::size_t end = at;
  for (i = std::max(i, at); i < passage.size();) {
    if (passage.substr(i).starts_with("**")) {
      bold = !bold;
      i += 2;
      if (!bold) end = i;
      continue;
    }
    if (!bold && passage[i] != ' ' && passage[i] != '\n') break;
    ++i;
  }
  return bold ? at : end;
}

bool ends_sentence(std::string_view text) {
  const std::size_t last = text.find_last_not_of("*_\\ ");
  if (last == text.npos) return false;
  const char c = text[last];
  return c == '.' || c == ';' || c == ':' || c == ',';
}

bool starts_with_any(std::string_view passage, std::span<const std::string_view> list) {
  const std::size_t first = passage.find_first_not_of("*_ \\\n");
  if (first == passage.npos) return false;
  const SourceText words(passage.substr(first, sign_bytes_max));
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view item) { return words.starts(0, item); });
}

class TreeReader {
 public:
  TreeReader(std::string_view source, const Layout& layout, const LegalHead& head)
      : source_(source), layout_(layout), head_(head), quoted_(quoted_passages(source, layout)) {}

  LegalTree run() {
    find_articles();
    tree_.first = layout_.passages.size();
    for (at_ = head_.body; at_ < layout_.passages.size(); ++at_) {
      const Passage& passage = layout_.passages[at_];
      const std::string_view text = raw(at_);
      if (passage.cell) {
        if (starts_with_any(text, ends))
          close();
        else if (!closed_)
          add_text(passage, 0);
        continue;
      }
      if (quoted_[at_])
        add_text(passage, 0);
      else if (!open_annex(text) && !open_labelled(text))
        other(passage, text);
    }
    pop_to(0);
    return std::move(tree_);
  }

 private:
  struct Open {
    std::size_t index;
    Level level;
    std::array<int, 8> last{};  // order of the last child of each level
  };

  std::string_view raw(std::size_t i) const {
    const Passage& passage = layout_.passages[i];
    const std::size_t begin = layout_.begin(passage);
    return source_.substr(begin, layout_.end(passage) - begin);
  }

  std::string_view first_line(std::size_t i) const {
    return layout_.pieces[layout_.passages[i].first].text;
  }

  void find_articles() {
    for (std::size_t i = head_.body; i < layout_.passages.size() && !articles_; ++i) {
      if (layout_.passages[i].cell || quoted_[i]) continue;
      const auto label = label_of(first_line(i));
      articles_ = label && label->level == Level::Article;
    }
  }

  Open* open_at(Level level) {
    const auto found = std::find_if(stack_.rbegin(), stack_.rend(),
                                    [&](const Open& open) { return open.level == level; });
    return found == stack_.rend() ? nullptr : &*found;
  }

  bool in_annex() const { return !stack_.empty() && stack_.front().level == Level::Annex; }

  // Order of the last one of this level where a new one would stand.
  int& last_of(Level level) {
    const auto slot = static_cast<std::size_t>(level);
    if (level == Level::Article) {
      return in_annex() ? stack_.front().last[slot] : root_.last[slot];
    }
    for (auto open = stack_.rbegin(); open != stack_.rend(); ++open) {
      if (open->level < level) return open->last[slot];
    }
    return root_.last[slot];
  }

  bool may_stand(const Label& label) {
    if (closed_ && label.level != Level::Article) return false;
    const bool article = open_at(Level::Article) != nullptr;
    const bool begun = in_annex() || (!articles_ && at_ >= head_.clauses);
    switch (label.level) {
      case Level::Clause:
        return article || begun;
      case Level::Point:
        return article || open_at(Level::Clause) != nullptr;
      case Level::Section:
        return !label.roman || (!article && begun);
      default:
        return true;
    }
  }

  // Numbers go on by one. Where a blank line sets the label off, some may be missing.
  bool follows(const Label& label) {
    const int last = last_of(label.level);
    const int step = label.order - last;
    const bool apart = !layout_.passages[at_].joined;
    // "5a" comes after "5", "a1" after "a".
    const char tail = label.value.back();
    const bool digit = tail >= '0' && tail <= '9';
    const bool lettered = (label.level == Level::Point) == digit;
    if (step == 1 || (step == 0 && last > 0 && lettered)) return true;
    if (closed_ || label.roman) return false;
    switch (label.level) {
      case Level::Article:
        return last == 0 || (apart && step > 0);
      case Level::Clause:
        return apart && step > 0 && step <= (last == 0 ? 2 : clause_gap_max);
      case Level::Point:
        return apart && step > 0 && step <= (last == 0 ? 1 : 1 + point_gap_max);
      default:
        return last == 0 || step > 0;
    }
  }

  bool open_labelled(std::string_view text) {
    const auto label = label_of(first_line(at_));
    if (!label || !may_stand(*label)) return false;
    // A clause or a chapter ends what stands open below it, but only once it is known to be one.
    const auto kept = stack_;
    while (!stack_.empty() && stack_.back().level >= label->level) stack_.pop_back();
    const bool fits = follows(*label) && is_new(address_of(*label));
    if (!fits) {
      stack_ = kept;
      return false;
    }
    const std::size_t depth = stack_.size();
    stack_ = kept;
    pop_to(depth);
    closed_ = false;
    last_of(label->level) = label->order;
    const std::size_t line = layout_.begin(layout_.passages[at_]);
    push(label->level, address_of(*label), line + label->begin, line + label->end);
    read_heading(text, *label);
    return true;
  }

  bool is_new(const std::string& address) const { return !addresses_.contains(address); }

  std::string address_of(const Label& label) const {
    std::string out;
    for (const Open& open : stack_) {
      const bool runs_through = label.level == Level::Article && open.level != Level::Annex;
      if (!runs_through) out = tree_.provisions[open.index].address + '.';
    }
    return out.append(level_key(label.level)) + '-' + label.value;
  }

  void push(Level level, std::string address, std::size_t begin, std::size_t label_end) {
    Provision provision;
    provision.level = level;
    provision.label = plain_text(source_.substr(begin, label_end - begin));
    provision.offset = begin;
    if (!stack_.empty()) provision.parent = stack_.back().index;
    addresses_.insert(address);
    provision.address = std::move(address);
    if (tree_.provisions.empty()) tree_.first = at_;
    reached_ = label_end;
    stack_.push_back({tree_.provisions.size(), level, {}});
    tree_.provisions.push_back(std::move(provision));
  }

  void pop_to(std::size_t depth) {
    while (stack_.size() > depth) {
      Provision& provision = tree_.provisions[stack_.back().index];
      provision.length = reached_ - provision.offset;
      stack_.pop_back();
    }
  }

  Provision& innermost() { return tree_.provisions[stack_.back().index]; }

  // What follows the label in its passage is a heading, or text, or one and the other.
  void read_heading(std::string_view text, const Label& label) {
    const Passage& passage = layout_.passages[at_];
    const std::size_t bold = bold_end(text, label.end);
    const std::string rest = plain_text(text.substr(label.end));
    const bool inner = label.level > Level::Article;
    const bool whole = bold == text.size();
    if (rest.empty() || label.alone) {
      if (!rest.empty())
        add_text(passage, label.end);
      else if (!inner)
        take_next_heading(label.level);
      return;
    }
    if (bold > label.end && (!inner || whole)) {
      const std::string heading = plain_text(text.substr(label.end, bold - label.end));
      if (!heading.empty()) {
        innermost().heading = heading;
        reached_ = layout_.begin(passage) + bold;
        add_text(passage, bold);
        return;
      }
    }
    const bool structural = label.level < Level::Article;
    if (structural || (!inner && rest.size() <= heading_bytes_max && !ends_sentence(rest))) {
      innermost().heading = rest;
      reached_ = layout_.end(passage);
      return;
    }
    add_text(passage, label.end);
  }

  // "Chương II" with its heading on the next line or in the next paragraph.
  void take_next_heading(Level level) {
    bool more = false;
    while (at_ + 1 < layout_.passages.size()) {
      const Passage& next = layout_.passages[at_ + 1];
      const std::string_view text = raw(at_ + 1);
      if (next.cell || quoted_[at_ + 1] || text.size() > heading_bytes_max) return;
      if (label_of(first_line(at_ + 1)) || ends_sentence(text) || is_decoration(text)) return;
      if (more && !(next.joined && is_capitals(text))) return;
      if (level == Level::Annex && !is_capitals(text)) return;
      ++at_;
      std::string& heading = innermost().heading;
      if (!heading.empty()) heading += ' ';
      heading += plain_text(source_, layout_, next);
      reached_ = layout_.end(next);
      more = true;
    }
  }

  void add_text(const Passage& passage, std::size_t from) {
    if (stack_.empty() || closed_) return;
    const std::size_t begin = layout_.begin(passage) + from;
    std::string added = passage.cell
                            ? plain_text(source_, layout_, passage)
                            : plain_text(source_.substr(begin, layout_.end(passage) - begin));
    reached_ = std::max(reached_, layout_.end(passage));
    if (added.empty()) return;
    std::string& text = innermost().text;
    if (!text.empty()) text += ' ';
    text += added;
  }

  void close() {
    if (stack_.empty()) return;
    closed_ = true;
    capitals_.reset();
  }

  void other(const Passage& passage, std::string_view text) {
    if (!stack_.empty() && !in_annex() && is_closing_formula(text)) {
      tree_.closing = at_;
      close();
      return;
    }
    if (!closed_ && starts_with_any(text, ends)) {
      close();
      return;
    }
    if (!closed_) {
      add_text(passage, 0);
    } else if (is_capitals(text)) {
      if (!capitals_) capitals_ = at_;
    } else if (!is_decoration(text) && !plain_text(text).empty()) {
      capitals_.reset();
    }
  }

  // "PHỤ LỤC II" in capitals, or below the signature a title in capitals and "(Kèm theo ...)".
  bool open_annex(std::string_view text) {
    static constexpr std::array annex{std::string_view("phu luc")};
    static constexpr std::array attached{
        std::string_view("(kem theo"), std::string_view("(ban hanh kem theo"),
        std::string_view("(dinh kem"), std::string_view("kem theo "),
        std::string_view("ban hanh kem theo ")};
    if (tree_.provisions.empty()) return false;
    const bool named = starts_with_any(text, annex) &&
                       (is_capitals(first_line(at_)) || (closed_ && text.size() <= sign_bytes_max));
    if (!named && !(closed_ && capitals_ && starts_with_any(text, attached))) return false;
    pop_to(0);
    closed_ = false;
    const std::size_t from = named ? at_ : *capitals_;
    const std::size_t here = at_;
    const std::size_t begin = layout_.begin(layout_.passages[from]);
    const std::size_t label_end = named ? layout_.pieces[layout_.passages[at_].first].end : begin;
    push(Level::Annex, "phu-luc-" + std::to_string(++annexes_), begin, label_end);
    if (named) {
      if (layout_.begin(layout_.passages[at_]) + text.size() > label_end) {
        innermost().heading = plain_text(text.substr(label_end - begin));
        reached_ = begin + text.size();
      } else {
        take_next_heading(Level::Annex);
      }
    } else {
      for (std::size_t i = from; i < here; ++i) {
        if (is_decoration(raw(i))) continue;
        if (!innermost().heading.empty()) innermost().heading += ' ';
        innermost().heading += plain_text(raw(i));
      }
      add_text(layout_.passages[here], 0);
    }
    capitals_.reset();
    return true;
  }

  std::string_view source_;
  const Layout& layout_;
  const LegalHead& head_;
  std::vector<bool> quoted_;
  LegalTree tree_;
  std::vector<Open> stack_;
  Open root_{0, Level::Annex, {}};
  std::set<std::string> addresses_;
  std::optional<std::size_t> capitals_;  // the first line in capitals since the signature
  std::size_t at_ = 0;
  std::size_t reached_ = 0;  // the end of what belongs to the provisions that stand open
  std::size_t annexes_ = 0;
  bool articles_ = false;
  bool closed_ = false;
};

}  // namespace

LegalTree read_tree(std::string_view source, const Layout& layout, const LegalHead& head) {
  return TreeReader(source, layout, head).run();
}

}  // namespace lantoa::viet
