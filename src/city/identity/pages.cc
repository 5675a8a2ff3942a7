// What people and accounts look like to those who manage them.
#include <boost/describe.hpp>
#include <map>
#include <set>

#include "city/identity/identity.h"
#include "viet/unicode.h"

namespace lantoa::city::identity {
namespace {

struct AccountLink {
  std::string address;
  std::string number;
};
BOOST_DESCRIBE_STRUCT(AccountLink, (), (address, number))

struct PersonRow {
  std::string address;
  std::string name;
  bool key_official = false;
  bool has_mail = false;
  std::optional<AccountLink> account;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (address, name, key_official, has_mail, account))

struct UnitRow {
  std::string address;
  std::string name;
  std::uint32_t people = 0;  // with everything below it
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (address, name, people))

struct WaitingRow {
  std::string address;
  std::string name;
  Text role;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (), (address, name, role, unit))

struct PeopleView {
  static constexpr std::string_view tpl = "src/city/identity/people.tpl";
  std::string unit;
  std::optional<std::string> closed;  // that the unit is
  std::optional<std::string> move;    // where all of them can be moved together
  std::uint32_t people = 0;           // exactly here
  bool has_people = false;
  bool has_units = false;
  bool has_waiting = false;
  std::vector<PersonRow> rows;
  std::vector<UnitRow> units;
  std::vector<WaitingRow> waiting;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(PeopleView, (),
                      (unit, closed, move, people, has_people, has_units, has_waiting, rows, units,
                       waiting, pager))

struct Noted {  // what is copied out of the state, before the vault tells the names
  PeopleView view;
  std::vector<PersonNo> persons;     // of view.rows
  std::vector<PersonNo> applicants;  // of view.waiting
  std::vector<App::Crumb> crumbs;
};

std::string people_address(UnitNo unit) { return "/nguoi?don-vi=" + std::to_string(unit.value); }
std::string person_address(PersonNo no) { return "/nguoi/" + std::to_string(no.value); }
std::string account_address(AccountNo no) { return "/tai-khoan/" + std::to_string(no.value); }

class Look {
 public:
  Look(const State& state, const organisation::State& organisation, const Actor& actor)
      : state_(state), organisation_(organisation), actor_(actor) {}

  // The tops of what the actor manages.
  std::vector<UnitNo> managed() const {
    std::vector<UnitNo> out;
    for (const Grant& grant : actor_.grants) {
      if (!has(grant.role, Right::ManageAccounts)) continue;
      if (std::find(out.begin(), out.end(), grant.unit) == out.end()) out.push_back(grant.unit);
    }
    return out;
  }

  Result<Noted> people(UnitNo unit, std::uint32_t page) const {
    TRY_ASSIGN(const organisation::Unit* at, organisation_.find(unit));
    TRY(require_manager(organisation_, actor_, unit));
    Noted noted;
    noted.view.unit = at->name;
    noted.view.closed = organisation_.closed_day(unit);
    if (!state_.at(unit).empty()) {
      noted.view.move = "/nguoi/chuyen-het?tu=" + std::to_string(unit.value);
    }
    add_people(noted, unit, page);
    std::set<UnitNo> below(at->children.begin(), at->children.end());
    for (const UnitNo child : at->children) {
      UnitRow row = row_of(child);
      if (row.people != 0 || organisation_.is_open(child)) noted.view.units.push_back(row);
    }
    // Another top that one manages is reached from here too.
    for (const UnitNo top : managed()) {
      if (top != unit && !below.contains(top) && !organisation_.is_within(unit, top)) {
        noted.view.units.push_back(row_of(top));
      }
    }
    noted.view.has_units = !noted.view.units.empty();
    for (const UnitNo above : organisation_.path(unit)) {
      if (!require_manager(organisation_, actor_, above)) continue;
      App::Crumb crumb = App::named(organisation_.unit(above).name, people_address(above));
      if (above == unit) crumb.path.reset();
      noted.crumbs.push_back(std::move(crumb));
    }
    add_waiting(noted);
    return noted;
  }

 private:
  void add_people(Noted& noted, UnitNo unit, std::uint32_t page) const {
    const std::vector<PersonNo>& here = state_.at(unit);
    PeopleView& view = noted.view;
    view.people = static_cast<std::uint32_t>(here.size());
    view.has_people = !here.empty();
    view.pager = make_pager(view.people, page, people_address(unit));
    const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
    for (std::uint32_t i = first; i < std::min(view.people, first + rows_per_page); ++i) {
      const Person& person = state_.person(here[i]);
      PersonRow row{person_address(person.no), {}, person.key_official, person.has_mail, {}};
      if (const AccountNo account = state_.account_of(person.no)) {
        row.account = {account_address(account), std::to_string(account.value)};
      }
      view.rows.push_back(std::move(row));
      noted.persons.push_back(person.no);
    }
  }

  // Proposals that this actor could confirm.
  void add_waiting(Noted& noted) const {
    for (std::uint32_t i = 1; i <= state_.accounts(); ++i) {
      const Account& account = state_.account(AccountNo{i});
      for (const Proposal& proposal : account.proposed) {
        if (!may_confirm(organisation_, account, proposal, actor_)) continue;
        noted.view.waiting.push_back({account_address(account.no),
                                      {},
                                      title(proposal.grant.role),
                                      organisation_.unit(proposal.grant.unit).name});
        noted.applicants.push_back(account.person);
      }
    }
    noted.view.has_waiting = !noted.view.waiting.empty();
  }

  UnitRow row_of(UnitNo unit) const {
    return {people_address(unit), organisation_.unit(unit).name, count(unit)};
  }

  std::uint32_t count(UnitNo unit) const {
    auto total = static_cast<std::uint32_t>(state_.at(unit).size());
    for (const UnitNo child : organisation_.unit(unit).children) total += count(child);
    return total;
  }

  const State& state_;
  const organisation::State& organisation_;
  const Actor& actor_;
};

void add_names(const App& app, Language language, Noted& noted) {
  for (std::size_t i = 0; i < noted.persons.size(); ++i) {
    noted.view.rows[i].name = app.name_of(noted.persons[i], language);
  }
  std::map<std::string, std::string> keys;
  const auto key = [&keys](const PersonRow& row) -> const std::string& {
    std::string& known = keys[row.name];
    if (known.empty()) known = viet::person_sort_key(row.name);
    return known;
  };
  std::stable_sort(noted.view.rows.begin(), noted.view.rows.end(),
                   [&](const PersonRow& a, const PersonRow& b) { return key(a) < key(b); });
  for (std::size_t i = 0; i < noted.applicants.size(); ++i) {
    noted.view.waiting[i].name = app.name_of(noted.applicants[i], language);
  }
}

Result<http::Response> show_people(const App& app, const State& state, const Needs& needs,
                                   const Visit& visit) {
  auto noted = app.engine.read([&]() -> Result<Noted> {
    const Look look(state, needs.organisation, visit.actor);
    UnitNo unit;
    if (const std::string asked = visit.query("don-vi"); !asked.empty()) {
      unit = UnitNo{number_in(asked, "").value_or(0)};
    } else if (const auto managed = look.managed(); !managed.empty()) {
      unit = managed.front();
    }
    return look.people(unit, visit.page());
  });
  if (!noted) return tl::unexpected(std::move(noted).error());
  add_names(app, visit.language, *noted);
  return app.show(visit, {"Người và tài khoản", "People and accounts"}, noted->view,
                  std::move(noted->crumbs));
}

}  // namespace

void install_pages(App& app, const State& state, Needs needs) {
  app.routes.get("/nguoi", Right::ManageAccounts, [&app, &state, needs](const Visit& visit) {
    return show_people(app, state, needs, visit);
  });
  app.routes.get("/nguoi/{person}", Right::ManageAccounts, person_page(app, state, needs));
  app.routes.get("/nguoi/{person}/phieu", Right::ManageAccounts, slip_page(app, state, needs));
  app.routes.get("/tai-khoan/{account}", Right::ManageAccounts, account_page(app, state, needs));
}

}  // namespace lantoa::city::identity
