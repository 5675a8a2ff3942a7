#include "platform/search/candidates.h"

#include <algorithm>

#include "platform/search/terms.h"

namespace lantoa::search {
namespace {

Documents all_of(PostingReader list, std::uint32_t documents) {
  Documents out;
  out.reserve(documents);
  for (; list.document() != no_document; list.next()) out.push_back(list.document());
  return out;
}

Documents with_each(const std::vector<const Listed*>& words, std::size_t part) {
  auto rarest_first = words;
  std::sort(rarest_first.begin(), rarest_first.end(), [part](const Listed* a, const Listed* b) {
    return a->documents(part) < b->documents(part);
  });
  Documents out = all_of(rarest_first[0]->in(part), rarest_first[0]->documents(part));
  for (std::size_t i = 1; i < rarest_first.size() && !out.empty(); ++i) {
    keep_those_in(out, rarest_first[i]->in(part));
  }
  return out;
}

Documents with_any(const std::vector<const Listed*>& words, std::size_t part) {
  if (words.size() == 1) return all_of(words[0]->in(part), words[0]->documents(part));
  std::vector<PostingReader> lists;
  for (const Listed* word : words) lists.push_back(word->in(part));
  return in_any(std::move(lists));
}

std::vector<const Listed*> pointers(const std::vector<Listed>& words) {
  std::vector<const Listed*> out;
  for (const Listed& word : words) out.push_back(&word);
  return out;
}

void keep_common(Documents& documents, const Documents& other) {
  Documents both;
  std::set_intersection(documents.begin(), documents.end(), other.begin(), other.end(),
                        std::back_inserter(both));
  documents = std::move(both);
}

Documents everything_in(const Part& part) {
  Documents out(part.segment->size());
  for (std::uint32_t no = 0; no < out.size(); ++no) out[no] = no;
  return out;
}

// One word of a row in a part.
struct InRow {
  PostingReader at;
  std::uint32_t offset = 0;  // words before it in the row
};

// Of the places where a row may begin those where this word stands too. Both ascend.
void keep_starts(std::vector<std::uint32_t>& starts, const std::vector<std::uint32_t>& places,
                 std::uint32_t offset) {
  auto at = places.begin();
  std::erase_if(starts, [&](std::uint32_t start) {
    while (at != places.end() && *at < start + offset) ++at;
    return at == places.end() || *at != start + offset;
  });
}

// The rare words tell most often that there is no row, before the places of the others are read.
bool stand_in_a_row(std::vector<InRow>& rarest_first, std::vector<std::uint32_t>& starts) {
  starts.clear();
  const std::uint32_t offset = rarest_first.front().offset;
  for (const std::uint32_t place : rarest_first.front().at.places()) {
    if (place > offset) starts.push_back(place - offset);
  }
  for (std::size_t i = 1; i < rarest_first.size() && !starts.empty(); ++i) {
    keep_starts(starts, rarest_first[i].at.places(), rarest_first[i].offset);
  }
  return !starts.empty();
}

}  // namespace

std::vector<Listed> listed(const Snapshot& snapshot, char prefix,
                           const std::vector<std::string>& words) {
  std::vector<Listed> out;
  for (const std::string& word : words) out.emplace_back(snapshot, term(prefix, word));
  return out;
}

Documents in_any(std::vector<PostingReader> lists) {
  Bitset found;
  std::uint32_t end = 0;
  for (PostingReader& list : lists) {
    for (; list.document() != no_document; list.next()) {
      found.set(list.document());
      end = std::max(end, list.document() + 1);
    }
  }
  Documents out;
  for (std::uint32_t no = 0; no < end; ++no) {
    if (found.test(no)) out.push_back(no);
  }
  return out;
}

void keep_those_in(Documents& documents, PostingReader list) {
  std::erase_if(documents, [&](std::uint32_t document) {
    list.advance_to(document);
    return list.document() != document;
  });
}

Documents together(const Documents& a, const Documents& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  Documents out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

Listed::Listed(const Snapshot& snapshot, const std::string& term) : snapshot_(&snapshot) {
  for (const Part& part : snapshot.parts) {
    terms_.push_back(part.segment->find(term));
    if (terms_.back() != nullptr) documents_ += terms_.back()->documents;
  }
}

Documents in_a_row(const std::vector<Listed>& words, std::size_t part, const Documents& documents) {
  std::vector<InRow> rarest_first;
  for (const Listed& word : words) {
    rarest_first.push_back({word.in(part), static_cast<std::uint32_t>(rarest_first.size())});
  }
  std::stable_sort(rarest_first.begin(), rarest_first.end(), [&](const InRow& a, const InRow& b) {
    return words[a.offset].documents(part) < words[b.offset].documents(part);
  });
  std::vector<std::uint32_t> starts;
  Documents out;
  for (const std::uint32_t document : documents) {
    const bool all = std::all_of(rarest_first.begin(), rarest_first.end(), [&](InRow& word) {
      word.at.advance_to(document);
      return word.at.document() == document;
    });
    if (all && stand_in_a_row(rarest_first, starts)) out.push_back(document);
  }
  return out;
}

Candidates::Candidates(const Snapshot& snapshot, const Wanted& wanted)
    : snapshot_(snapshot),
      some_(wanted.some_clauses),
      everything_(wanted.clauses.empty() && wanted.keys.empty()),
      keys_(listed(snapshot, by_key, wanted.keys)),
      beside_(listed(snapshot, anywhere, wanted.beside)) {
  for (const Clause& clause : wanted.clauses) {
    auto words = listed(snapshot, anywhere, clause.words);
    if (words.size() == 1) {
      single_.push_back(std::move(words.front()));
    } else {
      (clause.in_a_row ? rows_ : any_).push_back(std::move(words));
    }
  }
}

Documents Candidates::with_all(std::size_t part) const {
  std::vector<const Listed*> needed = pointers(single_);
  for (const auto& row : rows_) {
    for (const Listed& word : row) needed.push_back(&word);
  }
  if (needed.empty() && any_.empty()) return {};
  bool begun = !needed.empty();
  Documents out = begun ? with_each(needed, part) : Documents();
  for (const auto& words : any_) {
    Documents one = with_any(pointers(words), part);
    if (begun) {
      keep_common(out, one);
    } else {
      out = std::move(one);
    }
    begun = true;
  }
  for (const auto& row : rows_) out = in_a_row(row, part, out);
  return out;
}

Documents Candidates::with_some(std::size_t part) const {
  std::vector<const Listed*> words = pointers(single_);
  for (const auto& some : any_) {
    for (const Listed& word : some) words.push_back(&word);
  }
  Documents out = words.empty() ? Documents() : with_any(words, part);
  for (const auto& row : rows_) {
    out = together(out, in_a_row(row, part, with_each(pointers(row), part)));
  }
  return out;
}

Documents Candidates::keyed_in(std::size_t part) const {
  if (keys_.empty()) return {};
  Documents out = with_any(pointers(keys_), part);
  for (const Listed& word : beside_) keep_those_in(out, word.in(part));
  return out;
}

Documents Candidates::in(std::size_t part) const {
  const Part& one = snapshot_.parts[part];
  Documents out = everything_ ? everything_in(one) : some_ ? with_some(part) : with_all(part);
  out = together(out, keyed_in(part));
  if (one.gone != nullptr) {
    std::erase_if(out, [&](std::uint32_t document) { return !one.has(document); });
  }
  return out;
}

}  // namespace lantoa::search
