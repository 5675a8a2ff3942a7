// What can happen to questions of units about how a task is carried out, and to their answers.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "kernel/fact.h"

namespace lantoa::city::guidance {

// A unit asks about an issued plan, or about one task of it.
struct QuestionAsked {
  static constexpr std::string_view kind = "guidance.question_asked";
  QuestionNo question;
  UnitNo unit;
  PlanNo plan;
  std::optional<TaskNo> task;  // absent: about the plan as a whole
  std::string text;            // a paragraph a line
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(QuestionAsked, (), (question, unit, plan, task, text, by))

// What the question is answered from now on; the version counts from 1, each later one corrects
// the one before. It ends a joining.
struct QuestionAnswered {
  static constexpr std::string_view kind = "guidance.question_answered";
  QuestionNo question;
  std::uint32_t version = 0;
  std::string answer;                 // a paragraph a line
  std::vector<DocumentNo> documents;  // that it rests on; may be empty
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(QuestionAnswered, (), (question, version, answer, documents, by))

struct QuestionWithdrawn {
  static constexpr std::string_view kind = "guidance.question_withdrawn";
  QuestionNo question;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(QuestionWithdrawn, (), (question, reason, by))

// It is the same as one that is answered: who asked it reads that answer.
struct QuestionJoined {
  static constexpr std::string_view kind = "guidance.question_joined";
  QuestionNo question;
  QuestionNo same_as;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(QuestionJoined, (), (question, same_as, by))

}  // namespace lantoa::city::guidance
