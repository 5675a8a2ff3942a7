// The one writer of an index: what was put since the last commit, and all segments with where each
// entry stands in them. Internal to search.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "platform/search/index.h"
#include "platform/search/segment.h"

namespace lantoa::search {

class Index::Writer {
 public:
  // Throws std::system_error when `parent` takes no file.
  explicit Writer(const std::filesystem::path& parent);

  // Throws std::system_error when the disk fails; what was there before is there still.
  void put(const Entry& entry);
  void remove(const std::string& id);
  std::shared_ptr<const Snapshot> commit();

 private:
  // A term in a document put since the last commit.
  struct Record {
    std::uint32_t term = 0, document = 0;
    std::uint32_t place = 0;  // 0: of a term without places
  };
  // The numbers of a word's terms.
  struct Word {
    std::uint32_t anywhere = 0, in_title = 0, as_marked = 0;
    bool is_word = false, has_marks = false;
  };
  struct Own {
    std::uint64_t serial = 0;
    std::shared_ptr<const Segment> segment;
    Bitset gone;  // as of the next commit
    std::uint32_t gone_count = 0;
    std::shared_ptr<const Bitset> seen_gone;  // as of the last
    std::uint32_t seen_gone_count = 0;

    std::uint32_t left() const { return segment->size() - gone_count; }
    Part part() const { return {segment, seen_gone, seen_gone_count}; }
  };
  struct Where {
    std::uint64_t serial = 0;
    std::uint32_t document = 0;
  };
  struct HashText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <class Value>
  using ByText = std::unordered_map<std::string, Value, HashText, std::equal_to<>>;

  std::uint32_t add_words(std::string_view text, std::uint32_t base, bool is_title);
  std::uint32_t number_of(char prefix, std::string_view text);
  const Word& word_of(std::string_view spelled);
  std::uint32_t value_of(std::size_t facet, const std::string& value);
  void cross_out(const std::string& id);
  std::shared_ptr<const Segment> batch_as_segment();
  void replace(std::size_t first, std::size_t count, const MoveText& move = {});
  void tidy_up();
  void renew_texts();
  std::shared_ptr<const Snapshot> snapshot() const;

  const std::filesystem::path parent_;
  std::shared_ptr<Texts> texts_;
  std::uint64_t texts_bytes_unseen_;  // with so many it is looked how many are of use
  std::vector<Own> parts_;            // in the order of their commits
  ByText<Where> where_;
  std::uint64_t next_serial_ = 1;  // of the batch

  // The batch: since the last commit.
  std::vector<Document> documents_;
  std::vector<Record> records_;
  Bitset batch_gone_;
  std::uint32_t batch_gone_count_ = 0;

  // Terms by number, and words as they are spelled: a language has few thousand syllables, and to
  // fold each once is most of the speed.
  ByText<std::uint32_t> numbers_;
  std::vector<const std::string*> names_;
  ByText<Word> words_;

  std::array<ByText<std::uint32_t>, facets_max> value_numbers_;
  std::array<std::shared_ptr<const std::vector<std::string>>, facets_max> values_;
};

}  // namespace lantoa::search
