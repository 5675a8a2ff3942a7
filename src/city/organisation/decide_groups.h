// Rules of groups of units: who makes one, of which units, under which name. Whoever drafts plans
// for the unit that owns it, be it in the name of the unit's council, makes it, changes it and ends
// it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/organisation/decide.h"

namespace lantoa::city::organisation {

constexpr std::size_t group_name_characters_max = 100;
constexpr std::size_t group_units_max = 5'000;
constexpr std::size_t group_lines_max = 5'000;
constexpr std::size_t lines_told_max =
    50;  // of those that are wrong; the count of the rest is said

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* owner = "don-vi";
constexpr const char* name = "ten";
constexpr const char* units = "chon";
constexpr const char* lines = "dan";  // a fault of one says its row
}  // namespace fields

struct GroupDraft {
  // The code or the name of a unit, as it was pasted.
  struct Line {
    std::uint32_t row = 0;
    std::string text;
  };
  std::string name;
  std::vector<UnitNo> units;
  std::vector<Line> lines;  // beside those; empty ones are nothing
};

struct MakeGroup {
  UnitNo owner;
  GroupDraft draft;
};

// Everything of it anew. The same as it was is no change.
struct ChangeGroup {
  GroupNo group;
  std::uint32_t seen_version = 0;
  GroupDraft draft;
};

struct EndGroup {
  GroupNo group;
  std::uint32_t seen_version = 0;
  std::string reason;
};

// Invalid with a Detail for every fault: no name, one that is too long or that another open group
// of the owner has; no unit or too many; one that is unknown, closed or not within the owner.
Result<ledger::Decision> decide(const State& state, const MakeGroup& command,
                                const Envelope& envelope);
// Conflict: it was changed since, or it is ended. A unit that was closed since may stay.
Result<ledger::Decision> decide(const State& state, const ChangeGroup& command,
                                const Envelope& envelope);
Result<ledger::Decision> decide(const State& state, const EndGroup& command,
                                const Envelope& envelope);

std::string address_of(GroupNo group);  // "/don-vi/nhom/3"
// By unit's index: he drafts plans for it, over the unit itself or over an open council right below
// it, whose plans are for that unit.
std::vector<bool> may_own_groups(const State& state, const Actor& actor);
Result<void> require_groups_of(const State& state, const Actor& actor, UnitNo owner);
// The group, not ended, for somebody who may change it. Forbidden or Conflict otherwise.
Result<const Group*> open_group(const State& state, const Actor& actor, GroupNo no);
// A line each, numbered from 1.
std::vector<GroupDraft::Line> read_lines(std::string_view pasted);

}  // namespace lantoa::city::organisation
