// Questions of units and their answers, and how they are found.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "city/guidance/facts.h"
#include "city/guidance/matching.h"
#include "kernel/result.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::guidance {

constexpr std::size_t similar_max = 5;

struct Answer {
  std::uint32_t version = 0;
  std::string text;
  std::vector<DocumentNo> documents;
  Instant at;
};

struct Withdrawal {
  std::string reason;
  Instant at;
};

struct Question {
  QuestionNo no;
  UnitNo unit;
  PlanNo plan;
  TaskNo task;  // none: about the plan as a whole
  std::string text;
  Instant asked;
  std::vector<Answer> answers;  // version n at n - 1
  std::optional<Withdrawal> withdrawn;
  QuestionNo same_as;              // none: it stands for itself; of an answered one, always none
  std::vector<QuestionNo> joined;  // to this one
  Words own;                       // of its text
  Telling tells;                   // of those
  Words replies;                   // of its present answer
  Words words;                     // of both and of those joined: what a search looks in

  bool is_answered() const { return !answers.empty(); }
  // Somebody still has to answer it.
  bool is_open() const { return answers.empty() && !withdrawn && !same_as; }
  // Every unit finds it.
  bool is_found() const { return is_answered() && !withdrawn; }
};

class State {
 public:
  void fold(const QuestionAsked& fact, const ledger::Stamp& stamp);
  void fold(const QuestionAnswered& fact, const ledger::Stamp& stamp);
  void fold(const QuestionWithdrawn& fact, const ledger::Stamp& stamp);
  void fold(const QuestionJoined& fact);

  std::uint32_t questions() const { return static_cast<std::uint32_t>(questions_.size()); }
  const Question& question(QuestionNo no) const;              // needs one that was asked
  Result<const Question*> find(QuestionNo no) const;          // NotFound otherwise
  const std::set<QuestionNo>& open() const { return open_; }  // oldest first

  // About this plan, it or one that is joined to it.
  bool is_about(const Question& question, PlanNo plan) const;
  // Of those that every unit finds: those with every word of `wanted`, first those that have them
  // with the same marks, then the newest answer. No words: all; no plan: of every plan.
  std::vector<QuestionNo> search(const Words& wanted, PlanNo plan) const;
  // Of those about this plan that every unit finds, the ones that are likely to ask the same; at
  // most similar_max, the likest first.
  std::vector<QuestionNo> similar(PlanNo plan, std::string_view text) const;

 private:
  Question& at(QuestionNo no);
  void part(Question& question);  // ends its joining
  void gather_words(Question& question) const;
  // To it, or to the likest of those joined to it.
  std::size_t likeness_to(const Telling& asked, const Question& question) const;

  std::vector<Question> questions_;
  std::set<QuestionNo> open_;
};

}  // namespace lantoa::city::guidance
