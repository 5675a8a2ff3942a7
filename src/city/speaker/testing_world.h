// For this folder's tests: a city with registers of speakers and units that record activities;
// today is 01/07/2021. Every name is made up.
//
//   city 1 ─┬─ district 2 ─── ward 3
//           └─ district 4 ─── commune 5
#pragma once

#include <string>

#include "city/speaker/speaker.h"
#include "city/testing.h"

namespace lantoa::city::speaker {

inline Date day(std::string_view text) { return *parse_iso_date(text); }

class World {
 public:
  World() {
    hear<calendar::DayTurned>(node.app, calendar);
    hear<organisation::UnitOpened>(node.app, units);
    hear<activity::ActivityLogged, activity::ActivityAnnulled>(node.app, activities);
    install(node.app, state, {calendar, units, activities});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> { return find(name); };
    turn_to("2021-07-01");
    open_unit(1, 0, "Thành phố Hà Nội", organisation::Kind::City);
    open_unit(2, 1, "Quận Một", organisation::Kind::UrbanDistrict);
    open_unit(3, 2, "Phường Mười Một", organisation::Kind::Ward);
    open_unit(4, 1, "Huyện Hai", organisation::Kind::RuralDistrict);
    open_unit(5, 4, "Xã Hai Mươi", organisation::Kind::Commune);
  }

  void turn_to(std::string_view date) {
    node.clock.time = {start_of_day(day(date)).ms + 10LL * 60 * 60 * 1'000};
    node.tell(calendar::DayTurned{day(date)});
  }

  template <class Command>
  Result<ledger::Done> run(std::string actor, Command command) {
    return node.run(std::move(actor), [this, command](const Envelope& envelope) {
      return decide(Known{state, units, activities}, command, envelope);
    });
  }

  static RecogniseSpeaker somebody(std::uint32_t unit, std::string name,
                                   std::string_view on = "2021-03-01") {
    RecogniseSpeaker out{UnitNo{unit}, {}};
    out.typed.name = std::move(name);
    out.typed.workplace = "Cơ quan mẫu";
    out.typed.decision = "12/QĐ-UBND";
    out.typed.on = day(on);
    out.typed.branches = {"dat-dai", "hinh-su"};
    return out;
  }
  SpeakerNo recognise(std::uint32_t unit, std::string name, std::string_view on = "2021-03-01") {
    const auto done = run(planner(), somebody(unit, std::move(name), on));
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
    return SpeakerNo{state.speakers()};
  }
  void dismiss(SpeakerNo no, std::string_view on) {
    const auto done = run(
        planner(),
        DismissSpeaker{no, state.speaker(no).version, "99/QĐ-UBND", day(on), Reason::Moved, {}});
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
  }

  ActivityNo meeting(std::uint32_t unit, std::string_view on) {
    const ActivityNo no{activities.activities() + 1};
    activity::Record record;
    record.kind = "truc-tiep";
    record.on = day(on);
    record.what = "Buổi nói chuyện số " + std::to_string(no.value);
    record.amounts = {{"luot-nguoi", 40}};
    node.tell(activity::ActivityLogged{no, UnitNo{unit}, std::move(record), {}});
    return no;
  }
  void credit(ActivityNo no, std::vector<SpeakerNo> speakers) {
    const auto done =
        run(planner(), CreditSessions{no, state.credit(no).version, std::move(speakers)});
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
  }

  // Accounts by number.
  static std::string planner() { return "account/1"; }    // of the city
  static std::string district() { return "account/2"; }   // officer of district 2
  static std::string ward() { return "account/3"; }       // officer of ward 3
  static std::string elsewhere() { return "account/4"; }  // officer of district 4
  static std::string auditor() { return "account/5"; }    // of the city

  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  activity::State activities;
  State state;

 private:
  static Result<Actor> find(std::string_view name) {
    if (name.starts_with("courier/")) return Actor::system(name.substr(8));
    static const Grant grants[] = {{Role::Planner, UnitNo{1}},
                                   {Role::UnitOfficer, UnitNo{2}},
                                   {Role::UnitOfficer, UnitNo{3}},
                                   {Role::UnitOfficer, UnitNo{4}},
                                   {Role::Auditor, UnitNo{1}}};
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

}  // namespace lantoa::city::speaker
