// The tree against a naive one that follows the definitions of RFC 9162, section 2.1, word by word.
#include "platform/ledger/merkle.h"

#include <gtest/gtest.h>

#include "platform/crypto/crypto.h"

namespace lantoa::ledger {
namespace {

constexpr std::size_t sizes_max = 130;

using Leaves = std::vector<Hash>;

std::string bytes_of(const Hash& hash) { return {hash.begin(), hash.end()}; }

// The largest power of two smaller than `n`.
std::size_t split_of(std::size_t n) {
  std::size_t k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

Leaves part(const Leaves& leaves, std::size_t from, std::size_t to) {
  return {leaves.begin() + static_cast<std::ptrdiff_t>(from),
          leaves.begin() + static_cast<std::ptrdiff_t>(to)};
}

Hash naive_root(const Leaves& leaves) {
  if (leaves.empty()) return crypto::sha256("");
  if (leaves.size() == 1) return leaves[0];
  const std::size_t k = split_of(leaves.size());
  return crypto::sha256(std::string("\x01") + bytes_of(naive_root(part(leaves, 0, k))) +
                        bytes_of(naive_root(part(leaves, k, leaves.size()))));
}

Leaves naive_path(std::size_t m, const Leaves& leaves) {
  if (leaves.size() <= 1) return {};
  const std::size_t k = split_of(leaves.size());
  const bool left = m < k;
  Leaves out =
      left ? naive_path(m, part(leaves, 0, k)) : naive_path(m - k, part(leaves, k, leaves.size()));
  out.push_back(naive_root(left ? part(leaves, k, leaves.size()) : part(leaves, 0, k)));
  return out;
}

Leaves naive_continuation(std::size_t m, const Leaves& leaves, bool whole) {
  if (m == leaves.size()) return whole ? Leaves{} : Leaves{naive_root(leaves)};
  const std::size_t k = split_of(leaves.size());
  const bool left = m <= k;
  Leaves out = left ? naive_continuation(m, part(leaves, 0, k), whole)
                    : naive_continuation(m - k, part(leaves, k, leaves.size()), false);
  out.push_back(naive_root(left ? part(leaves, k, leaves.size()) : part(leaves, 0, k)));
  return out;
}

class Merkle : public ::testing::Test {
 protected:
  Merkle() {
    for (std::size_t i = 0; i < sizes_max; ++i)
      all.push_back(leaf_hash("leaf " + std::to_string(i)));
    Frontier growing;
    for (std::size_t size = 0; size <= sizes_max; ++size) {
      frontiers.push_back(growing);
      if (size < sizes_max) growing.add(all[size]);
    }
  }
  Leaves first(std::size_t count) const { return part(all, 0, count); }

  Leaves all;
  std::vector<Frontier> frontiers;  // by size
};

// The example of RFC 9162, section 2.1.5, with the leaves' bytes written out here: seven leaves,
// paths of the leaves 0, 3, 4 and 6, continuations of 3, 4 and 6.
TEST(MerkleExample, IsTheTreeOfTheRfc) {
  std::vector<Hash> d;
  for (const char* bytes : {"0", "1", "2", "3", "4", "5", "6"}) d.push_back(leaf_hash(bytes));
  const Hash g = node_hash(d[0], d[1]);
  const Hash h = node_hash(d[2], d[3]);
  const Hash i = node_hash(d[4], d[5]);
  const Hash j = d[6];
  const Hash k = node_hash(g, h);
  const Hash l = node_hash(i, j);
  const auto way = [&](std::size_t index) {
    PathFinder finder = PathFinder::of_leaf({}, index);
    for (const Hash& leaf : d) finder.add(leaf);
    return finder.path();
  };
  EXPECT_EQ(way(0), (Leaves{d[1], h, l}));
  EXPECT_EQ(way(3), (Leaves{d[2], g, l}));
  EXPECT_EQ(way(4), (Leaves{d[5], j, k}));
  EXPECT_EQ(way(6), (Leaves{i, k}));
  const auto continuation = [&](std::size_t size) {
    Frontier before;
    for (std::size_t n = 0; n < size; ++n) before.add(d[n]);
    PathFinder finder = PathFinder::of_tree(before);
    for (std::size_t n = size; n < d.size(); ++n) finder.add(d[n]);
    return finder.path();
  };
  EXPECT_EQ(continuation(3), (Leaves{d[2], d[3], g, l}));
  EXPECT_EQ(continuation(4), (Leaves{l}));
  EXPECT_EQ(continuation(6), (Leaves{i, j, k}));
}

TEST(MerkleExample, PrefixesTellLeavesFromNodes) {
  const Hash a = leaf_hash("a");
  const Hash b = leaf_hash("b");
  EXPECT_EQ(a, crypto::sha256(std::string("\0a", 2)));
  EXPECT_EQ(node_hash(a, b), crypto::sha256("\x01" + bytes_of(a) + bytes_of(b)));
  EXPECT_NE(leaf_hash(bytes_of(a) + bytes_of(b)), node_hash(a, b));
  EXPECT_EQ(crypto::hex(Frontier().root()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(MerkleExample, ALeafIsTheFactWithoutItsChain) {
  Fact fact{7, {1000}, "account/1", "a.b", "thing/1", "{}", {}};
  const Hash leaf = leaf_hash(fact);
  fact.chain.fill(9);
  EXPECT_EQ(leaf_hash(fact), leaf);
  fact.body = "{ }";
  EXPECT_NE(leaf_hash(fact), leaf);
}

TEST_F(Merkle, RootsAreThoseOfTheNaiveTree) {
  for (std::size_t size = 0; size <= sizes_max; ++size) {
    EXPECT_EQ(frontiers[size].root(), naive_root(first(size))) << size;
    EXPECT_EQ(frontiers[size].size(), size);
  }
}

TEST_F(Merkle, PathsAreThoseOfTheNaiveTreeWhereverOneBegins) {
  for (std::size_t size = 1; size <= sizes_max; ++size) {
    for (std::size_t index = 0; index < size; ++index) {
      const Leaves expected = naive_path(index, first(size));
      for (const std::size_t begin : {index / 2, index}) {
        PathFinder finder = PathFinder::of_leaf(frontiers[begin], index);
        for (std::size_t i = begin; i < size; ++i) finder.add(all[i]);
        ASSERT_EQ(finder.path(), expected) << index << " of " << size << " from " << begin;
        ASSERT_EQ(finder.tree().root(), frontiers[size].root());
      }
      ASSERT_TRUE(is_included(all[index], index, size, expected, frontiers[size].root()));
    }
  }
}

TEST_F(Merkle, ContinuationsAreThoseOfTheNaiveTree) {
  for (std::size_t second = 1; second <= sizes_max; ++second) {
    for (std::size_t before = 1; before <= second; ++before) {
      PathFinder finder = PathFinder::of_tree(frontiers[before]);
      for (std::size_t i = before; i < second; ++i) finder.add(all[i]);
      const Leaves path = finder.path();
      ASSERT_EQ(path, naive_continuation(before, first(second), true)) << before << " " << second;
      ASSERT_TRUE(
          is_continued(before, frontiers[before].root(), second, frontiers[second].root(), path));
    }
    EXPECT_TRUE(is_continued(0, frontiers[0].root(), second, frontiers[second].root(), {}));
  }
}

TEST_F(Merkle, AnythingElseIsNoPath) {
  for (std::size_t size = 1; size <= 20; ++size) {
    const Hash root = frontiers[size].root();
    for (std::size_t index = 0; index < size; ++index) {
      const Leaves path = naive_path(index, first(size));
      const auto refused = [&](const Hash& leaf, std::size_t at, std::size_t of,
                               const Leaves& way) {
        EXPECT_FALSE(is_included(leaf, at, of, way, root)) << index << " of " << size;
      };
      for (std::size_t other = 0; other <= size; ++other) {
        if (other != index) refused(all[index], other, size, path);
      }
      refused(all[size], index, size, path);
      Leaves longer = path;
      longer.push_back(root);
      refused(all[index], index, size, longer);
      for (std::size_t i = 0; i < path.size(); ++i) {
        Leaves changed = path;
        changed[i][31] ^= 1;
        refused(all[index], index, size, changed);
        changed = path;
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
        refused(all[index], index, size, changed);
      }
    }
  }
}

TEST_F(Merkle, ARewrittenHistoryIsNoContinuation) {
  for (std::size_t second = 1; second <= 20; ++second) {
    for (std::size_t before = 1; before <= second; ++before) {
      const Hash old_root = frontiers[before].root();
      const Hash root = frontiers[second].root();
      const Leaves path = naive_continuation(before, first(second), true);
      Hash other = old_root;
      other[0] ^= 1;
      EXPECT_FALSE(is_continued(before, other, second, root, path));
      other = root;
      other[0] ^= 1;
      EXPECT_FALSE(is_continued(before, old_root, second, other, path));
      EXPECT_FALSE(is_continued(second + 1, old_root, second, root, path));
      Leaves longer = path;
      longer.push_back(root);
      EXPECT_FALSE(is_continued(before, old_root, second, root, longer));
      for (std::size_t i = 0; i < path.size(); ++i) {
        Leaves changed = path;
        changed[i][0] ^= 1;
        EXPECT_FALSE(is_continued(before, old_root, second, root, changed));
        changed = path;
        changed.pop_back();
        EXPECT_FALSE(is_continued(before, old_root, second, root, changed));
      }
    }
  }
}

TEST_F(Merkle, AFrontierFromOutsideHasAPeakForEachBit) {
  for (std::size_t size = 0; size <= sizes_max; ++size) {
    const auto again = Frontier::of(size, frontiers[size].peaks());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->root(), frontiers[size].root());
    Leaves peaks = frontiers[size].peaks();
    peaks.push_back(all[0]);
    EXPECT_FALSE(Frontier::of(size, peaks)) << size;
  }
}

}  // namespace
}  // namespace lantoa::ledger
