// Rules of the tree of units.
#pragma once

#include <string>
#include <vector>

#include "city/organisation/state.h"
#include "platform/ledger/engine.h"
#include "platform/sheet/table.h"

namespace lantoa::city::organisation {

constexpr std::size_t name_bytes_max = 300;
constexpr std::size_t code_bytes_max = 40;

struct ImportUnits {
  struct Row {
    std::uint32_t line = 0;  // in the file
    std::string code, parent, name, kind, mailbox;
  };
  std::vector<Row> rows;
  Date on;  // the day from which the tree holds
};

// The rows of a table with the columns code, parent, name, kind and perhaps email. Invalid when a
// column is missing.
Result<ImportUnits> read_units(const sheet::Table& table, Date on);

// Invalid with one detail a bad row: unknown parent, cycle, repeated code, unknown kind, no name,
// bad mailbox, a second root. Nothing is half-written: either every row becomes a unit or none.
Result<ledger::Decision> decide(const State& state, const ImportUnits& command,
                                const Envelope& envelope);

}  // namespace lantoa::city::organisation
