// Rounds of reports, and what every unit handed in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "city/statistics/facts.h"
#include "kernel/result.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::statistics {

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
  std::vector<Version> versions;  // oldest first, not empty

  const Version& latest() const { return versions.back(); }
  std::uint32_t version() const { return static_cast<std::uint32_t>(versions.size()); }
  bool counts() const { return !latest().returned; }
  // Of the version that counts: whoever hands in an empty form early gains nothing by it.
  Date came() const { return vietnam_date(latest().at); }
};

enum class Standing { Missing, Returned, Submitted, Accepted };

struct Late {
  Date until;
  std::string reason;
};

struct Closing {
  Instant at;
  std::uint64_t position = 0;  // of the last fact that was added up
  std::uint32_t submitted = 0;
  std::vector<Sum> sums;

  std::uint64_t sum(std::string_view column) const;  // 0 where it was not added up
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

class State {
 public:
  void fold(const RoundOpened& fact, const ledger::Stamp& stamp);
  void fold(const ReportSubmitted& fact, const ledger::Stamp& stamp);
  void fold(const ReportReturned& fact, const ledger::Stamp& stamp);
  void fold(const ReportAccepted& fact, const ledger::Stamp& stamp);
  void fold(const RoundCancelled& fact, const ledger::Stamp& stamp);
  void fold(const RoundClosed& fact, const ledger::Stamp& stamp);
  void fold(const LateAllowed& fact, const ledger::Stamp& stamp);

  std::uint32_t rounds() const { return static_cast<std::uint32_t>(rounds_.size()); }
  const Round& round(RoundNo no) const;         // needs one that was opened
  Result<const Round*> find(RoundNo no) const;  // NotFound otherwise

  // Of the last fact about reports: what they add up to is what it was right after that one.
  std::uint64_t position() const { return position_; }

 private:
  std::vector<Round> rounds_;
  std::uint64_t position_ = 0;
};

}  // namespace lantoa::city::statistics
