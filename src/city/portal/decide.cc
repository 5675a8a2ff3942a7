#include "city/portal/decide.h"

#include <algorithm>

namespace lantoa::city::portal {

Result<ledger::Decision> decide(const content::State& content, const CountViews& command,
                                const Envelope& envelope) {
  if (!envelope.actor.is_system()) return tl::unexpected(not_allowed(Right::Work));
  if (command.views.size() > articles_per_count_max) {
    return problem(Code::TooLarge, {"Quá nhiều bài viết trong một lần ghi lượt xem.",
                                    "Too many articles in one count of views."});
  }
  const auto& views = command.views;
  const bool known = std::all_of(views.begin(), views.end(), [&](const ArticleViews& one) {
    return content.has(one.article) && one.count > 0;
  });
  const auto unordered = std::adjacent_find(
      views.begin(), views.end(),
      [](const auto& one, const auto& next) { return one.article >= next.article; });
  if (!known || unordered != views.end()) {
    return problem(Code::Invalid,
                   {"Lượt xem phải của bài viết có thật, mỗi bài một lần, theo thứ tự số bài.",
                    "Views must be of articles that exist, each once, ascending by number."});
  }
  ledger::Decision decision;
  if (!views.empty()) decision.add("portal", ViewsCounted{views});
  return decision;
}

}  // namespace lantoa::city::portal
