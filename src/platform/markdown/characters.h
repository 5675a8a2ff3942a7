// Characters on their way from a source to a page: UTF-8 checked, entities decoded, what must not
// reach a screen removed, HTML escaped.
#pragma once

#include <string>
#include <string_view>

#include "kernel/utf8.h"

namespace lantoa::markdown {

// Every byte that does not belong to a well-formed character becomes U+FFFD.
std::string repaired(std::string_view bytes);

// "&amp;" -> "&", "&#7841;" -> "ạ". A number that is no character gives U+FFFD; an unknown name
// comes back as it was written.
std::string decoded_entity(std::string_view entity);

// Appends UTF-8 without controls (U+FFFD instead; tab and line feed stay) and without the marks
// that turn the direction of writing, with which an address could be shown backwards.
void append_clean(std::string& out, std::string_view text);

// Appends with & < > " and ' escaped: right in text and in a quoted attribute.
void append_escaped(std::string& out, std::string_view text);

}  // namespace lantoa::markdown
