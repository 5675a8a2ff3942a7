// Kinds of activities and what is counted of each, after the indicators that the half-yearly
// reports of dissemination ask for. Codes stand in facts and addresses and never change their
// meaning.
#pragma once

#include <string_view>
#include <vector>

#include "kernel/text.h"

namespace lantoa::city::activity {

struct Measure {
  std::string_view code;
  Text title;  // "Số lượt người dự"
  Text unit;   // "lượt người"
};

struct Asked {
  std::string_view measure;
  bool required = true;
  std::string_view part_of = {};  // the measure before it that it counts a part of; empty: none
};

struct Kind {
  std::string_view code;
  Text title;
  std::vector<Asked> measures;
};

// In the order in which forms offer them.
const std::vector<Kind>& kinds();
const Kind* find_kind(std::string_view code);  // nullptr: none of this version's
const std::vector<Measure>& measures();
const Measure* find_measure(std::string_view code);

// The kind of what the others do not name: its form has to be written.
constexpr std::string_view other_kind = "khac";

// Its title, or the code itself where this version has no such kind.
Text kind_title(std::string_view code);

}  // namespace lantoa::city::activity
