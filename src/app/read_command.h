// "lantoa read": what an article file says, as JSON for people and other programs.
#pragma once

#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::app {

// UTF-8, two spaces of indentation, keys in a fixed order, ISO 8601 times; what the article does
// not say is null. Offsets are bytes of the source.
Result<std::string> read_article_json(std::string_view bytes);

}  // namespace lantoa::app
