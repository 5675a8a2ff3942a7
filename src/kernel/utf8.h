// Is this UTF-8? Everything kept is: what is not would make a fact that no reader accepts.
#pragma once

#include <cstddef>
#include <string_view>

namespace lantoa {

// Bytes of the well-formed character at the front of `bytes`; 0 when none stands there.
std::size_t character_size(std::string_view bytes);

// By RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);

}  // namespace lantoa
