#include "city/site.h"

#include <algorithm>

#include "kernel/keeper.h"
#include "platform/log/log.h"

namespace lantoa::city {
namespace {

constexpr std::size_t form_key_random_bytes = 18;
constexpr unsigned again_threads = 2;
constexpr std::size_t again_queued_max = 256;
constexpr std::size_t forms_queued_max = 1'024;
constexpr std::size_t pictures_queued_max = 16;
constexpr std::size_t programs_queued_max = 256;
// A hundred forms with a challenge a second are more than a city writes into, and take a hundredth
// of a core. The queue is what one network may have open (http::Limits), some 20 s.
constexpr std::size_t challenges_queued_max = 2'000;
constexpr std::chrono::milliseconds challenge_rest(10);
constexpr std::size_t picture_bytes_min = 4 * 1024;  // of a form that may bring one
constexpr std::size_t sign_ins_queued_max = 30;      // about three seconds' worth
constexpr const char* retry_after_s = "30";

struct ErrorView {
  static constexpr std::string_view tpl = "src/city/error.tpl";
  std::string status;
  Text title;
  std::string sentence;
  bool sign_in = false;
  std::string back;                // where to go after signing in, as a query value
  std::optional<std::string> own;  // the visitor's own start page
};
BOOST_DESCRIBE_STRUCT(ErrorView, (), (status, title, sentence, sign_in, back, own))

std::optional<std::string> start_of(const Actor& actor) {
  if (actor.kind == Actor::Kind::Account) return "/ban-lam-viec";
  if (actor.kind == Actor::Kind::Person) return "/cua-toi";
  return std::nullopt;
}

Text error_title(int status) {
  switch (status) {
    case 401:
      return {"Cần đăng nhập", "Please sign in"};
    case 403:
      return {"Không có quyền", "Not allowed"};
    case 404:
      return {"Không tìm thấy trang", "Page not found"};
    case 405:
      return {"Không dùng được cách này", "Method not allowed"};
    case 409:
      return {"Đã có thay đổi", "Something has changed"};
    case 503:
      return {"Tạm thời chưa phục vụ được", "Temporarily unavailable"};
    default:
      return {"Chưa làm được", "That did not work"};
  }
}

// What goes out with every answer, whichever page it came from.
void complete(http::Response& response, std::string_view public_url) {
  if (response.status == 503 && response.header("Retry-After").empty()) {
    response.with("Retry-After", retry_after_s);
  }
  add_security_headers(response, public_url);
}

// For when even drawing a page would be too much. A browser keeps what was typed: one goes back.
http::Response said_plainly(const Problem& problem, Language language) {
  return http::plain(full_sentence(problem, language) + '\n', status_of(problem.code));
}

std::string fresh_form_key(crypto::Random& random) {
  return crypto::base64url(random.bytes(form_key_random_bytes));
}

// A browser says where a form came from. Forms of other sites are refused before anything else;
// what comes twice has to be right each time.
bool from_own_site(const http::Request& request) {
  const std::string_view host = request.header("host");
  bool says_site = false;
  for (const auto& [name, site] : request.headers) {
    if (name != "sec-fetch-site" || site.empty()) continue;
    if (site != "same-origin" && site != "none") return false;
    says_site = true;
  }
  return std::all_of(request.headers.begin(), request.headers.end(), [&](const auto& header) {
    const std::string_view origin = header.second;
    if (header.first != "origin" || origin.empty()) return true;
    if (origin == "null") return says_site;
    const std::size_t begin = origin.find("://");
    return begin != std::string_view::npos && origin.substr(begin + 3) == host;
  });
}

// What is open to somebody whose password is still somebody else's.
bool is_before_password(const Route& route) {
  return route.pattern == choose_password_path || route.pattern == "/dang-xuat" ||
         route.pattern == "/ngon-ngu/{lang}";
}

Problem choose_password_first() {
  return {Code::Forbidden,
          {"Hãy đặt mật khẩu của riêng bạn trước khi làm việc khác.",
           "Choose a password of your own before anything else."},
          {},
          {}};
}

PageHead unlisted() {
  PageHead head;
  head.unlisted = true;
  return head;
}

Problem no_such_page() {
  return {Code::NotFound,
          {"Địa chỉ này không dẫn tới trang nào. Hãy kiểm tra lại địa chỉ hoặc về trang chủ.",
           "This address leads nowhere. Check it, or go to the home page."},
          {},
          {}};
}

}  // namespace

std::string_view security_headers(std::string_view public_url, ShownBy shown) {
  // One text, of which some answers leave out the first or the last line.
  constexpr std::string_view all =
      "Strict-Transport-Security: max-age=31536000\r\n"
      "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src "
      "'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
      "frame-ancestors 'none'\r\n"
      "X-Content-Type-Options: nosniff\r\n"
      "X-Frame-Options: DENY\r\n"
      "Referrer-Policy: same-origin\r\n"
      "Cross-Origin-Opener-Policy: same-origin\r\n"
      "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n"
      "Cross-Origin-Resource-Policy: same-origin\r\n";
  constexpr std::size_t begin = all.find('\n') + 1;
  constexpr std::size_t end = all.rfind(resource_policy);
  const std::size_t first = public_url.starts_with("https://") ? 0 : begin;
  return all.substr(first, (shown == ShownBy::OwnPages ? all.size() : end) - first);
}

void add_security_headers(http::Response& response, std::string_view public_url) {
  const auto& headers = response.headers;
  const bool is_shown_elsewhere = std::any_of(
      headers.begin(), headers.end(), [](const auto& one) { return one.first == resource_policy; });
  response.with_constant(
      security_headers(public_url, is_shown_elsewhere ? ShownBy::AnyPage : ShownBy::OwnPages));
}

std::vector<http::Share> shares() {
  return {{2, forms_queued_max},
          {1, sign_ins_queued_max},
          {1, pictures_queued_max},
          {2, programs_queued_max},
          {1, challenges_queued_max, challenge_rest}};
}

std::size_t share_of(const Routes& routes, const http::Request& request) {
  if (ApiDoor::is_at(request.path)) return static_cast<std::size_t>(Share::Programs);
  const Route* route = routes.find(request.method, request.path).route;
  Share share = route == nullptr ? Share::Pages : route->share;
  // Without its picture such a form is like others.
  if (share == Share::Pictures && request.body.size() < picture_bytes_min) share = Share::Forms;
  return static_cast<std::size_t>(share);
}

Site::Site(App& app, Clock& clock)
    : app_(app), clock_(clock), api_(app, clock, again_), again_(again_threads, again_queued_max) {}

std::optional<http::Response> Site::fast(const http::Request& request) {
  if (!app_.fast) return std::nullopt;
  auto response = app_.fast(request);
  if (response) add_security_headers(*response, app_.public_url);
  return response;
}

Result<Visit> Site::make_visit(http::Request request) const {
  Visit visit;
  visit.request = std::move(request);
  visit.language = language_of(visit.request);
  const std::string token(visit.request.cookie(session::cookie_name));
  if (token.empty()) return visit;
  TRY_ASSIGN(const auto found, app_.sessions.find(token, clock_.now()));
  if (!found) return visit;
  bool is_ended = false;
  auto actor = app_.engine.read([&] {
    is_ended = found->position < app_.sessions_from(found->subject);
    return app_.find_actor(found->subject);
  });
  if (is_ended) {
    // Refused whether its row goes or not, so that it stays for the sweep is only untidy.
    if (const auto ended = app_.sessions.end(token); !ended && !app_.read_only) {
      log::warning("session_not_ended", {{"why", keeper_sentence(ended.error())}});
    }
  } else if (actor) {
    visit.actor = *std::move(actor);
    visit.session_token = token;
  }
  return visit;
}

void Site::handle(http::Request request, http::Reply reply) {
  if (ApiDoor::is_at(request.path)) return api_.handle(std::move(request), std::move(reply));
  const auto send = [&](http::Response response) {
    complete(response, app_.public_url);
    reply(std::move(response));
  };
  auto visit = make_visit(std::move(request));
  if (!visit) return send(error_page({}, visit.error()));
  const http::Method method = visit->request.method;
  if (method == http::Method::Post && app_.read_only) {
    return send(error_page(*visit, reading_only()));
  }
  const auto match = app_.routes.find(method, visit->request.path);
  if (match.route == nullptr) {
    http::Response response = error_page(*visit, no_such_page());
    if (match.other_method || method == http::Method::Other) {
      response.status = 405;
      response.with("Allow", "GET, HEAD, POST");
    }
    return send(std::move(response));
  }
  visit->segments = match.segments;
  if (method == http::Method::Post && !from_own_site(visit->request)) {
    return send(error_page(*visit, foreign_form()));
  }
  if (visit->actor.must_choose_password && !is_before_password(*match.route)) {
    return send(match.route->method == http::Method::Get
                    ? http::see_other(std::string(choose_password_path))
                    : error_page(*visit, choose_password_first()));
  }
  if (match.route->right != Right::Public && !visit->actor.may_somewhere(match.route->right)) {
    log::warning("refused", {{"path", visit->request.path}, {"actor", visit->actor.name}});
    return send(refused(*visit, *match.route));
  }
  const bool is_command = static_cast<bool>(match.route->order);
  if (!is_command) visit->form_key = fresh_form_key(app_.random);
  if (match.route->method == http::Method::Get) return send(show(*visit, *match.route));
  if (auto checked = check_post(*visit, *match.route); !checked) {
    return send(error_page(*visit, checked.error()));
  }
  if (!is_command) return send(show(*visit, *match.route));
  act(*std::move(visit), *match.route, std::move(reply));
}

http::Response Site::show(const Visit& visit, const Route& route) const {
  auto response = route.page(visit);
  if (!response) return error_page(visit, response.error());
  const auto& headers = response->headers;
  const bool says_how_long = std::any_of(headers.begin(), headers.end(), [](const auto& header) {
    return header.first == "Cache-Control";
  });
  // What somebody signed in was shown stays in nobody's cache.
  if (visit.actor.kind != Actor::Kind::Nobody && !says_how_long) {
    response->with("Cache-Control", "no-store");
  }
  return *std::move(response);
}

Result<void> Site::check_post(Visit& visit, const Route& route) const {
  TRY_ASSIGN(visit.form, http::parse_form(visit.request));
  const bool signed_in = !visit.session_token.empty();
  if (signed_in && !crypto::equal(visit.typed("csrf"), session::csrf_token(visit.session_token))) {
    return tl::unexpected(foreign_form());
  }
  if (route.order && !is_form_key(visit.typed("khoa"))) return tl::unexpected(foreign_form());
  return {};
}

void Site::act(Visit visit, const Route& route, http::Reply reply, Attempt attempt) {
  auto order = route.order(visit);
  const bool is_made = order.has_value();
  if (!is_made) order = order_that_fails(std::move(order).error());
  // What is open to anybody is done by anybody, also by one who is signed in.
  order->actor = route.right == Right::Public ? std::string(anybody_name) : visit.actor.name;
  order->key = form_order_key(visit, order->actor);
  auto shared = std::make_shared<Visit>(std::move(visit));
  app_.submit(*std::move(order), [this, shared, &route, is_made, attempt,
                                  reply = std::move(reply)](Result<ledger::Done> done) {
    if (done) {
      http::Response response = http::see_other(done->answer.empty() ? "/" : done->answer);
      add_security_headers(response, app_.public_url);
      return reply(std::move(response));
    }
    // What another node appended a moment ago was not folded here when the order was made; it is
    // by now, because every command is decided after that.
    const bool try_again =
        !is_made && attempt == Attempt::First && done.error().code == Code::NotFound;
    // This is the writer's thread: it must not draw pages, and a page that sends a
    // command itself would wait for it for ever. Unsent, the reply answers 500.
    const bool queued = again_.submit([this, shared, &route, reply, try_again, why = done.error()] {
      if (try_again) return act(std::move(*shared), route, reply, Attempt::Second);
      reply_again(*shared, route, why, reply);
    });
    if (queued) return;
    http::Response plain = said_plainly(done.error(), shared->language);
    complete(plain, app_.public_url);
    reply(std::move(plain));
  });
}

void Site::reply_again(Visit& visit, const Route& route, const Problem& why,
                       const http::Reply& reply) const {
  http::Response response;
  try {
    response = again(visit, route, why);
  } catch (const std::exception& failure) {
    log::error("form_again_threw", {{"what", failure.what()}, {"path", visit.request.path}});
    response = error_page(visit, why);
  }
  complete(response, app_.public_url);
  reply(std::move(response));
}

// The form again, with what was typed and what is wrong; without such a page, the error page.
http::Response Site::again(Visit& visit, const Route& route, const Problem& problem) const {
  if (!route.page) return error_page(visit, problem);
  // Where it is not known whether it was saved, the same form is sent once more, and counts once.
  const bool perhaps_saved = problem.code == Code::Unavailable && !visit.typed("khoa").empty();
  visit.form_key = perhaps_saved ? std::string(visit.typed("khoa")) : fresh_form_key(app_.random);
  visit.failure = &problem;
  auto response = route.page(visit);
  visit.failure = nullptr;
  return response ? *std::move(response) : error_page(visit, response.error());
}

// Where the form stands that was sent: the page that sent it, as the browser says, if it is one of
// ours; an address that only takes forms has nothing to show.
std::string Site::page_of_form(const http::Request& request) const {
  const auto is_page = [this](std::string_view target) {
    return app_.routes.find(http::Method::Get, target.substr(0, target.find('?'))).route != nullptr;
  };
  std::string_view from = request.header("referer");
  from.remove_prefix(std::min(from.find("://"), from.size()));
  if (!from.empty()) {
    from.remove_prefix(3);
    const std::size_t host_size = std::min(from.find('/'), from.size());
    const std::string page = own_path(from.substr(host_size));
    if (from.substr(0, host_size) == request.header("host") && is_page(page)) return page;
  }
  return is_page(request.path) ? own_path(request.path) : "/ban-lam-viec";
}

http::Response Site::refused(const Visit& visit, const Route& route) const {
  if (visit.actor.kind != Actor::Kind::Nobody) return error_page(visit, not_allowed(route.right));
  if (route.method == http::Method::Get) {
    return http::see_other("/dang-nhap?ve=" + http::percent_encode(visit.request.target));
  }
  ErrorView view{
      "401", error_title(401), {}, true, http::percent_encode(page_of_form(visit.request))};
  view.sentence = visit.language == Language::English
                      ? "Your sign-in has ended. Sign in, then send the form again."
                      : "Phiên đăng nhập đã hết. Hãy đăng nhập rồi gửi lại biểu mẫu.";
  http::Response response = app_.show(visit, view.title, view, {}, unlisted());
  response.status = 401;
  return response;
}

http::Response Site::error_page(const Visit& visit, const Problem& problem) const {
  const int status = status_of(problem.code);
  ErrorView view{std::to_string(status),
                 error_title(status),
                 full_sentence(problem, visit.language),
                 false,
                 {},
                 start_of(visit.actor)};
  http::Response response = app_.show(visit, view.title, view, {}, unlisted());
  response.status = status;
  return response;
}

}  // namespace lantoa::city
