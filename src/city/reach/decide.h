// Rules of reach.
#pragma once

#include <string>
#include <vector>

#include "city/activity/state.h"
#include "city/content/state.h"
#include "city/identity/state.h"
#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "city/reach/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::reach {

constexpr std::size_t reason_bytes_max = 1'000;
constexpr std::size_t persons_per_receipt_max = 100'000;

// The reach courier's: a published version that has to be confirmed opens its item, once.
struct OpenItem {
  ArticleNo article;
  std::uint32_t version = 0;
  PlanNo plan;
};

// A person confirms that he has read the item's version.
struct Confirm {
  ItemNo item;
  std::uint32_t seen_version = 0;
};

// A clerk enters persons of his unit who attended a meeting, or have no e-mail and confirmed on
// paper.
struct RecordByProxy {
  ItemNo item;
  Channel channel = Channel::Meeting;
  std::vector<std::uint32_t> persons;
  std::optional<Date> on;
};

// A clerk names persons of his unit who attended an activity: they know what is chosen of what its
// plan asks to be known. Who knows it already is left as he is.
struct RecordAttendance {
  ActivityNo activity;
  std::vector<ItemNo> items;
  std::vector<std::uint32_t> persons;
};

struct CorrectReceipt {
  ItemNo item;
  std::uint64_t receipt = 0;  // seq of the fact
  PersonNo person;
  std::string reason;  // goes to the vault
};

struct ViewNames {
  ItemNo item;
  UnitNo unit;
};

// The names of those who can be named as attending it, and of those who were.
struct ViewAttendance {
  ActivityNo activity;
};

struct Known {
  const State& reach;
  const organisation::State& organisation;
  const identity::State& identity;
  const plan::State& plans;
  const content::State& content;
  const activity::State& activities;
};

using Decided = Result<ledger::Decision>;
Decided decide(const Known& known, const OpenItem& command, const Envelope& envelope);
// Commutes: a batch of confirmations equals them one by one as long as no two are of one person.
// Those of one item join: `unite` makes one fact of them.
Decided decide(const Known& known, const Confirm& command, const Envelope& envelope);
ReceiptsRecorded unite(std::vector<ReceiptsRecorded> receipts);
Decided decide(const Known& known, const RecordByProxy& command, const Envelope& envelope);
// decide_attendance.cc. Invalid with one detail a fault, at "item" or "person".
Decided decide(const Known& known, const RecordAttendance& command, const Envelope& envelope);
Decided decide(const Known& known, const ViewAttendance& command, const Envelope& envelope);
Decided decide(const Known& known, const CorrectReceipt& command, const Envelope& envelope);
Decided decide(const Known& known, const ViewNames& command, const Envelope& envelope);

// An officer of exactly this unit: a grant that names the unit itself, or one from above if it is
// his home. A right from above alone opens figures, not names.
bool is_own_unit(const organisation::State& organisation, const Actor& actor, Right right,
                 UnitNo unit);

// Conflict: why nobody can be named as attending it.
Result<void> require_names_taken(const Known& known, const activity::Activity& activity);
// What the plan asks to be known whose task the activity served, ascending; not what was withdrawn,
// nor what was published after the activity's day.
std::vector<ItemNo> open_items(const Known& known, const activity::Activity& activity);
// The activity's unit and those below it as far as the actor is their own officer, ascending.
std::vector<UnitNo> units_to_name(const organisation::State& organisation, const Actor& actor,
                                  const activity::Activity& activity);

std::string attendance_address(ActivityNo activity);  // "/hoat-dong/12/nguoi-du"

std::string correction_id(std::uint64_t receipt, PersonNo person);  // in the vault

}  // namespace lantoa::city::reach
