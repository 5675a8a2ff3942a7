// The world of the tests of who was at an activity: two articles of one plan, published two days
// before a meeting of the ward.
//
//   city 1 ── district 2 ── ward 3: persons 2 (its officer), 3, 4, 5 (no key official: all of them)
//                        └─ ward 4: person 6
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "city/reach/reach.h"
#include "city/testing.h"

namespace lantoa::city::reach::testing {

constexpr const char* today = "2021-05-20";
constexpr const char* meeting_day = "2021-05-19";
constexpr const char* published_day = "2021-05-17";
constexpr ItemNo first{1}, second{2};

inline Date day(std::string_view text) { return *parse_iso_date(text); }

inline activity::Record meeting(std::uint32_t attending = 3) {
  return {"truc-tiep",
          day(meeting_day),
          "Giao ban phường",
          {},
          {{"luot-nguoi", attending}},
          {},
          AssignmentNo{1},
          false};
}

class World {
 public:
  World() : reach(units) {
    hear<calendar::DayTurned>(node.app, calendar);
    hear<organisation::UnitOpened>(node.app, units);
    hear<identity::PersonRegistered, identity::PersonMoved>(node.app, identity);
    hear<plan::PlanDrafted, plan::TaskAdded, plan::PlanApproved, plan::PlanIssued,
         plan::AssignmentsGiven>(node.app, plans);
    hear<content::ArticleStarted, content::VersionDrafted, content::ArticlePublished,
         content::ArticleWithdrawn>(node.app, content);
    hear<activity::ActivityLogged, activity::ActivityCorrected, activity::ActivityAnnulled>(
        node.app, activities);
    install(node.app, reach, {calendar, units, identity, plans, content, activities});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> { return find(name); };
    node.app.name_of = [](PersonNo person, Language) {
      static const std::vector<std::string> names{"Quận Mẫu",     "Phường Mẫu", "Đỗ Thị Huệ",
                                                  "Ngô Văn Đông", "Lê Thị Hoà", "Vũ Văn Sáu"};
      return person && person.index() < names.size() ? names[person.index()] : "?";
    };
    set_clock(published_day);
    node.tell(calendar::DayTurned{day(today)});
    for (std::uint32_t no = 1; no <= 4; ++no) open_unit(no, no == 1 ? 0 : no == 2 ? 1 : 2);
    const std::uint32_t homes[] = {2, 3, 3, 3, 3, 4};
    for (std::uint32_t i = 0; i < std::size(homes); ++i) {
      node.tell(identity::PersonRegistered{PersonNo{i + 1}, UnitNo{homes[i]}, false, true, {}});
    }
    give_task();
    publish(1);
    publish(2);
    set_clock(today);
  }

  // Of the ward, number 1 on.
  ActivityNo log(activity::Record record, UnitNo unit = UnitNo{3}) {
    const ActivityNo no{activities.activities() + 1};
    node.tell(activity::ActivityLogged{no, unit, std::move(record), {}});
    return no;
  }
  void annul(ActivityNo no) { node.tell(activity::ActivityAnnulled{no, 2, "Ghi hai lần", {}}); }
  void correct(ActivityNo no, activity::Record record) {
    node.tell(activity::ActivityCorrected{no, 2, std::move(record), "Đếm nhầm", {}});
  }
  void confirm(ItemNo item, std::uint32_t person) {
    node.tell(ReceiptsRecorded{item, Channel::Portal, NumberSet{{person}}, {}, {}, {}});
  }

  template <class Command>
  Result<ledger::Done> run(std::string actor, Command command) {
    return node.run(
        std::move(actor), [this, command = std::move(command)](const Envelope& envelope) {
          return decide({reach, units, identity, plans, content, activities}, command, envelope);
        });
  }
  Result<ledger::Done> name(ActivityNo no, std::vector<std::uint32_t> persons,
                            std::vector<ItemNo> items = {first, second}) {
    return run(ward(), RecordAttendance{no, std::move(items), std::move(persons)});
  }

  // What was written, by kind, from the fact after `from` on.
  std::vector<std::string> written(std::uint64_t from) {
    std::vector<std::string> out;
    const auto read = node.store->read(from, UINT64_MAX, [&](const ledger::Fact& fact) {
      out.push_back(fact.kind + " " + fact.body);
      return Result<void>{};
    });
    EXPECT_TRUE(read);
    return out;
  }
  std::uint64_t head() const { return node.engine.head().seq; }

  static std::string district() { return "account/1"; }
  static std::string ward() { return "account/2"; }
  static std::string other_ward() { return "account/3"; }
  static std::string city() { return "account/4"; }
  static std::string auditor() { return "account/5"; }
  static std::string lent() { return "account/6"; }     // the district's right, at home in the ward
  static std::string of_both() { return "account/7"; }  // of the district and of the ward

  city::testing::Node node;
  calendar::State calendar;
  organisation::State units;
  identity::State identity;
  plan::State plans;
  content::State content;
  activity::State activities;
  State reach;

 private:
  void set_clock(const char* on) {
    node.clock.time = {start_of_day(day(on)).ms + 10LL * 60 * 60 * 1'000};
  }
  static Result<Actor> find(std::string_view name) {
    if (name.starts_with("courier/")) return Actor::system(name.substr(8));
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = name;
    actor.account = AccountNo{static_cast<std::uint32_t>(name.back() - '0')};
    static const Grant grants[] = {{Role::UnitOfficer, UnitNo{2}}, {Role::UnitOfficer, UnitNo{3}},
                                   {Role::UnitOfficer, UnitNo{4}}, {Role::Planner, UnitNo{1}},
                                   {Role::Auditor, UnitNo{1}},     {Role::UnitOfficer, UnitNo{2}},
                                   {Role::UnitOfficer, UnitNo{2}}};
    static const PersonNo persons[] = {PersonNo{1}, PersonNo{2}, PersonNo{6}, {},
                                       {},          PersonNo{5}, PersonNo{1}};
    actor.grants = {grants[actor.account.index()]};
    actor.person = persons[actor.account.index()];
    actor.home = actor.grants.front().unit;
    if (name == lent()) actor.home = UnitNo{3};
    if (name == of_both()) actor.grants.push_back({Role::UnitOfficer, UnitNo{3}});
    return actor;
  }

  void open_unit(std::uint32_t no, std::uint32_t parent) {
    organisation::UnitOpened fact{UnitNo{no},
                                  {},
                                  "Đơn vị " + std::to_string(no),
                                  "0" + std::to_string(no),
                                  organisation::Kind::Ward,
                                  {},
                                  {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    node.tell(fact);
  }
  void give_task() {
    plan::PlanDrafted drafted{};
    drafted.plan = PlanNo{1};
    drafted.issuer = drafted.scope = UnitNo{1};
    drafted.title = "Kế hoạch mẫu";
    node.tell(drafted);
    node.tell(plan::TaskAdded{
        TaskNo{1}, PlanNo{1}, 2, "Phổ biến tại đơn vị", {{}, UnitNo{2}}, day("2021-06-30"), {}});
    node.tell(plan::PlanApproved{PlanNo{1}, 2, {}});
    node.tell(plan::PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", day("2021-05-12")});
    node.tell(
        plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{2, 3}}, day("2021-06-30")});
  }
  void publish(std::uint32_t no) {
    const ArticleNo article{no};
    node.tell(content::ArticleStarted{article, UnitNo{1}, PlanNo{1}, true});
    node.tell(content::VersionDrafted{
        article, 1, "Bài số " + std::to_string(no), *node.blobs->put("mẫu"), {}, {"một"}, {}});
    node.tell(content::ArticlePublished{article, 1, "bai"});
    node.tell(ItemOpened{ItemNo{no}, article, 1, PlanNo{1}, UnitNo{1}, {}});
  }
};

}  // namespace lantoa::city::reach::testing
