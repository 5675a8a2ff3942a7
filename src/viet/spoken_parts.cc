#include "viet/spoken_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "kernel/utf8.h"

namespace lantoa::viet {
namespace {

// Syllables without a mark that are English words too.
constexpr std::array<std::string_view, 27> english_syllables{
    "a",   "be", "by", "can", "day", "do",  "go", "he",  "him",  "i",   "in",   "long", "may", "me",
    "min", "my", "no", "on",  "run", "say", "so", "sum", "than", "the", "them", "then", "to"};
// Those of them that also begin a label of ours before a name: "In Hà Nội".
constexpr std::array<std::string_view, 7> english_openers{"A", "By", "In", "No", "On", "The", "To"};

constexpr std::array<std::string_view, 26> initials{
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c",
    "d",   "g",  "h",  "k",  "l",  "m",  "n",  "r",  "s",  "t",  "v",  "x", ""};
// Rhymes written without a mark; what ends in c, ch, p or t always has one.
constexpr std::array<std::string_view, 42> rhymes{
    "a",  "ai",  "ao", "au",  "ay", "am", "an", "ang", "anh", "e",   "em",   "en",  "eo",   "i",
    "ia", "im",  "in", "inh", "iu", "o",  "oa", "oai", "oan", "oe",  "oen",  "oeo", "oi",   "om",
    "on", "ong", "u",  "ua",  "ui", "um", "un", "ung", "uy",  "uya", "uynh", "y",   "oang", "oanh"};

enum class WordKind { Marked, Syllable, English, Figure, Capitals, Sign, Other };

struct SpokenWord {
  std::size_t begin = 0, end = 0;            // with the signs around it
  std::size_t said_begin = 0, said_end = 0;  // without them and without an English genitive
  WordKind kind = WordKind::Other;
  bool ends_clause = false;
};

template <class List>
bool is_one_of(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

// A letter beyond ASCII of a Latin script, or a mark above or below one; signs and quotes are none.
bool is_marked_letter(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character == "×" || character == "÷") return false;
  if (character.size() == 2) {
    return (byte(0) >= 0xC3 && byte(0) <= 0xC9) || byte(0) == 0xCC || byte(0) == 0xCD;
  }
  return character.size() == 3 && byte(0) == 0xE1 && byte(1) >= 0xB8 && byte(1) <= 0xBB;
}

std::string_view first_character(std::string_view text) {
  return text.substr(0, std::max<std::size_t>(1, character_size(text)));
}

bool is_syllable(std::string_view word) {
  std::string small(word);
  if (is_capital(small.front())) small.front() = static_cast<char>(small.front() - 'A' + 'a');
  return std::any_of(initials.begin(), initials.end(), [&](std::string_view initial) {
    return small.starts_with(initial) &&
           is_one_of(rhymes, std::string_view(small).substr(initial.size()));
  });
}

WordKind kind_of(std::string_view said, bool is_first) {
  if (said.empty()) return WordKind::Sign;
  if (has_vietnamese_letter(said)) return WordKind::Marked;
  if (is_one_of(english_syllables, said)) return WordKind::English;
  if (is_first && is_one_of(english_openers, said)) return WordKind::English;
  if (is_figure(said.front())) return WordKind::Figure;
  if (is_syllable(said)) return WordKind::Syllable;
  const bool is_loud = std::none_of(said.begin(), said.end(), is_small);
  return is_loud ? WordKind::Capitals : WordKind::Other;
}

// Where letters and figures begin and end in the word.
void trim_signs(std::string_view text, SpokenWord& word) {
  word.said_begin = word.said_end = word.end;
  for (std::size_t at = word.begin; at < word.end;) {
    const std::string_view one = first_character(text.substr(at, word.end - at));
    const char c = one.front();
    if (is_small(c) || is_capital(c) || is_figure(c) || is_marked_letter(one)) {
      if (word.said_begin == word.end) word.said_begin = at;
      word.said_end = at + one.size();
    }
    at += one.size();
  }
  if (word.said_begin == word.end) word.said_end = word.said_begin = word.end;
}

// "Lan Tỏa’s" is a name and an English ending.
bool leave_genitive(std::string_view text, SpokenWord& word) {
  std::string_view said = text.substr(word.said_begin, word.said_end - word.said_begin);
  for (const std::string_view ending : {"’s", "'s", "\"s"}) {
    if (!said.ends_with(ending)) continue;
    said.remove_suffix(ending.size());
    while (said.ends_with('"')) said.remove_suffix(1);
    word.said_end = word.said_begin + said.size();
    return true;
  }
  return false;
}

bool parts_words(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::vector<SpokenWord> spoken_words(std::string_view text) {
  std::vector<SpokenWord> out;
  for (std::size_t at = 0; at < text.size();) {
    if (parts_words(text[at])) {
      ++at;
      continue;
    }
    SpokenWord word;
    word.begin = at;
    while (at < text.size() && !parts_words(text[at])) ++at;
    word.end = at;
    trim_signs(text, word);
    const bool is_genitive = leave_genitive(text, word);
    const auto said = text.substr(word.said_begin, word.said_end - word.said_begin);
    word.kind = kind_of(said, out.empty());
    const auto after = text.substr(word.said_end, word.end - word.said_end);
    if (word.kind == WordKind::Other && after.starts_with("…")) word.kind = WordKind::Syllable;
    word.ends_clause = is_genitive || after.find_first_of(",:;.!?)") != std::string_view::npos;
    if (is_genitive) word.end = word.said_end;
    out.push_back(word);
  }
  return out;
}

using TextWords = std::vector<SpokenWord>;
struct TextRange {
  std::size_t begin = 0, end = 0;
};

bool is_time_or_count(const SpokenWord& word, std::string_view text) {
  const auto said = text.substr(word.said_begin, word.said_end - word.said_begin);
  return word.kind == WordKind::Figure && std::none_of(said.begin(), said.end(), is_capital);
}

// All of it, but for days and counts before it, or behind a sign after it; nothing when English
// words stand in it.
std::optional<TextRange> whole_range(const TextWords& words, std::string_view text) {
  std::size_t marked = 0, english = 0;
  for (const SpokenWord& word : words) {
    if (word.kind == WordKind::Other) return std::nullopt;
    if (word.kind == WordKind::Marked) ++marked;
    if (word.kind == WordKind::English) ++english;
  }
  if (english >= marked || words.front().kind == WordKind::English) return std::nullopt;
  const auto is_beside = [&](const SpokenWord& word) {
    return word.kind == WordKind::Sign || is_time_or_count(word, text);
  };
  std::size_t first = 0, last = words.size() - 1;
  while (is_beside(words[first])) ++first;
  for (std::size_t at = words.size(); is_beside(words[at - 1]); --at) {
    if (words[at - 1].kind == WordKind::Sign) last = at - 2;
  }
  return TextRange{words[first].begin, words[last].end};
}

bool may_stand_between(WordKind kind) {
  return kind == WordKind::Syllable || kind == WordKind::Figure || kind == WordKind::Capitals ||
         kind == WordKind::Sign;
}

// From a marked word as far as the words are, or can be, Vietnamese.
std::size_t last_of_range(const TextWords& words, std::size_t last) {
  for (std::size_t at = last + 1; at < words.size(); ++at) {
    if (words[at].kind == WordKind::Marked) {
      last = at;
    } else if (!may_stand_between(words[at].kind)) {
      break;
    }
  }
  while (last + 1 < words.size() && !words[last].ends_clause &&
         words[last + 1].kind != WordKind::Sign && may_stand_between(words[last + 1].kind)) {
    ++last;
  }
  return last;
}

std::vector<TextRange> ranges_of(const TextWords& words, std::string_view text) {
  if (const auto whole = whole_range(words, text)) return {*whole};
  std::vector<TextRange> out;
  std::size_t free = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].kind != WordKind::Marked) continue;
    std::size_t first = at;
    while (first > free && !words[first - 1].ends_clause &&
           (words[first - 1].kind == WordKind::Syllable ||
            words[first - 1].kind == WordKind::Capitals)) {
      --first;
    }
    at = last_of_range(words, at);
    free = at + 1;
    out.push_back({words[first].said_begin, words[at].said_end});
  }
  return out;
}

}  // namespace

bool has_vietnamese_letter(std::string_view text) {
  while (!text.empty()) {
    const std::string_view one = first_character(text);
    if (is_marked_letter(one)) return true;
    text.remove_prefix(one.size());
  }
  return false;
}

std::vector<SpokenPart> spoken_parts(std::string_view text) {
  std::vector<SpokenPart> out;
  if (text.empty()) return out;
  if (!has_vietnamese_letter(text)) return {{text, false}};
  const TextWords words = spoken_words(text);
  std::size_t told = 0;
  const auto tell = [&](std::size_t end, bool is_vietnamese) {
    if (end > told) out.push_back({text.substr(told, end - told), is_vietnamese});
    told = end;
  };
  for (const auto& [begin, end] : ranges_of(words, text)) {
    tell(begin, false);
    tell(end, true);
  }
  tell(text.size(), false);
  return out;
}

}  // namespace lantoa::viet
