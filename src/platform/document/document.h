// Files as offices send them, made plain UTF-8 text: .txt as it is, .md, .html and .docx as lines
// (headings, paragraphs, list items, table cells). The text so made is what is stored and read; all
// offsets refer to it. Wrong kinds, damaged, encrypted and oversized files get a sentence each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::document {

// Below what the server takes as one request, so that a person is told which file is too large.
constexpr std::size_t file_bytes_max = 7 * 1024 * 1024;
constexpr std::size_t text_bytes_max = 1024 * 1024;  // what one page can show

// The kind is told by the bytes and, between text, Markdown and HTML, by the name's ending; an
// empty name is pasted text.
Result<std::string> to_text(std::string_view bytes, std::string_view file_name);

}  // namespace lantoa::document
