// What can happen to people, accounts and roles, and what the vault holds about them. Facts carry
// numbers only; names, addresses, logins and password hashes stand in erasable vault rows.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "city/right.h"
#include "city/scope.h"
#include "kernel/fact.h"
#include "kernel/number_set.h"
#include "kernel/time.h"

namespace lantoa::city {

BOOST_DESCRIBE_ENUM(Role, Administrator, Planner, Leader, UnitOfficer, Auditor)
BOOST_DESCRIBE_ENUM(Scope, Read, Plans, Activities, Reports, Ledger)

}  // namespace lantoa::city

namespace lantoa::city::identity {

// A person joins the register, counted at `unit` from `on`.
struct PersonRegistered {
  static constexpr std::string_view kind = "identity.person_registered";
  PersonNo person;
  UnitNo unit;
  bool key_official = false;  // cán bộ chủ chốt
  bool has_mail = false;
  Date on;
};
BOOST_DESCRIBE_STRUCT(PersonRegistered, (), (person, unit, key_official, has_mail, on))

// Persons join the register together, numbered from `first`, all counted at `unit` from `on`: what
// an import writes, one fact a unit.
struct PersonsRegistered {
  static constexpr std::string_view kind = "identity.persons_registered";
  PersonNo first;
  std::uint32_t count = 0;
  UnitNo unit;
  NumberSet key_officials;  // of these persons, by number
  NumberSet without_mail;
  Date on;
};
BOOST_DESCRIBE_STRUCT(PersonsRegistered, (), (first, count, unit, key_officials, without_mail, on))

struct PersonMoved {
  static constexpr std::string_view kind = "identity.person_moved";
  PersonNo person;
  UnitNo unit;  // the new home
  Date on;
};
BOOST_DESCRIBE_STRUCT(PersonMoved, (), (person, unit, on))

// For good: a person who comes back gets a new number.
struct PersonLeft {
  static constexpr std::string_view kind = "identity.person_left";
  PersonNo person;
  Date on;
};
BOOST_DESCRIBE_STRUCT(PersonLeft, (), (person, on))

struct AccountOpened {
  static constexpr std::string_view kind = "identity.account_opened";
  AccountNo account;
  PersonNo person;
};
BOOST_DESCRIBE_STRUCT(AccountOpened, (), (account, person))

// Somebody who is not its owner set the account's password, when it was opened or because the owner
// had lost his. It is good for choosing an own one and for nothing else.
struct PasswordSet {
  static constexpr std::string_view kind = "identity.password_set";
  AccountNo account;
};
BOOST_DESCRIBE_STRUCT(PasswordSet, (), (account))

// The owner chose a password that only he knows.
struct PasswordChanged {
  static constexpr std::string_view kind = "identity.password_changed";
  AccountNo account;
};
BOOST_DESCRIBE_STRUCT(PasswordChanged, (), (account))

struct AccountClosed {
  static constexpr std::string_view kind = "identity.account_closed";
  AccountNo account;
};
BOOST_DESCRIBE_STRUCT(AccountClosed, (), (account))

// A first person asks that the account gets `role` over `unit`; nothing is allowed by it yet.
struct RoleProposed {
  static constexpr std::string_view kind = "identity.role_proposed";
  AccountNo account;
  Role role = Role::Auditor;
  UnitNo unit;
};
BOOST_DESCRIBE_STRUCT(RoleProposed, (), (account, role, unit))

// A second person confirmed it.
struct RoleGranted {
  static constexpr std::string_view kind = "identity.role_granted";
  AccountNo account;
  Role role = Role::Auditor;
  UnitNo unit;
};
BOOST_DESCRIBE_STRUCT(RoleGranted, (), (account, role, unit))

// Ends the role, or the proposal of it.
struct RoleWithdrawn {
  static constexpr std::string_view kind = "identity.role_withdrawn";
  AccountNo account;
  Role role = Role::Auditor;
  UnitNo unit;
};
BOOST_DESCRIBE_STRUCT(RoleWithdrawn, (), (account, role, unit))

// A new personal link; the one before it is dead from now on. Vault row "link/<person>" holds its
// token as plain text and is found by "link:" + token.
struct LinkIssued {
  static constexpr std::string_view kind = "identity.link_issued";
  PersonNo person;
};
BOOST_DESCRIBE_STRUCT(LinkIssued, (), (person))

// The owner lets a program work in his account's name. The secret that it shows is kept nowhere.
struct TokenIssued {
  static constexpr std::string_view kind = "identity.token_issued";
  TokenNo token;
  AccountNo account;
  std::vector<Scope> scopes;
  Date until;  // the last day it is good
};
BOOST_DESCRIBE_STRUCT(TokenIssued, (), (token, account, scopes, until))

// A program came by this token on that day; once a day at most, when it first came.
struct TokenUsed {
  static constexpr std::string_view kind = "identity.token_used";
  TokenNo token;
  Date on;
};
BOOST_DESCRIBE_STRUCT(TokenUsed, (), (token, on))

// It was revoked, or it was no longer good and its name is erased now.
struct TokenEnded {
  static constexpr std::string_view kind = "identity.token_ended";
  TokenNo token;
};
BOOST_DESCRIBE_STRUCT(TokenEnded, (), (token))

// Vault row "person/<n>"; read it with decode<PersonRecord>.
struct PersonRecord {
  std::string name;
  std::string mail;  // empty: none
};
BOOST_DESCRIBE_STRUCT(PersonRecord, (), (name, mail))

// Vault row "account/<n>", found by "login:" + folded login.
struct AccountRecord {
  std::string login;     // as it was typed when the account was opened
  std::string password;  // Argon2id hash
};
BOOST_DESCRIBE_STRUCT(AccountRecord, (), (login, password))

// Vault row "token/<n>", found by "token:" + secret.
struct TokenRecord {
  std::string name;  // as its owner calls it
};
BOOST_DESCRIBE_STRUCT(TokenRecord, (), (name))
inline std::string token_id(TokenNo token) { return subject("token", token); }

}  // namespace lantoa::city::identity
