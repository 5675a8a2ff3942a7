#include "city/actor.h"

#include <algorithm>

namespace lantoa::city {

Actor Actor::system(std::string_view part) {
  Actor actor;
  actor.kind = Kind::System;
  actor.name = "courier/" + std::string(part);
  return actor;
}

bool Actor::may_somewhere(Right right) const {
  if (right == Right::Public || is_system()) return true;
  if (right == Right::StaffSelf) return static_cast<bool>(person);
  return kind == Kind::Account && std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
           return has(grant.role, right);
         });
}

Problem not_allowed(Right right) {
  const std::string needed(name(right));
  return {Code::Forbidden,
          {"Tài khoản này không có quyền làm việc này ở đơn vị đã chọn (cần quyền " + needed +
               "). Hãy nhờ người quản trị của đơn vị cấp quyền.",
           "This account may not do that for this unit (needs " + needed +
               "). Ask your unit's administrator."},
          {},
          {}};
}

}  // namespace lantoa::city
