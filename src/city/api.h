// The JSON API as data: each operation is one line of a slice's api.cc. From these lines come the
// routes below /api/v1, the OpenAPI document, the page for programmers, the command line's commands
// and the tests of all of them. Who declares operations uses described_api.h.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/scope.h"
#include "city/web.h"
#include "platform/json/value.h"

namespace lantoa::city {

constexpr std::string_view api_base = "/api/v1";

namespace api {

// Of the query of a GET.
struct Parameter {
  enum class Kind : std::uint8_t {
    Number,
    Position,
    Day,
    Word
  };  // Position: of the ledger, from 0
  std::string name;
  Kind kind = Kind::Number;
  Text about;
  std::vector<std::string> words = {};  // the only ones of a Word; none: any
};
Parameter page_parameter();  // "page", from 1

// What its declarer says of an operation.
struct Spec {
  std::string id;    // "plan.draft"; on the command line `lantoa plan draft`
  std::string path;  // "/plans/{plan}", below api_base
  Right right = Right::Public;
  std::optional<Scope> scope;  // none: open to everybody, without a token
  Text summary;
  std::vector<Parameter> query = {};
  // Where what a command made is found: the page that its decide answers, and its path in the API.
  std::string page_made = {};  // "/ke-hoach/{plan}"
  std::string path_made = {};  // "/plans/{plan}"
  // What a field of the form, as decide names it in faults, is called in the body; "so-*": every
  // field that begins so.
  std::vector<std::pair<std::string, std::string>> members = {};
  // The member of the body that is a list of things to be done at once: a fault in one of them says
  // its row, from 1, and its own member, whoever finds it.
  std::string rows = {};
};
// Of a query that has a parameter which the operation does not, or one that cannot be read: the
// first of them. A misspelt name must not make a list longer than was meant.
Result<void> check_query(const Spec& spec, const http::Request& request);
// The member that a field of the form stands for; the field itself where none is named.
std::string member_of(const Spec& spec, std::string_view field);
// "activities[2].kind" becomes row 3, "kind", where Spec::rows is "activities".
void tell_row(const Spec& spec, Detail& fault);

struct Operation {
  Spec spec;
  http::Method method = http::Method::Get;
  std::optional<json::Value> body;    // schema of what a POST sends; none: nothing
  std::optional<json::Value> answer;  // schema of what a GET answers; none: not JSON
  std::string media_type = "application/json";

  std::string path() const { return std::string(api_base) + spec.path; }
};

}  // namespace api

class Api {
 public:
  explicit Api(Routes& routes) : routes_(routes) {}

  // With its route. `answer` and `order` do the work of it.
  void get(api::Operation operation, Page answer);
  void post(api::Operation operation, MakeOrder order);
  // Schemas that operations refer to.
  void name_schema(const std::string& name, const json::Value& schema);

  const std::vector<api::Operation>& operations() const { return operations_; }
  const api::Operation* find(http::Method method, std::string_view pattern) const;
  const std::map<std::string, json::Value>& schemas() const { return schemas_; }

 private:
  Routes& routes_;
  std::vector<api::Operation> operations_;
  std::map<std::string, json::Value> schemas_;
};

}  // namespace lantoa::city
