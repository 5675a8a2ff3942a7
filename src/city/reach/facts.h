// What can happen to reach.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "city/numbers.h"
#include "city/plan/facts.h"
#include "kernel/fact.h"
#include "kernel/number_set.h"
#include "kernel/time.h"

namespace lantoa::city::reach {

enum class Channel {
  Portal,   // the person read the version and confirmed it
  Meeting,  // the person attended
};
BOOST_DESCRIBE_ENUM(Channel, Portal, Meeting)
constexpr std::size_t channel_count = 2;

// From now on the audience has to know this version.
struct ItemOpened {
  static constexpr std::string_view kind = "reach.item_opened";
  ItemNo item;
  ArticleNo article;
  std::uint32_t version = 0;
  PlanNo plan;
  UnitNo scope;  // everybody whose home is here or below
  plan::Audience audience = plan::Audience::Everybody;
};
BOOST_DESCRIBE_STRUCT(ItemOpened, (), (item, article, version, plan, scope, audience))

// These persons were reached by this channel. Their units are derived, never stated.
struct ReceiptsRecorded {
  static constexpr std::string_view kind = "reach.receipts_recorded";
  ItemNo item;
  Channel channel = Channel::Portal;
  NumberSet persons;
  std::optional<PersonNo> by;  // the clerk who entered it for them; absent: they did it themselves
  std::optional<Date> on;      // the day of the meeting; absent: when it was recorded
  std::optional<ActivityNo> activity;  // that they attended; absent: none that is recorded
};
BOOST_DESCRIBE_STRUCT(ReceiptsRecorded, (), (item, channel, persons, by, on, activity))

// One person of the receipt at `receipt` was not reached by it after all. The reason is in the
// vault under "correction/<receipt>/<person>".
struct ReceiptCorrected {
  static constexpr std::string_view kind = "reach.receipt_corrected";
  ItemNo item;
  std::uint64_t receipt = 0;  // the seq of the ReceiptsRecorded fact
  PersonNo person;
  PersonNo by;
};
BOOST_DESCRIBE_STRUCT(ReceiptCorrected, (), (item, receipt, person, by))

// Somebody looked at the names of those of his unit who have to know, or of them who do not yet; or
// at the list of an activity, which says of each of its plan's items how they know it: one fact
// stands for all of them, with the first one's number.
struct NamesViewed {
  static constexpr std::string_view kind = "reach.names_viewed";
  ItemNo item;
  UnitNo unit;
  std::optional<ActivityNo> activity;  // whose list it was; absent: the item's own
};
BOOST_DESCRIBE_STRUCT(NamesViewed, (), (item, unit, activity))

}  // namespace lantoa::city::reach
