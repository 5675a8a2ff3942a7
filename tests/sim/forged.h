// For tests of the recounts: facts that a broken rule would have let through.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "sim/beginning.h"
#include "sim/recount.h"

namespace lantoa::sim {

// Facts after the beginning, as a program without rules would have written them.
class Forged : public testing::Test {
 protected:
  template <class F>
  void add(const std::string& actor, const F& fact) {
    facts_.push_back({facts_.size() + 1,
                      start_of_day(today_),
                      actor,
                      std::string(F::kind),
                      "",
                      encode(fact),
                      {}});
  }
  // What they break; of what is seen nothing is said here.
  Complaints wrong() const {
    Complaints out;
    const app::States nothing{};
    for (const std::string& one : wrong_in(facts_, nothing)) {
      if (one.starts_with("fact ")) out.push_back(one);
    }
    return out;
  }
  static const std::string& at(city::Role role, char place = 'o') {
    return beginning().officer_at(role, place);
  }
  void add_activity(std::uint32_t attendances = 2) {
    city::activity::Record record;
    record.kind = "truc-tiep";
    record.on = today_;
    record.amounts = {{"luot-nguoi", attendances}};
    record.assignment = late_soon;
    add(at(city::Role::UnitOfficer),
        city::activity::ActivityLogged{city::ActivityNo{1}, district, record, {}});
  }

  Facts facts_ = beginning().facts;
  Date today_ = vietnam_date(beginning().now);
};

}  // namespace lantoa::sim
