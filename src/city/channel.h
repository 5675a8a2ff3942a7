// Channel figures: what channels (the portal, confirmations, mails) did by themselves, for the page
// of activities. A slice hangs a ChannelFigure on App::channel_figures when it is installed; the
// page draws them all alike, and each opens what it was added up from. Only acts are counted, never
// persons; who may see which of them is for the slice that counts.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "city/actor.h"
#include "kernel/text.h"
#include "kernel/time.h"

namespace lantoa::city {

// Whose acts, on which days, for whom.
struct ChannelAsk {
  UnitNo unit;                     // with those below it; `actor` sees its plans
  const std::vector<bool>& below;  // by unit's index: it and those below it
  Date from, to;                   // both included
  const Actor& actor;
  std::string days = {};  // the same as pages of figures have it: "&tu-ngay=2021-05-01"
};

// A part of a figure.
struct ChannelRecord {
  std::string title;
  bool is_theirs = false;   // the title is in Vietnamese, whatever the page's language
  std::optional<Date> day;  // none: of several days
  std::uint64_t amount = 0;
  std::string address;       // of what proves it
  bool is_void = false;      // kept to be seen; it counts nowhere
  std::optional<Text> note;  // said beside it
};

struct ChannelFigure {
  std::string code;  // in addresses: "luot-xem"
  Text label;        // "Bài được xem trên Cổng"
  Text unit;         // "lượt xem"
  Text about;        // what is counted and what is not, in a sentence
  // Both are called where the state stands still; the amount is that of all records together.
  std::function<std::uint64_t(const ChannelAsk&)> amount;
  std::function<std::vector<ChannelRecord>(const ChannelAsk&, Language)> records;
};

}  // namespace lantoa::city
