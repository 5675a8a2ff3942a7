#include "city/oversight/state.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::oversight {

Reminder& State::at(ReminderNo no) {
  ASSERT(no.index() < reminders_.size());
  return reminders_[no.index()];
}

const Reminder& State::reminder(ReminderNo no) const {
  ASSERT(no.index() < reminders_.size());
  return reminders_[no.index()];
}

void State::fold(const ReminderPromised& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.reminder.index() == reminders_.size());
  Reminder reminder;
  reminder.no = fact.reminder;
  reminder.unit = fact.unit;
  reminder.assignments = fact.assignments.numbers;
  reminder.on = fact.on;
  reminder.promised = stamp.at;
  reminder.urged_by = fact.urged_by.value_or(PersonNo{});
  reminder.tagged = fact.tagged.value_or(false);
  reminders_.push_back(std::move(reminder));
  open_.insert(fact.reminder);
  for (const std::uint32_t assignment : fact.assignments.numbers) {
    last_[assignment] = fact.reminder;
    if (fact.urged_by) urged_[assignment] = fact.reminder;
  }
}

void State::fold(const ReminderHandedOver& fact, const ledger::Stamp& stamp) {
  Reminder& reminder = at(fact.reminder);
  reminder.handed_over = true;
  ++reminder.attempts;
  const UnitNo to = fact.to.value_or(reminder.unit);
  const bool is_first = std::none_of(reminder.attempted.begin(), reminder.attempted.end(),
                                     [to](const Attempt& one) { return one.to == to; });
  if (is_first) handed_over_to_[to].push_back(reminder.no);
  reminder.attempted.push_back({stamp.seq, to});
}

void State::fold(const ReminderPostponed& fact) {
  Reminder& reminder = at(fact.reminder);
  reminder.handed_over = false;
  ++reminder.postponed;
  if (fact.may_have_arrived.value_or(false)) reminder.may_have_arrived = true;
  reminder.not_before = fact.not_before;
  reminder.why = fact.why;
}

void State::fold(const ReminderEnded& fact) {
  Reminder& reminder = at(fact.reminder);
  reminder.end = fact.end;
  reminder.why = fact.why;
  open_.erase(fact.reminder);
  if (fact.end == End::Sent && !reminder.urged_by && !reminder.came_back()) {
    sent_by_ladder_[reminder.unit].insert({reminder.on, reminder.no});
  }
}

// It told nobody anything.
void State::fold(const MailReturned& fact, const ledger::Stamp& stamp) {
  Reminder& reminder = at(fact.reminder);
  reminder.returns.push_back({fact.attempt, fact.status, fact.why, vietnam_date(stamp.at)});
  ASSERT(fact.attempt >= 1 && fact.attempt <= reminder.attempted.size());
  returned_.insert(reminder.attempted[fact.attempt - 1].to);
  const auto sent = sent_by_ladder_.find(reminder.unit);
  if (sent != sent_by_ladder_.end()) sent->second.erase({reminder.on, reminder.no});
}

void State::fold(const AddressChecked& fact, const ledger::Stamp& stamp) {
  checked_[fact.unit] = stamp.seq;
}

const std::vector<ReminderNo>& State::handed_over_to(UnitNo unit) const {
  static const std::vector<ReminderNo> none;
  const auto found = handed_over_to_.find(unit);
  return found == handed_over_to_.end() ? none : found->second;
}

std::uint64_t State::checked_since(UnitNo unit) const {
  const auto found = checked_.find(unit);
  return found == checked_.end() ? 0 : found->second;
}

const std::set<std::pair<Date, ReminderNo>>& State::sent_by_ladder(UnitNo unit) const {
  static const std::set<std::pair<Date, ReminderNo>> none;
  const auto found = sent_by_ladder_.find(unit);
  return found == sent_by_ladder_.end() ? none : found->second;
}

const Reminder* State::last_urging(AssignmentNo assignment) const {
  const auto found = urged_.find(assignment.value);
  return found == urged_.end() ? nullptr : &reminder(found->second);
}

const Reminder* State::last_reminder(AssignmentNo assignment) const {
  const auto found = last_.find(assignment.value);
  return found == last_.end() ? nullptr : &reminder(found->second);
}

std::optional<Date> State::last_reminded(AssignmentNo assignment) const {
  const Reminder* last = last_reminder(assignment);
  if (last == nullptr) return std::nullopt;
  return last->on;
}

void State::fold(const ExplanationAsked& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.explanation.index() == explanations_.size());
  explanations_.push_back({fact.explanation,
                           fact.assignment,
                           fact.question,
                           vietnam_date(stamp.at),
                           fact.due,
                           {},
                           {},
                           fact.working_days});
  last_explanation_[fact.assignment] = fact.explanation;
  unexplained_.insert(fact.explanation);
}

void State::fold(const ExplanationGiven& fact, const ledger::Stamp& stamp) {
  Explanation& one = explanations_[fact.explanation.index()];
  one.answer = fact.answer;
  one.answered = vietnam_date(stamp.at);
  unexplained_.erase(fact.explanation);
}

void State::fold(const LetterIssued& fact) {
  ASSERT(fact.letter.index() == letters_.size());
  letters_.push_back({fact.letter, fact.issuer, fact.unit, fact.number, fact.dated, fact.done_by,
                      fact.assignments.numbers, fact.working_days});
  letters_to_[fact.unit].push_back(fact.letter);
  for (const std::uint32_t assignment : fact.assignments.numbers) {
    last_letter_[assignment] = fact.letter;
  }
}

void State::fold(const LadderSet& fact, const ledger::Stamp& stamp) {
  ladders_[fact.plan].push_back({{fact.days_before, fact.repeat_days, fact.silent},
                                 vietnam_date(stamp.at),
                                 fact.given,
                                 fact.reason,
                                 fact.by.value_or(PersonNo{})});
}

const std::vector<LadderChange>& State::ladders(PlanNo plan) const {
  static const std::vector<LadderChange> none;
  const auto found = ladders_.find(plan);
  return found == ladders_.end() ? none : found->second;
}

const Ladder& State::ladder(PlanNo plan) const {
  const auto& all = ladders(plan);
  return all.empty() ? usual_ladder() : all.back().ladder;
}

const Letter& State::letter(LetterNo no) const {
  ASSERT(no && no.index() < letters_.size());
  return letters_[no.index()];
}

const std::vector<LetterNo>& State::letters_to(UnitNo unit) const {
  static const std::vector<LetterNo> none;
  const auto found = letters_to_.find(unit);
  return found == letters_to_.end() ? none : found->second;
}

const Letter* State::last_letter(AssignmentNo no) const {
  const auto found = last_letter_.find(no.value);
  return found == last_letter_.end() ? nullptr : &letters_[found->second.index()];
}

const Explanation& State::explanation(ExplanationNo no) const {
  ASSERT(no && no.index() < explanations_.size());
  return explanations_[no.index()];
}

Result<const Explanation*> State::find(ExplanationNo no) const {
  if (no && no.index() < explanations_.size()) return &explanations_[no.index()];
  return problem(Code::NotFound, {"Không có yêu cầu giải trình này.",
                                  "There is no such request for an explanation."});
}

const Explanation* State::last_explanation(AssignmentNo no) const {
  const auto found = last_explanation_.find(no);
  return found == last_explanation_.end() ? nullptr : &explanation(found->second);
}

}  // namespace lantoa::city::oversight
