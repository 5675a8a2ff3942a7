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
  std::vector<std::uint64_t> sums;  // by column of the form; actual
  // By column, for the days after the cut-off; empty in a round without estimates.
  std::vector<std::uint64_t> estimates;

  std::optional<std::uint64_t> estimate(std::size_t column) const;
  std::uint64_t total(std::size_t column) const;  // with the estimate
  void add(const RollUp& other);
  bool operator==(const RollUp&) const = default;
};

// Which version of a report is added up: the one that counts now, or the one that counted when the
// round was closed. The latter needs a closed round and gives the sums of its closing for good.
enum class Counting { Now, AsClosed };

// The version of a unit's report that is added up; nullptr: nothing of it is.
const Version* added_up(const Round& round, UnitNo unit, Counting counting);

// It was handed in by the deadline of all; who was let in afterwards is late.
bool in_time(const Version& version, const Round& round);

// Of the unit's own report, without those below it.
RollUp own_figures(const Round& round, const Form& form, UnitNo unit, Counting counting);

// By unit's index, for every unit of the tree. One walk over the reports and the tree.
std::vector<RollUp> roll_up(const Round& round, const Form& form,
                            const organisation::State& organisation,
                            Counting counting = Counting::Now);

// The round of estimates that this one says the actual figures of; nullptr: there is none, or it
// was cancelled.
const Round* estimates_before(const State& state, const Round& round);
// The round that gives the official figures of one of estimates; nullptr: none does.
const Round* official_after(const State& state, const Round& round);
// What was reported in a round, for one that looks back: as closed once it was, until then now.
Counting counting_of(const Round& round);

// How far a round is among some units, without its sums. `below`: by unit's index, as
// organisation::State::below says.
struct Progress {
  std::uint32_t asked = 0;
  std::uint32_t counted = 0;
};
Progress progress(const Round& round, const std::vector<bool>& below);

// What a unit handed in, by column; 0 where it says nothing.
std::vector<std::uint64_t> amounts_of(const Version& version, const Form& form);    // actual
std::vector<std::uint64_t> estimates_of(const Version& version, const Form& form);  // or zeros

// One activity, or one article that the portal counted by itself, and what it adds to a column.
struct Piece {
  ActivityNo activity;  // none: an article
  std::uint64_t amount = 0;
  ArticleNo article = {};
};
// Of the unit alone, on those days of the round that are counted, source by source, by day.
std::vector<Piece> pieces_of(const Round& round, const Column& column,
                             const activity::State& activities, UnitNo unit);
// Their sum; nothing where the column has no sources.
std::optional<std::uint64_t> counted_of(const Round& round, const Column& column,
                                        const activity::State& activities, UnitNo unit);

}  // namespace lantoa::city::statistics
