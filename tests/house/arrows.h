// Which file may include which: the rules 1-4 of ARCHITECTURE.md's folders, as functions.
//
//   kernel <- viet <- platform <- city <- app     folders; agent: kernel, viet, platform
//   the libraries below the city                  as their USES in CMakeLists.txt say
//   the city's slices                             by facts.h and state.h of those before them
//   third-party headers                           in the .cc files of the folder that owns the
//   library decide.* and state.*                          nothing with a clock, chance, or input
//   and output
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "house/source.h"

namespace lantoa::house {

struct Layout {
  // Folder below src/ to the folders that its library may use, directly or through those it uses.
  std::map<std::string, std::set<std::string>> uses;
  std::vector<std::string> slices;  // in their order
};

// `lists` is CMakeLists.txt with its lantoa_library(NAME src/FOLDER USES …) lines, `functions` is
// cmake/lantoa.cmake with the city's foreach(slice …).
Layout read_layout(std::string_view lists, std::string_view functions);

// The names in "Slice order: a < b < c"; empty when the text has no such line.
std::vector<std::string> slice_order_of(std::string_view architecture);

struct Include {
  std::size_t line = 0;
  std::string name;
  bool quoted = false;  // "name", not <name>

  bool operator==(const Include&) const = default;
};

std::vector<Include> includes_of(const SourceFile& file);

Findings check_folders(const SourceFile& file, const Layout& layout);
Findings check_third_party(const SourceFile& file);
Findings check_purity(const SourceFile& file);

}  // namespace lantoa::house
