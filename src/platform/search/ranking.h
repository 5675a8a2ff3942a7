// In which order documents are shown that have what is asked for, and how many have which value of
// each facet. First those with a key, then by how many words stand exactly as typed, then by weight
// (BM25, words of the title once more and heavier), then the higher order, then by their ids: no
// two are equal, so pages neither overlap nor leave anything out. Internal to search.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "platform/search/candidates.h"

namespace lantoa::search {

struct Order {
  std::vector<std::string> words;   // folded
  bool is_row = false;              // they may stand in the title as one row
  std::vector<std::string> marked;  // as typed, those that have marks
  // By facet the number of its value; 0: any. `no_value`: none that a document has.
  std::vector<std::uint32_t> filters;
};
constexpr std::uint32_t no_value = std::numeric_limits<std::uint32_t>::max();

constexpr double key_tier = 1'000'000;  // above every word
constexpr double mark_tier = 10'000;    // a word as it was typed, above any weight of words

struct Ranked {
  double weight = 0;
  std::int64_t order = 0;
  std::string_view id;  // of the snapshot
  std::size_t part = 0;
  std::uint32_t document = 0;
};

// The first `most` of many.
class Best {
 public:
  explicit Best(std::size_t most) : most_(most) {}
  bool takes(double weight) const {
    return heap_.size() < most_ || (most_ > 0 && weight >= heap_.front().weight);
  }
  void add(const Ranked& one);
  std::vector<Ranked> in_order() &&;

 private:
  std::size_t most_;
  std::vector<Ranked> heap_;  // the front is the last of them
};

// `snapshot` must outlive it.
class Ranking {
 public:
  Ranking(const Snapshot& snapshot, const Wanted& wanted, const Order& order);

  // Of all documents under the filters.
  std::uint32_t total() const { return total_; }
  // By facet and number of value: how many have it under the filters of the other facets.
  const std::vector<std::vector<std::uint32_t>>& counts() const { return counts_; }
  // `most` documents from `first`, in their order.
  std::vector<Ranked> page(std::size_t first, std::size_t most) const;

 private:
  void filter(std::size_t part, Documents& documents);
  void count(std::span<const std::uint32_t> values, std::size_t first, std::size_t end);
  std::vector<double> weights(std::size_t part) const;
  void weigh_words(std::size_t part, std::vector<double>& weights) const;
  void weigh_titles(std::size_t part, std::vector<double>& weights) const;

  const Snapshot& snapshot_;
  Candidates candidates_;
  std::vector<Listed> words_, titles_, marked_;
  bool is_row_ = false;
  std::vector<std::uint32_t> filters_;
  double documents_ = 0, mean_words_ = 1, mean_title_words_ = 1;

  std::vector<Documents> found_;  // by part, under the filters
  std::vector<std::vector<std::uint32_t>> counts_;
  std::uint32_t total_ = 0;
};

}  // namespace lantoa::search
