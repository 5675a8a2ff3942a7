#include "city/oversight/standing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace lantoa::city::oversight {
namespace {

using organisation::Kind;

constexpr Date today{18'800};

// A city with as many wards and communes as a test needs; their assignments one by one.
class StandingTest : public ::testing::Test {
 protected:
  StandingTest() { open("Thành phố mẫu", Kind::City); }

  UnitNo open(const std::string& name, Kind kind) {
    const UnitNo no{tree.size() + 1};
    organisation::UnitOpened fact{no, {}, name, std::to_string(no.value), kind, {}, {}};
    if (no != UnitNo{1}) fact.parent = UnitNo{1};
    tree.fold(fact);
    return no;
  }
  std::vector<UnitNo> wards(std::size_t count) {
    std::vector<UnitNo> out;
    for (std::size_t i = 0; i < count; ++i) {
      out.push_back(open("Phường " + std::to_string(100 + i), Kind::Ward));
    }
    return out;
  }
  // `due` and `done` as days from today.
  void give(UnitNo unit, std::uint32_t task, std::int32_t due, std::optional<std::int32_t> done) {
    plan::Assignment one;
    one.no = AssignmentNo{static_cast<std::uint32_t>(all.size() + 1)};
    one.task = TaskNo{task};
    one.unit = unit;
    one.due = today + due;
    if (done) one.done = today + *done;
    all.push_back(one);
  }
  std::vector<PeerGroup> groups() const {
    Assignments given;
    for (const plan::Assignment& one : all) given.push_back(&one);
    return compare(given, tree, today);
  }

  organisation::State tree;
  std::vector<plan::Assignment> all;
};

std::vector<std::uint32_t> units_of(const PeerGroup& group) {
  std::vector<std::uint32_t> out;
  for (const Standing& one : group.units) out.push_back(one.unit.value);
  return out;
}

std::vector<std::uint32_t> places_of(const PeerGroup& group) {
  std::vector<std::uint32_t> out;
  for (const Standing& one : group.units) out.push_back(one.place);
  return out;
}

TEST_F(StandingTest, NothingGivenIsNoGroup) { EXPECT_TRUE(groups().empty()); }

TEST_F(StandingTest, AGroupIsOneKindWithTheSameTasks) {
  for (const UnitNo ward : wards(6)) give(ward, 1, 5, {});
  const UnitNo commune = open("Xã mẫu", Kind::Commune);
  give(commune, 1, 5, {});
  give(UnitNo{2}, 2, 5, {});
  const auto found = groups();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].kind, Kind::Ward);
  EXPECT_EQ(found[0].tasks, std::vector<TaskNo>{TaskNo{1}});
  EXPECT_EQ(units_of(found[0]), (std::vector<std::uint32_t>{3, 4, 5, 6, 7}));
  EXPECT_EQ(units_of(found[1]), std::vector<std::uint32_t>{2}) << "it has a task more";
  EXPECT_EQ(found[1].tasks, (std::vector<TaskNo>{TaskNo{1}, TaskNo{2}}));
  EXPECT_EQ(units_of(found[2]), std::vector<std::uint32_t>{commune.value});
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i].no, i + 1);
}

TEST_F(StandingTest, FewerThanFiveHaveNoPlaces) {
  for (const UnitNo ward : wards(comparable_min - 1)) give(ward, 1, -5, {});
  EXPECT_FALSE(groups()[0].is_ranked());
  EXPECT_FALSE(groups()[0].is_level());
  EXPECT_EQ(places_of(groups()[0]), (std::vector<std::uint32_t>{0, 0, 0, 0}));
  give(open("Phường nữa", Kind::Ward), 1, 5, {});
  EXPECT_TRUE(groups()[0].is_ranked());
  EXPECT_EQ(places_of(groups()[0]), (std::vector<std::uint32_t>{1, 1, 1, 1, 5}));
}

TEST_F(StandingTest, FiguresCountByTheDeadlineOfEachAssignment) {
  const UnitNo ward = wards(1)[0];
  give(ward, 1, -10, -10);  // on its last day
  give(ward, 2, -10, -9);   // a day late
  give(ward, 3, -4, {});
  give(ward, 4, -7, {});
  give(ward, 5, 0, {});  // its last day is today
  const auto found = groups();
  const Standing& one = found[0].units[0];
  EXPECT_EQ(one.all, 5U);
  EXPECT_EQ(one.done, 2U);
  EXPECT_EQ(one.in_time(), 1U);
  EXPECT_EQ(one.done_late, 1U);
  EXPECT_EQ(one.late, 2U);
  EXPECT_EQ(one.late_days, 7U);
}

TEST_F(StandingTest, RedComesFirst) {
  const auto unit = wards(6);
  const auto pair = [&](std::size_t which, std::int32_t due_one, std::optional<std::int32_t> one,
                        std::int32_t due_two, std::optional<std::int32_t> two) {
    give(unit[which], 1, due_one, one);
    give(unit[which], 2, due_two, two);
  };
  pair(0, -3, -3, 9, {});   // half of it in time
  pair(1, -3, {}, 9, {});   // one late for three days
  pair(2, -3, {}, -1, {});  // two late
  pair(3, -9, {}, -9, -9);  // one late for nine days
  pair(4, -3, -1, 9, {});   // nothing late, nothing in time
  pair(5, -3, {}, -9, -9);  // one late for three days, half of it in time
  const auto found = groups();
  ASSERT_EQ(found.size(), 1U);
  const std::vector<std::uint32_t> order{unit[2].value, unit[3].value, unit[1].value,
                                         unit[5].value, unit[4].value, unit[0].value};
  EXPECT_EQ(units_of(found[0]), order);
  EXPECT_EQ(places_of(found[0]), (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6}));
}

TEST_F(StandingTest, EqualFiguresShareAPlaceAndStandInVietnameseOrder) {
  std::vector<UnitNo> unit;
  for (const char* name :
       {"Phường Ô", "Phường Đ", "Phường Â", "Phường D", "Phường A", "Phường D"}) {
    unit.push_back(open(name, Kind::Ward));
    give(unit.back(), 1, 5, {});
  }
  const auto level = groups();
  EXPECT_TRUE(level[0].is_level());
  EXPECT_EQ(places_of(level[0]), (std::vector<std::uint32_t>{1, 1, 1, 1, 1, 1}));
  const std::vector<std::uint32_t> by_name{unit[4].value, unit[2].value, unit[3].value,
                                           unit[5].value, unit[1].value, unit[0].value};
  EXPECT_EQ(units_of(level[0]), by_name) << "two of one name: the earlier one first";

  for (const std::size_t i : {0U, 1U}) all[i].due = today - 2;
  const auto late = groups();
  EXPECT_FALSE(late[0].is_level());
  EXPECT_EQ(units_of(late[0])[0], unit[1].value);
  EXPECT_EQ(places_of(late[0]), (std::vector<std::uint32_t>{1, 1, 3, 3, 3, 3}));
}

bool is_same(const std::vector<PeerGroup>& a, const std::vector<PeerGroup>& b) {
  const auto figures = [](const Standing& one) {
    return std::vector<std::uint32_t>{one.unit.value, one.all,       one.done, one.done_late,
                                      one.late,       one.late_days, one.place};
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const auto& one, const auto& two) {
    return one.no == two.no && one.kind == two.kind && one.tasks == two.tasks &&
           std::equal(one.units.begin(), one.units.end(), two.units.begin(), two.units.end(),
                      [&](const Standing& left, const Standing& right) {
                        return figures(left) == figures(right);
                      });
  });
}

// 6,000 units, of three kinds, with one to three tasks; some done, some late.
TEST_F(StandingTest, TheOrderOfTheAssignmentsIsNothing) {
  std::mt19937 dice(7);
  const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(dice() % end); };
  for (std::uint32_t i = 0; i < 6'000; ++i) {
    const Kind kind = i % 3 == 0 ? Kind::Ward : i % 3 == 1 ? Kind::Commune : Kind::Township;
    const UnitNo unit = open("Đơn vị " + std::to_string(below(500)), kind);
    const std::uint32_t tasks = 1 + below(3);
    for (std::uint32_t task = 1; task <= tasks; ++task) {
      const auto due = static_cast<std::int32_t>(below(40)) - 20;
      std::optional<std::int32_t> done;
      if (below(2) == 0) done = -static_cast<std::int32_t>(below(30));
      give(unit, task, due, done);
    }
  }
  const auto first = groups();
  EXPECT_EQ(first.size(), 9U);
  std::set<std::uint32_t> units;
  std::size_t assignments = 0;
  for (const PeerGroup& group : first) {
    for (const Standing& one : group.units) {
      EXPECT_TRUE(units.insert(one.unit.value).second) << "a unit stands in one group";
      EXPECT_EQ(one.all, group.tasks.size());
      assignments += one.all;
    }
    for (std::size_t i = 1; i < group.units.size(); ++i) {
      EXPECT_GE(group.units[i - 1].late, group.units[i].late);
      EXPECT_LE(group.units[i - 1].place, group.units[i].place);
      EXPECT_LE(group.units[i].place, i + 1);
    }
  }
  EXPECT_EQ(units.size(), 6'000U);
  EXPECT_EQ(assignments, all.size());
  for (int turn = 0; turn < 3; ++turn) {
    std::shuffle(all.begin(), all.end(), dice);
    EXPECT_TRUE(is_same(groups(), first)) << turn;
  }
}

}  // namespace
}  // namespace lantoa::city::oversight
