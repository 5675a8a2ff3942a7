// Reminders, questions why and letters: nobody is asked twice at once, a letter names what was late
// on its day, all of it and nothing else, and mails that go out by themselves keep to the steps of
// their plan's ladder.
#include <algorithm>

#include "city/oversight/facts.h"
#include "sim/recount.h"

namespace lantoa::sim {
namespace {

namespace oversight = city::oversight;
namespace plan = city::plan;

struct SaidReminder {
  oversight::ReminderPromised promised;
  std::optional<oversight::End> end;
  bool came_back = false;
};

struct SaidExplanation {
  city::AssignmentNo assignment;
  bool is_given = false;
};

constexpr std::int32_t earliest_step_days = 120;  // before a deadline

// The days on which plans remind, looked at one day after the other.
class Ladders {
 public:
  explicit Ladders(Teller& teller) {
    teller.on<oversight::LadderSet>([this](const auto& set, const ledger::Fact& fact) {
      set_[set.plan].push_back({set, day_of(fact)});
    });
    usual_.days_before = {30, 15, 7, 3, 1, 0};
    usual_.repeat_days = 7;
  }

  // There is a step after that day (none: ever), until and on the other, with no day without
  // reminders since.
  bool has_step(city::AssignmentNo no, const Assignments::One& one, std::optional<Date> after,
                Date until) const {
    const Date due = one.due();
    for (Date day = until; day >= due - earliest_step_days; day = day - 1) {
      if (after && day <= *after) return false;
      const oversight::LadderSet& ladder = in_force(no, one.plan, day);
      if (ladder.silent) return false;
      if (is_step(ladder, due, day)) return true;
    }
    return false;
  }

  void compare(const oversight::State& state, const plan::State& plans,
               const std::function<void(bool, const std::string&)>& expect_seen) const {
    for (std::uint32_t number = 1; number <= plans.plans(); ++number) {
      const city::PlanNo no{number};
      const auto found = set_.find(no);
      const std::size_t times = found == set_.end() ? 0 : found->second.size();
      const oversight::LadderSet& said = times == 0 ? usual_ : found->second.back().first;
      const oversight::Ladder& one = state.ladder(no);
      const bool is_same = one.days_before == said.days_before &&
                           one.repeat_days == said.repeat_days && one.silent == said.silent;
      expect_seen(is_same && state.ladders(no).size() == times,
                  "the ladder of plan " + std::to_string(number));
    }
  }

 private:
  // It counts from the day after it was set on, at once for what was given later.
  const oversight::LadderSet& in_force(city::AssignmentNo no, city::PlanNo of, Date day) const {
    const oversight::LadderSet* out = &usual_;
    const auto found = set_.find(of);
    if (found == set_.end()) return *out;
    for (const auto& [set, on] : found->second) {
      if (no.value > set.given || on < day) out = &set;
    }
    return *out;
  }

  static bool is_step(const oversight::LadderSet& ladder, Date due, Date day) {
    if (day > due)
      return ladder.repeat_days && (day - due) % std::int32_t(*ladder.repeat_days) == 0;
    const auto left = static_cast<std::uint32_t>(due - day);
    return std::count(ladder.days_before.begin(), ladder.days_before.end(), left) > 0;
  }

  oversight::LadderSet usual_;  // of plans for which nobody set one
  std::map<city::PlanNo, std::vector<std::pair<oversight::LadderSet, Date>>> set_;
};

class Oversight : public Recount {
 public:
  Oversight(Teller& teller, Complaints& wrong)
      : Recount(teller, wrong), assignments_(teller), ladders_(teller) {
    hear_reminders(teller);
    hear_explanations(teller);
    teller.on<oversight::LetterIssued>(
        [this](const auto& letter, const ledger::Fact& fact) { read(letter, fact); });
  }

  void compare(const app::States& seen) override {
    std::set<city::ReminderNo> open;
    for (const auto& [no, one] : reminders_) {
      if (!one.end) open.insert(no);
    }
    std::set<city::ExplanationNo> unexplained;
    for (const auto& [no, one] : explanations_) {
      if (!one.is_given) unexplained.insert(no);
    }
    const oversight::State& state = seen.oversight;
    ladders_.compare(state, seen.plan,
                     [this](bool is_same, const std::string& what) { expect_seen(is_same, what); });
    expect_seen(state.reminders() == reminders_.size(), "the number of reminders");
    expect_seen(state.open() == open, "which reminders are still to be sent");
    expect_seen(state.explanations() == explanations_.size(), "the number of questions why");
    expect_seen(state.unexplained() == unexplained, "which questions why wait");
    expect_seen(state.letters().size() == letters_.size(), "the number of letters");
    for (std::size_t i = 0; i < std::min(letters_.size(), state.letters().size()); ++i) {
      expect_seen(state.letters()[i].assignments == letters_[i].assignments.numbers,
                  "what letter " + std::to_string(i + 1) + " names");
    }
  }

 private:
  void hear_reminders(Teller& teller) {
    teller.on<oversight::ReminderPromised>([this](const auto& promised, const ledger::Fact& fact) {
      reminders_[promised.reminder] = {promised, {}};
      for (const std::uint32_t number : promised.assignments.numbers) {
        const auto* one = assignments_.find(city::AssignmentNo{number});
        expect(one != nullptr && one->is_open(), fact, "it reminds of what is done or withdrawn");
        expect(one != nullptr && one->unit == promised.unit, fact, "it reminds the wrong unit");
        if (promised.urged_by) urge(number, promised, fact);
        if (one != nullptr && !promised.urged_by) climb(number, *one, promised.on, fact);
        reminded_[number] = promised.on;
      }
    });
    teller.on<oversight::ReminderEnded>([this](const auto& ended, const ledger::Fact& fact) {
      if (SaidReminder* one = known(reminders_, ended.reminder, fact)) {
        expect(!one->end, fact, "it ended before");
        one->end = ended.end;
      }
    });
    teller.on<oversight::MailReturned>([this](const auto& returned, const ledger::Fact& fact) {
      if (SaidReminder* one = known(reminders_, returned.reminder, fact)) one->came_back = true;
    });
  }

  // By itself: on a step, or after one when the program stood still then; once for each. Another
  // deadline has the steps after the day on which it came.
  void climb(std::uint32_t number, const Assignments::One& one, Date on, const ledger::Fact& fact) {
    const city::AssignmentNo no{number};
    std::optional<Date> settled;
    if (const auto last = reminded_.find(number); last != reminded_.end()) settled = last->second;
    if (!one.moves.empty()) {
      settled = std::max(settled.value_or(one.moves.back().on), one.moves.back().on);
    }
    if (ladders_.has_step(no, one, settled, on)) return;
    object(fact, ladders_.has_step(no, one, {}, on) ? "the step of its ladder is settled"
                                                    : "its ladder has no step then");
  }

  // By hand once a day, unless it did not get there.
  void urge(std::uint32_t assignment, const oversight::ReminderPromised& promised,
            const ledger::Fact& fact) {
    const auto before = urged_.find(assignment);
    if (before != urged_.end()) {
      const SaidReminder& last = reminders_[before->second];
      const bool got_there =
          last.end.value_or(oversight::End::Sent) == oversight::End::Sent && !last.came_back;
      expect(last.promised.on != promised.on || !got_there, fact, "it is urged twice a day");
    }
    urged_[assignment] = promised.reminder;
  }

  void hear_explanations(Teller& teller) {
    teller.on<oversight::ExplanationAsked>([this](const auto& asked, const ledger::Fact& fact) {
      const auto* one = assignments_.find(asked.assignment);
      expect(one != nullptr && one->is_open(), fact, "there is nothing to explain");
      for (const auto& [no, other] : explanations_) {
        expect(other.is_given || other.assignment != asked.assignment, fact,
               "another question waits");
      }
      expect(asked.due > day_of(fact), fact, "there is no time to answer");
      explanations_[asked.explanation] = {asked.assignment};
    });
    teller.on<oversight::ExplanationGiven>([this](const auto& given, const ledger::Fact& fact) {
      if (SaidExplanation* one = known(explanations_, given.explanation, fact)) {
        expect(!one->is_given, fact, "it was answered before");
        one->is_given = true;
      }
    });
  }

  void read(const oversight::LetterIssued& letter, const ledger::Fact& fact) {
    std::vector<std::uint32_t> late;
    for (const auto& [no, one] : assignments_.all()) {
      const bool is_its = teller().is_below(one.unit, letter.unit);
      if (is_its && one.was_late_on(letter.dated)) late.push_back(no.value);
    }
    expect(letter.assignments.numbers == late, fact, "it names something else than was late");
    expect(letter.dated <= day_of(fact), fact, "its day is still to come");
    for (const auto& other : letters_) {
      const bool is_same = other.issuer == letter.issuer && other.number == letter.number &&
                           to_civil(other.dated).year == to_civil(letter.dated).year;
      expect(!is_same, fact, "its number is taken");
    }
    letters_.push_back(letter);
  }

  Assignments assignments_;
  Ladders ladders_;
  std::map<std::uint32_t, Date> reminded_;  // by assignment, the last time
  std::map<city::ReminderNo, SaidReminder> reminders_;
  std::map<std::uint32_t, city::ReminderNo> urged_;  // by assignment, by hand
  std::map<city::ExplanationNo, SaidExplanation> explanations_;
  std::vector<oversight::LetterIssued> letters_;
};

}  // namespace

std::unique_ptr<Recount> recount_oversight(Teller& teller, Complaints& wrong) {
  return std::make_unique<Oversight>(teller, wrong);
}

}  // namespace lantoa::sim
