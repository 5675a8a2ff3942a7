#include "viet/number_scan.h"

#include <algorithm>

#include "viet/document_names.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t digits_max = 6;
constexpr std::size_t token_characters_max = 24;
constexpr std::size_t tokens_max = 8;
constexpr int year_min = 1945;
constexpr int year_max = 2199;

struct Token {
  std::string text;  // usual spelling when known, letters only
  bool type = false;
  bool issuer = false;
  std::optional<int> term;

  bool known() const { return type || issuer; }
  std::string whole() const { return term ? text + std::to_string(*term) : text; }
};

// Letters an abbreviation can have. Those of other alphabets are no letters here: some become
// several letters as capitals, and a number would not be equal to itself.
bool is_vietnamese(char32_t c) {
  constexpr std::u32string_view others = U"ĂăĐđĨĩŨũƠơƯư";
  const bool latin = c >= 0xC0 && c < 0xFF && c != 0xD7 && c != 0xDF && c != 0xF7;
  return (c < 0x80 && is_letter(c)) || latin || (c >= 0x1EA0 && c <= 0x1EF9) ||
         others.find(c) != std::u32string_view::npos;
}

class Scan {
 public:
  Scan(const SourceText& source, std::size_t begin, Surroundings surroundings)
      : source_(source), begin_(begin), at_(begin), surroundings_(surroundings) {}

  std::optional<ScannedNumber> run() {
    if (!digits() || !letter_or_none()) return std::nullopt;
    const bool found = separator('/') ? after_slash() : separator('-') && after_dash();
    if (!found || number_.number == 0) return std::nullopt;
    number_.as_written = source_.text(begin_, at_);
    return ScannedNumber{at_, std::move(number_)};
  }

 private:
  bool typed() const { return surroundings_ == Surroundings::Typed; }
  bool short_forms() const { return surroundings_ != Surroundings::RunningText; }

  bool digits() {
    const std::size_t first = at_;
    while (is_digit(source_.at(at_)) && at_ - first <= digits_max) {
      number_.number = number_.number * 10 + static_cast<std::uint32_t>(source_.at(at_) - U'0');
      ++at_;
    }
    return at_ > first && at_ - first <= digits_max;
  }

  // "15a/": a letter only directly before the separator.
  bool letter_or_none() {
    const char32_t c = source_.at(at_);
    if (!is_letter(c)) return true;
    if (source_.at(at_ + 1) != U'/' && source_.at(at_ + 1) != U'-') return false;
    number_.letter = source_.folded().substr(at_, 1);
    ++at_;
    return number_.letter[0] >= 'a' && number_.letter[0] <= 'z';
  }

  bool separator(char32_t wanted) {
    std::size_t i = at_;
    if (source_.at(i) == U' ') ++i;
    if (source_.at(i) != wanted) return false;
    ++i;
    if (source_.at(i) == U' ') ++i;
    at_ = i;
    return true;
  }

  bool year() {
    std::size_t i = at_;
    int value = 0;
    while (is_digit(source_.at(i)) && i - at_ < 5) {
      value = value * 10 + static_cast<int>(source_.at(i) - U'0');
      ++i;
    }
    if (i - at_ != 4 || value < year_min || value > year_max) return false;
    number_.year = value;
    at_ = i;
    return true;
  }

  // Letters, '&' between letters, then digits: "BGD&ĐT", "QH14". Moves on only when it fits.
  std::optional<Token> token() {
    std::size_t i = at_;
    while (is_vietnamese(source_.at(i)) ||
           (source_.at(i) == U'&' && i > at_ && is_vietnamese(source_.at(i + 1)))) {
      ++i;
    }
    const std::size_t letters = i - at_;
    if (letters == 0 || letters > token_characters_max) return std::nullopt;
    Token token;
    token.text = source_.text(at_, i);
    int term = 0;
    std::size_t after = i;
    while (is_digit(source_.at(after)) && after - i < 3) {
      term = term * 10 + static_cast<int>(source_.at(after) - U'0');
      ++after;
    }
    if (after > i) token.term = term;
    if (is_letter(source_.at(after)) || is_digit(source_.at(after))) return std::nullopt;
    if (!accept(token, at_, i)) return std::nullopt;
    at_ = after;
    return token;
  }

  // In running text only capitals can be an abbreviation, save those known in mixed case.
  bool accept(Token& token, std::size_t first, std::size_t last) const {
    const auto type = known_type(token.text);
    const auto issuer = known_issuer(token.text);
    bool capitals = true;
    for (std::size_t i = first; i < last; ++i) {
      capitals = capitals && (is_upper(source_.at(i)) || source_.at(i) == U'&');
    }
    const bool exact = (type && *type == token.text) || (issuer && *issuer == token.text);
    const bool capitals_first =
        is_upper(source_.at(first)) && last - first > 1 && is_upper(source_.at(first + 1));
    if (!typed() && !capitals && !exact && !((type || issuer) && capitals_first)) return false;
    if (last - first == 1 && !exact) return false;
    token.type = type.has_value();
    token.issuer = issuer.has_value();
    token.text = type ? std::string(*type) : issuer ? std::string(*issuer) : upper(token.text);
    return true;
  }

  // The parts joined by dashes; past the second only a dash without spaces joins.
  std::vector<Token> tokens() {
    std::vector<Token> out;
    while (out.size() < tokens_max) {
      const std::size_t before = at_;
      const bool tight = source_.at(at_) == U'-' && source_.at(at_ + 1) != U' ';
      const bool joined = out.empty() || ((out.size() == 1 || tight) && separator('-'));
      auto next = joined ? token() : std::nullopt;
      if (!next) {
        at_ = before;
        break;
      }
      out.push_back(*std::move(next));
      if (out.size() == 1 && is_assembly(out[0]) && number_.year) break;
    }
    return out;
  }

  static bool is_assembly(const Token& token) {
    return (token.text == "QH" || token.text == "UBTVQH") && token.term.has_value();
  }

  bool after_slash() {
    if (is_digit(source_.at(at_)) && !(year() && separator('/'))) return false;
    const auto parts = tokens();
    if (parts.empty()) return false;
    if (parts.size() == 1 && !is_assembly(parts[0])) {
      // "73/SL", "12/UBND": only where nothing else can be meant.
      if (!short_forms() || !parts[0].known()) return false;
    }
    if (parts.size() == 1 && is_assembly(parts[0]) && !number_.year && !short_forms()) return false;
    assign(parts);
    return !continues();
  }

  // The party's "32-CT/TW", or the old "37-NĐ".
  bool after_dash() {
    const auto type = token();
    if (!type || !type->known()) return false;
    number_.form = DocumentNumber::Form::DashFirst;
    number_.type = type->text;
    const std::size_t before = at_;
    if (separator('/')) {
      if (const auto issuer = token()) {
        number_.issuer = issuer->text;
        number_.term = issuer->term;
        return type->type && !continues();
      }
      at_ = before;
    }
    return short_forms() && !continues();
  }

  void assign(const std::vector<Token>& parts) {
    std::size_t next = 0;
    const bool typed_document = parts[0].type && (parts.size() > 1 || !parts[0].issuer);
    if (typed_document) number_.type = parts[next++].text;
    if (next < parts.size()) {
      number_.issuer = parts[next].text;
      number_.term = parts[next].term;
      ++next;
    }
    for (; next < parts.size(); ++next) {
      std::string& into = number_.type == "TTLT" ? number_.issuer : number_.unit;
      if (!into.empty()) into += '-';
      into += parts[next].whole();
    }
  }

  // Something longer than a number: a path, a web address, an e-mail.
  bool continues() const {
    const char32_t c = source_.at(at_);
    const char32_t next = source_.at(at_ + 1);
    return c == U'@' || c == U'_' || c == U'=' ||
           ((c == U'/' || c == U'.') && (is_digit(next) || (is_letter(next) && !is_upper(next))));
  }

  const SourceText& source_;
  std::size_t begin_;
  std::size_t at_;
  Surroundings surroundings_;
  DocumentNumber number_;
};

}  // namespace

std::optional<ScannedNumber> scan_number(const SourceText& source, std::size_t begin,
                                         Surroundings surroundings) {
  return Scan(source, begin, surroundings).run();
}

}  // namespace lantoa::viet
