// The city's side of HTTP: who is visiting, in which language, with what form; pages as functions
// of that; the table of routes, each line with the right it needs.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/actor.h"
#include "platform/http/server.h"
#include "platform/ledger/engine.h"

namespace lantoa::city {

struct Visit {
  http::Request request;
  Language language = Language::Vietnamese;
  Actor actor;                // Kind::Nobody when not signed in
  std::string session_token;  // empty when not signed in
  TokenNo token;              // by which a program came; none: a person in a browser
  std::map<std::string, std::string, std::less<>> segments;  // {plan} of the route
  http::Form form;                                           // of a POST
  std::string form_key;              // a fresh idempotency key for the form this page may show
  const Problem* failure = nullptr;  // a POST that failed: the page shows it and what was typed

  // The number in the address; NotFound when it is not one.
  template <class No>
  Result<No> number(std::string_view segment) const {
    TRY_ASSIGN(const std::uint32_t value, number_of(segment));
    return No{value};
  }
  std::string_view typed(std::string_view field) const { return form.get(field); }
  std::uint32_t typed_number(std::string_view field) const;  // 0 when what was typed is none
  std::string_view file(std::string_view field) const;       // empty when none was chosen
  std::string query(std::string_view name) const;
  std::uint32_t query_number(std::string_view name) const;  // 0 when what is asked for is none
  std::uint32_t page() const;                               // ?trang=, from 1

 private:
  Result<std::uint32_t> number_of(std::string_view segment) const;
};

// A command on its way: what an action makes of a form, and what couriers and the demo send.
struct Order {
  std::string actor;  // "account/3"; looked up again when it is decided
  std::string key;    // idempotency key; a form's own, a courier's name for what it reports
  bool commutes = false;
  std::string natural_key;
  // Of a courier whose step sends several: the lease under which it read what to do, so that all of
  // the step is refused once another node leads. None: the one that this node holds by then.
  std::optional<std::uint64_t> lease;
  std::function<Result<ledger::Decision>(const Envelope&)> decide;
};

// The order of a command that the slice's decide(known..., command, envelope) decides when its turn
// comes. `known` is copied: a Known of references, or std::cref(state).
template <class Command, class... Known>
Order order_of(Command command, Known... known) {
  Order order;
  order.decide = [command = std::move(command), known...](const Envelope& envelope) {
    return decide(known..., command, envelope);
  };
  return order;
}

// Of a form that could not be read: it is asked for by its key all the same, because sent a second
// time it may fail only since the first time did what it should.
Order order_that_fails(Problem why);

using Page = std::function<Result<http::Response>(const Visit&)>;
using MakeOrder = std::function<Result<Order>(const Visit&)>;

// Which workers do what a request asks for, so that neither a crowd of readers nor one at the door
// keeps the office from its work.
enum class Share : std::uint8_t {
  Pages,
  Forms,
  SignIns,     // hashing a password takes a tenth of a second
  Pictures,    // forms that bring one: drawing it anew takes long, and one is drawn at a time
  Programs,    // whatever comes by a token, so that a script in a loop is in nobody's way
  Challenges,  // pages that are drawn anew for everybody, with a puzzle: so many a second, no more
};

// By name, what stands in the {places} of the pattern; none when the path is another one. A place
// takes one segment, and not an empty one.
using Segments = std::map<std::string, std::string, std::less<>>;
std::optional<Segments> match_path(std::string_view pattern, std::string_view path);

struct Route {
  http::Method method = http::Method::Get;
  std::string pattern;  // "/ke-hoach/{plan}/duyet"
  Right right = Right::Public;
  Page page;        // of a GET; of a POST: what is shown again when it fails (may be empty)
  MakeOrder order;  // of a POST that is a command; its answer is the address to go on to
  Share share = Share::Pages;
};

class Routes {
 public:
  void get(std::string pattern, Right right, Page page, Share share = Share::Pages);
  void post(std::string pattern, Right right, MakeOrder order, Page again = {},
            Share share = Share::Forms);
  // A POST that is no command (signing in or out): answers by itself.
  void raw_post(std::string pattern, Right right, Page answer, Share share = Share::Forms);

  struct Match {
    const Route* route = nullptr;  // nullptr: no such address, or not with this method
    bool other_method = false;
    Segments segments;
  };
  Match find(http::Method method, std::string_view path) const;

  // "GET  /ke-hoach/{plan}  SeePlans", sorted: the golden table.
  std::string table() const;

 private:
  std::vector<Route> routes_;
};

// The field "khoa" of every form that is a command: 1..100 letters, digits, dashes.
bool is_form_key(std::string_view key);
Problem foreign_form();  // Forbidden: of another site, or its key is none
// The key of a form's command, so that sent twice it is one. Somebody else's form key must not
// fetch his answer, nor one's own key that of another form.
std::string form_order_key(const Visit& visit, std::string_view actor);

// Code to HTTP status, in this one place.
int status_of(Code code);

// "page" of a list: 50 rows, and where the neighbours are.
constexpr std::uint32_t rows_per_page = 50;

// The language that the visitor chose.
Language language_of(const http::Request& request);

// Where somebody goes who signed in with a password that is not his own, and nowhere else before
// he has chosen one.
constexpr std::string_view choose_password_path = "/tai-khoan/doi-mat-khau";

// A path of this site to go back to, or "/" when `candidate` leads anywhere else.
std::string own_path(std::string_view candidate);

}  // namespace lantoa::city
