// For this folder's tests: a city with two districts whose wards have activities in the first half
// of 2021; today is 01/07/2021.
//
//   city 1 ─┬─ district 2 ─┬─ ward 3
//           │              └─ ward 4
//           ├─ district 5 ─── ward 6
//           └─ department 7
#pragma once

#include <string>

#include "city/statistics/statistics.h"
#include "city/testing.h"

namespace lantoa::city::statistics {

inline Date day(std::string_view text) { return *parse_iso_date(text); }

class World {
 public:
  World() {
    hear<calendar::DayTurned>(node.app, calendar);
    hear<organisation::UnitOpened>(node.app, units);
    hear<activity::ActivityLogged, activity::ActivityAnnulled>(node.app, activities);
    install(node.app, state, {calendar, units, activities, workdays});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> { return find(name); };
    turn_to("2021-07-01");
    open_unit(1, 0, "Thành phố Hà Nội", organisation::Kind::City);
    open_unit(2, 1, "Quận Một", organisation::Kind::UrbanDistrict);
    open_unit(3, 2, "Phường Mười Một", organisation::Kind::Ward);
    open_unit(4, 2, "Phường Mười Hai", organisation::Kind::Ward);
    open_unit(5, 1, "Quận Hai", organisation::Kind::UrbanDistrict);
    open_unit(6, 5, "Phường Hai Mươi", organisation::Kind::Ward);
    open_unit(7, 1, "Sở Mẫu", organisation::Kind::Department);
  }

  void turn_to(std::string_view date) {
    node.clock.time = {start_of_day(day(date)).ms + 10LL * 60 * 60 * 1'000};
    node.tell(calendar::DayTurned{day(date)});
  }

  Known known() const { return {state, units, activities, workdays}; }

  template <class Command>
  Result<ledger::Done> run(std::string actor, Command command) {
    return node.run(std::move(actor), [this, command](const Envelope& envelope) {
      return decide(known(), command, envelope);
    });
  }

  ActivityNo log(std::uint32_t unit, std::string kind, std::string_view on,
                 std::vector<activity::Amount> amounts) {
    const ActivityNo no{activities.activities() + 1};
    activity::Record record;
    record.kind = std::move(kind);
    record.on = day(on);
    record.amounts = std::move(amounts);
    node.tell(activity::ActivityLogged{no, UnitNo{unit}, std::move(record), {}});
    return no;
  }
  ActivityNo meeting(std::uint32_t unit, std::string_view on, std::uint32_t attending) {
    return log(unit, "truc-tiep", on, {{"luot-nguoi", attending}});
  }

  // The first half of 2021 of the wards' form; its deadline is 05/07/2021.
  static OpenRound half_year() {
    return {"hoat-dong-cap-xa-2012", UnitNo{1}, day("2021-01-01"), day("2021-06-30"),
            day("2021-07-05")};
  }
  void open_half_year() {
    const auto done = run(planner(), half_year());
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
  }

  // Of the ward's form: everything 0 but what is said.
  static SubmitReport report(std::uint32_t unit, std::map<std::string, std::uint64_t> amounts,
                             std::uint32_t seen = 0, std::string note = {}) {
    SubmitReport out{RoundNo{1}, UnitNo{unit}, seen, {}, std::move(note)};
    for (const Column& column : find_form("hoat-dong-cap-xa-2012")->columns) {
      out.cells.push_back({column.code, amounts[column.code]});
    }
    return out;
  }

  // The same half-year with June estimated: reports are taken since 01/06/2021.
  static OpenRound estimates() {
    OpenRound out = half_year();
    out.counted_to = day("2021-05-31");
    return out;
  }
  void open_estimates() {
    const auto done = run(planner(), estimates());
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
  }
  // Every column estimated: 0 but what is said.
  static SubmitReport estimated(SubmitReport report, std::map<std::string, std::uint64_t> amounts) {
    for (TypedCell& cell : report.cells) cell.estimate = amounts[cell.column];
    return report;
  }

  // Accounts by number.
  static std::string planner() { return "account/1"; }       // of the city
  static std::string district() { return "account/2"; }      // officer of district 2
  static std::string ward() { return "account/3"; }          // officer of ward 3
  static std::string elsewhere() { return "account/4"; }     // officer of district 5
  static std::string auditor() { return "account/5"; }       // of the city
  static std::string leader() { return "account/6"; }        // of the city
  static std::string other_leader() { return "account/7"; }  // of district 2

  const Round& round() const { return state.round(RoundNo{1}); }

  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  activity::State activities;
  workday::State workdays;
  State state;

 private:
  static Result<Actor> find(std::string_view name) {
    if (name.starts_with("courier/")) return Actor::system(name.substr(8));
    static const Grant grants[] = {{Role::Planner, UnitNo{1}},     {Role::UnitOfficer, UnitNo{2}},
                                   {Role::UnitOfficer, UnitNo{3}}, {Role::UnitOfficer, UnitNo{5}},
                                   {Role::Auditor, UnitNo{1}},     {Role::Leader, UnitNo{1}},
                                   {Role::Leader, UnitNo{2}}};
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = name;
    actor.account = AccountNo{static_cast<std::uint32_t>(name.back() - '0')};
    actor.person = PersonNo{actor.account.value};
    actor.grants = {grants[actor.account.index()]};
    actor.home = actor.grants.front().unit;
    return actor;
  }

  void open_unit(std::uint32_t no, std::uint32_t parent, std::string name,
                 organisation::Kind kind) {
    organisation::UnitOpened fact{UnitNo{no}, {}, std::move(name), "0" + std::to_string(no), kind,
                                  {},         {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    node.tell(fact);
  }
};

}  // namespace lantoa::city::statistics
