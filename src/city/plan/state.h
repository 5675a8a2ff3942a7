// Plans, their tasks, and what each unit has to do.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "city/plan/facts.h"
#include "kernel/result.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::plan {

enum class Stage { Draft, Approved, Issued };
Text title(Stage stage);
Text title(Audience audience);
Text title(Form form);
const std::vector<Form>& all_forms();
Text title(Part part);
const std::vector<Part>& all_parts();  // in the order of a plan's text

// One of the six points that make a task clear, and whether the task says it.
struct Clarity {
  Text title;  // "rõ người"
  bool is_said = false;
};

struct Task {
  TaskNo no;
  PlanNo plan;
  std::string what;
  Rule rule;
  Date due;
  Terms terms;
  bool dropped = false;
  std::vector<AssignmentNo> assignments;  // ascending by unit; empty until issued
  std::uint32_t done = 0;                 // of its assignments
  std::uint32_t extended = 0;             // of its assignments: their deadline is a later one
  Date extended_until = {};               // the latest of those; means nothing while there is none
};

// A PDF with the signature on it, as the clerk's office gave it.
struct SignedCopy {
  std::string blob;  // address
  std::uint64_t bytes = 0;
  Date on;      // when it was attached
  PersonNo by;  // none: the system
};

struct Plan {
  PlanNo no;
  UnitNo issuer;
  UnitNo scope;
  std::string title;
  Audience audience = Audience::Everybody;
  std::vector<Ground> grounds;
  std::vector<Form> forms;        // how it is made known, in the order of the enum
  std::vector<Section> sections;  // those that say something, in the order of their parts
  std::vector<Recipient> recipients;
  std::string source;  // blob address; empty: none
  Stage stage = Stage::Draft;
  std::uint32_t version = 1;
  std::set<PersonNo> writers;  // since the last approval
  std::string number;          // once issued
  Date issued;
  std::vector<TaskNo> tasks;              // not dropped
  AssignmentNo parent;                    // what it carries out; none: it stands on its own
  std::vector<SignedCopy> signed_copies;  // oldest first; the last one counts
};

std::vector<Clarity> clarity(const Task& task);  // all six, in the order of Thông báo 542/TB-VPCP
std::uint32_t unsaid(const Task& task);          // how many of them are missing
const std::string& text_of(const Plan& plan, Part part);  // empty: nothing is written

struct Assignment {
  AssignmentNo no;
  TaskNo task;
  UnitNo unit;
  Date due;  // the deadline in force; State::first_due() is the one it was given with
  std::optional<Date> done;

  bool is_late(Date today) const { return !done && due < today; }
};

// A unit's request for a later deadline, and what became of it.
struct Extension {
  enum class Fate {
    Waiting,
    Granted,
    Refused,
    NotNeeded,  // the task was reported as done before anybody decided
  };

  ExtensionNo no;
  AssignmentNo assignment;
  Date before;  // the deadline in force when it was asked
  Date until;   // the one asked for
  std::string reason;
  Date asked;   // when
  PersonNo by;  // none: the system
  Fate fate = Fate::Waiting;
  Date granted = {};         // the new deadline, once there is one
  Date decided = {};         // when, or the day on which the task was done; unless it waits
  std::string words = {};    // of whoever decided; may be empty
  PersonNo decided_by = {};  // none: nobody did, or the system
};

class State {
 public:
  void fold(const PlanDrafted& fact);
  void fold(const PlanChanged& fact);
  void fold(const TaskAdded& fact);
  void fold(const TaskChanged& fact);
  void fold(const TaskDropped& fact);
  void fold(const PlanApproved& fact);
  void fold(const PlanIssued& fact);
  void fold(const SignedCopyAttached& fact, const ledger::Stamp& stamp);
  void fold(const AssignmentsGiven& fact);
  void fold(const AssignmentDone& fact);
  void fold(const ExtensionAsked& fact, const ledger::Stamp& stamp);
  void fold(const ExtensionDecided& fact, const ledger::Stamp& stamp);

  std::uint32_t plans() const { return static_cast<std::uint32_t>(plans_.size()); }
  std::uint32_t tasks() const { return static_cast<std::uint32_t>(tasks_.size()); }
  std::uint32_t assignments() const { return static_cast<std::uint32_t>(assignments_.size()); }
  bool has(PlanNo no) const { return no && no.index() < plans_.size(); }

  const Plan& plan(PlanNo no) const;  // needs has(no)
  const Task& task(TaskNo no) const;
  const Assignment& assignment(AssignmentNo no) const;
  Result<const Plan*> find(PlanNo no) const;  // NotFound otherwise
  Result<const Task*> find(TaskNo no) const;
  Result<const Assignment*> find(AssignmentNo no) const;

  std::vector<PlanNo> issued() const;                           // newest first
  const std::vector<AssignmentNo>& of_unit(UnitNo unit) const;  // oldest first

  const std::vector<PlanNo>& grown_from(AssignmentNo no) const;  // oldest first
  // How much of what the issued ones of those asked for is not done yet, in assignments.
  std::uint32_t open_below(AssignmentNo no) const;
  // How many parents stand above a plan that grows out of this assignment; none: 0.
  std::uint32_t parents_above(AssignmentNo parent) const;

  std::uint32_t extensions() const { return static_cast<std::uint32_t>(extensions_.size()); }
  const Extension& extension(ExtensionNo no) const;                  // needs one that was asked for
  Result<const Extension*> find(ExtensionNo no) const;               // NotFound otherwise
  const std::set<ExtensionNo>& waiting() const { return waiting_; }  // to be decided
  // All that was asked for this assignment, oldest first.
  const std::vector<ExtensionNo>& extensions_of(AssignmentNo no) const;
  const Extension* waiting_of(AssignmentNo no) const;    // nullptr: none
  const Extension* last_granted(AssignmentNo no) const;  // nullptr: never extended
  Date first_due(AssignmentNo no) const;
  Date due_on(AssignmentNo no, Date day) const;  // the deadline that was in force on that day
  // How often its unit had asked before in the same plan, with whatever outcome.
  std::uint32_t asked_before(const Extension& extension) const;

 private:
  void touch(PlanNo no, std::uint32_t version, const std::optional<PersonNo>& by);

  std::vector<Plan> plans_;
  std::vector<Task> tasks_;
  std::vector<Assignment> assignments_;
  std::vector<std::vector<AssignmentNo>> of_unit_;  // by unit's index
  // Few of very many assignments have any.
  std::map<AssignmentNo, std::vector<PlanNo>> grown_from_;
  std::vector<Extension> extensions_;
  std::map<AssignmentNo, std::vector<ExtensionNo>> extensions_of_;
  std::set<ExtensionNo> waiting_;
};

}  // namespace lantoa::city::plan
