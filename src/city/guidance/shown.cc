#include "city/guidance/shown.h"

#include <set>

#include "city/opening.h"

namespace lantoa::city::guidance {
namespace {

constexpr std::size_t title_characters_shown = 60;

std::set<PlanNo> plans_asked_about(const Known& known, const Actor& actor) {
  std::set<PlanNo> out;
  for (std::uint32_t number = 1; number <= known.guidance.questions(); ++number) {
    const Question& one = known.guidance.question(QuestionNo{number});
    if (out.contains(one.plan)) continue;
    const bool is_seen = one.withdrawn ? concerns(known, one, actor) : may_see(known, one, actor);
    if (is_seen) out.insert(one.plan);
  }
  return out;
}

}  // namespace

std::int32_t days_waiting(const Question& question, Date today) {
  return today - vietnam_date(question.asked);
}

std::pair<Text, std::string> standing_of(const Question& question, Date today) {
  if (question.withdrawn) return {{"Đã rút", "Withdrawn"}, "state-idle"};
  if (question.same_as) {
    const std::string number = std::to_string(question.same_as.value);
    return {{"Cùng nội dung với câu " + number, "The same as question " + number}, "state-done"};
  }
  if (question.is_answered()) {
    const std::string on = vietnamese(vietnam_date(question.answers.back().at));
    return {{"Trả lời " + on, "Answered " + on}, "state-done"};
  }
  const std::int32_t days = days_waiting(question, today);
  if (days <= 0) return {{"Hỏi hôm nay, chờ trả lời", "Asked today, to be answered"}, "state-risk"};
  const std::string n = std::to_string(days);
  return {{"Chờ trả lời " + n + " ngày", "Waiting for " + n + " days"}, "state-risk"};
}

std::vector<QuestionNo> open_to(const Known& known, const Actor& actor, const Words& wanted,
                                PlanNo plan) {
  std::vector<QuestionNo> out;
  for (const QuestionNo no : known.guidance.open()) {
    const Question& one = known.guidance.question(no);
    if (plan && one.plan != plan) continue;
    if (has_all(one.words, wanted) && may_see(known, one, actor)) out.push_back(no);
  }
  return out;
}

std::vector<QuestionNo> concerning(const Known& known, const Actor& actor, const Words& wanted,
                                   PlanNo plan) {
  std::vector<QuestionNo> out;
  for (std::uint32_t number = known.guidance.questions(); number > 0; --number) {
    const Question& one = known.guidance.question(QuestionNo{number});
    if (plan && !known.guidance.is_about(one, plan)) continue;
    if (has_all(one.words, wanted) && concerns(known, one, actor)) out.push_back(one.no);
  }
  return out;
}

std::vector<SimilarRow> similar_rows(const State& state, PlanNo plan, std::string_view text) {
  std::vector<SimilarRow> out;
  for (const QuestionNo no : state.similar(plan, text)) {
    const Question& one = state.question(no);
    out.push_back({address_of(no), std::to_string(no.value),
                   opening_of(one.text, question_characters_shown),
                   opening_of(one.answers.back().text, answer_characters_shown)});
  }
  return out;
}

std::vector<Option> plan_options(const Known& known, const Actor& actor, PlanNo chosen) {
  const std::set<PlanNo> asked = plans_asked_about(known, actor);
  std::vector<Option> out;
  for (const PlanNo no : known.plans.issued()) {
    if (no != chosen && !asked.contains(no)) continue;
    const plan::Plan& one = known.plans.plan(no);
    out.push_back({std::to_string(no.value),
                   one.number + " – " + opening_of(one.title, title_characters_shown),
                   no == chosen});
  }
  return out;
}

std::string asking_address(PlanNo plan) {
  return "/huong-dan/moi?ke-hoach=" + std::to_string(plan.value);
}

}  // namespace lantoa::city::guidance
