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

// Which units a task is for: every unit of these kinds in `top` and below; no kinds: `top` itself.
struct Rule {
  std::vector<organisation::Kind> kinds;
  UnitNo top;

  bool operator==(const Rule&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (kinds, top))

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
};
BOOST_DESCRIBE_STRUCT(TaskAdded, (), (task, plan, version, what, rule, due, by, terms))

// For the same units as before.
struct TaskChanged {
  static constexpr std::string_view kind = "plan.task_changed";
  TaskNo task;
  std::uint32_t version = 0;  // the plan's, from now on
  std::string what;
  Date due;
  Terms terms;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(TaskChanged, (), (task, version, what, due, terms, by))

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
struct AssignmentsGiven {
  static constexpr std::string_view kind = "plan.assignments_given";
  TaskNo task;
  AssignmentNo first;
  NumberSet units;
  Date due;
};
BOOST_DESCRIBE_STRUCT(AssignmentsGiven, (), (task, first, units, due))

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

}  // namespace lantoa::city::plan
