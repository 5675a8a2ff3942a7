// Who gets a task when it is given: whom its rule means on that day, kind by kind or by the group
// as it is then, never a unit that is closed; and which day its working days come to.
#include <algorithm>

#include "sim/recount_tree.h"

namespace lantoa::sim {
namespace {

namespace plan = city::plan;

struct TaskToGive {
  city::PlanNo plan;
  plan::Rule rule;
  std::optional<std::uint32_t> working_days;
  std::optional<Date> counted_from = {};  // once its plan is issued
  std::set<std::uint32_t> units = {};     // that got it
  std::uint32_t group_version = 0;        // with which it was given first
  bool is_dropped = false;
  bool is_owed = false;  // by what was issued, to all of its units
};

class Giving : public Recount {
 public:
  Giving(Teller& teller, Complaints& wrong)
      : Recount(teller, wrong), tree_(teller), workdays_(teller) {
    hear_drafts(teller);
    hear_issues(teller);
    teller.on<plan::AssignmentsGiven>(
        [this](const auto& given, const ledger::Fact& fact) { give(given, fact); });
  }

  void compare(const app::States& seen) override {
    for (const auto& [no, said] : tasks_) {
      if (said.is_owed) complain("task " + std::to_string(no.value) + " is issued and never given");
      if (no.value > seen.plan.tasks()) continue;
      const plan::Task& one = seen.plan.task(no);
      const std::string name = "task " + std::to_string(no.value) + ", ";
      expect_seen(one.rule == said.rule, name + "whom it is for");
      expect_seen(one.group_version == said.group_version, name + "which version of its group");
      expect_seen(one.assignments.size() == said.units.size(), name + "how many have it");
    }
  }

 private:
  void hear_drafts(Teller& teller) {
    teller.on<plan::PlanDrafted>([this](const auto& drafted, const ledger::Fact& fact) {
      const bool are_open = tree_.is_open(drafted.issuer) && tree_.is_open(drafted.scope);
      expect(are_open, fact, "its issuer or its scope is closed");
      issuers_[drafted.plan] = drafted.issuer;
    });
    teller.on<plan::TaskAdded>([this](const auto& added, const ledger::Fact& fact) {
      tasks_[added.task] = {added.plan, added.rule, added.working_days};
      check_counted(added.working_days, day_of(fact), added.due, fact);
      expect(!tree_.units_of(added.rule).empty(), fact, "it is for no unit");
      const Tree::Group* group = tree_.group_of(added.rule);
      const bool is_its = group == nullptr || tree_.is_below(added.rule.top, group->owner);
      expect(is_its, fact, "its group is of units elsewhere");
    });
    teller.on<plan::TaskChanged>([this](const auto& changed, const ledger::Fact& fact) {
      if (TaskToGive* task = known(tasks_, changed.task, fact)) {
        task->working_days = changed.working_days;
        check_counted(changed.working_days, day_of(fact), changed.due, fact);
      }
    });
    teller.on<plan::TaskDropped>([this](const auto& dropped, const ledger::Fact& fact) {
      if (TaskToGive* task = known(tasks_, dropped.task, fact)) task->is_dropped = true;
    });
    teller.on<plan::AmendmentDrafted>([this](const auto& drafted, const ledger::Fact&) {
      texts_[drafted.amendment] = drafted.text;
    });
    teller.on<plan::AmendmentChanged>([this](const auto& changed, const ledger::Fact&) {
      texts_[changed.amendment] = changed.text;
    });
  }

  void hear_issues(Teller& teller) {
    teller.on<plan::PlanIssued>([this](const auto& issued, const ledger::Fact& fact) {
      expect(tree_.is_open(issuers_[issued.plan]), fact, "its issuer is closed");
      for (auto& [no, task] : tasks_) {
        if (task.plan != issued.plan || task.is_dropped) continue;
        task.is_owed = true;
        task.counted_from = issued.on;
      }
    });
    teller.on<plan::AmendmentIssued>([this](const auto& issued, const ledger::Fact& fact) {
      check_issuer(issued, fact);
      const plan::AmendmentText& text = texts_[issued.amendment];
      const auto counted = issued.counted.value_or(std::vector<plan::CountedDue>());
      const auto check = [&](city::TaskNo no, std::optional<std::uint32_t> working_days) {
        for (const plan::CountedDue& one : counted) {
          if (one.task == no) check_counted(working_days, issued.on, one.due, fact);
        }
      };
      for (const plan::TaskAmendment& change : text.changes) {
        check(change.task, change.working_days);
      }
      city::TaskNo no = issued.first.value_or(city::TaskNo{});
      for (const plan::NewTask& added : text.tasks) {
        check(no, added.working_days);
        tasks_[no] = {issued.plan, added.rule, {}};  // its day is the one that was counted
        tasks_[no].is_owed = true;
        ++no.value;
      }
    });
  }

  // The plan's own by its last day, after that who answers for it.
  void check_issuer(const plan::AmendmentIssued& issued, const ledger::Fact& fact) {
    const city::UnitNo own = issuers_[issued.plan];
    const Tree::One* one = tree_.find(own);
    if (one == nullptr) return;
    const bool is_its = one->is_open || issued.on <= one->last_days.back();
    const city::UnitNo meant = is_its ? own : tree_.answering(own);
    expect(issued.issuer.value_or(own) == meant, fact, "another unit issues it than may");
  }

  // A plan gives it to all, an amendment to those who do not have it.
  void give(const plan::AssignmentsGiven& given, const ledger::Fact& fact) {
    TaskToGive* task = known(tasks_, given.task, fact);
    if (task == nullptr) return;
    std::vector<std::uint32_t> meant = tree_.units_of(task->rule);
    std::erase_if(meant, [&](std::uint32_t unit) { return task->units.contains(unit); });
    expect(given.units.numbers == meant && !meant.empty(), fact,
           "others get it than its rule means now");
    const Tree::Group* group = tree_.group_of(task->rule);
    std::optional<std::uint32_t> version;
    if (group != nullptr) version = group->version;
    expect(given.group_version == version, fact, "it tells another version of its group");
    expect(group == nullptr || !group->is_ended, fact, "its group has ended");
    if (std::exchange(task->is_owed, false) && task->counted_from) {
      check_counted(task->working_days, *task->counted_from, given.due, fact);
    }
    if (task->group_version == 0) task->group_version = version.value_or(0);
    task->units.insert(given.units.numbers.begin(), given.units.numbers.end());
  }

  void check_counted(std::optional<std::uint32_t> working_days, Date from, Date due,
                     const ledger::Fact& fact) {
    if (!working_days) return;
    expect(workdays_.after(from, *working_days) == due, fact,
           "its working days come to another day");
  }

  Tree tree_;
  WorkingDays workdays_;
  std::map<city::PlanNo, city::UnitNo> issuers_;
  std::map<city::TaskNo, TaskToGive> tasks_;
  std::map<city::AmendmentNo, plan::AmendmentText> texts_;
};

}  // namespace

std::unique_ptr<Recount> recount_giving(Teller& teller, Complaints& wrong) {
  return std::make_unique<Giving>(teller, wrong);
}

}  // namespace lantoa::sim
