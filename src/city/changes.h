// What changed last, in the order of the ledger: for programs that keep a copy of a list and ask
// what they have missed. A state has one for each such list; every fold that changes what the list
// tells of an item touches it with the position of its fact (ledger::Stamp::seq).
//
//   changes_.touch(fact.activity, stamp.seq);
//   const auto page = changes_.page(after, head.seq, {500, 50'000}, [&](ActivityNo no) {…});
//
// A log in which the newest line of an item counts; lines that no longer count are swept out before
// they are a quarter of it. So an item takes 16 to 20 bytes, touching one is amortised O(1), and
// finding a position O(log n).
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "kernel/assert.h"

namespace lantoa::city {

// Of one page: `rows` is 1 or more. It ends between two positions, so it may have a few rows more:
// as many as the items of one fact.
struct ChangesBounds {
  std::size_t rows = 1;
  std::size_t looks = SIZE_MAX;  // items that are asked about, while the state stands still
};

template <class No>
struct ChangesPage {
  std::vector<No> items;    // in the order of their last change
  std::uint64_t up_to = 0;  // nothing that changed until here is missing: ask from here again
  bool more = false;        // there is more already
};

template <class No>
class Changes {
 public:
  // The ledger only grows; a position below an earlier one counts as that.
  void touch(No no, std::uint64_t position) {
    ASSERT(no);
    if (!positions_.empty()) position = std::max(position, positions_.back());
    if (lines_.size() <= no.index()) grow(lines_, no.index() + 1).resize(no.index() + 1);
    std::uint32_t& line = lines_[no.index()];
    if (line != 0) {
      if (positions_[line - 1] == position) return;
      numbers_[line - 1] = 0;
      ++stale_;
    }
    grow(positions_, positions_.size() + 1).push_back(position);
    grow(numbers_, numbers_.size() + 1).push_back(no.value);
    line = static_cast<std::uint32_t>(numbers_.size());
    if (stale_ > lines_kept_anyway && stale_ > numbers_.size() / 4) sweep();
  }

  // Of its last change; 0: never touched.
  std::uint64_t of(No no) const {
    const bool is_known = no && no.index() < lines_.size() && lines_[no.index()] != 0;
    return is_known ? positions_[lines_[no.index()] - 1] : 0;
  }

  // Those that changed after `after` and that `fits` takes. `head`: of the ledger that the state
  // has folded.
  template <class Fits>
  ChangesPage<No> page(std::uint64_t after, std::uint64_t head, ChangesBounds bounds,
                       Fits fits) const {
    ChangesPage<No> out{{}, std::max(after, head), false};
    std::size_t looked = 0;
    std::uint64_t last = after;
    const auto first = std::upper_bound(positions_.begin(), positions_.end(), after);
    for (auto i = static_cast<std::size_t>(first - positions_.begin()); i < numbers_.size(); ++i) {
      if (numbers_[i] == 0) continue;
      const bool is_full = out.items.size() >= bounds.rows || looked >= bounds.looks;
      if (is_full && positions_[i] != last) {
        out.up_to = last;
        out.more = true;
        return out;
      }
      last = positions_[i];
      ++looked;
      const No no{numbers_[i]};
      if (fits(no)) out.items.push_back(no);
    }
    return out;
  }

 private:
  static constexpr std::size_t lines_kept_anyway = 1'024;

  // By an eighth instead of twice: there may be millions.
  template <class T>
  static std::vector<T>& grow(std::vector<T>& list, std::size_t size) {
    if (size > list.capacity()) list.reserve(size + size / 8 + 64);
    return list;
  }

  void sweep() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (numbers_[i] == 0) continue;
      numbers_[kept] = numbers_[i];
      positions_[kept] = positions_[i];
      ++kept;
      lines_[numbers_[i] - 1] = static_cast<std::uint32_t>(kept);
    }
    numbers_.resize(kept);
    positions_.resize(kept);
    stale_ = 0;
  }

  std::vector<std::uint64_t> positions_;  // by line, ascending
  std::vector<std::uint32_t> numbers_;    // by line; 0: a later line counts
  std::vector<std::uint32_t> lines_;      // by item's index: its line, from 1; 0: none
  std::size_t stale_ = 0;                 // lines that no longer count
};

}  // namespace lantoa::city
