// Inside: one function a kind of file.
#pragma once

#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::document {

constexpr std::size_t html_tags_max = 400'000;
constexpr std::size_t html_depth_max = 400;  // elements open inside each other

constexpr std::size_t docx_xml_bytes_max = 24 * 1024 * 1024;  // the document's text with its marks
constexpr std::size_t docx_tags_max = 1'500'000;
constexpr std::size_t docx_attributes_max = 1'500'000;  // each "=" counts, in text too

// The bytes are UTF-8.
Result<std::string> html_to_text(std::string_view bytes);
// The bytes begin as a zip archive does.
Result<std::string> docx_to_text(std::string_view bytes);

tl::unexpected<Problem> too_long();
tl::unexpected<Problem> encrypted();
tl::unexpected<Problem> nothing_in_it();

}  // namespace lantoa::document
