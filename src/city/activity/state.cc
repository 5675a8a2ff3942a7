#include "city/activity/state.h"

#include <algorithm>

#include "city/activity/twins.h"
#include "kernel/assert.h"

namespace lantoa::city::activity {
namespace {

std::int32_t month_of(Date date) {
  const auto civil = to_civil(date);
  return civil.year * 12 + civil.month - 1;
}

// The first day of a month, counted as by_month counts.
Date first_day_of(std::int32_t month) { return to_date({month / 12, month % 12 + 1, 1}); }

}  // namespace

std::string address_of(ActivityNo activity) {
  return "/hoat-dong/" + std::to_string(activity.value);
}

void Total::add(const Record& record) {
  ++activities;
  for (const Amount& amount : record.amounts) amounts[amount.measure] += amount.amount;
}

void Total::take(const Record& record) {
  --activities;
  for (const Amount& amount : record.amounts) {
    const auto found = amounts.find(amount.measure);
    found->second -= amount.amount;
    if (found->second == 0) amounts.erase(found);
  }
}

void Total::add(const Total& other) {
  activities += other.activities;
  for (const auto& [measure, amount] : other.amounts) amounts[measure] += amount;
}

OfKind& State::add_up(UnitNo unit, const Record& record) {
  if (of_unit_.size() <= unit.index()) of_unit_.resize(unit.index() + 1);
  OfKind& kind = of_unit_[unit.index()][record.kind];
  kind.total.add(record);
  kind.by_month[month_of(record.on)].add(record);
  return kind;
}

void State::take_out(UnitNo unit, const Record& record) {
  OfUnit& of_unit = of_unit_[unit.index()];
  OfKind& kind = of_unit.find(record.kind)->second;
  const auto month = kind.by_month.find(month_of(record.on));
  month->second.take(record);
  if (month->second.activities == 0) kind.by_month.erase(month);
  kind.total.take(record);
  if (kind.total.activities == 0) of_unit.erase(record.kind);
}

void State::count(const Activity& activity) {
  const Record& record = activity.record;
  add_up(activity.unit, record).by_day.insert({record.on, activity.no});
  if (!record.assignment) return;
  auto& list = of_assignment_[*record.assignment];
  list.insert(std::lower_bound(list.begin(), list.end(), activity.no), activity.no);
}

void State::uncount(const Activity& activity) {
  const Record& record = activity.record;
  OfKind& kind = of_unit_[activity.unit.index()].find(record.kind)->second;
  kind.by_day.erase({record.on, activity.no});
  take_out(activity.unit, record);
  if (!record.assignment) return;
  const auto list = of_assignment_.find(*record.assignment);
  std::erase(list->second, activity.no);
  if (list->second.empty()) of_assignment_.erase(list);
}

void State::fold(const ActivityLogged& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.activity.index() == activities_.size());
  activities_.push_back({fact.activity, fact.unit, fact.record, 1, stamp.at, false, {}, {}});
  count(activities_.back());
  changes_.touch(fact.activity, stamp.seq);
}

void State::fold(const ActivityCorrected& fact, const ledger::Stamp& stamp) {
  Activity& activity = activities_[fact.activity.index()];
  uncount(activity);
  activity.changes.push_back({std::move(activity.record), fact.reason, stamp.at, false});
  activity.record = fact.record;
  activity.version = fact.version;
  count(activity);
  changes_.touch(fact.activity, stamp.seq);
}

void State::fold(const ActivityAnnulled& fact, const ledger::Stamp& stamp) {
  Activity& activity = activities_[fact.activity.index()];
  uncount(activity);
  activity.changes.push_back({activity.record, fact.reason, stamp.at, true});
  activity.version = fact.version;
  activity.annulled = true;
  changes_.touch(fact.activity, stamp.seq);
}

void State::fold(const PhotoAdded& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.photo.index() == photos_.size());
  photos_.push_back(
      {fact.photo, fact.activity, fact.large, fact.small, fact.width, fact.height, {}});
  activities_[fact.activity.index()].photos.push_back(fact.photo);
  blobs_.insert(fact.large);
  changes_.touch(fact.activity, stamp.seq);
}

void State::fold(const PhotoErased& fact, const ledger::Stamp& stamp) {
  Photo& photo = photos_[fact.photo.index()];
  photo.erased = PhotoErasure{fact.reason, stamp.at};
  changes_.touch(photo.activity, stamp.seq);
}

const Photo& State::photo(PhotoNo no) const {
  ASSERT(no && no.index() < photos_.size());
  return photos_[no.index()];
}

Result<const Photo*> State::find(PhotoNo no) const {
  if (no && no.index() < photos_.size() && !photos_[no.index()].erased) {
    return &photos_[no.index()];
  }
  return problem(Code::NotFound, {"Không có ảnh này, hoặc ảnh đã được xóa.",
                                  "There is no such picture, or it was erased."});
}

bool State::is_used(std::string_view blob) const { return blobs_.contains(blob); }

std::size_t State::photos_kept(const Activity& activity) const {
  return static_cast<std::size_t>(std::count_if(activity.photos.begin(), activity.photos.end(),
                                                [&](PhotoNo no) { return !photo(no).erased; }));
}

const Activity& State::activity(ActivityNo no) const {
  ASSERT(no && no.index() < activities_.size());
  return activities_[no.index()];
}

Result<const Activity*> State::find(ActivityNo no) const {
  if (no && no.index() < activities_.size()) return &activities_[no.index()];
  const std::string number = std::to_string(no.value);
  return problem(Code::NotFound, {"Không có hoạt động số " + number + ".",
                                  "There is no activity number " + number + "."});
}

const OfUnit& State::of_unit(UnitNo unit) const {
  static const OfUnit none;
  return unit && unit.index() < of_unit_.size() ? of_unit_[unit.index()] : none;
}

Total State::total(UnitNo unit, std::string_view kind, Date from, Date to) const {
  Total out;
  const auto found = of_unit(unit).find(kind);
  if (found == of_unit(unit).end()) return out;
  const auto& [total, by_month, by_day, entries] = found->second;
  const auto add_days = [&](Date first, Date end) {
    for (auto at = by_day.lower_bound({first, ActivityNo{}}); at != by_day.end() && at->first < end;
         ++at) {
      out.add(activity(at->second).record);
    }
    for (auto at = entries.lower_bound({first, ArticleNo{}});
         at != entries.end() && at->first < end; ++at) {
      out.add(entry(at->second)->record);
    }
  };
  const Date end = to + 1;
  // The first month that begins on `from` or later, and the one after the last that ends by `to`.
  const std::int32_t first = month_of(from) + (first_day_of(month_of(from)) < from ? 1 : 0);
  const std::int32_t last = month_of(end);
  if (first >= last) {
    add_days(from, end);
    return out;
  }
  add_days(from, first_day_of(first));
  for (auto at = by_month.lower_bound(first); at != by_month.end() && at->first < last; ++at) {
    out.add(at->second);
  }
  add_days(first_day_of(last), end);
  return out;
}

const std::vector<ActivityNo>& State::of(AssignmentNo no) const {
  static const std::vector<ActivityNo> none;
  const auto found = of_assignment_.find(no);
  return found == of_assignment_.end() ? none : found->second;
}

std::vector<ActivityNo> State::twins(UnitNo unit, const Record& record, ActivityNo except) const {
  const OfUnit& all = of_unit(unit);
  const auto kind = all.find(record.kind);
  if (kind == all.end()) return {};
  std::vector<ActivityNo> out;
  const auto& days = kind->second.by_day;
  for (auto at = days.lower_bound({record.on, ActivityNo{}});
       at != days.end() && at->first == record.on; ++at) {
    if (at->second != except && are_twins(activity(at->second).record, record)) {
      out.push_back(at->second);
    }
  }
  return out;
}

}  // namespace lantoa::city::activity
