// For this folder's tests: a city whose district 1 and its ward have a task of an issued plan that
// rests on three registered documents; today is 20/05/2021.
//
//   city 1 ── district 1 (2) ── ward 11 (3)
//          └─ district 2 (4)
#pragma once

#include <string>

#include "city/activity/activity.h"
#include "city/testing.h"

namespace lantoa::city::activity {

inline Date day(std::string_view text) { return *parse_iso_date(text); }

class World {
 public:
  World() {
    hear<calendar::DayTurned>(calendar);
    hear<organisation::UnitOpened>(units);
    hear<law::DocumentRegistered>(law);
    hear<plan::PlanDrafted>(plans);
    hear<plan::TaskAdded>(plans);
    hear<plan::PlanApproved>(plans);
    hear<plan::PlanIssued>(plans);
    hear<plan::AssignmentsGiven>(plans);
    install(node.app, activities, {calendar, units, law, plans});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> { return find(name); };
    turn_to("2021-05-20");
    open_unit(1, 0, "Thành phố Hà Nội", organisation::Kind::City);
    open_unit(2, 1, "Quận Một", organisation::Kind::UrbanDistrict);
    open_unit(3, 2, "Phường Mười Một", organisation::Kind::Ward);
    open_unit(4, 1, "Quận Hai", organisation::Kind::UrbanDistrict);
    register_document(1, "97/2019/QH14", "Nghị quyết", "Quốc hội", "2019-11-27");
    register_document(2, "32/2021/NĐ-CP", "Nghị định", "Chính phủ", "2021-03-29");
    register_document(3, "01/KH-UBND", "Kế hoạch", "Ủy ban nhân dân Quận Một", "2020-01-05");
    register_document(4, "01/KH-UBND", "Kế hoạch", "Ủy ban nhân dân Quận Hai", "2021-01-05");
    give_tasks();
  }

  template <class F>
  void tell(const F& fact) {
    node.tell(fact);
  }
  // Both what the city takes for today and the clock of what is decided.
  void turn_to(std::string_view date) {
    node.clock.time = {start_of_day(day(date)).ms + 10LL * 60 * 60 * 1'000};
    tell(calendar::DayTurned{day(date)});
  }

  Known known() const { return {activities, units, law, plans}; }

  template <class Command>
  Result<ledger::Done> run(std::string actor, Command command) {
    return node.run(std::move(actor),
                    [this, command = std::move(command)](const Envelope& envelope) {
                      return decide(known(), command, envelope);
                    });
  }

  // A meeting of the ward, today.
  static LogActivity meeting(std::uint32_t attending = 45) {
    LogActivity out{UnitNo{3}, {}, {}};
    out.typed.kind = "truc-tiep";
    out.typed.on = day("2021-05-20");
    out.typed.amounts = {{"luot-nguoi", attending}};
    return out;
  }
  ActivityNo log(const LogActivity& command) {
    const auto done = run(ward(), command);
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
    return ActivityNo{activities.activities()};
  }

  // Accounts by number: 1 an officer of district 1, 2 of ward 11, 3 of district 2, 4 an auditor and
  // 5 an administrator of the city.
  static std::string district() { return "account/1"; }
  static std::string ward() { return "account/2"; }
  static std::string elsewhere() { return "account/3"; }
  static std::string auditor() { return "account/4"; }
  static std::string administrator() { return "account/5"; }

  static constexpr AssignmentNo task_of_district{1};
  static constexpr AssignmentNo task_of_ward{2};

  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  law::State law;
  plan::State plans;
  State activities;

 private:
  static Result<Actor> find(std::string_view name) {
    if (name.starts_with("courier/")) return Actor::system(name.substr(8));
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = name;
    actor.account = AccountNo{static_cast<std::uint32_t>(name.back() - '0')};
    actor.person = PersonNo{actor.account.value};
    static const Grant grants[] = {{Role::UnitOfficer, UnitNo{2}},
                                   {Role::UnitOfficer, UnitNo{3}},
                                   {Role::UnitOfficer, UnitNo{4}},
                                   {Role::Auditor, UnitNo{1}},
                                   {Role::Administrator, UnitNo{1}}};
    actor.grants = {grants[actor.account.index()]};
    actor.home = actor.grants.front().unit;
    return actor;
  }

  void open_unit(std::uint32_t no, std::uint32_t parent, std::string name,
                 organisation::Kind kind) {
    organisation::UnitOpened fact{UnitNo{no}, {}, std::move(name), "0" + std::to_string(no), kind,
                                  {},         {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    tell(fact);
  }
  void register_document(std::uint32_t no, std::string number, std::string type, std::string issuer,
                         std::string_view issued) {
    law::DocumentRegistered fact;
    fact.document = DocumentNo{no};
    fact.key = viet::parse_document_number(number)->key();
    fact.number = std::move(number);
    fact.type = std::move(type);
    fact.issuer = std::move(issuer);
    fact.title = "Văn bản mẫu";
    fact.issued = day(issued);
    tell(fact);
  }
  void give_tasks() {
    const PlanNo plan{1};
    tell(plan::PlanDrafted{plan,
                           UnitNo{1},
                           UnitNo{1},
                           "Kế hoạch mẫu",
                           plan::Audience::Everybody,
                           {{"97/2019/QH14", "Nghị quyết", "Quốc hội", {}},
                            {"32/2021/NĐ-CP", "Nghị định", "Chính phủ", {}},
                            {"01/KH-UBND", "Kế hoạch", "", day("2020-01-05")},
                            {"1/2099/NĐ-CP", "Nghị định", "Chính phủ", {}}},
                           {},
                           {},
                           {}});
    tell(plan::TaskAdded{
        TaskNo{1}, plan, 2, "Phổ biến tại đơn vị", {{}, UnitNo{2}}, day("2021-06-30"), {}});
    tell(plan::PlanApproved{plan, 2, {}});
    tell(plan::PlanIssued{plan, "06/KH-HĐPHPBGDPL", day("2021-05-12")});
    tell(plan::AssignmentsGiven{TaskNo{1}, task_of_district, NumberSet{{2, 3}}, day("2021-06-30")});
  }

  template <class F, class S>
  void hear(S& state) {
    city::hear<F>(node.app, state);
  }
};

}  // namespace lantoa::city::activity
