// The page of a task shows what the portal did by itself for its plan, in the name of its unit.
#include <gtest/gtest.h>

#include "city/plan/plan.h"
#include "city/plan/testing_site.h"
#include "city/testing.h"

namespace lantoa::city::plan {
namespace {

// The council's plan asks ward 5 for one thing. account/1 works for the ward.
class OwnEntries : public testing::PlanSite {
 protected:
  OwnEntries() {
    plans.fold(PlanDrafted{PlanNo{1}, UnitNo{2}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    plans.fold(TaskAdded{TaskNo{1}, PlanNo{1}, 2, "Họp dân", {{}, UnitNo{5}}, today + 30, {}});
    plans.fold(PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", today - 5});
    plans.fold(AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{5}}, today + 30});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor out;
      out.kind = Actor::Kind::Account;
      out.name = name;
      out.account = AccountNo{1};
      out.person = PersonNo{1};
      out.grants = {{Role::UnitOfficer, UnitNo{5}}};
      return out;
    };
    officer = node.sign_in("account/1");
  }
  std::string page(Language language = Language::Vietnamese) {
    const auto answer = node.get("/nhiem-vu/1", officer, language);
    EXPECT_EQ(answer.status, 200);
    return answer.body;
  }

  std::string officer;
};

TEST_F(OwnEntries, AreListedWithThoseThatCountNoLongerStruckOut) {
  node.app.channel_entries = [this](PlanNo plan, UnitNo unit) {
    EXPECT_EQ(plan, PlanNo{1});
    EXPECT_EQ(unit, UnitNo{5});
    const Text gone{"Đã thu hồi. Không tính.", "Withdrawn. Not counted."};
    return std::vector<ChannelRecord>{{"Bài <hai>", true, today, 1, "/bai/2", true, gone},
                                      {"Bài một", true, today, 1, "/bai/1", false, {}}};
  };
  const std::string body = page();
  for (const char* text :
       {"Bài đã lên Cổng cho kế hoạch này", "<a href=\"/bai/1\" lang=\"vi\">Bài một</a>",
        "<s><a href=\"/bai/2\" lang=\"vi\">Bài &lt;hai&gt;</a></s>", "Đã thu hồi. Không tính.",
        "href=\"/hoat-dong/tu-ghi?don-vi=5\""}) {
    EXPECT_NE(body.find(text), std::string::npos) << text;
  }
  EXPECT_NE(page(Language::English).find("Withdrawn. Not counted."), std::string::npos);
}

TEST_F(OwnEntries, ThereIsNothingToSayWithoutThem) {
  EXPECT_EQ(page().find("Bài đã lên Cổng"), std::string::npos) << "no slice has set the hook";
  node.app.channel_entries = [](PlanNo, UnitNo) { return std::vector<ChannelRecord>(); };
  EXPECT_EQ(page().find("Bài đã lên Cổng"), std::string::npos);
}

}  // namespace
}  // namespace lantoa::city::plan
