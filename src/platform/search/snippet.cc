#include "platform/search/snippet.h"

#include <algorithm>
#include <map>

#include "platform/search/query.h"

namespace lantoa::search {
namespace {

constexpr std::size_t words_before_max = 6;  // shown before the first that was found

// White space as one space.
std::string tidy(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= 0x20;
    if (!space) {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

void say(std::vector<Piece>& pieces, std::string_view text) {
  if (pieces.empty() || pieces.back().marked) pieces.push_back({});
  pieces.back().plain += tidy(text);
}

// Words [first, last) of the text with what stands between them.
std::vector<Piece> marked(std::string_view text, const std::vector<viet::Word>& words,
                          std::size_t first, std::size_t last, const std::vector<Place>& found,
                          std::size_t begin, std::size_t end) {
  std::vector<Piece> pieces;
  std::size_t said = begin;
  for (auto at = found.begin(); at != found.end(); ++at) {
    if (at->first < first || at->first >= last) continue;
    const viet::Word& word = words[at->first];
    const std::size_t word_end = word.offset + word.length;
    const bool goes_on = at != found.begin() && std::prev(at)->first + 1 == at->first &&
                         !pieces.empty() && pieces.back().marked;
    if (goes_on) {
      *pieces.back().marked += tidy(text.substr(said, word_end - said));
    } else {
      say(pieces, text.substr(said, word.offset - said));
      pieces.back().marked = std::string(word.in(text));
    }
    said = word_end;
  }
  if (said < end) say(pieces, text.substr(said, end - said));
  return pieces;
}

void tidy_up(std::vector<Place>& found, std::size_t words) {
  std::sort(found.begin(), found.end());
  std::erase_if(found, [&](const Place& place) { return place.first >= words; });
  const auto same = [](const Place& a, const Place& b) { return a.first == b.first; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
}

// Where the best stretch begins among `found`: the one with most distinct words of the query, then
// with most words at all.
std::size_t best_begin(const std::vector<Place>& found) {
  std::map<std::size_t, std::size_t> inside;  // word of the query: how often
  std::size_t best = 0;
  std::pair<std::size_t, std::size_t> best_count{0, 0};
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < found.size(); ++begin) {
    const std::size_t reach = found[begin].first + snippet_words_max - words_before_max;
    for (; end < found.size() && found[end].first < reach; ++end) ++inside[found[end].second];
    const std::pair count{inside.size(), end - begin};
    if (count > best_count) {
      best_count = count;
      best = begin;
    }
    const auto leaving = inside.find(found[begin].second);
    if (--leaving->second == 0) inside.erase(leaving);
  }
  return best;
}

}  // namespace

std::vector<Piece> mark(std::string_view text, std::vector<Place> found) {
  const auto words = viet::words_of(text);
  tidy_up(found, words.size());
  return marked(text, words, 0, words.size(), found, 0, text.size());
}

std::vector<Piece> snippet(std::string_view text, std::vector<Place> found) {
  const auto words = viet::words_of(text);
  if (words.empty()) return {};
  tidy_up(found, words.size());
  std::size_t first = 0;
  if (!found.empty()) {
    const std::size_t at = found[best_begin(found)].first;
    first = at > words_before_max ? at - words_before_max : 0;
    // A beginning that is only a few words away is shown whole.
    if (at + words_before_max < snippet_words_max) first = 0;
  }
  std::size_t last = std::min(words.size(), first + snippet_words_max);
  const std::size_t begin = first == 0 ? 0 : words[first].offset;
  const auto end_of = [&](std::size_t word) { return words[word].offset + words[word].length; };
  std::size_t end = last == words.size() ? text.size() : end_of(last - 1);
  if (end - begin > snippet_bytes_max) {
    end = begin + cut_to(text.substr(begin), snippet_bytes_max).size();
    while (last > first && end_of(last - 1) > end) --last;
  }
  auto pieces = marked(text, words, first, last, found, begin, end);
  if (first > 0 && !pieces.empty()) pieces.front().plain.insert(0, "… ");
  if (end < text.size()) say(pieces, " …");
  return pieces;
}

}  // namespace lantoa::search
