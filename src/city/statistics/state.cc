#include "city/statistics/state.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::statistics {

bool Round::asks(UnitNo unit) const {
  return std::binary_search(units.begin(), units.end(), unit.value);
}

const Report* Round::report(UnitNo unit) const {
  const auto found = reports.find(unit);
  return found == reports.end() ? nullptr : &found->second;
}

Standing Round::standing(UnitNo unit) const {
  const Report* found = report(unit);
  if (found == nullptr) return Standing::Missing;
  if (found->latest().returned) return Standing::Returned;
  return found->latest().accepted ? Standing::Accepted : Standing::Submitted;
}

bool Round::takes(UnitNo unit, Date today) const {
  if (!closing) return true;
  const auto found = late.find(unit);
  return found != late.end() && today <= found->second.until;
}

void State::fold(const RoundOpened& fact) {
  ASSERT(fact.round.index() == rounds_.size());
  Round round;
  round.no = fact.round;
  round.form = fact.form;
  round.title = fact.title;
  round.from = fact.from;
  round.to = fact.to;
  round.due = fact.due;
  round.scope = fact.scope;
  round.units = fact.units.numbers;
  rounds_.push_back(std::move(round));
}

void State::fold(const ReportSubmitted& fact, const ledger::Stamp& stamp) {
  Report& report = rounds_[fact.round.index()].reports[fact.unit];
  Version version;
  version.cells = fact.cells;
  version.note = fact.note;
  version.at = stamp.at;
  version.position = stamp.seq;
  report.versions.push_back(std::move(version));
  if (!report.in_time) report.in_time = vietnam_date(stamp.at);
}

void State::fold(const ReportReturned& fact) {
  Report& report = rounds_[fact.round.index()].reports[fact.unit];
  report.versions.back().returned = fact.reason;
  report.versions.back().accepted = false;
  // In time is what could be used: whoever hands in an empty form early gains nothing by it.
  report.in_time.reset();
}

void State::fold(const ReportAccepted& fact) {
  rounds_[fact.round.index()].reports[fact.unit].versions.back().accepted = true;
}

void State::fold(const RoundClosed& fact, const ledger::Stamp& stamp) {
  rounds_[fact.round.index()].closing = Closing{stamp.at, stamp.seq, fact.submitted, fact.sums};
}

void State::fold(const LateAllowed& fact) {
  rounds_[fact.round.index()].late[fact.unit] = Late{fact.until, fact.reason};
}

const Round& State::round(RoundNo no) const {
  ASSERT(no && no.index() < rounds_.size());
  return rounds_[no.index()];
}

Result<const Round*> State::find(RoundNo no) const {
  if (no && no.index() < rounds_.size()) return &rounds_[no.index()];
  const std::string number = std::to_string(no.value);
  return problem(Code::NotFound, {"Không có kỳ báo cáo số " + number + ".",
                                  "There is no round of reports number " + number + "."});
}

}  // namespace lantoa::city::statistics
