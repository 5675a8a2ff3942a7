// The tree: units stop and go on, their people are moved together, groups are made of them,
// changed and ended, and get tasks.
#include <algorithm>
#include <array>

#include "city/organisation/decide_groups.h"
#include "sim/wishes.h"

namespace lantoa::sim {
namespace {

namespace identity = city::identity;
namespace organisation = city::organisation;
namespace oversight = city::oversight;

template <class Command>
Operation of_units(std::string name, std::string actor, Command command) {
  return operation_of(std::move(name), std::move(actor), known_units, std::move(command));
}

// Never the district, of which the rest of a life tells.
city::UnitNo some_unit(const Wish& wish) {
  constexpr std::array<std::uint32_t, 8> units{6, 6, 6, 7, 7, 2, 5, 4};
  return city::UnitNo{units[wish.one_of(units.size())]};
}

std::string who_manages(const Wish& wish) {
  return wish.officer(city::Role::Administrator, wish.chance(80) ? "c" : "o");
}

Operation close_unit(const Wish& wish, city::UnitNo unit) {
  organisation::CloseUnit command;
  command.unit = unit;
  command.on = wish.today() - (wish.chance(20) ? wish.days(3) : 0);
  if (wish.chance(5)) command.on = wish.today() + 1;
  if (wish.chance(95)) command.reason = wish.text("Theo nghị quyết sắp xếp");
  return operation_by("closing", who_manages(wish),
                      [command](app::House& house, const city::Envelope& envelope) {
                        organisation::CloseUnit now = command;
                        for (const auto& add : house.app().unit_ties) add(now.unit, now.ties);
                        return organisation::decide(house.states().organisation, now, envelope);
                      });
}

// Now and then to where they are, or to a unit that is closed.
Operation move_everybody(const Wish& wish, city::UnitNo from) {
  constexpr std::array<std::uint32_t, 6> targets{3, 3, 5, 6, 7, 4};
  const city::UnitNo to{targets[wish.one_of(targets.size())]};
  return operation_by("moving people", who_manages(wish),
                      [from, to](app::House& house, const city::Envelope& envelope) {
                        const app::States& states = house.states();
                        return identity::decide(states.identity, states.organisation,
                                                identity::MoveEverybody{from, to, envelope.today},
                                                envelope);
                      });
}

Operation urge_who_answers(const Wish& wish, city::AssignmentNo no) {
  return operation_of("urging who answers", wish.officer(city::Role::Planner, "c"), known_oversight,
                      oversight::Urge{no});
}

// Of a unit that stopped before it was done; none: there is none.
city::AssignmentNo left_behind(const Wish& wish, const std::vector<city::UnitNo>& closed) {
  for (const city::UnitNo unit : closed) {
    for (const city::AssignmentNo no : wish.seen.plan.of_unit(unit)) {
      if (wish.seen.plan.assignment(no).is_open()) return no;
    }
  }
  return {};
}

Operation stop_or_go_on(const Wish& wish) {
  const organisation::State& units = wish.seen.organisation;
  std::vector<city::UnitNo> closed;
  for (std::uint32_t no = 1; no <= units.size(); ++no) {
    if (!units.is_open(city::UnitNo{no})) closed.push_back(city::UnitNo{no});
  }
  if (const city::AssignmentNo no = left_behind(wish, closed); no && wish.chance(35)) {
    return urge_who_answers(wish, no);
  }
  if (!closed.empty() && wish.chance(25)) {
    organisation::ReopenUnit command{closed[wish.one_of(closed.size())], ""};
    if (wish.chance(95)) command.reason = wish.text("Ghi nhầm");
    return of_units("reopening", who_manages(wish), command);
  }
  const city::UnitNo unit = some_unit(wish);
  const bool is_empty = wish.seen.identity.at(unit).empty();
  return !is_empty && wish.chance(85) ? move_everybody(wish, unit) : close_unit(wish, unit);
}

// Ticked, pasted, or both; some do not belong there.
organisation::GroupDraft draft_of_group(const Wish& wish, city::UnitNo owner) {
  organisation::GroupDraft out;
  if (wish.chance(95)) out.name = wish.chance(85) ? wish.text("Nhóm") : "Nhóm chung";
  for (std::uint32_t no = 1; no <= wish.seen.organisation.size(); ++no) {
    const city::UnitNo unit{no};
    const bool is_its = wish.seen.organisation.is_within(unit, owner);
    if (wish.chance(is_its ? 60 : 3)) out.units.push_back(unit);
  }
  if (wish.chance(40)) out.lines.push_back({1, wish.chance(90) ? "00011" : "ở đâu đó"});
  if (wish.chance(20)) out.lines.push_back({2, "Đơn vị 00012"});
  return out;
}

std::string who_groups(const Wish& wish, city::UnitNo owner) {
  return wish.officer(city::Role::Planner, owner == district ? "oc" : "c");
}

Operation make_group(const Wish& wish) {
  const city::UnitNo owner = wish.chance(75) ? district : wish.seen.organisation.root();
  return of_units("group", who_groups(wish, owner),
                  organisation::MakeGroup{owner, draft_of_group(wish, owner)});
}

Operation wish_of_groups(const Wish& wish) {
  const organisation::State& units = wish.seen.organisation;
  if (units.groups() == 0 || wish.chance(25)) return make_group(wish);
  const auto found = units.find(wish.some<city::GroupNo>(units.groups()));
  if (!found) return make_group(wish);
  const organisation::Group& one = **found;
  std::string actor = who_groups(wish, one.owner);
  const std::uint32_t seen = one.version() - (wish.chance(5) ? 1 : 0);
  if (wish.chance(20)) {
    organisation::EndGroup command{one.no, seen, ""};
    if (wish.chance(95)) command.reason = wish.text("Hết việc");
    return of_units("end of a group", std::move(actor), command);
  }
  organisation::ChangeGroup command{one.no, seen, draft_of_group(wish, one.owner)};
  if (wish.chance(50)) command.draft.name = one.current().name;
  return of_units("change of a group", std::move(actor), command);
}

}  // namespace

city::GroupNo some_group(const Wish& wish) {
  const auto groups = wish.seen.organisation.groups_for(district);
  return groups.empty() ? city::GroupNo{} : groups[wish.one_of(groups.size())];
}

Operation wish_of_units(const Wish& wish) {
  const std::size_t what = wish.one_of(20);
  if (what < 9) return stop_or_go_on(wish);
  if (what < 13 || !some_group(wish)) return wish_of_groups(wish);
  return what < 19 ? wish_of_group_tasks(wish) : wish_of_amendments(wish);
}

}  // namespace lantoa::sim
