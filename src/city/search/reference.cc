#include "city/search/reference.h"

#include <algorithm>
#include <array>
#include <set>

#include "viet/unicode.h"

namespace lantoa::city::search {
namespace {

using lantoa::search::Query;

constexpr std::size_t type_words_max = 4;  // "thông tư liên tịch"

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "32", "15a"
bool is_number(std::string_view word) {
  const std::size_t digits =
      static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
  return digits > 0 && word.size() <= digits + 1;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(), is_digit);
}

// "06" and "6" are one number.
std::string plain_number(std::string_view word) {
  while (word.size() > 1 && word.front() == '0' && is_digit(word[1])) word.remove_prefix(1);
  return std::string(word);
}

std::string joined(const std::vector<std::string>& words, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + words[i];
  return out;
}

// "nghi dinh" -> "nd"
std::string initials(std::string_view folded) {
  std::string out;
  char before = ' ';
  for (const char c : folded) {
    if (before == ' ' && c != ' ') out += c;
    before = c;
  }
  return out;
}

struct Level {
  std::string_view folded;
  std::string_view name;
};
constexpr std::array<Level, 3> levels{Level{"dieu", "Điều"}, {"khoan", "khoản"}, {"diem", "điểm"}};

// What is read of a query, word by word.
class Reading {
 public:
  explicit Reading(const Query& query) : query_(query), used_(query.words.size()) {
    read_provisions();
    read_number();
  }
  Reference done() { return std::move(out_); }

 private:
  const std::string& word(std::size_t i) const { return query_.words[i].keys.folded; }
  std::size_t size() const { return query_.words.size(); }

  void read_provisions() {
    for (const Level& level : levels) {
      for (std::size_t i = 0; i + 1 < size(); ++i) {
        const bool letter = level.folded == "diem" && word(i + 1).size() == 1;
        if (word(i) != level.folded || !(letter || is_number(word(i + 1)))) continue;
        const lantoa::search::QueryWord& label = query_.words[i + 1];
        const std::string written = query_.text.substr(label.offset, label.length);
        out_.provision +=
            (out_.provision.empty() ? "" : " ") + std::string(level.name) + " " + written;
        // Of a full text the point đ has another address than d.
        const bool is_dd = written == "đ" || written == "Đ";
        out_.within += (out_.within.empty() ? "" : ".") + std::string(level.folded) + "-" +
                       (is_dd ? "dd" : word(i + 1));
        used_[i] = used_[i + 1] = true;
        break;
      }
    }
  }

  void read_number() {
    for (std::size_t i = 0; i < size(); ++i) {
      if (used_[i] || !is_number(word(i))) continue;
      const std::size_t phrase = query_.words[i].phrase;
      std::size_t end = i + 1;
      while (phrase != 0 && end < size() && query_.words[end].phrase == phrase) ++end;
      return read_from(i, end);
    }
  }

  // The number's words are [begin, end).
  void read_from(std::size_t begin, std::size_t end) {
    std::vector<std::string> parts{plain_number(word(begin))};
    for (std::size_t i = begin + 1; i < end; ++i) parts.push_back(word(i));
    std::size_t past = end;
    std::string year = parts.size() > 1 && is_year(parts[1]) ? parts[1] : "";
    if (year.empty() && end + 1 < size() && word(end) == "nam" && is_year(word(end + 1))) {
      year = word(end + 1);
      past = end + 2;
    }
    const bool number_only = parts.size() <= (year.empty() || past > end ? 1U : 2U);
    const std::size_t so = begin > 0 && word(begin - 1) == "so" ? 1 : 0;
    if (!number_only) mean(joined(parts, parts.size()), begin - so, past);
    for (std::size_t count = std::min(type_words_max, begin - so); count > 0; --count) {
      const std::size_t first = begin - so - count;
      std::string key = query_.folded(first, count) + " " + parts[0];
      if (!year.empty()) key += " " + year;
      mean(std::move(key), first, past);
    }
    if (number_only) mean(year.empty() ? parts[0] : parts[0] + " " + year, begin - so, past);
  }

  void mean(std::string key, std::size_t begin, std::size_t end) {
    Meant meant{std::move(key), {}};
    for (std::size_t i = 0; i < size(); ++i) {
      if (!used_[i] && (i < begin || i >= end)) meant.beside.push_back(i);
    }
    out_.meant.push_back(std::move(meant));
  }

  const Query& query_;
  std::vector<bool> used_;  // by provisions
  Reference out_;
};

}  // namespace

std::vector<std::string> keys_of_document(std::string_view type, std::string_view number,
                                          Date issued) {
  std::vector<std::string> parts;
  for (const auto& word : lantoa::search::parse_query(number).words) {
    parts.push_back(parts.empty() ? plain_number(word.keys.folded) : word.keys.folded);
  }
  std::set<std::string> keys;
  if (parts.empty()) return {};
  for (std::size_t count = 1; count <= parts.size(); ++count) keys.insert(joined(parts, count));
  std::set<std::string> years{std::to_string(to_civil(issued).year)};
  const bool states_year = parts.size() > 1 && is_year(parts[1]);
  if (states_year) years = {parts[1]};
  const Query words = lantoa::search::parse_query(type);
  const std::string folded = words.folded(0, words.words.size());
  std::set<std::string> types{folded, initials(folded)};
  if (parts.size() > (states_year ? 2U : 1U)) types.insert(parts[states_year ? 2 : 1]);
  types.erase("");
  for (const std::string& year : years) {
    keys.insert(parts[0] + " " + year);
    for (const std::string& one : types) keys.insert(one + " " + parts[0] + " " + year);
  }
  for (const std::string& one : types) keys.insert(one + " " + parts[0]);
  return {keys.begin(), keys.end()};
}

Reference read_reference(const Query& query) { return Reading(query).done(); }

}  // namespace lantoa::city::search
