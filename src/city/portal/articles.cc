// All articles, the newest first.
#include <boost/describe.hpp>

#include "city/portal/parts.h"

namespace lantoa::city::portal {
namespace {

struct ArticlesView {
  static constexpr std::string_view tpl = "src/city/portal/articles.tpl";
  bool has_posts = false;
  std::vector<Post> posts;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ArticlesView, (), (has_posts, posts, pager))

ArticlesView look(const Live& live, const Needs& needs, const Visit& visit) {
  const auto& all = needs.content.published();
  const auto rows = static_cast<std::uint32_t>(all.size());
  ArticlesView view;
  view.pager = make_pager(rows, visit.page(), "/bai");
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    view.posts.push_back(post_of(live, needs, all[i]));
  }
  view.has_posts = !view.posts.empty();
  return view;
}

}  // namespace

void install_articles(App& app, Live& live, Needs needs) {
  app.routes.get("/bai", Right::Public,
                 [&app, &live, needs](const Visit& visit) -> Result<http::Response> {
                   PageStamp stamp;
                   const ArticlesView view = app.engine.read([&] {
                     stamp = live.pages.stamp();
                     return look(live, needs, visit);
                   });
                   PageHead head;
                   head.feeds = feeds_at(everything_path, "Lan Tỏa Hà Nội");
                   return deliver(live, visit,
                                  app.show(visit, {"Bài viết", "Articles"}, view,
                                           below_home(visit.language), std::move(head)),
                                  stamp);
                 });
}

}  // namespace lantoa::city::portal
