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
};
BOOST_DESCRIBE_STRUCT(PlanDrafted, (),
                      (plan, issuer, scope, title, audience, grounds, source, by, forms))

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
};
BOOST_DESCRIBE_STRUCT(PlanChanged, (), (plan, version, title, audience, grounds, by, forms))

// Which units a task is for: every unit of these kinds in `top` and below; no kinds: `top` itself.
struct Rule {
  std::vector<organisation::Kind> kinds;
  UnitNo top;

  bool operator==(const Rule&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (kinds, top))

struct TaskAdded {
  static constexpr std::string_view kind = "plan.task_added";
  TaskNo task;
  PlanNo plan;
  std::uint32_t version = 0;  // the plan's, from now on
  std::string what;
  Rule rule;
  Date due;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(TaskAdded, (), (task, plan, version, what, rule, due, by))

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

}  // namespace lantoa::city::plan
