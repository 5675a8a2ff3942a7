// Totals that are kept against those that are counted afresh, over random histories.
#include "city/activity/state.h"

#include <gtest/gtest.h>

#include <random>

namespace lantoa::city::activity {
namespace {

constexpr std::uint32_t units = 5;

Record any_record(std::mt19937& random) {
  Record out;
  out.kind = random() % 2 == 0 ? "truc-tiep" : "loa";
  out.on = Date{static_cast<std::int32_t>(18'000 + random() % 3 * 40)};
  if (random() % 2 == 0) out.what = random() % 2 == 0 ? "Họp dân" : "Giao ban";
  out.is_other = random() % 5 == 0;
  out.amounts = {{out.kind == "loa" ? "lan-phat" : "luot-nguoi",
                  static_cast<std::uint32_t>(1 + random() % 3)}};
  if (random() % 2 == 0)
    out.assignment = AssignmentNo{static_cast<std::uint32_t>(1 + random() % 4)};
  return out;
}

bool may_be_one(const Activity& a, const Activity& b) {
  return a.no != b.no && !a.annulled && !b.annulled && a.unit == b.unit &&
         a.record.on == b.record.on && a.record.kind == b.record.kind &&
         a.record.amounts == b.record.amounts && !a.record.is_other && !b.record.is_other &&
         (a.record.what == b.record.what || a.record.what.empty() || b.record.what.empty());
}

void expect_as_counted(const State& state) {
  std::vector<OfUnit> wanted(units);
  std::map<AssignmentNo, std::vector<ActivityNo>> of_task;
  for (std::uint32_t i = 1; i <= state.activities(); ++i) {
    const Activity& one = state.activity(ActivityNo{i});
    if (one.annulled) continue;
    OfKind& kind = wanted[one.unit.index()][one.record.kind];
    ++kind.total.activities;
    for (const Amount& amount : one.record.amounts) {
      kind.total.amounts[amount.measure] += amount.amount;
    }
    const auto civil = to_civil(one.record.on);
    Total& month = kind.by_month[civil.year * 12 + civil.month - 1];
    ++month.activities;
    for (const Amount& amount : one.record.amounts) month.amounts[amount.measure] += amount.amount;
    kind.by_day.insert({one.record.on, one.no});
    if (one.record.assignment) of_task[*one.record.assignment].push_back(one.no);
    std::vector<ActivityNo> twins;
    for (std::uint32_t j = 1; j <= state.activities(); ++j) {
      if (may_be_one(one, state.activity(ActivityNo{j}))) twins.push_back(ActivityNo{j});
    }
    EXPECT_EQ(state.twins(one.unit, one.record, one.no), twins);
  }
  for (std::uint32_t unit = 1; unit <= units; ++unit) {
    EXPECT_EQ(state.of_unit(UnitNo{unit}), wanted[unit - 1]) << unit;
  }
  for (std::uint32_t task = 1; task <= 4; ++task) {
    EXPECT_EQ(state.of(AssignmentNo{task}), of_task[AssignmentNo{task}]) << task;
  }
}

void expect_totals_from_day_to_day(const State& state, std::mt19937& random) {
  const Date from{static_cast<std::int32_t>(17'950 + random() % 180)};
  const Date to{from.days + static_cast<std::int32_t>(random() % 100) - 2};
  for (std::uint32_t unit = 1; unit <= units; ++unit) {
    for (const char* kind : {"truc-tiep", "loa", "khong-co"}) {
      Total wanted;
      for (std::uint32_t i = 1; i <= state.activities(); ++i) {
        const Activity& one = state.activity(ActivityNo{i});
        const bool is_within = from <= one.record.on && one.record.on <= to;
        if (one.annulled || one.unit.value != unit || one.record.kind != kind || !is_within) {
          continue;
        }
        ++wanted.activities;
        for (const Amount& amount : one.record.amounts) {
          wanted.amounts[amount.measure] += amount.amount;
        }
      }
      EXPECT_EQ(state.total(UnitNo{unit}, kind, from, to), wanted) << from.days << " " << to.days;
    }
  }
}

TEST(Activities, TotalsAreWhatIsCounted) {
  std::mt19937 random(97);
  for (int history = 0; history < 50; ++history) {
    State state;
    const ledger::Stamp stamp{};
    for (int step = 0; step < 30; ++step) {
      const bool is_new = state.activities() == 0 || random() % 2 == 0;
      const ActivityNo no{is_new ? state.activities() + 1
                                 : 1 + static_cast<std::uint32_t>(random() % state.activities())};
      if (is_new) {
        const UnitNo unit{static_cast<std::uint32_t>(1 + random() % units)};
        state.fold(ActivityLogged{no, unit, any_record(random), {}}, stamp);
        continue;
      }
      const Activity& one = state.activity(no);
      if (one.annulled) continue;
      if (random() % 3 == 0) {
        state.fold(ActivityAnnulled{no, one.version + 1, "Mẫu", {}}, stamp);
      } else {
        state.fold(ActivityCorrected{no, one.version + 1, any_record(random), "Mẫu", {}}, stamp);
      }
    }
    expect_as_counted(state);
    for (int i = 0; i < 20; ++i) expect_totals_from_day_to_day(state, random);
  }
}

}  // namespace
}  // namespace lantoa::city::activity
