// Rules of plans. What is about the plan itself stands in decide.cc, about tasks in
// decide_tasks.cc.
#pragma once

#include <string>
#include <vector>

#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::plan {

constexpr std::size_t title_characters_max = 1'000;
constexpr std::size_t task_characters_max = 2'000;
constexpr std::size_t grounds_max = 100;
constexpr std::size_t tasks_max = 200;
constexpr std::int32_t due_days_max = 36'525;  // from today to a deadline: a century
constexpr std::int32_t start_days_max = 366;   // from today to the day of issue of a new draft
constexpr std::size_t section_characters_max = 20'000;
constexpr std::size_t recipients_max = 100;
constexpr std::size_t recipient_characters_max = 300;
constexpr std::size_t terms_characters_max = 500;

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* recipients = "noi-nhan";
constexpr const char* what = "what";
constexpr const char* due = "due";
constexpr const char* doer = "nguoi";
constexpr const char* responsibility = "trach-nhiem";
constexpr const char* authority = "tham-quyen";
constexpr const char* result = "ket-qua";
constexpr const char* partners = "phoi-hop";
std::string of(Part part);  // "muc-dich"
}  // namespace fields

struct DraftTask {
  std::string what;
  Rule rule;
  Date due;
  Terms terms = {};
};

// A plan with everything that is known of it, in one decision: all of it or nothing.
struct DraftPlan {
  UnitNo issuer;
  UnitNo scope;
  std::string title;
  Audience audience = Audience::Everybody;
  std::vector<Ground> grounds;
  std::string source;  // blob address or empty
  std::vector<Form> forms;
  std::vector<DraftTask> tasks;
  std::vector<Section> sections = {};
  std::vector<Recipient> recipients = {};
};

struct ChangePlan {
  PlanNo plan;
  std::uint32_t seen_version = 0;  // the version its writer had before him
  std::string title;
  Audience audience = Audience::Everybody;
  std::vector<Ground> grounds;
  std::optional<std::vector<Form>> forms;  // absent: as they are
  std::optional<std::vector<Section>> sections = {};
  std::optional<std::vector<Recipient>> recipients = {};
};

// A new draft after an issued plan: its parts, forms, recipients and tasks, each deadline as far
// from `start` as it was from the day of issue. What it rests on is another law's.
struct ClonePlan {
  PlanNo plan;
  std::string title;
  Date start;  // when the new one is meant to be issued
};

struct AddTask {
  PlanNo plan;
  std::string what;
  std::vector<organisation::Kind> kinds;  // of units in the plan's scope; none: the unit of `code`
  std::string code;
  Date due;
  Terms terms = {};
};

struct ChangeTask {
  PlanNo plan;
  TaskNo task;
  std::uint32_t seen_version = 0;  // of the plan
  std::string what;
  Date due;
  Terms terms;
};

struct DropTask {
  PlanNo plan;
  TaskNo task;
  std::uint32_t seen_version = 0;
};

struct ApprovePlan {
  PlanNo plan;
  std::uint32_t seen_version = 0;
};

struct IssuePlan {
  PlanNo plan;
  std::string number;
  Date on;
};

struct ReportDone {
  AssignmentNo assignment;
  Date on;
};

// What every decision about plans looks at.
struct Known {
  const State& plans;
  const organisation::State& organisation;
};

using Decided = Result<ledger::Decision>;
Decided decide(const Known& known, const DraftPlan& command, const Envelope& envelope);
Decided decide(const Known& known, const ChangePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const ClonePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const AddTask& command, const Envelope& envelope);
Decided decide(const Known& known, const ChangeTask& command, const Envelope& envelope);
Decided decide(const Known& known, const DropTask& command, const Envelope& envelope);
Decided decide(const Known& known, const ApprovePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const IssuePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const ReportDone& command, const Envelope& envelope);

// NotFound when the plan has no such task; dropped ones are found.
Result<const Task*> find_task(const State& plans, PlanNo plan, TaskNo no);
TaskAdded task_added(TaskNo no, PlanNo plan, std::uint32_t version, const DraftTask& task,
                     const Envelope& envelope);

// What a task needs, for every decision that gives one; the Problem's field is "what", "units",
// "due" or one of its terms.
Result<void> check_task(const Known& known, const DraftTask& task, UnitNo scope, Date today);

// Each part once, in the order of a plan, without those that say nothing; white space at the ends
// of lines is gone. TooLarge or Invalid with the field.
Result<std::vector<Section>> checked_sections(const std::vector<Section>& sections);
Result<std::vector<Recipient>> checked_recipients(const std::vector<Recipient>& recipients);

// The plan, still changeable, by somebody who may draft for its issuer.
Result<const Plan*> open_for_change(const Known& known, PlanNo no, const Envelope& envelope);
Result<void> check_version(const Plan& plan, std::uint32_t seen);

// Who is named as the writer of what is decided: the actor's person, if he has one.
std::optional<PersonNo> writer(const Envelope& envelope);
// The plan's page, which says what was done: "luu", "duyet".
std::string answer_address(PlanNo plan, std::string_view done);

// The units of a rule as the tree is now, ascending.
std::vector<UnitNo> units_of(const organisation::State& organisation, const Rule& rule);

// The actor has this right and did not write the plan's present version (persons count, not
// accounts).
bool may_approve(const Plan& plan, const organisation::State& organisation, const Actor& actor);

}  // namespace lantoa::city::plan
