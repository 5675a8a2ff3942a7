// The page on which what was read stands beside the text it was read from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/plan/plan.h"
#include "city/plan/proposal.h"
#include "city/plan/reading_marks.h"

namespace lantoa::city::plan {

struct GroundView {
  std::string id;     // "can-cu-1"
  std::string field;  // "can-cu-1-ghi"
  std::string number;
  bool keep = true;
  std::string value;
  std::optional<std::string> error;
  std::optional<std::string> place;  // "#cho-can-cu-1"
  std::uint32_t mentions = 0;
  Text state;
  std::string mark;
};
BOOST_DESCRIBE_STRUCT(GroundView, (),
                      (id, field, number, keep, value, error, place, mentions, state, mark))

struct TaskView {
  std::string id;  // "viec-1"
  std::string number;
  bool keep = true;
  std::string who;  // as the text has it
  Text kind;
  Text confidence;
  std::string mark;
  Text reason;
  std::optional<Text> note;
  Text said;  // what the text says about the deadline
  std::string place;
  Field what;
  std::vector<Option> units;
  std::optional<std::string> units_error;
  Field due;
};
BOOST_DESCRIBE_STRUCT(TaskView, (),
                      (id, number, keep, who, kind, confidence, mark, reason, note, said, place,
                       what, units, units_error, due))

struct GroupView {
  Text label;
  std::string place;
};
BOOST_DESCRIBE_STRUCT(GroupView, (), (label, place))

struct DamageView {
  std::uint32_t line = 0;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(DamageView, (), (line, text))

struct FoundView {
  static constexpr std::string_view tpl = "src/city/plan/read_found.tpl";
  FormKeys keys;
  std::string file;  // the text's blob
  std::string over;  // when and by whom it was published
  std::string heading;
  std::optional<std::string> announced;
  Field title;
  std::vector<Option> issuers;
  std::vector<GroundView> grounds;
  bool grounds_cut = false;
  bool has_tasks = false;
  std::vector<TaskView> tasks;
  bool cut = false;
  bool unread = false;  // the text holds more than is read of it
  Field common_due;
  Text due_hint;
  std::vector<FormBox> forms;
  std::vector<Choice> audiences;
  std::vector<GroupView> groups;  // whom the text names
  bool has_damages = false;
  std::vector<DamageView> damages;
  std::vector<Piece> pieces;
};
BOOST_DESCRIBE_STRUCT(FoundView, (),
                      (keys, file, over, heading, announced, title, issuers, grounds, grounds_cut,
                       has_tasks, tasks, cut, unread, common_due, due_hint, forms, audiences,
                       groups, has_damages, damages, pieces))

// What has to be read while the state stands still; the rest, which grows with the text, is made of
// it by finish(). After a failed POST everything is as it was typed.
struct Looked {
  FoundView view;  // its tasks have no more than the option of their own
  std::vector<Option> units;
  std::vector<std::string> chosen;  // of each task: the value of its units
  std::vector<Highlight> highlights;
};
Looked look(const ReadText& read, const Needs& needs, const Visit& visit);
FoundView finish(Looked looked, const ReadText& read);

// In whose name the plan is drafted when the form does not say: the issuer that the text names if
// the actor may, else the first he may draft for.
Result<UnitNo> default_issuer(const organisation::State& organisation, const Actor& actor,
                              UnitNo named);

}  // namespace lantoa::city::plan
