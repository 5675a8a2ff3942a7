// Rules of plans. What is about the plan itself stands in decide.cc, about tasks in
// decide_tasks.cc, about tasks from a file in decide_import.cc, about later deadlines in
// decide_extensions.cc, about plans that grow out of a task in decide_grown.cc, about copies with a
// signature in decide_signed.cc, about changes of an issued plan in decide_amend.cc and
// decide_amend_issue.cc.
#pragma once

#include <string>
#include <vector>

#include "city/due.h"
#include "city/faults.h"
#include "city/file_columns.h"
#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "city/workday/state.h"
#include "platform/ledger/engine.h"
#include "viet/document_number.h"

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
constexpr std::size_t reason_characters_max = 1'000;
constexpr std::int32_t extension_days_max = 366;  // from the present deadline to a later one
constexpr std::uint32_t parents_max = 5;          // above one plan, each growing out of the next
constexpr std::size_t signed_copy_bytes_max = 7 * 1024 * 1024;
constexpr std::size_t signed_copies_max = 20;  // of one plan

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* recipients = "noi-nhan";
constexpr const char* what = "what";
constexpr const char* units = "units";
constexpr const char* group = "nhom";  // one that does not fit, wherever it was chosen
constexpr const char* due = "due";
constexpr const char* doer = "nguoi";
constexpr const char* responsibility = "trach-nhiem";
constexpr const char* authority = "tham-quyen";
constexpr const char* result = "ket-qua";
constexpr const char* partners = "phoi-hop";
constexpr const char* until = "den-ngay";          // asked for
constexpr const char* reason = "ly-do";            // of who asks
constexpr const char* verdict = "quyet-dinh";      // one of the three
constexpr const char* other_day = "han-moi";       // given instead
constexpr const char* words = "ly-do-quyet-dinh";  // of who decides
constexpr const char* parent = "tu-viec";
constexpr const char* issuer = "issuer";
constexpr const char* file = "tep";
constexpr const char* grounds = "grounds";
constexpr const char* number = "number";
constexpr const char* on = "on";
constexpr const char* withdrawn = "rut";
constexpr const char* reached = "don-vi-moi";
std::string of(Part part);  // "muc-dich"
// Of an amendment: "due-viec-12" of what it changes of task 12, "due-moi-1" of the first it adds.
std::string of_task(std::string_view field, TaskNo task);
std::string of_added(std::string_view field, std::size_t row);
}  // namespace fields

struct DraftTask {
  std::string what;
  Rule rule;
  Due due;  // its working days count from the day of issue, as in every task below
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
  AssignmentNo parent = {};  // what the issuer was given to do, which the plan carries out; or none
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
// from `start` as it was from the day of issue, or as many working days after it. What it rests on
// is another law's. One that grew out of a task that is not done yet grows out of the same.
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
  Due due;
  Terms terms = {};
  GroupNo group = {};  // in place of kinds and code
};

// Tasks that an office kept in a spreadsheet; read by task_file.h.
struct ImportTasks {
  struct Row {
    std::uint32_t line = 0;  // in the file
    std::string what;
    std::string units;  // see rule_words.h
    Due due;
    Terms terms;
    std::vector<Detail> unread;  // cells without meaning, by field
  };
  PlanNo plan;
  std::uint32_t seen_version = 0;  // of the plan, when the file was looked at
  std::vector<Row> rows;
  ColumnNames columns;
};

struct ChangeTask {
  PlanNo plan;
  TaskNo task;
  std::uint32_t seen_version = 0;  // of the plan
  std::string what;
  Due due;
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

// By whoever may issue it, once it is issued. The bytes are checked and kept before.
struct AttachSignedCopy {
  PlanNo plan;
  std::string blob;  // address
  std::uint64_t bytes = 0;
};

struct ReportDone {
  AssignmentNo assignment;
  Date on;
};

// Who reports for a unit asks for a later deadline of what it has not done yet, late or not.
struct AskExtension {
  AssignmentNo assignment;
  Due until;  // working days count from the present deadline, from today where that has passed
  std::string reason;
};

enum class Verdict { AsAsked, AnotherDay, Refused };
// By somebody else than who asked. A reason is needed unless the day is the one asked for.
struct DecideExtension {
  AssignmentNo assignment;
  ExtensionNo extension;
  std::optional<Verdict> verdict;
  Due until;  // of AnotherDay; working days count as in AskExtension
  std::string reason;
};

// All that an amendment shall say. What is the same as in the plan changes nothing.
struct AmendmentDraft {
  struct Added {
    std::size_t row = 0;  // by which its faults are named
    std::string what;
    std::string units;                      // see rule_words.h; read where there are no kinds
    std::vector<organisation::Kind> kinds;  // of units in the plan's scope
    Due due;                                // working days count from its own day of issue
    Terms terms;
    GroupNo group = {};  // in place of kinds and units
  };
  std::string reason;
  std::vector<Ground> grounds;  // beside those of the plan
  // Tasks that are not named stay as they are. Where there are working days `due` is not looked at.
  std::vector<TaskAmendment> changes;
  std::vector<Added> tasks;
  Faults unread = {};  // of fields that could not be read, told beside those that are found
};

// One of a plan is open at a time: neither issued nor given up.
struct DraftAmendment {
  PlanNo plan;
  AmendmentDraft draft;
};

struct ChangeAmendment {
  PlanNo plan;
  AmendmentNo amendment;
  std::uint32_t seen_version = 0;  // of the amendment
  AmendmentDraft draft;
};

struct ApproveAmendment {
  PlanNo plan;
  AmendmentNo amendment;
  std::uint32_t seen_version = 0;
};

// While it is a draft.
struct GiveUpAmendment {
  PlanNo plan;
  AmendmentNo amendment;
  std::string reason;
};

struct IssueAmendment {
  PlanNo plan;
  AmendmentNo amendment;
  std::string number;
  Date on;
};

// What every decision about plans looks at.
struct Known {
  const State& plans;
  const organisation::State& organisation;
  const workday::State& workdays;
};

using Decided = Result<ledger::Decision>;
Decided decide(const Known& known, const DraftPlan& command, const Envelope& envelope);
Decided decide(const Known& known, const ChangePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const ClonePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const AddTask& command, const Envelope& envelope);
// All rows or none. Invalid with one detail a fault: `field` is the column, `row` the line.
Decided decide(const Known& known, const ImportTasks& command, const Envelope& envelope);
Decided decide(const Known& known, const ChangeTask& command, const Envelope& envelope);
Decided decide(const Known& known, const DropTask& command, const Envelope& envelope);
Decided decide(const Known& known, const ApprovePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const IssuePlan& command, const Envelope& envelope);
Decided decide(const Known& known, const AttachSignedCopy& command, const Envelope& envelope);
Decided decide(const Known& known, const ReportDone& command, const Envelope& envelope);
Decided decide(const Known& known, const AskExtension& command, const Envelope& envelope);
Decided decide(const Known& known, const DecideExtension& command, const Envelope& envelope);
Decided decide(const Known& known, const DraftAmendment& command, const Envelope& envelope);
Decided decide(const Known& known, const ChangeAmendment& command, const Envelope& envelope);
Decided decide(const Known& known, const ApproveAmendment& command, const Envelope& envelope);
Decided decide(const Known& known, const GiveUpAmendment& command, const Envelope& envelope);
// What it does is as the tree and the assignments are now: see effect_of() in impact.h.
Decided decide(const Known& known, const IssueAmendment& command, const Envelope& envelope);

std::string address_of(AssignmentNo assignment);  // "/nhiem-vu/12"
std::string amendments_address(PlanNo plan);      // "/ke-hoach/1/sua-doi"
std::string address_of(PlanNo plan, AmendmentNo amendment);
// NotFound when the plan has no such amendment.
Result<const Amendment*> find_amendment(const State& plans, PlanNo plan, AmendmentNo no);
// Who amends the plan: its issuer or, of one that has stopped, the next open unit above.
UnitNo amender(const organisation::State& organisation, const Plan& plan);
// Who issued this, or would now.
UnitNo issuer_of(const organisation::State& organisation, const Plan& plan,
                 const Amendment& amendment);
// The actor has this right and did not write the amendment's present version.
bool may_approve(const Plan& plan, const Amendment& amendment,
                 const organisation::State& organisation, const Actor& actor);
// Whether it changes anything.
bool says_anything(const AmendmentText& text);
// "Việc này đã rút theo 12/KH-UBND ngày 01/06/2021."; nullopt while it is not withdrawn.
std::optional<Text> withdrawn_in_words(const State& plans, const Assignment& assignment);
// He decides on later deadlines of this plan, unless he asked for one himself.
bool may_decide_extensions(const Plan& plan, const organisation::State& organisation,
                           const Actor& actor);
// NotFound when the assignment has no such request.
Result<const Extension*> find_extension(const State& plans, AssignmentNo assignment,
                                        ExtensionNo no);

// NotFound when the plan has no such task; dropped ones are found.
Result<const Task*> find_task(const State& plans, PlanNo plan, TaskNo no);
TaskAdded task_added(const Known& known, TaskNo no, PlanNo plan, std::uint32_t version,
                     const DraftTask& task, const Envelope& envelope);
// The day of a deadline whose working days begin to count after `from`; needs one that is given.
Date day_of(const Due& due, Date from, const workday::State& workdays);
// What a task was given as its deadline, to be given again.
Due due_of(const Task& task);
std::optional<std::uint32_t> working_days_of(const Due& due);  // absent: it is a day
// The day a task is due; of working days that no issue has counted, as if it were issued `today`.
Date day_now(const Task& task, Date today, const workday::State& workdays);

// What a task needs, for every decision that gives one; the Problem's field is "what", "units",
// "due" or one of its terms. `parent`: of its plan, whose deadline no task lies after; or none.
Result<void> check_task(const Known& known, const DraftTask& task, UnitNo scope,
                        AssignmentNo parent, Date today);
// Its two parts, for who has to tell every fault: work, deadline and terms; and the units.
void check_words(const Known& known, const DraftTask& task, AssignmentNo parent, Date today,
                 Faults& faults);
Result<void> check_rule(const Known& known, const Rule& rule, UnitNo scope);
// Of the rule's group, where it has one; Invalid at "nhom". It is the scope's or of a unit above it
// and has an open unit within the rule's top.
Result<void> check_group(const organisation::State& organisation, const Rule& rule, UnitNo scope);
// Nothing is given to a group that has ended, also not to one that ended while the plan was
// drafted.
Result<void> check_group_goes_on(const organisation::State& organisation, const Rule& rule);
bool has_ended(const organisation::State& organisation, const Rule& rule);
// What AssignmentsGiven tells of the group; absent where the rule has none.
std::optional<std::uint32_t> version_of_group(const organisation::State& organisation,
                                              const Rule& rule);
Terms trimmed(const Terms& typed);  // each on one line
// As they are kept; Invalid names the row of each that cannot be read.
Result<std::vector<Ground>> checked_grounds(std::vector<Ground> grounds);
// A number stands for one plan or amendment of its issuer and year; Conflict at "number".
Result<void> check_new_number(const State& plans, UnitNo issuer, const viet::DocumentNumber& number,
                              Date on);

// A council has no people of its own below it: its plans are for the unit above.
UnitNo scope_of(const organisation::State& organisation, UnitNo issuer);
// In whose name a plan can grow out of what this unit was given to do: itself and its own councils.
std::vector<UnitNo> issuers_below(const organisation::State& organisation, UnitNo unit);
// What a plan that grows out of an assignment needs beside its tasks; the Problem's field is
// "tu-viec" or "issuer".
Result<void> check_parent(const Known& known, const DraftPlan& command);
// Why no task of a plan that grows out of `parent` can be due on this day; nullopt: one can, or the
// plan has no parent.
std::optional<Text> beyond_parent(const State& plans, AssignmentNo parent, Date due);
// The days to which a deadline can be moved now, from `first` to `last`; `last` may lie before it.
struct LaterDays {
  Date first, last;
  bool ends_with_parent = false;  // `last` is the deadline of the task that its plan grew out of

  bool any() const { return first <= last; }
};
LaterDays later_days(const State& plans, const Assignment& assignment, Date today);
// "từ 12/06/2021, chậm nhất 30/06/2021, hạn của việc cấp trên"; needs any().
Text in_words(const LaterDays& days);
// Why no later deadline can be asked for, and what to do; nullopt: one can.
std::optional<Text> no_more_time(const State& plans, const Assignment& assignment, Date today);

// What was sent is a PDF that can be kept; the Problem's field is "tep".
Result<void> check_signed_copy(std::string_view bytes);

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
