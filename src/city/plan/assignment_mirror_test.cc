// A program that keeps a copy of what units have to do and asks now and then has missed nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "city/plan/plan.h"
#include "city/plan/testing_site.h"
#include "city/testing_programs.h"

namespace lantoa::city::plan {
namespace {

// account/1 plans over the city, account/2 works for ward 5.
struct AssignmentMirror : testing::PlanSite {
  AssignmentMirror() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      if (name.starts_with("courier/")) return Actor::system(name.substr(8));
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
    node.tell(PlanDrafted{PlanNo{1}, UnitNo{2}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    node.tell(PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", today - 5});
  }

  // A task of three wards; all its assignments are given by one fact.
  void give() {
    const TaskNo task{plans.tasks() + 1};
    node.tell(TaskAdded{task, PlanNo{1}, 2, "Họp dân", {{}, UnitNo{4}}, today + 30, {}});
    node.tell(AssignmentsGiven{task, AssignmentNo{plans.assignments() + 1}, NumberSet{{5, 6, 8}},
                               today + 30});
  }
  AssignmentNo any() {
    return AssignmentNo{1 + static_cast<std::uint32_t>(random() % plans.assignments())};
  }
  void step() {
    if (plans.assignments() == 0 || random() % 4 == 0) return give();
    const AssignmentNo no = any();
    const Assignment& one = plans.assignment(no);
    if (one.withdrawn) return;
    if (!one.done && random() % 4 == 0) return amend(one);
    if (random() % 3 == 0) return node.tell(AssignmentDone{no, today});
    if (const Extension* open = plans.waiting_of(no)) {
      const auto until = random() % 2 == 0 ? std::optional(open->until) : std::nullopt;
      return node.tell(ExtensionDecided{open->no, until, "", {}});
    }
    if (one.done) return;
    node.tell(ExtensionAsked{ExtensionNo{plans.extensions() + 1}, no, today + 40, "Mưa", {}});
  }

  // Another deadline, which may end what is asked for, or taken back.
  void amend(const Assignment& one) {
    const NumberSet only{{one.no.value}};
    if (random() % 3 == 0) return node.tell(AssignmentsWithdrawn{AmendmentNo{1}, one.task, only});
    const auto days = static_cast<std::int32_t>(20 + random() % 40);
    node.tell(DeadlinesMoved{AmendmentNo{1}, one.task, only, today + days});
  }

  json::Value read(const std::string& query, const std::string& account) {
    return programs.read("/assignments?" + query, account);
  }

  using Known = std::map<std::uint64_t, std::string>;  // by number
  static void take(Known& known, const json::Value& answer) {
    for (const json::Value& one : answer.find("assignments")->list) {
      known[one.find("id")->integer] = json::print(one);
    }
  }
  // Whether there is more.
  bool ask(Known& copy, std::uint64_t& up_to, std::size_t limit, const std::string& which,
           const std::string& account) {
    const json::Value answer =
        read("changed_after=" + std::to_string(up_to) + "&limit=" + std::to_string(limit) + which,
             account);
    take(copy, answer);
    const json::Value& changes = *answer.find("changes");
    EXPECT_GE(changes.find("up_to")->integer, up_to);
    up_to = changes.find("up_to")->integer;
    return changes.find("more")->flag;
  }

  city::testing::Programs programs{node};
  std::mt19937 random{7};
};

TEST_F(AssignmentMirror, EndsEqualToTheList) {
  Known whole, own;
  std::uint64_t whole_up_to = 0, own_up_to = 0;
  const auto ask_for_whole = [&](std::size_t limit) {
    return ask(whole, whole_up_to, limit, "&unit=1", "account/1");
  };
  const auto ask_for_own = [&](std::size_t limit) {
    return ask(own, own_up_to, limit, "", "account/2");
  };
  for (int i = 0; i < 200; ++i) {
    step();
    if (random() % 4 == 0) ask_for_whole(1 + random() % 5);
    if (random() % 4 == 0) ask_for_own(1 + random() % 5);
  }
  while (ask_for_whole(1 + random() % 9)) {
  }
  while (ask_for_own(1 + random() % 9)) {
  }
  Known truth;
  for (std::uint32_t task = 1; task <= plans.tasks(); ++task) {
    take(truth, programs.read("/plans/1/tasks/" + std::to_string(task), "account/1"));
  }
  EXPECT_EQ(truth.size(), plans.assignments());
  EXPECT_EQ(whole, truth);
  Known listed;
  take(listed, read("", "account/2"));
  EXPECT_EQ(own, listed);
  EXPECT_EQ(own.size() * 3, whole.size()) << "one ward of three";
  const auto told = [&](const std::string& of) {
    return std::count_if(whole.begin(), whole.end(),
                         [&](const auto& one) { return one.second.find(of) != std::string::npos; });
  };
  EXPECT_GT(told("\"withdrawn\":true"), 0);
  EXPECT_GT(told("\"asked_until\":\""), 0);
}

TEST_F(AssignmentMirror, WhatIsGivenByOneFactIsToldTogether) {
  give();
  const json::Value answer = read("changed_after=0&limit=1&unit=1", "account/1");
  EXPECT_EQ(answer.find("assignments")->list.size(), 3U);
  EXPECT_FALSE(answer.find("changes")->find("more")->flag);
  EXPECT_EQ(answer.find("changes")->find("up_to")->integer, node.engine.head().seq);
  node.tell(AssignmentDone{AssignmentNo{2}, today});
  const json::Value& units_told = *answer.find("changes")->find("units");
  ASSERT_EQ(units_told.list.size(), 1U);
  EXPECT_EQ(units_told.list[0].integer, 1U) << "that was asked for";
  const std::string after = "changed_after=" + std::to_string(node.engine.head().seq - 1);
  const json::Value changed = read(after + "&unit=1", "account/1");
  ASSERT_EQ(changed.find("assignments")->list.size(), 1U);
  EXPECT_EQ(changed.find("assignments")->list[0].find("id")->integer, 2U);
  EXPECT_TRUE(read(after, "account/2").find("assignments")->list.empty()) << "ward 6, not his";
}

TEST_F(AssignmentMirror, TheListOfAUnitHasThoseBelowIt) {
  give();
  EXPECT_EQ(read("unit=4", "account/1").find("assignments")->list.size(), 2U);
  EXPECT_EQ(read("unit=4&state=done", "account/1").find("assignments")->list.size(), 0U);
  EXPECT_EQ(read("unit=5", "account/2").find("assignments")->list.size(), 1U);
  EXPECT_EQ(programs.get("/assignments?unit=4", "account/2").status, 403);
  EXPECT_EQ(programs.get("/assignments?unit=99", "account/1").status, 404);
}

TEST_F(AssignmentMirror, WhatWouldLeaveRowsOutIsRefused) {
  for (const char* query : {"changed_after=0&state=open", "changed_after=0&page=2", "limit=3"}) {
    EXPECT_EQ(programs.get("/assignments?" + std::string(query), "account/1").status, 422) << query;
  }
}

}  // namespace
}  // namespace lantoa::city::plan
