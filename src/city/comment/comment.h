// The slice's table of contents.
#pragma once

#include <memory>

#include "city/app.h"
#include "city/calendar/state.h"
#include "city/comment/decide.h"
#include "city/comment/puzzle.h"
#include "city/comment/state.h"
#include "city/content/state.h"
#include "city/organisation/state.h"
#include "city/paragraph.h"
#include "city/workday/state.h"

namespace lantoa::city::comment {

struct Needs {
  const calendar::State& calendar;
  const organisation::State& organisation;
  const workday::State& workdays;
  const content::State& articles;
  Clock& clock;  // for the age of forms and for counting senders
};

void install(App& app, State& state, Needs needs);

void install_form(App& app, const State& state, Needs needs);       // form.cc: writing one
void install_follow(App& app, const State& state, Needs needs);     // follow.cc: its writer's pages
void install_queue(App& app, const State& state, Needs needs);      // queue.cc: moderation
void install_office(App& app, const State& state, Needs needs);     // office.cc: one comment
void install_questions(App& app, const State& state, Needs needs);  // questions.cc: units

// Makes the order of a command from a form, decided against `state` when its turn comes.
template <class Command>
Order make_order(const State& state, const Needs& needs, Command command) {
  return order_of(std::move(command),
                  Known{state, needs.organisation, needs.workdays, needs.articles});
}

// From the vault: what was typed; nothing when it is erased.
Result<std::optional<CommentRecord>> read_record(ledger::Vault& vault, CommentNo comment);

struct ReasonChoice {
  std::string value;
  Text label;
};
BOOST_DESCRIBE_STRUCT(ReasonChoice, (), (value, label))
std::vector<ReasonChoice> reason_choices();
Reason reason_from(std::string_view value);  // OffTopic when it is none

// Class of the mark beside a queue's name.
std::string mark_of(Queue queue);
// "từ ngữ cờ bạc, có liên kết"; empty when there are no signs.
Text words_of(const std::vector<viet::SpamSign>& signs);

}  // namespace lantoa::city::comment
