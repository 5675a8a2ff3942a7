// The Merkle tree of RFC 6962 (and RFC 9162, section 2.1) over the ledger's facts: one hash that
// stands for the first n facts, a path of at most 64 hashes that shows one fact in it, another
// that shows that a later tree only added facts. Everything here reads leaves one after the other
// and keeps O(log n) of them; a last leaf without a neighbour is not doubled.
//
// A leaf is SHA-256(0x00, column_bytes(fact)): what the fact's chain value covers, without the
// value before it, so that a fact can be shown without its neighbours. A node is SHA-256(0x01,
// left, right). Leaves count from 0: the leaf of a fact is its seq less one.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "platform/ledger/fact.h"

namespace lantoa::ledger {

using Hash = std::array<std::uint8_t, 32>;

Hash leaf_hash(const Fact& fact);
Hash leaf_hash(std::string_view bytes);
Hash node_hash(const Hash& left, const Hash& right);

// The tree of the leaves seen so far, as its peaks: the roots of the largest whole trees it
// consists of.
class Frontier {
 public:
  Frontier() = default;
  // From the outside: Invalid unless there is one peak for each bit of `size`.
  static Result<Frontier> of(std::uint64_t size, std::vector<Hash> peaks);

  void add(const Hash& leaf);
  std::uint64_t size() const { return size_; }
  const std::vector<Hash>& peaks() const { return peaks_; }  // the largest first
  Hash root() const;                                         // of no leaves: SHA-256 of nothing

 private:
  friend class PathFinder;
  std::uint64_t size_ = 0;
  std::vector<Hash> peaks_;
};

// Follows one part of the tree while further leaves arrive, and gathers the way from it to the
// root.
class PathFinder {
 public:
  // The way of the leaf at `index`, which has not arrived in `before`.
  static PathFinder of_leaf(Frontier before, std::uint64_t index);
  // The way of the whole tree `before`: shows that later trees begin with it (RFC 9162, 2.1.4).
  static PathFinder of_tree(Frontier before);

  void add(const Hash& leaf);
  const Frontier& tree() const { return tree_; }
  std::vector<Hash> path() const;  // in tree(); the leaf has arrived

 private:
  PathFinder(Frontier before, std::uint64_t index) : tree_(std::move(before)), index_(index) {}

  Frontier tree_;
  std::uint64_t index_;                  // of the leaf; no leaf's own for a tree
  std::uint64_t begun_with_ = 0;         // size of that tree; 0 for a leaf
  std::optional<std::size_t> followed_;  // the peak that holds what is followed
  std::vector<Hash> path_;
};

// Whether `path` leads from this leaf to the root of a tree of so many leaves.
bool is_included(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                 const std::vector<Hash>& path, const Hash& root);
// Whether the tree of `second` leaves begins with that of `first`; the tree of no leaves begins
// every other.
bool is_continued(std::uint64_t first, const Hash& first_root, std::uint64_t second,
                  const Hash& second_root, const std::vector<Hash>& path);

}  // namespace lantoa::ledger
