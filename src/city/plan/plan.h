// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/field.h"
#include "city/law/state.h"
#include "city/organisation/state.h"
#include "city/paragraph.h"
#include "city/plan/decide.h"
#include "city/plan/rules.h"
#include "city/plan/state.h"
#include "city/workday/state.h"

namespace lantoa::city::plan {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const law::State& law;
  const workday::State& workdays;
};

void install(App& app, State& state, Needs needs);

void install_pages(App& app, const State& state, Needs needs);  // pages.cc: plans and a plan
void install_work(App& app, const State& state, Needs needs);   // work.cc: a unit's assignments
// assignment.cc: one assignment, and what was asked and decided about its deadline
void install_assignment(App& app, const State& state, Needs needs);
void install_extensions(App& app, const State& state, Needs needs);  // extensions.cc: to be decided
void install_actions(App& app, const State& state, Needs needs);     // actions.cc: forms
void install_reading(App& app, const State& state, Needs needs);     // reading.cc: from a text
void install_tasks(App& app, const State& state, Needs needs);       // tasks.cc: a task's form
// import_tasks.cc: many of them from a file
void install_import_tasks(App& app, const State& state, Needs needs);
void install_paper(App& app, const State& state, Needs needs);  // paper.cc: PDF and DOCX
// amendment.cc: changes of an issued plan, their list, and who has to approve one
void install_amendments(App& app, const State& state, Needs needs);
void install_amend_api(App& app, const State& state, Needs needs);  // api_amend.cc: the same
void install_signed(App& app, const State& state, Needs needs);     // signed.cc: signed copies
void install_group_uses(App& app, const State& state);              // group_uses.cc: of groups
void install_api(App& app, const State& state, Needs needs);        // api.cc: for programs
void install_ties(App& app, const State& state);  // ties.cc: of a unit that is to be closed

// Makes the order of a command from a form, decided against `state` when its turn comes.
template <class Command>
Order make_order(const State& state, const Needs& needs, Command command) {
  return order_of(std::move(command), Known{state, needs.organisation, needs.workdays});
}

// One ground a line: "Nghị quyết 97/2019/QH14 ngày 27/11/2019 của Quốc hội"; what cannot be read
// stays as a number that decide refuses by its line.
std::vector<Ground> read_grounds(std::string_view lines);
std::string write_ground(const Ground& ground);

// One recipient a line: "Thành ủy: để báo cáo".
std::vector<Recipient> read_recipients(std::string_view lines);
std::string write_recipient(const Recipient& recipient);

// What the register of law says of a ground, wherever it is shown.
struct GroundState {
  std::optional<std::string> address;  // in the register
  Text words;
  std::string mark;                       // class of the mark beside the words
  std::optional<std::string> about = {};  // its title there
};
GroundState state_of(const Ground& ground, const law::State& law, Date today);
// As a paper cites it: as it is written, with its title where the register has one of that number
// and date: "Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội về thí điểm …".
std::string ground_in_full(const Ground& ground, const law::State& law);

// "Quá hạn 3 ngày", and the class of the mark beside it.
Text state_in_words(const Assignment& assignment, Date today);
std::string mark_of(const Assignment& assignment, Date today);
// "Được gia hạn đến 30/06/2021 (hạn ban đầu 15/06/2021)", wherever a deadline is shown; nullopt
// where it is the first, or that of an amendment.
std::optional<Text> extended_in_words(const State& state, const Assignment& assignment);
// What amendments made of an assignment, the newest first: "Hạn theo 12/KH-UBND sửa đổi, trước là
// 15/06/2021", "Rút theo …", "Nội dung theo … sửa đổi", "Giao bổ sung theo …".
struct AmendmentNote {
  std::string note_address;
  Text note;
};
BOOST_DESCRIBE_STRUCT(AmendmentNote, (), (note_address, note))
std::vector<AmendmentNote> notes_of(const State& state, const Assignment& assignment);
// "Thiếu 2 trong 6 rõ: rõ người, rõ kết quả".
Text clarity_in_words(const Task& task);
// By how many days the deadline has passed; nullopt while it has not.
std::optional<Text> late_in_words(Date due, Date today);
// Whoever sees plans of the unit or of the plan's issuer opens the assignment's page.
bool may_see(const State& state, const Needs& needs, const Actor& actor,
             const Assignment& assignment);

// The units in whose name the actor may draft: councils and departments first.
std::vector<Option> issuers_for(const organisation::State& organisation, const Actor& actor,
                                UnitNo chosen);

// The fields that every form of a plan has: for whom (radio buttons "audience"), and one box for
// each form of dissemination.
struct Choice {
  std::string value;
  Text label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (value, label, chosen))
struct FormBox {
  std::string name;  // and id
  Text label;
  bool chosen = false;
  std::optional<std::string> place;  // in the text that was read
};
BOOST_DESCRIBE_STRUCT(FormBox, (), (name, label, chosen, place))
Audience read_audience(const Visit& visit);
std::vector<Choice> audience_choices(Audience chosen);
std::string form_field(Form form);
std::vector<FormBox> form_boxes(const std::vector<Form>& chosen);  // one for each of all_forms()
std::vector<Form> read_forms(const Visit& visit);
std::vector<Section> read_sections(const Visit& visit);  // one for each of all_parts()

}  // namespace lantoa::city::plan
