#include "city/day_courier.h"

#include <gtest/gtest.h>

#include <boost/describe.hpp>

#include "city/testing.h"
#include "kernel/codec.h"

namespace lantoa::city {
namespace {

struct Swept {
  static constexpr std::string_view kind = "test.swept";
  std::string by;
};
BOOST_DESCRIBE_STRUCT(Swept, (), (by))

class DayCouriers : public ::testing::Test {
 protected:
  DayCouriers() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      return Actor::system(name.substr(name.find('/') + 1));
    };
    node.app.folds.on<Swept>(
        [this](const Swept& fact, const ledger::Stamp&) { swept.push_back(fact.by); });
  }

  Order order() {
    ++asked;
    Order out;
    out.decide = [this](const Envelope& envelope) -> Result<ledger::Decision> {
      if (refuses) return problem(Code::Unavailable, {"Chưa được.", "Not yet."});
      ledger::Decision decision;
      if (has_work) decision.add("test", Swept{std::string(envelope.actor.name)});
      return decision;
    };
    return out;
  }

  testing::Node node;
  Date today{100};
  bool refuses = false, has_work = true;
  int asked = 0;
  std::vector<std::string> swept;
  DayCourier courier{node.app, "terms", [this] { return today; }, [this] { return order(); }};
};

TEST_F(DayCouriers, ADayIsOrderedOnceAndByTheCourier) {
  EXPECT_TRUE(courier.step());
  EXPECT_FALSE(courier.step());
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(swept, std::vector<std::string>{"courier/terms"});
  today = today + 1;
  EXPECT_TRUE(courier.step());
  EXPECT_EQ(asked, 2);
}

TEST_F(DayCouriers, WhatWasRefusedIsOrderedAgainTheSameDay) {
  refuses = true;
  EXPECT_FALSE(courier.step());
  EXPECT_FALSE(courier.step());
  EXPECT_EQ(asked, 2);
  refuses = false;
  EXPECT_TRUE(courier.step());
  EXPECT_EQ(swept.size(), 1U);
  EXPECT_FALSE(courier.step());
}

TEST_F(DayCouriers, ADayWithoutWorkIsDoneAndSaysSo) {
  has_work = false;
  EXPECT_FALSE(courier.step());
  EXPECT_FALSE(courier.step());
  EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace lantoa::city
