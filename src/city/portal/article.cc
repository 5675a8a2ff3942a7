// One article as citizens read it.
#include <boost/describe.hpp>

#include "city/portal/comments.h"
#include "city/portal/parts.h"
#include "platform/feed/feed.h"
#include "platform/markdown/markdown.h"

namespace lantoa::city::portal {
namespace {

constexpr std::size_t neighbours_max = 5;
constexpr std::size_t seal_groups = 4;  // of four digits, from the front of the chain value

struct Seal {
  std::string chain;
  std::string seq;
  std::string at;
};
BOOST_DESCRIBE_STRUCT(Seal, (), (chain, seq, at))

// What readers said of it, from the number on from which it is told.
struct Rated {
  std::uint32_t helpful = 0;
  std::uint32_t all = 0;
  std::string how;  // address of how they are counted
};
BOOST_DESCRIBE_STRUCT(Rated, (), (helpful, all, how))

// A version that readers saw, and in what it differed from the one before.
struct CorrectionRow {
  std::string at_iso, at;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(CorrectionRow, (), (at_iso, at, note))

struct ArticleView {
  static constexpr std::string_view tpl = "src/city/portal/article.tpl";
  std::string title;
  std::string published_iso, published;
  std::optional<std::string> updated;
  bool has_corrections = false;
  std::vector<CorrectionRow> corrections;
  std::string unit, unit_address;
  std::string views;  // a slot
  std::string address, saved;
  std::string mail_subject, mail_body;
  std::optional<std::string> lead;
  markdown::SafeHtml body;
  std::optional<std::string> author;
  bool has_laws = false;
  Laws laws;
  std::string today;
  bool has_newer = false, has_older = false, has_neighbours = false;
  Posts newer, older;
  std::optional<Coverage> coverage;
  std::string rate;  // address of the small page
  std::optional<Rated> rated;
  CommentsPart comments;
  Seal seal;
};
BOOST_DESCRIBE_STRUCT(ArticleView, (),
                      (title, published_iso, published, updated, has_corrections, corrections, unit,
                       unit_address, views, address, saved, mail_subject, mail_body, lead, body,
                       author, has_laws, laws, today, has_newer, has_older, has_neighbours, newer,
                       older, coverage, rate, rated, comments, seal))

struct WithdrawnView {
  static constexpr std::string_view tpl = "src/city/portal/withdrawn.tpl";
  Text reason;
  std::string text;
  std::string unit;
  std::string at_iso, at;
};
BOOST_DESCRIBE_STRUCT(WithdrawnView, (), (reason, text, unit, at_iso, at))

// What the state gives; the text itself is among the blobs.
struct Found {
  std::string address;
  std::string blob;
  std::vector<content::Image> images;  // that the text shows
  ArticleView view;
  feed::News news;  // without the summary and the signature
  std::optional<WithdrawnView> withdrawn;
  CommentsFound comments;
  PageStamp stamp;
};

ArticleView look_at(const Live& live, const Needs& needs, const content::Article& article,
                    const Visit& visit) {
  ArticleView view;
  view.title = article.shown().title;
  view.published_iso = iso_minute_vietnam(article.published_at);
  view.published = vietnamese(article.published_at);
  if (article.updated_at != article.published_at) view.updated = vietnamese(article.updated_at);
  for (auto one = article.versions.rbegin(); one != article.versions.rend(); ++one) {
    if (!one->was_published() || one->note.empty()) continue;
    view.corrections.push_back(
        {iso_minute_vietnam(one->shown_at), vietnamese(one->shown_at), one->note});
  }
  view.has_corrections = !view.corrections.empty();
  view.unit = needs.organisation.unit(article.unit).name;
  view.unit_address = unit_path(article.unit);
  view.views = live.pages.slot(article.no);
  view.laws.rows = law_rows(needs, article.shown().cites);
  view.has_laws = !view.laws.rows.empty();
  view.today = vietnamese(needs.calendar.today());
  view.newer = posts_of(live, needs, needs.content.newer(article.no, neighbours_max));
  view.older = posts_of(live, needs, needs.content.older(article.no, neighbours_max));
  view.has_newer = !view.newer.rows.empty();
  view.has_older = !view.older.rows.empty();
  view.has_neighbours = view.has_newer || view.has_older;
  ItemNo item = needs.reach.of_article(article.no);
  if (!item && article.plan) item = newest_item(needs, article.plan);
  view.coverage = coverage_of(needs, item, visit);
  view.rate = lasting_address(article.no) + "/danh-gia";
  const rating::Counts ratings = needs.ratings.counts(article.no);
  if (ratings.all >= rating::ratings_shown_min) {
    view.rated = Rated{ratings.helpful, ratings.all, view.rate + "#cach-tinh"};
  }
  return view;
}

feed::News news_of(const Needs& needs, const content::Article& article, const std::string& site) {
  const organisation::Unit& unit = needs.organisation.unit(article.unit);
  feed::News news;
  news.address = site + content::public_address(article);
  news.title = article.shown().title;
  news.published = article.published_at;
  news.updated = article.updated_at;
  news.unit = {unit.name, site + unit_path(unit.no), {}};
  if (unit.parent) news.unit.above = needs.organisation.unit(unit.parent).name;
  for (const DocumentNo no : article.shown().cites) {
    const law::Document& law = needs.law.document(no);
    news.cites.push_back({law.name(), law.number, site + law::address_of(no)});
  }
  return news;
}

// Where the page is shared, the first picture stands for it.
std::optional<PageHead::Picture> picture_of(const std::vector<content::Image>& images,
                                            const std::string& site) {
  if (images.empty()) return std::nullopt;
  const content::Image& first = images.front();
  return PageHead::Picture{site + content::image_address(first.no), std::to_string(first.width),
                           std::to_string(first.height), first.alt};
}

PageHead head_of(const feed::News& news, std::optional<PageHead::Picture> picture) {
  PageHead head;
  head.canonical = news.address;
  if (!news.summary.empty()) head.description = news.summary;
  head.feeds = feeds_at(everything_path, "Lan Tỏa Hà Nội");
  head.open_graph = {"article", news.title, news.summary, news.address, std::move(picture)};
  head.data = {html::ScriptData(feed::linked_data(news))};
  return head;
}

Result<Found> find(const Live& live, const Needs& needs, ArticleNo no, const std::string& site,
                   const Visit& visit) {
  // A draft is no more known to the public than a number that was never given.
  if (!needs.content.has(no)) return tl::unexpected(needs.content.find(no).error());
  const content::Article& article = needs.content.article(no);
  Found found;
  found.stamp = live.pages.stamp();
  if (article.is_public()) {
    found.address = content::public_address(article);
    found.blob = article.shown().text;
    found.images = needs.content.images(article.shown().images);
    found.view = look_at(live, needs, article, visit);
    found.comments = newest_comments(needs, article);
    found.news = news_of(needs, article, site);
    return found;
  }
  if (!article.withdrawn) return tl::unexpected(needs.content.find(ArticleNo{}).error());
  const content::Withdrawal& withdrawal = *article.withdrawn;
  found.withdrawn = WithdrawnView{content::title(withdrawal.reason), withdrawal.text,
                                  needs.organisation.unit(article.unit).name,
                                  iso_minute_vietnam(withdrawal.at), vietnamese(withdrawal.at)};
  return found;
}

Seal seal_of(const ledger::Head& head, Language language) {
  const std::string digits = ledger::hex(head.chain);
  std::string chain;
  for (std::size_t i = 0; i < seal_groups; ++i) {
    if (i > 0) chain += ' ';
    chain += digits.substr(4 * i, 4);
  }
  return {chain + "…", html::grouped(head.seq, language), vietnamese(head.at)};
}

Result<void> fill_text(App& app, const Found& found, ArticleView& view) {
  TRY_ASSIGN(const auto text, read_text(app, found.blob));
  TRY_ASSIGN(view.body, markdown::to_html(text.body, content::is_allowed_host,
                                          content::find_in(found.images)));
  if (!text.lead.empty()) view.lead = text.lead;
  if (!text.author.empty()) view.author = text.author;
  return {};
}

http::Response moved(std::string address) {
  http::Response response = http::see_other(std::move(address));
  response.status = 301;
  response.with("Cache-Control", "no-cache");  // a title may change again
  return response;
}

std::vector<App::Crumb> crumbs(Language language) {
  return below_home(language, {{Text{"Bài viết", "Articles"}.in(language), "/bai"}});
}

Result<http::Response> show(App& app, Live& live, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
  TRY_ASSIGN(Found found,
             app.engine.read([&] { return find(live, needs, no, app.public_url, visit); }));
  if (found.withdrawn) {
    const Text heading{"Bài viết đã được thu hồi", "This article was withdrawn"};
    http::Response gone = app.show(visit, heading, *found.withdrawn, crumbs(visit.language));
    gone.status = 410;
    return gone;
  }
  if (visit.request.path != found.address) return moved(std::move(found.address));
  ArticleView& view = found.view;
  TRY(fill_text(app, found, view));
  TRY_ASSIGN(view.comments, read_comments(app.vault, std::move(found.comments)));
  found.news.summary = view.lead.value_or("");
  found.news.signature = view.author.value_or("");
  view.address = found.news.address;
  view.saved = lasting_address(no) + "/luu";
  view.mail_subject = http::percent_encode(view.title);
  view.mail_body = http::percent_encode(view.title + "\r\n" + app.public_url + found.address);
  view.seal = seal_of(app.engine.head(), visit.language);
  PageHead head = head_of(found.news, picture_of(found.images, app.public_url));
  return deliver(
      live, visit,
      app.show(visit, {view.title, view.title}, view, crumbs(visit.language), std::move(head)),
      found.stamp, no);
}

}  // namespace

void install_article(App& app, Live& live, Needs needs) {
  app.routes.get("/bai/{article}", Right::Public, [&app, &live, needs](const Visit& visit) {
    return show(app, live, needs, visit);
  });
}

}  // namespace lantoa::city::portal
