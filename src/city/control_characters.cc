#include "city/control_characters.h"

#include <algorithm>
#include <utility>

namespace lantoa::city {

bool has_control_characters(std::string_view text, bool lines) {
  unsigned char before = 0;
  return std::any_of(text.begin(), text.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool allowed = c == '\t' || (lines && (c == '\n' || c == '\r'));
    const bool high = std::exchange(before, byte) == 0xC2 && byte < 0xA0;
    return (byte < 0x20 && !allowed) || byte == 0x7F || high;
  });
}

}  // namespace lantoa::city
