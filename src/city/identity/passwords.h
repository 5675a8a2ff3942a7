// Passwords: checks and makes password hashes, one at a time, because each takes 64 MiB and 0.1 s.
// A few wait; more are asked to come back, so that pages go on being served. Runs on a worker's
// thread.
#pragma once

#include <mutex>
#include <optional>
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

  // Whether `current` is the password of this account, which is asked for again before what a
  // session left open must not be enough for. Invalid and TooOften: "current".
  Result<void> confirm(AccountNo account, std::string_view current);

  // One for first use, set by somebody else.
  Result<ResetPassword> reset(AccountNo account, std::string_view password);

  // The owner's own, in place of the one in use, which `current` must be; without it, the one in
  // use was set by somebody else and has just been signed in with. Invalid: "current", "password".
  Result<ChangePassword> change(AccountNo account, std::optional<std::string_view> current,
                                std::string_view fresh);

 private:
  Result<AccountRecord> record_of(AccountNo account) const;
  Result<void> check_current(const AccountRecord& record, std::string_view current);

  ledger::Vault& vault_;
  Clock& clock_;
  std::counting_semaphore<passwords_at_once_max> places_{passwords_at_once_max};
  std::mutex mutex_;
  Attempts attempts_;
  std::string decoy_;  // the hash that an unknown login is checked against
};

}  // namespace lantoa::city::identity
