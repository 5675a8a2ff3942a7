#include "platform/search/meant.h"

#include <algorithm>

#include "platform/search/spelling.h"
#include "platform/search/terms.h"

namespace lantoa::search {
namespace {

using Places = std::vector<std::uint32_t>;
using Words = std::vector<std::string>;

struct First {
  const Segment* segment = nullptr;  // nullptr: there is none
  std::uint32_t document = 0;
};

First first_of(const Snapshot& snapshot, const Wanted& wanted, const Order& order) {
  const auto best = Ranking(snapshot, wanted, order).page(0, 1);
  if (best.empty()) return {};
  return {snapshot.parts[best.front().part].segment.get(), best.front().document};
}

// The first entry that has one of each word's readings.
First first_with(const Snapshot& snapshot, const std::vector<Words>& words,
                 const std::vector<std::uint32_t>& filters) {
  Wanted wanted;
  Order order;
  order.filters = filters;
  for (const Words& some : words) {
    wanted.clauses.push_back({some, false});
    order.words.insert(order.words.end(), some.begin(), some.end());
  }
  return first_of(snapshot, wanted, order);
}

// Where any of these words stands in an entry, ascending.
Places places_of(const First& entry, const Words& words) {
  Places all;
  for (const std::string& word : words) {
    PostingReader list = entry.segment->list(entry.segment->find(term(anywhere, word)));
    list.advance_to(entry.document);
    if (list.document() != entry.document) continue;
    const auto& places = list.places();
    all.insert(all.end(), places.begin(), places.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

// What stands in this entry for word `i` of a query, of which each may be one of several; best
// where its neighbours stand beside it. So a correction has its marks. As folded where it is not
// shown.
std::string as_written(const First& entry, const Texts& texts, const std::vector<Words>& words,
                       std::size_t i) {
  const Places own = places_of(entry, words.at(i));
  if (own.empty()) return words.at(i).front();
  const Places before = i == 0 ? Places{} : places_of(entry, words[i - 1]);
  const Places after = i + 1 == words.size() ? Places{} : places_of(entry, words[i + 1]);
  const auto neighbours = [&](std::uint32_t at) {
    return std::binary_search(before.begin(), before.end(), at - 1) +
           std::binary_search(after.begin(), after.end(), at + 1);
  };
  const auto best = *std::max_element(
      own.begin(), own.end(),
      [&](std::uint32_t a, std::uint32_t b) { return neighbours(a) < neighbours(b); });
  const Document& document = entry.segment->document(entry.document);
  const auto title = viet::words_of(document.title);
  if (best <= title.size()) return std::string(title[best - 1].in(document.title));
  const std::string text = texts.read(document.text);
  const auto in_text = viet::words_of(text);
  const std::size_t at = best - text_base(title.size()) - 1;
  return at < in_text.size() ? std::string(in_text[at].in(text)) : words[i].front();
}

}  // namespace

Wanted wanted_by(const Query& query) {
  Wanted wanted;
  std::size_t phrase = 0;  // of the word before
  for (const QueryWord& word : query.words) {
    const bool goes_on = word.phrase != 0 && word.phrase == phrase;
    if (!goes_on) wanted.clauses.push_back({{}, word.phrase != 0});
    wanted.clauses.back().words.push_back(word.keys.folded);
    phrase = word.phrase;
  }
  return wanted;
}

Order order_by(const Query& query, std::vector<std::uint32_t> filters) {
  Order order;
  for (const QueryWord& word : query.words) {
    order.words.push_back(word.keys.folded);
    if (word.keys.has_marks()) order.marked.push_back(word.keys.marked);
  }
  order.is_row = true;
  order.filters = std::move(filters);
  return order;
}

std::string meant_by(const Snapshot& snapshot, const Ask& ask,
                     const std::vector<std::uint32_t>& filters) {
  const auto near = words_meant(snapshot, ask.query);
  if (near.empty()) return {};
  auto words = near;
  for (Words& some : words) some.resize(1);
  First entry = first_with(snapshot, words, filters);
  if (entry.segment == nullptr) entry = first_with(snapshot, words = near, filters);
  if (entry.segment == nullptr) return {};
  std::string text;
  std::size_t said = 0;  // bytes of what was typed
  for (std::size_t i = 0; i < words.size(); ++i) {
    const QueryWord& typed = ask.query.words[i];
    if (words[i].front() == typed.keys.folded) continue;
    text += ask.query.text.substr(said, typed.offset - said);
    text += as_written(entry, *snapshot.texts, words, i);
    said = typed.offset + typed.length;
  }
  text += ask.query.text.substr(said);
  const Query other = parse_query(text);
  const bool is_found =
      first_of(snapshot, wanted_by(other), order_by(other, filters)).segment != nullptr;
  return is_found ? text : std::string();
}

}  // namespace lantoa::search
