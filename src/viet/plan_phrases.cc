#include "viet/plan_phrases.h"

#include <algorithm>

#include "viet/unicode.h"

namespace lantoa::viet {

Phrases::Phrases(std::initializer_list<Entry> entries) {
  for (const Entry& entry : entries) {
    Known known{fold(entry.text), name_key(entry.text), entry.value};
    by_first_.at(static_cast<unsigned char>(known.folded.front()) & 0x7FU)
        .push_back(std::move(known));
  }
  for (auto& list : by_first_) {
    std::stable_sort(list.begin(), list.end(), [](const Known& a, const Known& b) {
      return a.folded.size() > b.folded.size();
    });
  }
}

PhraseFound Phrases::at(const SourceText& source, std::size_t begin, std::size_t limit) const {
  if (begin >= limit || begin >= source.size()) return {};
  const auto first = static_cast<unsigned char>(source.folded()[begin]);
  for (const Known& known : by_first_[first & 0x7FU]) {
    const std::size_t end = begin + known.folded.size();
    if (end > limit || !source.starts(begin, known.folded)) continue;
    if (name_key(source.text(begin, end)) == known.key) return {end, known.value};
  }
  return {};
}

PhraseFound Phrases::first(const SourceText& source, std::size_t begin, std::size_t limit,
                           std::size_t& found) const {
  for (std::size_t i = begin; i < limit; ++i) {
    if (!begins_word(source, i)) continue;
    if (const PhraseFound phrase = at(source, i, limit)) {
      found = i;
      return phrase;
    }
  }
  return {};
}

bool begins_word(const SourceText& source, std::size_t at) {
  if (!is_letter(source.at(at))) return false;
  return at == 0 || (!is_letter(source.at(at - 1)) && !is_digit(source.at(at - 1)));
}

std::size_t skip_space(const SourceText& source, std::size_t at, std::size_t limit) {
  while (at < limit && (source.at(at) == U' ' || source.at(at) == U'\n')) ++at;
  return at;
}

}  // namespace lantoa::viet
