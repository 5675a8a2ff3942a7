#include "viet/legal_label.h"

#include <algorithm>
#include <array>

#include "viet/source_text.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t label_bytes_max = 96;  // of a line, looked at for a label
constexpr std::size_t capitals_bytes_max = 300;
constexpr std::size_t digits_max = 3;

// The letters that number points, in their order; đ is told apart from d by its mark.
constexpr std::string_view point_letters = "abcdDeghiklmnopqrstuvxy";

constexpr auto ordinals = std::to_array<std::string_view>(
    {"nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"});

constexpr auto grounds = std::to_array<std::string_view>(
    {"can cu ", "xet de nghi ", "theo de nghi ", "xet to trinh ", "thuc hien ", "theo "});

std::string_view beginning(std::string_view line, std::size_t bytes) {
  return line.substr(0, std::min(line.size(), bytes));
}

int roman_value(std::string_view digits) {
  const auto one = [](char c) {
    switch (c) {
      case 'i':
        return 1;
      case 'v':
        return 5;
      case 'x':
        return 10;
      case 'l':
        return 50;
      default:
        return 0;
    }
  };
  int value = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int here = one(digits[i]);
    if (here == 0) return 0;
    value += i + 1 < digits.size() && one(digits[i + 1]) > here ? -here : here;
  }
  return value;
}

class Reader {
 public:
  explicit Reader(std::string_view line)
      : line_(line), source_(beginning(line, label_bytes_max)), text_(source_.folded()) {}

  std::optional<Label> read() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '#')) ++at_;
    begin_ = at_;
    if (at_ >= text_.size()) return std::nullopt;
    const char first = text_[at_];
    if (first >= '0' && first <= '9') return clause();
    if (auto named = named_level()) return named;
    if (auto found = point()) return found;
    return roman_section();
  }

 private:
  bool upper() const { return is_upper(source_.at(at_)); }
  void space() {
    if (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  // "3", "5a": digits, and a letter directly behind them.
  bool number(Label& label) {
    const std::size_t first = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
      if (at_ - first == digits_max) return false;
      label.order = label.order * 10 + (text_[at_++] - '0');
    }
    if (at_ == first) return false;
    label.value = std::to_string(label.order);
    const char32_t letter = source_.at(at_);
    const char32_t next = source_.at(at_ + 1);
    if (letter != 0 && is_letter(letter) && !is_letter(next) && !is_digit(next)) {
      label.value += letter_key(at_);
      ++at_;
    }
    return label.order > 0;
  }

  std::string letter_key(std::size_t i) const {
    const char32_t c = source_.at(i);
    return c == 0x0111 || c == 0x0110 ? "dd" : std::string(1, text_[i]);
  }

  // Whether white space or the end stands here.
  bool gap() const { return at_ >= text_.size() || text_[at_] == ' ' || text_[at_] == '\n'; }

  std::optional<Label> finish(Label label, Level level) {
    label.level = level;
    label.begin = source_.begin_byte(begin_);
    label.end = source_.end_byte(at_);
    std::size_t rest = at_;
    while (rest < text_.size() && (text_[rest] == ' ' || text_[rest] == '\n')) ++rest;
    label.alone = rest >= text_.size() && source_.size() > 0 && line_.size() <= label_bytes_max;
    return label;
  }

  // "1. ", "12a. ", "1- ": not "1.5", "1/2", "1, 2".
  std::optional<Label> clause() {
    Label label;
    if (!number(label)) return std::nullopt;
    space();
    if (at_ >= text_.size()) return std::nullopt;
    const char mark = text_[at_];
    const std::size_t before = at_;
    ++at_;
    if (mark == '.' || mark == ')') {
      if (before > begin_ && text_[before - 1] == ' ' && !gap()) return std::nullopt;
      const char next = at_ < text_.size() ? text_[at_] : ' ';
      if ((next >= '0' && next <= '9') || next == '.' || next == ',') return std::nullopt;
      return finish(std::move(label), Level::Clause);
    }
    if (mark != '-' || text_[before - 1] == ' ' || !gap()) return std::nullopt;
    const std::size_t end = at_;
    space();
    const bool sentence = upper();
    at_ = end;
    return sentence ? finish(std::move(label), Level::Clause) : std::nullopt;
  }

  std::optional<Label> named_level() {
    struct Word {
      std::string_view folded;
      Level level;
    };
    static constexpr std::array words{Word{"dieu ", Level::Article},
                                      Word{"chuong ", Level::Chapter}, Word{"muc ", Level::Section},
                                      Word{"tieu muc ", Level::Subsection},
                                      Word{"phan ", Level::Part}};
    if (!upper()) return std::nullopt;
    for (const Word& word : words) {
      if (text_.compare(at_, word.folded.size(), word.folded) != 0) continue;
      if (word.level == Level::Article && source_.at(at_) != 0x0110) return std::nullopt;
      at_ += word.folded.size();
      Label label;
      const bool counted =
          number(label) || (word.level != Level::Article && (roman(label) || ordinal(label)));
      if (!counted) return std::nullopt;
      return ended(std::move(label), word.level);
    }
    return std::nullopt;
  }

  // After its number a heading has a full stop, a colon, or nothing on its line.
  std::optional<Label> ended(Label label, Level level) {
    const std::size_t number_end = at_;
    space();
    const char mark = at_ < text_.size() ? text_[at_] : '\0';
    if (mark == '.' || mark == ':' || (mark == '-' && level != Level::Article)) {
      ++at_;
      return finish(std::move(label), level);
    }
    at_ = number_end;
    label = *finish(std::move(label), level);
    const bool capitals = level != Level::Article && is_capitals(line_);
    return label.alone || capitals ? std::optional(std::move(label)) : std::nullopt;
  }

  bool roman(Label& label) {
    std::size_t end = at_;
    while (end < text_.size() && end - at_ < 8 && is_upper(source_.at(end))) ++end;
    label.order = roman_value(std::string_view(text_).substr(at_, end - at_));
    if (end == at_ || label.order <= 0) return false;
    label.value = std::to_string(label.order);
    at_ = end;
    return true;
  }

  bool ordinal(Label& label) {
    if (text_.compare(at_, 4, "thu ") != 0) return false;
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      if (!source_.starts(at_ + 4, ordinals[i])) continue;
      label.order = static_cast<int>(i) + 1;
      label.value = std::to_string(label.order);
      at_ += 4 + ordinals[i].size();
      return true;
    }
    return false;
  }

  // "a)", "đ)", "a1)", "a. ": a small letter.
  std::optional<Label> point() {
    const char32_t letter = source_.at(at_);
    if (!is_letter(letter) || upper()) return std::nullopt;
    const bool barred = letter == 0x0111;
    if (letter >= 0x80 && !barred) return std::nullopt;
    const auto place = point_letters.find(barred ? 'D' : text_[at_]);
    if (place == point_letters.npos) return std::nullopt;
    Label label;
    label.order = static_cast<int>(place) + 1;
    label.value = letter_key(at_++);
    if (at_ < text_.size() && text_[at_] >= '1' && text_[at_] <= '9') label.value += text_[at_++];
    space();
    if (at_ >= text_.size()) return std::nullopt;
    const char mark = text_[at_++];
    if (mark == ')' || (mark == '.' && at_ < text_.size() && gap() && text_[at_ - 2] != ' ')) {
      return finish(std::move(label), Level::Point);
    }
    return std::nullopt;
  }

  std::optional<Label> roman_section() {
    Label label;
    at_ = begin_;
    if (!upper() || !roman(label)) return std::nullopt;
    space();
    if (at_ >= text_.size() || (text_[at_] != '.' && text_[at_] != '-')) return std::nullopt;
    ++at_;
    if (!gap()) return std::nullopt;
    label.roman = true;
    return finish(std::move(label), Level::Section);
  }

  std::string_view line_;
  SourceText source_;
  const std::string& text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

// Nearly every line that opens with no label is known by its first byte or two.
bool may_open_label(std::string_view line) {
  const std::size_t first = line.find_first_not_of("*_# \\\xC2\xA0");
  if (first == line.npos || line.size() - first < 2) return false;
  const char c = line[first];
  const bool word = c == 'C' || c == 'M' || c == 'T' || c == 'P' || c == '\xC4' || c == 'I' ||
                    c == 'V' || c == 'X' || c == 'D';
  const bool small = c >= 'a' && c <= 'z';
  const bool marked = small && line.substr(first + 1, 6).find_first_of(").") != line.npos;
  return (c >= '0' && c <= '9') || word || marked;
}

}  // namespace

std::optional<Label> label_of(std::string_view line) {
  return may_open_label(line) ? Reader(line).read() : std::nullopt;
}

std::string_view level_key(Level level) {
  switch (level) {
    case Level::Annex:
      return "phu-luc";
    case Level::Part:
      return "phan";
    case Level::Chapter:
      return "chuong";
    case Level::Section:
      return "muc";
    case Level::Subsection:
      return "tieu-muc";
    case Level::Article:
      return "dieu";
    case Level::Clause:
      return "khoan";
    case Level::Point:
      break;
  }
  return "diem";
}

bool opens_ground(std::string_view line) {
  const std::size_t first = line.find_first_not_of("*_ \xC2\xA0");
  if (first == line.npos || std::string_view("CXTcxt").find(line[first]) == line.npos) return false;
  const SourceText source(beginning(line.substr(first), label_bytes_max));
  if (!is_upper(source.at(0))) return false;
  return std::any_of(grounds.begin(), grounds.end(),
                     [&](std::string_view words) { return source.starts(0, words); });
}

bool is_capitals(std::string_view text) {
  if (text.size() > capitals_bytes_max) return false;
  // Small letters of ASCII stand in nearly every other line.
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (std::any_of(text.begin(), text.end(), small)) return false;
  const SourceText source(text);
  return all_capitals(source, 0, source.size());
}

bool opens_heading(std::string_view line) {
  const auto label = label_of(line);
  return label && label->level <= Level::Article;
}

bool opens_passage(std::string_view line) {
  return label_of(line).has_value() || opens_ground(line) || is_capitals(line);
}

}  // namespace lantoa::viet
