#include "city/statistics/roll_up.h"

#include <algorithm>

namespace lantoa::city::statistics {
namespace {

std::uint64_t amount_of(const activity::Record& record, const Source& source) {
  if (source.measure.empty()) return 1;
  const auto found =
      std::find_if(record.amounts.begin(), record.amounts.end(),
                   [&](const activity::Amount& one) { return one.measure == source.measure; });
  return found == record.amounts.end() ? 0 : found->amount;
}

template <class Take>
std::vector<std::uint64_t> by_column(const Version& version, const Form& form, Take take) {
  std::vector<std::uint64_t> out(form.columns.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto found =
        std::find_if(version.cells.begin(), version.cells.end(),
                     [&](const Cell& cell) { return cell.column == form.columns[i].code; });
    if (found != version.cells.end()) out[i] = take(*found);
  }
  return out;
}

}  // namespace

const Version* added_up(const Round& round, UnitNo unit, Counting counting) {
  const Report* report = round.report(unit);
  if (report == nullptr) return nullptr;
  if (counting == Counting::AsClosed) return report->as_closed();
  return report->counts() ? &report->latest() : nullptr;
}

const Round* estimates_before(const State& state, const Round& round) {
  if (!round.follows) return nullptr;
  const Round& before = state.round(*round.follows);
  return before.cancelled ? nullptr : &before;
}

const Round* official_after(const State& state, const Round& round) {
  for (std::uint32_t i = state.rounds(); i > round.no.value; --i) {
    const Round& one = state.round(RoundNo{i});
    if (one.follows == round.no && !one.cancelled) return &one;
  }
  return nullptr;
}

Counting counting_of(const Round& round) {
  return round.closing ? Counting::AsClosed : Counting::Now;
}

std::optional<std::uint64_t> RollUp::estimate(std::size_t column) const {
  if (estimates.empty()) return std::nullopt;
  return estimates[column];
}

std::uint64_t RollUp::total(std::size_t column) const {
  return sums[column] + estimate(column).value_or(0);
}

bool in_time(const Version& version, const Round& round) {
  return vietnam_date(version.at) <= round.due;
}

RollUp own_figures(const Round& round, const Form& form, UnitNo unit, Counting counting) {
  RollUp out;
  out.sums.resize(form.columns.size());
  if (round.counted_to) out.estimates.resize(form.columns.size());
  if (round.cancelled || !round.asks(unit)) return out;
  out.asked = 1;
  const Version* version = added_up(round, unit, counting);
  if (version == nullptr) return out;
  out.counted = 1;
  out.accepted = version->accepted ? 1 : 0;
  out.in_time = in_time(*version, round) ? 1 : 0;
  out.sums = amounts_of(*version, form);
  if (round.counted_to) out.estimates = estimates_of(*version, form);
  return out;
}

void RollUp::add(const RollUp& other) {
  asked += other.asked;
  counted += other.counted;
  accepted += other.accepted;
  in_time += other.in_time;
  if (sums.size() < other.sums.size()) sums.resize(other.sums.size());
  for (std::size_t i = 0; i < other.sums.size(); ++i) sums[i] += other.sums[i];
  if (estimates.size() < other.estimates.size()) estimates.resize(other.estimates.size());
  for (std::size_t i = 0; i < other.estimates.size(); ++i) estimates[i] += other.estimates[i];
}

Progress progress(const Round& round, const std::vector<bool>& below) {
  Progress out;
  if (round.cancelled) return out;
  for (const std::uint32_t number : round.units) {
    const UnitNo unit{number};
    if (unit.index() >= below.size() || !below[unit.index()]) continue;
    ++out.asked;
    const Report* report = round.report(unit);
    if (report != nullptr && report->counts()) ++out.counted;
  }
  return out;
}

std::vector<std::uint64_t> amounts_of(const Version& version, const Form& form) {
  return by_column(version, form, [](const Cell& cell) { return cell.amount; });
}

std::vector<std::uint64_t> estimates_of(const Version& version, const Form& form) {
  return by_column(version, form, [](const Cell& cell) { return cell.estimate.value_or(0); });
}

std::vector<RollUp> roll_up(const Round& round, const Form& form,
                            const organisation::State& organisation, Counting counting) {
  std::vector<RollUp> out(organisation.size());
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    out[i] = own_figures(round, form, UnitNo{i + 1}, counting);
  }
  // A unit is opened after the one above it, so going back every unit is whole before it is added.
  for (std::uint32_t i = organisation.size(); i-- > 1;) {
    const UnitNo parent = organisation.unit(UnitNo{i + 1}).parent;
    if (parent) out[parent.index()].add(out[i]);
  }
  return out;
}

std::vector<Piece> pieces_of(const Round& round, const Column& column,
                             const activity::State& activities, UnitNo unit) {
  std::vector<Piece> out;
  for (const Source& source : column.sources) {
    const auto& kinds = activities.of_unit(unit);
    const auto kind = kinds.find(source.kind);
    if (kind == kinds.end()) continue;
    const auto& days = kind->second.by_day;
    for (auto at = days.lower_bound({round.from, ActivityNo{}});
         at != days.end() && at->first <= round.actual_to(); ++at) {
      const std::uint64_t amount = amount_of(activities.activity(at->second).record, source);
      if (amount > 0) out.push_back({at->second, amount});
    }
    const auto& entries = kind->second.entries;
    for (auto at = entries.lower_bound({round.from, ArticleNo{}});
         at != entries.end() && at->first <= round.actual_to(); ++at) {
      const std::uint64_t amount = amount_of(activities.entry(at->second)->record, source);
      if (amount > 0) out.push_back({{}, amount, at->second});
    }
  }
  return out;
}

std::optional<std::uint64_t> counted_of(const Round& round, const Column& column,
                                        const activity::State& activities, UnitNo unit) {
  if (column.sources.empty()) return std::nullopt;
  std::uint64_t out = 0;
  for (const Source& source : column.sources) {
    const auto total = activities.total(unit, source.kind, round.from, round.actual_to());
    if (source.measure.empty()) {
      out += total.activities;
    } else if (const auto found = total.amounts.find(source.measure);
               found != total.amounts.end()) {
      out += found->second;
    }
  }
  return out;
}

}  // namespace lantoa::city::statistics
