// The day it is.
#pragma once

#include "city/calendar/facts.h"

namespace lantoa::city::calendar {

class State {
 public:
  void fold(const DayTurned& fact) { today_ = fact.date; }

  Date today() const { return today_; }  // 1970-01-01 before the first turn

 private:
  Date today_;
};

}  // namespace lantoa::city::calendar
