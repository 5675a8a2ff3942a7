#include "platform/ledger/merkle.h"

#include <algorithm>
#include <bit>

#include "kernel/assert.h"
#include "platform/crypto/crypto.h"

namespace lantoa::ledger {
namespace {

// No leaf has this index.
constexpr std::uint64_t no_leaf = UINT64_MAX;

bool is_odd(std::uint64_t number) { return (number & 1) != 0; }

// One step up a path from `at` in a tree whose last node of that height is `last`.
struct Climb {
  std::uint64_t at;
  std::uint64_t last;

  bool is_at_top() const { return last == 0; }
  bool is_right() const { return is_odd(at) || at == last; }  // its neighbour stands left of it
  void up() {
    if (is_right()) {
      while (!is_odd(at) && at != 0) half();
    }
    half();
  }
  void half() {
    at >>= 1;
    last >>= 1;
  }
};

}  // namespace

Hash leaf_hash(std::string_view bytes) {
  std::string all(1, '\0');
  all.reserve(1 + bytes.size());
  all += bytes;
  return crypto::sha256(all);
}

Hash leaf_hash(const Fact& fact) { return leaf_hash(column_bytes(fact)); }

Hash node_hash(const Hash& left, const Hash& right) {
  std::array<char, 1 + 2 * sizeof(Hash)> bytes{1};
  std::copy(left.begin(), left.end(), bytes.begin() + 1);
  std::copy(right.begin(), right.end(), bytes.begin() + 1 + sizeof(Hash));
  return crypto::sha256({bytes.data(), bytes.size()});
}

Result<Frontier> Frontier::of(std::uint64_t size, std::vector<Hash> peaks) {
  if (peaks.size() != static_cast<std::size_t>(std::popcount(size))) {
    return problem(Code::Invalid,
                   {"Số đỉnh của cây Merkle không hợp với số sự kiện của nó.",
                    "The number of peaks of the Merkle tree does not fit its size."});
  }
  Frontier out;
  out.size_ = size;
  out.peaks_ = std::move(peaks);
  return out;
}

void Frontier::add(const Hash& leaf) {
  Hash top = leaf;
  for (std::uint64_t rest = size_; is_odd(rest); rest >>= 1) {
    top = node_hash(peaks_.back(), top);
    peaks_.pop_back();
  }
  peaks_.push_back(top);
  ++size_;
}

Hash Frontier::root() const {
  if (peaks_.empty()) return crypto::sha256({});
  Hash top = peaks_.back();
  for (std::size_t i = peaks_.size() - 1; i > 0; --i) top = node_hash(peaks_[i - 1], top);
  return top;
}

PathFinder PathFinder::of_leaf(Frontier before, std::uint64_t index) {
  ASSERT(index >= before.size() && index != no_leaf);
  return {std::move(before), index};
}

// The way begins at the smallest peak, which has to be given unless it is the whole tree.
PathFinder PathFinder::of_tree(Frontier before) {
  PathFinder out(std::move(before), no_leaf);
  out.begun_with_ = out.tree_.size();
  const auto& peaks = out.tree_.peaks();
  if (!peaks.empty()) out.followed_ = peaks.size() - 1;
  if (peaks.size() > 1) out.path_.push_back(peaks.back());
  return out;
}

void PathFinder::add(const Hash& leaf) {
  auto& peaks = tree_.peaks_;
  if (tree_.size_ == index_) followed_ = peaks.size();
  peaks.push_back(leaf);
  for (std::uint64_t rest = tree_.size_; is_odd(rest); rest >>= 1) {
    const Hash right = peaks.back();
    peaks.pop_back();
    if (followed_ == peaks.size()) {
      path_.push_back(peaks.back());
      followed_ = peaks.size() - 1;
    } else if (followed_ == peaks.size() - 1) {
      path_.push_back(right);
    }
    peaks.back() = node_hash(peaks.back(), right);
  }
  ++tree_.size_;
}

std::vector<Hash> PathFinder::path() const {
  if (begun_with_ == tree_.size() || !followed_) return {};
  std::vector<Hash> out = path_;
  const auto& peaks = tree_.peaks();
  Hash top = peaks.back();
  bool holds = followed_ == peaks.size() - 1;
  for (std::size_t i = peaks.size() - 1; i > 0; --i) {
    if (holds) {
      out.push_back(peaks[i - 1]);
    } else if (followed_ == i - 1) {
      out.push_back(top);
      holds = true;
    }
    top = node_hash(peaks[i - 1], top);
  }
  return out;
}

bool is_included(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                 const std::vector<Hash>& path, const Hash& root) {
  if (index >= size) return false;
  Hash top = leaf;
  Climb climb{index, size - 1};
  for (const Hash& next : path) {
    if (climb.is_at_top()) return false;
    top = climb.is_right() ? node_hash(next, top) : node_hash(top, next);
    climb.up();
  }
  return climb.is_at_top() && top == root;
}

bool is_continued(std::uint64_t first, const Hash& first_root, std::uint64_t second,
                  const Hash& second_root, const std::vector<Hash>& path) {
  if (first > second) return false;
  if (first == second) return path.empty() && first_root == second_root;
  if (first == 0) return path.empty() && first_root == Frontier().root();
  auto next = path.begin();
  Hash before = first_root;
  if (!std::has_single_bit(first)) {
    if (next == path.end()) return false;
    before = *next++;
  }
  Hash after = before;
  Climb climb{first - 1, second - 1};
  while (is_odd(climb.at)) climb.half();
  for (; next != path.end(); ++next) {
    if (climb.is_at_top()) return false;
    if (climb.is_right()) {
      before = node_hash(*next, before);
      after = node_hash(*next, after);
    } else {
      after = node_hash(after, *next);
    }
    climb.up();
  }
  return climb.is_at_top() && before == first_root && after == second_root;
}

}  // namespace lantoa::ledger
