// Makes a page small before it is parsed: only blocks, lists and tables are left, everything else
// of the page is text or gone. The parser's time and stack grow with how many elements stand open
// at once and with elements it opens again by itself, so it is given neither: every element that
// can nest is closed in order, formatting is left out, and scripts, drawings and attributes are
// cut.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lantoa::document {

// In the page made, <div id="main"> and <div id="article"> stand for those elements, and what is
// not for reading is <div hidden>. None when more elements stand open than html_depth_max or there
// are more than html_tags_max.
std::optional<std::string> reduce_html(std::string_view bytes);

}  // namespace lantoa::document
