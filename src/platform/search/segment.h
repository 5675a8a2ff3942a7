// Segment: some entries, with the list of postings of each of their terms, as they were committed
// together. It never changes; an entry that is gone is only crossed out beside it. Internal to
// search.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/bitset.h"
#include "platform/search/index.h"
#include "platform/search/postings.h"
#include "platform/search/texts.h"

namespace lantoa::search {

// What an entry has, but its words.
struct Document {
  std::string id;
  std::string title;
  TextPlace text;
  std::int64_t order = 0;
  std::uint32_t words = 0;                         // in title, text and also
  std::uint32_t title_words = 0;                   // of these
  std::array<std::uint32_t, facets_max> values{};  // by facet, as the index numbers them; 0: none
};

class Segment {
 public:
  struct Term {
    std::uint64_t name_at = 0, list_at = 0;
    std::uint32_t name_bytes = 0;
    std::uint32_t documents = 0;
  };

  explicit Segment(std::vector<Document> documents);

  // While it is made: the terms in ascending order of their names, then the end.
  void add(std::string_view name, PostingWriter& list);
  void end();

  std::uint32_t size() const { return static_cast<std::uint32_t>(documents_.size()); }
  const Document& document(std::uint32_t number) const { return documents_[number]; }
  // What every document that is found is asked for lies close together.
  std::uint32_t words_of(std::uint32_t document) const { return sizes_[document].words; }
  std::uint32_t title_words_of(std::uint32_t document) const { return sizes_[document].title; }
  // Of each facet up to the last that any document here has a value of.
  std::span<const std::uint32_t> values_of(std::uint32_t document) const {
    return {values_.data() + document * facets_, facets_};
  }
  std::uint64_t words() const { return words_; }  // of all documents
  std::uint64_t title_words() const { return title_words_; }

  const std::vector<Term>& terms() const { return terms_; }
  std::string_view name(const Term& term) const {
    return std::string_view(names_).substr(term.name_at, term.name_bytes);
  }
  // Of a term found here; nullptr: of one that stands nowhere here.
  PostingReader list(const Term* term) const {
    if (term == nullptr) return {nullptr, 0};
    return {lists_.data() + term->list_at, term->documents};
  }
  // nullptr: it stands nowhere here.
  const Term* find(std::string_view name) const;
  // The first term whose name is not before this one; terms().end() where there is none.
  std::vector<Term>::const_iterator from(std::string_view name) const;

 private:
  std::vector<Document> documents_;
  std::vector<Term> terms_;
  std::string names_, lists_;
  struct Sizes {
    std::uint32_t words = 0, title = 0;
  };
  std::vector<Sizes> sizes_;
  std::vector<std::uint32_t> values_;  // of each document `facets_` of them
  std::size_t facets_ = 0;
  std::uint64_t words_ = 0, title_words_ = 0;
};

// A segment as somebody reads it: what is gone does not change under him.
struct Part {
  std::shared_ptr<const Segment> segment;
  std::shared_ptr<const Bitset> gone;  // nullptr: nothing is
  std::uint32_t gone_count = 0;

  bool has(std::uint32_t document) const { return gone == nullptr || !gone->test(document); }
  std::uint32_t left() const { return segment->size() - gone_count; }
  // Whether a term stands in an entry that is there.
  bool has_term(std::string_view name) const;
};

// The index as of its last commit.
struct Snapshot {
  std::vector<Part> parts;
  // The values of each facet by their numbers; of number 0, which is none, an empty one.
  std::array<std::shared_ptr<const std::vector<std::string>>, facets_max> values;
  std::shared_ptr<const Texts> texts;
};

// Puts a text elsewhere and says where; may throw.
using MoveText = std::function<TextPlace(const TextPlace&)>;

// The entries of some parts that are still there, in their order, as one segment. Without `move`
// their texts stay where they are.
std::shared_ptr<const Segment> merged(const std::vector<Part>& parts, const MoveText& move);

}  // namespace lantoa::search
