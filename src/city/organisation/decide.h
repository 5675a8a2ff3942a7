// Rules of the tree of units.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/organisation/state.h"
#include "city/unit_ties.h"
#include "platform/ledger/engine.h"
#include "platform/sheet/table.h"

namespace lantoa::city::organisation {

constexpr std::size_t name_bytes_max = 300;
constexpr std::size_t code_bytes_max = 40;
constexpr std::size_t levels_max = 30;  // of the tree, its root among them
constexpr std::size_t reason_characters_max = 300;

namespace fields {
constexpr const char* on = "ngay";
constexpr const char* reason = "ly-do";
}  // namespace fields

struct ImportUnits {
  struct Row {
    std::uint32_t line = 0;  // in the file
    std::string code, parent, name, kind, mailbox;
  };
  std::vector<Row> rows;
  Date on;  // the day from which the tree holds
};

// The unit works no longer than to the end of `on`. Faults name the fields "ngay" and "ly-do".
struct CloseUnit {
  UnitNo unit;
  std::optional<Date> on;  // none: nothing was typed, or what was is no date (`unread` says so)
  std::string reason;
  std::vector<UnitTie> ties = {};  // App::unit_ties when it is decided
  std::vector<Detail> unread = {};
};

// The closing was wrong.
struct ReopenUnit {
  UnitNo unit;
  std::string reason;
};

// The rows of a table with the columns code, parent, name, kind and perhaps email. Invalid when a
// column is missing.
Result<ImportUnits> read_units(const sheet::Table& table, Date on);

// Invalid with one detail a bad row: unknown parent, cycle, repeated code, unknown kind, no name,
// bad mailbox, a second root, a name that looks like that of an open unit right below the same one,
// a code that looks like another, a letter that is not Latin. Nothing is half-written: either every
// row becomes a unit or none.
Result<ledger::Decision> decide(const State& state, const ImportUnits& command,
                                const Envelope& envelope);

// Who opens units above it closes it and takes that back (ManageUnits over its parent), with a
// reason. Conflict: the root, closed already, units below that are open, ties that have to be
// settled first. Invalid: a day to come, before it was opened, or before a unit below it stopped.
Result<ledger::Decision> decide(const State& state, const CloseUnit& command,
                                const Envelope& envelope);
// Conflict: it is open, its code is another unit's now or looks like one, an open unit beside it
// has a name that looks the same, or the unit above is closed.
Result<ledger::Decision> decide(const State& state, const ReopenUnit& command,
                                const Envelope& envelope);
// Who may close and reopen this unit. Forbidden otherwise.
Result<void> require_keeper(const State& state, const Actor& actor, const Unit& unit);
// Why the unit cannot be closed now, whatever is typed. None: it can.
std::optional<Problem> why_not_closed(const State& state, const Unit& unit,
                                      const std::vector<UnitTie>& ties);
// Why its closing cannot be taken back now. None: it can.
std::optional<Problem> why_not_reopened(const State& state, const Unit& unit);

}  // namespace lantoa::city::organisation
