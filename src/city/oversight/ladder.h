// The days on which units are reminded of what a plan gave them. Pure: ladders and days in, days
// out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "city/numbers.h"
#include "kernel/text.h"
#include "kernel/time.h"

namespace lantoa::city::oversight {

constexpr std::size_t ladder_steps_max = 10;
constexpr std::uint32_t days_before_max = 120;
constexpr std::uint32_t repeat_days_max = 60;
constexpr std::int32_t days_ahead = 30;  // for which mails are told before they are promised

struct Ladder {
  std::vector<std::uint32_t> days_before;    // the deadline, 0..120; descending, each once
  std::optional<std::uint32_t> repeat_days;  // after it, 1..60; none: then never again
  bool silent = false;                       // no reminders; the days above say nothing

  bool operator==(const Ladder&) const = default;
};

// Of a plan for which nobody set another one: 30, 15, 7, 3, 1, 0, then every 7 days.
const Ladder& usual_ladder();
// "Nhắc trước hạn 30, 15 ngày, vào ngày hạn, sau đó 7 ngày một lần đến khi xong".
Text ladder_in_words(const Ladder& ladder);

// A ladder that somebody set for a plan.
struct LadderChange {
  Ladder ladder;
  Date on;                  // it counts for steps after this day
  std::uint32_t given = 0;  // assignments there were then; for those given later it counts at once
  std::string reason = {};  // may be empty
  PersonNo by = {};         // none: the system
};

// The day on which the newest step for this deadline fell due, seen from `today`; nullopt while
// even the first one lies ahead. An assignment last reminded before that day is due a reminder.
std::optional<Date> step_due(const Ladder& ladder, Date deadline, Date today);

// The same by all ladders of its plan, oldest first: steps until the day of a change go by the
// ladder before it, those after by the one that was set, so that a change makes none up and repeats
// none. Nothing from before a time without reminders comes after it.
std::optional<Date> step_due(const std::vector<LadderChange>& changes, AssignmentNo assignment,
                             Date deadline, Date today);

// Of an assignment that is still asked for, what its coming reminders depend on.
struct Remindable {
  AssignmentNo no;
  UnitNo unit;
  Date due;
  std::optional<Date> settled;  // steps until this day bring no reminder any more
};

// How many units get a mail on each of the next `days_ahead` days, tomorrow first, should nothing
// be done or change until then.
std::vector<std::uint32_t> mails_ahead(const std::vector<LadderChange>& changes,
                                       const std::vector<Remindable>& open, Date today);

}  // namespace lantoa::city::oversight
