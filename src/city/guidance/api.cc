// Guidance for programs: found, read, asked for, given.
#include "city/described_api.h"
#include "city/guidance/shown.h"

namespace lantoa::city::guidance {
namespace {

struct AnswerBody {
  static constexpr std::string_view schema = "GuidanceAnswer";
  std::uint32_t version = 0;
  std::string text;  // a paragraph a line
  std::vector<DocumentNo> documents;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (version, text, documents, at))

struct QuestionBody {
  static constexpr std::string_view schema = "GuidanceQuestion";
  QuestionNo id;
  UnitNo unit;
  PlanNo plan;
  std::optional<TaskNo> task;  // none: the plan as a whole
  std::string text;
  Instant asked;
  std::optional<AnswerBody> answer;  // the present one
  bool withdrawn = false;
  std::optional<QuestionNo> same_as;  // whose answer is this one's, too
  std::uint32_t joined = 0;           // how many are joined to this one
};
BOOST_DESCRIBE_STRUCT(QuestionBody, (),
                      (id, unit, plan, task, text, asked, answer, withdrawn, same_as, joined))

struct QuestionList {
  static constexpr std::string_view schema = "GuidanceQuestionList";
  Paging paging;
  std::vector<QuestionBody> questions;
};
BOOST_DESCRIBE_STRUCT(QuestionList, (), (paging, questions))

struct QuestionPage {
  static constexpr std::string_view schema = "GuidanceQuestionWithAnswers";
  QuestionBody question;
  std::vector<AnswerBody> answers;      // all versions, the first one first
  std::vector<QuestionNo> joined_ones;  // whose answer is this one's
};
BOOST_DESCRIBE_STRUCT(QuestionPage, (), (question, answers, joined_ones))

struct QuestionDraft {
  static constexpr std::string_view schema = "GuidanceQuestionDraft";
  UnitNo unit;
  PlanNo plan;
  std::optional<TaskNo> task;
  std::string text;
  std::optional<bool> anyway;  // though an answered one is likely to be the same
};
BOOST_DESCRIBE_STRUCT(QuestionDraft, (), (unit, plan, task, text, anyway))

struct AnswerDraft {
  static constexpr std::string_view schema = "GuidanceAnswerDraft";
  std::uint32_t seen_version = 0;
  std::string text;
  std::optional<std::vector<std::string>> documents;  // their numbers: "97/2019/QH14"
  std::optional<QuestionNo> seen_same_as;             // none: it was joined to nothing
};
BOOST_DESCRIBE_STRUCT(AnswerDraft, (), (seen_version, text, documents, seen_same_as))

AnswerBody answer_body(const Answer& one) { return {one.version, one.text, one.documents, one.at}; }

QuestionBody body_of(const Question& one) {
  QuestionBody out;
  out.id = one.no;
  out.unit = one.unit;
  out.plan = one.plan;
  if (one.task) out.task = one.task;
  out.text = one.text;
  out.asked = one.asked;
  if (one.is_answered()) out.answer = answer_body(one.answers.back());
  out.withdrawn = one.withdrawn.has_value();
  if (one.same_as) out.same_as = one.same_as;
  out.joined = static_cast<std::uint32_t>(one.joined.size());
  return out;
}

// As the page lists them: what waits and its owner may see, then what is answered.
QuestionList list_of(const State& state, const Needs& needs, const Visit& visit) {
  const Words wanted = words_in(visit.query("q"));
  const PlanNo plan{visit.query_number("plan")};
  auto all = open_to(known_of(state, needs), visit.actor, wanted, plan);
  const auto found = state.search(wanted, plan);
  all.insert(all.end(), found.begin(), found.end());
  QuestionList out;
  out.paging = page_of(visit, all.size(), [&](std::uint32_t row) {
    out.questions.push_back(body_of(state.question(all[row])));
  });
  return out;
}

Result<QuestionPage> page_of_question(const State& state, const Needs& needs, const Visit& visit,
                                      QuestionNo no) {
  TRY_ASSIGN(const Question* one, state.find(no));
  TRY(require_sight(known_of(state, needs), *one, visit.actor));
  QuestionPage out;
  out.question = body_of(*one);
  for (const Answer& answer : one->answers) out.answers.push_back(answer_body(answer));
  out.joined_ones = one->joined;
  return out;
}

void install_looks(App& app, const State& state, const Needs& needs) {
  using Kind = api::Parameter::Kind;
  api_get<QuestionList>(
      app,
      {"guidance.list",
       "/guidance",
       Right::Work,
       Scope::Read,
       {"Câu hỏi hướng dẫn: câu chờ trả lời xem được, rồi câu đã trả lời",
        "Questions of guidance: those to be answered that one may see, then those answered"},
       {{"q", Kind::Word, {"Từ cần tìm, có dấu hoặc không dấu", "Words, with or without marks"}},
        {"plan", Kind::Number, {"Kế hoạch; không có: mọi kế hoạch", "None: every plan"}},
        api::page_parameter()}},
      [&app, &state, needs](const Visit& visit) -> Result<QuestionList> {
        return app.engine.read([&] { return list_of(state, needs, visit); });
      });
  api_get<QuestionPage>(
      app,
      {"guidance.show",
       "/guidance/{question}",
       Right::Work,
       Scope::Read,
       {"Một câu hỏi hướng dẫn với mọi bản trả lời", "A question of guidance with its answers"}},
      [&app, &state, needs](const Visit& visit) -> Result<QuestionPage> {
        TRY_ASSIGN(const QuestionNo no, visit.number<QuestionNo>("question"));
        return app.engine.read([&] { return page_of_question(state, needs, visit, no); });
      });
}

api::Spec act(std::string id, std::string path, Right right, Text summary) {
  return {std::move(id),
          std::move(path),
          right,
          Scope::Plans,
          std::move(summary),
          {},
          "/huong-dan/{question}",
          "/guidance/{question}",
          {{fields::unit, "unit"},
           {fields::plan, "plan"},
           {fields::task, "task"},
           {fields::text, "text"},
           {fields::anyway, "anyway"},
           {fields::answer, "text"},
           {fields::documents, "documents"}}};
}

}  // namespace

void install_api(App& app, const State& state, Needs needs) {
  install_looks(app, state, needs);
  api_post<QuestionDraft>(
      app,
      act("guidance.ask", "/guidance", Right::ReportTask, {"Hỏi hướng dẫn", "Ask for guidance"}),
      [&state, needs](const Visit&, QuestionDraft body) -> Result<Order> {
        return make_order(state, needs,
                          AskQuestion{body.unit, body.plan, body.task.value_or(TaskNo{}),
                                      std::move(body.text), body.anyway.value_or(false)});
      });
  api_post<AnswerDraft>(app,
                        act("guidance.answer", "/guidance/{question}/answer", Right::Urge,
                            {"Trả lời một câu hỏi hướng dẫn, hoặc sửa câu trả lời",
                             "Answer a question of guidance, or correct the answer"}),
                        [&state, needs](const Visit& visit, AnswerDraft body) -> Result<Order> {
                          TRY_ASSIGN(const QuestionNo no, visit.number<QuestionNo>("question"));
                          return make_order(
                              state, needs,
                              AnswerQuestion{no, body.seen_version, std::move(body.text),
                                             body.documents.value_or(std::vector<std::string>()),
                                             body.seen_same_as.value_or(QuestionNo{})});
                        });
}

}  // namespace lantoa::city::guidance
