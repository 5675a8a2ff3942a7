#include "city/guidance/state.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "kernel/assert.h"

namespace lantoa::city::guidance {

Question& State::at(QuestionNo no) {
  ASSERT(no && no.index() < questions_.size());
  return questions_[no.index()];
}

const Question& State::question(QuestionNo no) const {
  ASSERT(no && no.index() < questions_.size());
  return questions_[no.index()];
}

Result<const Question*> State::find(QuestionNo no) const {
  if (no && no.index() < questions_.size()) return &questions_[no.index()];
  return problem(Code::NotFound,
                 {"Không có câu hỏi hướng dẫn này.", "There is no such question of guidance."});
}

void State::gather_words(Question& question) const {
  std::vector<const Words*> texts{&question.own, &question.replies};
  for (const QuestionNo no : question.joined) texts.push_back(&questions_[no.index()].own);
  question.words = merged(texts);
}

std::size_t State::likeness_to(const Telling& asked, const Question& question) const {
  std::size_t out = likeness(asked, question.tells);
  for (const QuestionNo no : question.joined) {
    out = std::max(out, likeness(asked, questions_[no.index()].tells));
  }
  return out;
}

void State::part(Question& question) {
  if (!question.same_as) return;
  Question& other = at(std::exchange(question.same_as, QuestionNo{}));
  std::erase(other.joined, question.no);
  gather_words(other);
}

void State::fold(const QuestionAsked& fact, const ledger::Stamp& stamp) {
  ASSERT(fact.question.index() == questions_.size());
  Question question;
  question.no = fact.question;
  question.unit = fact.unit;
  question.plan = fact.plan;
  question.task = fact.task.value_or(TaskNo{});
  question.text = fact.text;
  question.asked = stamp.at;
  question.own = words_in(fact.text);
  question.tells = telling(question.own);
  question.words = question.own;
  questions_.push_back(std::move(question));
  open_.insert(fact.question);
}

void State::fold(const QuestionAnswered& fact, const ledger::Stamp& stamp) {
  Question& question = at(fact.question);
  ASSERT(fact.version == question.answers.size() + 1);
  part(question);
  question.answers.push_back({fact.version, fact.answer, fact.documents, stamp.at});
  question.replies = words_in(fact.answer);
  gather_words(question);
  open_.erase(fact.question);
}

void State::fold(const QuestionWithdrawn& fact, const ledger::Stamp& stamp) {
  Question& question = at(fact.question);
  part(question);
  question.withdrawn = Withdrawal{fact.reason, stamp.at};
  open_.erase(fact.question);
}

void State::fold(const QuestionJoined& fact) {
  Question& question = at(fact.question);
  part(question);
  question.same_as = fact.same_as;
  Question& other = at(fact.same_as);
  other.joined.push_back(fact.question);
  merge(other.words, question.own);
  open_.erase(fact.question);
}

bool State::is_about(const Question& question, PlanNo plan) const {
  return question.plan == plan ||
         std::any_of(question.joined.begin(), question.joined.end(),
                     [&](QuestionNo no) { return questions_[no.index()].plan == plan; });
}

std::vector<QuestionNo> State::search(const Words& wanted, PlanNo plan) const {
  struct Found {
    std::size_t with_marks = 0;
    Instant at;
    QuestionNo no;
  };
  std::vector<Found> found;
  for (const Question& one : questions_) {
    if (!one.is_found() || (plan && !is_about(one, plan)) || !has_all(one.words, wanted)) continue;
    found.push_back({with_marks(one.words, wanted), one.answers.back().at, one.no});
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tie(b.with_marks, b.at, b.no) < std::tie(a.with_marks, a.at, a.no);
  });
  std::vector<QuestionNo> out;
  for (const Found& one : found) out.push_back(one.no);
  return out;
}

std::vector<QuestionNo> State::similar(PlanNo plan, std::string_view text) const {
  const Telling asked = telling(words_in(text));
  std::vector<std::pair<std::size_t, QuestionNo>> found;
  for (const Question& one : questions_) {
    if (!one.is_found() || !is_about(one, plan)) continue;
    const std::size_t shared = likeness_to(asked, one);
    if (shared > 0) found.emplace_back(shared, one.no);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (found.size() > similar_max) found.resize(similar_max);
  std::vector<QuestionNo> out;
  for (const auto& [shared, no] : found) out.push_back(no);
  return out;
}

}  // namespace lantoa::city::guidance
