// What reports add up to, and what activities say of a column: the two ways to the same figure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "city/activity/state.h"
#include "city/organisation/state.h"
#include "city/statistics/form.h"
#include "city/statistics/state.h"

namespace lantoa::city::statistics {

// Of a unit and everything below it.
struct RollUp {
  std::uint32_t asked = 0;          // units that are to hand in
  std::uint32_t counted = 0;        // whose report counts: handed in and not sent back
  std::uint32_t accepted = 0;       // of those
  std::uint32_t in_time = 0;        // of those that count
  std::vector<std::uint64_t> sums;  // by column of the form

  void add(const RollUp& other);
  bool operator==(const RollUp&) const = default;
};

// Which version of a report is added up: the one that counts now, or the one that counted when the
// round was closed. The latter needs a closed round and gives the sums of its closing for good.
enum class Counting { Now, AsClosed };

// Of the unit's own report, without those below it.
RollUp own_figures(const Round& round, const Form& form, UnitNo unit, Counting counting);

// By unit's index, for every unit of the tree. One walk over the reports and the tree.
std::vector<RollUp> roll_up(const Round& round, const Form& form,
                            const organisation::State& organisation,
                            Counting counting = Counting::Now);

// How far a round is among some units, without its sums. `below`: by unit's index, as
// organisation::State::below says.
struct Progress {
  std::uint32_t asked = 0;
  std::uint32_t counted = 0;
};
Progress progress(const Round& round, const std::vector<bool>& below);

// The amounts of what a unit handed in last, by column; 0 where it says nothing.
std::vector<std::uint64_t> amounts_of(const Version& version, const Form& form);

// One activity and what it adds to a column.
struct Piece {
  ActivityNo activity;
  std::uint64_t amount = 0;
};
// Of the unit alone, on the days of the round, source by source, by day.
std::vector<Piece> pieces_of(const Round& round, const Column& column,
                             const activity::State& activities, UnitNo unit);
// Their sum; nothing where the column has no sources.
std::optional<std::uint64_t> counted_of(const Round& round, const Column& column,
                                        const activity::State& activities, UnitNo unit);

}  // namespace lantoa::city::statistics
