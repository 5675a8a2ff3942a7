// DayCounts: how often something happened on which day, for figures of a period. Days come mostly
// in order; one that is told later is put where it belongs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "kernel/time.h"

namespace lantoa::city {

class DayCounts {
 public:
  void add(Date day, std::uint64_t count) {
    if (count == 0) return;
    const auto at = place(day);
    if (at != days_.end() && at->day == day) {
      at->count += count;
    } else {
      days_.insert(at, {day, count});
    }
  }
  // As much of it as was added; what never was is not taken.
  void take(Date day, std::uint64_t count) {
    const auto at = place(day);
    if (at == days_.end() || at->day != day) return;
    at->count -= std::min(at->count, count);
    if (at->count == 0) days_.erase(at);
  }
  // Both days included.
  std::uint64_t between(Date from, Date to) const {
    std::uint64_t out = 0;
    auto at = std::lower_bound(days_.begin(), days_.end(), from, before);
    for (; at != days_.end() && at->day <= to; ++at) out += at->count;
    return out;
  }

  bool operator==(const DayCounts&) const = default;

 private:
  struct Day {
    Date day;
    std::uint64_t count = 0;

    bool operator==(const Day&) const = default;
  };
  static bool before(const Day& one, Date day) { return one.day < day; }
  std::vector<Day>::iterator place(Date day) {
    if (!days_.empty() && days_.back().day < day) return days_.end();
    return std::lower_bound(days_.begin(), days_.end(), day, before);
  }

  std::vector<Day> days_;  // ascending, none with 0
};

}  // namespace lantoa::city
