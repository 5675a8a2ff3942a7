// One's own access tokens: what they are, making one, revoking one.
#include <algorithm>
#include <boost/describe.hpp>
#include <functional>

#include "city/field.h"
#include "city/identity/credentials.h"
#include "city/identity/identity.h"

namespace lantoa::city::identity {
namespace {

constexpr std::string_view tokens_path = "/ma-truy-cap";
constexpr std::size_t secret_bytes = 32;
constexpr std::string_view secret_prefix = "lt_";  // what looks for leaked secrets knows them by it
constexpr std::int32_t usual_days = 90;

const Text heading{"Mã truy cập", "Access tokens"};

struct TokenRow {
  FormKeys keys;
  std::string number;
  std::string name;
  Text scopes;
  std::string until;
  Text used;
  Text state;
  std::string mark;
  bool good = false;
  bool named = false;
};
BOOST_DESCRIBE_STRUCT(TokenRow, (),
                      (keys, number, name, scopes, until, used, state, mark, good, named))

struct ScopeBox {
  std::string field;
  Text label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(ScopeBox, (), (field, label, chosen))

struct TokensView {
  static constexpr std::string_view tpl = "src/city/identity/tokens.tpl";
  FormKeys keys;
  bool has_rows = false;
  std::vector<TokenRow> rows;
  Pager pager;
  Field called;
  std::vector<ScopeBox> boxes;
  std::optional<std::string> boxes_error;
  Field last_day;
  std::optional<std::string> password_error;  // the password itself is not shown again
};
BOOST_DESCRIBE_STRUCT(TokensView, (),
                      (keys, has_rows, rows, pager, called, boxes, boxes_error, last_day,
                       password_error))

struct TokenMadeView {
  static constexpr std::string_view tpl = "src/city/identity/token_made.tpl";
  std::optional<std::string> secret;  // none: it was made before
  std::string name;
  Text scopes;
  std::string until;
  std::string example;  // an address of the API
};
BOOST_DESCRIBE_STRUCT(TokenMadeView, (), (secret, name, scopes, until, example))

std::string box_of(Scope scope) { return "pham-vi-" + std::string(name(scope)); }

Text state_of(const State& state, const Token& token, Date today) {
  if (state.is_good(token, today)) {
    if (!token.is_idle(today)) return {"Còn dùng được", "Good"};
    const std::string days = std::to_string(token_idle_days);
    return {days + " ngày chưa dùng; nên thu hồi nếu không cần",
            "Not used for " + days + " days; revoke it if it is not needed"};
  }
  if (token.revoked) return {"Đã thu hồi", "Revoked"};
  if (token.until < today) return {"Hết hạn", "Expired"};
  return {"Hết hiệu lực: mật khẩu hoặc vai trò đã đổi", "Ended: the password or a role changed"};
}

// The good ones first, of each kind the newest first.
std::vector<const Token*> tokens_to_show(const State& state, AccountNo account, Date today) {
  std::vector<const Token*> out;
  for (const TokenNo no : state.tokens_of(account)) out.push_back(&state.token(no));
  std::reverse(out.begin(), out.end());
  std::stable_partition(out.begin(), out.end(),
                        [&](const Token* token) { return state.is_good(*token, today); });
  return out;
}

void add_rows(TokensView& view, const State& state, const Visit& visit, Date today) {
  const auto tokens = tokens_to_show(state, visit.actor.account, today);
  view.has_rows = !tokens.empty();
  view.pager =
      make_pager(static_cast<std::uint32_t>(tokens.size()), visit.page(), std::string(tokens_path));
  const std::size_t first = std::size_t{view.pager.page - 1} * rows_per_page;
  for (std::size_t i = first; i < std::min(tokens.size(), first + rows_per_page); ++i) {
    const Token& token = *tokens[i];
    TokenStanding standing = standing_of(state, token, today);
    view.rows.push_back({form_keys(visit), std::to_string(token.no.value), "",
                         in_words(token.scopes), vietnamese(token.until), std::move(standing.used),
                         std::move(standing.state), std::move(standing.mark), standing.good,
                         standing.named});
  }
}

// Of one whose name was erased there is the number.
Result<void> add_names(ledger::Vault& vault, Language language, TokensView& view) {
  for (TokenRow& row : view.rows) {
    TRY_ASSIGN(const auto text, vault.open("token/" + row.number));
    if (text) {
      TRY_ASSIGN(TokenRecord record, decode<TokenRecord>(*text));
      row.name = std::move(record.name);
    } else {
      row.name = Text{"Mã số " + row.number, "Token no. " + row.number}.in(language);
    }
  }
  return {};
}

Result<http::Response> show_tokens(const App& app, const State& state, const Needs& needs,
                                   const Visit& visit) {
  TokensView view;
  const Date today = app.engine.read([&] {
    const Date day = needs.calendar.today();
    add_rows(view, state, visit, day);
    return day;
  });
  TRY(add_names(app.vault, visit.language, view));
  view.keys = form_keys(visit);
  view.called = field(visit, "ten");
  for (const Scope scope : all_scopes()) {
    const std::string box = box_of(scope);
    view.boxes.push_back({box, title(scope), !visit.typed(box).empty()});
  }
  view.boxes_error = field(visit, "pham-vi").error;
  view.last_day = field(visit, "han", vietnamese(today + usual_days));
  view.password_error = field(visit, "current").error;
  return app.show(visit, heading, view);
}

IssueToken typed(const Visit& visit, crypto::Random& random) {
  IssueToken command;
  command.account = visit.actor.account;
  command.name = one_line(visit.typed("ten"));
  for (const Scope scope : all_scopes()) {
    if (!visit.typed(box_of(scope)).empty()) command.scopes.push_back(scope);
  }
  if (const auto until = typed_date(visit, "han")) command.until = *until;
  command.secret = std::string(secret_prefix) + crypto::base64url(random.bytes(secret_bytes));
  return command;
}

// A session left open must not be enough for what outlives it: the password as well, and everything
// that is wrong at once.
Result<void> check(const Visit& visit, const IssueToken& command, Date today,
                   Passwords& passwords) {
  const auto confirmed = passwords.confirm(visit.actor.account, visit.typed("current"));
  if (!confirmed && confirmed.error().code != Code::Invalid) return confirmed;
  Faults faults = faults_of(command, today);
  if (!confirmed) faults.add(confirmed.error().field, confirmed.error().text);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return {};
}

Result<ledger::Done> issue(App& app, const State& state, const Needs& needs, const Visit& visit,
                           const IssueToken& command, Passwords& passwords) {
  const Date today = app.engine.read([&] { return needs.calendar.today(); });
  TRY(check(visit, command, today, passwords));
  Order order = order_of(command, std::cref(state), std::cref(needs.organisation));
  order.actor = visit.actor.name;
  order.key = form_order_key(visit, visit.actor.name);
  return app.execute(std::move(order));
}

// No command that goes on to another address: the secret is in this one answer and nowhere else.
Result<http::Response> make_token(App& app, const State& state, const Needs& needs,
                                  const Visit& visit, Passwords& passwords) {
  if (!is_form_key(visit.typed("khoa"))) return tl::unexpected(foreign_form());
  IssueToken command = typed(visit, app.random);
  command.asked_at = app.engine.head().seq;
  const auto done = issue(app, state, needs, visit, command, passwords);
  if (!done) {
    Visit again = visit;
    again.failure = &done.error();
    // Perhaps it was saved: the same form is sent once more, and counts once.
    if (done.error().code == Code::Unavailable) again.form_key = visit.typed("khoa");
    return show_tokens(app, state, needs, again);
  }
  TokenMadeView view;
  if (!done->repeated) view.secret = command.secret;
  view.name = command.name;
  view.scopes = in_words(command.scopes);
  if (command.until) view.until = vietnamese(*command.until);
  view.example = app.public_url + std::string(api_base) + "/plans";
  return app.show(visit, heading, view);
}

}  // namespace

Text in_words(const std::vector<Scope>& scopes) {
  Text out;
  for (const Scope scope : scopes) {
    const std::string_view between = out.vi.empty() ? "" : " · ";
    const Text one = title(scope);
    out.vi.append(between).append(one.vi);
    out.en.append(between).append(one.en);
  }
  return out;
}

TokenStanding standing_of(const State& state, const Token& token, Date today) {
  TokenStanding out;
  out.used = {"chưa dùng", "never"};
  if (token.used) {
    const std::string day = vietnamese(*token.used);
    out.used = {day, day};
  }
  out.state = state_of(state, token, today);
  out.good = state.is_good(token, today);
  out.named = !out.good && !token.ended;
  out.mark = !out.good ? "state-idle" : token.is_idle(today) ? "state-risk" : "state-done";
  return out;
}

void install_tokens(App& app, const State& state, Needs needs,
                    const std::shared_ptr<Passwords>& passwords) {
  const std::string address(tokens_path);
  app.routes.get(address, Right::Work, [&app, &state, needs](const Visit& visit) {
    return show_tokens(app, state, needs, visit);
  });
  app.routes.raw_post(
      address, Right::Work,
      [&app, &state, needs, passwords](const Visit& visit) {
        return make_token(app, state, needs, visit, *passwords);
      },
      Share::SignIns);
  app.routes.post(address + "/{token}/thu-hoi", Right::Work,
                  [&state, &units = needs.organisation](const Visit& visit) -> Result<Order> {
                    TRY_ASSIGN(const TokenNo token, visit.number<TokenNo>("token"));
                    return order_of(EndToken{token}, std::cref(state), std::cref(units));
                  });
}

}  // namespace lantoa::city::identity
