// The questions that a unit has to answer.
#include <algorithm>

#include "city/comment/office_view.h"
#include "city/field.h"
#include "city/own_units.h"

namespace lantoa::city::comment {
namespace {

struct ListView {
  static constexpr std::string_view tpl = "src/city/comment/questions.tpl";
  bool has_rows = false;
  std::vector<Card> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (has_rows, rows, pager))

struct AnswerForm {
  FormKeys keys;
  std::string version;
  std::string action;
  Field answer;
};
BOOST_DESCRIBE_STRUCT(AnswerForm, (), (keys, version, action, answer))

// Shown where the form does not hold it: it cannot be changed any more, or somebody else answered
// while this person was writing.
struct RecordedAnswer {
  std::vector<Paragraph> lines;
};
BOOST_DESCRIBE_STRUCT(RecordedAnswer, (), (lines))

struct QuestionView {
  static constexpr std::string_view tpl = "src/city/comment/question.tpl";
  std::vector<Card> cards;  // one
  std::string title;
  std::optional<RecordedAnswer> recorded;
  std::optional<AnswerForm> form;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (), (cards, title, recorded, form))

std::string address_of(CommentNo no) { return "/cau-hoi/" + std::to_string(no.value); }

// Unanswered first, the earliest day on top.
std::vector<CommentNo> to_answer(const Known& known, const Actor& actor) {
  std::vector<CommentNo> out;
  for (std::uint32_t number = 1; number <= known.comments.comments(); ++number) {
    const Comment& comment = known.comments.comment(CommentNo{number});
    if (!comment.erased && may_answer(known, comment, actor)) out.push_back(comment.no);
  }
  std::stable_sort(out.begin(), out.end(), [&](CommentNo a, CommentNo b) {
    const Comment& one = known.comments.comment(a);
    const Comment& other = known.comments.comment(b);
    return std::pair(one.answer.has_value(), one.question->due) <
           std::pair(other.answer.has_value(), other.question->due);
  });
  return out;
}

// What was asked of a unit in whose name the visitor works; of those below it is theirs.
void add_questions(std::vector<App::Duty>& out, const Known& known, Date today,
                   const Visit& visit) {
  const std::vector<UnitNo> own =
      known.organisation.answered_by(own_units(visit.actor, Right::AnswerComments));
  for (const CommentNo no : to_answer(known, visit.actor)) {
    const Comment& comment = known.comments.comment(no);
    if (comment.answer) break;  // those that wait come first
    if (std::find(own.begin(), own.end(), comment.question->unit) == own.end()) continue;
    App::Duty duty;
    duty.left = comment.question->due - today;
    const std::string n = std::to_string(no.value);
    duty.title =
        Text{"Trả lời câu hỏi số " + n + " của bạn đọc", "Answer question " + n}.in(visit.language);
    duty.detail = known.organisation.unit(comment.question->unit).name + " · " +
                  vietnamese(comment.question->due);
    duty.address = address_of(no);
    duty.action = {"Trả lời", "Answer"};
    out.push_back(std::move(duty));
  }
}

Result<http::Response> show_list(App& app, const State& state, const Needs& needs,
                                 const Visit& visit) {
  ListView view;
  std::vector<CommentNo> shown;
  app.engine.read([&] {
    const Known known{state, needs.organisation, needs.workdays, needs.articles};
    const auto all = to_answer(known, visit.actor);
    const auto rows = static_cast<std::uint32_t>(all.size());
    view.pager = make_pager(rows, visit.page(), "/cau-hoi");
    const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
    for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
      shown.push_back(all[i]);
      Card card = card_of(known, state.comment(all[i]), visit, needs.calendar.today());
      card.address = address_of(all[i]);
      view.rows.push_back(std::move(card));
    }
  });
  for (std::size_t i = 0; i < shown.size(); ++i) {
    TRY(fill_texts(app.vault, shown[i], view.rows[i]));
  }
  view.has_rows = !view.rows.empty();
  return app.show(visit, {"Câu hỏi bạn đọc", "Questions"}, view);
}

Result<http::Response> show_one(App& app, const State& state, const Needs& needs,
                                const Visit& visit) {
  TRY_ASSIGN(const CommentNo no, visit.number<CommentNo>("comment"));
  QuestionView view;
  bool answered = false;
  TRY(app.engine.read([&]() -> Result<void> {
    const Known known{state, needs.organisation, needs.workdays, needs.articles};
    TRY_ASSIGN(const Comment* comment, state.find(no));
    if (!may_answer(known, *comment, visit.actor)) {
      return tl::unexpected(not_allowed(Right::AnswerComments));
    }
    view.cards.push_back(card_of(known, *comment, visit, needs.calendar.today()));
    answered = comment->answer.has_value();
    const bool open = !comment->erased && !(comment->answer && comment->answer->is_public);
    if (open) {
      view.form = AnswerForm{
          form_keys(visit), std::to_string(comment->version), address_of(no) + "/tra-loi", {}};
    }
    return {};
  }));
  TRY(fill_texts(app.vault, no, view.cards.front()));
  std::optional<std::string> answer;  // not what another unit had answered before
  if (answered) {
    TRY_ASSIGN(answer, app.vault.open(answer_id(no)));
  }
  if (view.form) view.form->answer = field(visit, fields::answer, answer.value_or(""));
  if (answer && (!view.form || view.form->answer.value != *answer)) {
    view.recorded = RecordedAnswer{paragraphs_of(*answer)};
  }
  view.title = view.cards.front().title;
  return app.show(
      visit, {"Câu hỏi số " + std::to_string(no.value), "Question no. " + std::to_string(no.value)},
      view,
      {{Text{"Câu hỏi bạn đọc", "Questions"}.in(visit.language), "/cau-hoi"},
       {std::to_string(no.value), {}}});
}

}  // namespace

void install_questions(App& app, const State& state, Needs needs) {
  app.duties.push_back([&state, needs](const Visit& visit, std::vector<App::Duty>& out) {
    const Known known{state, needs.organisation, needs.workdays, needs.articles};
    add_questions(out, known, needs.calendar.today(), visit);
  });
  const Page one = [&app, &state, needs](const Visit& visit) {
    return show_one(app, state, needs, visit);
  };
  app.routes.get("/cau-hoi", Right::AnswerComments, [&app, &state, needs](const Visit& visit) {
    return show_list(app, state, needs, visit);
  });
  app.routes.get("/cau-hoi/{comment}", Right::AnswerComments, one);
  app.routes.post(
      "/cau-hoi/{comment}/tra-loi", Right::AnswerComments,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const CommentNo no, visit.number<CommentNo>("comment"));
        return make_order(state, needs,
                          AnswerQuestion{no, visit.typed_number("ban"),
                                         std::string(visit.typed(fields::answer))});
      },
      one);
}

}  // namespace lantoa::city::comment
