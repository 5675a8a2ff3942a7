// Twins: of records of one unit, day and kind, those that look like one activity recorded twice:
// the same amounts and no other subject, because two people may name a meeting differently or one
// of them not at all; unless it was said of one of the two that it is another one. This is the one
// place of the rule: pages, the form and the import ask here. Compares a record with few, however
// many look alike.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "city/activity/facts.h"

namespace lantoa::city::activity {

// The rule itself, of two records of one unit, day and kind.
inline bool are_twins(const Record& one, const Record& other) {
  return !one.is_other && !other.is_other && one.amounts == other.amounts &&
         (one.what == other.what || one.what.empty() || other.what.empty());
}

// News recorded by hand and an article that the portal counted by itself are perhaps one: the same
// subject, a few days apart. `subject`, `other`: as subject_of() of state_channel.cc compares.
constexpr std::int32_t news_days_apart_max = 3;
inline bool are_one_news(Date day, std::string_view subject, Date other_day,
                         std::string_view other) {
  const std::int32_t apart = day - other_day;
  return apart >= -news_days_apart_max && apart <= news_days_apart_max && !subject.empty() &&
         subject == other;
}

// The rule for many: an index finds the few that are asked about. `Name`: what stands for a record.
template <class Name>
class Twins {
 public:
  void add(const Record& record, Name name) {
    if (record.is_other) return;
    alike_[record.amounts].emplace(record.what, std::pair(record, std::move(name)));
  }

  // At most `most` of those that were added, the same subject before none.
  std::vector<Name> of(const Record& record, std::size_t most = SIZE_MAX) const {
    std::vector<Name> out;
    const auto same = alike_.find(record.amounts);
    if (record.is_other || same == alike_.end()) return out;
    const auto take = [&](auto from, auto end) {
      for (; from != end && out.size() < most; ++from) {
        const auto& [added, name] = from->second;
        if (are_twins(added, record)) out.push_back(name);
      }
    };
    const auto& subjects = same->second;
    if (record.what.empty()) {
      take(subjects.begin(), subjects.end());
    } else {
      const auto named = subjects.equal_range(record.what);
      take(named.first, named.second);
      const auto unnamed = subjects.equal_range(std::string());
      take(unnamed.first, unnamed.second);
    }
    return out;
  }

 private:
  using Added = std::pair<Record, Name>;
  std::map<std::vector<Amount>, std::multimap<std::string, Added>> alike_;  // by subject
};

}  // namespace lantoa::city::activity
