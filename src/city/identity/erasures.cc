#include "city/identity/erasures.h"

#include "city/waiting_file.h"

namespace lantoa::city::identity {

std::vector<std::string> erased_by(const AccountClosed& fact) {
  return {subject("account", fact.account), subject(waiting_people, fact.account),
          subject(waiting_activities, fact.account), subject(waiting_tasks, fact.account),
          subject(waiting_units, fact.account)};
}

std::vector<std::string> erased_by(const PersonLeft& fact) {
  return {subject("link", fact.person)};
}

std::vector<std::string> erased_by(const TokenEnded& fact) { return {token_id(fact.token)}; }

Result<std::vector<std::string>> erased_by(std::string_view kind, std::string_view body) {
  if (kind == AccountClosed::kind) {
    TRY_ASSIGN(const auto fact, decode<AccountClosed>(body));
    return erased_by(fact);
  }
  if (kind == PersonLeft::kind) {
    TRY_ASSIGN(const auto fact, decode<PersonLeft>(body));
    return erased_by(fact);
  }
  if (kind == TokenEnded::kind) {
    TRY_ASSIGN(const auto fact, decode<TokenEnded>(body));
    return erased_by(fact);
  }
  return std::vector<std::string>{};
}

}  // namespace lantoa::city::identity
