// The day it is, and where in the ledger each day ended.
#pragma once

#include <vector>

#include "city/calendar/facts.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::calendar {

class State {
 public:
  void fold(const DayTurned& fact, const ledger::Stamp& stamp);

  Date today() const;      // 1970-01-01 before the first turn
  Date first_day() const;  // the same
  // The seq of the last fact of `day`: the one before the next day was turned. Nothing while the
  // day has not ended; 0 for days before the first.
  std::optional<std::uint64_t> end_of(Date day) const;

 private:
  struct Turn {
    Date date;
    std::uint64_t seq = 0;
  };
  std::vector<Turn> turns_;  // ascending
};

}  // namespace lantoa::city::calendar
