#include "app/demo_people.h"

#include <algorithm>

#include "city/identity/credentials.h"

namespace lantoa::app {
namespace {

using city::organisation::Kind;

template <class Command>
Result<ledger::Done> identity_command(House& house, const Command& command) {
  const States& states = house.states();
  return as_setup(house, [&](const city::Envelope& envelope) {
    return city::identity::decide(states.identity, states.organisation, command, envelope);
  });
}

// How many of a hundred synthetic persons sit in a unit of this kind, relative to each other.
std::uint32_t weight(Kind kind) {
  switch (kind) {
    case Kind::Ward:
      return 6;
    case Kind::Commune:
    case Kind::Township:
      return 5;
    case Kind::UrbanDistrict:
    case Kind::RuralDistrict:
    case Kind::Town:
      return 24;
    case Kind::Department:
      return 30;
    case Kind::City:
      return 12;
    case Kind::Council:
      return 0;
  }
  return 0;
}

std::string four_digits(std::uint32_t n) {
  std::string digits = std::to_string(n);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

// The first person of a unit becomes its officer. One hash serves all, because the password is one.
Result<void> open_unit_officers(House& house) {
  const States& states = house.states();
  TRY_ASSIGN(city::identity::OpenAccount account,
             city::identity::prepare_account(city::PersonNo{1}, "phobien", demo_password));
  account.first_use = false;  // one published password, which stays
  for (std::uint32_t i = 1; i <= states.organisation.size(); ++i) {
    const auto& unit = states.organisation.unit(city::UnitNo{i});
    const auto& people = states.identity.at(unit.no);
    if (people.empty() || !officer_of(states, unit.no).empty()) continue;
    account.person = people.front();
    account.login = "phobien." + unit.code;
    TRY(identity_command(house, account));
    const city::AccountNo no = states.identity.account_of(account.person);
    TRY(identity_command(house, city::identity::GrantRole{no, {city::Role::UnitOfficer, unit.no}}));
  }
  return {};
}

}  // namespace

// Spreads `wanted` persons over the tree by weight; one in eight is a key official, one in twelve
// has no mail. Names say what they are: samples.
Result<void> register_persons(House& house, std::uint32_t wanted) {
  const States& states = house.states();
  std::uint64_t total = 0;
  for (std::uint32_t i = 1; i <= states.organisation.size(); ++i) {
    total += weight(states.organisation.unit(city::UnitNo{i}).kind);
  }
  city::identity::RegisterPersons command{{}, house.states().calendar.today()};
  std::uint64_t seen = 0;
  std::uint32_t made = 0;
  for (std::uint32_t i = 1; i <= states.organisation.size(); ++i) {
    const auto& unit = states.organisation.unit(city::UnitNo{i});
    seen += weight(unit.kind);
    for (const auto goal = static_cast<std::uint32_t>(seen * wanted / total); made < goal;) {
      ++made;
      const std::string number = four_digits(made);
      command.rows.push_back({made + 1, "Cán bộ mẫu " + number, unit.code,
                              made % 12 == 0 ? "" : "canbo" + number + "@mau.lantoa.example",
                              made % 8 == 1 ? "x" : ""});
    }
  }
  TRY(as_setup(house, [&](const city::Envelope& envelope) {
    return city::identity::decide(states.identity, states.organisation, command, envelope);
  }));
  return {};
}

Result<void> open_demo_accounts(House& house) {
  for (const DemoOfficer& one : demo_officers()) {
    TRY(open_officer(
        house, {one.name, one.unit, one.login, std::string(demo_password), one.role, one.over}));
  }
  return open_unit_officers(house);
}

Result<void> issue_links(House& house) {
  const States& states = house.states();
  city::identity::IssueLinks command;
  crypto::SystemRandom random;
  for (const char* code : {"00046", "00049"}) {
    for (const city::PersonNo person : states.identity.at(states.organisation.by_code(code))) {
      command.links.push_back(
          {person, crypto::base64url(random.bytes(city::identity::link_token_bytes))});
    }
  }
  TRY(as_setup(house, [&](const city::Envelope& envelope) {
    return city::identity::decide(states.identity, states.organisation, command, envelope);
  }));
  return {};
}

const std::vector<DemoOfficer>& demo_officers() {
  using city::Role;
  static const std::vector<DemoOfficer> officers{
      {"quantri", "Quản trị mẫu", "VPUB", Role::Administrator, "01"},
      {"stp.chuyenvien", "Chuyên viên mẫu", "STP", Role::Planner, "01"},
      {"stp.lanhdao", "Lãnh đạo mẫu", "STP", Role::Leader, "01"},
      {"hoankiem.tuphap", "Cán bộ quận mẫu", "002", Role::UnitOfficer, "002"},
      {"phuong.01", "Cán bộ phường mẫu", "00046", Role::UnitOfficer, "00046"},
      {"kiemtra", "Kiểm tra mẫu", "TTTP", Role::Auditor, "01"},
  };
  return officers;
}

Result<std::string> actor_of(House& house, std::string_view login) {
  TRY_ASSIGN(const auto found, house.app().vault.find(city::identity::login_index(login)));
  if (found) return found->id;
  return problem(Code::NotFound, {"Không có tài khoản mẫu " + std::string(login),
                                  "There is no demo account " + std::string(login)});
}

bool is_left_to_visitors(const States& states, city::UnitNo unit) {
  const std::string& code = states.organisation.unit(unit).code;
  return std::any_of(demo_officers().begin(), demo_officers().end(), [&](const DemoOfficer& one) {
    return one.role == city::Role::UnitOfficer && one.over == code;
  });
}

std::string officer_of(const States& states, city::UnitNo unit) {
  for (const city::PersonNo person : states.identity.at(unit)) {
    const city::AccountNo account = states.identity.account_of(person);
    if (!account) continue;
    const auto& grants = states.identity.account(account).grants;
    if (std::find(grants.begin(), grants.end(), city::Grant{city::Role::UnitOfficer, unit}) !=
        grants.end()) {
      return city::subject("account", account);
    }
  }
  return {};
}

}  // namespace lantoa::app
