// What can happen to a statistical report: asked for, handed in, sent back, accepted, closed, and
// its sums made public.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/number_set.h"
#include "kernel/time.h"

namespace lantoa::city::statistics {

// The same form is asked of every unit for a period: that is a round.
struct RoundOpened {
  static constexpr std::string_view kind = "statistics.round_opened";
  RoundNo round;
  std::string form;  // code of the form, see form.h
  std::string title;
  Date from, to;    // what happened on these days and between
  Date due;         // the last day on which it is in time
  UnitNo scope;     // who asks: all that are asked stand below or are it
  NumberSet units;  // who is asked, as the tree was then
  std::optional<PersonNo> by;
  // The cut-off: up to this day figures are actual, from the next to `to` they are estimates; none:
  // all of them are actual.
  std::optional<Date> counted_to;
  // In which the deadline was said, counted from the day of opening; absent: it was said as a day.
  std::optional<std::uint32_t> working_days;
};
BOOST_DESCRIBE_STRUCT(RoundOpened, (),
                      (round, form, title, from, to, due, scope, units, by, counted_to,
                       working_days))

struct Cell {
  std::string column;                     // code within the form
  std::uint64_t amount = 0;               // what the unit answers for; actual
  std::optional<std::uint64_t> counted;   // what its activities said then, where they say anything
  std::optional<std::uint64_t> estimate;  // for the days after the cut-off, in a round that has one

  bool operator==(const Cell&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cell, (), (column, amount, counted, estimate))

struct ReportSubmitted {
  static constexpr std::string_view kind = "statistics.report_submitted";
  RoundNo round;
  UnitNo unit;
  std::uint32_t version = 0;  // from 1
  std::vector<Cell> cells;    // every column of the form, in its order
  std::string note;           // why it differs from the activities; empty when it does not
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ReportSubmitted, (), (round, unit, version, cells, note, by))

// It counts no longer; the unit has to hand in another version.
struct ReportReturned {
  static constexpr std::string_view kind = "statistics.report_returned";
  RoundNo round;
  UnitNo unit;
  std::uint32_t version = 0;  // the one that is sent back
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ReportReturned, (), (round, unit, version, reason, by))

struct ReportAccepted {
  static constexpr std::string_view kind = "statistics.report_accepted";
  RoundNo round;
  UnitNo unit;
  std::uint32_t version = 0;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ReportAccepted, (), (round, unit, version, by))

struct Sum {
  std::string column;
  std::uint64_t amount = 0;               // actual
  std::optional<std::uint64_t> estimate;  // in a round with a cut-off

  bool operator==(const Sum&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sum, (), (column, amount, estimate))

// From now on nobody hands in or sends back, but for those who are let in by name. What was added
// up at this position of the ledger stands here for good.
struct RoundClosed {
  static constexpr std::string_view kind = "statistics.round_closed";
  RoundNo round;
  std::uint32_t submitted = 0;  // units whose report counts
  std::vector<Sum> sums;        // of the scope, every column
  std::optional<PersonNo> by;   // not written any more: proofs show this fact to outsiders
};
BOOST_DESCRIBE_STRUCT(RoundClosed, (), (round, submitted, sums, by))

// Who closed it, beside the fact that outsiders see: the same person does not publish it.
struct RoundClosedBy {
  static constexpr std::string_view kind = "statistics.round_closed_by";
  RoundNo round;
  PersonNo by;
};
BOOST_DESCRIBE_STRUCT(RoundClosedBy, (), (round, by))

// What was added up when it was closed is on the portal for everybody.
struct RoundPublished {
  static constexpr std::string_view kind = "statistics.round_published";
  RoundNo round;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(RoundPublished, (), (round, by))

// Taken back: its address says so, when and why. It may be published again.
struct RoundUnpublished {
  static constexpr std::string_view kind = "statistics.round_unpublished";
  RoundNo round;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(RoundUnpublished, (), (round, reason, by))

// It was asked for by mistake: nobody owes anything, and what was handed in adds up to nothing.
struct RoundCancelled {
  static constexpr std::string_view kind = "statistics.round_cancelled";
  RoundNo round;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(RoundCancelled, (), (round, reason, by))

// A closed round is open for one unit until a day.
struct LateAllowed {
  static constexpr std::string_view kind = "statistics.late_allowed";
  RoundNo round;
  UnitNo unit;
  Date until;
  std::string reason;
  std::optional<PersonNo> by;
  // In which `until` was said, counted from the day of letting in; absent: it was said as a day.
  std::optional<std::uint32_t> working_days;
};
BOOST_DESCRIBE_STRUCT(LateAllowed, (), (round, unit, until, reason, by, working_days))

// A part of a report in words; which parts there are stands in narrative.h.
struct NarrativeSection {
  std::string part;  // "ket-qua"
  // A paragraph a line, "- " begins an item; "{{cột 2}}" is a live figure, see narrative_text.h.
  std::string text;

  bool operator==(const NarrativeSection&) const = default;
};
BOOST_DESCRIBE_STRUCT(NarrativeSection, (), (part, text))

// What stood for a live figure when somebody saw it.
struct NarrativeFigure {
  std::string figure;  // "cột 2"
  std::string value;   // "1.045", in Vietnamese as the text

  bool operator==(const NarrativeFigure&) const = default;
};
BOOST_DESCRIBE_STRUCT(NarrativeFigure, (), (figure, value))

// The report of a round in words.
struct NarrativeWritten {
  static constexpr std::string_view kind = "statistics.narrative_written";
  RoundNo round;
  std::uint32_t version = 0;               // from 1
  std::vector<NarrativeSection> sections;  // those with text, in their order
  std::vector<NarrativeFigure> figures;    // every one of the text, as its writer saw it
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(NarrativeWritten, (), (round, version, sections, figures, by))

// By a second person, after the round was closed.
struct NarrativeApproved {
  static constexpr std::string_view kind = "statistics.narrative_approved";
  RoundNo round;
  std::uint32_t version = 0;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(NarrativeApproved, (), (round, version, by))

}  // namespace lantoa::city::statistics
