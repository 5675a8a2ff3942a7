// Amendments for programs: read, drafted, changed and issued, and approved by none of them.
#include <gtest/gtest.h>

#include "city/plan/plan.h"
#include "city/plan/testing_site.h"
#include "city/testing_programs.h"

namespace lantoa::city::plan {
namespace {

// account/1 plans over the city, account/2 works for a ward.
class AmendmentApi : public testing::PlanSite {
 protected:
  AmendmentApi() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor out;
      out.kind = Actor::Kind::Account;
      out.name = name;
      const bool is_planner = name == "account/1";
      out.account = AccountNo{is_planner ? 1U : 2U};
      out.person = PersonNo{out.account.value};
      out.grants = {is_planner ? Grant{Role::Planner, UnitNo{1}}
                               : Grant{Role::UnitOfficer, UnitNo{5}}};
      return out;
    };
    plans.fold(PlanDrafted{PlanNo{1}, UnitNo{2}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    plans.fold(TaskAdded{
        TaskNo{1}, PlanNo{1}, 2, "Họp dân", {{organisation::Kind::Ward}, UnitNo{1}}, today + 30});
    plans.fold(PlanIssued{PlanNo{1}, "06/KH-UBND", today - 5});
    plans.fold(AssignmentsGiven{TaskNo{1}, AssignmentNo{1}, NumberSet{{5, 6, 8}}, today + 30});
  }

  city::testing::Programs programs{node};
};

TEST_F(AmendmentApi, ItIsDraftedReadChangedAndIssuedButNotApproved) {
  const auto made = programs.post("/plans/1/amendments",
                                  R"({"reason":"Có hướng dẫn mới","changes":[)"
                                  R"({"task":1,"due":"2021-06-01"}],"tasks":[)"
                                  R"({"what":"In sổ","kinds":["Ward"],"due":"2021-06-30"}]})",
                                  "account/1");
  EXPECT_EQ(made.status, 201) << made.body;
  const json::Value shown = programs.read("/plans/1/amendments/1", "account/2");
  EXPECT_EQ(shown.find("amendment")->find("stage")->text, "Draft");
  const json::Value& change = shown.find("impact")->find("changes")->list.front();
  EXPECT_EQ(change.find("nearer")->integer, 3U);
  EXPECT_EQ(shown.find("impact")->find("new_assignments")->integer, 3U);
  EXPECT_EQ(programs.read("/plans/1/amendments", "account/2").find("amendments")->list.size(), 1U);

  const auto stale =
      programs.post("/plans/1/amendments/1", R"({"seen_version":9,"reason":"x"})", "account/1");
  EXPECT_EQ(stale.status, 409);
  const auto withdrawn = programs.post(
      "/plans/1/amendments/1",
      R"({"seen_version":1,"reason":"x","changes":[{"task":1,"withdrawn":true}]})", "account/1");
  EXPECT_LT(withdrawn.status, 300) << withdrawn.body;
  EXPECT_EQ(
      programs.post("/plans/1/amendments/1/approve", R"({"seen_version":2})", "account/1").status,
      404)
      << "a second person looks at a page";
  plans.fold(AmendmentApproved{AmendmentNo{1}, 2, PersonNo{9}});
  const auto issued = programs.post("/plans/1/amendments/1/issue",
                                    R"({"number":"12/KH-UBND","on":"2021-05-12"})", "account/1");
  EXPECT_LT(issued.status, 300) << issued.body;
  const json::Value task = programs.read("/plans/1/tasks/1", "account/2");
  EXPECT_EQ(task.find("task")->find("withdrawn_by")->integer, 1U);
  EXPECT_EQ(task.find("task")->find("assignments")->integer, 0U);
}

TEST_F(AmendmentApi, WhoIssuesItIsToldAndIsTheUnitAboveAnIssuerThatHasStopped) {
  const auto draft = [&] {
    return programs.post("/plans/1/amendments",
                         R"({"reason":"Thêm việc","tasks":[{"what":"In sổ","kinds":["Ward"],)"
                         R"("due":"2021-06-30"}]})",
                         "account/1");
  };
  const auto issuer = [&](const std::string& no) -> std::optional<std::uint64_t> {
    const json::Value shown = programs.read("/plans/1/amendments/" + no, "account/2");
    const json::Value* unit = shown.find("amendment")->find("issuer");
    return unit == nullptr ? std::nullopt : std::optional<std::uint64_t>(unit->integer);
  };
  ASSERT_EQ(draft().status, 201);
  EXPECT_EQ(issuer("1"), 2U) << "the plan's";
  plans.fold(AmendmentApproved{AmendmentNo{1}, 1, PersonNo{9}});
  ASSERT_LT(programs
                .post("/plans/1/amendments/1/issue", R"({"number":"12/KH-UBND","on":"2021-05-11"})",
                      "account/1")
                .status,
            300);
  units.fold(organisation::UnitClosed{UnitNo{2}, today - 1, "Sắp xếp", {}}, {});
  EXPECT_EQ(issuer("1"), 2U) << "that stays";
  ASSERT_EQ(draft().status, 201);
  EXPECT_EQ(issuer("2"), 1U);
  const json::Value listed = programs.read("/plans/1/amendments", "account/2");
  EXPECT_EQ(listed.find("amendments")->list.back().find("issuer")->integer, 1U);
  plans.fold(AmendmentGivenUp{AmendmentNo{2}, "Không cần nữa", {}}, {});
  EXPECT_FALSE(issuer("2")) << "nobody will";
}

TEST_F(AmendmentApi, FaultsNameTheMembersOfTheBody) {
  const auto refused =
      programs.post("/plans/1/amendments",
                    R"({"reason":"","changes":[{"task":1,"due":"2021-05-01"}],"tasks":[)"
                    R"({"what":"","code":"5","due":"2021-06-30"}]})",
                    "account/1");
  EXPECT_EQ(city::testing::Programs::places_of(refused, 422),
            (std::vector<std::string>{"reason", "changes.due", "tasks.what"}));
  const auto nobody =
      programs.post("/plans/1/amendments",
                    R"({"reason":"x","tasks":[{"what":"x","due":"2021-06-30"}]})", "account/1");
  EXPECT_EQ(nobody.status, 422);
  const auto no_group = programs.post(
      "/plans/1/amendments",
      R"({"reason":"x","tasks":[{"what":"x","group":9,"due":"2021-06-30"}]})", "account/1");
  EXPECT_EQ(city::testing::Programs::places_of(no_group, 422),
            std::vector<std::string>{"tasks.group"});
  EXPECT_EQ(programs.post("/plans/1/amendments", R"({"reason":"x"})", "account/2").status, 403);
  EXPECT_EQ(programs.post("/plans/1/amendments/1/give-up", R"({"reason":"x"})", "account/1").status,
            404);
}

}  // namespace
}  // namespace lantoa::city::plan
