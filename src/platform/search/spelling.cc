#include "platform/search/spelling.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "platform/search/terms.h"

namespace lantoa::search {
namespace {

constexpr std::size_t letters_min = 2;
constexpr std::size_t letters_max = 32;     // no word is longer
constexpr std::size_t letters_for_one = 4;  // of a shorter word everything is near
constexpr std::size_t letters_for_two = 8;  // a word so long may have two mistakes

constexpr std::size_t near_words_max = 20;
constexpr std::size_t wrong_words_max = 4;  // of a query; for each all words are looked through

bool is_spelled(std::string_view folded) {
  return folded.size() >= letters_min && folded.size() <= letters_max &&
         std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Letters to insert, drop, change or swap with a neighbour until `a` is `b`; both at most
// letters_max long.
std::size_t mistakes(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, letters_max + 1>, letters_max + 1> at;
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

bool is_known(const Snapshot& snapshot, const std::string& word) {
  const std::string name = term(anywhere, word);
  return std::any_of(snapshot.parts.begin(), snapshot.parts.end(),
                     [&](const Part& part) { return part.has_term(name); });
}

// Which of several is meant is told by the words beside it, so all words are looked through: a
// language has few thousand syllables.
std::vector<std::string> near_words(const Snapshot& snapshot, const std::string& typed) {
  const std::size_t most = typed.size() < letters_for_two ? 1 : 2;
  std::map<std::string, std::uint32_t, std::less<>> near;  // in how many documents
  for (const Part& part : snapshot.parts) {
    const Segment& segment = *part.segment;
    for (auto at = segment.from(std::string(1, anywhere)); at != segment.terms().end(); ++at) {
      const std::string_view name = segment.name(*at);
      if (name.front() != anywhere) break;
      const std::string_view word = name.substr(1);
      if (word.size() > typed.size() + most || typed.size() > word.size() + most) continue;
      if (!is_spelled(word) || mistakes(typed, word) > most || !part.has_term(name)) continue;
      near[std::string(word)] += at->documents;
    }
  }
  std::vector<std::tuple<std::size_t, std::uint32_t, std::string>> found;
  for (const auto& [word, documents] : near) {
    found.emplace_back(mistakes(typed, word), documents, word);
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

std::vector<std::vector<std::string>> words_meant(const Snapshot& snapshot, const Query& query) {
  std::vector<std::vector<std::string>> all;
  std::vector<std::size_t> wrong;
  for (const QueryWord& one : query.words) {
    const std::string& typed = one.keys.folded;
    all.push_back({typed});
    if (is_known(snapshot, typed)) continue;
    if (!is_spelled(typed) || typed.size() < letters_for_one) return {};
    wrong.push_back(all.size() - 1);
  }
  if (wrong.empty() || wrong.size() > wrong_words_max) return {};
  for (const std::size_t i : wrong) {
    all[i] = near_words(snapshot, query.words[i].keys.folded);
    if (all[i].empty()) return {};
  }
  return all;
}

}  // namespace lantoa::search
