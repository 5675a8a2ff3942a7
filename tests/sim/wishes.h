// What people of a simulated city wish for. A wish is a command that a page makes of its form, from
// what its sender saw on some node; that may be old when it is decided. Most may send it and fill
// it in rightly, some do not.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/beginning.h"

namespace lantoa::sim {

struct Operation {
  enum class State { Waiting, Done, Refused };

  std::string name;  // "draft 3"
  std::string actor;
  std::function<city::Order(app::House&)> order;
  city::PersonNo confirms;  // of a confirmation
  std::string title;        // of a draft
  State state = State::Waiting;
  std::uint32_t sent = 0;  // times
  std::string answer;      // once done

  std::string key() const { return "form/" + actor + "/sim/" + name; }
};

// What each slice's decide looks at.
inline std::reference_wrapper<const city::organisation::State> known_units(
    const app::States& states) {
  return std::cref(states.organisation);
}
inline city::plan::Known known_plans(const app::States& states) {
  return {states.plan, states.organisation, states.workday};
}
inline city::oversight::Known known_oversight(const app::States& states) {
  return {states.oversight, states.organisation, states.plan, states.workday};
}
inline city::activity::Known known_activities(const app::States& states) {
  return {states.activity, states.organisation, states.law, states.plan};
}
inline city::reach::Known known_reach(const app::States& states) {
  return {states.reach, states.organisation, states.identity,
          states.plan,  states.content,      states.activity};
}
inline city::speaker::Known known_speakers(const app::States& states) {
  return {states.speaker, states.organisation, states.activity};
}
inline city::webpage::Known known_webpages(const app::States& states) {
  return {states.webpage, states.organisation, states.activity};
}
inline city::guidance::Known known_guidance(const app::States& states) {
  return {states.guidance, states.organisation, states.law, states.plan};
}
inline city::statistics::Known known_reports(const app::States& states) {
  return {states.statistics, states.organisation, states.activity, states.workday};
}
inline city::report::Known known_figures(const app::States& states) {
  return {states.report, states.calendar, states.organisation, states.reach};
}

// `known` makes what the slice's decide looks at of a house's states.
template <class Known, class Command>
Operation operation_of(std::string name, std::string actor, Known (*known)(const app::States&),
                       Command command) {
  Operation out;
  out.name = std::move(name);
  out.actor = std::move(actor);
  out.order = [known, command = std::move(command)](app::House& house) {
    return city::order_of(command, known(house.states()));
  };
  return out;
}

// The same where it looks at more of the house. Decide: (app::House&, const city::Envelope&).
template <class Decide>
Operation operation_by(std::string name, std::string actor, Decide decide) {
  Operation out;
  out.name = std::move(name);
  out.actor = std::move(actor);
  out.order = [decide = std::move(decide)](app::House& house) {
    city::Order order;
    order.decide = [&house, decide](const city::Envelope& envelope) {
      return decide(house, envelope);
    };
    return order;
  };
  return out;
}

// Somebody at a page: who draws what he does from the life's one source of chance.
struct Wish {
  const Beginning& beginning;
  std::mt19937_64& random;
  const app::States& seen;  // of the node that showed him the page
  std::size_t number;       // of his wish; makes texts and days differ

  bool chance(std::uint32_t percent) const { return random() % 100 < percent; }
  std::size_t one_of(std::size_t count) const { return static_cast<std::size_t>(random() % count); }
  std::int32_t days(std::int32_t below) const {
    return static_cast<std::int32_t>(one_of(static_cast<std::size_t>(below)));
  }
  Date today() const { return seen.calendar.today(); }
  // One of `count` things by its number, mostly a late one; beyond the last where there is none.
  template <class No>
  No some(std::uint32_t count) const {
    if (count == 0 || chance(3)) return No{count + 1};
    return No{chance(60) ? count : 1 + static_cast<std::uint32_t>(one_of(count))};
  }
  // An officer of this role at one of these places (app::Visitor::place); one in ten is somebody
  // else.
  std::string officer(city::Role role, std::string_view places) const {
    if (chance(10)) return beginning.officers[one_of(beginning.officers.size())].actor;
    return beginning.officer_at(role, places[one_of(places.size())]);
  }
  std::string text(std::string_view what) const {
    return std::string(what) + " " + std::to_string(number);
  }
};

using Theme = Operation (*)(const Wish&);
// A life dwells on two of them, so that what is begun is also carried on; one is of the first
// `long_themes`, in which the most has to follow on each other.
const std::vector<Theme>& themes();
constexpr std::size_t long_themes = 8;

Operation wish_of_statistics(const Wish& wish);
Operation wish_of_plans(const Wish& wish);
Operation wish_of_oversight(const Wish& wish);
Operation wish_of_activities(const Wish& wish);
Operation wish_of_webpages(const Wish& wish);
Operation wish_of_speakers(const Wish& wish);
Operation wish_of_guidance(const Wish& wish);
Operation wish_of_amendments(const Wish& wish);
Operation wish_of_units(const Wish& wish);
Operation wish_of_mailboxes(const Wish& wish);

// Within several of them.
Operation wish_of_more_time(const Wish& wish);
Operation wish_of_done(const Wish& wish);
Operation wish_of_days(const Wish& wish);         // off, or worked in exchange
Operation wish_of_group_tasks(const Wish& wish);  // of plans that give tasks to groups
// A group to which a plan for the district may give a task; none: there is none.
city::GroupNo some_group(const Wish& wish);

}  // namespace lantoa::sim
