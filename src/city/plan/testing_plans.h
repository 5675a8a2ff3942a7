// Plans for tests of what is decided: given facts, when command, then facts.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "city/plan/decide.h"
#include "kernel/fact.h"

namespace lantoa::city::plan::testing {

// A city with a council, two wards and a district; the plan's states; given facts, then commands.
class Plans : public ::testing::Test {
 protected:
  Plans() {
    open(1, 0, "Thành phố Mẫu", organisation::Kind::City);
    open(2, 1, "Hội đồng Mẫu", organisation::Kind::Council);
    open(3, 1, "Quận Mẫu", organisation::Kind::UrbanDistrict);
    open(4, 3, "Phường Một", organisation::Kind::Ward);
    open(5, 3, "Phường Hai", organisation::Kind::Ward);
    drafter = account(1, {{Role::Planner, UnitNo{1}}});
    leader = account(2, {{Role::Leader, UnitNo{1}}});
    ward = account(3, {{Role::UnitOfficer, UnitNo{4}}});
  }

  void open(std::uint32_t no, std::uint32_t parent, std::string name, organisation::Kind kind) {
    organisation::UnitOpened fact{UnitNo{no}, {}, std::move(name), std::to_string(no), kind,
                                  {},         {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    tree.fold(fact);
  }

  static Actor account(std::uint32_t no, std::vector<Grant> grants) {
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.account = AccountNo{no};
    actor.person = PersonNo{no};
    actor.name = "account/" + std::to_string(no);
    actor.grants = std::move(grants);
    return actor;
  }

  template <class C>
  Decided when(const C& command, const Actor& actor) {
    return decide(Known{plans, tree, workdays}, command, {{}, today, actor});
  }

  // When the command is accepted its facts are folded; the failed assertion says why otherwise.
  template <class C>
  void given(const C& command, const Actor& actor) {
    const auto decision = when(command, actor);
    ASSERT_TRUE(decision) << decision.error().text.en;
    for (const auto& fact : decision->facts) fold(fact);
  }

  template <class F>
  bool try_fold(const ledger::NewFact& fact) {
    if (fact.kind != F::kind) return false;
    const F read = *lantoa::decode<F>(fact.body);
    if constexpr (requires { plans.fold(read, ledger::Stamp{}); }) {
      plans.fold(read, ledger::Stamp{1, start_of_day(today), {}, {}});
    } else {
      plans.fold(read);
    }
    return true;
  }
  void fold(const ledger::NewFact& fact) {
    ASSERT_TRUE(try_fold<PlanDrafted>(fact) || try_fold<PlanChanged>(fact) ||
                try_fold<TaskAdded>(fact) || try_fold<TaskChanged>(fact) ||
                try_fold<TaskDropped>(fact) || try_fold<PlanApproved>(fact) ||
                try_fold<PlanIssued>(fact) || try_fold<SignedCopyAttached>(fact) ||
                try_fold<AssignmentsGiven>(fact) || try_fold<AssignmentDone>(fact) ||
                try_fold<ExtensionAsked>(fact) || try_fold<ExtensionDecided>(fact) ||
                try_fold<AmendmentDrafted>(fact) || try_fold<AmendmentChanged>(fact) ||
                try_fold<AmendmentApproved>(fact) || try_fold<AmendmentGivenUp>(fact) ||
                try_fold<AmendmentIssued>(fact) || try_fold<DeadlinesMoved>(fact) ||
                try_fold<AssignmentsWithdrawn>(fact));
  }

  void given_draft() {
    given(DraftPlan{UnitNo{2},
                    UnitNo{1},
                    "Phổ biến văn bản mẫu",
                    Audience::Everybody,
                    {{"97/2019/QH14", "Nghị quyết", "Quốc hội", {}}},
                    ""},
          drafter);
  }
  void given_task() {
    given(AddTask{PlanNo{1}, "Phổ biến tới từng người", {organisation::Kind::Ward}, "", today + 30},
          drafter);
  }

  Date today = *parse_iso_date("2021-05-12");
  organisation::State tree;
  workday::State workdays;
  State plans;
  Actor drafter, leader, ward;
};

}  // namespace lantoa::city::plan::testing
