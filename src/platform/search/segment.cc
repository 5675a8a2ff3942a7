#include "platform/search/segment.h"

#include <algorithm>

#include "kernel/assert.h"
#include "platform/search/terms.h"

namespace lantoa::search {
namespace {

// The documents of the parts that are there, and under which number each stands in the new segment.
struct Moved {
  std::vector<Document> documents;
  std::vector<std::vector<std::uint32_t>> numbers;  // by part; no_document: gone
};

Moved moved_out_of(const std::vector<Part>& parts, const MoveText& move) {
  Moved out;
  for (const Part& part : parts) {
    auto& numbers = out.numbers.emplace_back();
    for (std::uint32_t no = 0; no < part.segment->size(); ++no) {
      const bool stays = part.has(no);
      numbers.push_back(stays ? static_cast<std::uint32_t>(out.documents.size()) : no_document);
      if (!stays) continue;
      Document& document = out.documents.emplace_back(part.segment->document(no));
      if (move) document.text = move(document.text);
    }
  }
  return out;
}

bool has_places(std::string_view term) {
  return term.front() == anywhere || term.front() == in_title;
}

void append(PostingWriter& out, PostingReader from, const std::vector<std::uint32_t>& numbers,
            bool with_places) {
  for (; from.document() != no_document; from.next()) {
    const std::uint32_t number = numbers[from.document()];
    if (number == no_document) continue;
    out.add(number, from.times(), with_places ? from.places().data() : nullptr);
  }
}

}  // namespace

Segment::Segment(std::vector<Document> documents) : documents_(std::move(documents)) {
  for (const Document& document : documents_) {
    words_ += document.words;
    title_words_ += document.title_words;
    sizes_.push_back({document.words, document.title_words});
    for (std::size_t i = facets_; i < facets_max; ++i) {
      if (document.values[i] != 0) facets_ = i + 1;
    }
  }
  for (const Document& document : documents_) {
    values_.insert(values_.end(), document.values.begin(),
                   document.values.begin() + static_cast<std::ptrdiff_t>(facets_));
  }
}

void Segment::add(std::string_view name, PostingWriter& list) {
  ASSERT(terms_.empty() || this->name(terms_.back()) < name);
  terms_.push_back(
      {names_.size(), lists_.size(), static_cast<std::uint32_t>(name.size()), list.documents()});
  names_ += name;
  list.end_list(lists_);
}

void Segment::end() {
  terms_.shrink_to_fit();
  names_.shrink_to_fit();
  lists_.shrink_to_fit();
}

std::vector<Segment::Term>::const_iterator Segment::from(std::string_view name) const {
  return std::lower_bound(
      terms_.begin(), terms_.end(), name,
      [this](const Term& term, std::string_view wanted) { return this->name(term) < wanted; });
}

const Segment::Term* Segment::find(std::string_view name) const {
  const auto at = from(name);
  return at != terms_.end() && this->name(*at) == name ? &*at : nullptr;
}

bool Part::has_term(std::string_view name) const {
  PostingReader list = segment->list(segment->find(name));
  while (list.document() != no_document && !has(list.document())) list.next();
  return list.document() != no_document;
}

std::shared_ptr<const Segment> merged(const std::vector<Part>& parts, const MoveText& move) {
  Moved moved = moved_out_of(parts, move);
  auto out = std::make_shared<Segment>(std::move(moved.documents));
  std::vector<std::size_t> next(parts.size(), 0);  // term of each part
  const auto name_of = [&](std::size_t i) {
    const Segment& segment = *parts[i].segment;
    return next[i] < segment.terms().size() ? segment.name(segment.terms()[next[i]])
                                            : std::string_view();
  };
  PostingWriter list;
  for (;;) {
    std::string_view first;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string_view name = name_of(i);
      if (!name.empty() && (first.empty() || name < first)) first = name;
    }
    if (first.empty()) break;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (name_of(i) != first) continue;
      const Segment& segment = *parts[i].segment;
      append(list, segment.list(&segment.terms()[next[i]]), moved.numbers[i], has_places(first));
      ++next[i];
    }
    if (list.documents() > 0) out->add(first, list);
  }
  out->end();
  return out;
}

}  // namespace lantoa::search
