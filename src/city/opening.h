// How a longer text begins, where there is no room for all of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lantoa::city {

// The text itself where it has no more than these characters; else whole words of its beginning and
// "…". Only a word that is longer than that by itself is cut. Line ends become spaces.
std::string opening_of(std::string_view text, std::size_t characters_max);

}  // namespace lantoa::city
