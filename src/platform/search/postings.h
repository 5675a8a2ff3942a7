// A list of postings: in which documents of a segment a term stands, how often, and at which
// places, written once as bytes and read from them. 128 documents are a block; a table of the
// blocks lets a reader leap over those it does not need. Internal to search.
//
// list := { last document (u32), its documents' bytes end (u32), its places' bytes begin (u32) } a
//         block, documents, places
// document := varint of (distance to the one before, at least 1) * 2 + (1 where it stands there
//             once), else followed by varint of how often
// place := varint of the distance to the one before in the same document
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace lantoa::search {

constexpr std::uint32_t no_document = std::numeric_limits<std::uint32_t>::max();

// Writes one list; its documents come in ascending order.
class PostingWriter {
 public:
  // `times`: at least 1. `places`: ascending, `times` of them, or none in any document of the list.
  void add(std::uint32_t document, std::uint32_t times, const std::uint32_t* places);
  void add(std::uint32_t document) { add(document, 1, nullptr); }

  std::uint32_t documents() const { return count_; }
  // Appends the list to `out` and is empty again.
  void end_list(std::string& out);

 private:
  void end_block();

  struct Block {
    std::uint32_t last = 0, documents_end = 0, places_begin = 0;
  };
  std::vector<Block> blocks_;
  std::string documents_, places_;
  std::uint32_t places_begin_ = 0;  // of the block being written
  std::uint32_t last_ = no_document;
  std::uint32_t count_ = 0;
};

// Reads one list from its beginning to its end. The bytes must outlive it.
class PostingReader {
 public:
  // `documents`: how many are in the list; 0: it is over at once, and `list` may be nullptr.
  PostingReader(const char* list, std::uint32_t documents);

  // Where the reader stands; no_document: the list is over.
  std::uint32_t document() const { return document_; }
  std::uint32_t times() const { return times_[at_]; }

  void next() {
    if (++at_ < size_) {
      document_ = documents_[at_];
    } else {
      load_block(block_ + 1);
    }
  }
  // To the first document that is not before `wanted`; never back.
  void advance_to(std::uint32_t wanted) {
    if (document_ >= wanted) return;
    if (documents_[size_ - 1] < wanted) {
      leap_to(wanted);
      if (document_ >= wanted) return;
    }
    while (documents_[at_] < wanted) ++at_;
    document_ = documents_[at_];
  }

  // Of the document where the reader stands; asked once for a document, of a list with places.
  const std::vector<std::uint32_t>& places();

 private:
  static constexpr std::uint32_t block_documents = 128;
  friend class PostingWriter;

  std::uint32_t number_at(std::size_t block, std::size_t field) const;
  void load_block(std::size_t block);
  void leap_to(std::uint32_t wanted);

  const char* table_;
  std::size_t blocks_;
  const unsigned char* documents_begin_ = nullptr;
  const unsigned char* places_begin_ = nullptr;
  std::uint32_t count_;

  std::size_t block_ = 0;
  std::uint32_t at_ = 0, size_ = 0;  // in the block
  std::uint32_t document_ = no_document;
  std::array<std::uint32_t, block_documents> documents_;
  std::array<std::uint32_t, block_documents> times_;

  const unsigned char* place_ = nullptr;  // of the document `placed_` of the block
  std::uint32_t placed_ = 0;
  std::vector<std::uint32_t> places_of_;
};

}  // namespace lantoa::search
