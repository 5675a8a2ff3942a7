// Which passages of a legal text stand inside quotation marks, as a law quotes the wording it gives
// to another: “Điều 5a. ...”.
#pragma once

#include <string_view>
#include <vector>

#include "viet/legal_layout.h"

namespace lantoa::viet {

// One answer a passage. A quotation begins with its passage and ends with one; a mark that is never
// closed quotes nothing, and one that is closed only beyond the next article of the text around it
// quotes no further than to that article.
std::vector<bool> quoted_passages(std::string_view source, const Layout& layout);

}  // namespace lantoa::viet
