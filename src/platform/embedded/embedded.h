// Files built into the binary: templates (src/**/*.tpl), rules (src/**/*.rules) and web files
// (web/dist/*), by their path in the source tree. Made by lantoa_embed in cmake/lantoa.cmake.
#pragma once

#include <string_view>
#include <vector>

namespace lantoa::embedded {

struct File {
  std::string_view path;  // "src/city/plan/plan.tpl"
  std::string_view bytes;
};

std::vector<File> files();

}  // namespace lantoa::embedded
