#include "city/person.h"

namespace lantoa::city {

std::optional<PersonNo> person_of(const Actor& actor) {
  return actor.person ? std::optional(actor.person) : std::nullopt;
}

Result<void> require_person(const Actor& actor, const Text& doing) {
  if (actor.person || actor.is_system()) return {};
  return problem(Code::Forbidden, {"Tài khoản này chưa gắn với người nào nên không " + doing.vi +
                                       " được. Hãy nhờ quản trị gắn tài khoản với một người.",
                                   "This account belongs to no person, so it cannot " + doing.en +
                                       ". Ask an administrator to bind it to one."});
}

}  // namespace lantoa::city
