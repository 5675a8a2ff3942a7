// What can happen to a plan.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "city/organisation/facts.h"
#include "kernel/fact.h"
#include "kernel/number_set.h"
#include "kernel/time.h"
#include "viet/dissemination_form.h"

namespace lantoa::viet {

BOOST_DESCRIBE_ENUM(DisseminationForm, Meetings, AgencySites, LawSite, CityPortal, Press,
                    Broadcasting, Loudspeakers, SocialNetworks, VisualDisplays, Contests,
                    PrintedMatter, LegalAdvice, Other)

}  // namespace lantoa::viet

namespace lantoa::city::plan {

// A document the plan rests on, as cited. Whether it is registered is looked up when shown.
struct Ground {
  std::string number;  // "97/2019/QH14"
  std::string type;    // "Nghị quyết"; empty when unknown
  std::string issuer;  // "Quốc hội"; empty when unknown
  std::optional<Date> issued;

  bool operator==(const Ground&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ground, (), (number, type, issuer, issued))

// Who must know: everybody in the plan's scope, or the key officials first of all.
enum class Audience { Everybody, KeyOfficials };
BOOST_DESCRIBE_ENUM(Audience, Everybody, KeyOfficials)

using Form = viet::DisseminationForm;

// A part of a plan that is written in words; they stand in this order.
enum class Part { Purpose, Content, Budget, Reporting };
BOOST_DESCRIBE_ENUM(Part, Purpose, Content, Budget, Reporting)

struct Section {
  Part part = Part::Purpose;
  std::string text;  // a paragraph a line; "- " begins an item of a list

  bool operator==(const Section&) const = default;
};
BOOST_DESCRIBE_STRUCT(Section, (), (part, text))

// Of the plan's text, under "Nơi nhận".
struct Recipient {
  std::string name;     // "Thành ủy"
  std::string purpose;  // "để báo cáo"; may be empty

  bool operator==(const Recipient&) const = default;
};
BOOST_DESCRIBE_STRUCT(Recipient, (), (name, purpose))

struct PlanDrafted {
  static constexpr std::string_view kind = "plan.drafted";
  PlanNo plan;
  UnitNo issuer;  // the council or unit in whose name it is
  UnitNo scope;   // its staff and everything below it
  std::string title;
  Audience audience = Audience::Everybody;
  std::vector<Ground> grounds;
  std::optional<std::string> source;  // blob of the text it was read from
  std::optional<PersonNo> by;
  std::optional<std::vector<Form>> forms;  // absent: none are named
  std::optional<std::vector<Section>> sections;
  std::optional<std::vector<Recipient>> recipients;
  std::optional<AssignmentNo> parent;  // of its issuer, which this plan carries out
};
BOOST_DESCRIBE_STRUCT(PlanDrafted, (),
                      (plan, issuer, scope, title, audience, grounds, source, by, forms, sections,
                       recipients, parent))

// The plan's own text as it is from now on; the version counts from 1 with the draft.
struct PlanChanged {
  static constexpr std::string_view kind = "plan.changed";
  PlanNo plan;
  std::uint32_t version = 0;
  std::string title;
  Audience audience = Audience::Everybody;
  std::vector<Ground> grounds;
  std::optional<PersonNo> by;
  std::optional<std::vector<Form>> forms;  // absent: as they were
  std::optional<std::vector<Section>> sections;
  std::optional<std::vector<Recipient>> recipients;
};
BOOST_DESCRIBE_STRUCT(PlanChanged, (),
                      (plan, version, title, audience, grounds, by, forms, sections, recipients))

// Which units a task is for: every unit of these kinds in `top` and below; no kinds: `top` itself,
// or, where there is a group, its units in `top` and below.
struct Rule {
  std::vector<organisation::Kind> kinds;
  UnitNo top;
  std::optional<GroupNo> group;

  bool is_one_unit() const { return kinds.empty() && !group; }
  bool operator==(const Rule&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (kinds, top, group))

// What makes a task clear beyond its work and its deadline: with these two the six points of
// Thông báo 542/TB-VPCP of 08/10/2025 ("6 rõ"). Empty: not said.
struct Terms {
  std::string doer;            // rõ người: who does it in the unit
  std::string responsibility;  // rõ trách nhiệm: who answers for it
  std::string authority;       // rõ thẩm quyền: who decides what comes up
  std::string result;          // rõ kết quả: what there is when it is done
  std::string partners;        // who works with the lead unit; none of the six

  bool operator==(const Terms&) const = default;
};
BOOST_DESCRIBE_STRUCT(Terms, (), (doer, responsibility, authority, result, partners))

struct TaskAdded {
  static constexpr std::string_view kind = "plan.task_added";
  TaskNo task;
  PlanNo plan;
  std::uint32_t version = 0;  // the plan's, from now on
  std::string what;
  Rule rule;
  Date due;
  std::optional<PersonNo> by;
  std::optional<Terms> terms;
  // After the day of issue; `due` then says the day as if it were issued when this was written.
  std::optional<std::uint32_t> working_days;
};
BOOST_DESCRIBE_STRUCT(TaskAdded, (),
                      (task, plan, version, what, rule, due, by, terms, working_days))

// For the same units as before.
struct TaskChanged {
  static constexpr std::string_view kind = "plan.task_changed";
  TaskNo task;
  std::uint32_t version = 0;  // the plan's, from now on
  std::string what;
  Date due;
  Terms terms;
  std::optional<PersonNo> by;
  std::optional<std::uint32_t> working_days;  // as in TaskAdded; absent: `due` is the deadline
};
BOOST_DESCRIBE_STRUCT(TaskChanged, (), (task, version, what, due, terms, by, working_days))

struct TaskDropped {
  static constexpr std::string_view kind = "plan.task_dropped";
  TaskNo task;
  std::uint32_t version = 0;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(TaskDropped, (), (task, version, by))

struct PlanApproved {
  static constexpr std::string_view kind = "plan.approved";
  PlanNo plan;
  std::uint32_t version = 0;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(PlanApproved, (), (plan, version, by))

struct PlanIssued {
  static constexpr std::string_view kind = "plan.issued";
  PlanNo plan;
  std::string number;  // "06/KH-HĐPHPBGDPL"
  Date on;
};
BOOST_DESCRIBE_STRUCT(PlanIssued, (), (plan, number, on))

// The PDF that the clerk's office scanned or signed. A later one takes its place; earlier ones
// stay.
struct SignedCopyAttached {
  static constexpr std::string_view kind = "plan.signed_copy_attached";
  PlanNo plan;
  std::string blob;  // its address is the hash of its bytes
  std::uint64_t bytes = 0;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(SignedCopyAttached, (), (plan, blob, bytes, by))

// A task reaches its units: assignment numbers run from `first` in the ascending order of `units`.
// When its plan is issued `due` is what its working days come to by the calendar of that moment,
// for good.
struct AssignmentsGiven {
  static constexpr std::string_view kind = "plan.assignments_given";
  TaskNo task;
  AssignmentNo first;
  NumberSet units;
  Date due;
  std::optional<std::uint32_t> group_version;  // of the rule's group, as it was then
};
BOOST_DESCRIBE_STRUCT(AssignmentsGiven, (), (task, first, units, due, group_version))

struct AssignmentDone {
  static constexpr std::string_view kind = "plan.assignment_done";
  AssignmentNo assignment;
  Date on;
};
BOOST_DESCRIBE_STRUCT(AssignmentDone, (), (assignment, on))

// A unit asks for a later deadline of its assignment.
struct ExtensionAsked {
  static constexpr std::string_view kind = "plan.extension_asked";
  ExtensionNo extension;
  AssignmentNo assignment;
  Date until;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ExtensionAsked, (), (extension, assignment, until, reason, by))

struct ExtensionDecided {
  static constexpr std::string_view kind = "plan.extension_decided";
  ExtensionNo extension;
  std::optional<Date> until;  // the deadline from now on; absent: refused
  std::string reason;         // empty: the day that was asked for, and nothing to add
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(ExtensionDecided, (), (extension, until, reason, by))

// What an amendment changes of one task of an issued plan. What is absent stays as it is; of a task
// that is withdrawn nothing else is said.
struct TaskAmendment {
  TaskNo task;
  std::optional<std::string> what;
  std::optional<Terms> terms;
  std::optional<Date> due;
  bool withdrawn = false;
  bool reached = false;  // units that its rule reaches only now get it, too
  // After the amendment's day of issue; `due` then says the day as if it were issued when this was
  // written.
  std::optional<std::uint32_t> working_days;

  bool operator==(const TaskAmendment&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskAmendment, (), (task, what, terms, due, withdrawn, reached, working_days))

// A task that an amendment adds.
struct NewTask {
  std::string what;
  Rule rule;
  Date due;
  Terms terms;
  std::optional<std::uint32_t> working_days;  // as in TaskAmendment

  bool operator==(const NewTask&) const = default;
};
BOOST_DESCRIBE_STRUCT(NewTask, (), (what, rule, due, terms, working_days))

// All that an amendment says.
struct AmendmentText {
  std::string reason;
  std::vector<Ground> grounds;         // beside those of the plan
  std::vector<TaskAmendment> changes;  // a task at most once
  std::vector<NewTask> tasks;

  bool operator==(const AmendmentText&) const = default;
};
BOOST_DESCRIBE_STRUCT(AmendmentText, (), (reason, grounds, changes, tasks))

// Of an issued plan that has no other open one. Nothing of the plan changes before it is issued.
struct AmendmentDrafted {
  static constexpr std::string_view kind = "plan.amendment_drafted";
  AmendmentNo amendment;
  PlanNo plan;
  AmendmentText text;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(AmendmentDrafted, (), (amendment, plan, text, by))

// Its text as it is from now on; the version counts from 1 with the draft.
struct AmendmentChanged {
  static constexpr std::string_view kind = "plan.amendment_changed";
  AmendmentNo amendment;
  std::uint32_t version = 0;
  AmendmentText text;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(AmendmentChanged, (), (amendment, version, text, by))

struct AmendmentApproved {
  static constexpr std::string_view kind = "plan.amendment_approved";
  AmendmentNo amendment;
  std::uint32_t version = 0;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(AmendmentApproved, (), (amendment, version, by))

struct AmendmentGivenUp {
  static constexpr std::string_view kind = "plan.amendment_given_up";
  AmendmentNo amendment;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(AmendmentGivenUp, (), (amendment, reason, by))

// What the working days of a task came to.
struct CountedDue {
  TaskNo task;
  Date due;

  bool operator==(const CountedDue&) const = default;
};
BOOST_DESCRIBE_STRUCT(CountedDue, (), (task, due))

// The plan's grounds and the words, terms and deadlines of its tasks are from now on as its last
// text says; its new tasks are numbered from `first` in their order. What becomes of assignments is
// told by facts of the same decision: DeadlinesMoved, AssignmentsWithdrawn, AssignmentsGiven.
struct AmendmentIssued {
  static constexpr std::string_view kind = "plan.amendment_issued";
  AmendmentNo amendment;
  PlanNo plan;
  std::string number;  // "12/KH-HĐPHPBGDPL"
  Date on;
  std::optional<TaskNo> first;  // absent: it adds none
  // Of every task, changed or new, whose deadline it gives in working days.
  std::optional<std::vector<CountedDue>> counted;
  // Who issued it, where the plan's issuer had stopped; absent: the plan's issuer.
  std::optional<UnitNo> issuer;
};
BOOST_DESCRIBE_STRUCT(AmendmentIssued, (), (amendment, plan, number, on, first, counted, issuer))

// These assignments of one task, none of them done, are due on another day from now on.
struct DeadlinesMoved {
  static constexpr std::string_view kind = "plan.deadlines_moved";
  AmendmentNo amendment;
  TaskNo task;
  NumberSet assignments;
  Date due;
};
BOOST_DESCRIBE_STRUCT(DeadlinesMoved, (), (amendment, task, assignments, due))

// These assignments of one task, none of them done, are no longer asked for.
struct AssignmentsWithdrawn {
  static constexpr std::string_view kind = "plan.assignments_withdrawn";
  AmendmentNo amendment;
  TaskNo task;
  NumberSet assignments;
};
BOOST_DESCRIBE_STRUCT(AssignmentsWithdrawn, (), (amendment, task, assignments))

}  // namespace lantoa::city::plan
