// Plans, their tasks, and what each unit has to do.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "city/changes.h"
#include "city/plan/facts.h"
#include "kernel/result.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::plan {

enum class Stage { Draft, Approved, Issued };
Text title(Stage stage);
enum class AmendmentStage { Draft, Approved, Issued, GivenUp };
Text title(AmendmentStage stage);
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

// What a task said until an amendment was issued.
struct Wording {
  AmendmentNo until;
  std::string what;
  Terms terms;
  Date due;
  std::optional<std::uint32_t> working_days = {};
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
  AmendmentNo added = {};                 // by which it came into the plan; none: with the plan
  AmendmentNo withdrawn = {};             // by which it is no longer asked for; none: it is
  std::uint32_t withdrawn_units = 0;      // of its assignments: those that were not done then
  std::vector<Wording> earlier = {};      // oldest first
  // After the day of issue, of its plan or of the amendment that said so; none: it is a day. Until
  // then `due` is the day as if it were issued when that was written, afterwards the one it is.
  std::optional<std::uint32_t> working_days = {};
  std::optional<Date> counted_from = {};  // that day of issue, once there is one
  std::uint32_t group_version = 0;  // of its rule's group, when it was given first; 0: it was not

  // Its assignments that are done or still asked for.
  std::uint32_t counted() const {
    return static_cast<std::uint32_t>(assignments.size()) - withdrawn_units;
  }
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
  std::size_t issued_grounds = 0;         // those it was issued with; amendments brought the rest
  std::vector<AmendmentNo> amendments;    // oldest first, whatever became of them
};

// A change of an issued plan (sửa đổi, bổ sung).
struct Amendment {
  AmendmentNo no;
  PlanNo plan;
  AmendmentText text;
  AmendmentStage stage = AmendmentStage::Draft;
  std::uint32_t version = 1;
  std::set<PersonNo> writers = {};  // since the last approval
  Date drafted = {};
  std::string number = {};         // once issued
  Date issued = {};                // the same
  std::vector<TaskNo> added = {};  // the same: its new tasks, in their order
  std::string given_up = {};       // why, once it is
  Date closed = {};                // when it was issued or given up, as the ledger has it
  UnitNo issuer = {};              // once issued: the plan's, or the unit above one that stopped

  bool is_open() const {
    return stage == AmendmentStage::Draft || stage == AmendmentStage::Approved;
  }
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
  AmendmentNo withdrawn = {};  // by which its unit need not do it any more; none: it does

  // It is still asked for: neither done nor withdrawn.
  bool is_open() const { return !done && !withdrawn; }
  bool is_late(Date today) const { return is_open() && due < today; }
};

// A deadline that took the place of an earlier one.
struct Move {
  Date since;  // from this day on
  Date before;
  Date due;
  AmendmentNo amendment;  // none: its unit was granted more time
};

// A unit's request for a later deadline, and what became of it.
struct Extension {
  enum class Fate {
    Waiting,
    Granted,
    Refused,
    NotNeeded,  // the task was done, withdrawn or due later before anybody decided
  };

  ExtensionNo no;
  AssignmentNo assignment;
  Date before;  // the deadline in force when it was asked
  Date until;   // the one asked for
  std::string reason;
  Date asked;   // when
  PersonNo by;  // none: the system
  Fate fate = Fate::Waiting;
  Date granted = {};          // the new deadline, once there is one
  Date decided = {};          // when, or the day on which the task was done; unless it waits
  std::string words = {};     // of whoever decided; may be empty
  PersonNo decided_by = {};   // none: nobody did, or the system
  AmendmentNo ended_by = {};  // of NotNeeded: what made it so; none: the task was done
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
  void fold(const AssignmentsGiven& fact, const ledger::Stamp& stamp = {});
  void fold(const AssignmentDone& fact, const ledger::Stamp& stamp = {});
  void fold(const ExtensionAsked& fact, const ledger::Stamp& stamp);
  void fold(const ExtensionDecided& fact, const ledger::Stamp& stamp);
  void fold(const AmendmentDrafted& fact, const ledger::Stamp& stamp);
  void fold(const AmendmentChanged& fact);
  void fold(const AmendmentApproved& fact);
  void fold(const AmendmentGivenUp& fact, const ledger::Stamp& stamp);
  void fold(const AmendmentIssued& fact, const ledger::Stamp& stamp);
  void fold(const DeadlinesMoved& fact, const ledger::Stamp& stamp);
  void fold(const AssignmentsWithdrawn& fact, const ledger::Stamp& stamp);

  std::uint32_t plans() const { return static_cast<std::uint32_t>(plans_.size()); }
  std::uint32_t tasks() const { return static_cast<std::uint32_t>(tasks_.size()); }
  std::uint32_t assignments() const { return static_cast<std::uint32_t>(assignments_.size()); }
  bool has(PlanNo no) const { return no && no.index() < plans_.size(); }

  const Plan& plan(PlanNo no) const;  // needs has(no)
  const Task& task(TaskNo no) const;
  const Assignment& assignment(AssignmentNo no) const;
  // When something changed in what the list of assignments tells of each last: given, done, a later
  // deadline asked for or decided, moved or withdrawn by an amendment. Every fold that changes such
  // a thing touches it.
  const Changes<AssignmentNo>& assignment_changes() const { return assignment_changes_; }
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
  // From which day on the deadline in force is that; nullopt: it is the one it was given with.
  std::optional<Date> due_since(AssignmentNo no) const;
  const Move* last_move(AssignmentNo no) const;  // what made it so; nullptr: nothing moved it
  // How often its unit had asked before in the same plan, with whatever outcome.
  std::uint32_t asked_before(const Extension& extension) const;

  std::uint32_t amendments() const { return static_cast<std::uint32_t>(amendments_.size()); }
  const Amendment& amendment(AmendmentNo no) const;             // needs one that was drafted
  Result<const Amendment*> find(AmendmentNo no) const;          // NotFound otherwise
  const Amendment* open_amendment(PlanNo no) const;             // nullptr: none
  std::vector<AmendmentNo> issued_amendments(PlanNo no) const;  // oldest first
  std::vector<AmendmentNo> amendments_waiting() const;          // for approval, of any plan

 private:
  void touch(PlanNo no, std::uint32_t version, const std::optional<PersonNo>& by);
  const std::vector<Move>& moves_of(AssignmentNo no) const;
  void end_waiting(AssignmentNo no, Date on, AmendmentNo amendment);
  void recount_extended(Task& task) const;

  std::vector<Plan> plans_;
  std::vector<Task> tasks_;
  std::vector<Assignment> assignments_;
  Changes<AssignmentNo> assignment_changes_;
  std::vector<std::vector<AssignmentNo>> of_unit_;  // by unit's index
  // Few of very many assignments have any.
  std::map<AssignmentNo, std::vector<PlanNo>> grown_from_;
  std::vector<Extension> extensions_;
  std::map<AssignmentNo, std::vector<ExtensionNo>> extensions_of_;
  std::set<ExtensionNo> waiting_;
  std::map<AssignmentNo, std::vector<Move>> moves_;  // oldest first
  std::vector<Amendment> amendments_;
};

}  // namespace lantoa::city::plan
