#include "viet/reference_scan.h"

#include <algorithm>
#include <array>

#include "viet/document_names.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t digits_max = 3;
constexpr std::size_t items_max = 60;  // of one reference
constexpr std::size_t name_words_max = 24;

enum class Rank { Point, Clause, Article };

struct Item {
  Rank rank = Rank::Article;
  std::string value;  // empty for "này"
};

// Words in small letters that end a law's name, with their marks: "tại" but not "tai".
constexpr auto name_stops = std::to_array<std::string_view>({
    "ngày", "năm", "quy định", "được", "đã",  "thì",    "về",        "này",
    "của",  "là",  "khi",      "theo", "tại", "cũng",   "hiện hành", "sửa",
    "hoặc", "nếu", "phải",     "nêu",  "để",  "và các", "ban hành",
});

class Scan {
 public:
  Scan(const SourceText& source, std::size_t begin)
      : source_(source), text_(source.folded()), at_(begin) {}

  std::optional<ScannedReference> run() {
    ScannedReference found;
    found.begin = at_;
    if (!group()) return std::nullopt;
    while (items_.size() < items_max && next_group()) {
    }
    found.end = end_;
    found.reference.provisions = addresses();
    read_document(found);
    return found;
  }

 private:
  // The level's word, whose marks must be right: "điểm", not "diêm".
  std::optional<Rank> level_word(std::size_t& at) const {
    if (source_.starts(at, "diem ") && is(at, 0x0111, 0x0110) && is(at + 2, 0x1EC3, 0x1EC2)) {
      at += 5;
      return Rank::Point;
    }
    if (source_.starts(at, "khoan ") && is(at + 3, 0x1EA3, 0x1EA2)) {
      at += 6;
      return Rank::Clause;
    }
    if (source_.starts(at, "dieu ") && is(at, 0x0111, 0x0110) && is(at + 2, 0x1EC1, 0x1EC0)) {
      at += 5;
      return Rank::Article;
    }
    return std::nullopt;
  }

  bool is(std::size_t i, char32_t small, char32_t capital) const {
    return source_.at(i) == small || source_.at(i) == capital;
  }

  // "3", "5a", "b", "này". Moves on only when it fits.
  std::optional<std::string> value(Rank rank, std::size_t& at) const {
    if (source_.starts(at, "nay") && is(at + 1, 0xE0, 0xC0)) {
      at += 3;
      return std::string();
    }
    std::size_t i = at;
    std::string out;
    if (rank == Rank::Point) {
      const char32_t c = source_.at(i);
      if (!is_letter(c) || (c >= 0x80 && c != 0x0111)) return std::nullopt;
      out = c == 0x0111 ? "dd" : text_.substr(i, 1);
      ++i;
      if (is_digit(source_.at(i))) out += text_[i++];
    } else {
      while (is_digit(source_.at(i)) && i - at <= digits_max) out += text_[i++];
      if (out.empty() || out.size() > digits_max || out[0] == '0') return std::nullopt;
      const char32_t letter = source_.at(i);
      if (is_letter(letter) && letter < 0x80) out += text_[i++];
    }
    if (is_letter(source_.at(i)) || is_digit(source_.at(i))) return std::nullopt;
    const char32_t mark = source_.at(i);
    const bool fraction = (mark == U'/' || mark == U'.' || mark == U',') &&
                          is_digit(source_.at(i + 1)) && rank != Rank::Point;
    if (fraction || mark == U'%') return std::nullopt;
    at = i;
    return out;
  }

  bool group() {
    std::size_t at = at_;
    const auto rank = level_word(at);
    if (!rank) return false;
    auto first = value(*rank, at);
    if (!first) return false;
    items_.push_back({*rank, *std::move(first)});
    at_ = end_ = at;
    while (items_.size() < items_max && more(*rank)) {
    }
    return true;
  }

  std::optional<std::size_t> joiner(std::size_t at) const {
    for (const std::string_view words : {", ", " va ", " hoac ", ", va "}) {
      if (text_.compare(at, words.size(), words) == 0) return at + words.size();
    }
    return std::nullopt;
  }

  // ", 2" and " và 3" of the same level.
  bool more(Rank rank) {
    auto at = joiner(at_);
    if (!at) return false;
    if (text_.compare(*at, 3, "va ") == 0) *at += 3;
    auto next = value(rank, *at);
    // "khoản 1, 2 phường": a number that counts something is no number of a provision, but only
    // what follows could tell; commas of a list are what is meant nearly always.
    if (!next || next->empty()) return false;
    items_.push_back({rank, *std::move(next)});
    at_ = end_ = *at;
    return true;
  }

  // The level above directly behind, or another reference of the same list.
  bool next_group() {
    if (items_.back().value.empty() && items_.back().rank == Rank::Article) return false;
    const std::size_t back = at_;
    if (source_.at(at_) == U' ') {
      ++at_;
      if (source_.starts(at_, "cua ")) at_ += 4;
      if (group()) return true;
      at_ = back;
    }
    if (const auto at = joiner(at_)) {
      at_ = *at;
      if (source_.starts(at_, "cac ")) at_ += 4;
      if (group()) return true;
    }
    at_ = back;
    return false;
  }

  // An item stands alone unless the one before it is of a lower level and so lies inside it.
  std::vector<std::string> addresses() const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (i > 0 && items_[i - 1].rank < items_[i].rank) continue;
      std::string address;
      Rank above = items_[i].rank;
      address = part(items_[i]);
      for (std::size_t j = i + 1; j < items_.size() && above != Rank::Article; ++j) {
        if (items_[j].rank <= above) continue;
        above = items_[j].rank;
        const std::string outer = part(items_[j]);
        if (!outer.empty()) address = address.empty() ? outer : outer + '.' + address;
      }
      out.push_back(std::move(address));
    }
    return out;
  }

  static std::string part(const Item& item) {
    if (item.value.empty()) return {};
    const char* key = item.rank == Rank::Point    ? "diem-"
                      : item.rank == Rank::Clause ? "khoan-"
                                                  : "dieu-";
    return key + item.value;
  }

  void read_document(ScannedReference& found) const {
    std::size_t at = end_;
    for (const std::string_view words : {" cua ", " tai ", ", ", " "}) {
      if (text_.compare(at, words.size(), words) != 0) continue;
      at += words.size();
      break;
    }
    found.document_begin = at;
    ProvisionReference& reference = found.reference;
    if (items_.back().value.empty()) {
      reference.of = ProvisionReference::Of::ThisProvision;
      return;
    }
    if (at == end_ || !is_upper(source_.at(at))) return;
    for (const TypeWord& word : type_words()) {
      if (!source_.starts(at, word.folded)) continue;
      const std::size_t after = at + word.folded.size();
      if (source_.starts(after, " nay")) {
        reference.of = ProvisionReference::Of::ThisDocument;
        return;
      }
      reference.of = ProvisionReference::Of::Document;
      reference.document = word.name;
      const bool law =
          word.folded == "luat" || word.folded == "bo luat" || word.folded == "phap lenh";
      if (law && source_.at(after) == U' ') {
        const std::size_t end = law_name_end(source_, after + 1);
        if (end > after + 1) reference.document += ' ' + source_.text(after + 1, end);
      }
      return;
    }
  }

  const SourceText& source_;
  const std::string& text_;
  std::size_t at_;
  std::size_t end_ = 0;
  std::vector<Item> items_;
};

// Whether these words stand here with their marks, and no letter behind them.
bool spelled(const SourceText& source, std::size_t at, std::string_view words) {
  const auto characters =
      static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
      }));
  const std::size_t end = at + characters;
  return !is_letter(source.at(end)) && source.text(at, end) == words;
}

// "Điều 5. ..." that opens a paragraph is the label of a provision.
bool is_label(const SourceText& source, const ScannedReference& found) {
  const auto& provisions = found.reference.provisions;
  if (provisions.size() != 1 || !provisions[0].starts_with("dieu-")) return false;
  if (provisions[0].find('.') != std::string::npos) return false;
  const bool first = found.begin == 0 || source.at(found.begin - 1) == U'\n' ||
                     (found.begin == 1 && source.at(0) == U' ');
  const char32_t after = source.at(found.end);
  return first && (after == U'.' || after == U':' || after == U'\n' || after == 0);
}

}  // namespace

std::size_t law_name_end(const SourceText& source, std::size_t begin) {
  const std::string& text = source.folded();
  if (!is_upper(source.at(begin))) return begin;
  const auto stops = [&](std::size_t at) {
    // "và Nghị định ...", "số 5": but "Luật Dân số".
    if (source.starts(at, "va ") && is_upper(source.at(at + 3))) return true;
    if (source.starts(at, "so") && is_digit(source.at(at + 3))) return true;
    return std::any_of(name_stops.begin(), name_stops.end(),
                       [&](std::string_view words) { return spelled(source, at, words); });
  };
  std::size_t end = begin;
  for (std::size_t n = 0; n < name_words_max; ++n) {
    const std::size_t at = n == 0 ? begin : end + 1;
    if (n > 0 && stops(at)) break;
    std::size_t next = at;
    while (is_letter(source.at(next))) ++next;
    if (next == at) break;
    end = next;
    // A comma goes on with the name only in a list: "Luật Phòng, chống ma túy".
    if (text.compare(end, 2, ", ") == 0 && is_letter(source.at(end + 2)) &&
        !is_upper(source.at(end + 2)) && n < 3 && !stops(end + 2)) {
      std::size_t following = end + 2;
      while (is_letter(source.at(following))) ++following;
      end = following;
    }
    if (source.at(end) != U' ') break;
  }
  return end;
}

std::vector<ScannedReference> scan_references(const SourceText& source) {
  std::vector<ScannedReference> out;
  const std::string& text = source.folded();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != 'd' && text[i] != 'k') continue;
    if (i > 0 && is_letter(source.at(i - 1))) continue;
    auto found = Scan(source, i).run();
    if (!found) continue;
    i = found->end - 1;
    if (!is_label(source, *found)) out.push_back(*std::move(found));
  }
  return out;
}

std::vector<ProvisionReference> find_references(std::string_view text) {
  std::vector<ProvisionReference> out;
  const SourceText source(text);
  for (ScannedReference& found : scan_references(source)) {
    found.reference.offset = source.begin_byte(found.begin);
    found.reference.length = source.end_byte(found.end) - found.reference.offset;
    out.push_back(std::move(found.reference));
  }
  return out;
}

}  // namespace lantoa::viet
