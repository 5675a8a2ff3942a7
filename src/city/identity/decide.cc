#include "city/identity/decide.h"

#include <set>

#include "city/identity/credentials.h"
#include "city/identity/erasures.h"
#include "kernel/assert.h"

namespace lantoa::city::identity {
namespace {

std::string person_page(PersonNo person, std::string_view done) {
  return "/nguoi/" + std::to_string(person.value) + "?xong=" + std::string(done);
}

Result<const Person*> active_person(const State& state, PersonNo no) {
  TRY_ASSIGN(const Person* person, state.find(no));
  if (person->active) return person;
  return problem(Code::Conflict,
                 {"Người này đã rời cơ quan; không thay đổi được nữa. Nếu quay lại, hãy nhập như "
                  "người mới.",
                  "This person has left and cannot be changed any more. Someone who comes back is "
                  "registered anew."});
}

// Erases what the fact says, and nothing else is ever erased.
template <class Fact>
void add_erasing(ledger::Decision& decision, std::string about, const Fact& fact) {
  decision.add(std::move(about), fact);
  for (std::string& id : erased_by(fact)) decision.erasures.push_back(std::move(id));
}

// With its access tokens, whose names go as its login does.
void close_account(ledger::Decision& decision, const State& state, AccountNo account) {
  const std::string about = subject("account", account);
  for (const TokenNo token : state.tokens_of(account)) {
    if (!state.token(token).ended) add_erasing(decision, about, TokenEnded{token});
  }
  add_erasing(decision, about, AccountClosed{account});
}

void add_move(ledger::Decision& decision, const State& state,
              const organisation::State& organisation, const Person& person, UnitNo unit, Date on) {
  decision.add(subject("person", person.no), PersonMoved{person.no, unit, on});
  const AccountNo no = state.account_of(person.no);
  if (!no) return;
  const auto withdraw = [&](const Grant& grant) {
    const bool ends = organisation.is_within(person.home, grant.unit) &&
                      !organisation.is_within(unit, grant.unit);
    if (!ends) return;
    decision.add(subject("account", no), RoleWithdrawn{no, grant.role, grant.unit});
  };
  const Account& account = state.account(no);
  for (const Grant& grant : account.grants) withdraw(grant);
  for (const Proposal& proposal : account.proposed) withdraw(proposal.grant);
}

// Both ends of a move.
Result<void> check_move(const organisation::State& organisation, const Actor& actor, UnitNo from,
                        UnitNo to, Text already) {
  TRY(organisation.find(to));
  TRY(require_manager(organisation, actor, from));
  TRY(require_manager(organisation, actor, to));
  if (from == to) return problem(Code::Conflict, std::move(already), "don-vi");
  return require_open_home(organisation, to);
}

}  // namespace

Result<void> require_open_home(const organisation::State& organisation, UnitNo unit) {
  return organisation.require_open(
      unit, "don-vi", {"Hãy chọn đơn vị đang hoạt động.", "Choose a unit that is open."});
}

Result<void> require_manager(const organisation::State& organisation, const Actor& actor,
                             UnitNo unit) {
  if (actor.is_system() && actor.name != setup_actor) {
    return tl::unexpected(not_allowed(Right::ManageAccounts));
  }
  return organisation.require(actor, Right::ManageAccounts, unit);
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const MovePerson& command, const Envelope& envelope) {
  TRY_ASSIGN(const Person* person, active_person(state, command.person));
  TRY(check_move(organisation, envelope.actor, person->home, command.unit,
                 {"Người này đang ở chính đơn vị đó.", "This person is at that unit already."}));
  ledger::Decision decision;
  add_move(decision, state, organisation, *person, command.unit, command.on);
  decision.answer = person_page(person->no, "luu");
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const MoveEverybody& command, const Envelope& envelope) {
  TRY(organisation.find(command.from));
  TRY(check_move(organisation, envelope.actor, command.from, command.unit,
                 {"Họ đang ở chính đơn vị đó.", "They are at that unit already."}));
  const std::vector<PersonNo>& persons = state.at(command.from);
  if (persons.empty()) {
    return problem(Code::Conflict, {"Không còn ai ở chính đơn vị này để chuyển.",
                                    "Nobody is at this very unit any more."});
  }
  ledger::Decision decision;
  for (const PersonNo person : persons) {
    add_move(decision, state, organisation, state.person(person), command.unit, command.on);
  }
  decision.answer = "/nguoi?don-vi=" + std::to_string(command.unit.value) + "&xong=chuyen-het";
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const LeavePerson& command, const Envelope& envelope) {
  TRY_ASSIGN(const Person* person, active_person(state, command.person));
  TRY(require_manager(organisation, envelope.actor, person->home));
  ledger::Decision decision;
  add_erasing(decision, subject("person", person->no), PersonLeft{person->no, command.on});
  if (const AccountNo account = state.account_of(person->no)) {
    close_account(decision, state, account);
  }
  decision.answer = person_page(person->no, "luu");
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const OpenAccount& command, const Envelope& envelope) {
  TRY_ASSIGN(const Person* person, active_person(state, command.person));
  TRY(require_manager(organisation, envelope.actor, person->home));
  if (const AccountNo open = state.account_of(person->no)) {
    const std::string number = std::to_string(open.value);
    return problem(Code::Conflict,
                   {"Người này đã có tài khoản số " + number + ".",
                    "This person has account no. " + number + " already."},
                   "login");
  }
  const AccountNo account{state.accounts() + 1};
  ledger::Decision decision;
  decision.add(subject("account", account), AccountOpened{account, person->no});
  if (command.first_use || envelope.actor.name != setup_actor) {
    decision.add(subject("account", account), PasswordSet{account});
  }
  decision.secrets.push_back({subject("account", account),
                              encode(AccountRecord{command.login, command.password_hash}),
                              login_index(command.login)});
  decision.answer = "/tai-khoan/" + std::to_string(account.value) + "?xong=luu";
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const CloseAccount& command, const Envelope& envelope) {
  TRY_ASSIGN(const Account* account, state.find(command.account));
  TRY(require_manager(organisation, envelope.actor, state.person(account->person).home));
  if (!account->open) {
    return problem(Code::Conflict,
                   {"Tài khoản này đã đóng rồi.", "This account is closed already."});
  }
  ledger::Decision decision;
  close_account(decision, state, account->no);
  decision.answer = person_page(account->person, "luu");
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const IssueLinks& command, const Envelope& envelope) {
  if (command.links.empty()) {
    return problem(Code::Invalid, {"Chưa chọn người nào.", "Nobody was chosen."});
  }
  ledger::Decision decision;
  std::set<PersonNo> persons;
  for (const IssueLinks::Link& link : command.links) {
    TRY_ASSIGN(const Person* person, active_person(state, link.person));
    if (!envelope.actor.is_system()) {
      TRY(require_manager(organisation, envelope.actor, person->home));
    }
    ASSERT(is_secret(link.token));  // made by this program, never typed
    if (!persons.insert(person->no).second) continue;
    decision.add(subject("person", person->no), LinkIssued{person->no});
    decision.secrets.push_back({subject("link", person->no), link.token, "link:" + link.token});
  }
  decision.answer = person_page(command.links.front().person, "luu");
  return decision;
}

}  // namespace lantoa::city::identity
