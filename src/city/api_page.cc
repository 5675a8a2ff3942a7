// The page for programmers: what the API offers, with a line to try each by.
#include "city/call_limits.h"
#include "city/openapi.h"

namespace lantoa::city {
namespace {

struct OperationRow {
  std::string id;
  std::string method;
  std::string path;
  Text summary;
  std::string scope;  // empty: open to everybody
  bool is_open = false;
};
BOOST_DESCRIBE_STRUCT(OperationRow, (), (id, method, path, summary, scope, is_open))

struct ScopeRow {
  std::string word;
  Text meaning;
};
BOOST_DESCRIBE_STRUCT(ScopeRow, (), (word, meaning))

// How often a token may call.
struct LimitRow {
  Text what;
  std::uint32_t per_minute = 0;
  std::uint32_t at_once = 0;
};
BOOST_DESCRIBE_STRUCT(LimitRow, (), (what, per_minute, at_once))

LimitRow limit_of(Text what, CallRate rate) {
  return {std::move(what), static_cast<std::uint32_t>(rate.per_minute),
          static_cast<std::uint32_t>(rate.at_once)};
}

struct ApiView {
  static constexpr std::string_view tpl = "src/city/api.tpl";
  std::string document;  // address
  std::string example;
  bool may_make = false;  // a token
  std::vector<ScopeRow> scopes;
  std::vector<LimitRow> limits;
  std::vector<OperationRow> operations;
};
BOOST_DESCRIBE_STRUCT(ApiView, (), (document, example, may_make, scopes, limits, operations))

ApiView fill(const App& app, const Visit& visit) {
  ApiView view;
  view.document = std::string(api_base) + std::string(openapi_path);
  view.example = app.public_url + std::string(api_base) + "/plans";
  view.may_make = visit.actor.may_somewhere(Right::Work);
  for (const Scope scope : all_scopes()) {
    view.scopes.push_back({std::string(name(scope)), title(scope)});
  }
  view.limits = {limit_of({"Đọc (GET)", "Reads (GET)"}, reads_of_token),
                 limit_of({"Ghi (POST)", "Writes (POST)"}, writes_of_token)};
  for (const api::Operation& one : app.api.operations()) {
    view.operations.push_back({one.spec.id, one.method == http::Method::Get ? "GET" : "POST",
                               one.path(), one.spec.summary,
                               one.spec.scope ? std::string(name(*one.spec.scope)) : "",
                               !one.spec.scope});
  }
  return view;
}

}  // namespace

void install_api_page(App& app) {
  const Text heading{"API cho phần mềm", "API for programs"};
  app.routes.get("/lap-trinh", Right::Public,
                 [&app, heading](const Visit& visit) -> Result<http::Response> {
                   return app.show(visit, heading, fill(app, visit),
                                   below_home(visit.language, {{heading.in(visit.language), {}}}));
                 });
}

}  // namespace lantoa::city
