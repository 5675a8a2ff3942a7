// The slice's table of contents.
#pragma once

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/content/state.h"
#include "city/oversight/decide.h"
#include "city/reach/state.h"

namespace lantoa::city::oversight {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const plan::State& plans;
  const content::State& content;
  const reach::State& reach;
  const workday::State& workdays;
};

struct MailSettings {
  std::string from = "Lan Tỏa Hà Nội <khong-tra-loi@lantoa.example>";
  std::string id_host = "lantoa.example";  // the right side of Message-IDs
  // Where other nodes may have led: how long an attempt that one of them began can still go on once
  // it leads no more. 0: there are none, and an earlier run of this one is over.
  std::int64_t others_attempt_ms = 0;
  std::string returns;  // the Maildir to which mails come back; empty: none is looked at
};

void install(App& app, State& state, Needs needs, Clock& clock, MailSettings settings);

void install_start(App& app, const State& state, Needs needs,
                   Clock& clock);                                      // start.cc: today's work
void install_explanations(App& app, const State& state, Needs needs);  // explanations.cc
void install_letters(App& app, const State& state, Needs needs);       // letters.cc
void install_urging(App& app, const State& state, Needs needs);        // urging.cc: who is late
void install_returned(App& app, const State& state, Needs needs);      // returned_page.cc
void install_compare(App& app, Needs needs);  // compare.cc: units of a plan side by side
// channel_figure.cc: mails that went out by themselves, for the page of activities
void install_channel_figure(App& app, const State& state, Needs needs);
// plan_ladder.cc: the days on which a plan's units are reminded
void install_plan_ladder(App& app, const State& state, Needs needs);
void install_api(App& app, const State& state, Needs needs);  // api.cc: for programs

// What the coming reminders of a plan follow from; copied, to be counted without the lock.
struct Reminding {
  Date today;
  std::vector<LadderChange> changes;
  std::vector<Remindable> open;   // of units whose mailbox takes mails
  std::uint32_t unreachable = 0;  // units with something to do and none
};
Reminding reminding_of(const State& state, const Needs& needs, const plan::Plan& plan);

// The plan's number, or what stands for it while there is none.
std::string number_shown(const plan::Plan& plan, Language language);
std::uint32_t done_of(const Letter& letter, const Needs& needs);  // of its assignments
// Of its assignments those that were not withdrawn since.
std::uint32_t counted_of(const Letter& letter, const Needs& needs);
std::string comparison_address(PlanNo plan);  // "/so-sanh/1"

// What became of a request, and the class of the mark beside it.
std::pair<Text, std::string> fate_of(const Explanation& one, Date today);

template <class Command>
Order make_order(const State& state, const Needs& needs, Command command) {
  return order_of(std::move(command),
                  Known{state, needs.organisation, needs.plans, needs.workdays});
}

}  // namespace lantoa::city::oversight
