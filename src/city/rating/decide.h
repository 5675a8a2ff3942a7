// Rules of ratings: anybody may rate what is public; why it did not help is asked, never demanded.
#pragma once

#include <string>

#include "city/actor.h"
#include "city/content/state.h"
#include "city/rating/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::rating {

constexpr std::size_t words_characters_max = 300;

// More than readers give by hand; a flood ends here, whichever networks it comes from.
constexpr std::size_t ratings_an_hour_max = 3'000;
constexpr std::size_t ratings_an_hour_of_article_max = 600;

// How long words are kept, from the day they were written. The form and /quyen-rieng-tu say it.
constexpr std::int32_t kept_days = 90;

namespace fields {
constexpr const char* helpful = "co-ich";
constexpr const char* reason = "ly-do";
constexpr const char* words = "noi-ro";
}  // namespace fields

// As typed; decide checks and tidies. That a form counts once is its key's work, see form.cc.
struct RateArticle {
  ArticleNo article;
  std::optional<bool> helpful;
  std::optional<Reason> reason;
  std::string words;
};

// The system's only: erases words after their time. Nothing to erase is no fact.
struct KeepTerms {};

struct Known {
  const State& ratings;
  const content::State& articles;
};

using Decided = Result<ledger::Decision>;
Decided decide(const Known& known, const RateArticle& command, const Envelope& envelope);
Decided decide(const Known& known, const KeepTerms& command, const Envelope& envelope);

// NotFound when it is not on the portal.
Result<const content::Article*> rateable(const content::State& articles, ArticleNo no);

std::string form_address(ArticleNo article);    // "/bai/3/danh-gia"
std::string thanks_address(ArticleNo article);  // "/bai/3/danh-gia/cam-on"

}  // namespace lantoa::city::rating
