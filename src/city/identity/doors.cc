// How one comes in and goes out: login and password, a personal link, signing out, the language.
#include <boost/describe.hpp>

#include "city/identity/identity.h"

namespace lantoa::city::identity {
namespace {

constexpr std::string_view officers_start = "/ban-lam-viec";
constexpr std::string_view own_record = "/cua-toi";

struct SignInView {
  static constexpr std::string_view tpl = "src/city/identity/sign_in.tpl";
  FormKeys keys;
  std::string login;
  std::string back;  // where to go afterwards
};
BOOST_DESCRIBE_STRUCT(SignInView, (), (keys, login, back))

struct NoLinkView {
  static constexpr std::string_view tpl = "src/city/identity/no_link.tpl";
  bool signed_in = false;
};
BOOST_DESCRIBE_STRUCT(NoLinkView, (), (signed_in))

const Text sign_in_title{"Đăng nhập", "Sign in"};

std::string cookie(std::string_view value) {
  return std::string(session::cookie_name) + "=" + std::string(value) +
         "; Path=/; Secure; HttpOnly; SameSite=Lax";
}

std::string after_sign_in(std::string_view back) {
  if (back.empty() || back.starts_with("/dang-")) return std::string(officers_start);
  return own_path(back);
}

http::Response show_form(const App& app, const Visit& visit, std::string_view back) {
  const Text about{"Nơi cán bộ của các cơ quan, đơn vị đăng nhập để làm việc trên Lan Tỏa Hà Nội.",
                   "Where officers of public bodies sign in to work with Lan Tỏa Hà Nội."};
  return app.show(visit, sign_in_title,
                  SignInView{form_keys(visit), std::string(visit.typed("login")),
                             back.empty() ? "" : own_path(back)},
                  {}, PageHead{.description = about.in(visit.language)});
}

http::Response form_again(const App& app, const Visit& visit, const Problem& problem) {
  Visit failed = visit;
  failed.failure = &problem;
  return show_form(app, failed, visit.typed("ve"));
}

// Into the session of this token, out of the one before it.
Result<http::Response> enter(App& app, const Visit& visit, std::string_view token, std::string to) {
  if (!visit.session_token.empty()) TRY(app.sessions.end(visit.session_token));
  http::Response response = http::see_other(std::move(to));
  response.with("Set-Cookie", cookie(token)).with("Cache-Control", "no-store");
  return response;
}

Result<AccountNo> who_signs_in(const Visit& visit, Passwords& passwords) {
  for (const char* field : {"login", "password"}) {
    if (!visit.typed(field).empty()) continue;
    return problem(Code::Invalid,
                   {"Hãy nhập cả tên đăng nhập và mật khẩu.", "Enter both login and password."},
                   field);
  }
  return passwords.check(visit.typed("login"), visit.typed("password"));
}

Problem overtaken() {
  return {
      Code::Conflict,
      {"Mật khẩu hoặc vai trò của tài khoản này vừa được thay trong lúc bạn đăng nhập. Hãy đăng "
       "nhập lại bằng mật khẩu hiện nay.",
       "The password or a role of this account was replaced while you signed in. Sign in again "
       "with the password of now."},
      "login",
      {}};
}

// Looking up who comes in takes its time, and the session is there only after it: by a password or
// a link that was replaced meanwhile nobody is let in. `position` is of before the looking up.
Result<Actor> who_came_in(const App& app, const State& state, const std::string& name,
                          std::uint64_t position) {
  return app.engine.read([&]() -> Result<Actor> {
    if (state.sessions_from(name) > position) return tl::unexpected(overtaken());
    return state.actor(name);
  });
}

Result<http::Response> sign_in(App& app, const State& state, const Visit& visit, Instant now,
                               Passwords& passwords) {
  const std::uint64_t before = app.engine.head().seq;
  const auto account = who_signs_in(visit, passwords);
  if (!account) return form_again(app, visit, account.error());
  const std::string name = subject("account", *account);
  TRY_ASSIGN(const std::string token, app.sessions.start(name, now, before));
  const auto actor = who_came_in(app, state, name, before);
  if (!actor) {
    TRY(app.sessions.end(token));
    return form_again(app, visit, actor.error());
  }
  std::string to = after_sign_in(visit.typed("ve"));
  if (to == officers_start && !actor->may_somewhere(Right::Work)) to = own_record;
  if (actor->must_choose_password) to = choose_password_path;
  return enter(app, visit, token, std::move(to));
}

Result<http::Response> sign_out(App& app, const Visit& visit) {
  if (!visit.session_token.empty()) TRY(app.sessions.end(visit.session_token));
  http::Response response = http::see_other("/");
  response.with("Set-Cookie", cookie("") + "; Max-Age=0");
  return response;
}

http::Response no_such_link(const App& app, const Visit& visit) {
  // The page names its own address in places; a token stands nowhere.
  Visit without = visit;
  without.request.target = without.request.path = "/";
  http::Response response =
      app.show(without, {"Liên kết không dùng được", "This link does not work"},
               NoLinkView{visit.actor.kind != Actor::Kind::Nobody});
  response.status = status_of(Code::NotFound);
  return response;
}

Result<http::Response> follow_link(App& app, const State& state, const Visit& visit, Instant now) {
  const auto segment = visit.segments.find("token");
  const std::uint64_t before = app.engine.head().seq;
  TRY_ASSIGN(const auto found, app.vault.find("link:" + segment->second));
  const PersonNo person{found ? number_in(found->id, "link/").value_or(0) : 0};
  const std::string name = subject("person", person);
  const auto actor = app.engine.read([&] { return state.actor(name); });
  if (!actor) return no_such_link(app, visit);
  // Programs that look at links before people do start no session; and an officer who follows his
  // own link goes on as he is.
  const bool look_only = visit.request.method == http::Method::Head;
  if (look_only || visit.actor.person == person) return http::see_other(std::string(own_record));
  TRY_ASSIGN(const std::string token, app.sessions.start(name, now, before));
  if (!who_came_in(app, state, name, before)) {
    TRY(app.sessions.end(token));
    return no_such_link(app, visit);
  }
  return enter(app, visit, token, std::string(own_record));
}

Result<http::Response> choose_language(const Visit& visit) {
  const std::string& language = visit.segments.find("lang")->second;
  if (language != "vi" && language != "en") {
    return problem(Code::NotFound, {"Trang này có tiếng Việt và tiếng Anh.",
                                    "This site speaks Vietnamese and English."});
  }
  http::Response response = http::see_other(own_path(visit.query("ve")));
  response.with("Set-Cookie", "lantoa-ngon-ngu=" + language +
                                  "; Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax");
  return response;
}

}  // namespace

Result<http::Response> start_session(App& app, const Visit& visit, std::string_view subject,
                                     Instant now, std::uint64_t position, std::string to) {
  TRY_ASSIGN(const std::string token, app.sessions.start(subject, now, position));
  return enter(app, visit, token, std::move(to));
}

void install_doors(App& app, const State& state, Needs needs,
                   const std::shared_ptr<Passwords>& passwords) {
  app.routes.get("/dang-nhap", Right::Public, [&app](const Visit& visit) -> Result<http::Response> {
    const std::string back = visit.query("ve");
    if (visit.actor.kind == Actor::Kind::Account) return http::see_other(after_sign_in(back));
    return show_form(app, visit, back);
  });
  app.routes.raw_post(
      "/dang-nhap", Right::Public,
      [&app, &state, &clock = needs.clock, passwords](const Visit& visit) {
        return sign_in(app, state, visit, clock.now(), *passwords);
      },
      Share::SignIns);
  app.routes.raw_post("/dang-xuat", Right::Public,
                      [&app](const Visit& visit) { return sign_out(app, visit); });
  app.routes.get("/n/{token}", Right::Public,
                 [&app, &state, &clock = needs.clock](const Visit& visit) {
                   return follow_link(app, state, visit, clock.now());
                 });
  app.routes.get("/ngon-ngu/{lang}", Right::Public, choose_language);
}

}  // namespace lantoa::city::identity
