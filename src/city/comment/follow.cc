// What its writer sees of a comment by its code, and erasing it.
#include "city/comment/comment.h"
#include "city/field.h"

namespace lantoa::city::comment {
namespace {

struct EnterView {
  static constexpr std::string_view tpl = "src/city/comment/enter.tpl";
  std::string code;
  std::optional<std::string> error;
};
BOOST_DESCRIBE_STRUCT(EnterView, (), (code, error))

struct RefusedPart {
  Text reason;
  std::vector<Paragraph> note;
};
BOOST_DESCRIBE_STRUCT(RefusedPart, (), (reason, note))

struct AskedPart {
  std::string unit;
  std::string due;
};
BOOST_DESCRIBE_STRUCT(AskedPart, (), (unit, due))

struct AnswerPart {
  std::string unit;
  std::string at;
  std::vector<Paragraph> words;
};
BOOST_DESCRIBE_STRUCT(AnswerPart, (), (unit, at, words))

struct FollowView {
  static constexpr std::string_view tpl = "src/city/comment/follow.tpl";
  FormKeys keys;
  std::string code;
  std::string received;
  Text stage;
  std::string mark;
  Text next;
  std::string name, title;
  std::vector<Paragraph> text;
  std::optional<RefusedPart> refused;
  std::optional<AskedPart> asked;
  std::optional<AnswerPart> answer;
  std::optional<std::string> article;  // address, where it can be read
  std::string article_title;
};
BOOST_DESCRIBE_STRUCT(FollowView, (),
                      (keys, code, received, stage, mark, next, name, title, text, refused, asked,
                       answer, article, article_title))

// What a moderator calls suspicious is only waiting to its writer.
Text stage_of(Queue queue) {
  switch (queue) {
    case Queue::New:
    case Queue::Suspicious:
      return {"Đã nhận, chờ duyệt", "Received, to be read"};
    case Queue::Waiting:
      return {"Đã chuyển, chờ trả lời", "Handed on, waiting for an answer"};
    case Queue::Answered:
      return {"Đã trả lời, chờ đăng", "Answered, to be published"};
    default:
      return title(queue);
  }
}

Text next_of(const Comment& comment) {
  switch (comment.queue()) {
    case Queue::New:
    case Queue::Suspicious:
      return {
          "Một người của cơ quan sẽ đọc rồi đăng, chuyển để trả lời, hoặc nói rõ lý do không "
          "đăng.",
          "A person of the office will read it and publish it, hand it on to be answered, or "
          "say why it is refused."};
    case Queue::Waiting:
      return {"Đơn vị dưới đây phải trả lời chậm nhất vào ngày ghi bên cạnh.",
              "The unit below has to answer by the day beside it."};
    case Queue::Answered:
      return {"Câu trả lời đang chờ một người thứ hai đọc và đăng.",
              "The answer waits for a second person to read and publish it."};
    case Queue::Published:
      return {"Ý kiến đang hiện dưới bài viết.", "It stands under the article."};
    case Queue::Refused:
      return {"Ý kiến không được đăng; lý do ở dưới. Nếu cần, bạn có thể viết lại.",
              "It is not published; the reason is below. You may write it again."};
    case Queue::Erased:
      return {};
  }
  return {};
}

struct Found {
  Comment comment;
  FollowView view;
};

tl::unexpected<Problem> no_such_code() {
  return problem(Code::NotFound,
                 {"Không có ý kiến nào với mã này. Hãy kiểm tra lại 16 ký tự của mã; nếu ý kiến đã "
                  "được xóa thì mã không còn dùng được.",
                  "There is no comment with this code. Check its 16 characters; the code of an "
                  "erased comment leads nowhere."},
                 "ma");
}

Result<Found> look_at(const State& state, const Needs& needs, const std::string& code) {
  const CommentNo no = state.by_code(code_digest(code));
  if (code.empty() || !no || state.comment(no).erased) return no_such_code();
  Found found{state.comment(no), {}};
  const Comment& comment = found.comment;
  FollowView& view = found.view;
  view.code = code;
  view.received = vietnamese(comment.received);
  view.stage = stage_of(comment.queue());
  view.mark = comment.queue() == Queue::Suspicious ? mark_of(Queue::New) : mark_of(comment.queue());
  view.next = next_of(comment);
  if (comment.refusal) view.refused = RefusedPart{title(comment.refusal->reason), {}};
  if (comment.question && !comment.answer) {
    view.asked = AskedPart{needs.organisation.unit(comment.question->unit).name,
                           vietnamese(comment.question->due)};
  }
  if (comment.answer && comment.answer->is_public) {
    view.answer = AnswerPart{
        needs.organisation.unit(comment.answer->unit).name, vietnamese(comment.answer->at), {}};
  }
  const content::Article& article = needs.articles.article(comment.article);
  if (article.is_public()) {
    view.article = content::public_address(article);
    view.article_title = article.shown().title;
  }
  return found;
}

Result<void> fill_texts(App& app, Found& found) {
  const CommentNo no = found.comment.no;
  TRY_ASSIGN(const auto record, read_record(app.vault, no));
  if (!record) return no_such_code();
  found.view.name = record->name;
  found.view.title = record->title;
  found.view.text = paragraphs_of(record->text);
  if (found.view.refused && found.comment.refusal->has_note) {
    TRY_ASSIGN(const auto note, app.vault.open(note_id(no)));
    if (note) found.view.refused->note = paragraphs_of(*note);
  }
  if (found.view.answer) {
    TRY_ASSIGN(const auto answer, app.vault.open(answer_id(no)));
    if (answer) found.view.answer->words = paragraphs_of(*answer);
  }
  return {};
}

// Nobody's page but the writer's: kept by no cache, named to no other site.
http::Response for_the_writer(const Visit& visit, http::Response response) {
  if (visit.actor.kind == Actor::Kind::Nobody) response.with("Cache-Control", "no-store");
  return response;
}

Result<http::Response> show_enter(App& app, const Visit& visit, std::string typed, bool wrong) {
  EnterView view{std::move(typed), {}};
  if (wrong) view.error = no_such_code().value().text.in(visit.language);
  http::Response response =
      app.show(visit, {"Theo dõi ý kiến", "Follow a comment"}, view,
               below_home(visit.language,
                          {{Text{"Theo dõi ý kiến", "Follow a comment"}.in(visit.language), {}}}),
               PageHead{.unlisted = true});
  if (wrong) response.status = 404;
  return for_the_writer(visit, std::move(response));
}

Result<http::Response> show_follow(App& app, const State& state, const Needs& needs,
                                   const Visit& visit) {
  const std::string typed = visit.segments.find("code")->second;
  auto found = app.engine.read([&] { return look_at(state, needs, tidy_code(typed)); });
  if (found) {
    if (auto filled = fill_texts(app, *found); !filled) {
      if (filled.error().code != Code::NotFound) return tl::unexpected(filled.error());
      found = tl::unexpected(filled.error());
    }
  }
  if (!found) return show_enter(app, visit, typed, true);
  found->view.keys = form_keys(visit);
  return for_the_writer(visit, app.show(visit, {"Ý kiến của bạn", "Your comment"}, found->view, {},
                                        PageHead{.unlisted = true}));
}

}  // namespace

void install_follow(App& app, const State& state, Needs needs) {
  app.routes.get("/gop-y", Right::Public, [&app](const Visit& visit) -> Result<http::Response> {
    const std::string typed = visit.query("ma");
    if (typed.empty()) return show_enter(app, visit, "", false);
    const std::string code = tidy_code(typed);
    if (code.empty()) return show_enter(app, visit, typed, true);
    return http::see_other("/gop-y/" + code);
  });
  app.routes.get("/gop-y/{code}", Right::Public, [&app, &state, needs](const Visit& visit) {
    return show_follow(app, state, needs, visit);
  });
  app.routes.post("/gop-y/xoa", Right::Public,
                  [&state, needs](const Visit& visit) -> Result<Order> {
                    const std::string code = tidy_code(visit.typed("ma"));
                    Order order = make_order(state, needs, Erase{code_digest(code)});
                    return order;
                  });
}

}  // namespace lantoa::city::comment
