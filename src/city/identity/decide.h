// Rules of people, accounts, roles and personal links. Everything asks ManageAccounts over the unit
// concerned; of the system actors only "courier/setup" may stand in for an administrator, and only
// where no second person is demanded.
#pragma once

#include <string>
#include <vector>

#include "city/faults.h"
#include "city/identity/state.h"
#include "city/organisation/state.h"
#include "platform/ledger/engine.h"
#include "platform/sheet/table.h"

namespace lantoa::city::identity {

constexpr std::size_t name_bytes_max = 200;
constexpr std::size_t link_token_bytes = 24;      // random, then base64url
constexpr std::size_t token_characters_min = 22;  // 128 bits
constexpr std::size_t token_name_characters_max = 100;
constexpr std::int32_t token_days_max = 366;
constexpr std::size_t good_tokens_max = 20;  // of one account

// The first accounts of an empty ledger and those of the demo are made by this actor.
constexpr std::string_view setup_actor = "courier/setup";

struct RegisterPersons {
  struct Row {
    std::uint32_t line = 0;  // in the file
    std::string name;
    std::string unit;       // code
    std::string mail;       // empty: none
    std::string key;        // "x": key official; empty: not
    PersonNo already = {};  // who is registered with this mail or name there, as the vault says
  };
  std::vector<Row> rows;
  Date on;
};

// Columns name, unit and perhaps mail and key. Invalid when a column is missing.
Result<RegisterPersons> read_persons(const sheet::Table& table, Date on);

struct MovePerson {
  PersonNo person;
  UnitNo unit;
  Date on;
};

// All whose home is this very unit, together: before it is closed.
struct MoveEverybody {
  UnitNo from;
  UnitNo unit;
  Date on;
};

struct LeavePerson {
  PersonNo person;
  Date on;
};

struct OpenAccount {
  PersonNo person;
  std::string login;
  std::string password_hash;  // see credentials.h
  bool first_use = true;      // whoever opens it knows the password; false: setup_actor only
};

// The owner lost his password: somebody sets one for first use, and every role waits for a second
// person again.
struct ResetPassword {
  AccountNo account;
  std::string login;
  std::string password_hash;
};

// The owner's own act.
struct ChangePassword {
  AccountNo account;
  std::string login;
  std::string password_hash;
  bool first_use = false;  // the password it replaces was set by somebody else
};

struct CloseAccount {
  AccountNo account;
};

struct ProposeRole {
  AccountNo account;
  Grant grant;
};

struct ConfirmRole {
  AccountNo account;
  Grant grant;
};

struct WithdrawRole {
  AccountNo account;
  Grant grant;
};

// Without a second person: for setup_actor only.
struct GrantRole {
  AccountNo account;
  Grant grant;
};

struct IssueLinks {
  struct Link {
    PersonNo person;
    std::string token;  // fresh random, base64url
  };
  std::vector<Link> links;
};

// The owner's own act. Faults name the fields "ten", "pham-vi" and "han".
struct IssueToken {
  AccountNo account;
  std::string name;
  std::vector<Scope> scopes;
  std::optional<Date> until;  // the last day; none: what was typed is no date
  std::string secret;         // fresh random, base64url
  // Position of the ledger when the owner was asked for his password.
  std::uint64_t asked_at = UINT64_MAX;
};
// What is wrong with what was typed.
Faults faults_of(const IssueToken& command, Date today);

// A program came by it.
struct UseToken {
  TokenNo token;
};

struct EndToken {
  TokenNo token;
};

// ManageAccounts over the unit; of the system actors, setup_actor only.
Result<void> require_manager(const organisation::State& organisation, const Actor& actor,
                             UnitNo unit);

// Invalid at "don-vi" where the unit is closed: nobody comes to it, and no role is given over it.
Result<void> require_open_home(const organisation::State& organisation, UnitNo unit);

// Why this actor is not the second person for this proposal: no right, his own proposal, his own
// role, a password of the account's that he set, or one that its owner has yet to replace.
Result<void> may_confirm(const organisation::State& organisation, const Account& account,
                         const Proposal& proposal, const Actor& actor);

// Why this actor may not set this account's password: no right over its owner's unit or over that
// of one of its roles, which the reset puts back; his own account; a closed one. Asked before the
// password is hashed as well.
Result<void> may_reset(const State& state, const organisation::State& organisation,
                       const Account& account, const Actor& actor);

// Invalid with one detail a bad row (field = column); either every row becomes a person or none.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const RegisterPersons& command, const Envelope& envelope);
// A role that covered the old home but not the new one ends.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const MovePerson& command, const Envelope& envelope);
// The same of each of them; the fault names the field "don-vi".
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const MoveEverybody& command, const Envelope& envelope);
// Closes the account and erases the link; the name stays, because receipts refer to it.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const LeavePerson& command, const Envelope& envelope);
// One open account a person. A login in use fails at the vault's blind index (Conflict).
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const OpenAccount& command, const Envelope& envelope);
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ResetPassword& command, const Envelope& envelope);
// Conflict when the password was replaced since `first_use` was looked up.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ChangePassword& command, const Envelope& envelope);
// Erases login and password; the login is free again.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const CloseAccount& command, const Envelope& envelope);
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ProposeRole& command, const Envelope& envelope);
// To whom may_confirm() has no objection.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ConfirmRole& command, const Envelope& envelope);
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const WithdrawRole& command, const Envelope& envelope);
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const GrantRole& command, const Envelope& envelope);
// Couriers may issue links too: the one that mails them.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const IssueLinks& command, const Envelope& envelope);
// Conflict when the account has good_tokens_max already, or something ended its sessions after the
// password was asked for.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const IssueToken& command, const Envelope& envelope);
// By its account. Nothing where the day stands there already, or the token has ended meanwhile.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const UseToken& command, const Envelope& envelope);
// By its owner or who manages his unit. Erases the name, also of one that is no longer good.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const EndToken& command, const Envelope& envelope);

// The account's page, which says what was done: "luu", "thu-hoi".
std::string account_after(AccountNo account, std::string_view done);

}  // namespace lantoa::city::identity
