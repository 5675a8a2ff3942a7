#include "city/oversight/ladder.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace lantoa::city::oversight {
namespace {

// "30, 15, 7": without the day of the deadline itself.
std::string days_listed(const Ladder& ladder) {
  std::string out;
  for (const std::uint32_t days : ladder.days_before) {
    if (days == 0) continue;
    if (!out.empty()) out += ", ";
    out += std::to_string(days);
  }
  return out;
}

bool has_last_day(const Ladder& ladder) {
  return std::find(ladder.days_before.begin(), ladder.days_before.end(), 0U) !=
         ladder.days_before.end();
}

Text repeats_in_words(const Ladder& ladder) {
  if (!ladder.repeat_days) {
    return {", quá hạn thì không nhắc nữa", "; once it has passed, no more"};
  }
  const std::string n = std::to_string(*ladder.repeat_days);
  const bool daily = *ladder.repeat_days == 1;
  const Text often{daily ? "mỗi ngày" : n + " ngày", daily ? "every day" : "every " + n + " days"};
  const bool follows = has_last_day(ladder);
  return {(follows ? ", sau đó " : ", quá hạn thì ") + often.vi + " một lần đến khi xong",
          (follows ? ", then " : ", after it ") + often.en + " until it is done"};
}

// Assignments that get their reminders on the same days; a plan has few of these, and very many
// assignments.
struct Alike {
  AssignmentNo no;  // one of them
  Date due;
  std::optional<Date> settled;
  std::vector<UnitNo> units;
};

// How many of the changes came after it was given: by these its steps are looked up.
std::size_t changes_since(const std::vector<LadderChange>& changes, AssignmentNo no) {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(),
                    [&](const LadderChange& one) { return no.value <= one.given; }));
}

std::vector<Alike> grouped(const std::vector<LadderChange>& changes,
                           const std::vector<Remindable>& open) {
  std::map<std::tuple<Date, std::optional<Date>, std::size_t>, std::size_t> places;
  std::vector<Alike> out;
  for (const Remindable& one : open) {
    const std::tuple key(one.due, one.settled, changes_since(changes, one.no));
    const auto [found, is_new] = places.try_emplace(key, out.size());
    if (is_new) out.push_back({one.no, one.due, one.settled, {}});
    out[found->second].units.push_back(one.unit);
  }
  return out;
}

// A unit counts once a day, however many of its assignments have a step then.
class UnitsOfADay {
 public:
  void add(UnitNo unit, Date day) {
    if (unit.index() >= last_.size()) last_.resize(unit.index() + 1);
    if (last_[unit.index()] == day) return;
    last_[unit.index()] = day;
    ++count_;
  }
  std::uint32_t take() { return std::exchange(count_, 0U); }

 private:
  std::vector<std::optional<Date>> last_;  // by unit's index
  std::uint32_t count_ = 0;
};

}  // namespace

const Ladder& usual_ladder() {
  static const Ladder usual{{30, 15, 7, 3, 1, 0}, 7, false};
  return usual;
}

Text ladder_in_words(const Ladder& ladder) {
  if (ladder.silent) {
    return {"Không gửi thư nhắc về kế hoạch này", "No reminders are sent about this plan"};
  }
  const std::string days = days_listed(ladder);
  Text out;
  if (days.empty()) {
    out = {"Nhắc vào ngày hạn", "Reminders on the day of the deadline"};
  } else {
    out = {"Nhắc trước hạn " + days + " ngày",
           "Reminders " + days + (days == "1" ? " day" : " days") + " before the deadline"};
    if (has_last_day(ladder)) {
      out.vi += ", vào ngày hạn";
      out.en += ", on the day itself";
    }
  }
  const Text repeats = repeats_in_words(ladder);
  return {out.vi + repeats.vi, out.en + repeats.en};
}

std::optional<Date> step_due(const Ladder& ladder, Date deadline, Date today) {
  if (ladder.silent) return std::nullopt;
  if (ladder.repeat_days) {
    const auto between = static_cast<std::int32_t>(*ladder.repeat_days);
    const std::int32_t late = today - deadline;
    if (late >= between) return deadline + late / between * between;
  }
  std::optional<Date> newest;
  for (const std::uint32_t days : ladder.days_before) {
    const Date step = deadline - static_cast<std::int32_t>(days);
    if (step <= today && (!newest || *newest < step)) newest = step;
  }
  return newest;
}

// From the newest ladder back: each has the days after its own change until that of the next one.
std::optional<Date> step_due(const std::vector<LadderChange>& changes, AssignmentNo assignment,
                             Date deadline, Date today) {
  Date until = today;
  for (auto one = changes.rbegin(); one != changes.rend(); ++one) {
    if (assignment.value > one->given) return step_due(one->ladder, deadline, until);
    if (one->on >= until) continue;  // it has no day yet
    if (one->ladder.silent) return std::nullopt;
    const auto step = step_due(one->ladder, deadline, until);
    if (step && *step > one->on) return step;
    until = one->on;
  }
  return step_due(usual_ladder(), deadline, until);
}

std::vector<std::uint32_t> mails_ahead(const std::vector<LadderChange>& changes,
                                       const std::vector<Remindable>& open, Date today) {
  std::vector<Alike> groups = grouped(changes, open);
  UnitsOfADay units;
  std::vector<std::uint32_t> out;
  for (Date day = today + 1; day <= today + days_ahead; day = day + 1) {
    for (Alike& one : groups) {
      const auto step = step_due(changes, one.no, one.due, day);
      if (!step || (one.settled && *one.settled >= *step)) continue;
      one.settled = day;
      for (const UnitNo unit : one.units) units.add(unit, day);
    }
    out.push_back(units.take());
  }
  return out;
}

}  // namespace lantoa::city::oversight
