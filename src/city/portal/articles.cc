// All articles, the newest first.
#include <boost/describe.hpp>

#include "city/portal/plain_page.h"

namespace lantoa::city::portal {
namespace {

struct ArticlesView {
  static constexpr std::string_view tpl = "src/city/portal/articles.tpl";
  bool has_posts = false;
  std::vector<Post> posts;  // in a table
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ArticlesView, (), (has_posts, posts, pager))

ArticlesView look(const Live& live, const Needs& needs, const Visit& visit) {
  auto page = posts_page(live, needs, needs.content.published(), visit.page(), "/bai");
  return {!page.posts.rows.empty(), std::move(page.posts.rows), std::move(page.pager)};
}

}  // namespace

void install_articles(App& app, Live& live, Needs needs) {
  install_kept_page<ArticlesView>(
      app, live,
      {"/bai",
       {"Bài viết", "Articles"},
       {"Bài viết giải thích quy định mới bằng lời dễ hiểu, do cơ quan nhà nước ở Hà Nội đăng.",
        "Articles that explain new rules in plain words, published by public bodies of Hà Nội."},
       feeds_at(everything_path, "Lan Tỏa Hà Nội")},
      [&live, needs](const Visit& visit) { return look(live, needs, visit); });
}

}  // namespace lantoa::city::portal
