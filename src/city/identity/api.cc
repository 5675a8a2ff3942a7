// What a program may ask about its own token.
#include "city/described_api.h"
#include "city/identity/identity.h"

namespace lantoa::city::identity {
namespace {

struct GrantBody {
  static constexpr std::string_view schema = "Grant";
  Role role = Role::Auditor;
  UnitNo unit;  // and everything below it
};
BOOST_DESCRIBE_STRUCT(GrantBody, (), (role, unit))

struct TokenBody {
  static constexpr std::string_view schema = "Token";
  TokenNo id;
  std::vector<Scope> scopes;
  Date until;                     // the last day
  UnitNo unit;                    // where its owner works
  std::vector<GrantBody> grants;  // what its owner may
};
BOOST_DESCRIBE_STRUCT(TokenBody, (), (id, scopes, until, unit, grants))

}  // namespace

void install_api(App& app, const State& state) {
  api_get<TokenBody>(app,
                     {"token.show",
                      "/token",
                      Right::Work,
                      Scope::Read,
                      {"Mã truy cập đang dùng: phạm vi, hạn, quyền của chủ mã",
                       "The token in use: its scopes, its last day, what its owner may"}},
                     [&app, &state](const Visit& visit) -> Result<TokenBody> {
                       return app.engine.read([&]() -> Result<TokenBody> {
                         TRY_ASSIGN(const Token* token, state.find(visit.token));
                         TokenBody out{
                             token->no, token->scopes, token->until, visit.actor.home, {}};
                         for (const Grant& grant : visit.actor.grants) {
                           out.grants.push_back({grant.role, grant.unit});
                         }
                         return out;
                       });
                     });
}

}  // namespace lantoa::city::identity
