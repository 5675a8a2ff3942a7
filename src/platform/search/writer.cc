#include "platform/search/writer.h"

#include <algorithm>
#include <numeric>
#include <system_error>

#include "platform/log/log.h"
#include "platform/search/terms.h"

namespace lantoa::search {
namespace {

constexpr std::size_t known_terms_max = 300'000;   // remembered from one commit to the next
constexpr std::uint64_t texts_growth = 16U << 20;  // bytes, from one look at them to the next
constexpr std::size_t merged_at_once = 4;          // segments

}  // namespace

Index::Writer::Writer(const std::filesystem::path& parent)
    : parent_(parent), texts_(std::make_shared<Texts>(parent)), texts_bytes_unseen_(texts_growth) {
  for (auto& values : values_) {
    values = std::make_shared<const std::vector<std::string>>(1);  // number 0 is no value
  }
}

std::uint32_t Index::Writer::number_of(char prefix, std::string_view text) {
  const std::string name = term(prefix, text);
  const auto [at, is_new] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
  if (is_new) names_.push_back(&at->first);
  return at->second;
}

const Index::Writer::Word& Index::Writer::word_of(std::string_view spelled) {
  spelled = cut_to(spelled, query_bytes_max);  // nobody asks for more, and it is remembered
  const auto known = words_.find(spelled);
  if (known != words_.end()) return known->second;
  const viet::WordKeys keys = keys_of(spelled);
  Word word;
  word.is_word = !keys.folded.empty();
  if (word.is_word) {
    word.anywhere = number_of(anywhere, keys.folded);
    word.in_title = number_of(in_title, keys.folded);
    word.has_marks = keys.has_marks();
    if (word.has_marks) word.as_marked = number_of(as_marked, keys.marked);
  }
  return words_.emplace(spelled, word).first->second;
}

// Returns how many words there are.
std::uint32_t Index::Writer::add_words(std::string_view text, std::uint32_t base, bool is_title) {
  const auto document = static_cast<std::uint32_t>(documents_.size());
  std::uint32_t place = 0;
  for (const viet::Word& at : viet::words_of(text)) {
    ++place;
    const Word& word = word_of(at.in(text));
    if (!word.is_word) continue;
    records_.push_back({word.anywhere, document, base + place});
    if (is_title) records_.push_back({word.in_title, document, place});
    if (word.has_marks) records_.push_back({word.as_marked, document, 0});
  }
  return place;
}

std::uint32_t Index::Writer::value_of(std::size_t facet, const std::string& value) {
  if (value.empty()) return 0;
  auto& numbers = value_numbers_[facet];
  return numbers.try_emplace(value, static_cast<std::uint32_t>(numbers.size() + 1)).first->second;
}

void Index::Writer::cross_out(const std::string& id) {
  const auto found = where_.find(id);
  if (found == where_.end()) return;
  const Where where = found->second;
  where_.erase(found);
  if (where.serial == next_serial_) {
    batch_gone_.set(where.document);
    ++batch_gone_count_;
    return;
  }
  const auto own = std::find_if(parts_.begin(), parts_.end(),
                                [&](const Own& one) { return one.serial == where.serial; });
  own->gone.set(where.document);
  ++own->gone_count;
}

void Index::Writer::put(const Entry& entry) {
  const std::string_view title = cut_to(entry.title, title_bytes_max);
  const std::string_view text = cut_to(entry.text, text_bytes_max);
  Document document{entry.id, std::string(title), texts_->append(text), entry.order, 0, 0, {}};
  cross_out(entry.id);
  const auto number = static_cast<std::uint32_t>(documents_.size());
  document.title_words = add_words(title, 0, true);
  const std::uint32_t base = text_base(document.title_words);
  const std::uint32_t text_words = add_words(text, base, false);
  const std::string_view also = cut_to(entry.also, text_bytes_max);
  const std::uint32_t also_words = add_words(also, base + text_words + gap, false);
  document.words = document.title_words + text_words + also_words;
  for (const std::string& key : entry.keys) {
    records_.push_back({number_of(by_key, key), number, 0});
  }
  for (std::size_t i = 0; i < entry.facets.size(); ++i) {
    document.values[i] = value_of(i, entry.facets[i]);
  }
  documents_.push_back(std::move(document));
  where_[entry.id] = {next_serial_, number};
}

void Index::Writer::remove(const std::string& id) { cross_out(id); }

// The records come by document and place; sorted by their terms they keep that order.
std::shared_ptr<const Segment> Index::Writer::batch_as_segment() {
  const auto records = std::exchange(records_, {});     // the memory of a large batch is let go
  std::vector<std::size_t> ends(names_.size() + 1, 0);  // first the counts, one further
  for (const Record& record : records) ++ends[record.term + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<Record> sorted(records.size());
  for (const Record& record : records) sorted[ends[record.term]++] = record;

  std::vector<std::uint32_t> used;
  for (std::uint32_t term = 0; term < names_.size(); ++term) {
    if (ends[term] > (term == 0 ? 0 : ends[term - 1])) used.push_back(term);
  }
  std::sort(used.begin(), used.end(),
            [this](std::uint32_t a, std::uint32_t b) { return *names_[a] < *names_[b]; });

  auto segment = std::make_shared<Segment>(std::move(documents_));
  PostingWriter list;
  std::vector<std::uint32_t> places;
  for (const std::uint32_t term : used) {
    const std::size_t end = ends[term];
    for (std::size_t i = term == 0 ? 0 : ends[term - 1]; i < end;) {
      const std::uint32_t document = sorted[i].document;
      places.clear();
      for (; i < end && sorted[i].document == document; ++i) places.push_back(sorted[i].place);
      if (places.front() == 0) {
        list.add(document);
      } else {
        list.add(document, static_cast<std::uint32_t>(places.size()), places.data());
      }
    }
    segment->add(*names_[term], list);
  }
  segment->end();
  documents_.clear();
  return segment;
}

// Instead of `count` parts from the `first`, what is left of them.
void Index::Writer::replace(std::size_t first, std::size_t count, const MoveText& move) {
  const auto begin = parts_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = begin + static_cast<std::ptrdiff_t>(count);
  std::vector<Part> old;
  for (auto own = begin; own != end; ++own) old.push_back(own->part());
  Own one;
  one.serial = next_serial_++;
  one.segment = merged(old, move);
  for (std::uint32_t no = 0; no < one.segment->size(); ++no) {
    where_.find(one.segment->document(no).id)->second = {one.serial, no};
  }
  *begin = std::move(one);
  parts_.erase(begin + 1, end);
}

// Few parts are read quickly, and each entry is written anew a few times only: of four neighbours
// the oldest waits until the newer ones are together as large. One that is mostly crossed out is
// written anew alone.
void Index::Writer::tidy_up() {
  std::erase_if(parts_, [](const Own& own) { return own.left() == 0; });
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (parts_[i].gone_count > parts_[i].left()) replace(i, 1);
  }
  while (parts_.size() >= merged_at_once) {
    const std::size_t first = parts_.size() - merged_at_once;
    std::uint64_t newer = 0;
    for (std::size_t i = first + 1; i < parts_.size(); ++i) newer += parts_[i].left();
    if (parts_[first].left() > newer) return;
    replace(first, merged_at_once);
  }
}

// Texts of entries that were replaced or removed stay in the file until they are more than half of
// it: what is left is then written to a new one. Where the disk has no room for both, the old one
// serves on, and whoever reads an older snapshot has it as long as he needs it.
void Index::Writer::renew_texts() {
  if (texts_->bytes() < texts_bytes_unseen_) return;
  std::uint64_t left = 0;
  for (const Own& own : parts_) {
    for (std::uint32_t no = 0; no < own.segment->size(); ++no) {
      if (!own.gone.test(no)) left += own.segment->document(no).text.bytes;
    }
  }
  if (texts_->bytes() / 2 > left) {
    try {
      auto fresh = std::make_shared<Texts>(parent_);
      const auto move = [&](const TextPlace& place) { return fresh->append(texts_->read(place)); };
      if (!parts_.empty()) replace(0, parts_.size(), move);
      texts_ = std::move(fresh);
    } catch (const std::system_error& error) {
      log::warning("search.texts_not_renewed", {{"why", error.what()}});
    }
  }
  texts_bytes_unseen_ = texts_->bytes() + texts_growth;
}

std::shared_ptr<const Snapshot> Index::Writer::snapshot() const {
  auto out = std::make_shared<Snapshot>();
  for (const Own& own : parts_) out->parts.push_back(own.part());
  out->values = values_;
  out->texts = texts_;
  return out;
}

std::shared_ptr<const Snapshot> Index::Writer::commit() {
  if (!documents_.empty()) {
    Own own;
    own.segment = batch_as_segment();
    own.serial = next_serial_++;
    own.gone = std::exchange(batch_gone_, {});
    own.gone_count = std::exchange(batch_gone_count_, 0);
    parts_.push_back(std::move(own));
  }
  for (Own& own : parts_) {
    const bool changed = own.gone_count != own.seen_gone_count;
    if (changed) own.seen_gone = std::make_shared<const Bitset>(own.gone);
    own.seen_gone_count = own.gone_count;
  }
  for (std::size_t i = 0; i < facets_max; ++i) {
    if (values_[i]->size() == value_numbers_[i].size() + 1) continue;
    auto values = std::make_shared<std::vector<std::string>>(value_numbers_[i].size() + 1);
    for (const auto& [value, number] : value_numbers_[i]) (*values)[number] = value;
    values_[i] = std::move(values);
  }
  tidy_up();
  renew_texts();
  if (std::max(names_.size(), words_.size()) > known_terms_max) {
    words_.clear();
    numbers_.clear();
    names_.clear();
  }
  return snapshot();
}

}  // namespace lantoa::search
