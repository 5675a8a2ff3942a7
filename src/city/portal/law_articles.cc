// What was published about one document, with its state today.
#include <boost/describe.hpp>

#include "city/portal/plain_page.h"
#include "viet/document_number.h"

namespace lantoa::city::portal {
namespace {

struct CampaignRow {
  std::string address;
  std::string number;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(CampaignRow, (), (address, number, title))

struct LawArticlesView {
  static constexpr std::string_view tpl = "src/city/portal/law_articles.tpl";
  LawRow law;
  std::optional<LawRow> replaced_by;
  std::string today;
  bool has_posts = false;
  Posts posts;
  Pager pager;
  bool has_campaigns = false;
  std::vector<CampaignRow> campaigns;
  Follow follow;
};
BOOST_DESCRIBE_STRUCT(LawArticlesView, (),
                      (law, replaced_by, today, has_posts, posts, pager, has_campaigns, campaigns,
                       follow))

bool rests_on(const Needs& needs, const plan::Plan& plan, DocumentNo document) {
  return std::any_of(plan.grounds.begin(), plan.grounds.end(), [&](const plan::Ground& ground) {
    const auto number = viet::parse_document_number(ground.number);
    if (!number) return false;
    const law::Matched found = needs.law.match(number->key(), ground.issued, ground.issuer);
    return found.match == law::Match::Registered && found.document == document;
  });
}

LawArticlesView look(const Live& live, const Needs& needs, const law::Document& document,
                     const Visit& visit) {
  LawArticlesView view;
  view.law = law_rows(needs, {document.no}).front();
  if (document.replaced_by) view.replaced_by = law_rows(needs, {document.replaced_by}).front();
  view.today = vietnamese(needs.calendar.today());
  auto page = posts_page(live, needs, needs.content.citing(document.no), visit.page(),
                         law_articles_path(document.no));
  view.has_posts = !page.posts.rows.empty();
  view.posts = std::move(page.posts);
  view.pager = std::move(page.pager);
  for (const PlanNo no : needs.plans.issued()) {
    const plan::Plan& plan = needs.plans.plan(no);
    if (!rests_on(needs, plan, document.no)) continue;
    view.campaigns.push_back({campaign_path(no), plan.number, plan.title});
  }
  view.has_campaigns = !view.campaigns.empty();
  view.follow = follow_at(law::address_of(document.no));
  return view;
}

Result<http::Response> show(App& app, Live& live, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const DocumentNo no, visit.number<DocumentNo>("document"));
  PageStamp stamp;
  TRY_ASSIGN(const LawArticlesView view, app.engine.read([&]() -> Result<LawArticlesView> {
    TRY_ASSIGN(const law::Document* document, needs.law.find(no));
    stamp = live.pages.stamp();
    return look(live, needs, *document, visit);
  }));
  PageHead head;
  head.feeds = feeds_at(law::address_of(no), view.law.name);
  const Language language = visit.language;
  auto crumbs = below_home(language, {{Text{"Văn bản", "Documents"}.in(language), "/van-ban"},
                                      App::named(view.law.name, view.law.address)});
  const Text title{"Bài viết về " + view.law.name, "Articles about " + view.law.name};
  return deliver(live, visit, app.show(visit, title, view, std::move(crumbs), std::move(head)),
                 stamp);
}

}  // namespace

void install_law_articles(App& app, Live& live, Needs needs) {
  app.routes.get(
      "/van-ban/{document}/bai", Right::Public,
      [&app, &live, needs](const Visit& visit) { return show(app, live, needs, visit); });
}

}  // namespace lantoa::city::portal
