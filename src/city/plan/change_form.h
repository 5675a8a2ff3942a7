// The form that changes a plan's own text, on the plan's page.
#pragma once

#include "city/plan/plan.h"

namespace lantoa::city::plan {

struct GroundRow {
  std::string written;
  std::optional<std::string> address;  // in the register
  Text state;
  std::string mark;
  std::optional<std::string> about;  // its title in the register
};
BOOST_DESCRIBE_STRUCT(GroundRow, (), (written, address, state, mark, about))
GroundRow ground_row(const Ground& ground, const Needs& needs);

struct FormRow {
  Text label;
};
BOOST_DESCRIBE_STRUCT(FormRow, (), (label))

// A part that is written in words.
struct PartRow {
  Text label;
  std::vector<Paragraph> paragraphs;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (label, paragraphs))
std::vector<PartRow> part_rows(const Plan& plan);

struct RecipientRow {
  std::string written;
};
BOOST_DESCRIBE_STRUCT(RecipientRow, (), (written))
std::vector<RecipientRow> recipient_rows(const Plan& plan);

// The plan's text as it is now, beside what was typed over an older one.
struct PresentText {
  std::string title;
  Text audience;
  std::vector<GroundRow> present_grounds;
  std::vector<FormRow> present_forms;
  std::vector<PartRow> present_parts;
  std::vector<RecipientRow> present_recipients;
};
BOOST_DESCRIBE_STRUCT(PresentText, (),
                      (title, audience, present_grounds, present_forms, present_parts,
                       present_recipients))

struct PartBox {
  std::string name;  // and id
  Text label;
  Text hint;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(PartBox, (), (name, label, hint, value))

struct ChangeForm {
  FormKeys keys;
  std::optional<PresentText> present;
  std::string version;
  std::string title;
  std::string grounds;
  std::vector<Choice> audiences;
  std::vector<FormBox> form_boxes;
  std::vector<PartBox> part_boxes;
  std::string recipients;
};
BOOST_DESCRIBE_STRUCT(ChangeForm, (),
                      (keys, present, version, title, grounds, audiences, form_boxes, part_boxes,
                       recipients))

// It alone is filled from a failed change; what was typed into another form of the page is none of
// its own. After a conflict it carries the present version, so that the person who has seen the
// present text can send it.
ChangeForm change_form(const Plan& plan, const Needs& needs, const Visit& visit);

}  // namespace lantoa::city::plan
