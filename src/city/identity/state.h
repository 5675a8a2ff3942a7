// People, accounts and roles in memory, by dense number. No names: those are read from the vault
// for the page that shows them (App::name_of).
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "city/actor.h"
#include "city/identity/facts.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::identity {

struct Person {
  PersonNo no;
  UnitNo home;
  bool key_official = false;
  bool has_mail = false;
  bool active = true;     // false once left
  bool has_link = false;  // a personal link is out
  AccountNo link_by;      // who issued it and may print it; none when a courier did
};

struct Proposal {
  Grant grant;
  PersonNo by;  // who may not confirm it; none when the system proposed
};

struct Account {
  AccountNo no;
  PersonNo person;
  bool open = true;
  bool must_choose = false;  // its password is somebody else's; no role counts until it is changed
  PersonNo set_by;           // who set that password last; he confirms no role of this account
  // Of the last fact that ended its sessions: another password, a role lost, closed.
  std::uint64_t sessions_from = 0;
  Instant chosen;  // when the owner chose his own; 1970 when he never had to
  std::vector<Grant> grants;
  std::vector<Proposal> proposed;
};

constexpr std::int32_t token_idle_days = 90;  // then a token looks forgotten

struct Token {
  TokenNo no;
  AccountNo account;
  std::vector<Scope> scopes;
  Date until;  // the last day
  std::uint64_t seq = 0;
  Date issued;
  std::optional<Date> used;  // the last day a program came by it; none: no one did yet
  bool ended = false;        // and its name is erased
  bool revoked = false;      // ended while it was good

  bool is_idle(Date today) const { return today - used.value_or(issued) >= token_idle_days; }
};

// The number in a name like "account/3" when it begins with `kind` ("account/").
std::optional<std::uint32_t> number_in(std::string_view name, std::string_view kind);

class State {
 public:
  void fold(const PersonRegistered& fact);
  void fold(const PersonsRegistered& fact);
  void fold(const PersonMoved& fact);
  void fold(const PersonLeft& fact);
  void fold(const AccountOpened& fact);
  void fold(const PasswordSet& fact, const ledger::Stamp& stamp);
  void fold(const PasswordChanged& fact, const ledger::Stamp& stamp);
  void fold(const AccountClosed& fact, const ledger::Stamp& stamp);
  void fold(const RoleProposed& fact, const ledger::Stamp& stamp);
  void fold(const RoleGranted& fact);
  void fold(const RoleWithdrawn& fact, const ledger::Stamp& stamp);
  void fold(const LinkIssued& fact, const ledger::Stamp& stamp);
  void fold(const TokenIssued& fact, const ledger::Stamp& stamp);
  void fold(const TokenUsed& fact);
  void fold(const TokenEnded& fact, const ledger::Stamp& stamp);

  std::uint32_t persons() const { return static_cast<std::uint32_t>(persons_.size()); }
  bool has(PersonNo no) const { return no && no.index() < persons_.size(); }
  const Person& person(PersonNo no) const;        // needs has(no)
  Result<const Person*> find(PersonNo no) const;  // NotFound otherwise
  // Those whose home is exactly this unit and who have not left, ascending.
  const std::vector<PersonNo>& at(UnitNo unit) const;

  std::uint32_t accounts() const { return static_cast<std::uint32_t>(accounts_.size()); }
  bool has(AccountNo no) const { return no && no.index() < accounts_.size(); }
  const Account& account(AccountNo no) const;       // needs has(no)
  Result<const Account*> find(AccountNo no) const;  // NotFound otherwise
  AccountNo account_of(PersonNo person) const;      // the open one; none otherwise

  std::uint32_t tokens() const { return static_cast<std::uint32_t>(tokens_.size()); }
  bool has(TokenNo no) const { return no && no.index() < tokens_.size(); }
  const Token& token(TokenNo no) const;                            // needs has(no)
  Result<const Token*> find(TokenNo no) const;                     // NotFound otherwise
  const std::vector<TokenNo>& tokens_of(AccountNo account) const;  // ascending
  // What ends the sessions of its account ends a token as well.
  bool is_good(const Token& token, Date today) const;

  // Who issued the personal link that was good when the fact of this seq was written; none when it
  // was the system.
  PersonNo link_issuer(PersonNo person, std::uint64_t seq) const;

  // The position at which sessions of "account/3" or "person/1044" must have begun to be good,
  // later or just there: something ended those of before. 0: nothing did yet. Rights end at once
  // anyway: they are looked up at every request.
  std::uint64_t sessions_from(std::string_view name) const;

  // Who "account/3", "person/1044" or "courier/mail" is now. Forbidden when the account is closed
  // or the person has left; NotFound for anything else.
  Result<Actor> actor(std::string_view name) const;

 private:
  struct LinkIssue {
    std::uint64_t seq = 0;
    PersonNo by;
  };
  PersonNo person_of(std::string_view actor) const;  // of "account/3"; none for others

  std::vector<Person> persons_;
  std::vector<Account> accounts_;
  std::vector<Token> tokens_;
  std::unordered_map<UnitNo, std::vector<PersonNo>> at_;
  std::unordered_map<PersonNo, AccountNo> account_of_;
  std::unordered_map<AccountNo, std::vector<TokenNo>> tokens_of_;
  // Of those who ever got a link from an officer's hand; ascending by seq.
  std::unordered_map<PersonNo, std::vector<LinkIssue>> links_;
};

}  // namespace lantoa::city::identity
