// Whatever a stranger writes: the same signs each time, each once and in their order, and a text of
// an old font is one only while it has letters beyond ASCII.
// Tries: spam.cc, spam_text.cc
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kernel/assert.h"
#include "viet/spam.h"
#include "viet/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const bool is_plain = std::all_of(text.begin(), text.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  ASSERT(!viet::is_old_font_text(text) || !is_plain);
  if (!viet::is_utf8(text)) return 0;
  const auto signs = viet::spam_signs(text);
  ASSERT(std::is_sorted(signs.begin(), signs.end()));
  ASSERT(std::adjacent_find(signs.begin(), signs.end()) == signs.end());
  ASSERT(viet::spam_signs(text) == signs);
  return 0;
}
