// The register of speakers with the sessions that each held, and questions of guidance with their
// one answer.
#include <algorithm>

#include "city/guidance/facts.h"
#include "city/speaker/held.h"
#include "sim/recount.h"

namespace lantoa::sim {
namespace {

namespace activity = city::activity;
namespace guidance = city::guidance;
namespace speaker = city::speaker;

struct SaidSpeaker {
  Date on;
  std::uint32_t version = 1;
  std::optional<Date> ended;
  bool is_erased = false;

  bool served_on(Date day) const { return on <= day && (!ended || day < *ended); }
};

class Speakers : public Recount {
 public:
  Speakers(Teller& teller, Complaints& wrong) : Recount(teller, wrong) {
    hear_activities(teller);
    hear_register(teller);
    teller.on<speaker::SessionsCredited>(
        [this](const auto& credited, const ledger::Fact& fact) { credit(credited, fact); });
  }

  void compare(const app::States& seen) override {
    const speaker::State& state = seen.speaker;
    expect_seen(state.speakers() == speakers_.size(), "the number of speakers");
    const Date today = seen.calendar.today();
    for (const auto& [no, said] : speakers_) {
      if (!state.has(no)) break;
      const speaker::Speaker& one = state.speaker(no);
      const std::string name = "speaker " + std::to_string(no.value) + ", ";
      expect_seen(one.version == said.version, name + "the version");
      expect_seen(one.dismissed.has_value() == said.ended.has_value(), name + "whether he serves");
      expect_seen(one.erased.has_value() == said.is_erased, name + "whether he has a name");
      const speaker::Held held = speaker::held_by(one, seen.activity, today);
      speaker::Held by_hand;
      for (const auto& [activity, credited] : credits_) {
        if (!credited.contains(no.value) || annulled_.contains(activity)) continue;
        const Date day = days_[activity];
        ++by_hand.all;
        if (to_civil(day).year == to_civil(today).year) ++by_hand.this_year;
        by_hand.last = std::max(by_hand.last.value_or(day), day);
      }
      expect_seen(held.all == by_hand.all && held.this_year == by_hand.this_year &&
                      held.last == by_hand.last,
                  name + "the sessions held");
    }
  }

 private:
  void hear_activities(Teller& teller) {
    teller.on<activity::ActivityLogged>([this](const auto& logged, const ledger::Fact&) {
      days_[logged.activity] = logged.record.on;
    });
    teller.on<activity::ActivityCorrected>([this](const auto& corrected, const ledger::Fact&) {
      days_[corrected.activity] = corrected.record.on;
    });
    teller.on<activity::ActivityAnnulled>(
        [this](const auto& annulled, const ledger::Fact&) { annulled_.insert(annulled.activity); });
  }

  void hear_register(Teller& teller) {
    teller.on<speaker::SpeakerRecognised>([this](const auto& recognised, const ledger::Fact&) {
      speakers_[recognised.speaker] = {recognised.on};
    });
    teller.on<speaker::SpeakerChanged>([this](const auto& changed, const ledger::Fact& fact) {
      if (SaidSpeaker* one = next_version(changed, fact)) {
        expect(!one->ended, fact, "he serves no longer");
        one->on = changed.on;
      }
    });
    teller.on<speaker::SpeakerDismissed>([this](const auto& dismissed, const ledger::Fact& fact) {
      if (SaidSpeaker* one = next_version(dismissed, fact)) {
        expect(!one->ended, fact, "he was dismissed before");
        one->ended = dismissed.on;
      }
    });
    teller.on<speaker::NameErased>([this](const auto& erased, const ledger::Fact& fact) {
      if (SaidSpeaker* one = next_version(erased, fact)) {
        expect(one->ended.has_value(), fact, "he serves, so his name is public");
        expect(!one->is_erased, fact, "it was erased before");
        one->is_erased = true;
      }
    });
  }

  template <class Change>
  SaidSpeaker* next_version(const Change& change, const ledger::Fact& fact) {
    SaidSpeaker* one = known(speakers_, change.speaker, fact);
    if (one == nullptr) return nullptr;
    expect(change.version == one->version + 1, fact, "a version is left out or repeated");
    one->version = change.version;
    return one;
  }

  // Who is named served on that day, or had been named before.
  void credit(const speaker::SessionsCredited& credited, const ledger::Fact& fact) {
    const Date* day = known(days_, credited.activity, fact);
    if (day == nullptr) return;
    auto& before = credits_[credited.activity];
    expect(!annulled_.contains(credited.activity), fact, "the activity is annulled");
    for (const std::uint32_t number : credited.speakers.numbers) {
      const SaidSpeaker* one = known(speakers_, city::SpeakerNo{number}, fact);
      if (one == nullptr || before.contains(number)) continue;
      expect(one->served_on(*day) && !one->is_erased, fact, "somebody did not serve on that day");
    }
    const auto& numbers = credited.speakers.numbers;
    before = {numbers.begin(), numbers.end()};
  }

  std::map<city::ActivityNo, Date> days_;
  std::set<city::ActivityNo> annulled_;
  std::map<city::SpeakerNo, SaidSpeaker> speakers_;
  std::map<city::ActivityNo, std::set<std::uint32_t>> credits_;
};

struct SaidQuestion {
  std::vector<guidance::QuestionAnswered> answers;
  city::QuestionNo same_as;
  bool is_withdrawn = false;

  bool waits() const { return answers.empty() && !is_withdrawn && !same_as; }
};

class Questions : public Recount {
 public:
  Questions(Teller& teller, Complaints& wrong) : Recount(teller, wrong) {
    teller.on<guidance::QuestionAsked>(
        [this](const auto& asked, const ledger::Fact&) { questions_[asked.question]; });
    teller.on<guidance::QuestionAnswered>([this](const auto& answered, const ledger::Fact& fact) {
      if (SaidQuestion* one = not_withdrawn(answered.question, fact)) answer(*one, answered, fact);
    });
    teller.on<guidance::QuestionWithdrawn>([this](const auto& withdrawn, const ledger::Fact& fact) {
      SaidQuestion* one = not_withdrawn(withdrawn.question, fact);
      if (one == nullptr) return;
      expect(joined_to(withdrawn.question).empty(), fact, "others are joined to it");
      one->is_withdrawn = true;
      one->same_as = {};
    });
    teller.on<guidance::QuestionJoined>([this](const auto& joined, const ledger::Fact& fact) {
      SaidQuestion* one = not_withdrawn(joined.question, fact);
      const SaidQuestion* other = known(questions_, joined.same_as, fact);
      if (one == nullptr || other == nullptr) return;
      expect(one->answers.empty(), fact, "it has an answer of its own");
      expect(!other->answers.empty() && !other->is_withdrawn, fact, "the other has no answer");
      one->same_as = joined.same_as;
    });
  }

  // Whatever is joined leads to one answer, in one step.
  void compare(const app::States& seen) override {
    const guidance::State& state = seen.guidance;
    expect_seen(state.questions() == questions_.size(), "the number of questions");
    std::set<city::QuestionNo> open;
    for (const auto& [no, said] : questions_) {
      if (said.waits()) open.insert(no);
      const std::string name = "question " + std::to_string(no.value) + ", ";
      if (said.same_as) {
        const SaidQuestion& other = questions_[said.same_as];
        expect_seen(
            said.answers.empty() && !other.answers.empty() && !other.same_as && !other.is_withdrawn,
            name + "that it has one answer");
      }
      if (no.value > state.questions()) continue;
      const guidance::Question& one = state.question(no);
      auto joined = one.joined;
      std::sort(joined.begin(), joined.end());
      expect_seen(one.same_as == said.same_as, name + "what it is joined to");
      expect_seen(joined == joined_to(no), name + "what is joined to it");
      expect_seen(one.withdrawn.has_value() == said.is_withdrawn, name + "whether it is withdrawn");
      expect_seen(
          one.answers.size() == said.answers.size() &&
              (said.answers.empty() || one.answers.back().text == said.answers.back().answer),
          name + "its answer");
    }
    expect_seen(state.open() == open, "which questions wait");
  }

 private:
  SaidQuestion* not_withdrawn(city::QuestionNo no, const ledger::Fact& fact) {
    SaidQuestion* one = known(questions_, no, fact);
    if (one != nullptr) expect(!one->is_withdrawn, fact, "it is withdrawn");
    return one;
  }

  void answer(SaidQuestion& one, const guidance::QuestionAnswered& answered,
              const ledger::Fact& fact) {
    expect(answered.version == one.answers.size() + 1, fact, "a version is left out or repeated");
    if (!one.answers.empty()) {
      const auto& before = one.answers.back();
      expect(before.answer != answered.answer || before.documents != answered.documents, fact,
             "it corrects nothing");
    }
    one.answers.push_back(answered);
    one.same_as = {};
  }

  std::vector<city::QuestionNo> joined_to(city::QuestionNo no) const {
    std::vector<city::QuestionNo> out;
    for (const auto& [other, said] : questions_) {
      if (said.same_as == no) out.push_back(other);
    }
    return out;
  }

  std::map<city::QuestionNo, SaidQuestion> questions_;
};

}  // namespace

std::unique_ptr<Recount> recount_speakers(Teller& teller, Complaints& wrong) {
  return std::make_unique<Speakers>(teller, wrong);
}

std::unique_ptr<Recount> recount_guidance(Teller& teller, Complaints& wrong) {
  return std::make_unique<Questions>(teller, wrong);
}

}  // namespace lantoa::sim
