#pragma once

#include <string_view>

namespace lantoa::city {

// Something that pages cannot show stands in a text as typed: a control character, but for a tab
// and with `lines` the ends of lines. Also those of U+0080 to U+009F: what a quotation mark of
// Windows becomes when it is misread.
bool has_control_characters(std::string_view text, bool lines);

}  // namespace lantoa::city
