// Inside: what a PDF says of itself as a whole and cairo 1.16 does not write.
#pragma once

#include <string>

#include "kernel/result.h"

namespace lantoa::paper {

// The same pages, with their language and with the title shown in place of the file's name.
Result<std::string> with_catalog(const std::string& pdf);

}  // namespace lantoa::paper
