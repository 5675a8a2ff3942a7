// How far the name of an issuing body reaches in running text, and where one begins.
#pragma once

#include "viet/source_text.h"

namespace lantoa::viet {

// The end of the body's name that begins here ("Bộ Văn hóa, Thể thao và Du lịch" whole); the
// beginning itself when no name stands here. Never past limit.
std::size_t issuer_end(const SourceText& source, std::size_t begin, std::size_t limit);

// Whether a word that opens the name of a body (Bộ, Sở, UBND, Hội đồng ...) stands here.
bool opens_issuer(const SourceText& source, std::size_t begin);

}  // namespace lantoa::viet
