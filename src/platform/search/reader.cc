#include "platform/search/reader.h"

#include <algorithm>

#include "platform/search/meant.h"
#include "platform/search/ranking.h"
#include "platform/search/terms.h"

namespace lantoa::search {
namespace {

constexpr std::size_t begun_terms_max = 100;  // that a begun word may stand for

std::vector<std::uint32_t> filters_of(const Snapshot& snapshot, const Ask& ask) {
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < ask.filters.size(); ++i) {
    const auto& values = *snapshot.values[i];
    const auto at = std::find(values.begin(), values.end(), ask.filters[i]);  // of "" the first
    out.push_back(at == values.end() ? no_value : static_cast<std::uint32_t>(at - values.begin()));
  }
  return out;
}

std::vector<FacetCount> counted(const std::vector<std::string>& values,
                                const std::vector<std::uint32_t>& counts) {
  std::vector<FacetCount> out;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] > 0) out.push_back({values[i], counts[i]});
  }
  std::sort(out.begin(), out.end(), [](const FacetCount& a, const FacetCount& b) {
    return std::tie(b.count, a.value) < std::tie(a.count, b.value);
  });
  return out;
}

Hit hit_of(const Snapshot& snapshot, const Ranked& ranked, const Query& query) {
  const Segment& segment = *snapshot.parts[ranked.part].segment;
  const Document& document = segment.document(ranked.document);
  const std::uint32_t base = text_base(document.title_words);
  std::vector<Place> in_the_title, in_the_text;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const std::string& word = query.words[i].keys.folded;
    const auto same = [&](const QueryWord& one) { return one.keys.folded == word; };
    const auto own = query.words.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(query.words.begin(), own, same)) continue;  // once is enough
    PostingReader list = segment.list(segment.find(term(anywhere, word)));
    list.advance_to(ranked.document);
    if (list.document() != ranked.document) continue;
    for (const std::uint32_t place : list.places()) {
      if (place > base) {
        in_the_text.emplace_back(place - base - 1, i);
      } else {
        in_the_title.emplace_back(place - 1, i);
      }
    }
  }
  return {document.id, mark(document.title, std::move(in_the_title)),
          snippet(snapshot.texts->read(document.text), std::move(in_the_text))};
}

Found found_by(const Snapshot& snapshot, const Ask& ask, const Wanted& wanted,
               const std::vector<std::uint32_t>& filters) {
  Found out;
  const Ranking ranking(snapshot, wanted, order_by(ask.query, filters));
  out.total = ranking.total();
  for (std::size_t i = 0; i < filters.size(); ++i) {
    out.facets.push_back(counted(*snapshot.values[i], ranking.counts()[i]));
  }
  out.first = std::min(ask.first, hits_deepest);
  if (out.first >= out.total && out.total > 0 && ask.most > 0) {  // beyond the last page
    out.first = std::min(hits_deepest, out.total - 1) / ask.most * ask.most;
  }
  for (const Ranked& one : ranking.page(out.first, ask.most)) {
    out.hits.push_back(hit_of(snapshot, one, ask.query));
  }
  return out;
}

// Titles that a query, its last word perhaps only begun, may become. Numbers come first, those that
// are whole before those that are begun, then words that stand there whole and with the marks
// typed.
class Begun {
 public:
  Begun(const Snapshot& snapshot, const Query& query)
      : snapshot_(snapshot), open_end_(query.open_end) {
    std::vector<std::string> words;
    for (const QueryWord& word : query.words) words.push_back(word.keys.folded);
    last_ = term(in_title, words.back());
    keyed_ = term(by_key, query.folded(0, words.size()));
    words.pop_back();
    whole_ = listed(snapshot, in_title, words);
    const viet::WordKeys& last = query.words.back().keys;
    if (last.has_marks()) marked_ = term(as_marked, last.marked);
  }

  void add_to(Best& best, std::size_t part) const {
    const Part& one = snapshot_.parts[part];
    const Segment& segment = *one.segment;
    Documents titles = in_any(lists(segment, last_));
    for (const Listed& word : whole_) keep_those_in(titles, word.in(part));
    const Documents keyed = in_any(lists(segment, keyed_));
    PostingReader key_as_whole = segment.list(segment.find(keyed_));
    PostingReader as_whole = segment.list(segment.find(last_));
    PostingReader as_typed = segment.list(marked_.empty() ? nullptr : segment.find(marked_));
    for (const std::uint32_t number : together(titles, keyed)) {
      if (!one.has(number)) continue;
      double weight = std::binary_search(keyed.begin(), keyed.end(), number) ? key_tier : 0;
      for (PostingReader* list : {&key_as_whole, &as_whole, &as_typed}) {
        list->advance_to(number);
        if (list->document() == number) weight += mark_tier;
      }
      const Document& document = segment.document(number);
      best.add({weight, document.order, document.id, part, number});
    }
  }

 private:
  // Of a term, and of those that begin with it where it may be begun only.
  std::vector<PostingReader> lists(const Segment& segment, const std::string& name) const {
    std::vector<const Segment::Term*> terms;
    if (!open_end_) {
      terms.push_back(segment.find(name));
    } else {
      for (auto at = segment.from(name);
           at != segment.terms().end() && segment.name(*at).starts_with(name); ++at) {
        terms.push_back(&*at);
      }
    }
    if (terms.size() > begun_terms_max) {
      // The first stays: where the word is whole already, it is that one.
      std::nth_element(terms.begin() + 1, terms.begin() + begun_terms_max, terms.end(),
                       [](const auto* a, const auto* b) { return a->documents > b->documents; });
      terms.resize(begun_terms_max);
    }
    std::vector<PostingReader> out;
    for (const Segment::Term* one : terms) out.push_back(segment.list(one));
    return out;
  }

  const Snapshot& snapshot_;
  bool open_end_;
  std::vector<Listed> whole_;  // all but the last
  std::string last_, keyed_, marked_;
};

}  // namespace

Found find_in(const Snapshot& snapshot, const Ask& ask) {
  const auto filters = filters_of(snapshot, ask);
  Wanted wanted = wanted_by(ask.query);
  wanted.keys = ask.keys;
  for (const std::size_t i : ask.beside) {
    wanted.beside.push_back(ask.query.words.at(i).keys.folded);
  }
  Found found = found_by(snapshot, ask, wanted, filters);
  if (found.total > 0 || ask.query.empty()) return found;
  if (ask.query.words.size() > 1) {
    wanted.some_clauses = true;
    found = found_by(snapshot, ask, wanted, filters);
    found.nearly = found.total > 0;
  }
  found.meant = meant_by(snapshot, ask, filters);
  return found;
}

std::vector<Completion> complete_in(const Snapshot& snapshot, const Query& query,
                                    std::size_t most) {
  const Begun begun(snapshot, query);
  Best best(std::min(most, completions_max));
  for (std::size_t part = 0; part < snapshot.parts.size(); ++part) begun.add_to(best, part);
  std::vector<Completion> out;
  for (const Ranked& one : std::move(best).in_order()) {
    const Document& document = snapshot.parts[one.part].segment->document(one.document);
    out.push_back({document.id, document.title});
  }
  return out;
}

std::string first_known_in(const Snapshot& snapshot, const std::vector<std::string>& keys) {
  const auto known = std::find_if(keys.begin(), keys.end(), [&](const std::string& key) {
    const std::string name = term(by_key, key);
    return std::any_of(snapshot.parts.begin(), snapshot.parts.end(),
                       [&](const Part& part) { return part.has_term(name); });
  });
  return known == keys.end() ? std::string() : *known;
}

}  // namespace lantoa::search
