// A program that keeps a copy of rounds and of what was handed in, and asks now and then what has
// changed, has missed nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "city/statistics/testing_world.h"
#include "city/testing_programs.h"

namespace lantoa::city::statistics {
namespace {

using Copy = std::map<std::uint64_t, std::string>;  // what is told of each, by number

// Of one list, for one account.
struct ListMirror {
  std::string path, rows;  // "/reports", and the member that holds them
  std::string account, which = {};
  Copy copy = {};
  std::uint64_t up_to = 0;

  static void take(Copy& copy, const json::Value& answer, const std::string& rows) {
    for (const json::Value& one : answer.find(rows)->list) {
      copy[one.find("id")->integer] = json::print(one);
    }
  }
  // Whether there is more.
  bool ask(testing::Programs& programs, std::size_t limit) {
    const json::Value answer = programs.read(path + "?changed_after=" + std::to_string(up_to) +
                                                 "&limit=" + std::to_string(limit) + which,
                                             account);
    take(copy, answer, rows);
    const json::Value& changes = *answer.find("changes");
    EXPECT_GE(changes.find("up_to")->integer, up_to);
    up_to = changes.find("up_to")->integer;
    return changes.find("more")->flag;
  }
  Copy truth(testing::Programs& programs) const {
    Copy out;
    take(out, programs.read(path + "?page=1" + which, account), rows);
    return out;
  }
};

class ReportMirror : public ::testing::Test {
 protected:
  std::uint32_t draw(std::uint32_t below) { return static_cast<std::uint32_t>(random() % below); }

  void step() {
    const std::uint32_t rounds = world.state.rounds();
    if (rounds == 0 || (rounds < 9 && draw(9) == 0)) return open();
    const Round& round = world.state.round(RoundNo{1 + draw(rounds)});
    if (round.cancelled) return;
    if (draw(12) == 0) return end(round);
    const UnitNo unit{round.units[draw(static_cast<std::uint32_t>(round.units.size()))]};
    const Report* report = round.report(unit);
    if (report == nullptr || draw(2) == 0) return submit(round, unit, report);
    if (!report->counts()) return;
    if (draw(2) == 0) {
      return world.node.tell(ReportReturned{round.no, unit, report->version(), "Xem lại", {}});
    }
    world.node.tell(ReportAccepted{round.no, unit, report->version(), {}});
  }
  void open() {
    world.node.tell(RoundOpened{RoundNo{world.state.rounds() + 1},
                                "hoat-dong-cap-xa-2012",
                                "Kỳ mẫu",
                                day("2021-01-01"),
                                day("2021-06-30"),
                                day("2021-07-05"),
                                UnitNo{1},
                                NumberSet{{3, 4, 6}},
                                {},
                                {}});
  }
  void submit(const Round& round, UnitNo unit, const Report* before) {
    const std::uint32_t version = before == nullptr ? 1 : before->version() + 1;
    world.node.tell(
        ReportSubmitted{round.no, unit, version, {{"1", draw(99), {}, {}}}, "Đếm tay", {}});
  }
  void end(const Round& round) {
    if (!round.closing) {
      if (draw(4) == 0) return world.node.tell(RoundCancelled{round.no, "Nhầm", {}});
      return world.node.tell(RoundClosed{round.no, round.counted, {{"1", 5, {}}}, {}});
    }
    if (round.is_public()) return world.node.tell(RoundUnpublished{round.no, "Sai", {}});
    world.node.tell(RoundPublished{round.no, {}});
  }

  // Each state at least once, whatever was drawn.
  void finish() {
    open();
    world.node.tell(RoundCancelled{RoundNo{world.state.rounds()}, "Nhầm", {}});
    open();
    const RoundNo no{world.state.rounds()};
    for (const std::uint32_t unit : {3U, 4U, 6U}) {
      submit(world.state.round(no), UnitNo{unit}, nullptr);
    }
    world.node.tell(ReportReturned{no, UnitNo{3}, 1, "Xem lại", {}});
    world.node.tell(ReportAccepted{no, UnitNo{4}, 1, {}});
    world.node.tell(RoundClosed{no, 2, {{"1", 5, {}}}, {}});
    world.node.tell(RoundPublished{no, {}});
  }

  World world;
  testing::Programs programs{world.node};
  std::mt19937 random{11};
};

TEST_F(ReportMirror, EndsEqualToTheLists) {
  std::vector<ListMirror> mirrors{{"/rounds", "rounds", World::auditor()},
                                  {"/rounds", "rounds", World::ward()},
                                  {"/reports", "reports", World::auditor()},
                                  {"/reports", "reports", World::district()},
                                  {"/reports", "reports", World::auditor(), "&round=1"},
                                  {"/reports", "reports", World::auditor(), "&unit=5"}};
  for (int i = 0; i < 250; ++i) {
    step();
    for (ListMirror& one : mirrors) {
      if (draw(4) == 0) one.ask(programs, 1 + draw(5));
    }
  }
  finish();
  for (ListMirror& one : mirrors) {
    while (one.ask(programs, 1 + draw(9))) {
    }
    const Copy truth = one.truth(programs);
    EXPECT_FALSE(truth.empty()) << one.path << one.which;
    EXPECT_EQ(one.copy, truth) << one.path << one.which;
  }
  EXPECT_EQ(mirrors[2].copy.size(), world.state.reports());
  EXPECT_LT(mirrors[3].copy.size(), mirrors[2].copy.size()) << "those of his district";
  const auto says = [&](const Copy& copy, const std::string& what) {
    return std::any_of(copy.begin(), copy.end(),
                       [&](const auto& one) { return one.second.find(what) != std::string::npos; });
  };
  EXPECT_TRUE(says(mirrors[0].copy, "\"cancelled\":\"Nhầm\""));
  EXPECT_TRUE(says(mirrors[0].copy, "\"published\":true"));
  EXPECT_TRUE(says(mirrors[2].copy, "\"standing\":\"Returned\""));
  EXPECT_TRUE(says(mirrors[2].copy, "\"standing\":\"Accepted\""));
}

TEST_F(ReportMirror, AReportChangesItsRoundAsWell) {
  open();
  const std::uint64_t before = world.node.engine.head().seq;
  submit(world.state.round(RoundNo{1}), UnitNo{3}, nullptr);
  const json::Value rounds =
      programs.read("/rounds?changed_after=" + std::to_string(before), World::auditor());
  ASSERT_EQ(rounds.find("rounds")->list.size(), 1U);
  EXPECT_EQ(rounds.find("rounds")->list[0].find("counted")->integer, 1U);
  EXPECT_EQ(rounds.find("rounds")->list[0].find("position")->integer, before + 1);
  const json::Value reports =
      programs.read("/reports?changed_after=" + std::to_string(before), World::auditor());
  ASSERT_EQ(reports.find("reports")->list.size(), 1U);
  EXPECT_EQ(reports.find("reports")->list[0].find("unit")->integer, 3U);
}

TEST_F(ReportMirror, WhatWouldLeaveRowsOutOrIsNotTheirsIsRefused) {
  open();
  for (const char* list : {"/rounds", "/reports"}) {
    const auto status = [&](const std::string& query, const std::string& account) {
      return programs.get(list + query, account).status;
    };
    EXPECT_EQ(status("?changed_after=0&page=2", World::auditor()), 422) << list;
    EXPECT_EQ(status("?limit=3", World::auditor()), 422) << list;
    EXPECT_EQ(status("?changed_after=99999", World::auditor()), 503) << list;
    EXPECT_EQ(status("?unit=5", World::district()), 403) << list;
    EXPECT_EQ(status("?unit=99", World::auditor()), 404) << list;
  }
  EXPECT_EQ(programs.get("/reports?round=9", World::auditor()).status, 404);
}

}  // namespace
}  // namespace lantoa::city::statistics
