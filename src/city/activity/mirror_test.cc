// A program that keeps a copy and asks now and then what has changed has missed nothing, whatever
// happens between its questions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "city/activity/testing_world.h"
#include "city/testing_programs.h"

namespace lantoa::city::activity {
namespace {

using ::testing::ElementsAre;
using testing::Programs;

using Copy = std::map<std::uint64_t, std::string>;  // what is told of each, by number

void take(Copy& copy, const json::Value& answer) {
  for (const json::Value& one : answer.find("activities")->list) {
    copy[one.find("id")->integer] = json::print(one);
  }
}

// Of one account and one choice of units, "" or "unit=2".
class Mirror {
 public:
  Mirror(Programs& programs, std::string account, std::string units)
      : programs_(programs), account_(std::move(account)), units_(std::move(units)) {}

  // Whether there is more.
  bool ask(std::size_t limit) {
    const json::Value answer = programs_.read(
        path("changed_after=" + std::to_string(up_to_) + "&limit=" + std::to_string(limit)),
        account_);
    std::uint64_t before = up_to_;
    for (const json::Value& one : answer.find("activities")->list) {
      const std::uint64_t position = one.find("position")->integer;
      EXPECT_GT(position, before) << "in the order of the last change";
      before = position;
    }
    take(copy_, answer);
    EXPECT_EQ(answer.find("next"), nullptr);
    const json::Value& changes = *answer.find("changes");
    EXPECT_GE(changes.find("up_to")->integer, before);
    up_to_ = changes.find("up_to")->integer;
    return changes.find("more")->flag;
  }
  const Copy& copy() const { return copy_; }

  // All there is, by the list.
  Copy truth() {
    Copy out;
    std::string next = "0";
    for (;;) {
      const json::Value answer = programs_.read(path("limit=7&after=" + next), account_);
      EXPECT_EQ(answer.find("changes"), nullptr);
      take(out, answer);
      if (answer.find("next") == nullptr) return out;
      next = std::to_string(answer.find("next")->integer);
    }
  }

 private:
  std::string path(const std::string& query) const {
    return "/activities?" + query + (units_.empty() ? "" : "&" + units_);
  }

  Programs& programs_;
  std::string account_, units_;
  std::uint64_t up_to_ = 0;
  Copy copy_;
};

// Something happens to an activity that counts, or a new one is recorded.
class Life {
 public:
  Life(World& world, unsigned seed) : world_(world), random_(seed) {}

  std::uint32_t draw(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }

  void step() {
    const std::uint32_t count = world_.activities.activities();
    if (count == 0 || draw(3) == 0) return log();
    const Activity& one = world_.activities.activity(ActivityNo{1 + draw(count)});
    switch (draw(4)) {
      case 0:
        return correct(one);
      case 1:
        return void(world_.run(by(one.unit), AnnulActivity{one.no, one.version, "Ghi nhầm"}));
      case 2:
        return world_.tell(PhotoAdded{PhotoNo{world_.activities.photos() + 1},
                                      one.no,
                                      "l" + std::to_string(++typed_),
                                      "s",
                                      10,
                                      10,
                                      {}});
      default:
        if (const auto photos = world_.activities.photos_kept(one); photos > 0) {
          world_.tell(PhotoErased{one.photos[draw(static_cast<std::uint32_t>(photos))], "Mẫu", {}});
        }
    }
  }

 private:
  static std::string by(UnitNo unit) {
    return unit == UnitNo{3}   ? World::ward()
           : unit == UnitNo{2} ? World::district()
                               : World::elsewhere();
  }
  void log() {
    LogActivity command = World::meeting(++typed_);
    command.unit = UnitNo{2 + draw(3)};
    EXPECT_TRUE(world_.run(by(command.unit), command));
  }
  void correct(const Activity& one) {
    if (one.annulled) return;
    EXPECT_TRUE(world_.run(
        by(one.unit), CorrectActivity{one.no, one.version, World::meeting(++typed_).typed, "Mẫu"}));
  }

  World& world_;
  std::mt19937 random_;
  std::uint32_t typed_ = 0;  // no two are alike
};

TEST(ActivityMirror, EndsEqualToTheList) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    World world;
    Programs programs(world.node);
    Life life(world, seed);
    Mirror whole(programs, World::auditor(), "");
    Mirror part(programs, World::auditor(), "unit=2");
    for (int i = 0; i < 150; ++i) {
      life.step();
      if (life.draw(4) == 0) whole.ask(1 + life.draw(5));
      if (life.draw(4) == 0) part.ask(1 + life.draw(5));
    }
    for (Mirror* mirror : {&whole, &part}) {
      while (mirror->ask(1 + life.draw(20))) {
      }
      EXPECT_EQ(mirror->copy(), mirror->truth()) << seed;
      EXPECT_FALSE(mirror->copy().empty());
    }
    EXPECT_LT(part.copy().size(), whole.copy().size());
  }
}

TEST(ActivityMirror, WhatChangedLastStandsLastWithItsPosition) {
  World world;
  Programs programs(world.node);
  for (const std::uint32_t attending : {1U, 2U, 3U}) world.log(World::meeting(attending));
  const std::uint64_t before = world.node.engine.head().seq;
  ASSERT_TRUE(world.run(World::ward(), AnnulActivity{ActivityNo{1}, 1, "Ghi nhầm"}));
  const std::string after = "/activities?changed_after=" + std::to_string(before);
  const auto changed = programs.read(after, World::auditor());
  ASSERT_EQ(changed.find("activities")->list.size(), 1U);
  const json::Value& one = changed.find("activities")->list.front();
  EXPECT_EQ(one.find("id")->integer, 1U);
  EXPECT_TRUE(one.find("annulled")->flag) << "a copy hears of it";
  EXPECT_EQ(one.find("position")->integer, before + 1);
  EXPECT_EQ(json::print(programs.read("/activities/1", World::auditor())), json::print(one));
  EXPECT_TRUE(programs.read(after, World::elsewhere()).find("activities")->list.empty())
      << "no more than one may see";
}

// A role over other units moves no position, so a copy has to see that it is of others now.
TEST(ActivityMirror, SaysOfWhichUnitsItIs) {
  World world;
  Programs programs(world.node);
  const auto units = [&](const std::string& query, const std::string& account) {
    const json::Value told = programs.read("/activities?changed_after=0" + query, account);
    std::vector<std::uint64_t> out;
    for (const json::Value& one : told.find("changes")->find("units")->list) {
      out.push_back(one.integer);
    }
    return out;
  };
  EXPECT_THAT(units("", World::district()), ElementsAre(2U));
  EXPECT_THAT(units("", World::auditor()), ElementsAre(1U));
  EXPECT_THAT(units("&unit=3", World::district()), ElementsAre(3U));
}

TEST(ActivityMirror, WhatWouldLeaveRowsOutIsRefused) {
  World world;
  Programs programs(world.node);
  for (const std::string other : {"kind=loa", "from=2021-05-01", "to=2021-05-01", "after=3"}) {
    const auto refused = programs.get("/activities?changed_after=0&" + other, World::auditor());
    EXPECT_EQ(refused.status, 422) << other;
    EXPECT_THAT(refused.body, ::testing::HasSubstr(other.substr(0, other.find('='))));
  }
  EXPECT_EQ(programs.get("/activities?changed_after=x", World::auditor()).status, 422);
  EXPECT_EQ(programs.get("/activities?changed_after=0&limit=0", World::auditor()).status, 422);
  const std::string far = std::to_string(world.node.engine.head().seq + 1);
  EXPECT_EQ(programs.get("/activities?changed_after=" + far, World::auditor()).status, 503)
      << "a node that is behind, or a ledger that was restored";
}

}  // namespace
}  // namespace lantoa::city::activity
