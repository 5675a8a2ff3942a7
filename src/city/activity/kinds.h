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

// What people record, in the order in which forms offer them.
const std::vector<Kind>& kinds();
// What channels do by themselves and nobody records: ChannelEntry of state.h.
const std::vector<Kind>& channel_kinds();
const Kind* find_kind(std::string_view code);  // of either; nullptr: none of this version's
bool is_of_channel(std::string_view kind);
const std::vector<Measure>& measures();
const Measure* find_measure(std::string_view code);

// The kind of what the others do not name: its form has to be written.
constexpr std::string_view other_kind = "khac";

// News that people record; the portal's own articles are of another kind, and may be the same.
constexpr std::string_view news_kind = "tin-bai";
constexpr std::string_view portal_kind = "cong-tin";

// Its title, or the code itself where this version has no such kind.
Text kind_title(std::string_view code);

}  // namespace lantoa::city::activity
