// A plan that a unit makes for what it was given to do: what its form begins with, and how the two
// are shown beside each other.
#pragma once

#include "city/plan/plan.h"
#include "city/plan/progress.h"

namespace lantoa::city::plan {

// What a plan grows out of.
struct ParentNote {
  std::string no;                      // of the assignment
  std::optional<std::string> address;  // of its page, for whom that opens
  std::string what;
  std::string number;  // of its plan
  std::string unit;
  std::string due;  // the deadline in force
};
BOOST_DESCRIBE_STRUCT(ParentNote, (), (no, address, what, number, unit, due))
// Needs an assignment that there is.
ParentNote parent_note(const State& state, const Needs& needs, const Actor& actor, AssignmentNo no);

// A form for a plan that grows out of an assignment, as it is before anything is typed.
struct Seed {
  ParentNote note;
  std::string title;
  std::string grounds;          // a line each
  std::vector<UnitNo> issuers;  // in whose name the actor may draft it
};
// NotFound when there is no such assignment, Forbidden when he may not draft for its unit.
Result<Seed> seed_of(const State& state, const Needs& needs, const Actor& actor, AssignmentNo no);

// Plans that grew out of an assignment, as its page lists them.
struct GrownRow {
  std::string address;
  std::string number;  // or what stands for it
  std::string title;
  Text stage;
  std::string mark;
  std::uint32_t done = 0;
  std::uint32_t all = 0;
  std::string share;  // "68" of the bar
  std::optional<TimeBar> time;
};
BOOST_DESCRIBE_STRUCT(GrownRow, (), (address, number, title, stage, mark, done, all, share, time))
std::vector<GrownRow> grown_rows(const State& state, AssignmentNo no, Date today,
                                 Language language);

// What its unit should know before it reports the assignment as done; nullopt: nothing is open.
std::optional<Text> open_below_in_words(const State& state, AssignmentNo no);

}  // namespace lantoa::city::plan
