#include "city/plan/impact.h"

#include <algorithm>
#include <map>

#include "city/plan/decide.h"

namespace lantoa::city::plan {
namespace {

Kinds counted_kinds(const std::vector<UnitNo>& list, const organisation::State& units) {
  std::map<organisation::Kind, std::uint32_t> counts;
  for (const UnitNo unit : list) ++counts[units.unit(unit).kind];
  return {counts.begin(), counts.end()};
}

// More time that was granted is not taken back by a deadline that is nearer.
bool keeps_its_own(const State& plans, const Assignment& one, Date due) {
  const Move* last = plans.last_move(one.no);
  return last != nullptr && !last->amendment && one.due > due;
}

void widen(Days& days, std::int32_t by, bool is_first) {
  days.least = is_first ? by : std::min(days.least, by);
  days.most = std::max(days.most, by);
}

// A draft counts its working days from a day that is still to come, today at the earliest.
bool runs_beyond(const State& plans, const Plan& plan, Date due, Date today,
                 const workday::State& workdays) {
  return std::any_of(plan.tasks.begin(), plan.tasks.end(), [&](TaskNo no) {
    const Task& task = plans.task(no);
    return !task.withdrawn && std::max(day_now(task, today, workdays), task.extended_until) > due;
  });
}

class Counting {
 public:
  Counting(const State& plans, const workday::State& workdays, const TaskAmendment& change,
           Date today)
      : plans_(plans),
        workdays_(workdays),
        change_(change),
        today_(today),
        soon_(workdays.after(today, short_notice_workdays)) {}

  TaskImpact count(Effect effect) {
    out_.task = change_.task;
    out_.effect = std::move(effect);
    for (const AssignmentNo no : plans_.task(change_.task).assignments) {
      const Assignment& one = plans_.assignment(no);
      if (one.withdrawn) continue;
      out_.all.push_back(no);
      if (one.done) out_.done.push_back(no);
    }
    for (const AssignmentNo no : out_.effect.moved) move(plans_.assignment(no));
    for (const AssignmentNo no : out_.effect.withdrawn) withdraw(no);
    return std::move(out_);
  }

 private:
  void move(const Assignment& one) {
    const Date due = *change_.due;
    if (due < one.due) {
      widen(out_.nearer_days, one.due - due, out_.nearer.empty());
      out_.nearer.push_back(one.no);
    } else {
      widen(out_.later_days, due - one.due, out_.later.empty());
      out_.later.push_back(one.no);
    }
    if (due < today_) {
      out_.late_at_once.push_back(one.no);
    } else if (due < soon_) {
      out_.short_notice.push_back(one.no);
    }
    const Extension* asked = plans_.waiting_of(one.no);
    if (asked != nullptr && asked->until <= due) out_.asking.push_back(one.no);
    for (const PlanNo grown : plans_.grown_from(one.no)) {
      const Plan& plan = plans_.plan(grown);
      if (runs_beyond(plans_, plan, due, today_, workdays_)) out_.beyond.push_back(grown);
    }
  }

  void withdraw(AssignmentNo no) {
    if (plans_.waiting_of(no) != nullptr) out_.asking.push_back(no);
    const auto& grown = plans_.grown_from(no);
    out_.hanging.insert(out_.hanging.end(), grown.begin(), grown.end());
  }

  const State& plans_;
  const workday::State& workdays_;
  const TaskAmendment& change_;
  Date today_;
  Date soon_;  // what is due before has fewer than three working days left
  TaskImpact out_;
};

}  // namespace

AmendmentText counted_from(AmendmentText text, Date on, const workday::State& workdays) {
  const auto day = [&](std::uint32_t working_days) {
    return day_of(Due::within(working_days), on, workdays);
  };
  for (TaskAmendment& change : text.changes) {
    if (change.working_days) change.due = day(*change.working_days);
  }
  for (NewTask& added : text.tasks) {
    if (added.working_days) added.due = day(*added.working_days);
  }
  return text;
}

Effect effect_of(const State& plans, const organisation::State& units,
                 const TaskAmendment& change) {
  const Task& task = plans.task(change.task);
  Effect out;
  std::vector<UnitNo> given;
  for (const AssignmentNo no : task.assignments) {
    const Assignment& one = plans.assignment(no);
    given.push_back(one.unit);
    if (!one.is_open()) continue;
    if (change.withdrawn) {
      out.withdrawn.push_back(no);
    } else if (change.due && keeps_its_own(plans, one, *change.due)) {
      out.kept.push_back(no);
    } else if (change.due && one.due != *change.due) {
      out.moved.push_back(no);
    }
  }
  if (change.withdrawn || has_ended(units, task.rule)) return out;
  std::sort(given.begin(), given.end());
  const auto now = units_of(units, task.rule);
  std::set_difference(now.begin(), now.end(), given.begin(), given.end(),
                      std::back_inserter(out.reached));
  return out;
}

std::uint32_t Impact::new_assignments(const AmendmentText& text) const {
  std::size_t out = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (text.changes[i].reached) out += changes[i].effect.reached.size();
  }
  for (const NewTaskImpact& one : tasks) out += one.units.size();
  return static_cast<std::uint32_t>(out);
}

Impact impact_of(const State& plans, const organisation::State& units,
                 const workday::State& workdays, const AmendmentText& said, Date today) {
  const AmendmentText text = counted_from(said, today, workdays);
  Impact out;
  for (const TaskAmendment& change : text.changes) {
    out.changes.push_back(
        Counting(plans, workdays, change, today).count(effect_of(plans, units, change)));
  }
  for (const NewTask& added : text.tasks) {
    NewTaskImpact one{units_of(units, added.rule), {}};
    one.kinds = counted_kinds(one.units, units);
    out.tasks.push_back(std::move(one));
  }
  return out;
}

}  // namespace lantoa::city::plan
