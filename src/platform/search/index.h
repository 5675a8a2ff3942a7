// Index: texts by their words, with and without Vietnamese marks, by exact keys (numbers of
// documents) and by facets (kind, unit, year). A view: it lies in memory and is made anew at every
// start; only the texts, of which parts are shown, lie in a file without a name. Any thread; one
// writes at a time, readers see the last commit and never wait for the writer.
//
//   Index index(folder);                  // opened by the first put
//   TRY(index.put({"article/3", title, text, {}, {}, {"bai", "12", "2021"}, day}));
//   TRY(index.commit());
//   TRY_ASSIGN(const Found found, index.find({parse_query("đất đai")}));
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "kernel/result.h"
#include "platform/search/query.h"
#include "platform/search/snippet.h"

namespace lantoa::search {

constexpr std::size_t text_bytes_max = 256 * 1024;  // of an entry; what is beyond is not found
constexpr std::size_t title_bytes_max = 4 * 1024;   // the same of its title
constexpr std::size_t facets_max = 8;
constexpr std::uint32_t hits_deepest = 10'000;  // no page begins beyond
constexpr std::size_t completions_max = 20;

struct Entry {
  std::string id;  // "article/3"; putting it again replaces it
  std::string title;
  std::string text;
  std::string also;                 // found like the text, never shown
  std::vector<std::string> keys;    // folded words: "nd 32", "32 2021"
  std::vector<std::string> facets;  // a value each, in an order that is the caller's; empty: none
  std::int64_t order = 0;           // of equals the higher comes first
};

struct Ask {
  Query query;
  // What has one of these keys and all words of `beside` (by place in the query) comes first, even
  // when it lacks the other words.
  std::vector<std::string> keys;
  std::vector<std::size_t> beside;
  std::vector<std::string> filters;  // one a facet; empty: any value
  std::uint32_t first = 0;
  std::uint32_t most = 10;
};

struct Hit {
  std::string id;
  std::vector<Piece> title;
  std::vector<Piece> snippet;
};

struct FacetCount {
  std::string value;
  std::uint32_t count = 0;

  bool operator==(const FacetCount&) const = default;
};

struct Found {
  std::vector<Hit> hits;
  std::uint32_t first = 0;  // of the hits; less than asked for when there are not so many
  std::uint32_t total = 0;
  // By facet, the most frequent value first, under the filters of the other facets.
  std::vector<std::vector<FacetCount>> facets;
  bool nearly = false;  // nothing has all the words: these have some
  // The query as it was probably meant, where nothing has all its words: what it finds is not
  // nothing. Empty: no better one is known.
  std::string meant;
};

struct Completion {
  std::string id;
  std::string title;
};

struct Snapshot;

class Index {
 public:
  // `parent`: the folder whose disk keeps the texts.
  explicit Index(std::filesystem::path parent);
  ~Index();
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  // Not seen before commit(). Unavailable when the disk fails; the index is as it was before.
  // Between two commits some 25 bytes a word are held, and twice as many while it commits.
  Result<void> put(const Entry& entry);
  Result<void> remove(const std::string& id);
  Result<void> commit();

  // Unavailable when a text cannot be read.
  Result<Found> find(const Ask& ask) const;
  // Titles that have all the words, the last perhaps only begun.
  Result<std::vector<Completion>> complete(const Query& query, std::size_t most) const;
  // The first of `keys` that some entry has; empty: none has.
  Result<std::string> first_known(const std::vector<std::string>& keys) const;

 private:
  class Writer;

  template <class Work>
  Result<void> write(Work work);
  template <class Out, class Look>
  Result<Out> read(Look look) const;

  const std::filesystem::path parent_;
  std::mutex writing_;
  std::unique_ptr<Writer> writer_;  // none: nothing was put yet
  mutable std::mutex mutex_;
  std::shared_ptr<const Snapshot> seen_;  // as of the last commit; none: nothing was
};

}  // namespace lantoa::search
