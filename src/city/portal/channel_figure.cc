// How often articles were read, as a figure for the page of activities: as the ledger has it.
#include <algorithm>

#include "city/portal/portal.h"

namespace lantoa::city::portal {
namespace {

// Calls `each(article, views)` for those of the units that were read on these days.
template <class Each>
void viewed(const State& state, const content::State& content, const ChannelAsk& ask, Each each) {
  for (std::uint32_t i = 1; i <= content.size(); ++i) {
    const content::Article& article = content.article(ArticleNo{i});
    if (article.unit.index() >= ask.below.size() || !ask.below[article.unit.index()]) continue;
    const std::uint64_t views = state.views_between(article.no, ask.from, ask.to);
    if (views != 0) each(article, views);
  }
}

// As readers have, or had, it; a draft is for its writers.
std::string title_read(const content::Article& article) {
  if (article.is_public()) return article.shown().title;
  const auto last = std::find_if(article.versions.rbegin(), article.versions.rend(),
                                 [](const content::Version& one) { return one.was_published(); });
  return last == article.versions.rend() ? content::public_address(article) : last->title;
}

}  // namespace

void install_channel_figure(App& app, const State& state, Needs needs) {
  ChannelFigure out;
  out.code = "luot-xem";
  out.label = {"Bài được xem trên Cổng", "Views of articles on the portal"};
  out.unit = {"lượt xem", "views"};
  out.about = {
      "Mỗi lần trang của một bài được mở là một lượt, ai mở cũng vậy; không ghi lại gì về người "
      "đọc. Lượt xem vào sổ cái mỗi phút một lần và tính vào ngày ghi sổ.",
      "Each time the page of an article is opened, whoever opens it; nothing about readers is "
      "kept. Views are written to the ledger once a minute and count on the day they are written."};
  out.amount = [&state, &content = needs.content](const ChannelAsk& ask) {
    std::uint64_t sum = 0;
    viewed(state, content, ask,
           [&](const content::Article&, std::uint64_t views) { sum += views; });
    return sum;
  };
  out.records = [&state, &content = needs.content](const ChannelAsk& ask, Language) {
    std::vector<ChannelRecord> records;
    viewed(state, content, ask, [&](const content::Article& article, std::uint64_t views) {
      records.push_back(
          {title_read(article), true, {}, views, content::public_address(article), false, {}});
    });
    std::stable_sort(records.begin(), records.end(),
                     [](const auto& one, const auto& other) { return one.amount > other.amount; });
    return records;
  };
  app.channel_figures.push_back(std::move(out));
}

}  // namespace lantoa::city::portal
