// Plans: who may approve, what grows out of what until when, and which deadline is in force.
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
};

struct SaidTask {
  city::PlanNo plan;
  Date due;
};

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
    hear_extensions(teller);
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
    }
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
      if (!drafted.parent) return;
      const auto* parent = assignments_->find(*drafted.parent);
      expect(parent != nullptr, fact, "it grows out of nothing");
      if (parent == nullptr) return;
      expect(!parent->done, fact, "it grows out of what is done");
      expect(this->teller().is_below(drafted.scope, parent->unit), fact,
             "it is wider than the unit that got the task");
    });
    teller.on<plan::PlanChanged>([this](const auto& changed, const ledger::Fact& fact) {
      touch(changed.plan, changed.version, fact);
    });
    teller.on<plan::TaskAdded>([this](const auto& added, const ledger::Fact& fact) {
      tasks_[added.task] = {added.plan, added.due};
      touch(added.plan, added.version, fact);
      check_due(added.plan, added.due, fact);
    });
    teller.on<plan::TaskChanged>([this](const auto& changed, const ledger::Fact& fact) {
      if (SaidTask* task = known(tasks_, changed.task, fact)) {
        task->due = changed.due;
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
      }
    });
    teller.on<plan::SignedCopyAttached>([this](const auto& copy, const ledger::Fact& fact) {
      if (SaidPlan* one = known(plans_, copy.plan, fact)) {
        expect(one->stage == plan::Stage::Issued, fact, "it is not issued");
        ++one->signed_copies;
      }
    });
    teller.on<plan::AssignmentsGiven>([this](const auto& given, const ledger::Fact& fact) {
      const SaidTask* task = known(tasks_, given.task, fact);
      if (task == nullptr) return;
      expect(plans_[task->plan].stage == plan::Stage::Issued, fact, "its plan is not issued");
      expect(task->due == given.due, fact, "it is due on another day than its task");
      expect(given.first.value == assignments_->all().size() + 1, fact, "numbers are left out");
    });
    teller.on<plan::AssignmentDone>([this](const auto& done, const ledger::Fact& fact) {
      const auto* one = assignments_->find(done.assignment);
      expect(one != nullptr && !one->done, fact, "it was done before, or never given");
      for (auto& [no, extension] : extensions_) {
        if (extension.assignment == done.assignment) extension.waits = false;
      }
    });
  }

  void hear_extensions(Teller& teller) {
    teller.on<plan::ExtensionAsked>([this](const auto& asked, const ledger::Fact& fact) {
      const auto* one = assignments_->find(asked.assignment);
      expect(one != nullptr && !one->done, fact, "there is nothing left to do");
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
    std::vector<city::PlanNo> grown;
    std::uint32_t open = 0;
    for (const auto& [plan, drafted] : plans_) {
      if (drafted.drafted.parent == no) grown.push_back(plan);
    }
    for (const auto& [other, below] : assignments_->all()) {
      const city::PlanNo of = tasks_[below.task].plan;
      const bool is_grown = std::find(grown.begin(), grown.end(), of) != grown.end();
      if (is_grown && !below.done) ++open;
    }
    expect_seen(state.grown_from(no) == grown, name + "what grew out of it");
    expect_seen(state.open_below(no) == open, name + "what is open below it");
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
};

}  // namespace

std::unique_ptr<Recount> recount_plans(Teller& teller, Complaints& wrong) {
  return std::make_unique<Plans>(teller, wrong);
}

}  // namespace lantoa::sim
