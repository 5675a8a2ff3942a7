// The page of an amendment: what it changes and what that does to units, and its forms. For this
// folder only.
#pragma once

#include "city/plan/change_form.h"
#include "city/plan/impact.h"

namespace lantoa::city::plan {

// One word of a task before and after; no `before` where that is not known any more.
struct Difference {
  Text label;
  std::optional<std::string> before;
  std::string after;
  std::optional<Text> before_note, after_note;  // what stands beside them
};
BOOST_DESCRIBE_STRUCT(Difference, (), (label, before, after, before_note, after_note))

// One figure of the impact, and the list behind it.
struct ImpactLine {
  Text figure;  // what it counts
  std::uint32_t count = 0;
  std::optional<std::string> list_address;
  std::optional<Text> days;  // "sớm hơn 3 đến 10 ngày"
  std::string line_mark;
};
BOOST_DESCRIBE_STRUCT(ImpactLine, (), (figure, count, list_address, days, line_mark))

struct GrownLink {
  std::string grown_address;
  std::string grown_number;
  std::string grown_title;
};
BOOST_DESCRIBE_STRUCT(GrownLink, (), (grown_address, grown_number, grown_title))

struct GrownLinks {
  Text why_named;
  std::vector<GrownLink> grown;
};
BOOST_DESCRIBE_STRUCT(GrownLinks, (), (why_named, grown))

// Units that a rule reaches only now.
struct ReachedUnits {
  Text reached_words;
  std::string reached_names;
};
BOOST_DESCRIBE_STRUCT(ReachedUnits, (), (reached_words, reached_names))

struct ChangeRow {
  std::string anchor;  // "viec-12"
  std::string task_address;
  std::string name;  // its work as it is now
  bool is_withdrawn = false;
  std::vector<Difference> differences;
  std::vector<ImpactLine> lines;  // of an open one
  std::vector<GrownLinks> below;
  std::optional<ReachedUnits> newly_reached;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (),
                      (anchor, task_address, name, is_withdrawn, differences, lines, below,
                       newly_reached))

struct AddedRow {
  std::optional<std::string> added_address;  // of the task, once it is one
  std::string work;
  Text units;
  bool is_one_unit = false;  // `units` is its name
  std::string due;
  std::optional<Text> due_note;  // working days
  std::vector<Difference> terms;
  std::optional<Text> given;  // "Giao cho 12 đơn vị: 10 phường, 2 xã"
};
BOOST_DESCRIBE_STRUCT(AddedRow, (),
                      (added_address, work, units, is_one_unit, due, due_note, terms, given))

// What an amendment says, with what it does while that lies ahead.
struct AmendmentShown {
  std::string reason;
  bool says_nothing = false;
  bool has_grounds = false;
  std::vector<GroundRow> grounds;
  std::vector<ChangeRow> changes;
  bool has_added = false;
  std::vector<AddedRow> added;
  std::optional<Text> total;  // of new assignments
};
BOOST_DESCRIBE_STRUCT(AmendmentShown, (),
                      (reason, says_nothing, has_grounds, grounds, changes, has_added, added,
                       total))
AmendmentShown shown_of(const State& state, const Needs& needs, const Amendment& amendment);

// The list behind a figure: /ke-hoach/1/nhiem-vu?sua-doi=2&viec=12&phan=gan-hon.
struct ImpactList {
  Text heading;
  std::vector<AssignmentNo> list;
  std::string address;
};
// NotFound when there is no such amendment or part, or it is not open any more.
Result<ImpactList> impact_list(const State& state, const Needs& needs, const Visit& visit,
                               const Plan& plan);

// "12 đơn vị: 10 phường, 2 xã" of a task that is given out by its rule.
Text given_in_words(const NewTaskImpact& impact);

struct AmendInput {
  std::string name;  // and id
  Text label;
  std::optional<Text> input_hint;
  std::string value;
  std::optional<std::string> error;
  std::optional<std::string> described;  // ids of what stands above it
  bool is_long = false;
};
BOOST_DESCRIBE_STRUCT(AmendInput, (), (name, label, input_hint, value, error, described, is_long))

struct ReachedInput {
  std::string reached_name;
  bool ticked = false;
  ReachedUnits newly;
};
BOOST_DESCRIBE_STRUCT(ReachedInput, (), (reached_name, ticked, newly))

struct TaskInputs {
  std::string work;
  Text units;
  bool is_one_unit = false;  // `units` is its name
  Text due;
  bool is_unfolded = false;  // changed, or with a fault
  std::string withdraw_name;
  bool is_to_withdraw = false;
  std::vector<AmendInput> inputs;
  std::optional<ReachedInput> to_reach;
};
BOOST_DESCRIBE_STRUCT(TaskInputs, (),
                      (work, units, is_one_unit, due, is_unfolded, withdraw_name, is_to_withdraw,
                       inputs, to_reach))

struct AddedInputs {
  Text legend;
  bool is_used = false;
  std::vector<AmendInput> added_inputs;
};
BOOST_DESCRIBE_STRUCT(AddedInputs, (), (legend, is_used, added_inputs))

struct AmendForm {
  FormKeys keys;
  std::string action;
  std::string version;
  bool changed_meanwhile = false;
  Field why;
  Field more_grounds;
  std::vector<TaskInputs> tasks;
  std::vector<AddedInputs> new_tasks;
};
BOOST_DESCRIBE_STRUCT(AmendForm, (),
                      (keys, action, version, changed_meanwhile, why, more_grounds, tasks,
                       new_tasks))
AmendForm amend_form(const State& state, const Needs& needs, const Visit& visit,
                     const Amendment& amendment);
AmendmentDraft read_amendment(const Visit& visit);

}  // namespace lantoa::city::plan
