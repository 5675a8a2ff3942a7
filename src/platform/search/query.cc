#include "platform/search/query.h"

#include <algorithm>
#include <array>

#include "kernel/utf8.h"

namespace lantoa::search {
namespace {

std::string on_one_line(std::string_view typed) {
  std::string out;
  bool space = false;
  for (const char c : typed) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

std::string valid_text(std::string_view typed) {
  std::string out;
  while (!typed.empty()) {
    const std::size_t size = character_size(typed);
    out += typed.substr(0, size);
    typed.remove_prefix(std::max<std::size_t>(1, size));
  }
  return on_one_line(out);
}

constexpr std::array<std::string_view, 5> quotes{"\"", "“", "”", "„", "″"};

// Bytes of the quote that stands at `at`; 0: none does.
std::size_t quote_at(std::string_view text, std::size_t at) {
  for (const std::string_view quote : quotes) {
    if (text.substr(at, quote.size()) == quote) return quote.size();
  }
  return 0;
}

struct Span {
  std::size_t begin = 0, end = 0;
};

std::vector<Span> quoted(std::string_view text) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote_at(text, i) != 0) at.push_back(i);
  }
  std::vector<Span> out;
  for (std::size_t i = 0; i + 1 < at.size(); i += 2) out.push_back({at[i], at[i + 1]});
  return out;
}

// Which quoted part a word stands in, from 1; 0: in none.
std::size_t part_of(const viet::Word& word, const std::vector<Span>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (word.offset >= parts[i].begin && word.offset < parts[i].end) return i + 1;
  }
  return 0;
}

bool is_joined(std::string_view between) {
  constexpr std::array<std::string_view, 8> joins{"/", "-", "–", "‐", "‑", "−", ".", "_"};
  return std::find(joins.begin(), joins.end(), between) != joins.end();
}

}  // namespace

std::string Query::folded(std::size_t first, std::size_t count) const {
  std::string out;
  for (std::size_t i = first; i < std::min(words.size(), first + count); ++i) {
    if (i > first) out += ' ';
    out += words[i].keys.folded;
  }
  return out;
}

std::string_view cut_to(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xC0) == 0x80) {
    --bytes_max;
  }
  return text.substr(0, bytes_max);
}

viet::WordKeys keys_of(std::string_view word) {
  viet::WordKeys keys = viet::word_keys(word);
  keys.folded = cut_to(keys.folded, word_bytes_max);
  keys.marked = cut_to(keys.marked, word_bytes_max);
  return keys;
}

Query parse_query(std::string_view typed) {
  Query query;
  const std::string_view kept = cut_to(typed, query_bytes_max);
  query.cut = kept.size() < typed.size();
  query.text = valid_text(kept);
  const std::vector<Span> parts = quoted(query.text);
  std::size_t last_end = 0;   // of the word before
  std::size_t last_part = 0;  // the quoted part it stands in
  for (const viet::Word& word : viet::words_of(query.text)) {
    if (query.words.size() == query_words_max) {
      query.cut = true;
      break;
    }
    QueryWord one{keys_of(word.in(query.text)), 0, word.offset, word.length};
    if (one.keys.folded.empty()) continue;
    const std::size_t part = part_of(word, parts);
    const std::string_view between =
        std::string_view(query.text).substr(last_end, word.offset - last_end);
    const bool goes_on =
        !query.words.empty() && part == last_part && (part != 0 || is_joined(between));
    if (goes_on) {
      QueryWord& before = query.words.back();
      if (before.phrase == 0) before.phrase = ++query.phrases;
      one.phrase = before.phrase;
    }
    last_end = word.offset + word.length;
    last_part = part;
    query.words.push_back(std::move(one));
  }
  query.open_end = !query.words.empty() && last_end == query.text.size() &&
                   typed.size() == kept.size() && !kept.ends_with(' ');
  return query;
}

}  // namespace lantoa::search
