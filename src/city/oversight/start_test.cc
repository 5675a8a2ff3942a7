#include <gtest/gtest.h>

#include "city/oversight/oversight.h"
#include "city/testing.h"

namespace lantoa::city::oversight {
namespace {

// The ward published article 1 in an emergency: account/1 did, by himself; account/2 leads the ward
// as well, account/3 leads another.
class StartPage : public ::testing::Test {
 protected:
  StartPage() {
    using organisation::Kind;
    install(node.app, state, {calendar, units, plans, content, reach, workdays}, node.clock, {});
    units.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", Kind::City, {}, {}});
    units.fold({UnitNo{2}, UnitNo{1}, "Phường mẫu", "001", Kind::Ward, {}, {}});
    units.fold({UnitNo{3}, UnitNo{1}, "Phường khác", "002", Kind::Ward, {}, {}});
    calendar.fold({*parse_iso_date("2021-05-12")}, {});
    const ledger::Stamp stamp{1, node.clock.time, "account/1", "article/1"};
    content.fold(content::ArticleStarted{ArticleNo{1}, UnitNo{2}, {}, false});
    content.fold(content::VersionDrafted{ArticleNo{1}, 1, "Nước lên", "", {}, {}, PersonNo{1}},
                 stamp);
    content.fold(content::EmergencyDeclared{ArticleNo{1}, 1, "Gấp", PersonNo{1}}, stamp);
    content.fold(content::ArticlePublished{ArticleNo{1}, 1, "nuoc-len"}, stamp);
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      const auto no = static_cast<std::uint32_t>(name.back() - '0');
      actor.account = AccountNo{no};
      actor.person = PersonNo{no};
      actor.grants = {{Role::Leader, UnitNo{no == 3 ? 3U : 2U}}};
      return actor;
    };
  }

  bool says(const std::string& account, std::string_view words) {
    const auto page = node.get("/ban-lam-viec", node.sign_in(account));
    EXPECT_EQ(page.status, 200) << page.body;
    return page.body.find(words) != std::string::npos;
  }

  testing::Node node;
  State state;
  calendar::State calendar;
  organisation::State units;
  plan::State plans;
  content::State content;
  reach::State reach{units};
  workday::State workdays;
};

TEST_F(StartPage, AnEmergencyWaitsForItsSecondPersonAndIsLateAfterADay) {
  EXPECT_TRUE(says("account/2", "Đăng khẩn cấp, chờ bạn duyệt"));
  EXPECT_TRUE(says("account/2", "/bai-viet/1?ban=1"));
  EXPECT_FALSE(says("account/1", "Đăng khẩn cấp"));  // his own
  EXPECT_FALSE(says("account/3", "Đăng khẩn cấp"));  // not over that unit

  node.clock.time.ms += day_ms;
  EXPECT_FALSE(says("account/2", "quá 24 giờ"));
  node.clock.time.ms += 1;
  EXPECT_TRUE(says("account/2", "Đăng khẩn cấp, quá 24 giờ chưa duyệt"));
  EXPECT_TRUE(says("account/2", "1 việc đã quá hạn"));

  content.fold(content::VersionApproved{ArticleNo{1}, 1, PersonNo{2}});
  EXPECT_FALSE(says("account/2", "Đăng khẩn cấp"));
}

// A question about a task of the ward: account/4 works for the ward, account/5 for the city.
TEST_F(StartPage, AQuestionAskedBeforeMoreTimeWasGivenDoesNotClimb) {
  const auto day = [](std::string_view text) { return *parse_iso_date(text); };
  node.app.find_actor = [](std::string_view name) -> Result<Actor> {
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = name;
    const auto no = static_cast<std::uint32_t>(name.back() - '0');
    actor.account = AccountNo{no};
    actor.person = PersonNo{no};
    actor.grants = {{Role::UnitOfficer, UnitNo{no == 4 ? 2U : 1U}}};
    return actor;
  };
  plans.fold(plan::PlanDrafted{PlanNo{1}, UnitNo{1}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
  plans.fold(
      plan::TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Họp dân", {{}, UnitNo{2}}, day("2021-05-01"), {}});
  plans.fold(plan::PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", day("2021-04-20")});
  plans.fold(plan::AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{2}}, day("2021-05-01")});
  const auto on = [&](std::string_view text) {
    return ledger::Stamp{2, start_of_day(day(text)), {}, {}};
  };
  state.fold(ExplanationAsked{ExplanationNo{1}, AssignmentNo{1}, "Vì sao chậm?", day("2021-05-07"),
                              PersonNo{5}},
             on("2021-05-03"));
  EXPECT_TRUE(says("account/4", "Vì sao chậm?"));
  EXPECT_TRUE(says("account/5", "Đơn vị chưa giải trình"));
  plans.fold(plan::ExtensionAsked{ExtensionNo{1}, AssignmentNo{1}, day("2021-05-30"), "Mưa lũ",
                                  PersonNo{4}},
             on("2021-05-04"));
  EXPECT_TRUE(says("account/5", "Đơn vị chưa giải trình")) << "asked is not granted";
  plans.fold(plan::ExtensionDecided{ExtensionNo{1}, day("2021-05-30"), "", PersonNo{5}},
             on("2021-05-05"));
  EXPECT_FALSE(says("account/5", "Đơn vị chưa giải trình"));
  EXPECT_TRUE(says("account/4", "Vì sao chậm?")) << "the unit still owes its answer";
}

}  // namespace
}  // namespace lantoa::city::oversight
