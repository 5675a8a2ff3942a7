#include "city/rating/decide.h"

#include "city/control_characters.h"
#include "city/faults.h"
#include "city/rating/erasures.h"
#include "viet/spam.h"

namespace lantoa::city::rating {
namespace {

void check_words(Faults& faults, const RateArticle& command, std::string_view words) {
  // As typed: tidied, such characters are spaces.
  if (has_control_characters(command.words, true) || viet::is_old_font_text(words)) {
    faults.add(fields::words,
               {"Chữ này có ký tự không đọc được trên trang (thường do dán từ phần mềm khác hoặc "
                "bảng mã cũ). Hãy xóa và gõ lại bằng Unicode.",
                "There are characters that pages cannot show, often from pasting or of an old "
                "code. Delete them and type them again in Unicode."});
    return;
  }
  faults.limit(fields::words, words, words_characters_max);
  if (command.reason == Reason::Other && words.empty()) {
    faults.add(fields::words, {"Hãy viết vài lời về lý do khác, hoặc chọn một lý do có sẵn.",
                               "Write a few words on the other reason, or choose a given one."});
  }
}

Result<void> check_room(const State& ratings, ArticleNo article, Instant now) {
  if (ratings.lately(now) < ratings_an_hour_max &&
      ratings.lately(now, article) < ratings_an_hour_of_article_max) {
    return {};
  }
  return problem(Code::TooOften,
                 {"Trong giờ này đã có quá nhiều đánh giá được gửi. Hãy gửi lại sau một giờ.",
                  "Too many ratings came in within this hour. Send it again in an hour."});
}

}  // namespace

Result<const content::Article*> rateable(const content::State& articles, ArticleNo no) {
  if (articles.has(no) && articles.article(no).is_public()) return &articles.article(no);
  return problem(Code::NotFound, {"Bài viết này không còn trên cổng nên không nhận đánh giá.",
                                  "This article is not on the portal, so it takes no ratings."});
}

Decided decide(const Known& known, const RateArticle& command, const Envelope& envelope) {
  TRY(rateable(known.articles, command.article));
  Faults faults;
  if (!command.helpful) {
    faults.add(fields::helpful, {"Hãy chọn Có hoặc Không.", "Choose Yes or No."});
  }
  // Who was helped is not asked why, so nothing of that is kept.
  const bool is_asked = command.helpful == false;
  const std::string words = is_asked ? one_line(command.words) : std::string();
  if (is_asked) check_words(faults, command, words);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  TRY(check_room(known.ratings, command.article, envelope.at));
  const RatingNo no{known.ratings.ratings() + 1};
  ArticleRated fact{no, command.article, *command.helpful, {}, !words.empty()};
  if (is_asked)
    fact.reason = words.empty() ? command.reason : command.reason.value_or(Reason::Other);
  ledger::Decision decision;
  decision.add(words_id(no), fact);
  if (!words.empty()) decision.secrets.push_back({words_id(no), words, {}});
  decision.answer = thanks_address(command.article);
  return decision;
}

Decided decide(const Known& known, const KeepTerms&, const Envelope& envelope) {
  if (!envelope.actor.is_system()) return tl::unexpected(not_allowed(Right::Work));
  ledger::Decision decision;
  WordsErased fact{{known.ratings.words_before(envelope.today - kept_days)}};
  if (fact.ratings.numbers.empty()) return decision;
  decision.erasures = erased_by(fact);
  decision.add("rating", fact);
  return decision;
}

std::string form_address(ArticleNo article) {
  return "/bai/" + std::to_string(article.value) + "/danh-gia";
}

std::string thanks_address(ArticleNo article) { return form_address(article) + "/cam-on"; }

}  // namespace lantoa::city::rating
