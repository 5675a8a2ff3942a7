// Plans and their amendments: who may approve, what grows out of what until when, which deadline is
// in force, and that nothing of an issued plan changes but by an amendment that was issued.
#include <algorithm>

#include "sim/recount.h"

namespace lantoa::sim {
namespace {

namespace plan = city::plan;

struct SaidPlan {
  plan::PlanDrafted drafted;
  plan::Stage stage = plan::Stage::Draft;
  std::uint32_t version = 1;
  std::set<city::PersonNo> writers;  // since it was approved last
  std::size_t signed_copies = 0;
  std::size_t grounds = 0;
};

struct SaidTask {
  city::PlanNo plan;
  std::string what;
  Date due;
  plan::Terms terms;
  bool is_to_be_given = false;  // to units, by what was issued last
  std::set<std::uint32_t> units = {};
  city::AmendmentNo withdrawn = {};
  bool is_counted = false;  // in working days, from a day of issue that is still to come
};

struct SaidAmendment {
  plan::AmendmentDrafted drafted;    // with its text as it was changed last
  std::set<city::PersonNo> writers;  // since it was approved last
  plan::AmendmentStage stage = plan::AmendmentStage::Draft;
  std::uint32_t version = 1;

  bool is_open() const {
    return stage == plan::AmendmentStage::Draft || stage == plan::AmendmentStage::Approved;
  }
  bool says_anything() const {
    return !drafted.text.grounds.empty() || !drafted.text.changes.empty() ||
           !drafted.text.tasks.empty();
  }
};

// What an amendment does to assignments of a task: facts right after it have to say this.
using Owed = std::map<std::pair<city::AmendmentNo, city::TaskNo>, std::vector<std::uint32_t>>;

struct SaidExtension {
  city::AssignmentNo assignment;
  Date until;
  city::PersonNo by;
  bool waits = true;
};

class Plans : public Recount {
 public:
  Plans(Teller& teller, Complaints& wrong) : Recount(teller, wrong) {
    hear_drafts(teller);
    hear_stages(teller);
    hear_assignments(teller);
    hear_extensions(teller);
    hear_amendments(teller);
    hear_effects(teller);
    // After those: rules ask for the deadline as it was before the fact.
    assignments_ = std::make_unique<Assignments>(teller);
  }

  void compare(const app::States& seen) override {
    const plan::State& state = seen.plan;
    expect_seen(state.plans() == plans_.size(), "the number of plans");
    for (const auto& [no, said] : plans_) {
      if (no.value > state.plans()) break;
      const plan::Plan& one = state.plan(no);
      const std::string name = "plan " + std::to_string(no.value) + ", ";
      expect_seen(one.stage == said.stage, name + "how far it is");
      expect_seen(one.version == said.version, name + "its version");
      expect_seen(one.parent == said.drafted.parent.value_or(city::AssignmentNo{}),
                  name + "what it grew out of");
      expect_seen(one.signed_copies.size() == said.signed_copies, name + "its signed copies");
      expect_seen(one.grounds.size() == said.grounds, name + "what it rests on");
    }
    compare_tasks(state);
    compare_amendments(state);
    expect_seen(state.assignments() == assignments_->all().size(), "the number of assignments");
    for (const auto& [no, said] : assignments_->all()) {
      if (no.value <= state.assignments()) compare_assignment(state, no, said);
    }
    compare_waiting(state);
  }

 private:
  void hear_drafts(Teller& teller) {
    teller.on<plan::PlanDrafted>([this](const auto& drafted, const ledger::Fact& fact) {
      SaidPlan& one = plans_[drafted.plan];
      one.drafted = drafted;
      one.writers = {this->teller().who(fact)};
      one.grounds = drafted.grounds.size();
      if (!drafted.parent) return;
      const auto* parent = assignments_->find(*drafted.parent);
      expect(parent != nullptr, fact, "it grows out of nothing");
      if (parent == nullptr) return;
      expect(parent->is_open(), fact, "it grows out of what is done or withdrawn");
      expect(this->teller().is_below(drafted.scope, parent->unit), fact,
             "it is wider than the unit that got the task");
    });
    teller.on<plan::PlanChanged>([this](const auto& changed, const ledger::Fact& fact) {
      touch(changed.plan, changed.version, fact);
      plans_[changed.plan].grounds = changed.grounds.size();
    });
    teller.on<plan::TaskAdded>([this](const auto& added, const ledger::Fact& fact) {
      tasks_[added.task] = {added.plan, added.what, added.due, added.terms.value_or(plan::Terms{})};
      tasks_[added.task].is_counted = added.working_days.has_value();
      touch(added.plan, added.version, fact);
      check_due(added.plan, added.due, fact);
    });
    teller.on<plan::TaskChanged>([this](const auto& changed, const ledger::Fact& fact) {
      if (SaidTask* task = known(tasks_, changed.task, fact)) {
        task->what = changed.what;
        task->due = changed.due;
        task->is_counted = changed.working_days.has_value();
        task->terms = changed.terms;
        touch(task->plan, changed.version, fact);
        check_due(task->plan, changed.due, fact);
      }
    });
    teller.on<plan::TaskDropped>([this](const auto& dropped, const ledger::Fact& fact) {
      if (const SaidTask* task = known(tasks_, dropped.task, fact)) {
        touch(task->plan, dropped.version, fact);
      }
    });
  }

  void hear_stages(Teller& teller) {
    teller.on<plan::PlanApproved>([this](const auto& approved, const ledger::Fact& fact) {
      SaidPlan* one = known(plans_, approved.plan, fact);
      if (one == nullptr) return;
      const city::PersonNo by = this->teller().who(fact);
      expect(!by || !one->writers.contains(by), fact, "who wrote it approves it");
      expect(one->stage == plan::Stage::Draft, fact, "it is no draft");
      expect(one->version == approved.version, fact, "it is another version");
      one->stage = plan::Stage::Approved;
      one->writers.clear();
    });
    teller.on<plan::PlanIssued>([this](const auto& issued, const ledger::Fact& fact) {
      if (SaidPlan* one = known(plans_, issued.plan, fact)) {
        expect(one->stage == plan::Stage::Approved, fact, "it is not approved as it stands");
        one->stage = plan::Stage::Issued;
        for (auto& [no, task] : tasks_) {
          if (task.plan == issued.plan) task.is_to_be_given = true;
        }
      }
    });
    teller.on<plan::SignedCopyAttached>([this](const auto& copy, const ledger::Fact& fact) {
      if (SaidPlan* one = known(plans_, copy.plan, fact)) {
        expect(one->stage == plan::Stage::Issued, fact, "it is not issued");
        ++one->signed_copies;
      }
    });
  }

  void hear_assignments(Teller& teller) {
    teller.on<plan::AssignmentsGiven>([this](const auto& given, const ledger::Fact& fact) {
      SaidTask* task = known(tasks_, given.task, fact);
      if (task == nullptr) return;
      expect(std::exchange(task->is_to_be_given, false), fact, "nothing issued gives it");
      for (const std::uint32_t unit : given.units.numbers) {
        expect(task->units.insert(unit).second, fact, "a unit gets a task twice");
      }
      expect(plans_[task->plan].stage == plan::Stage::Issued, fact, "its plan is not issued");
      if (std::exchange(task->is_counted, false)) {
        task->due = given.due;
        check_due(task->plan, given.due, fact);
      }
      expect(task->due == given.due, fact, "it is due on another day than its task");
      expect(given.first.value == assignments_->all().size() + 1, fact, "numbers are left out");
    });
    teller.on<plan::AssignmentDone>([this](const auto& done, const ledger::Fact& fact) {
      const auto* one = assignments_->find(done.assignment);
      expect(one != nullptr && one->is_open(), fact,
             "it was done or withdrawn before, or never given");
      for (auto& [no, extension] : extensions_) {
        if (extension.assignment == done.assignment) extension.waits = false;
      }
    });
  }

  void hear_extensions(Teller& teller) {
    teller.on<plan::ExtensionAsked>([this](const auto& asked, const ledger::Fact& fact) {
      const auto* one = assignments_->find(asked.assignment);
      expect(one != nullptr && one->is_open(), fact, "there is nothing left to do");
      expect(std::none_of(extensions_.begin(), extensions_.end(),
                          [&](const auto& other) {
                            return other.second.waits &&
                                   other.second.assignment == asked.assignment;
                          }),
             fact, "another request waits");
      check_later(asked.assignment, asked.until, fact);
      extensions_[asked.extension] = {asked.assignment, asked.until, this->teller().who(fact)};
    });
    teller.on<plan::ExtensionDecided>([this](const auto& decided, const ledger::Fact& fact) {
      SaidExtension* one = known(extensions_, decided.extension, fact);
      if (one == nullptr) return;
      const city::PersonNo by = this->teller().who(fact);
      expect(one->waits, fact, "it is settled");
      expect(!by || by != one->by, fact, "who asked for it decides it");
      if (decided.until) check_later(one->assignment, *decided.until, fact);
      expect(!decided.reason.empty() || decided.until == one->until, fact, "it says no reason");
      one->waits = false;
    });
  }

  void hear_amendments(Teller& teller) {
    teller.on<plan::AmendmentDrafted>([this](const auto& drafted, const ledger::Fact& fact) {
      const SaidPlan* of = known(plans_, drafted.plan, fact);
      expect(of == nullptr || of->stage == plan::Stage::Issued, fact, "its plan is not issued");
      for (const auto& [no, other] : amendments_) {
        expect(other.drafted.plan != drafted.plan || !other.is_open(), fact,
               "another one of its plan is open");
      }
      amendments_[drafted.amendment] = {drafted, {this->teller().who(fact)}};
    });
    teller.on<plan::AmendmentChanged>([this](const auto& changed, const ledger::Fact& fact) {
      SaidAmendment* one = known(amendments_, changed.amendment, fact);
      if (one == nullptr) return;
      expect(one->is_open(), fact, "it was issued or given up");
      expect(changed.version == one->version + 1, fact, "a version is left out or repeated");
      one->drafted.text = changed.text;
      one->version = changed.version;
      one->stage = plan::AmendmentStage::Draft;
      one->writers.insert(this->teller().who(fact));
    });
    teller.on<plan::AmendmentApproved>([this](const auto& approved, const ledger::Fact& fact) {
      SaidAmendment* one = known(amendments_, approved.amendment, fact);
      if (one == nullptr) return;
      const city::PersonNo by = this->teller().who(fact);
      expect(!by || !one->writers.contains(by), fact, "who wrote the amendment approves it");
      expect(one->stage == plan::AmendmentStage::Draft, fact, "it is no draft");
      expect(one->version == approved.version, fact, "it is another version");
      expect(one->says_anything(), fact, "it says nothing");
      one->stage = plan::AmendmentStage::Approved;
      one->writers.clear();
    });
    teller.on<plan::AmendmentGivenUp>([this](const auto& given_up, const ledger::Fact& fact) {
      if (SaidAmendment* one = known(amendments_, given_up.amendment, fact)) {
        expect(one->stage == plan::AmendmentStage::Draft, fact, "it is no draft");
        one->stage = plan::AmendmentStage::GivenUp;
      }
    });
    teller.on<plan::AmendmentIssued>([this](const auto& issued, const ledger::Fact& fact) {
      if (SaidAmendment* one = known(amendments_, issued.amendment, fact)) {
        take_effect(*one, issued, fact);
      }
    });
  }

  void hear_effects(Teller& teller) {
    teller.on<plan::DeadlinesMoved>([this](const auto& moved, const ledger::Fact& fact) {
      settle(owed_moves_, moved, fact);
      const SaidTask* task = known(tasks_, moved.task, fact);
      expect(task == nullptr || task->due == moved.due, fact, "its task is due on another day");
      // Whoever asked for no more than all get now has nothing to wait for.
      end_waiting(moved.assignments,
                  [&](const SaidExtension& one) { return one.until <= moved.due; });
    });
    teller.on<plan::AssignmentsWithdrawn>([this](const auto& gone, const ledger::Fact& fact) {
      settle(owed_withdrawals_, gone, fact);
      end_waiting(gone.assignments, [](const SaidExtension&) { return true; });
    });
  }

  template <class Which>
  void end_waiting(const NumberSet& of, Which which) {
    for (auto& [no, one] : extensions_) {
      const auto& numbers = of.numbers;
      const bool is_its =
          std::find(numbers.begin(), numbers.end(), one.assignment.value) != numbers.end();
      if (is_its && which(one)) one.waits = false;
    }
  }

  template <class Effect>
  void settle(Owed& owed, const Effect& effect, const ledger::Fact& fact) {
    const auto found = owed.find({effect.amendment, effect.task});
    expect(found != owed.end() && found->second == effect.assignments.numbers, fact,
           "no issued amendment does this to them");
    if (found != owed.end()) owed.erase(found);
  }

  void take_effect(SaidAmendment& one, const plan::AmendmentIssued& issued,
                   const ledger::Fact& fact) {
    expect(one.stage == plan::AmendmentStage::Approved, fact, "it is not approved as it stands");
    expect(one.drafted.plan == issued.plan, fact, "it is of another plan");
    expect(issued.on <= day_of(fact), fact, "its day is still to come");
    one.stage = plan::AmendmentStage::Issued;
    plan::AmendmentText& text = one.drafted.text;
    take_counted(issued, text, fact);
    plans_[issued.plan].grounds += text.grounds.size();
    for (const plan::TaskAmendment& change : text.changes) {
      if (SaidTask* task = known(tasks_, change.task, fact)) take_over(change, *task, issued, fact);
    }
    expect(issued.first.has_value() != text.tasks.empty(), fact, "its new tasks are miscounted");
    city::TaskNo no = issued.first.value_or(city::TaskNo{});
    for (const plan::NewTask& added : text.tasks) {
      expect(no.value == tasks_.size() + 1, fact, "numbers of tasks are left out");
      check_amended_due(added.due, issued, fact);
      tasks_[no] = {issued.plan, added.what, added.due, added.terms, true};
      ++no.value;
    }
  }

  // Its working days have come to days, each to one.
  void take_counted(const plan::AmendmentIssued& issued, plan::AmendmentText& text,
                    const ledger::Fact& fact) {
    const auto counted = issued.counted.value_or(std::vector<plan::CountedDue>());
    std::size_t taken = 0;
    const auto due_of = [&](city::TaskNo no, Date otherwise) {
      const auto found = std::find_if(counted.begin(), counted.end(),
                                      [&](const auto& other) { return other.task == no; });
      expect(found != counted.end(), fact, "nothing says what its working days come to");
      ++taken;
      return found == counted.end() ? otherwise : found->due;
    };
    for (plan::TaskAmendment& change : text.changes) {
      if (change.working_days) change.due = due_of(change.task, issued.on);
    }
    city::TaskNo no = issued.first.value_or(city::TaskNo{});
    for (plan::NewTask& added : text.tasks) {
      if (added.working_days) added.due = due_of(no, added.due);
      ++no.value;
    }
    expect(taken == counted.size(), fact, "it counts working days that it does not have");
  }

  void take_over(const plan::TaskAmendment& change, SaidTask& task,
                 const plan::AmendmentIssued& issued, const ledger::Fact& fact) {
    expect(task.plan == issued.plan, fact, "it changes a task of another plan");
    expect(!task.withdrawn, fact, "it changes a task that was withdrawn before");
    if (change.due) check_amended_due(*change.due, issued, fact);
    task.what = change.what.value_or(task.what);
    task.due = change.due.value_or(task.due);
    task.terms = change.terms.value_or(task.terms);
    task.is_to_be_given = change.reached;
    if (change.withdrawn) task.withdrawn = issued.amendment;
    std::vector<std::uint32_t> moved, withdrawn;
    for (const auto& [no, given] : assignments_->all()) {
      if (given.task != change.task || !given.is_open()) continue;
      if (change.withdrawn) {
        withdrawn.push_back(no.value);
      } else if (change.due && given.due() != *change.due &&
                 !given.has_more_time_than(*change.due)) {
        moved.push_back(no.value);
      }
    }
    const std::pair key(issued.amendment, change.task);
    if (!moved.empty()) owed_moves_[key] = moved;
    if (!withdrawn.empty()) owed_withdrawals_[key] = withdrawn;
  }

  void check_amended_due(Date due, const plan::AmendmentIssued& issued, const ledger::Fact& fact) {
    const auto last = last_day(issued.plan);
    expect(due >= issued.on, fact, "it makes something due before its own day");
    expect(!last || due <= *last, fact, "it is due after what its plan grew out of");
  }

  // A changed plan is a draft again, with one writer more.
  void touch(city::PlanNo no, std::uint32_t version, const ledger::Fact& fact) {
    SaidPlan* one = known(plans_, no, fact);
    if (one == nullptr) return;
    expect(one->stage != plan::Stage::Issued, fact, "an issued plan is changed");
    expect(version == one->version + 1, fact, "a version is left out or repeated");
    one->stage = plan::Stage::Draft;
    one->version = version;
    one->writers.insert(teller().who(fact));
  }

  // The deadline in force of what the plan grew out of; none: it stands on its own.
  std::optional<Date> last_day(city::PlanNo no) const {
    const auto found = plans_.find(no);
    if (found == plans_.end() || !found->second.drafted.parent) return std::nullopt;
    const auto* parent = assignments_->find(*found->second.drafted.parent);
    return parent == nullptr ? std::nullopt : std::optional(parent->due());
  }

  void check_due(city::PlanNo no, Date due, const ledger::Fact& fact) {
    const auto last = last_day(no);
    expect(!last || due <= *last, fact, "it is due after what its plan grew out of");
    expect(due >= day_of(fact), fact, "it is due on a day that passed");
  }

  void check_later(city::AssignmentNo no, Date until, const ledger::Fact& fact) {
    const auto* one = assignments_->find(no);
    if (one == nullptr) return;
    const auto task = tasks_.find(one->task);
    const auto last = task == tasks_.end() ? std::nullopt : last_day(task->second.plan);
    expect(until > one->due(), fact, "it is no later deadline");
    expect(until >= day_of(fact), fact, "it is a day that passed");
    expect(!last || until <= *last, fact, "it is after what its plan grew out of");
  }

  void compare_assignment(const plan::State& state, city::AssignmentNo no,
                          const Assignments::One& said) {
    const plan::Assignment& one = state.assignment(no);
    const std::string name = "assignment " + std::to_string(no.value) + ", ";
    expect_seen(one.unit == said.unit && one.task == said.task, name + "whose it is");
    expect_seen(one.due == said.due(), name + "the deadline in force");
    expect_seen(state.first_due(no) == said.first_due, name + "its first deadline");
    expect_seen(one.done == said.done, name + "when it was done");
    expect_seen(one.withdrawn == said.withdrawn, name + "what withdrew it");
    std::vector<city::PlanNo> grown;
    std::uint32_t open = 0;
    for (const auto& [plan, drafted] : plans_) {
      if (drafted.drafted.parent == no) grown.push_back(plan);
    }
    for (const auto& [other, below] : assignments_->all()) {
      const city::PlanNo of = tasks_[below.task].plan;
      const bool is_grown = std::find(grown.begin(), grown.end(), of) != grown.end();
      if (is_grown && below.is_open()) ++open;
    }
    expect_seen(state.grown_from(no) == grown, name + "what grew out of it");
    expect_seen(state.open_below(no) == open, name + "what is open below it");
  }

  void compare_tasks(const plan::State& state) {
    expect_seen(state.tasks() == tasks_.size(), "the number of tasks");
    for (const auto& [no, said] : tasks_) {
      if (no.value > state.tasks()) break;
      const plan::Task& one = state.task(no);
      const bool is_same = one.plan == said.plan && one.what == said.what && one.due == said.due &&
                           one.terms == said.terms && one.withdrawn == said.withdrawn;
      expect_seen(is_same, "task " + std::to_string(no.value) + ", what it says");
    }
  }

  void compare_amendments(const plan::State& state) {
    for (const auto* owed : {&owed_moves_, &owed_withdrawals_}) {
      if (!owed->empty()) complain("an amendment is issued without all of its effect");
    }
    expect_seen(state.amendments() == amendments_.size(), "the number of amendments");
    for (const auto& [no, said] : amendments_) {
      if (no.value > state.amendments()) break;
      const plan::Amendment& one = state.amendment(no);
      const std::string name = "amendment " + std::to_string(no.value) + ", ";
      expect_seen(one.plan == said.drafted.plan, name + "its plan");
      expect_seen(one.stage == said.stage, name + "how far it is");
      expect_seen(one.version == said.version, name + "its version");
      expect_seen(one.text == said.drafted.text, name + "what it says");
    }
  }

  void compare_waiting(const plan::State& state) {
    std::set<city::ExtensionNo> waiting;
    for (const auto& [no, one] : extensions_) {
      if (one.waits) waiting.insert(no);
    }
    expect_seen(state.extensions() == extensions_.size(), "the number of requests for more time");
    expect_seen(state.waiting() == waiting, "which requests for more time wait");
  }

  std::unique_ptr<Assignments> assignments_;
  std::map<city::PlanNo, SaidPlan> plans_;
  std::map<city::TaskNo, SaidTask> tasks_;
  std::map<city::ExtensionNo, SaidExtension> extensions_;
  std::map<city::AmendmentNo, SaidAmendment> amendments_;
  Owed owed_moves_, owed_withdrawals_;
};

}  // namespace

std::unique_ptr<Recount> recount_plans(Teller& teller, Complaints& wrong) {
  return std::make_unique<Plans>(teller, wrong);
}

}  // namespace lantoa::sim
