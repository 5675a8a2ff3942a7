// Feeds: the newest articles of all, about a document, of a campaign, of a unit; each as RSS, Atom
// and JSON Feed. The readers' language is that of the articles.
#include "city/portal/parts.h"
#include "kernel/keeper.h"
#include "platform/feed/feed.h"
#include "platform/log/log.h"

namespace lantoa::city::portal {
namespace {

constexpr std::size_t entries_max = 20;

struct Format {
  std::string_view file;
  const char* type;
  std::string (*write)(const feed::Feed&);
};
constexpr std::array<Format, 3> formats{{
    {"rss.xml", "application/rss+xml; charset=utf-8", feed::rss},
    {"atom.xml", "application/atom+xml; charset=utf-8", feed::atom},
    {"feed.json", "application/feed+json", feed::json_feed},
}};

Result<const Format*> format_of(const Visit& visit) {
  const auto file = visit.segments.find("format");
  for (const Format& one : formats) {
    if (one.file == file->second) return &one;
  }
  return problem(Code::NotFound,
                 {"Không có nguồn tin này. Có rss.xml, atom.xml và feed.json; xem /so-do.",
                  "There is no such feed. There are rss.xml, atom.xml and feed.json; see /so-do."});
}

// What a feed is about.
struct Subject {
  std::string title;
  std::string about;
  std::string home;  // path of its page
  std::vector<ArticleNo> articles;
};
using Find = std::function<Result<Subject>(const Visit&)>;

struct Kept {
  std::string blob;
  std::vector<content::Image> images;  // that it shows
};

struct Told {
  feed::Feed feed;
  std::vector<Kept> texts;  // of the entries, in their order
  PageStamp stamp;
};

Told tell(const Needs& needs, const std::string& site, Subject subject) {
  Told told;
  told.feed.title = std::move(subject.title);
  told.feed.about = std::move(subject.about);
  told.feed.home = site + subject.home;
  told.feed.updated = last_change(needs);
  const std::size_t entries = std::min(entries_max, subject.articles.size());
  for (std::size_t i = 0; i < entries; ++i) {
    const content::Article& article = needs.content.article(subject.articles[i]);
    feed::Entry entry;
    entry.id = site + lasting_address(article.no);
    entry.address = site + content::public_address(article);
    entry.title = article.shown().title;
    entry.author = needs.organisation.unit(article.unit).name;
    entry.published = article.published_at;
    entry.updated = article.updated_at;
    for (const DocumentNo no : article.shown().cites) {
      entry.topics.push_back(needs.law.document(no).name());
    }
    told.feed.entries.push_back(std::move(entry));
    told.texts.push_back({article.shown().text, needs.content.images(article.shown().images)});
  }
  return told;
}

Result<void> fill(App& app, const Kept& kept, feed::Entry& entry) {
  TRY_ASSIGN(const auto text, read_text(app, kept.blob));
  TRY_ASSIGN(const auto body, markdown::to_html(text.body, content::is_allowed_host,
                                                content::find_in(kept.images, app.public_url)));
  entry.summary = text.lead;
  entry.html = with_host(body.text(), app.public_url);
  return {};
}

// An article whose text cannot be read leaves the others as they are.
void fill_all(App& app, Told& told) {
  std::vector<feed::Entry> whole;
  for (std::size_t i = 0; i < told.texts.size(); ++i) {
    feed::Entry& entry = told.feed.entries[i];
    if (const auto filled = fill(app, told.texts[i], entry); !filled) {
      log::error("portal.feed_text_unreadable",
                 {{"blob", told.texts[i].blob}, {"why", keeper_sentence(filled.error())}});
      continue;
    }
    whole.push_back(std::move(entry));
  }
  told.feed.entries = std::move(whole);
}

Result<http::Response> show(App& app, Live& live, const Needs& needs, const Find& find,
                            const Visit& visit) {
  TRY_ASSIGN(const Format* format, format_of(visit));
  TRY_ASSIGN(Told told, app.engine.read([&]() -> Result<Told> {
    TRY_ASSIGN(Subject subject, find(visit));
    Told out = tell(needs, app.public_url, std::move(subject));
    out.stamp = live.pages.stamp();
    return out;
  }));
  told.feed.address = app.public_url + visit.request.path;
  fill_all(app, told);
  http::Response response;
  response.with("Content-Type", format->type);
  response.with("Last-Modified", http::http_date(told.feed.updated));
  response.body = format->write(told.feed);
  return deliver(live, visit, std::move(response), told.stamp);
}

Result<Subject> about_document(const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const DocumentNo no, visit.number<DocumentNo>("document"));
  TRY_ASSIGN(const law::Document* document, needs.law.find(no));
  return Subject{"Bài viết về " + document->name(), document->title, law_articles_path(no),
                 needs.content.citing(no)};
}

Result<Subject> about_plan(const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const plan::Plan* plan, find_issued(needs, no));
  return Subject{"Bài viết theo Kế hoạch " + plan->number, plan->title, campaign_path(no),
                 published_for(needs, no)};
}

Result<Subject> about_unit(const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const UnitNo no, visit.number<UnitNo>("unit"));
  TRY_ASSIGN(const organisation::Unit* unit, needs.organisation.find(no));
  return Subject{"Bài viết của " + unit->name, "Bài đã đăng trên cổng, bài mới nhất trước.",
                 unit_path(no), published_by(needs, no)};
}

}  // namespace

void install_feeds(App& app, Live& live, Needs needs) {
  const auto install = [&](const std::string& path, Find find) {
    app.routes.get(path + "/tin/{format}", Right::Public,
                   [&app, &live, needs, find = std::move(find)](const Visit& visit) {
                     return show(app, live, needs, find, visit);
                   });
  };
  install(std::string(everything_path), [needs](const Visit&) -> Result<Subject> {
    return Subject{"Lan Tỏa Hà Nội", "Mọi bài đã đăng trên cổng, bài mới nhất trước.", "/",
                   needs.content.published()};
  });
  install("/van-ban/{document}",
          [needs](const Visit& visit) { return about_document(needs, visit); });
  install("/chien-dich/{plan}", [needs](const Visit& visit) { return about_plan(needs, visit); });
  install("/co-quan/{unit}", [needs](const Visit& visit) { return about_unit(needs, visit); });
}

}  // namespace lantoa::city::portal
