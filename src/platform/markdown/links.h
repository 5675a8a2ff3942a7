// The links and images of a Markdown source as its writer put them there, to be judged by others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace lantoa::markdown {

struct FoundLink {
  std::string text;     // what is shown, or an image's description
  std::string address;  // decoded but otherwise as the source has it
  bool image = false;

  bool operator==(const FoundLink&) const = default;
};

// In the order in which they begin. Fails as to_html does.
Result<std::vector<FoundLink>> links_in(std::string_view source);

}  // namespace lantoa::markdown
