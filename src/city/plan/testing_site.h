// The plan slice as a site, for tests of its pages and of what programs get: the small city of
// testing_tree.h on Wednesday 12/05/2021, with nobody who may sign in and no plan.
#pragma once

#include <gtest/gtest.h>

#include "city/plan/plan.h"
#include "city/plan/testing_tree.h"
#include "city/testing.h"

namespace lantoa::city::plan::testing {

class PlanSite : public ::testing::Test {
 protected:
  PlanSite() {
    install(node.app, plans, {calendar, units, law, workdays});
    open_units(units);
    calendar.fold({today}, {});
  }

  city::testing::Node node;
  const Date today = *parse_iso_date("2021-05-12");
  State plans;
  calendar::State calendar;
  organisation::State units;
  law::State law;
  workday::State workdays;
};

}  // namespace lantoa::city::plan::testing
