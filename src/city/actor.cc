#include "city/actor.h"

#include <algorithm>

namespace lantoa::city {

Actor Actor::anybody() {
  Actor actor;
  actor.name = anybody_name;
  return actor;
}

Actor Actor::system(std::string_view part) {
  Actor actor;
  actor.kind = Kind::System;
  actor.name = "courier/" + std::string(part);
  return actor;
}

bool Actor::may_somewhere(Right right) const {
  if (right == Right::Public || is_system()) return true;
  if (right == Right::StaffSelf) return static_cast<bool>(person);
  return kind == Kind::Account &&
         std::any_of(grants.begin(), grants.end(),
                     [&](const Grant& grant) { return has(grant.role, right); });
}

Problem not_allowed(Right right) {
  const Text needed = title(right);
  return {Code::Forbidden,
          {"Bạn chưa được giao quyền " + needed.vi +
               " ở đơn vị này. Nếu cần, hãy nhờ người quản trị của đơn vị.",
           "You may not " + needed.en + " here. If you need to, ask your unit's administrator."},
          {},
          {}};
}

}  // namespace lantoa::city
