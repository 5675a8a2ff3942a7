// What channels did by themselves, on the page of activities: one line a channel. Part
// {{>channels}}. For the pages of this folder only.
#pragma once

#include <string>
#include <vector>

#include "city/activity/activity.h"
#include "city/activity/period.h"

namespace lantoa::city::activity {

struct ChannelLine {
  Text label;
  std::string amount;
  Text measure;
  std::string address;  // of what was added up
};
BOOST_DESCRIBE_STRUCT(ChannelLine, (), (label, amount, measure, address))

struct ChannelsPart {
  static constexpr std::string_view tpl = "src/city/activity/channels.tpl";
  bool has_lines = false;
  std::vector<ChannelLine> lines;  // none of 0
  std::string entries;             // address of the portal's, also those that count no longer
};
BOOST_DESCRIBE_STRUCT(ChannelsPart, (), (has_lines, lines, entries))
// Called where the state stands still. The visitor sees the unit's plans.
ChannelsPart channels_part(const App& app, const State& state, const Needs& needs, UnitNo unit,
                           const Days& days, const Visit& visit);

}  // namespace lantoa::city::activity
