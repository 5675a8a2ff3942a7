// Passwords: checks and makes password hashes, one at a time, because each takes 64 MiB and 0.1 s.
// A few wait; more are asked to come back, so that pages go on being served. Runs on a worker's
// thread.
#pragma once

#include <mutex>
#include <semaphore>
#include <string>
#include <string_view>

#include "city/identity/attempts.h"
#include "city/identity/credentials.h"
#include "platform/ledger/vault.h"

namespace lantoa::city::identity {

constexpr std::ptrdiff_t passwords_at_once_max = 3;  // one is worked on, the others wait

class Passwords {
 public:
  Passwords(ledger::Vault& vault, Clock& clock) : vault_(vault), clock_(clock) {}

  // Whose login and password these are. Invalid says the same, after the same work, for a wrong
  // password and for a login that nobody has; TooOften: see Attempts; Unavailable: too many at
  // once.
  Result<AccountNo> check(std::string_view login, std::string_view password);

  // prepare_account, refusing a login in use.
  Result<OpenAccount> prepare(PersonNo person, std::string_view login, std::string_view password);

 private:
  ledger::Vault& vault_;
  Clock& clock_;
  std::counting_semaphore<passwords_at_once_max> places_{passwords_at_once_max};
  std::mutex mutex_;
  Attempts attempts_;
  std::string decoy_;  // the hash that an unknown login is checked against
};

}  // namespace lantoa::city::identity
