#include "city/spoken.h"

#include <algorithm>

#include "kernel/utf8.h"

namespace lantoa::city {
namespace {

// A letter beyond ASCII of a Latin script, or a mark above one; signs and quotes are none.
bool is_marked_letter(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character == "×" || character == "÷") return false;
  if (character.size() == 2) {
    return (byte(0) >= 0xC3 && byte(0) <= 0xC9) || byte(0) == 0xCC || byte(0) == 0xCD;
  }
  return character.size() == 3 && byte(0) == 0xE1 && byte(1) >= 0xB8 && byte(1) <= 0xBB;
}

bool is_vietnamese(std::string_view word) {
  while (!word.empty()) {
    const std::size_t size = std::max<std::size_t>(1, character_size(word));
    if (is_marked_letter(word.substr(0, size))) return true;
    word.remove_prefix(size);
  }
  return false;
}

// A word that a name goes on with: "Minh" in "Xã Minh Khai", "9" in "Điều 9".
bool continues_name(std::string_view word) {
  const char first = word.front();
  return (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9') || is_vietnamese(word);
}

struct LabelWord {
  std::size_t begin = 0, end = 0;
};

std::vector<LabelWord> words_of(std::string_view label) {
  std::vector<LabelWord> out;
  for (std::size_t at = 0; at < label.size();) {
    const std::size_t end = std::min(label.find(' ', at), label.size());
    if (end > at) out.push_back({at, end});
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<SpokenPart> spoken_parts(std::string_view label, Language language, bool is_name) {
  if (language == Language::Vietnamese) return {{std::string(label), false}};
  if (is_name) return {{std::string(label), true}};
  const std::vector<LabelWord> words = words_of(label);
  const auto text = [&](const LabelWord& word) {
    return label.substr(word.begin, word.end - word.begin);
  };
  const auto first = std::find_if(words.begin(), words.end(),
                                  [&](const LabelWord& word) { return is_vietnamese(text(word)); });
  if (first == words.end()) return {{std::string(label), false}};
  if (first == words.begin()) return {{std::string(label), true}};
  auto last = first;
  for (auto word = first; word != words.end(); ++word) {
    if (is_vietnamese(text(*word))) last = word;
  }
  while (last + 1 != words.end() && continues_name(text(*(last + 1)))) ++last;
  std::vector<SpokenPart> out{
      {std::string(label.substr(0, first->begin)), false},
      {std::string(label.substr(first->begin, last->end - first->begin)), true}};
  if (last->end < label.size()) out.push_back({std::string(label.substr(last->end)), false});
  return out;
}

}  // namespace lantoa::city
