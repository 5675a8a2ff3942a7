#include "platform/search/spelling.h"

#include <xapian.h>

#include <algorithm>
#include <tuple>

#include "platform/search/terms.h"

namespace lantoa::search {
namespace {

constexpr std::size_t letters_min = 2;
constexpr std::size_t letters_max = 32;     // no word is longer
constexpr std::size_t letters_for_one = 4;  // of a shorter word everything is near
constexpr std::size_t letters_for_two = 8;  // a word so long may have two mistakes

constexpr std::size_t near_words_max = 20;

bool is_spelled(std::string_view folded) {
  return folded.size() >= letters_min && folded.size() <= letters_max &&
         std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

template <class Use>
void each_word(const Xapian::Document& document, Use use) {
  auto at = document.termlist_begin();
  at.skip_to(std::string(1, anywhere));
  for (; at != document.termlist_end(); ++at) {
    const std::string found = *at;
    if (found.front() != anywhere) return;
    const std::string word = found.substr(1);
    if (is_spelled(word)) use(word);
  }
}

// Letters to insert, drop, change or swap with a neighbour until `a` is `b`.
std::size_t mistakes(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> at(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        at[i][j] = i + j;
        continue;
      }
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      at[i][j] = std::min({at[i - 1][j] + 1, at[i][j - 1] + 1, at[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        at[i][j] = std::min(at[i][j], at[i - 2][j - 2] + 1);
      }
    }
  }
  return at[a.size()][b.size()];
}

// The library names one word only; which of several is meant is told by the words beside it, so
// the whole table is looked through: a language has few thousand syllables.
std::vector<std::string> near_words(const Xapian::Database& database, const std::string& typed) {
  const std::size_t most = typed.size() < letters_for_two ? 1 : 2;
  std::vector<std::tuple<std::size_t, Xapian::doccount, std::string>> found;
  for (auto at = database.spellings_begin(); at != database.spellings_end(); ++at) {
    const std::string word = *at;
    if (word.size() > typed.size() + most || typed.size() > word.size() + most) continue;
    const std::size_t wrong = mistakes(typed, word);
    if (wrong <= most) found.emplace_back(wrong, at.get_termfreq(), word);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tuple(std::get<0>(a), std::get<1>(b), std::get<2>(a)) <
           std::tuple(std::get<0>(b), std::get<1>(a), std::get<2>(b));
  });
  std::vector<std::string> words;
  for (const auto& one : found) {
    if (words.size() < near_words_max) words.push_back(std::get<2>(one));
  }
  return words;
}

}  // namespace

void learn_words(Xapian::WritableDatabase& database, const Xapian::Document& document) {
  each_word(document, [&](const std::string& word) { database.add_spelling(word); });
}

void forget_words(Xapian::WritableDatabase& database, const Xapian::Document& document) {
  each_word(document, [&](const std::string& word) { database.remove_spelling(word); });
}

std::vector<std::vector<std::string>> words_meant(const Xapian::Database& database,
                                                  const Query& query) {
  std::vector<std::vector<std::string>> all;
  bool wrong = false;
  for (const QueryWord& one : query.words) {
    const std::string& typed = one.keys.folded;
    all.push_back({typed});
    if (database.term_exists(term(anywhere, typed))) continue;
    if (!is_spelled(typed) || typed.size() < letters_for_one) return {};
    all.back() = near_words(database, typed);
    if (all.back().empty()) return {};
    wrong = true;
  }
  return wrong ? all : std::vector<std::vector<std::string>>{};
}

}  // namespace lantoa::search
