// One person as those see him who manage his unit, and the slip with his personal link.
#include <boost/describe.hpp>

#include "city/identity/identity.h"

namespace lantoa::city::identity {
namespace {

struct OpenAccountForm {
  FormKeys keys;
  std::string address;
  std::string login;
};
BOOST_DESCRIBE_STRUCT(OpenAccountForm, (), (keys, address, login))

struct AccountLine {
  std::string address;
  std::string number;
};
BOOST_DESCRIBE_STRUCT(AccountLine, (), (address, number))

struct Changes {  // what may be done while the person is here
  FormKeys keys;
  std::string address;
  std::string unit_code;
  bool has_link = false;
  bool may_print = false;
};
BOOST_DESCRIBE_STRUCT(Changes, (), (keys, address, unit_code, has_link, may_print))

struct PersonView {
  static constexpr std::string_view tpl = "src/city/identity/person.tpl";
  std::string number;
  std::string name;
  std::string unit;
  std::string unit_address;
  std::optional<std::string> mail;
  bool key_official = false;
  std::optional<AccountLine> account;
  std::optional<OpenAccountForm> open_account;
  std::optional<Changes> changes;
};
BOOST_DESCRIBE_STRUCT(PersonView, (),
                      (number, name, unit, unit_address, mail, key_official, account, open_account,
                       changes))

struct SlipView {
  static constexpr std::string_view tpl = "src/city/identity/slip.tpl";
  std::string name;
  std::string unit;
  std::string link;
  std::string back;
};
BOOST_DESCRIBE_STRUCT(SlipView, (), (name, unit, link, back))

Result<PersonView> look_at(const State& state, const organisation::State& organisation,
                           const Visit& visit, PersonNo no) {
  TRY_ASSIGN(const Person* person, state.find(no));
  TRY(require_manager(organisation, visit.actor, person->home));
  const organisation::Unit& unit = organisation.unit(person->home);
  PersonView view;
  view.number = std::to_string(no.value);
  view.unit = unit.name;
  view.unit_address = "/nguoi?don-vi=" + std::to_string(unit.no.value);
  view.key_official = person->key_official;
  if (!person->active) return view;
  const std::string address = "/nguoi/" + view.number;
  const bool may_print = person->has_link && person->link_by == visit.actor.account;
  view.changes = {form_keys(visit), address, std::string(visit.typed("don-vi")), person->has_link,
                  may_print};
  if (const AccountNo account = state.account_of(no)) {
    const std::string number = std::to_string(account.value);
    view.account = {"/tai-khoan/" + number, number};
  } else {
    view.open_account = {form_keys(visit), address, std::string(visit.typed("login"))};
  }
  return view;
}

}  // namespace

Page person_page(App& app, const State& state, Needs needs) {
  return [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const PersonNo no, visit.number<PersonNo>("person"));
    auto view = app.engine.read([&] { return look_at(state, needs.organisation, visit, no); });
    if (!view) return tl::unexpected(std::move(view).error());
    view->name = app.name_of(no, visit.language);
    TRY_ASSIGN(const auto text, app.vault.open(subject("person", no)));
    if (text) {
      TRY_ASSIGN(auto record, decode<PersonRecord>(*text));
      if (!record.mail.empty()) view->mail = std::move(record.mail);
    }
    return app.show(visit, {view->name, view->name}, *view,
                    {App::named(view->unit, view->unit_address), {view->name, {}}});
  };
}

Page slip_page(App& app, const State& state, Needs needs) {
  return [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const PersonNo no, visit.number<PersonNo>("person"));
    auto view = app.engine.read(
        [&]() -> Result<PersonView> { return look_at(state, needs.organisation, visit, no); });
    if (!view) return tl::unexpected(std::move(view).error());
    std::optional<std::string> token;
    if (view->changes && view->changes->may_print) {
      TRY_ASSIGN(token, app.vault.open(subject("link", no)));
    }
    if (!token) {
      return problem(Code::Forbidden,
                     {"Chỉ người vừa cấp liên kết mới in được phiếu. Cấp liên kết mới thì liên kết "
                      "cũ hết dùng được.",
                      "Only who issued the link can print its slip. Issue a new link; the old one "
                      "stops working."});
    }
    const SlipView slip{app.name_of(no, visit.language), view->unit,
                        app.public_url + "/n/" + *token, "/nguoi/" + view->number};
    return app.show(visit, {"Phiếu liên kết cá nhân", "Slip with a personal link"}, slip);
  };
}

}  // namespace lantoa::city::identity
