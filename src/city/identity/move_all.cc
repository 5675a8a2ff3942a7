// All people of a unit to another one, on a page that says first how many they are; and what people
// and roles keep a unit from being closed.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/identity/decide.h"
#include "city/identity/identity.h"

namespace lantoa::city::identity {
namespace {

constexpr const char* from_field = "tu";

struct MoveAllView {
  static constexpr std::string_view tpl = "src/city/identity/move_all.tpl";
  FormKeys keys;
  std::string from;  // number
  std::string unit, back;
  std::uint32_t people = 0, accounts = 0;
  bool has_people = false;
  Field to;
};
BOOST_DESCRIBE_STRUCT(MoveAllView, (), (keys, from, unit, back, people, accounts, has_people, to))

std::uint32_t accounts_at(const State& state, UnitNo unit) {
  std::uint32_t out = 0;
  for (const PersonNo person : state.at(unit)) out += state.account_of(person) ? 1 : 0;
  return out;
}

// Accounts with a role over this very unit.
std::uint32_t officers_of(const State& state, UnitNo unit) {
  std::uint32_t out = 0;
  for (std::uint32_t i = 1; i <= state.accounts(); ++i) {
    const auto& grants = state.account(AccountNo{i}).grants;
    out += std::any_of(grants.begin(), grants.end(),
                       [&](const Grant& grant) { return grant.unit == unit; })
               ? 1
               : 0;
  }
  return out;
}

Result<MoveAllView> move_all_view(const State& state, const organisation::State& organisation,
                                  const Visit& visit) {
  const std::uint32_t typed = visit.typed_number(from_field);
  const UnitNo from{typed != 0 ? typed : visit.query_number(from_field)};
  TRY_ASSIGN(const organisation::Unit* unit, organisation.find(from));
  TRY(require_manager(organisation, visit.actor, from));
  const std::string number = std::to_string(from.value);
  const auto people = static_cast<std::uint32_t>(state.at(from).size());
  return MoveAllView{form_keys(visit), number,
                     unit->name,       "/nguoi?don-vi=" + number,
                     people,           accounts_at(state, from),
                     people != 0,      field(visit, "don-vi")};
}

void add_ties(const State& state, UnitNo unit, std::vector<UnitTie>& out) {
  const std::string address = "/nguoi?don-vi=" + std::to_string(unit.value);
  const std::string accounts = std::to_string(accounts_at(state, unit));
  out.push_back({{"Người thuộc đơn vị", "People of the unit"},
                 static_cast<std::uint32_t>(state.at(unit).size()),
                 address,
                 {"Trong đó " + accounts +
                      " người có tài khoản. Hãy chuyển họ sang đơn vị khác, hoặc ghi là đã rời cơ "
                      "quan.",
                  "With an account: " + accounts +
                      ". Move them to another unit, or record that they have left."},
                 true});
  out.push_back(
      {{"Tài khoản có vai trò ở đơn vị", "Accounts with a role over the unit"},
       officers_of(state, unit),
       {},
       {"Vai trò vẫn còn; thu hồi ở trang của tài khoản nếu không cần nữa.",
        "The role stays; withdraw it on the account’s page where it is needed no more."}});
}

}  // namespace

void install_move_all(App& app, const State& state, Needs needs) {
  const organisation::State& units = needs.organisation;
  const Page form = [&app, &state, &units](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const MoveAllView view,
               app.engine.read([&] { return move_all_view(state, units, visit); }));
    const Text heading{"Chuyển tất cả người của đơn vị", "Move all people of a unit"};
    return app.show(visit, heading, view,
                    {App::named(view.unit, view.back), {heading.in(visit.language), {}}});
  };
  app.routes.get("/nguoi/chuyen-het", Right::ManageAccounts, form);
  app.routes.post(
      "/nguoi/chuyen-het", Right::ManageAccounts,
      [&app, &state, &units](const Visit& visit) -> Result<Order> {
        const UnitNo from{visit.typed_number(from_field)};
        TRY_ASSIGN(const UnitNo unit, typed_code(app, units, visit));
        Order order;
        order.decide = [&state, &units, from, unit](const Envelope& envelope) {
          return decide(state, units, MoveEverybody{from, unit, envelope.today}, envelope);
        };
        return order;
      },
      form);
  app.unit_ties.emplace_back(
      [&state](UnitNo unit, std::vector<UnitTie>& out) { add_ties(state, unit, out); });
}

}  // namespace lantoa::city::identity
