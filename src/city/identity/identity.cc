#include "city/identity/identity.h"

#include "city/identity/credentials.h"

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

Result<App::TokenHolder> holder_of(const App& app, const State& state,
                                   const calendar::State& calendar, std::string_view secret) {
  // What cannot be one is not looked for.
  std::optional<ledger::Vault::Found> found;
  if (is_secret(secret)) {
    TRY_ASSIGN(found, app.vault.find(token_index(secret)));
  }
  const TokenNo no{found ? number_in(found->id, "token/").value_or(0) : 0};
  return app.engine.read([&]() -> Result<App::TokenHolder> {
    if (state.has(no) && state.is_good(state.token(no), calendar.today())) {
      const Token& token = state.token(no);
      const bool is_noted = token.used && *token.used >= calendar.today();
      return App::TokenHolder{no, subject("account", token.account), token.scopes, is_noted};
    }
    return problem(Code::NotFound,
                   {"Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi. Hãy tạo mã mới ở trang "
                    "Mã truy cập.",
                    "The access token is wrong, expired or revoked. Make a new one on the page "
                    "Access tokens."});
  });
}

}  // namespace

void install(App& app, State& state, Needs needs) {
  hear<PersonRegistered, PersonsRegistered, PersonMoved, PersonLeft, AccountOpened, PasswordSet,
       PasswordChanged, AccountClosed, RoleProposed, RoleGranted, RoleWithdrawn, LinkIssued,
       TokenIssued, TokenUsed, TokenEnded>(app, state);
  app.find_actor = [&state](std::string_view name) { return state.actor(name); };
  app.sessions_from = [&state](std::string_view name) { return state.sessions_from(name); };
  app.find_token = [&app, &state, &calendar = needs.calendar](std::string_view secret) {
    return holder_of(app, state, calendar, secret);
  };
  app.token_is_good = [&state](TokenNo token, Date today) {
    return state.has(token) && state.is_good(state.token(token), today);
  };
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
  install_move_all(app, state, needs);
  install_tokens(app, state, needs, passwords);
  install_token_use(app, state, needs);
  install_api(app, state);
}

}  // namespace lantoa::city::identity
