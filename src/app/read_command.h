// "lantoa read": what a file says, an article or a legal text, as JSON for people and other
// programs. The text itself tells which it is.
#pragma once

#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::app {

// Whether this is a law, a resolution or the like, to be read as it is with its markup, so that
// places are those of the file; a plan is not.
bool is_law(std::string_view bytes);

// UTF-8, two spaces of indentation, keys in a fixed order, ISO 8601 times; what the text does
// not say is null. Offsets are bytes of the text given.
Result<std::string> read_text_json(std::string_view bytes);

}  // namespace lantoa::app
