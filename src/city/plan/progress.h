// How far a plan is, wherever plans are shown: its stage, how much of its work is done, how much of
// its time is gone.
#pragma once

#include <optional>
#include <string>

#include "city/plan/state.h"

namespace lantoa::city::plan {

struct Progress {
  std::uint32_t done = 0;
  std::uint32_t all = 0;  // assignments without those withdrawn; 0 until it is issued
};
Progress progress_of(const State& state, const Plan& plan);
std::string share_of(const Progress& progress);  // "68" of a bar

// How much of the time there is has passed, from the day of issue to the last deadline.
struct TimeBar {
  std::string share;  // "40" of the bar
  Text words;
};
BOOST_DESCRIBE_STRUCT(TimeBar, (), (share, words))
std::optional<TimeBar> time_gone(const State& state, const Plan& plan, Date today);

std::string mark_of(Stage stage);                               // class of the state's shape
std::string shown_number(const Plan& plan, Language language);  // or what stands for it

}  // namespace lantoa::city::plan
