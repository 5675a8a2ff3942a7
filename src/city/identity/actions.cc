// What those who manage people do: move, leave, open and close accounts, roles, personal links.
#include <boost/describe.hpp>

#include "city/identity/identity.h"

namespace lantoa::city::identity {
namespace {

template <class Command>
Order order_of(const State& state, const organisation::State& organisation, Command command) {
  Order order;
  order.decide = [&state, &organisation, command = std::move(command)](const Envelope& envelope) {
    return decide(state, organisation, command, envelope);
  };
  return order;
}

Result<Role> typed_role(const Visit& visit) {
  Role role{};
  const std::string written(visit.typed("vai-tro"));
  if (boost::describe::enum_from_string(written.c_str(), role)) return role;
  return problem(Code::Invalid, {"Hãy chọn một vai trò.", "Choose a role."}, "vai-tro");
}

// The role and unit of a row on the account's page.
Result<Grant> typed_grant(const Visit& visit) {
  TRY_ASSIGN(const Role role, typed_role(visit));
  return Grant{role, UnitNo{number_in(visit.typed("so-don-vi"), "").value_or(0)}};
}

void install_person_actions(App& app, const State& state, const Needs& needs,
                            const std::shared_ptr<Passwords>& passwords) {
  const organisation::State& units = needs.organisation;
  const Page again = person_page(app, state, needs);
  const auto post = [&](std::string pattern, MakeOrder order) {
    app.routes.post(std::move(pattern), Right::ManageAccounts, std::move(order), again);
  };
  post("/nguoi/{person}/chuyen", [&app, &state, &units](const Visit& visit) -> Result<Order> {
    TRY_ASSIGN(const PersonNo person, visit.number<PersonNo>("person"));
    TRY_ASSIGN(const UnitNo unit, typed_code(app, units, visit));
    Order order;
    order.decide = [&state, &units, person, unit](const Envelope& envelope) {
      return decide(state, units, MovePerson{person, unit, envelope.today}, envelope);
    };
    return order;
  });
  post("/nguoi/{person}/roi", [&state, &units](const Visit& visit) -> Result<Order> {
    TRY_ASSIGN(const PersonNo person, visit.number<PersonNo>("person"));
    Order order;
    order.decide = [&state, &units, person](const Envelope& envelope) {
      return decide(state, units, LeavePerson{person, envelope.today}, envelope);
    };
    return order;
  });
  post("/nguoi/{person}/tai-khoan",
       [&state, &units, passwords](const Visit& visit) -> Result<Order> {
         TRY_ASSIGN(const PersonNo person, visit.number<PersonNo>("person"));
         TRY_ASSIGN(OpenAccount command,
                    passwords->prepare(person, visit.typed("login"), visit.typed("password")));
         return order_of(state, units, std::move(command));
       });
  post("/nguoi/{person}/lien-ket", [&app, &state, &units](const Visit& visit) -> Result<Order> {
    TRY_ASSIGN(const PersonNo person, visit.number<PersonNo>("person"));
    const std::string token = crypto::base64url(app.random.bytes(link_token_bytes));
    return order_of(state, units, IssueLinks{{{person, token}}});
  });
}

}  // namespace

Result<UnitNo> typed_code(const App& app, const organisation::State& organisation,
                          const Visit& visit) {
  const std::string_view code = visit.typed("don-vi");
  const UnitNo unit = app.engine.read([&] { return organisation.by_code(code); });
  if (unit) return unit;
  TRY(app.engine.read(
      [&] { return require_open_home(organisation, organisation.closed_by_code(code)); }));
  const std::string written(code);
  return problem(Code::Invalid,
                 {"Không có đơn vị nào mang mã “" + written + "”. Xem mã ở trang của đơn vị.",
                  "No unit has the code “" + written + "”. A unit’s page shows its code."},
                 "don-vi");
}

void install_actions(App& app, const State& state, Needs needs,
                     const std::shared_ptr<Passwords>& passwords) {
  install_person_actions(app, state, needs, passwords);
  const organisation::State& units = needs.organisation;
  const Page again = account_page(app, state, needs);
  const auto post = [&](std::string pattern, MakeOrder order) {
    app.routes.post(std::move(pattern), Right::ManageAccounts, std::move(order), again);
  };
  post("/tai-khoan/{account}/de-nghi", [&app, &state, &units](const Visit& visit) -> Result<Order> {
    TRY_ASSIGN(const AccountNo account, visit.number<AccountNo>("account"));
    TRY_ASSIGN(const Role role, typed_role(visit));
    TRY_ASSIGN(const UnitNo unit, typed_code(app, units, visit));
    return order_of(state, units, ProposeRole{account, {role, unit}});
  });
  post("/tai-khoan/{account}/xac-nhan", [&state, &units](const Visit& visit) -> Result<Order> {
    TRY_ASSIGN(const AccountNo account, visit.number<AccountNo>("account"));
    TRY_ASSIGN(const Grant grant, typed_grant(visit));
    return order_of(state, units, ConfirmRole{account, grant});
  });
  post("/tai-khoan/{account}/thu-hoi", [&state, &units](const Visit& visit) -> Result<Order> {
    TRY_ASSIGN(const AccountNo account, visit.number<AccountNo>("account"));
    TRY_ASSIGN(const Grant grant, typed_grant(visit));
    return order_of(state, units, WithdrawRole{account, grant});
  });
  post("/tai-khoan/{account}/mat-khau",
       [&app, &state, &units, passwords](const Visit& visit) -> Result<Order> {
         TRY_ASSIGN(const AccountNo account, visit.number<AccountNo>("account"));
         const auto allowed = app.engine.read([&]() -> Result<void> {
           TRY_ASSIGN(const Account* found, state.find(account));
           return may_reset(state, units, *found, visit.actor);
         });
         if (!allowed) return tl::unexpected(allowed.error());
         TRY_ASSIGN(ResetPassword command, passwords->reset(account, visit.typed("password")));
         return order_of(state, units, std::move(command));
       });
  post("/tai-khoan/{account}/dong", [&state, &units](const Visit& visit) -> Result<Order> {
    TRY_ASSIGN(const AccountNo account, visit.number<AccountNo>("account"));
    return order_of(state, units, CloseAccount{account});
  });
}

}  // namespace lantoa::city::identity
