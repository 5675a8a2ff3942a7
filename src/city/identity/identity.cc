#include "city/identity/identity.h"

namespace lantoa::city::identity {
namespace {

std::string name_from(ledger::Vault& vault, PersonNo person, Language language) {
  const auto text = vault.open(subject("person", person));
  if (text && *text) {
    if (auto record = decode<PersonRecord>(**text)) return std::move(record->name);
  }
  const std::string number = std::to_string(person.value);
  return language == Language::English ? "officer no. " + number : "cán bộ số " + number;
}

}  // namespace

void install(App& app, State& state, Needs needs) {
  hear<PersonRegistered, PersonsRegistered, PersonMoved, PersonLeft, AccountOpened, PasswordSet,
       PasswordChanged, AccountClosed, RoleProposed, RoleGranted, RoleWithdrawn, LinkIssued>(app,
                                                                                             state);
  app.find_actor = [&state](std::string_view name) { return state.actor(name); };
  app.sessions_from = [&state](std::string_view name) { return state.sessions_from(name); };
  app.name_of = [&vault = app.vault](PersonNo person, Language language) {
    return name_from(vault, person, language);
  };
  app.navigation.push_back(
      {{"Người và tài khoản", "People and accounts"}, "/nguoi", Right::ManageAccounts});
  const auto passwords = std::make_shared<Passwords>(app.vault, needs.clock);
  install_doors(app, state, needs, passwords);
  install_pages(app, state, needs);
  install_actions(app, state, needs, passwords);
  install_own_password(app, state, needs, passwords);
  install_import(app, state, needs);
}

}  // namespace lantoa::city::identity
