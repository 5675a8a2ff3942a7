#include "viet/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

// Joins: belongs to the word before it, if there is one.
enum class Role : std::uint8_t { Word, Joins, Parts };

Role looked_up(UChar32 c) {
  if (u_isalnum(c)) return Role::Word;
  if ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) return Role::Joins;
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ? Role::Joins : Role::Parts;
}

// Of the characters that Vietnamese is written with, and some more: asking for each is most of the
// time that a text takes.
constexpr UChar32 kept_roles = 0x2100;
using Roles = std::array<Role, kept_roles>;

const Roles& roles() {
  static const Roles all = [] {
    Roles out{};
    for (UChar32 c = 0; c < kept_roles; ++c) out[static_cast<std::size_t>(c)] = looked_up(c);
    return out;
  }();
  return all;
}

// Syllables that are written with i as well, by folded form.
constexpr std::array<std::string_view, 8> written_with_i{"hy", "ky", "ly", "my",
                                                         "sy", "ty", "vy", "quy"};

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  bool inside = false;
  const Roles& kept = roles();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    const Role role = c < 0            ? Role::Parts  // no UTF-8
                      : c < kept_roles ? kept[static_cast<std::size_t>(c)]
                                       : looked_up(c);
    if (role == Role::Parts || (role == Role::Joins && !inside)) {
      inside = false;
      continue;
    }
    if (!inside) out.push_back({static_cast<std::size_t>(begin), 0});
    inside = true;
    out.back().length = static_cast<std::size_t>(at) - out.back().offset;
  }
  return out;
}

WordKeys word_keys(std::string_view word) {
  WordKeys keys{fold(word), name_key(word)};
  if (std::find(written_with_i.begin(), written_with_i.end(), keys.folded) !=
      written_with_i.end()) {
    keys.folded.back() = 'i';
    std::replace(keys.marked.begin(), keys.marked.end(), 'y', 'i');
  }
  return keys;
}

}  // namespace lantoa::viet
