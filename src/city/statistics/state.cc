#include "city/statistics/state.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::statistics {

std::uint64_t Closing::sum(std::string_view column) const {
  const auto found =
      std::find_if(sums.begin(), sums.end(), [&](const Sum& one) { return one.column == column; });
  return found == sums.end() ? 0 : found->amount;
}

std::optional<std::uint64_t> Closing::estimate(std::string_view column) const {
  const auto found =
      std::find_if(sums.begin(), sums.end(), [&](const Sum& one) { return one.column == column; });
  return found == sums.end() ? std::nullopt : found->estimate;
}

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
  if (cancelled) return false;
  if (!closing) return true;
  const auto found = late.find(unit);
  return found != late.end() && today <= found->second.until;
}

Date Round::deadline(UnitNo unit) const {
  const auto found = late.find(unit);
  return found == late.end() ? due : std::max(due, found->second.until);
}

bool Round::is_late(UnitNo unit, Date today) const {
  if (cancelled) return false;
  const Report* found = report(unit);
  if (found != nullptr && found->counts()) return found->came() > due;
  return today > deadline(unit);
}

void State::fold(const RoundOpened& fact, const ledger::Stamp& stamp) {
  position_ = stamp.seq;
  ASSERT(fact.round.index() == rounds_.size());
  Round round;
  round.no = fact.round;
  round.form = fact.form;
  round.from = fact.from;
  round.to = fact.to;
  round.due = fact.due;
  round.working_days = fact.working_days;
  round.scope = fact.scope;
  round.units = fact.units.numbers;
  round.counted_to = fact.counted_to;
  if (!fact.counted_to) round.follows = with_estimates(fact.form, fact.scope, fact.from, fact.to);
  rounds_.push_back(std::move(round));
  round_changes_.touch(fact.round, stamp.seq);
}

void State::touch(const Report& report, RoundNo round, std::uint64_t position) {
  report_changes_.touch(report.no, position);
  round_changes_.touch(round, position);
}

void State::fold(const ReportSubmitted& fact, const ledger::Stamp& stamp) {
  position_ = stamp.seq;
  Round& round = rounds_[fact.round.index()];
  Report& report = round.reports[fact.unit];
  if (!report.no) {
    reports_.push_back({fact.round, fact.unit});
    report.no = ReportNo{static_cast<std::uint32_t>(reports_.size())};
  }
  if (report.versions.empty() || !report.counts()) ++round.counted;
  Version version;
  version.cells = fact.cells;
  version.note = fact.note;
  version.at = stamp.at;
  version.position = stamp.seq;
  version.by = fact.by;
  report.versions.push_back(std::move(version));
  touch(report, fact.round, stamp.seq);
}

void State::fold(const ReportReturned& fact, const ledger::Stamp& stamp) {
  position_ = stamp.seq;
  Round& round = rounds_[fact.round.index()];
  Report& report = round.reports[fact.unit];
  if (report.counts()) --round.counted;
  report.versions.back().returned = fact.reason;
  report.versions.back().accepted = false;
  touch(report, fact.round, stamp.seq);
}

void State::fold(const ReportAccepted& fact, const ledger::Stamp& stamp) {
  position_ = stamp.seq;
  Report& report = rounds_[fact.round.index()].reports[fact.unit];
  report.versions.back().accepted = true;
  touch(report, fact.round, stamp.seq);
}

void State::fold(const RoundClosed& fact, const ledger::Stamp& stamp) {
  position_ = stamp.seq;
  Round& round = rounds_[fact.round.index()];
  round.closing =
      Closing{stamp.at, stamp.seq - 1, fact.submitted, fact.sums, fact.by, fact.by.has_value()};
  for (auto& [unit, report] : round.reports) {
    report.counted_then = report.counts() ? report.version() : 0;
  }
  round_changes_.touch(fact.round, stamp.seq);
}

void State::fold(const RoundClosedBy& fact) { rounds_[fact.round.index()].closing->by = fact.by; }

void State::fold(const RoundPublished& fact, const ledger::Stamp& stamp) {
  rounds_[fact.round.index()].publications.push_back({stamp.at, stamp.seq, {}});
  round_changes_.touch(fact.round, stamp.seq);
}

void State::fold(const RoundUnpublished& fact, const ledger::Stamp& stamp) {
  rounds_[fact.round.index()].publications.back().taken_back = TakenBack{stamp.at, fact.reason};
  round_changes_.touch(fact.round, stamp.seq);
}

void State::fold(const RoundCancelled& fact, const ledger::Stamp& stamp) {
  position_ = stamp.seq;
  rounds_[fact.round.index()].cancelled = fact.reason;
  round_changes_.touch(fact.round, stamp.seq);
}

void State::fold(const LateAllowed& fact, const ledger::Stamp& stamp) {
  position_ = stamp.seq;
  rounds_[fact.round.index()].late[fact.unit] = Late{fact.until, fact.reason, fact.working_days};
}

std::string public_address(RoundNo round) {
  return "/so-lieu-cong-khai/" + std::to_string(round.value);
}

const Round& State::round(RoundNo no) const {
  ASSERT(no && no.index() < rounds_.size());
  return rounds_[no.index()];
}

const State::ReportAt& State::report_at(ReportNo no) const {
  ASSERT(no && no.index() < reports_.size());
  return reports_[no.index()];
}

Result<const Round*> State::find(RoundNo no) const {
  if (no && no.index() < rounds_.size()) return &rounds_[no.index()];
  const std::string number = std::to_string(no.value);
  return problem(Code::NotFound, {"Không có kỳ báo cáo số " + number + ".",
                                  "There is no round of reports number " + number + "."});
}

std::optional<RoundNo> State::with_estimates(const std::string& form, UnitNo scope, Date from,
                                             Date to) const {
  const auto found = std::find_if(rounds_.rbegin(), rounds_.rend(), [&](const Round& one) {
    return one.counted_to && !one.cancelled && one.form == form && one.scope == scope &&
           one.from == from && one.to == to;
  });
  if (found == rounds_.rend()) return std::nullopt;
  return found->no;
}

std::vector<RoundNo> State::published() const {
  std::vector<RoundNo> out;
  for (const Round& round : rounds_) {
    if (round.is_public()) out.push_back(round.no);
  }
  std::sort(out.begin(), out.end(), [&](RoundNo a, RoundNo b) {
    return round(a).publications.back().position > round(b).publications.back().position;
  });
  return out;
}

// One that is not public is no more known to the public than one that does not exist.
Result<const Round*> State::find_published(RoundNo no) const {
  if (no && no.index() < rounds_.size() && !round(no).publications.empty()) return &round(no);
  const std::string number = std::to_string(no.value);
  return problem(Code::NotFound, {"Không có số liệu công khai nào mang số " + number + ".",
                                  "There are no published figures number " + number + "."});
}

}  // namespace lantoa::city::statistics
