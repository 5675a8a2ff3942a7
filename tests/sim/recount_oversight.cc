// Reminders, questions why and letters: nobody is asked twice at once, and a letter names what was
// late on its day, all of it and nothing else.
#include "city/oversight/facts.h"
#include "sim/recount.h"

namespace lantoa::sim {
namespace {

namespace oversight = city::oversight;

struct SaidReminder {
  oversight::ReminderPromised promised;
  std::optional<oversight::End> end;
};

struct SaidExplanation {
  city::AssignmentNo assignment;
  bool is_given = false;
};

class Oversight : public Recount {
 public:
  Oversight(Teller& teller, Complaints& wrong) : Recount(teller, wrong), assignments_(teller) {
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
        expect(one != nullptr && !one->done, fact, "it reminds of what is done");
        expect(one != nullptr && one->unit == promised.unit, fact, "it reminds the wrong unit");
        if (promised.urged_by) urge(number, promised, fact);
      }
    });
    teller.on<oversight::ReminderEnded>([this](const auto& ended, const ledger::Fact& fact) {
      if (SaidReminder* one = known(reminders_, ended.reminder, fact)) {
        expect(!one->end, fact, "it ended before");
        one->end = ended.end;
      }
    });
  }

  // By hand once a day, unless it did not get there.
  void urge(std::uint32_t assignment, const oversight::ReminderPromised& promised,
            const ledger::Fact& fact) {
    const auto before = urged_.find(assignment);
    if (before != urged_.end()) {
      const SaidReminder& last = reminders_[before->second];
      const bool got_there = last.end.value_or(oversight::End::Sent) == oversight::End::Sent;
      expect(last.promised.on != promised.on || !got_there, fact, "it is urged twice a day");
    }
    urged_[assignment] = promised.reminder;
  }

  void hear_explanations(Teller& teller) {
    teller.on<oversight::ExplanationAsked>([this](const auto& asked, const ledger::Fact& fact) {
      const auto* one = assignments_.find(asked.assignment);
      expect(one != nullptr && !one->done, fact, "there is nothing to explain");
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
