// Mails to units' mailboxes, some of which come back (City::bring_back): units are urged, their
// mailboxes changed, taken away, or found to be right.
#include "city/organisation/mailbox.h"
#include "city/oversight/returned.h"
#include "sim/wishes.h"

namespace lantoa::sim {
namespace {

namespace organisation = city::organisation;
namespace oversight = city::oversight;

std::string who_keeps_mailboxes(const Wish& wish) {
  return wish.officer(city::Role::Administrator, "oc");
}

// Another one, sometimes none; some are no address, or were changed meanwhile.
Operation set_mailbox(const Wish& wish, city::UnitNo unit) {
  organisation::SetMailbox command;
  command.unit = unit;
  command.seen = wish.chance(95) ? wish.seen.organisation.unit(unit).mailbox : "cu@mau.example";
  command.mailbox = "moi-" + std::to_string(wish.number) + "@mau.example";
  if (wish.chance(10)) command.mailbox = wish.chance(50) ? "" : "không phải địa chỉ";
  return operation_of("mailbox", who_keeps_mailboxes(wish), known_units, command);
}

Operation check_address(const Wish& wish, const oversight::ReturningMailbox& one) {
  const std::uint32_t seen = one.came_back + (wish.chance(5) ? 1 : 0);
  return operation_of("address checked", who_keeps_mailboxes(wish), known_oversight,
                      oversight::CheckAddress{one.unit, seen});
}

Operation urge_somebody(const Wish& wish) {
  const auto no =
      wish.chance(40) ? late_soon : wish.some<city::AssignmentNo>(wish.seen.plan.assignments());
  return operation_of("urging by mail", wish.officer(city::Role::Planner, "oc"), known_oversight,
                      oversight::Urge{no});
}

std::optional<oversight::ReturningMailbox> some_returning(const Wish& wish) {
  for (const city::UnitNo unit : wish.seen.oversight.with_returns()) {
    auto one = oversight::returning_mailbox(wish.seen.oversight, wish.seen.organisation, unit);
    if (one) return one;
  }
  return std::nullopt;
}

}  // namespace

Operation wish_of_mailboxes(const Wish& wish) {
  if (const auto one = some_returning(wish); one && wish.chance(60)) {
    return wish.chance(60) ? check_address(wish, *one) : set_mailbox(wish, one->unit);
  }
  const std::size_t what = wish.one_of(16);
  if (what < 8) return urge_somebody(wish);
  if (what < 11) return set_mailbox(wish, wish.chance(50) ? district : ward);
  return wish_of_oversight(wish);
}

}  // namespace lantoa::sim
