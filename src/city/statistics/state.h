// Rounds of reports, and what every unit handed in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "city/changes.h"
#include "city/statistics/facts.h"
#include "kernel/result.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::statistics {

// A unit's report of a round, numbered as the first versions came in.
using ReportNo = Id<struct ReportTag>;

// One version of a unit's report.
struct Version {
  std::vector<Cell> cells;
  std::string note;
  Instant at;
  std::uint64_t position = 0;  // of the ledger
  std::optional<PersonNo> by;
  std::optional<std::string> returned;  // why it was sent back
  bool accepted = false;
};

// Of one unit in one round.
struct Report {
  ReportNo no;
  std::vector<Version> versions;   // oldest first, not empty
  std::uint32_t counted_then = 0;  // the version that was added up at the closing; 0: none was

  const Version& latest() const { return versions.back(); }
  std::uint32_t version() const { return static_cast<std::uint32_t>(versions.size()); }
  bool counts() const { return !latest().returned; }
  // nullptr: nothing counted when the round was closed, or it is open.
  const Version* as_closed() const {
    return counted_then == 0 ? nullptr : &versions[counted_then - 1];
  }
  // Of the version that counts: whoever hands in an empty form early gains nothing by it.
  Date came() const { return vietnam_date(latest().at); }
};

enum class Standing { Missing, Returned, Submitted, Accepted };

struct Late {
  Date until;
  std::string reason;
  std::optional<std::uint32_t> working_days;  // in which `until` was said
};

struct Closing {
  Instant at;
  std::uint64_t position = 0;  // of the last fact that was added up
  std::uint32_t submitted = 0;
  std::vector<Sum> sums;
  std::optional<PersonNo> by;
  bool names_a_person = false;  // the fact itself, so outsiders must not be shown it

  std::uint64_t fact() const { return position + 1; }  // that closed it
  std::uint64_t sum(std::string_view column) const;    // actual; 0 where it was not added up
  // None in a round without estimates.
  std::optional<std::uint64_t> estimate(std::string_view column) const;
};

struct TakenBack {
  Instant at;
  std::string reason;
};

// The sums of the closing on the portal, until they were taken back.
struct Publication {
  Instant at;
  std::uint64_t position = 0;  // of the ledger
  std::optional<TakenBack> taken_back;
};

struct NarrativeApproval {
  Instant at;
  std::uint64_t position = 0;  // of the ledger
  std::optional<PersonNo> by;
};

// One version of the report in words.
struct NarrativeVersion {
  std::vector<NarrativeSection> sections;
  std::vector<NarrativeFigure> figures;  // as its writer saw them
  Instant at;
  std::uint64_t position = 0;  // of the ledger
  std::optional<PersonNo> by;
  std::optional<NarrativeApproval> approved;
};

struct Round {
  RoundNo no;
  std::string form;
  Date from, to, due;
  UnitNo scope;
  std::vector<std::uint32_t> units;  // ascending
  std::optional<Closing> closing;
  std::optional<std::string> cancelled;  // why
  std::map<UnitNo, Report> reports;
  std::uint32_t counted = 0;  // of the reports, those that count
  std::map<UnitNo, Late> late;
  std::vector<Publication> publications;    // oldest first; each but the last was taken back
  std::vector<NarrativeVersion> narrative;  // oldest first; empty: none was written
  // Up to this day figures are actual, after it estimates; none: all of them are actual.
  std::optional<Date> counted_to;
  // The round of estimates, of the same form, scope and days, that this one says the actual
  // figures of; it may have been cancelled since.
  std::optional<RoundNo> follows;
  std::optional<std::uint32_t> working_days;  // in which the deadline was said

  Date actual_to() const { return counted_to.value_or(to); }  // the last day that is counted
  // From here on reports are taken: the last day of the period, or the first that is estimated.
  Date taken_from() const { return counted_to ? *counted_to + 1 : to; }
  // Everybody may see the sums of the closing.
  bool is_public() const { return !publications.empty() && !publications.back().taken_back; }
  bool asks(UnitNo unit) const;
  const Report* report(UnitNo unit) const;  // nullptr: none yet
  Standing standing(UnitNo unit) const;
  // A report may come in on that day.
  bool takes(UnitNo unit, Date today) const;
  // The last day on which the unit is in time: a later one for a unit that was let in.
  Date deadline(UnitNo unit) const;
  // It came after the deadline of all, or it is not there though its own deadline has passed.
  bool is_late(UnitNo unit, Date today) const;
};

// Of its sums on the portal, for good: "/so-lieu-cong-khai/2".
std::string public_address(RoundNo round);

class State {
 public:
  void fold(const RoundOpened& fact, const ledger::Stamp& stamp);
  void fold(const ReportSubmitted& fact, const ledger::Stamp& stamp);
  void fold(const ReportReturned& fact, const ledger::Stamp& stamp);
  void fold(const ReportAccepted& fact, const ledger::Stamp& stamp);
  void fold(const RoundCancelled& fact, const ledger::Stamp& stamp);
  void fold(const RoundClosed& fact, const ledger::Stamp& stamp);
  void fold(const RoundClosedBy& fact);
  void fold(const RoundPublished& fact, const ledger::Stamp& stamp);
  void fold(const RoundUnpublished& fact, const ledger::Stamp& stamp);
  void fold(const LateAllowed& fact, const ledger::Stamp& stamp);
  void fold(const NarrativeWritten& fact, const ledger::Stamp& stamp);
  void fold(const NarrativeApproved& fact, const ledger::Stamp& stamp);

  std::uint32_t rounds() const { return static_cast<std::uint32_t>(rounds_.size()); }
  const Round& round(RoundNo no) const;         // needs one that was opened
  Result<const Round*> find(RoundNo no) const;  // NotFound otherwise

  // The latest round of estimates of these days that was not cancelled.
  std::optional<RoundNo> with_estimates(const std::string& form, UnitNo scope, Date from,
                                        Date to) const;

  std::vector<RoundNo> published() const;  // that everybody may see, the last published first
  // Also one that was taken back since. NotFound: never published, or there is none.
  Result<const Round*> find_published(RoundNo no) const;

  struct ReportAt {
    RoundNo round;
    UnitNo unit;
  };
  std::uint32_t reports() const { return static_cast<std::uint32_t>(reports_.size()); }
  const ReportAt& report_at(ReportNo no) const;  // needs one that came in
  // When what lists tell of each changed last.
  const Changes<RoundNo>& round_changes() const { return round_changes_; }
  const Changes<ReportNo>& report_changes() const { return report_changes_; }

  // Of the last fact about reports: what they add up to is what it was right after that one.
  std::uint64_t position() const { return position_; }

 private:
  // The round whose report changed, too: how many count.
  void touch(const Report& report, RoundNo round, std::uint64_t position);

  std::vector<Round> rounds_;
  std::vector<ReportAt> reports_;
  Changes<RoundNo> round_changes_;
  Changes<ReportNo> report_changes_;
  std::uint64_t position_ = 0;
};

}  // namespace lantoa::city::statistics
