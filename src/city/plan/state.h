// Plans, their tasks, and what each unit has to do.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "city/plan/facts.h"
#include "kernel/result.h"

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
  std::vector<TaskNo> tasks;  // not dropped
};

std::vector<Clarity> clarity(const Task& task);  // all six, in the order of Thông báo 542/TB-VPCP
std::uint32_t unsaid(const Task& task);          // how many of them are missing
const std::string& text_of(const Plan& plan, Part part);  // empty: nothing is written

struct Assignment {
  AssignmentNo no;
  TaskNo task;
  UnitNo unit;
  Date due;
  std::optional<Date> done;

  bool is_late(Date today) const { return !done && due < today; }
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
  void fold(const AssignmentsGiven& fact);
  void fold(const AssignmentDone& fact);

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

 private:
  void touch(PlanNo no, std::uint32_t version, const std::optional<PersonNo>& by);

  std::vector<Plan> plans_;
  std::vector<Task> tasks_;
  std::vector<Assignment> assignments_;
  std::vector<std::vector<AssignmentNo>> of_unit_;  // by unit's index
};

}  // namespace lantoa::city::plan
