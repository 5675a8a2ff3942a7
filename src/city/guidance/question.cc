// One question with its answer, the answers before that, and what the visitor may do with it.
#include <algorithm>
#include <tuple>

#include "city/guidance/shown.h"
#include "city/opening.h"
#include "city/paragraph.h"

namespace lantoa::city::guidance {
namespace {

// Hidden in each form.
constexpr const char* version_seen = "ban";
constexpr const char* same_as_seen = "dang-gop";

struct DocumentRow {
  std::string address;
  std::string name;
  std::string title;
  std::string mark;
  Text effect;
};
BOOST_DESCRIBE_STRUCT(DocumentRow, (), (address, name, title, mark, effect))

struct AnswerPart {
  std::string on;
  std::vector<Paragraph> lines;
  bool has_documents = false;
  std::vector<DocumentRow> documents;
};
BOOST_DESCRIBE_STRUCT(AnswerPart, (), (on, lines, has_documents, documents))

struct TaskLine {
  std::string address;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(TaskLine, (), (address, what))

struct WithdrawnPart {
  std::string on;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(WithdrawnPart, (), (on, why))

// The question whose answer is this one's, too.
struct OtherPart {
  std::string address;
  std::string number;
  std::vector<Paragraph> others_words;
};
BOOST_DESCRIBE_STRUCT(OtherPart, (), (address, number, others_words))

struct JoinedRow {
  std::string address;
  std::string number;
  std::string unit;
  std::string asked;  // how it begins
};
BOOST_DESCRIBE_STRUCT(JoinedRow, (), (address, number, unit, asked))

// What the visitor sees, so that nothing is sent against what he did not see.
struct Seen {
  std::string version;    // of the present answer; 0: there is none
  std::string joined_to;  // the number of that question; 0: none
};
BOOST_DESCRIBE_STRUCT(Seen, (), (version, joined_to))

struct AnswerForm {
  FormKeys keys;
  std::string action;
  Seen seen;
  bool corrects = false;
  bool unfolded = false;  // it was sent and failed
  Field reply, rests_on;
};
BOOST_DESCRIBE_STRUCT(AnswerForm, (), (keys, action, seen, corrects, unfolded, reply, rests_on))

struct JoinForm {
  FormKeys keys;
  std::string action;
  Seen seen;
  bool unfolded = false;
  bool has_similar = false;
  std::vector<SimilarRow> similar;
  Field same_as;
};
BOOST_DESCRIBE_STRUCT(JoinForm, (), (keys, action, seen, unfolded, has_similar, similar, same_as))

struct WithdrawForm {
  FormKeys keys;
  std::string action;
  Seen seen;
  bool unfolded = false;
  Field reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawForm, (), (keys, action, seen, unfolded, reason))

struct QuestionView {
  static constexpr std::string_view tpl = "src/city/guidance/question.tpl";
  std::string number;
  std::string plan, plan_address;
  std::string unit;
  std::optional<TaskLine> task;
  std::string asked_on;
  Text state;
  std::string mark;
  std::vector<Paragraph> asks;
  std::optional<WithdrawnPart> withdrawn;
  std::optional<OtherPart> other;
  std::optional<AnswerPart> answer;
  bool has_earlier = false;
  std::vector<AnswerPart> earlier;  // the newest first
  bool has_joined = false;
  std::vector<JoinedRow> joined;
  Pager pager;  // of those
  std::optional<AnswerForm> answer_form;
  std::optional<JoinForm> join_form;
  std::optional<WithdrawForm> withdraw_form;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (),
                      (number, plan, plan_address, unit, task, asked_on, state, mark, asks,
                       withdrawn, other, answer, has_earlier, earlier, has_joined, joined, pager,
                       answer_form, join_form, withdraw_form))

AnswerPart answer_part(const Answer& answer, const Needs& needs) {
  AnswerPart out;
  out.on = vietnamese(vietnam_date(answer.at));
  out.lines = paragraphs_of(answer.text);
  for (const law::Cited& cited : needs.law.cited(answer.documents, needs.calendar.today())) {
    out.documents.push_back({cited.address, cited.name, cited.title,
                             std::string(law::mark(cited.effect)), cited.sentence});
  }
  out.has_documents = !out.documents.empty();
  return out;
}

// "97/2019/QH14, 32/2021/NĐ-CP"
std::string numbers_of(const law::State& law, const std::vector<DocumentNo>& documents) {
  std::string out;
  for (const DocumentNo no : documents) {
    if (law.has(no)) out += (out.empty() ? "" : ", ") + law.document(no).number;
  }
  return out;
}

bool has_failed(const Visit& visit, const std::string& action) {
  return visit.failure != nullptr && visit.request.path == action;
}

// Of a page with several forms: what another of them was sent fills nothing of this one.
Field field_of(const Visit& visit, const std::string& action, std::string_view name,
               std::string value = {}) {
  if (visit.request.path != action) return {std::move(value), {}};
  return field(visit, name, std::move(value));
}

Seen seen_of(const Question& one) {
  return {std::to_string(one.answers.size()), std::to_string(one.same_as.value)};
}

AnswerForm answer_form(const Question& one, const Needs& needs, const Visit& visit) {
  AnswerForm form;
  form.keys = form_keys(visit);
  form.action = address_of(one.no) + "/tra-loi";
  form.seen = seen_of(one);
  form.corrects = one.is_answered();
  form.unfolded = has_failed(visit, form.action);
  const Answer present = one.is_answered() ? one.answers.back() : Answer{};
  form.reply = field_of(visit, form.action, fields::answer, present.text);
  form.rests_on =
      field_of(visit, form.action, fields::documents, numbers_of(needs.law, present.documents));
  return form;
}

JoinForm join_form(const State& state, const Question& one, const Visit& visit) {
  JoinForm form;
  form.keys = form_keys(visit);
  form.action = address_of(one.no) + "/gop";
  form.seen = seen_of(one);
  form.unfolded = has_failed(visit, form.action);
  form.similar = similar_rows(state, one.plan, one.text);
  form.has_similar = !form.similar.empty();
  form.same_as = field_of(visit, form.action, fields::same_as);
  return form;
}

WithdrawForm withdraw_form(const Question& one, const Visit& visit) {
  WithdrawForm form;
  form.keys = form_keys(visit);
  form.action = address_of(one.no) + "/rut";
  form.seen = seen_of(one);
  form.unfolded = has_failed(visit, form.action);
  form.reason = field_of(visit, form.action, fields::reason);
  return form;
}

void fill_forms(QuestionView& view, const Known& known, const Needs& needs, const Visit& visit,
                const Question& one) {
  if (one.withdrawn) return;
  const bool answers = may_answer(known, one, visit.actor);
  if (answers) view.answer_form = answer_form(one, needs, visit);
  if (answers && !one.is_answered()) view.join_form = join_form(known.guidance, one, visit);
  const bool may_withdraw =
      answers ? one.joined.empty() : one.is_open() && is_asker(known, one, visit.actor);
  if (may_withdraw) view.withdraw_form = withdraw_form(one, visit);
}

void fill_answers(QuestionView& view, const Known& known, const Needs& needs, const Question& one) {
  const Question& answered = one.same_as ? known.guidance.question(one.same_as) : one;
  if (one.same_as) {
    view.other = OtherPart{address_of(answered.no), std::to_string(answered.no.value),
                           paragraphs_of(answered.text)};
  }
  for (auto answer = answered.answers.rbegin(); answer != answered.answers.rend(); ++answer) {
    if (!view.answer) {
      view.answer = answer_part(*answer, needs);
    } else {
      view.earlier.push_back(answer_part(*answer, needs));
    }
  }
  view.has_earlier = !view.earlier.empty();
}

void fill_joined(QuestionView& view, const Known& known, const Visit& visit, const Question& one) {
  const auto rows = static_cast<std::uint32_t>(one.joined.size());
  view.pager = make_pager(rows, visit.page(), address_of(one.no));
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    const Question& same = known.guidance.question(one.joined[i]);
    view.joined.push_back({address_of(same.no), std::to_string(same.no.value),
                           known.organisation.unit(same.unit).name,
                           opening_of(same.text, question_characters_shown)});
  }
  view.has_joined = !view.joined.empty();
}

Result<QuestionView> look_at(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const QuestionNo no, visit.number<QuestionNo>("question"));
  TRY_ASSIGN(const Question* one, state.find(no));
  const Known known = known_of(state, needs);
  TRY(require_sight(known, *one, visit.actor));
  QuestionView view;
  view.number = std::to_string(no.value);
  view.plan = needs.plans.plan(one->plan).number;
  view.plan_address = "/ke-hoach/" + std::to_string(one->plan.value);
  view.unit = needs.organisation.unit(one->unit).name;
  if (one->task) {
    view.task = TaskLine{view.plan_address + "/nhiem-vu/" + std::to_string(one->task.value),
                         needs.plans.task(one->task).what};
  }
  view.asked_on = vietnamese(vietnam_date(one->asked));
  std::tie(view.state, view.mark) = standing_of(*one, needs.calendar.today());
  view.asks = paragraphs_of(one->text);
  if (one->withdrawn) {
    view.withdrawn =
        WithdrawnPart{vietnamese(vietnam_date(one->withdrawn->at)), one->withdrawn->reason};
  }
  fill_answers(view, known, needs, *one);
  fill_joined(view, known, visit, *one);
  fill_forms(view, known, needs, visit, *one);
  return view;
}

// Numbers with commas, semicolons or line ends between.
std::vector<std::string> numbers_in(std::string_view typed) {
  std::vector<std::string> out;
  while (!typed.empty()) {
    const std::size_t end = std::min(typed.find_first_of(",;\n"), typed.size());
    std::string one = one_line(typed.substr(0, end));
    if (!one.empty()) out.push_back(std::move(one));
    typed.remove_prefix(std::min(end + 1, typed.size()));
  }
  return out;
}

QuestionNo joined_seen(const Visit& visit) { return QuestionNo{visit.typed_number(same_as_seen)}; }

void install_forms(App& app, const State& state, const Needs& needs, const Page& page) {
  app.routes.post(
      "/huong-dan/{question}/tra-loi", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const QuestionNo no, visit.number<QuestionNo>("question"));
        return make_order(
            state, needs,
            AnswerQuestion{no, visit.typed_number(version_seen),
                           std::string(visit.typed(fields::answer)),
                           numbers_in(visit.typed(fields::documents)), joined_seen(visit)});
      },
      page);
  app.routes.post(
      "/huong-dan/{question}/gop", Right::Urge,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const QuestionNo no, visit.number<QuestionNo>("question"));
        return make_order(state, needs,
                          JoinQuestion{no, QuestionNo{visit.typed_number(fields::same_as)},
                                       visit.typed_number(version_seen), joined_seen(visit)});
      },
      page);
  // Whoever answers reports for units, too: decide says who may withdraw this one.
  app.routes.post(
      "/huong-dan/{question}/rut", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const QuestionNo no, visit.number<QuestionNo>("question"));
        return make_order(state, needs,
                          WithdrawQuestion{no, std::string(visit.typed(fields::reason)),
                                           visit.typed_number(version_seen), joined_seen(visit)});
      },
      page);
}

}  // namespace

void install_question(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const QuestionView view,
               app.engine.read([&] { return look_at(state, needs, visit); }));
    const Text guidance{"Hướng dẫn", "Guidance"};
    const Text question{"Câu hỏi số " + view.number, "Question " + view.number};
    return app.show(
        visit, question, view,
        {{guidance.in(visit.language), "/huong-dan"}, {question.in(visit.language), {}}});
  };
  app.routes.get("/huong-dan/{question}", Right::Work, page);
  install_forms(app, state, needs, page);
}

}  // namespace lantoa::city::guidance
