#include "city/identity/state.h"

#include <algorithm>
#include <charconv>

#include "kernel/assert.h"

namespace lantoa::city::identity {
namespace {

void put(std::vector<PersonNo>& list, PersonNo person) {
  const auto place = std::lower_bound(list.begin(), list.end(), person);
  if (place == list.end() || *place != person) list.insert(place, person);
}

void take(std::vector<PersonNo>& list, PersonNo person) {
  const auto place = std::lower_bound(list.begin(), list.end(), person);
  if (place != list.end() && *place == person) list.erase(place);
}

void drop_proposal(Account& account, const Grant& grant) {
  std::erase_if(account.proposed, [&](const Proposal& one) { return one.grant == grant; });
}

}  // namespace

std::optional<std::uint32_t> number_in(std::string_view name, std::string_view kind) {
  if (!name.starts_with(kind)) return std::nullopt;
  name.remove_prefix(kind.size());
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return value;
}

void State::fold(const PersonRegistered& fact) {
  ASSERT(fact.person.index() == persons_.size());
  persons_.push_back({.no = fact.person,
                      .home = fact.unit,
                      .key_official = fact.key_official,
                      .has_mail = fact.has_mail});
  put(at_[fact.unit], fact.person);
}

void State::fold(const PersonsRegistered& fact) {
  ASSERT(fact.first.index() == persons_.size());
  std::vector<PersonNo>& at = at_[fact.unit];
  for (std::uint32_t i = 0; i < fact.count; ++i) {
    const PersonNo person{fact.first.value + i};
    persons_.push_back({.no = person, .home = fact.unit, .has_mail = true});
    at.push_back(person);  // the newest numbers are the highest
  }
  for (const std::uint32_t no : fact.key_officials.numbers) {
    persons_.at(PersonNo{no}.index()).key_official = true;
  }
  for (const std::uint32_t no : fact.without_mail.numbers) {
    persons_.at(PersonNo{no}.index()).has_mail = false;
  }
}

void State::fold(const PersonMoved& fact) {
  Person& person = persons_.at(fact.person.index());
  if (person.active) {
    take(at_[person.home], person.no);
    put(at_[fact.unit], person.no);
  }
  person.home = fact.unit;
}

void State::fold(const PersonLeft& fact) {
  Person& person = persons_.at(fact.person.index());
  take(at_[person.home], person.no);
  person.active = false;
  person.has_link = false;
}

void State::fold(const AccountOpened& fact) {
  ASSERT(fact.account.index() == accounts_.size());
  accounts_.push_back({.no = fact.account, .person = fact.person});
  account_of_[fact.person] = fact.account;
}

void State::fold(const PasswordSet& fact, const ledger::Stamp& stamp) {
  Account& account = accounts_.at(fact.account.index());
  account.must_choose = true;
  account.sessions_from = stamp.seq;
  account.set_by = person_of(stamp.actor);
}

void State::fold(const PasswordChanged& fact, const ledger::Stamp& stamp) {
  Account& account = accounts_.at(fact.account.index());
  account.must_choose = false;
  account.sessions_from = stamp.seq;
  account.chosen = stamp.at;
}

void State::fold(const AccountClosed& fact, const ledger::Stamp& stamp) {
  Account& account = accounts_.at(fact.account.index());
  account.sessions_from = stamp.seq;
  account.open = false;
  account.grants.clear();
  account.proposed.clear();
  if (account_of(account.person) == fact.account) account_of_.erase(account.person);
}

void State::fold(const RoleProposed& fact, const ledger::Stamp& stamp) {
  Account& account = accounts_.at(fact.account.index());
  const Grant grant{fact.role, fact.unit};
  drop_proposal(account, grant);
  account.proposed.push_back({grant, person_of(stamp.actor)});
}

void State::fold(const RoleGranted& fact) {
  Account& account = accounts_.at(fact.account.index());
  const Grant grant{fact.role, fact.unit};
  drop_proposal(account, grant);
  const auto known = std::find(account.grants.begin(), account.grants.end(), grant);
  if (known == account.grants.end()) account.grants.push_back(grant);
}

void State::fold(const RoleWithdrawn& fact, const ledger::Stamp& stamp) {
  Account& account = accounts_.at(fact.account.index());
  account.sessions_from = stamp.seq;
  const Grant grant{fact.role, fact.unit};
  drop_proposal(account, grant);
  std::erase(account.grants, grant);
}

void State::fold(const LinkIssued& fact, const ledger::Stamp& stamp) {
  Person& person = persons_.at(fact.person.index());
  person.has_link = true;
  person.link_by = AccountNo{number_in(stamp.actor, "account/").value_or(0)};
  const PersonNo by = person_of(stamp.actor);
  if (by || links_.contains(fact.person)) links_[fact.person].push_back({stamp.seq, by});
}

void State::fold(const TokenIssued& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.token.index() == tokens_.size());
  tokens_.push_back({.no = fact.token,
                     .account = fact.account,
                     .scopes = fact.scopes,
                     .until = fact.until,
                     .seq = stamp.seq,
                     .issued = vietnam_date(stamp.at)});
  tokens_of_[fact.account].push_back(fact.token);
}

void State::fold(const TokenUsed& fact) { tokens_.at(fact.token.index()).used = fact.on; }

void State::fold(const TokenEnded& fact, const ledger::Stamp& stamp) {
  Token& token = tokens_.at(fact.token.index());
  token.revoked = is_good(token, vietnam_date(stamp.at));
  token.ended = true;
}

PersonNo State::person_of(std::string_view actor) const {
  const AccountNo account{number_in(actor, "account/").value_or(0)};
  return has(account) ? accounts_[account.index()].person : PersonNo{};
}

PersonNo State::link_issuer(PersonNo person, std::uint64_t seq) const {
  PersonNo by;
  const auto found = links_.find(person);
  if (found == links_.end()) return by;
  for (const LinkIssue& issue : found->second) {
    if (issue.seq < seq) by = issue.by;
  }
  return by;
}

std::uint64_t State::sessions_from(std::string_view name) const {
  if (const AccountNo account{number_in(name, "account/").value_or(0)}; has(account)) {
    return accounts_[account.index()].sessions_from;
  }
  // A new link from an officer's hand ends what the one before it opened. A courier issues them by
  // the thousand, to people who have none yet.
  const auto found = links_.find(PersonNo{number_in(name, "person/").value_or(0)});
  if (found == links_.end()) return 0;
  const auto by_hand =
      std::find_if(found->second.rbegin(), found->second.rend(),
                   [](const LinkIssue& issue) { return static_cast<bool>(issue.by); });
  return by_hand == found->second.rend() ? 0 : by_hand->seq;
}

const Person& State::person(PersonNo no) const {
  ASSERT(has(no));
  return persons_[no.index()];
}

Result<const Person*> State::find(PersonNo no) const {
  if (has(no)) return &persons_[no.index()];
  return problem(Code::NotFound, {"Không có người này trong danh sách.",
                                  "There is no such person in the register."});
}

const std::vector<PersonNo>& State::at(UnitNo unit) const {
  static const std::vector<PersonNo> nobody;
  const auto found = at_.find(unit);
  return found == at_.end() ? nobody : found->second;
}

const Account& State::account(AccountNo no) const {
  ASSERT(has(no));
  return accounts_[no.index()];
}

Result<const Account*> State::find(AccountNo no) const {
  if (has(no)) return &accounts_[no.index()];
  return problem(Code::NotFound, {"Không có tài khoản này.", "There is no such account."});
}

AccountNo State::account_of(PersonNo person) const {
  const auto found = account_of_.find(person);
  return found == account_of_.end() ? AccountNo{} : found->second;
}

const Token& State::token(TokenNo no) const {
  ASSERT(has(no));
  return tokens_[no.index()];
}

Result<const Token*> State::find(TokenNo no) const {
  if (has(no)) return &tokens_[no.index()];
  return problem(Code::NotFound, {"Không có mã truy cập này.", "There is no such access token."});
}

const std::vector<TokenNo>& State::tokens_of(AccountNo account) const {
  static const std::vector<TokenNo> none;
  const auto found = tokens_of_.find(account);
  return found == tokens_of_.end() ? none : found->second;
}

bool State::is_good(const Token& token, Date today) const {
  const Account& account = accounts_.at(token.account.index());
  return !token.ended && today <= token.until && account.open && !account.must_choose &&
         token.seq >= account.sessions_from;
}

Result<Actor> State::actor(std::string_view name) const {
  constexpr std::string_view courier = "courier/";
  if (name.starts_with(courier)) return Actor::system(name.substr(courier.size()));
  if (name == anybody_name) return Actor::anybody();
  Actor actor;
  actor.name = name;
  if (const auto number = number_in(name, "account/")) {
    TRY_ASSIGN(const Account* account, find(AccountNo{*number}));
    if (!account->open) {
      return problem(Code::Forbidden,
                     {"Tài khoản này đã đóng. Hãy liên hệ người quản trị của đơn vị.",
                      "This account is closed. Contact your unit's administrator."});
    }
    actor.kind = Actor::Kind::Account;
    actor.account = account->no;
    actor.person = account->person;
    actor.must_choose_password = account->must_choose;
    if (!account->must_choose) actor.grants = account->grants;
  } else if (const auto person = number_in(name, "person/")) {
    actor.kind = Actor::Kind::Person;
    actor.person = PersonNo{*person};
  }
  TRY_ASSIGN(const Person* person, find(actor.person));
  if (!person->active) {
    return problem(Code::Forbidden,
                   {"Người này đã rời cơ quan nên không còn dùng được hệ thống. Nếu có nhầm lẫn, "
                    "hãy liên hệ văn thư của đơn vị.",
                    "This person has left, so the system is closed to them. If that is a mistake, "
                    "contact the unit's clerk."});
  }
  actor.home = person->home;
  return actor;
}

}  // namespace lantoa::city::identity
