// What a closed unit has left undone goes on: reminders, questions and letters reach who answers
// for it now.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/oversight/oversight.h"
#include "city/testing.h"

namespace lantoa::city::oversight {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// District 2 has a mailbox, its ward 3 another one and a task that is due today; account/1 works
// for the city, account/2 for the district.
class LeftUndone : public ::testing::Test {
 protected:
  LeftUndone() {
    using organisation::Kind;
    install(node.app, state, {calendar, units, plans, content, reach, workdays}, node.clock, {});
    const auto open = [&](std::uint32_t no, std::uint32_t parent, std::string name, Kind kind) {
      organisation::UnitOpened unit{UnitNo{no}, {}, std::move(name), std::to_string(no), kind,
                                    {},         {}};
      if (parent != 0) unit.parent = UnitNo{parent};
      if (parent != 0) unit.mailbox = "hop" + std::to_string(no) + "@mau.example";
      units.fold(unit);
    };
    open(1, 0, "Thành phố Mẫu", Kind::City);
    open(2, 1, "Quận Mẫu", Kind::UrbanDistrict);
    open(3, 2, "Phường Mẫu", Kind::Ward);
    calendar.fold({today}, {});
    plans.fold(plan::PlanDrafted{PlanNo{1}, UnitNo{1}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    plans.fold(plan::TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Họp dân", {{}, UnitNo{3}}, today, {}});
    plans.fold(plan::PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", today - 30});
    plans.fold(plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{3}}, today});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      if (name.starts_with("courier/")) return Actor::system(name.substr(8));
      return officer(static_cast<std::uint32_t>(name.back() - '0'));
    };
  }
  static Actor officer(std::uint32_t no) {
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = "account/" + std::to_string(no);
    actor.account = AccountNo{no};
    actor.person = PersonNo{no};
    actor.grants = {{no == 1 ? Role::Planner : Role::UnitOfficer, UnitNo{no}}};
    return actor;
  }
  void close_ward() {
    units.fold(organisation::UnitClosed{UnitNo{3}, today - 1, "Sáp nhập", {}}, ledger::Stamp{});
  }
  template <class Command>
  Decided when(const Command& command) {
    return decide(Known{state, units, plans, workdays}, command,
                  {node.clock.time, today, officer(1)});
  }
  std::string start_of(const std::string& account) {
    const auto page = node.get("/ban-lam-viec", node.sign_in(account));
    EXPECT_EQ(page.status, 200) << page.body;
    return page.body;
  }

  testing::Node node;
  const Date today = vietnam_date(node.clock.time);
  State state;
  calendar::State calendar;
  organisation::State units;
  plan::State plans;
  workday::State workdays;
  content::State content;
  reach::State reach{units};
};

TEST_F(LeftUndone, ReminderMailsGoToTheUnitAbove) {
  close_ward();
  for (const auto& courier : node.app.couriers) {
    while (courier->step()) {
    }
  }
  ASSERT_EQ(node.mail.sent.size(), 1U);
  EXPECT_EQ(node.mail.sent[0].to, "hop2@mau.example");
  EXPECT_THAT(node.mail.sent[0].text, HasSubstr("Kính gửi Quận Mẫu,"));
  EXPECT_THAT(node.mail.sent[0].text, HasSubstr("Phường Mẫu đã dừng hoạt động từ"));
  EXPECT_THAT(node.mail.sent[0].text, HasSubstr("Phường Mẫu còn các nhiệm vụ sau"));
}

TEST_F(LeftUndone, UrgingAsksForTheMailboxOfWhoAnswers) {
  close_ward();
  EXPECT_TRUE(when(Urge{AssignmentNo{1}}));
  units.fold(organisation::UnitClosed{UnitNo{2}, today, "Sáp nhập", {}}, ledger::Stamp{});
  EXPECT_EQ(when(Urge{AssignmentNo{1}}).error().code, Code::Invalid) << "the city has no mailbox";
}

TEST_F(LeftUndone, ItIsTodaysWorkOfTheUnitAbove) {
  EXPECT_THAT(start_of("account/2"), Not(HasSubstr("Họp dân")));
  close_ward();
  EXPECT_THAT(start_of("account/2"), HasSubstr("Họp dân"));
  EXPECT_THAT(start_of("account/1"), Not(HasSubstr("Họp dân"))) << "one unit answers for it";
}

TEST_F(LeftUndone, AQuestionIsToBeExplainedThereAtOnce) {
  state.fold(
      ExplanationAsked{ExplanationNo{1}, AssignmentNo{1}, "Vì sao chậm?", today + 9, PersonNo{1}},
      ledger::Stamp{1, node.clock.time, {}, {}});
  EXPECT_THAT(start_of("account/2"), Not(HasSubstr("Vì sao chậm?"))) << "it has time to answer";
  close_ward();
  EXPECT_THAT(start_of("account/2"), HasSubstr("Vì sao chậm?"));
}

TEST_F(LeftUndone, ALetterGoesToWhoAnswers) {
  close_ward();
  const auto refused = when(IssueLetter{UnitNo{3}, "1092/STP-PBGDPL", today, today + 7});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text.vi, HasSubstr("Hãy gửi công văn cho Quận Mẫu"));
  EXPECT_EQ(node.get("/don-doc/cong-van/3", node.sign_in("account/1")).status, 422);
}

}  // namespace
}  // namespace lantoa::city::oversight
