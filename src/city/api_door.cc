#include "city/api_door.h"

#include <algorithm>

#include "city/described_api.h"
#include "city/made_numbers.h"
#include "city/site.h"
#include "kernel/keeper.h"
#include "platform/http/text.h"
#include "platform/log/log.h"

namespace lantoa::city {
namespace {

constexpr std::size_t body_bytes_max = 1024 * 1024;
constexpr std::size_t faults_said_max = 100;
constexpr std::size_t digest_characters = 16;  // of the body, kept with the answer of its key
constexpr std::uint32_t senders_window_s = senders_window_ms / 1'000;

std::string_view name(Code code) {
  switch (code) {
    case Code::Invalid:
      return "invalid";
    case Code::NotFound:
      return "not_found";
    case Code::Forbidden:
      return "forbidden";
    case Code::Conflict:
      return "conflict";
    case Code::TooLarge:
      return "too_large";
    case Code::TooOften:
      return "too_often";
    case Code::Unavailable:
      return "unavailable";
    case Code::Unsupported:
      return "unsupported";
  }
  return "?";
}

// Vietnamese, unless English comes first.
Language language_asked(const http::Request& request) {
  const std::string_view wanted = request.header("accept-language");
  const bool english = wanted.size() >= 2 && (wanted[0] | 0x20) == 'e' && (wanted[1] | 0x20) == 'n';
  return english ? Language::English : Language::Vietnamese;
}

Problem no_such_operation() {
  return {Code::NotFound,
          {"API không có địa chỉ này. Danh sách ở /api/v1/openapi.json.",
           "The API has no such address. The list is at /api/v1/openapi.json."},
          {},
          {}};
}

Problem not_by_this_method() {
  return {Code::NotFound,
          {"Địa chỉ này không nhận phương thức đó; xem /api/v1/openapi.json.",
           "This address does not take that method; see /api/v1/openapi.json."},
          {},
          {}};
}

Result<App::TokenHolder> no_token() {
  return problem(
      Code::NotFound,
      {"Cần mã truy cập, gửi trong tiêu đề “Authorization: Bearer …”. Tạo mã ở trang "
       "Mã truy cập.",
       "An access token is needed, sent in the header “Authorization: Bearer …”. Make one "
       "on the page Access tokens."});
}

std::optional<std::string_view> bearer_of(const http::Request& request) {
  constexpr std::string_view scheme = "bearer ";
  const std::string_view header = request.header("authorization");
  const bool is_bearer = header.size() > scheme.size() &&
                         std::equal(scheme.begin(), scheme.end(), header.begin(),
                                    [](char wanted, char is) { return wanted == (is | 0x20); });
  return is_bearer ? std::optional(header.substr(scheme.size())) : std::nullopt;
}

Problem too_many_calls(CallLimits::Kind kind, std::uint32_t wait_s) {
  const bool is_read = kind == CallLimits::Kind::Read;
  const CallRate rate = is_read ? reads_of_token : writes_of_token;
  const std::string most = std::to_string(rate.per_minute);
  const std::string wait = std::to_string(wait_s);
  return {Code::TooOften,
          {"Mã truy cập này gọi quá dày: gọi liên tục thì mỗi phút nhiều nhất " + most +
               (is_read ? " lần đọc" : " lần ghi") + ". Lần gọi này bị bỏ qua; hãy gọi lại sau " +
               wait + " giây.",
           "This token calls too often: " + most + (is_read ? " reads" : " writes") +
               " a minute are the most for a program that goes on calling. Nothing was done; call "
               "again in " +
               wait + (wait_s == 1 ? " second." : " seconds.")},
          {},
          {}};
}

Problem out_of_scope(Scope scope) {
  const Text what = title(scope);
  const std::string word(name(scope));
  return {Code::Forbidden,
          {"Mã truy cập này không có phạm vi “" + word + "” (" + what.vi + ").",
           "This token lacks the scope “" + word + "” (" + what.en + ")."},
          {},
          {}};
}

// In any case, whatever parameters follow.
bool is_json_type(std::string_view type) {
  return http::same_ignoring_case(type.substr(0, type.find_first_of("; \t")), "application/json");
}

Result<void> check_post(const Visit& visit, const api::Operation& operation) {
  if (visit.request.body.size() > body_bytes_max) {
    return problem(Code::TooLarge, {"Nội dung quá 1 MiB; hãy chia thành nhiều lần gửi.",
                                    "The body is over 1 MiB; send it in several parts."});
  }
  const bool is_json = is_json_type(visit.request.header("content-type"));
  if (operation.body ? !is_json : !visit.request.body.empty() && !is_json) {
    return problem(Code::Unsupported,
                   {"Nội dung phải là JSON, gửi với “Content-Type: application/json”.",
                    "The body has to be JSON, sent with “Content-Type: application/json”."});
  }
  if (!is_form_key(visit.request.header(idempotency_header))) {
    return problem(
        Code::Invalid,
        {"Cần tiêu đề Idempotency-Key: 1 đến 100 chữ cái, chữ số, gạch nối; mỗi việc một "
         "khóa, gửi lại cùng khóa thì chỉ ghi một lần.",
         "The header Idempotency-Key is needed: 1 to 100 letters, digits, dashes; a key "
         "for each act, so that sent again it is done once."},
        "Idempotency-Key");
  }
  return {};
}

std::string digest_of(const std::string& body) {
  return crypto::hex(crypto::sha256(body)).substr(0, digest_characters);
}

// Only what the program sent says that it is another act: not how it spelt a number in the address,
// nor which of its owner's tokens it used.
// By the path and not the operation's name, which is renamed more easily; every order is a POST.
std::string order_key(const Visit& visit, const api::Spec& spec) {
  std::string out = "api/" + visit.actor.name + spec.path;
  for (const auto& [place, value] : visit.segments) {
    out += "/" + std::to_string(visit.number<PlanNo>(place).value_or(PlanNo{}).value);
  }
  return out + "/" + std::string(visit.request.header(idempotency_header));
}

Problem no_longer_good() {
  return {Code::Forbidden,
          {"Mã truy cập vừa hết hiệu lực; chưa ghi gì.",
           "The access token has just ended; nothing was written."},
          {},
          {}};
}

Problem other_body() {
  return {Code::Invalid,
          {"Khóa Idempotency-Key này đã dùng cho nội dung khác. Hãy dùng khóa mới.",
           "This Idempotency-Key was used for another body. Use a new one."},
          "Idempotency-Key",
          {}};
}

// As the body names what the form's fields are.
Problem in_members(const api::Spec& spec, Problem problem) {
  problem.field = api::member_of(spec, problem.field);
  if (!spec.rows.empty() && problem.field.starts_with(spec.rows + "[")) problem.field = spec.rows;
  for (Detail& detail : problem.details) {
    detail.field = api::member_of(spec, detail.field);
    api::tell_row(spec, detail);
  }
  return problem;
}

// "/ke-hoach/3?xong=luu" -> "/ke-hoach/3"
std::string without_query(std::string_view address) {
  return std::string(address.substr(0, address.find_first_of("?#")));
}

// The path in the API of what stands on this page.
std::optional<std::string> location_of(const api::Spec& spec, std::string_view page) {
  if (spec.page_made.empty()) return std::nullopt;
  const auto segments = match_path(spec.page_made, page);
  if (!segments) return std::nullopt;
  std::string out(api_base);
  out += spec.path_made;
  for (const auto& [place, value] : *segments) {
    const std::string marker = "{" + place + "}";
    const std::size_t at = out.find(marker);
    if (at != std::string::npos) out.replace(at, marker.size(), value);
  }
  return out;
}

}  // namespace

ApiDoor::ApiDoor(App& app, Clock& clock, http::Workers& again)
    : app_(app),
      clock_(clock),
      again_(again),
      strangers_(
          unknown_calls_max,
          {"Từ mạng của bạn có quá nhiều lần gọi không có mã truy cập còn dùng được. Hãy sửa "
           "mã rồi gọi lại sau một giờ.",
           "Too many calls without a good access token came from your network. Put the "
           "token right and call again in an hour."}) {}

void ApiDoor::handle(http::Request request, http::Reply reply) {
  Entry entry;
  entry.visit.request = std::move(request);
  entry.visit.language = language_asked(entry.visit.request);
  const auto match = app_.routes.find(entry.visit.request.method, entry.visit.request.path);
  if (match.route == nullptr) return reply(nothing_there(entry.visit, match.other_method));
  entry.visit.segments = match.segments;
  entry.route = match.route;
  entry.operation = app_.api.find(match.route->method, match.route->pattern);
  ASSERT(entry.operation != nullptr);
  if (auto refused = admit(entry)) return reply(*std::move(refused));
  const App::TokenHolder holder = entry.holder;
  serve(std::move(entry), std::move(reply));
  // Last, so that the call waits for none of it.
  const bool is_new = holder.token && !holder.is_noted;
  if (is_new && app_.note_token_use) app_.note_token_use(holder.token, holder.account);
}

// Somebody who may.
void ApiDoor::serve(Entry entry, http::Reply reply) {
  if (const auto query = api::check_query(entry.operation->spec, entry.visit.request); !query) {
    return reply(refusal(entry.visit, query.error()));
  }
  const Route& route = *entry.route;
  if (route.method == http::Method::Post) return post(std::move(entry), std::move(reply));
  auto response = route.page(entry.visit);
  if (!response) return reply(refusal(entry.visit, response.error()));
  response->with("Cache-Control", "no-store");
  add_security_headers(*response, app_.public_url);
  reply(*std::move(response));
}

http::Response ApiDoor::nothing_there(const Visit& visit, bool other_method) const {
  if (!other_method) return refusal(visit, no_such_operation());
  const std::string& path = visit.request.path;
  const bool gives = app_.routes.find(http::Method::Get, path).route != nullptr;
  const bool takes = app_.routes.find(http::Method::Post, path).route != nullptr;
  http::Response response = refusal(visit, not_by_this_method(), 405);
  response.with("Allow", gives && takes ? "GET, HEAD, POST" : gives ? "GET, HEAD" : "POST");
  return response;
}

// Who comes, how often, and whether the token and the rights of its owner reach that far.
std::optional<http::Response> ApiDoor::admit(Entry& entry) {
  const auto& needed = entry.operation->spec.scope;
  if (!needed) return std::nullopt;
  if (auto refused = recognise(entry)) return refused;
  const Visit& visit = entry.visit;
  using Kind = CallLimits::Kind;
  const Kind kind = entry.route->method == http::Method::Post ? Kind::Write : Kind::Read;
  if (const std::uint32_t wait_s = limits_.admit(visit.token, kind, clock_.now()); wait_s != 0) {
    return refusal(visit, too_many_calls(kind, wait_s), 0, wait_s);
  }
  const auto& scopes = entry.holder.scopes;
  if (std::find(scopes.begin(), scopes.end(), *needed) == scopes.end()) {
    return refusal(visit, out_of_scope(*needed));
  }
  if (!visit.actor.may_somewhere(entry.route->right)) {
    log::warning("refused", {{"path", visit.request.path}, {"actor", visit.actor.name}});
    return refusal(visit, not_allowed(entry.route->right));
  }
  return std::nullopt;
}

std::optional<http::Response> ApiDoor::recognise(Entry& entry) {
  Visit& visit = entry.visit;
  auto holder = bearer_of(visit.request) ? app_.find_token(*bearer_of(visit.request)) : no_token();
  auto actor = holder ? app_.engine.read([&] { return app_.find_actor(holder->account); })
                      : Result<Actor>(tl::unexpected(holder.error()));
  if (!actor) return unknown(visit, actor.error());
  visit.actor = *std::move(actor);
  visit.token = holder->token;
  entry.holder = *std::move(holder);
  return std::nullopt;
}

// Nobody whose token is good; or it could not be looked up, which says nothing of the token.
http::Response ApiDoor::unknown(const Visit& visit, const Problem& why) {
  if (why.code != Code::NotFound && why.code != Code::Forbidden) return refusal(visit, why);
  if (const auto counted = strangers_.admit(visit.request.peer, clock_.now()); !counted) {
    return refusal(visit, counted.error(), 0, senders_window_s);
  }
  http::Response response = refusal(visit, why, 401);
  response.with("WWW-Authenticate", bearer_of(visit.request)
                                        ? "Bearer realm=\"lantoa\", error=\"invalid_token\""
                                        : "Bearer realm=\"lantoa\"");
  return response;
}

void ApiDoor::post(Entry entry, http::Reply reply) {
  if (app_.read_only) return reply(refusal(entry.visit, reading_only()));
  if (const auto checked = check_post(entry.visit, *entry.operation); !checked) {
    return reply(refusal(entry.visit, checked.error()));
  }
  act(std::move(entry), std::move(reply), Attempt::First);
}

void ApiDoor::act(Entry entry, http::Reply reply, Attempt attempt) {
  auto order = entry.route->order(entry.visit);
  const bool is_made = order.has_value();
  if (!is_made) order = order_that_fails(order.error());
  const std::string digest = digest_of(entry.visit.request.body);
  order->actor = entry.visit.actor.name;
  order->key = order_key(entry.visit, entry.operation->spec);
  order->decide = [this, decide = std::move(order->decide), token = entry.visit.token,
                   digest](const Envelope& envelope) -> Result<ledger::Decision> {
    // Another node may have ended it, and whoever ends one is told that it ends at once.
    if (!app_.token_is_good(token, envelope.today)) return tl::unexpected(no_longer_good());
    TRY_ASSIGN(ledger::Decision decided, decide(envelope));
    decided.answer += '\n' + digest;
    return decided;
  };
  auto shared = std::make_shared<Entry>(std::move(entry));
  app_.submit(*std::move(order), [this, shared, digest, is_made, attempt,
                                  reply = std::move(reply)](Result<ledger::Done> done) {
    if (done) return reply(receipt(*shared, *done, digest));
    // As in Site::act: another node's fact may have been folded since the order was made.
    const bool try_again =
        !is_made && attempt == Attempt::First && done.error().code == Code::NotFound;
    if (try_again && again_.submit([this, shared, reply] { act_again(*shared, reply); })) return;
    reply(refusal(shared->visit, in_members(shared->operation->spec, done.error())));
  });
}

void ApiDoor::act_again(const Entry& entry, const http::Reply& reply) {
  try {
    act(entry, reply, Attempt::Second);
  } catch (const std::exception& failure) {
    log::error("api_again_threw", {{"what", failure.what()}, {"path", entry.visit.request.path}});
    reply(refusal(entry.visit, {Code::Unavailable,
                                {"Chưa làm được; hãy gửi lại với cùng Idempotency-Key.",
                                 "That did not work; send it again with the same Idempotency-Key."},
                                {},
                                {}}));
  }
}

http::Response ApiDoor::receipt(const Entry& entry, const ledger::Done& done,
                                std::string_view digest) const {
  const std::string_view answer = done.answer;
  const std::size_t end = answer.rfind('\n');
  ASSERT(end != std::string_view::npos);  // act() put it there
  if (answer.substr(end + 1) != digest) return refusal(entry.visit, other_body());
  MadeNumbers numbered = made_numbers(answer.substr(0, end));
  Receipt made{{}, done.repeated, without_query(numbered.address), {}, {}};
  if (!numbered.numbers.empty()) made.numbers = std::move(numbered.numbers);
  if (!done.repeated) made.position = done.seq;
  made.location = location_of(entry.operation->spec, made.page);
  http::Response response = http::json(to_json(made), 201);
  if (made.location) response.with("Location", *made.location);
  response.with("Cache-Control", "no-store");
  add_security_headers(response, app_.public_url);
  return response;
}

http::Response ApiDoor::refusal(const Visit& visit, const Problem& problem, int status,
                                std::uint32_t wait_s) const {
  if (status == 0) status = status_of(problem.code);
  ApiProblem said;
  said.title = http::reason(status);
  said.status = static_cast<std::uint32_t>(status);
  said.detail = problem.text.in(visit.language);
  said.code = status == 401 ? "unauthorized" : status == 405 ? "method" : name(problem.code);
  if (!problem.field.empty()) said.field = problem.field;
  for (const Detail& detail : problem.details) {
    if (is_for_the_keeper(detail) || said.faults.size() == faults_said_max) continue;
    ApiFault fault{{}, {}, detail.text.in(visit.language)};
    if (!detail.field.empty()) fault.field = detail.field;
    if (detail.row != 0) fault.row = detail.row;
    said.faults.push_back(std::move(fault));
  }
  http::Response response = http::json(to_json(said), status);
  for (auto& [header, value] : response.headers) {
    if (header == "Content-Type") value = "application/problem+json";
  }
  response.with("Cache-Control", "no-store");
  if (status == 429 || status == 503) {
    // Never 0: a program would ask again at once, and again.
    response.with("Retry-After", std::to_string(wait_s == 0 ? usual_wait_s : wait_s));
  }
  add_security_headers(response, app_.public_url);
  return response;
}

}  // namespace lantoa::city
