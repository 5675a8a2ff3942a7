// One's own password: chosen at first sign-in, changed whenever one likes.
#include <boost/describe.hpp>

#include "city/identity/identity.h"

namespace lantoa::city::identity {
namespace {

struct OwnPasswordView {
  static constexpr std::string_view tpl = "src/city/identity/own_password.tpl";
  FormKeys keys;
  std::string address;
  bool first_use = false;
  bool may_work = false;  // and so have access tokens
};
BOOST_DESCRIBE_STRUCT(OwnPasswordView, (), (keys, address, first_use, may_work))

Result<http::Response> show_form(const App& app, const Visit& visit) {
  if (visit.actor.kind != Actor::Kind::Account) {
    return problem(Code::Forbidden,
                   {"Bạn vào bằng liên kết cá nhân nên không có mật khẩu để đổi.",
                    "You came by a personal link and have no password to change."});
  }
  return app.show(
      visit, {"Đổi mật khẩu", "Change your password"},
      OwnPasswordView{form_keys(visit), std::string(choose_password_path),
                      visit.actor.must_choose_password, visit.actor.may_somewhere(Right::Work)});
}

Result<ChangePassword> typed(const Visit& visit, Passwords& passwords) {
  if (visit.typed("password") != visit.typed("again")) {
    return problem(Code::Invalid,
                   {"Hai lần gõ mật khẩu mới không giống nhau. Hãy gõ lại cả hai.",
                    "The two new passwords differ. Type both again."},
                   "again");
  }
  const std::string_view current = visit.typed("current");
  return passwords.change(visit.actor.account,
                          visit.actor.must_choose_password ? std::nullopt : std::optional(current),
                          visit.typed("password"));
}

// Every session of the account ends with the fact; this browser gets a new one.
Result<http::Response> change(App& app, const State& state, const Needs& needs, const Visit& visit,
                              Passwords& passwords) {
  const auto failed = [&](const Problem& why) {
    Visit again = visit;
    again.failure = &why;
    return show_form(app, again);
  };
  if (visit.actor.kind != Actor::Kind::Account) return show_form(app, visit);
  const auto command = typed(visit, passwords);
  if (!command) return failed(command.error());
  Order order;
  order.actor = visit.actor.name;
  order.decide = [&state, &units = needs.organisation, &command](const Envelope& envelope) {
    return decide(state, units, *command, envelope);
  };
  const auto done = app.execute(std::move(order));
  if (!done) return failed(done.error());
  Visit signed_out = visit;
  signed_out.session_token.clear();
  return start_session(app, signed_out, visit.actor.name, needs.clock.now(), done->seq,
                       done->answer);
}

}  // namespace

void install_own_password(App& app, const State& state, Needs needs,
                          const std::shared_ptr<Passwords>& passwords) {
  const std::string address(choose_password_path);
  app.routes.get(address, Right::StaffSelf,
                 [&app](const Visit& visit) { return show_form(app, visit); });
  app.routes.raw_post(
      address, Right::StaffSelf,
      [&app, &state, needs, passwords](const Visit& visit) {
        return change(app, state, needs, visit, *passwords);
      },
      Share::SignIns);
}

}  // namespace lantoa::city::identity
