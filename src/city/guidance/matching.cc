#include "city/guidance/matching.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "viet/words.h"

namespace lantoa::city::guidance {
namespace {

// Of two short questions fewer are enough, but never one word.
constexpr std::size_t shared_min = 3;
constexpr std::size_t shared_least = 2;

// Folded, ascending.
constexpr std::array<std::string_view, 70> telling_nothing{
    "ai",    "bao",   "bi",    "ca",   "cac",   "can",  "cau",  "chi",  "cho",  "chua",
    "co",    "con",   "cua",   "cung", "da",    "dang", "dau",  "de",   "den",  "do",
    "don",   "du",    "duoc",  "gi",   "gio",   "hay",  "hien", "hoac", "hoi",  "khac",
    "khi",   "khong", "la",    "lai",  "lam",   "ma",   "moi",  "mot",  "nao",  "nay",
    "neu",   "ngay",  "nhieu", "nhu",  "nhung", "o",    "phai", "qua",  "ra",   "rang",
    "rieng", "roi",   "sao",   "se",   "tai",   "the",  "theo", "thi",  "thuc", "tren",
    "trong", "tu",    "va",    "vay",  "ve",    "vi",   "viec", "voi",  "vua",  "xin"};

// Of two ascending lists.
std::size_t shared_of(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  std::size_t shared = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    const int order = a->compare(*b);
    if (order == 0) ++shared;
    if (order <= 0) ++a;
    if (order >= 0) ++b;
  }
  return shared;
}

void add_to(std::vector<std::string>& into, const std::vector<std::string>& more) {
  std::vector<std::string> fresh;
  std::set_difference(more.begin(), more.end(), into.begin(), into.end(),
                      std::back_inserter(fresh));
  const auto middle = static_cast<std::ptrdiff_t>(into.size());
  into.insert(into.end(), std::make_move_iterator(fresh.begin()),
              std::make_move_iterator(fresh.end()));
  std::inplace_merge(into.begin(), into.begin() + middle, into.end());
}

void make_distinct(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

Words words_in(std::string_view text) {
  Words out;
  for (const viet::Word& word : viet::words_of(text)) {
    viet::WordKeys keys = viet::word_keys(word.in(text));
    if (keys.folded.empty()) continue;
    out.folded.push_back(std::move(keys.folded));
    out.marked.push_back(std::move(keys.marked));
  }
  make_distinct(out.folded);
  make_distinct(out.marked);
  return out;
}

Words merged(const std::vector<const Words*>& texts) {
  Words out;
  for (const Words* one : texts) {
    out.folded.insert(out.folded.end(), one->folded.begin(), one->folded.end());
    out.marked.insert(out.marked.end(), one->marked.begin(), one->marked.end());
  }
  make_distinct(out.folded);
  make_distinct(out.marked);
  return out;
}

void merge(Words& into, const Words& more) {
  add_to(into.folded, more.folded);
  add_to(into.marked, more.marked);
}

bool has_all(const Words& text, const Words& wanted) {
  return std::includes(text.folded.begin(), text.folded.end(), wanted.folded.begin(),
                       wanted.folded.end());
}

std::size_t with_marks(const Words& text, const Words& wanted) {
  return shared_of(text.marked, wanted.marked);
}

Telling telling(const Words& words) {
  Telling out;
  std::copy_if(words.folded.begin(), words.folded.end(), std::back_inserter(out),
               [](const std::string& word) {
                 return !std::binary_search(telling_nothing.begin(), telling_nothing.end(),
                                            std::string_view(word));
               });
  return out;
}

std::size_t likeness(const Telling& one, const Telling& other) {
  const std::size_t least = std::min(one.size(), other.size());
  const std::size_t shared = shared_of(one, other);
  const bool is_like = shared >= std::clamp(least, shared_least, shared_min) && 2 * shared >= least;
  return is_like ? shared : 0;
}

}  // namespace lantoa::city::guidance
