#include "platform/search/ranking.h"

#include <algorithm>
#include <cmath>

#include "platform/search/terms.h"

namespace lantoa::search {
namespace {

constexpr double title_factor = 5;  // a word of the title counts as often

// BM25 with the constants that are usual (Robertson and Zaragoza, The Probabilistic Relevance
// Framework, 2009): how much a word counts that stands often, and how much the length of a text.
constexpr double often = 1.2;
constexpr double length = 0.75;

// The rarer a word is, the more it says.
double rareness(double documents, double with_it) {
  return std::log(1 + (documents - with_it + 0.5) / (with_it + 0.5));
}

// Of a word that stands `times` in a text of so many words.
double bm25(double times, double words, double mean_words) {
  return times * (often + 1) / (times + often * (1 - length + length * words / mean_words));
}

// `add` gets a document's place among `documents`, and the reader that stands at it.
template <class Add>
void each_in(const Documents& documents, PostingReader list, Add add) {
  for (std::size_t i = 0; i < documents.size() && list.document() != no_document; ++i) {
    list.advance_to(documents[i]);
    if (list.document() == documents[i]) add(i, list);
  }
}

bool is_before(const Ranked& a, const Ranked& b) {
  if (a.weight != b.weight) return a.weight > b.weight;
  if (a.order != b.order) return a.order > b.order;
  return a.id < b.id;  // not by where it stands: that changes when it is put again
}

}  // namespace

void Best::add(const Ranked& one) {
  if (most_ == 0) return;
  if (heap_.size() == most_) {
    if (!is_before(one, heap_.front())) return;
    std::pop_heap(heap_.begin(), heap_.end(), is_before);
    heap_.pop_back();
  }
  heap_.push_back(one);
  std::push_heap(heap_.begin(), heap_.end(), is_before);
}

std::vector<Ranked> Best::in_order() && {
  std::sort_heap(heap_.begin(), heap_.end(), is_before);
  return std::move(heap_);
}

Ranking::Ranking(const Snapshot& snapshot, const Wanted& wanted, const Order& order)
    : snapshot_(snapshot),
      candidates_(snapshot, wanted),
      words_(listed(snapshot, anywhere, order.words)),
      titles_(listed(snapshot, in_title, order.words)),
      marked_(listed(snapshot, as_marked, order.marked)),
      is_row_(order.is_row && order.words.size() > 1),
      filters_(order.filters) {
  double words = 0;
  double title_words = 0;
  for (const Part& part : snapshot.parts) {
    documents_ += part.segment->size();
    words += static_cast<double>(part.segment->words());
    title_words += static_cast<double>(part.segment->title_words());
  }
  mean_words_ = std::max(1.0, words / std::max(1.0, documents_));
  mean_title_words_ = std::max(1.0, title_words / std::max(1.0, documents_));
  for (std::size_t i = 0; i < filters_.size(); ++i) {
    counts_.emplace_back(snapshot.values[i]->size(), 0);
  }
  for (std::size_t part = 0; part < snapshot.parts.size(); ++part) {
    found_.push_back(candidates_.in(part));
    filter(part, found_.back());
    total_ += static_cast<std::uint32_t>(found_.back().size());
  }
}

// Counts the values of a document for all facets, or for one only.
void Ranking::count(std::span<const std::uint32_t> values, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < std::min(end, values.size()); ++i) ++counts_[i][values[i]];
}

// A document that only one filter keeps out still counts among that filter's other values.
void Ranking::filter(std::size_t part, Documents& documents) {
  const Segment& segment = *snapshot_.parts[part].segment;
  const std::size_t facets = filters_.size();
  const bool any = std::any_of(filters_.begin(), filters_.end(), [](auto one) { return one != 0; });
  std::erase_if(documents, [&](std::uint32_t document) {
    const auto values = segment.values_of(document);
    std::size_t missed = 0;
    std::size_t missing = 0;  // the last filter that was missed
    for (std::size_t i = 0; any && i < facets; ++i) {
      if (filters_[i] == 0 || (i < values.size() && values[i] == filters_[i])) continue;
      ++missed;
      missing = i;
    }
    if (missed == 0) count(values, 0, facets);
    if (missed == 1) count(values, missing, missing + 1);
    return missed > 0;
  });
}

void Ranking::weigh_words(std::size_t part, std::vector<double>& weights) const {
  const Segment& segment = *snapshot_.parts[part].segment;
  for (const Listed& word : words_) {
    const double rare = rareness(documents_, static_cast<double>(word.documents()));
    each_in(found_[part], word.in(part), [&](std::size_t i, const PostingReader& at) {
      weights[i] += rare * bm25(at.times(), segment.words_of(at.document()), mean_words_);
    });
  }
}

void Ranking::weigh_titles(std::size_t part, std::vector<double>& weights) const {
  const Segment& segment = *snapshot_.parts[part].segment;
  const Documents& documents = found_[part];
  std::vector<std::uint32_t> have(documents.size(), 0);  // how many of the words
  double rare_together = 0;
  for (const Listed& word : titles_) {
    const double rare = rareness(documents_, static_cast<double>(word.documents()));
    rare_together += rare;
    each_in(documents, word.in(part), [&](std::size_t i, const PostingReader& at) {
      ++have[i];
      weights[i] += title_factor * rare *
                    bm25(at.times(), segment.title_words_of(at.document()), mean_title_words_);
    });
  }
  if (!is_row_) return;
  Documents with_all;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (have[i] == titles_.size()) with_all.push_back(documents[i]);
  }
  const Documents rows = in_a_row(titles_, part, with_all);
  for (std::size_t i = 0, row = 0; row < rows.size(); ++i) {
    if (documents[i] != rows[row]) continue;
    weights[i] += title_factor * rare_together;
    ++row;
  }
}

std::vector<double> Ranking::weights(std::size_t part) const {
  const Documents& documents = found_[part];
  std::vector<double> out(documents.size(), 0);
  if (documents.empty()) return out;
  weigh_words(part, out);
  weigh_titles(part, out);
  for (const Listed& word : marked_) {
    each_in(documents, word.in(part),
            [&](std::size_t i, const PostingReader&) { out[i] += mark_tier; });
  }
  const Documents keyed = candidates_.keyed_in(part);
  for (std::size_t i = 0, key = 0; i < documents.size() && key < keyed.size(); ++i) {
    while (key < keyed.size() && keyed[key] < documents[i]) ++key;
    if (key < keyed.size() && keyed[key] == documents[i]) out[i] += key_tier;
  }
  return out;
}

std::vector<Ranked> Ranking::page(std::size_t first, std::size_t most) const {
  Best best(first + most);
  for (std::size_t part = 0; part < found_.size(); ++part) {
    const Segment& segment = *snapshot_.parts[part].segment;
    const std::vector<double> weight = weights(part);
    for (std::size_t i = 0; i < weight.size(); ++i) {
      if (!best.takes(weight[i])) continue;
      const std::uint32_t number = found_[part][i];
      const Document& document = segment.document(number);
      best.add({weight[i], document.order, document.id, part, number});
    }
  }
  std::vector<Ranked> out = std::move(best).in_order();
  out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(std::min(first, out.size())));
  return out;
}

}  // namespace lantoa::search
