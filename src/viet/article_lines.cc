#include "viet/article_lines.h"

#include <algorithm>
#include <array>

#include "viet/legal_date.h"
#include "viet/source_text.h"
#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

constexpr std::size_t label_bytes_max = 120;
constexpr std::size_t time_bytes_min = 12;        // "8h00 1/1/2024" has thirteen
constexpr std::size_t time_line_bytes_max = 800;  // a title with its time
constexpr std::size_t author_words_max = 6;
constexpr std::size_t author_bytes_max = 80;

using Labels = std::string_view;

constexpr auto tails = std::to_array<Labels>({
    "cac bai moi dang",  "cac bai da dang",   "bai viet xem",        "viet binh luan",
    "cac tin moi hon",   "cac tin cu hon",    "cac tin khac",        "cac tin da dua",
    "tin moi hon",       "tin cu hon",        "tin lien quan",       "bai viet lien quan",
    "bai lien quan",     "cac tin lien quan", "tin cung chuyen muc", "cung chuyen muc",
    "tin khac",          "cac bai khac",      "bai viet khac",       "cac bai viet khac",
    "y kien ban doc",    "y kien binh luan",  "gui binh luan",       "binh luan cua ban",
    "danh gia bai viet", "tin doc nhieu",     "doc nhieu nhat",      "tin moi nhat",
    "cac bai lien quan", "cac bai viet moi",  "cac bai viet cu",
});

constexpr auto labels = std::to_array<Labels>({
    "ho ten",      "ho va ten", "so dien thoai", "dien thoai",    "tieu de",   "noi dung",
    "ma xac nhan", "ma bao ve", "email",         "dia chi email", "gui",       "gui email",
    "in bai viet", "in trang",  "ban in",        "chia se",       "luot xem",  "xem",
    "so lan xem",  "co chu",    "doc bai viet",  "nghe bai viet", "trang chu", "ve trang chu",
    "quay lai",    "dau trang", "ve dau trang",  "luu bai viet",  "tu khoa",   "tags",
    "bai viet",    "binh luan", "xem them",      "phong to",      "thu nho",   "tuong phan",
});

// The folded text before a colon, an asterisk or a number: "Họ tên:(*)" -> "ho ten".
std::string label_text(std::string_view line, bool& field) {
  std::string folded = fold(line);
  const auto cut = folded.find_first_of(":*");
  field = cut != std::string::npos;
  if (field) folded.resize(cut);
  while (!folded.empty() && (folded.back() == ' ' || folded.back() == '(' || folded.back() == '.' ||
                             (folded.back() >= '0' && folded.back() <= '9'))) {
    folded.pop_back();
  }
  while (folded.starts_with("- ") || folded.starts_with("> ")) folded.erase(0, 2);
  return folded;
}

template <class List>
bool contains(const List& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// "Trang chủ > Tin tức > Thành phố"
bool is_breadcrumb(std::string_view line) {
  return line.size() <= label_bytes_max &&
         (line.find('>') != std::string_view::npos || line.find("»") != std::string_view::npos ||
          line.find('/') != std::string_view::npos) &&
         fold(line).starts_with("trang chu");
}

std::size_t spaces_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')) return 1;
  if (text.substr(at).starts_with("\xC2\xA0")) return 2;
  if (text.substr(at).starts_with("\xEF\xBB\xBF") || text.substr(at).starts_with("\xE2\x80\x8B")) {
    return 3;
  }
  return 0;
}

struct ClockTime {
  std::size_t begin = 0, end = 0;
  int hour = 0, minute = 0;
};

// "10:32", "10h32", "10:32:05", "10:32 AM"; looked for from a position.
std::optional<ClockTime> clock_in(std::string_view text, std::size_t from) {
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!digit(i) || (i > 0 && (digit(i - 1) || text[i - 1] == ':'))) continue;
    std::size_t at = i;
    int hour = 0;
    while (digit(at) && at - i < 2) hour = hour * 10 + (text[at++] - '0');
    if (at >= text.size() || (text[at] != ':' && text[at] != 'h')) continue;
    if (!digit(at + 1) || !digit(at + 2) || digit(at + 3)) continue;
    const int minute = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
    at += 3;
    if (at < text.size() && text[at] == ':' && digit(at + 1) && digit(at + 2)) at += 3;
    const std::string half = fold(text.substr(at, 3));
    if (half == "pm" && hour < 12) hour += 12;
    if (half == "am" && hour == 12) hour = 0;
    if (half == "pm" || half == "am") at = std::min(at + 3, text.size());
    if (hour < 24 && minute < 60) return ClockTime{i, at, hour, minute};
  }
  return std::nullopt;
}

// Only punctuation, days of the week and words such as "Ngày đăng" may stand around the time.
bool only_dressing(std::string_view text) {
  std::string folded = fold(text);
  for (char& c : folded) {
    if (c < 'a' || c > 'z') c = c >= '0' && c <= '9' ? '0' : ' ';
  }
  for (const std::string_view word :
       {"ngay dang", "dang luc", "cap nhat", "xuat ban", "thu hai", "thu ba", "thu tu", "thu nam",
        "thu sau", "thu bay", "chu nhat", "ngay", "luc", "gmt 0", "gio", "dang", "gmt"}) {
    for (std::size_t at; (at = folded.find(word)) != std::string::npos;)
      folded.erase(at, word.size());
  }
  return folded.find_first_not_of(' ') == std::string::npos;
}

}  // namespace

std::vector<Line> split_lines(std::string_view source) {
  std::vector<Line> out;
  for (std::size_t begin = 0; begin < source.size();) {
    const std::size_t newline = std::min(source.find('\n', begin), source.size());
    std::size_t first = begin;
    while (first < newline && spaces_at(source, first) > 0) first += spaces_at(source, first);
    std::size_t last = first;
    for (std::size_t i = first; i < newline;) {
      const std::size_t spaces = spaces_at(source, i);
      i += spaces > 0 ? spaces : 1;
      if (spaces == 0) last = i;
    }
    out.push_back({first, last, source.substr(first, last - first)});
    begin = newline + 1;
  }
  return out;
}

std::optional<PublishedAt> published_in(std::string_view line) {
  if (line.size() < time_bytes_min || line.size() > time_line_bytes_max ||
      line.find_first_of("0123456789") == line.npos) {
    return std::nullopt;
  }
  for (const DateMention& date : find_dates(line, std::nullopt)) {
    const std::size_t date_end = date.offset + date.length;
    for (std::size_t from = 0;;) {
      const auto clock = clock_in(line, from);
      if (!clock) break;
      from = clock->end;
      const std::size_t begin = std::min(clock->begin, date.offset);
      const std::size_t end = std::max(clock->end, date_end);
      const std::size_t gap_begin = std::min(clock->end, date_end);
      const std::size_t gap_end = std::max(clock->begin, date.offset);
      if (gap_end < gap_begin || !only_dressing(line.substr(gap_begin, gap_end - gap_begin)))
        continue;
      const std::size_t open = line.rfind('(', begin);
      const bool bracketed =
          open != std::string_view::npos && line.find(')', end) != std::string_view::npos &&
          only_dressing(line.substr(open, begin - open)) && only_dressing(line.substr(end));
      if (!bracketed &&
          !(only_dressing(line.substr(0, begin)) && only_dressing(line.substr(end)))) {
        continue;
      }
      const CivilTime civil{to_civil(date.date), clock->hour, clock->minute, 0, 0};
      return PublishedAt{bracketed ? open : 0, line.size(), from_vietnam_time(civil)};
    }
  }
  return std::nullopt;
}

Furniture furniture_of(std::string_view line) {
  if (line.size() > label_bytes_max) return Furniture::None;
  if (is_breadcrumb(line)) return Furniture::Label;
  bool field = false;
  const std::string label = label_text(line, field);
  if (contains(tails, label)) return Furniture::Tail;
  if (line.find("(*)") != std::string_view::npos) return Furniture::Label;
  if (contains(labels, label)) return Furniture::Label;
  return Furniture::None;
}

std::optional<std::string> author_of(std::string_view line) {
  if (line.empty() || line.size() > author_bytes_max) return std::nullopt;
  const SourceText source(line);
  std::size_t begin = 0;
  for (const std::string_view prefix : {"tac gia: ", "bai va anh: ", "bai: ", "nguoi viet: "}) {
    if (source.folded().starts_with(prefix)) begin = prefix.size();
  }
  std::size_t words = 0;
  for (std::size_t i = begin; i < source.size(); ++i) {
    const char32_t c = source.at(i);
    const bool starts_word = i == begin || source.at(i - 1) == U' ' || source.at(i - 1) == U'.';
    if (starts_word && is_letter(c)) {
      if (!is_upper(c)) return std::nullopt;
      ++words;
    } else if (!is_letter(c) && c != U' ' && c != U'-' && c != U'.' && c != U',') {
      return std::nullopt;
    }
  }
  const bool ends_sentence = source.at(source.size() - 1) == U'.';
  if (words == 0 || words > author_words_max || (ends_sentence && begin == 0)) return std::nullopt;
  return source.text(begin, source.size());
}

}  // namespace lantoa::viet
