// Writing a comment: the form under an article, and what its writer is told once.
#include "city/comment/comment.h"
#include "city/field.h"
#include "city/senders.h"

namespace lantoa::city::comment {
namespace {

constexpr std::size_t comments_of_sender_max = 20;  // within the window of Senders
// Seen and reached by programs only.
constexpr const char* trap_field = "trang-web";
constexpr const char* token_field = "phieu";
constexpr const char* solution_field = "loi-giai";
constexpr const char* answer_field = "ma-xac-nhan";

struct FormView {
  static constexpr std::string_view tpl = "src/city/comment/form.tpl";
  FormKeys keys;
  std::string action;
  std::string article;
  std::string article_title;
  std::string article_address;
  Field name;
  Field phone;
  Field title;
  Field text;
  bool consent = false;
  std::optional<std::string> consent_error;
  std::string token;
  std::string salt, challenge, signature, number_max;
  Text question;
  std::optional<std::string> question_error;
  std::string kept_days;
};
BOOST_DESCRIBE_STRUCT(FormView, (),
                      (keys, action, article, article_title, article_address, name, phone, title,
                       text, consent, consent_error, token, salt, challenge, signature, number_max,
                       question, question_error, kept_days))

struct ReceivedView {
  static constexpr std::string_view tpl = "src/city/comment/received.tpl";
  std::string code;
  std::string follow;
  std::string article_title;
  std::string article_address;
};
BOOST_DESCRIBE_STRUCT(ReceivedView, (), (code, follow, article_title, article_address))

struct ArticleSeen {
  std::string title;
  std::string address;
};

Result<ArticleSeen> public_article(App& app, const Needs& needs, ArticleNo no) {
  return app.engine.read([&]() -> Result<ArticleSeen> {
    if (!needs.articles.has(no) || !needs.articles.article(no).is_public()) {
      return problem(Code::NotFound,
                     {"Bài viết này không còn trên cổng nên không nhận ý kiến.",
                      "This article is not on the portal, so it takes no comments."});
    }
    const content::Article& article = needs.articles.article(no);
    return ArticleSeen{article.shown().title, content::public_address(article)};
  });
}

// Who corrects what he sent, or only presses once more, has taken his time already.
Instant begun(const Visit& visit, Instant now) {
  return visit.failure == nullptr ? now : Instant{now.ms - form_age_ms_min};
}

Result<http::Response> show_form(App& app, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
  TRY_ASSIGN(const ArticleSeen article, public_article(app, needs, no));
  const Guard guard(app.vault);
  FormView view;
  view.keys = form_keys(visit);
  view.article = std::to_string(no.value);
  view.action = "/bai/" + view.article + "/gop-y";
  view.article_title = article.title;
  view.article_address = article.address;
  view.name = field(visit, fields::name);
  view.phone = field(visit, fields::phone);
  view.title = field(visit, fields::title);
  view.text = field(visit, fields::text);
  view.consent = visit.typed(fields::consent) == "1";
  view.consent_error = field(visit, fields::consent).error;
  view.question_error = field(visit, answer_field).error;
  view.token = guard.write(
      {no, begun(visit, needs.clock.now()), crypto::base64url(app.random.bytes(form_nonce_bytes))});
  Guard::Puzzle puzzle = guard.puzzle_of(view.token);
  view.salt = std::move(puzzle.salt);
  view.challenge = std::move(puzzle.challenge);
  view.signature = std::move(puzzle.signature);
  view.number_max = std::to_string(puzzle_number_max);
  view.question = guard.question_of(view.token);
  view.kept_days = std::to_string(kept_days);
  http::Response response =
      app.show(visit, {"Gửi ý kiến", "Write a comment"}, view,
               below_home(visit.language, {App::named(article.title, article.address)}),
               PageHead{.unlisted = true});
  // The form is for one sender and for two hours.
  if (visit.actor.kind == Actor::Kind::Nobody) response.with("Cache-Control", "no-store");
  return response;
}

Result<void> check_trap(const Visit& visit) {
  if (visit.typed(trap_field).empty()) return {};
  return problem(
      Code::Invalid,
      {"Ô “Trang web” phải để trống; có thể trình duyệt đã tự điền. Hãy xóa ô đó rồi gửi "
       "lại; những gì bạn viết vẫn còn ở đây.",
       "The field “Web site” has to stay empty; perhaps the browser filled it. Clear it "
       "and send again; what you wrote is still here."});
}

Result<Order> send(App& app, const State& state, const Needs& needs, const Visit& visit,
                   const std::function<Result<void>(Instant)>& admit) {
  TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
  const Guard guard(app.vault);
  const Instant now = needs.clock.now();
  const std::string token(visit.typed(token_field));
  TRY(check_trap(visit));
  TRY_ASSIGN(const FormToken read, guard.check(token, no, now));
  SendComment command;
  const std::string_view solution = visit.typed(solution_field);
  if (solution.empty()) {
    TRY(guard.check_answer(token, visit.typed(answer_field)));
    command.way = Way::Question;
  } else {
    TRY(guard.check_solution(token, solution));
  }
  TRY(admit(now));
  command.article = no;
  command.name = visit.typed(fields::name);
  command.phone = visit.typed(fields::phone);
  command.title = visit.typed(fields::title);
  command.text = visit.typed(fields::text);
  command.consent = visit.typed(fields::consent) == "1";
  command.code = code_digest(tidy_code(guard.code_of(read)));
  command.form = form_digest(read);
  command.print = print_of(app.vault, command.name, command.title, command.text);
  command.answer = "/gop-y/da-nhan?phieu=" + token;
  Order order = make_order(state, needs, std::move(command));
  return order;
}

// What the writer is told once: the code that nobody else has.
Result<http::Response> show_received(App& app, const State& state, const Needs& needs,
                                     const Visit& visit) {
  const Guard guard(app.vault);
  TRY_ASSIGN(const FormToken token, guard.read(visit.query(token_field)));
  const std::int64_t age_ms = needs.clock.now().ms - token.issued.ms;
  const bool is_kept = app.engine.read([&] {
    const CommentNo no = state.by_form(form_digest(token));
    return no && !state.comment(no).erased;
  });
  if (!is_kept || age_ms > form_age_ms_max) {
    return problem(
        Code::NotFound,
        {"Trang này chỉ hiện mã trong hai giờ sau khi mở biểu mẫu. Nếu đã ghi lại mã, hãy nhập "
         "mã ở trang “Theo dõi ý kiến” (/gop-y).",
         "This page shows the code for two hours after the form was opened. If you noted the code, "
         "enter it on the page “Follow a comment” (/gop-y)."});
  }
  ReceivedView view;
  view.code = guard.code_of(token);
  view.follow = "/gop-y/" + tidy_code(view.code);
  if (const auto article = public_article(app, needs, token.article)) {
    view.article_title = article->title;
    view.article_address = article->address;
  }
  http::Response response =
      app.show(visit, {"Đã nhận ý kiến", "Comment received"}, view, {}, PageHead{.unlisted = true});
  if (visit.actor.kind == Actor::Kind::Nobody) response.with("Cache-Control", "no-store");
  return response;
}

}  // namespace

void install_form(App& app, const State& state, Needs needs) {
  const Page form = [&app, needs](const Visit& visit) { return show_form(app, needs, visit); };
  app.routes.get("/bai/{article}/gop-y", Right::Public, form, Share::Challenges);
  const auto senders = std::make_shared<Senders>(
      comments_of_sender_max,
      Text{"Từ mạng của bạn đã có nhiều ý kiến được gửi trong giờ này. Những gì bạn viết vẫn còn ở "
           "đây; hãy gửi lại sau một giờ.",
           "Many comments came from your network within this hour. What you wrote is still here; "
           "send it again in an hour."});
  app.routes.post(
      "/bai/{article}/gop-y", Right::Public,
      [&app, &state, needs, senders](const Visit& visit) {
        return send(app, state, needs, visit,
                    [&](Instant now) { return senders->admit(visit.request.peer, now); });
      },
      form);
  app.routes.get("/gop-y/da-nhan", Right::Public, [&app, &state, needs](const Visit& visit) {
    return show_received(app, state, needs, visit);
  });
}

}  // namespace lantoa::city::comment
