// Which documents of an index have the words that are asked for. Internal to search.
#pragma once

#include <string>
#include <vector>

#include "platform/search/segment.h"

namespace lantoa::search {

using Documents = std::vector<std::uint32_t>;  // ascending, of one part

// A term in all parts of an index, looked up once. The snapshot must outlive it.
class Listed {
 public:
  Listed(const Snapshot& snapshot, const std::string& term);

  PostingReader in(std::size_t part) const {
    return snapshot_->parts[part].segment->list(terms_[part]);
  }
  std::uint32_t documents(std::size_t part) const {
    return terms_[part] == nullptr ? 0 : terms_[part]->documents;
  }
  std::uint64_t documents() const { return documents_; }  // those that are gone as well

 private:
  const Snapshot* snapshot_;
  std::vector<const Segment::Term*> terms_;
  std::uint64_t documents_ = 0;
};

std::vector<Listed> listed(const Snapshot& snapshot, char prefix,
                           const std::vector<std::string>& words);

// One thing that is asked for: any one of these words, or all of them in a row.
struct Clause {
  std::vector<std::string> words;  // folded
  bool in_a_row = false;
};

struct Wanted {
  std::vector<Clause> clauses;
  bool some_clauses = false;  // else all of them
  // Besides what has the clauses: what has one of these keys and all words of `beside`.
  std::vector<std::string> keys, beside;
};

// Looks through the parts of a snapshot, which must outlive it.
class Candidates {
 public:
  Candidates(const Snapshot& snapshot, const Wanted& wanted);

  // Those of a part that are there; of no clauses and no keys all of it.
  Documents in(std::size_t part) const;
  // Of them those that have a key.
  Documents keyed_in(std::size_t part) const;

 private:
  Documents with_all(std::size_t part) const;
  Documents with_some(std::size_t part) const;

  const Snapshot& snapshot_;
  bool some_ = false, everything_ = false;
  std::vector<Listed> single_;            // words that have to be there
  std::vector<std::vector<Listed>> any_;  // of each of these one word
  std::vector<std::vector<Listed>> rows_;
  std::vector<Listed> keys_, beside_;
};

// What is in any of these lists; what is in one or the other; of `documents` what is in a list.
Documents in_any(std::vector<PostingReader> lists);
Documents together(const Documents& a, const Documents& b);
void keep_those_in(Documents& documents, PostingReader list);
// Of `documents` those where the words stand one behind the other.
Documents in_a_row(const std::vector<Listed>& words, std::size_t part, const Documents& documents);

}  // namespace lantoa::search
