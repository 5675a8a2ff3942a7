// What several pages of this slice show of a question.
#pragma once

#include <utility>

#include "city/field.h"
#include "city/guidance/guidance.h"

namespace lantoa::city::guidance {

constexpr std::size_t question_characters_shown = 160;  // in a list
constexpr std::size_t answer_characters_shown = 200;

// What is still to be done with it, or when it was answered; and the class of the mark beside.
std::pair<Text, std::string> standing_of(const Question& question, Date today);
std::int32_t days_waiting(const Question& question, Date today);

// Of the open questions that the actor may see, those with all these words about this plan (none:
// about any), oldest first.
std::vector<QuestionNo> open_to(const Known& known, const Actor& actor, const Words& wanted,
                                PlanNo plan);

// An answered question that may ask the same as another.
struct SimilarRow {
  std::string address;
  std::string number;
  std::string asked;     // how it begins
  std::string answered;  // how its answer begins
};
BOOST_DESCRIBE_STRUCT(SimilarRow, (), (address, number, asked, answered))
std::vector<SimilarRow> similar_rows(const State& state, PlanNo plan, std::string_view text);

// All that concern the actor, also withdrawn and joined ones, with all these words about this plan
// (none: about any), the newest first.
std::vector<QuestionNo> concerning(const Known& known, const Actor& actor, const Words& wanted,
                                   PlanNo plan);

// Issued plans that some question is about which the actor finds, and the chosen one, as the
// options of a select, newest first.
std::vector<Option> plan_options(const Known& known, const Actor& actor, PlanNo chosen);

std::string asking_address(PlanNo plan);  // "/huong-dan/moi?ke-hoach=3"

}  // namespace lantoa::city::guidance
