// One account: its roles, what is proposed, and what this visitor may do about it.
#include <boost/describe.hpp>

#include "city/identity/identity.h"

namespace lantoa::city::identity {
namespace {

struct RoleRow {
  FormKeys keys;
  std::string address;  // of the account
  Text role;
  std::string role_name;  // as forms and facts write it
  std::string unit;
  std::string unit_number;
  std::string proposed_by;  // of a proposal
  bool may_confirm = false;
  bool may_withdraw = false;
};
BOOST_DESCRIBE_STRUCT(RoleRow, (),
                      (keys, address, role, role_name, unit, unit_number, proposed_by, may_confirm,
                       may_withdraw))

struct RoleChoice {
  std::string value;
  Text label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(RoleChoice, (), (value, label, chosen))

struct Propose {
  FormKeys keys;
  std::string address;
  std::vector<RoleChoice> roles;
  std::string unit_code;
};
BOOST_DESCRIBE_STRUCT(Propose, (), (keys, address, roles, unit_code))

struct Close {
  FormKeys keys;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(Close, (), (keys, address))

struct TokenLine {
  FormKeys keys;
  std::string number;
  Text scopes;
  std::string until;
  Text used;
  Text state;
  std::string mark;
  bool good = false;
  bool named = false;
};
BOOST_DESCRIBE_STRUCT(TokenLine, (), (keys, number, scopes, until, used, state, mark, good, named))

struct AccountView {
  static constexpr std::string_view tpl = "src/city/identity/account.tpl";
  std::string number;
  std::string name;
  std::string unit;
  std::string person_address;
  bool has_grants = false;
  bool has_proposed = false;
  std::vector<RoleRow> grants;
  std::vector<RoleRow> proposed;
  std::optional<Propose> propose;  // of an open account
  std::optional<Close> close;
  std::optional<Close> reset;  // the password
  bool must_choose = false;
  std::optional<std::string> set_by;     // whose password it was or is
  std::optional<std::string> chosen_on;  // when the owner chose his own
  bool has_tokens = false;
  std::vector<TokenLine> tokens;  // with something left to revoke or to erase
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (number, name, unit, person_address, has_grants, has_proposed, grants,
                       proposed, propose, close, reset, must_choose, set_by, chosen_on, has_tokens,
                       tokens))

struct Noted {
  AccountView view;
  PersonNo person;
  PersonNo set_by;                  // none: the system, or the owner always had his own
  std::vector<PersonNo> proposers;  // of view.proposed
};

// None is chosen beforehand: the first of them is the mightiest.
std::vector<RoleChoice> role_choices(std::string_view chosen) {
  std::vector<RoleChoice> out{{"", {"Chọn vai trò", "Choose a role"}}};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>(
      [&](auto role) { out.push_back({role.name, title(role.value), chosen == role.name}); });
  return out;
}

class Look {
 public:
  Look(const State& state, const Needs& needs, const Visit& visit)
      : state_(state),
        organisation_(needs.organisation),
        today_(needs.calendar.today()),
        visit_(visit) {}

  Result<Noted> account(AccountNo no) const {
    TRY_ASSIGN(const Account* account, state_.find(no));
    const Person& person = state_.person(account->person);
    const bool manages = require_manager(organisation_, visit_.actor, person.home).has_value();
    if (!manages && !concerns(*account)) {
      return tl::unexpected(not_allowed(Right::ManageAccounts));
    }
    const organisation::Unit& home = organisation_.unit(person.home);
    const std::string address = "/tai-khoan/" + std::to_string(no.value);
    Noted noted;
    noted.person = person.no;
    AccountView& view = noted.view;
    view.number = std::to_string(no.value);
    view.unit = home.name;
    view.person_address = "/nguoi/" + std::to_string(person.no.value);
    for (const Grant& grant : account->grants) view.grants.push_back(row(address, grant));
    for (const Proposal& proposal : account->proposed) {
      view.proposed.push_back(row(address, proposal.grant));
      RoleRow& added = view.proposed.back();
      added.may_confirm = may_confirm(organisation_, *account, proposal, visit_.actor).has_value();
      noted.proposers.push_back(proposal.by);
    }
    view.has_grants = !view.grants.empty();
    view.has_proposed = !view.proposed.empty();
    if (!account->open) return noted;
    const std::string_view code = visit_.typed("don-vi");
    view.propose = {form_keys(visit_), address, role_choices(visit_.typed("vai-tro")),
                    code.empty() ? home.code : std::string(code)};
    view.must_choose = account->must_choose;
    noted.set_by = account->set_by;
    if (account->chosen.ms != 0) view.chosen_on = vietnamese(account->chosen);
    if (manages) view.close = {form_keys(visit_), address};
    if (manages) add_tokens(view, no);
    if (manages && person.no != visit_.actor.person) view.reset = view.close;
    return noted;
  }

 private:
  // Who manages a unit sees whoever has, or shall have, a role over it.
  bool concerns(const Account& account) const {
    const auto mine = [&](const Grant& grant) {
      return require_manager(organisation_, visit_.actor, grant.unit).has_value();
    };
    return std::any_of(account.grants.begin(), account.grants.end(), mine) ||
           std::any_of(account.proposed.begin(), account.proposed.end(),
                       [&](const Proposal& one) { return mine(one.grant); });
  }

  void add_tokens(AccountView& view, AccountNo account) const {
    for (const TokenNo no : state_.tokens_of(account)) {
      const Token& token = state_.token(no);
      TokenStanding standing = standing_of(state_, token, today_);
      if (!standing.good && !standing.named) continue;
      view.tokens.push_back({form_keys(visit_), std::to_string(no.value), in_words(token.scopes),
                             vietnamese(token.until), std::move(standing.used),
                             std::move(standing.state), std::move(standing.mark), standing.good,
                             standing.named});
    }
    view.has_tokens = !view.tokens.empty();
  }

  RoleRow row(const std::string& address, const Grant& grant) const {
    RoleRow out;
    out.keys = form_keys(visit_);
    out.address = address;
    out.role = title(grant.role);
    out.role_name = boost::describe::enum_to_string(grant.role, "");
    out.unit = organisation_.unit(grant.unit).name;
    out.unit_number = std::to_string(grant.unit.value);
    out.may_withdraw = require_manager(organisation_, visit_.actor, grant.unit).has_value();
    return out;
  }

  const State& state_;
  const organisation::State& organisation_;
  Date today_;
  const Visit& visit_;
};

}  // namespace

Page account_page(App& app, const State& state, Needs needs) {
  return [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const AccountNo no, visit.number<AccountNo>("account"));
    auto noted = app.engine.read([&] { return Look(state, needs, visit).account(no); });
    if (!noted) return tl::unexpected(std::move(noted).error());
    AccountView& view = noted->view;
    view.name = app.name_of(noted->person, visit.language);
    for (std::size_t i = 0; i < view.proposed.size(); ++i) {
      view.proposed[i].proposed_by = app.name_of(noted->proposers[i], visit.language);
    }
    if (noted->set_by) view.set_by = app.name_of(noted->set_by, visit.language);
    const Text heading{"Tài khoản của " + view.name, "Account of " + view.name};
    return app.show(visit, heading, view, {{view.name, view.person_address}, {view.number, {}}});
  };
}

}  // namespace lantoa::city::identity
