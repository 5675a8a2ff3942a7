// Rules of asking how a task is carried out, and of answering.
#pragma once

#include <string>
#include <vector>

#include "city/guidance/state.h"
#include "city/law/state.h"
#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::guidance {

constexpr std::size_t question_characters_max = 1'000;
constexpr std::size_t answer_characters_max = 5'000;
constexpr std::size_t reason_characters_max = 300;
constexpr std::size_t documents_max = 20;  // of one answer

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* unit = "don-vi";
constexpr const char* plan = "ke-hoach";
constexpr const char* task = "nhiem-vu";
constexpr const char* text = "noi-dung";
constexpr const char* anyway = "van-gui";
constexpr const char* answer = "tra-loi";
constexpr const char* documents = "van-ban";
constexpr const char* same_as = "cung-cau";
constexpr const char* reason = "ly-do";
}  // namespace fields

// A unit asks about an issued plan or a task of it. Where an answered question is likely to be the
// same, it is a Conflict of the field `anyway` until the asker has seen that and still asks.
struct AskQuestion {
  UnitNo unit;
  PlanNo plan;
  TaskNo task;  // none: about the plan as a whole
  std::string text;
  bool anyway = false;
};

// The first answer, or one that corrects the answer that was seen.
struct AnswerQuestion {
  QuestionNo question;
  std::uint32_t seen_version = 0;  // 0: there was none
  std::string answer;
  std::vector<std::string> documents;  // their numbers: "97/2019/QH14"
  QuestionNo seen_same_as{};           // what it was joined to; none: nothing
};

// By its unit while it is open, by those who answer also later.
struct WithdrawQuestion {
  QuestionNo question;
  std::string reason;
  std::uint32_t seen_version = 0;
  QuestionNo seen_same_as{};
};

// By those who answer both, of one that has no answer of its own; it may be joined to another
// later, or be answered itself after all.
struct JoinQuestion {
  QuestionNo question;
  QuestionNo same_as;
  std::uint32_t seen_version = 0;
  QuestionNo seen_same_as{};
};

struct Known {
  const State& guidance;
  const organisation::State& organisation;
  const law::State& law;
  const plan::State& plans;
};

using Decided = Result<ledger::Decision>;
// Conflict where it was answered, joined or withdrawn after it was seen.
Decided decide(const Known& known, const AskQuestion& command, const Envelope& envelope);
Decided decide(const Known& known, const AnswerQuestion& command, const Envelope& envelope);
Decided decide(const Known& known, const WithdrawQuestion& command, const Envelope& envelope);
Decided decide(const Known& known, const JoinQuestion& command, const Envelope& envelope);

std::string address_of(QuestionNo question);  // "/huong-dan/3"
// Whoever urges for the plan's issuer answers what is asked about the plan.
bool may_answer(const Known& known, const Question& question, const Actor& actor);
bool is_asker(const Known& known, const Question& question, const Actor& actor);
// His units asked it, or he answers it: he finds it also once it is withdrawn.
bool concerns(const Known& known, const Question& question, const Actor& actor);
// What has an answer is for every officer; the rest for its unit and for those who answer.
bool may_see(const Known& known, const Question& question, const Actor& actor);
Result<void> require_sight(const Known& known, const Question& question, const Actor& actor);

}  // namespace lantoa::city::guidance
