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
  std::uint64_t position = 0;           // of the ledger
  std::optional<std::string> returned;  // why it was sent back
  bool accepted = false;
};

// Of one unit in one round.
struct Report {
  std::vector<Version> versions;  // oldest first, not empty
  std::optional<Date> in_time;    // the first day on which one that was not sent back came in

  const Version& latest() const { return versions.back(); }
  std::uint32_t version() const { return static_cast<std::uint32_t>(versions.size()); }
  bool counts() const { return !latest().returned; }
};

enum class Standing { Missing, Returned, Submitted, Accepted };

struct Late {
  Date until;
  std::string reason;
};

struct Closing {
  Instant at;
  std::uint64_t position = 0;  // of the ledger, at which was added up
  std::uint32_t submitted = 0;
  std::vector<Sum> sums;
};

struct Round {
  RoundNo no;
  std::string form;
  std::string title;
  Date from, to, due;
  UnitNo scope;
  std::vector<std::uint32_t> units;  // ascending
  std::optional<Closing> closing;
  std::map<UnitNo, Report> reports;
  std::map<UnitNo, Late> late;

  bool asks(UnitNo unit) const;
  const Report* report(UnitNo unit) const;  // nullptr: none yet
  Standing standing(UnitNo unit) const;
  // A report may come in on that day.
  bool takes(UnitNo unit, Date today) const;
};

class State {
 public:
  void fold(const RoundOpened& fact);
  void fold(const ReportSubmitted& fact, const ledger::Stamp& stamp);
  void fold(const ReportReturned& fact);
  void fold(const ReportAccepted& fact);
  void fold(const RoundClosed& fact, const ledger::Stamp& stamp);
  void fold(const LateAllowed& fact);

  std::uint32_t rounds() const { return static_cast<std::uint32_t>(rounds_.size()); }
  const Round& round(RoundNo no) const;         // needs one that was opened
  Result<const Round*> find(RoundNo no) const;  // NotFound otherwise

 private:
  std::vector<Round> rounds_;
};

}  // namespace lantoa::city::statistics
