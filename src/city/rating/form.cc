// Rating an article: the small page that the two buttons under it lead to, and thanks.
#include "city/field.h"
#include "city/form_token.h"
#include "city/rating/rating.h"
#include "city/senders.h"

namespace lantoa::city::rating {
namespace {

// A school or an office that is asked to read one article stands behind one address.
constexpr std::size_t ratings_of_sender_max = 200;  // within the window of Senders
constexpr std::string_view yes_code = "co";
constexpr std::string_view no_code = "khong";

struct ReasonRow {
  std::string code;
  Text label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(ReasonRow, (), (code, label, chosen))

struct FormView {
  static constexpr std::string_view tpl = "src/city/rating/form.tpl";
  FormKeys keys;
  std::string action;
  std::string article_title;
  std::string article_address;
  bool is_chosen = false;
  bool helpful = false;
  std::vector<ReasonRow> reasons;
  Field words;
  std::string words_max;
  std::string kept_days;
  std::string shown_min;
};
BOOST_DESCRIBE_STRUCT(FormView, (),
                      (keys, action, article_title, article_address, is_chosen, helpful, reasons,
                       words, words_max, kept_days, shown_min))

struct ThanksView {
  static constexpr std::string_view tpl = "src/city/rating/thanks.tpl";
  std::string article_address;
  std::string comment;
};
BOOST_DESCRIBE_STRUCT(ThanksView, (), (article_address, comment))

struct ArticleSeen {
  ArticleNo no;
  std::string title;
  std::string address;
};

Result<ArticleSeen> rated_article(App& app, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const ArticleNo number, visit.number<ArticleNo>("article"));
  return app.engine.read([&]() -> Result<ArticleSeen> {
    TRY_ASSIGN(const content::Article* article, rateable(needs.articles, number));
    return ArticleSeen{number, article->shown().title, content::public_address(*article)};
  });
}

std::optional<bool> helpful_from(std::string_view code) {
  if (code == yes_code) return true;
  if (code == no_code) return false;
  return std::nullopt;
}

std::optional<Reason> reason_from(std::string_view code) {
  for (const ReasonCode& one : reason_codes) {
    if (code == one.code) return one.reason;
  }
  return std::nullopt;
}

Result<void> check_form(const App& app, std::string_view key, ArticleNo article, Instant now) {
  const auto token = read_form_token(app.vault, form_name, key);
  if (!token || token->article != article) {
    return problem(Code::Invalid,
                   {"Biểu mẫu này không phải của bài viết này. Hãy xem lại rồi gửi lần nữa.",
                    "This form is not of this article. Look at it and send it once more."});
  }
  if (now.ms - token->issued.ms > form_age_ms_max) {
    return problem(Code::Invalid,
                   {"Biểu mẫu đã mở quá hai giờ nên hết hạn. Hãy bấm gửi lần nữa.",
                    "The form had been open for more than two hours. Press send once more."});
  }
  return {};
}

Result<http::Response> show_form(App& app, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const ArticleSeen article, rated_article(app, needs, visit));
  const bool again = visit.failure != nullptr;
  const std::string typed(visit.typed(fields::helpful));
  const auto helpful = helpful_from(again ? typed : visit.query(fields::helpful));
  FormView view;
  view.keys = form_keys(visit);
  // Where it is not known whether the rating was saved, the key is the one that was sent (site.cc).
  const bool perhaps_saved = again && visit.failure->code == Code::Unavailable;
  if (!perhaps_saved) {
    const std::string nonce = crypto::base64url(app.random.bytes(form_nonce_bytes));
    view.keys.key = write_form_token(app.vault, form_name, {article.no, needs.clock.now(), nonce});
  }
  view.action = form_address(article.no);
  view.article_title = article.title;
  view.article_address = article.address;
  view.is_chosen = helpful.has_value();
  view.helpful = helpful.value_or(false);
  for (const ReasonCode& one : reason_codes) {
    view.reasons.push_back({one.code, title(one.reason), visit.typed(fields::reason) == one.code});
  }
  view.words = field(visit, fields::words);
  view.words_max = std::to_string(words_characters_max);
  view.kept_days = std::to_string(kept_days);
  view.shown_min = std::to_string(ratings_shown_min);
  http::Response response =
      app.show(visit, {"Đánh giá bài viết", "Rate this article"}, view,
               below_home(visit.language, {App::named(article.title, article.address)}),
               PageHead{.unlisted = true});
  // The form is for one reader and for two hours.
  if (visit.actor.kind == Actor::Kind::Nobody) response.with("Cache-Control", "no-store");
  return response;
}

Result<Order> rate(App& app, const State& state, const Needs& needs, const Visit& visit,
                   Senders& senders) {
  TRY_ASSIGN(const ArticleNo article, visit.number<ArticleNo>("article"));
  const Instant now = needs.clock.now();
  TRY(check_form(app, visit.typed("khoa"), article, now));
  TRY(senders.admit(visit.request.peer, now));
  RateArticle command;
  command.article = article;
  command.helpful = helpful_from(visit.typed(fields::helpful));
  command.reason = reason_from(visit.typed(fields::reason));
  command.words = visit.typed(fields::words);
  return make_order(state, needs, std::move(command));
}

Result<http::Response> show_thanks(App& app, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const ArticleSeen article, rated_article(app, needs, visit));
  const ThanksView view{article.address, "/bai/" + std::to_string(article.no.value) + "/gop-y"};
  return app.show(visit, {"Đã ghi đánh giá", "Your rating is counted"}, view,
                  below_home(visit.language, {App::named(article.title, article.address)}),
                  PageHead{.unlisted = true});
}

}  // namespace

void install_form(App& app, const State& state, Needs needs) {
  const Page form = [&app, needs](const Visit& visit) { return show_form(app, needs, visit); };
  app.routes.get("/bai/{article}/danh-gia", Right::Public, form);
  const auto senders = std::make_shared<Senders>(
      ratings_of_sender_max,
      Text{"Từ mạng của bạn đã có nhiều đánh giá được gửi trong giờ này. Hãy gửi lại sau một giờ.",
           "Many ratings came from your network within this hour. Send it again in an hour."});
  app.routes.post(
      "/bai/{article}/danh-gia", Right::Public,
      [&app, &state, needs, senders](const Visit& visit) {
        return rate(app, state, needs, visit, *senders);
      },
      form);
  app.routes.get("/bai/{article}/danh-gia/cam-on", Right::Public,
                 [&app, needs](const Visit& visit) { return show_thanks(app, needs, visit); });
}

}  // namespace lantoa::city::rating
