// For this folder's tests: a council whose issued plan has a task for the wards of a city; today is
// 20/05/2021.
//
//   city 1 ── council 2
//          ├─ district 3 ── ward 4
//          └─ district 5
#pragma once

#include <string>

#include "city/guidance/guidance.h"
#include "city/testing.h"
#include "viet/document_number.h"

namespace lantoa::city::guidance {

inline Date day(std::string_view text) { return *parse_iso_date(text); }

class World {
 public:
  World() {
    using organisation::Kind;
    install(node.app, state, {calendar, units, law, plans});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> { return find(name); };
    turn_to("2021-05-20");
    units.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", Kind::City, {}, {}});
    units.fold({UnitNo{2}, UnitNo{1}, "Hội đồng mẫu", "HD", Kind::Council, {}, {}});
    units.fold({UnitNo{3}, UnitNo{1}, "Quận Một", "001", Kind::UrbanDistrict, {}, {}});
    units.fold({UnitNo{4}, UnitNo{3}, "Phường Mười Một", "00011", Kind::Ward, {}, {}});
    units.fold({UnitNo{5}, UnitNo{1}, "Quận Hai", "002", Kind::UrbanDistrict, {}, {}});
    register_document(1, "97/2019/QH14", "Nghị quyết", "Quốc hội", "2019-11-27");
    register_document(2, "01/KH-UBND", "Kế hoạch", "Ủy ban nhân dân Quận Một", "2020-01-05");
    register_document(3, "01/KH-UBND", "Kế hoạch", "Ủy ban nhân dân Quận Hai", "2021-01-05");
    register_document(4, "02/KH-UBND", "Kế hoạch", "Ủy ban nhân dân Quận Một", "2020-01-06");
    register_document(5, "02/KH-UBND", "Kế hoạch", "Ủy ban nhân dân Quận Hai", "2021-01-06");
    draft_plan(issued, "Kế hoạch mẫu");
    plans.fold(plan::PlanIssued{issued, "06/KH-HĐPHPBGDPL", day("2021-05-12")});
    plans.fold(plan::AssignmentsGiven{task, AssignmentNo{1}, NumberSet{{4}}, day("2021-06-30")});
    draft_plan(draft, "Dự thảo mẫu");
    draft_plan(of_district, "Kế hoạch của quận mẫu", UnitNo{3});
    plans.fold(plan::PlanIssued{of_district, "07/KH-UBND", day("2021-05-12")});
  }

  void turn_to(std::string_view date) {
    node.clock.time = {start_of_day(day(date)).ms + 10LL * 60 * 60 * 1'000};
    calendar.fold(calendar::DayTurned{day(date)}, {});
  }

  Known known() const { return {state, units, law, plans}; }

  template <class Command>
  Result<ledger::Done> run(std::string actor, Command command) {
    return node.run(std::move(actor),
                    [this, command = std::move(command)](const Envelope& envelope) {
                      return decide(known(), command, envelope);
                    });
  }

  static AskQuestion question(std::string text, bool anyway = true) {
    return {UnitNo{4}, issued, task, std::move(text), anyway};
  }
  // Of the ward, about the plan of district 3.
  QuestionNo ask_district(std::string text) {
    const auto done = run(ward(), AskQuestion{UnitNo{4}, of_district, {}, std::move(text), true});
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
    return QuestionNo{state.questions()};
  }
  QuestionNo ask(std::string text) {
    const auto done = run(ward(), question(std::move(text)));
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
    return QuestionNo{state.questions()};
  }
  void answer(QuestionNo no, std::string text, std::vector<std::string> documents = {}) {
    const auto version = static_cast<std::uint32_t>(state.question(no).answers.size());
    const auto done =
        run(agency(), AnswerQuestion{no, version, std::move(text), std::move(documents)});
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
  }
  QuestionNo answered(std::string text, std::string with) {
    const QuestionNo no = ask(std::move(text));
    answer(no, std::move(with));
    return no;
  }

  // Accounts by number: 1 a planner of the city, 2 an officer of the ward, 3 of the district above
  // it, 4 of the other district, 5 an auditor of the city, 6 a planner of district 3.
  static std::string agency() { return "account/1"; }
  static std::string ward() { return "account/2"; }
  static std::string district() { return "account/3"; }
  static std::string elsewhere() { return "account/4"; }
  static std::string auditor() { return "account/5"; }
  static std::string district_planner() { return "account/6"; }

  static constexpr PlanNo issued{1};
  static constexpr PlanNo draft{2};
  static constexpr PlanNo of_district{3};
  static constexpr TaskNo task{1};  // of the issued plan
  static constexpr TaskNo task_of_draft{2};

  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  law::State law;
  plan::State plans;
  State state;

 private:
  static Result<Actor> find(std::string_view name) {
    if (name.starts_with("courier/")) return Actor::system(name.substr(8));
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = name;
    actor.account = AccountNo{static_cast<std::uint32_t>(name.back() - '0')};
    actor.person = PersonNo{actor.account.value};
    static const Grant grants[] = {{Role::Planner, UnitNo{1}},     {Role::UnitOfficer, UnitNo{4}},
                                   {Role::UnitOfficer, UnitNo{3}}, {Role::UnitOfficer, UnitNo{5}},
                                   {Role::Auditor, UnitNo{1}},     {Role::Planner, UnitNo{3}}};
    actor.grants = {grants[actor.account.index()]};
    actor.home = actor.grants.front().unit;
    return actor;
  }

  void draft_plan(PlanNo no, std::string title, UnitNo issuer = UnitNo{2}) {
    plans.fold(plan::PlanDrafted{no,
                                 issuer,
                                 UnitNo{1},
                                 std::move(title),
                                 plan::Audience::Everybody,
                                 {{"97/2019/QH14", "Nghị quyết", "Quốc hội", {}},
                                  {"01/KH-UBND", "Kế hoạch", "", day("2020-01-05")}},
                                 {},
                                 {},
                                 {}});
    plans.fold(plan::TaskAdded{TaskNo{no.value},
                               no,
                               2,
                               "Phổ biến qua truyền thanh cơ sở",
                               {{}, UnitNo{4}},
                               day("2021-06-30"),
                               {}});
  }
  void register_document(std::uint32_t no, std::string number, std::string type, std::string issuer,
                         std::string_view issued_on) {
    law::DocumentRegistered fact;
    fact.document = DocumentNo{no};
    fact.key = viet::parse_document_number(number)->key();
    fact.number = std::move(number);
    fact.type = std::move(type);
    fact.issuer = std::move(issuer);
    fact.title = "Văn bản mẫu";
    fact.issued = day(issued_on);
    law.fold(fact);
  }
};

}  // namespace lantoa::city::guidance
