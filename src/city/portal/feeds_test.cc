// Feeds, the sitemap and what else programs read of the portal.
#include <gtest/gtest.h>

#include "city/portal/testing_world.h"

namespace lantoa::city::portal {
namespace {

bool says(const http::Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

class Feeds : public ::testing::Test {
 protected:
  Feeds() {
    world.open_city();
    law = world.register_law("97/2019/QH14", "Nghị quyết", {});
  }
  static content::ArticleText text_of(std::string title) {
    return {std::move(title), "Sapo & <một>", "Xem [văn bản](/van-ban/1).", "Người viết mẫu"};
  }
  http::Response get(const std::string& path) { return world.node.get(path); }
  http::Response again(const std::string& path, const std::string& header, std::string_view value) {
    return *world.fast(path, http::Method::Get, {{header, std::string(value)}});
  }

  World world;
  DocumentNo law;
  const std::vector<std::string> all{"/tin/rss.xml", "/tin/atom.xml", "/tin/feed.json"};
};

TEST_F(Feeds, HoldWholeTextsWithLinksThatLeadHere) {
  world.publish(text_of("Một & hai"), "mot-hai", {law});
  for (const std::string& path : all) {
    const auto feed = get(path);
    EXPECT_EQ(feed.status, 200) << path;
    EXPECT_TRUE(says(feed, "http://127.0.0.1:8080/van-ban/1")) << path << feed.body;
    EXPECT_TRUE(says(feed, "http://127.0.0.1:8080/bai/1-mot-hai")) << path;
    EXPECT_TRUE(says(feed, "Nghị quyết 97/2019/QH14")) << path;
  }
  EXPECT_EQ(get("/tin/rss.xml").header("Content-Type"), "application/rss+xml; charset=utf-8");
  EXPECT_EQ(get("/tin/khac.xml").status, 404);
}

TEST_F(Feeds, AreOfADocumentAPlanAUnit) {
  world.issue_plan();
  world.publish(text_of("Có dẫn luật"), "a", {law});
  world.publish(text_of("Theo kế hoạch"), "b", {}, PlanNo{1});
  const auto about = get("/van-ban/1/tin/rss.xml");
  EXPECT_TRUE(says(about, "Có dẫn luật"));
  EXPECT_FALSE(says(about, "Theo kế hoạch"));
  const auto plan = get("/chien-dich/1/tin/atom.xml");
  EXPECT_TRUE(says(plan, "Theo kế hoạch"));
  EXPECT_FALSE(says(plan, "Có dẫn luật"));
  EXPECT_TRUE(says(get("/co-quan/2/tin/feed.json"), "Có dẫn luật"));
  EXPECT_FALSE(says(get("/co-quan/1/tin/feed.json"), "Có dẫn luật"));
  for (const char* none : {"/van-ban/9/tin/rss.xml", "/chien-dich/9/tin/rss.xml",
                           "/co-quan/9/tin/rss.xml", "/chien-dich/x/tin/rss.xml"}) {
    EXPECT_EQ(get(none).status, 404) << none;
  }
}

TEST_F(Feeds, OfADraftPlanAreUnknown) {
  plan::PlanDrafted draft{};
  draft.plan = PlanNo{1};
  draft.issuer = draft.scope = UnitNo{1};
  draft.title = "Chưa ban hành";
  world.tell("plan/1", draft);
  EXPECT_EQ(get("/chien-dich/1/tin/rss.xml").status, 404);
}

TEST_F(Feeds, ComeOnceAndThenOnlyWhenSomethingChanged) {
  world.publish(text_of("Một"), "mot");
  for (const std::string& path : all) {
    const auto first = get(path);
    const std::string tag(first.header("ETag"));
    const std::string date(first.header("Last-Modified"));
    ASSERT_FALSE(tag.empty()) << path;
    EXPECT_EQ(date, "Wed, 12 May 2021 01:00:00 GMT");
    const auto same = again(path, "if-none-match", tag);
    EXPECT_EQ(same.status, 304);
    EXPECT_TRUE(same.body.empty());
    EXPECT_EQ(same.header("ETag"), tag);
    EXPECT_EQ(again(path, "if-modified-since", date).status, 304);
    EXPECT_EQ(again(path, "if-none-match", "\"anders\"").status, 200);
    const auto packed = *world.fast(path, http::Method::Get, {{"accept-encoding", "gzip"}});
    EXPECT_NE(packed.header("ETag"), tag);
  }
  const std::string tag(get(all[0]).header("ETag"));
  world.node.clock.time.ms += 1'000;
  world.tell("article",
             content::ArticleWithdrawn{ArticleNo{1}, content::Reason::Wrong, "Sai.", PersonNo{1}});
  const auto after = get(all[0]);
  EXPECT_NE(after.header("ETag"), tag);
  EXPECT_EQ(after.header("Last-Modified"), "Wed, 12 May 2021 01:00:01 GMT");
  EXPECT_FALSE(says(after, "<item>"));
}

TEST_F(Feeds, AnEntryKeepsItsNameWhenItsTitleChanges) {
  world.publish(text_of("Tên đầu"), "ten-dau");
  EXPECT_TRUE(says(get(all[0]), "<guid isPermaLink=\"true\">http://127.0.0.1:8080/bai/1</guid>"));
  world.tell("article", content::VersionDrafted{ArticleNo{1},
                                                2,
                                                "Tên sau",
                                                *world.node.blobs->put(encode(text_of("Tên sau"))),
                                                {},
                                                {},
                                                {}});
  world.tell("article", content::ArticlePublished{ArticleNo{1}, 2, "ten-sau"});
  EXPECT_TRUE(says(get(all[0]), "<guid isPermaLink=\"true\">http://127.0.0.1:8080/bai/1</guid>"));
  EXPECT_TRUE(says(get(all[0]), "<link>http://127.0.0.1:8080/bai/1-ten-sau</link>"));
  for (const char* old : {"/bai/1", "/bai/1-ten-dau"}) {
    EXPECT_EQ(get(old).status, 301) << old;
    EXPECT_EQ(get(old).header("Location"), "/bai/1-ten-sau") << old;
  }
}

TEST_F(Feeds, TheSitemapNamesWhatThePublicMaySee) {
  world.publish(text_of("Một"), "mot", {law});
  world.draft(text_of("Nháp"));
  const auto map = get("/sitemap.xml");
  EXPECT_EQ(map.header("Content-Type"), "application/xml; charset=utf-8");
  for (const char* path : {"/", "/bai/1-mot", "/van-ban/1", "/co-quan/2", "/gioi-thieu"}) {
    EXPECT_TRUE(says(map, "<loc>http://127.0.0.1:8080" + std::string(path) + "</loc>")) << path;
  }
  EXPECT_FALSE(says(map, "/bai/2"));
  EXPECT_FALSE(says(map, "/so-lieu-cong-khai/1"));
  EXPECT_TRUE(says(get("/robots.txt"), "Sitemap: http://127.0.0.1:8080/sitemap.xml"));
}

TEST_F(Feeds, TheSitemapIsAsNewAsTheNewestInIt) {
  world.publish(text_of("Một"), "mot");
  const auto changes = [&](auto change) {
    const std::string before(get("/sitemap.xml").header("Last-Modified"));
    EXPECT_EQ(again("/sitemap.xml", "if-modified-since", before).status, 304);
    world.node.clock.time.ms += 60'000;
    change();
    const auto after = get("/sitemap.xml");
    const std::string date(after.header("Last-Modified"));
    EXPECT_EQ(date, http::http_date(world.node.clock.time));
    EXPECT_TRUE(says(after, "<loc>http://127.0.0.1:8080/</loc><lastmod>" +
                                iso(world.node.clock.time) + "</lastmod>"));
    EXPECT_EQ(again("/sitemap.xml", "if-modified-since", before).status, 200);
  };
  changes([&] { world.register_law("98/2019/QH14", "Nghị quyết", {}); });
  changes([&] { world.issue_plan(); });
  changes([&] { world.publish(text_of("Hai"), "hai"); });
  changes([&] { world.publish_round(); });
  EXPECT_TRUE(says(get("/sitemap.xml"), "/so-lieu-cong-khai/1</loc><lastmod>"));
  changes(
      [&] { world.tell("round/1", statistics::RoundUnpublished{RoundNo{1}, "Cộng nhầm", {}}); });
  EXPECT_FALSE(says(get("/sitemap.xml"), "/so-lieu-cong-khai/1"));
  changes([&] {
    world.tell("article", content::ArticleWithdrawn{ArticleNo{2}, content::Reason::Wrong, "Sai.",
                                                    PersonNo{1}});
  });
  const std::string before(get("/sitemap.xml").header("Last-Modified"));
  world.node.clock.time.ms += 60'000;
  world.tell("calendar", calendar::DayTurned{*parse_iso_date("2021-05-13")});
  EXPECT_EQ(get("/sitemap.xml").header("Last-Modified"), before) << "a day adds no address";
}

TEST_F(Feeds, AnArticleSaysToProgramsWhatItIs) {
  world.publish(text_of("Tiêu </script><b> & đề"), "tieu-de", {law});
  const auto page = get("/bai/1-tieu-de");
  EXPECT_TRUE(says(page, "<link rel=\"canonical\" href=\"http://127.0.0.1:8080/bai/1-tieu-de\">"))
      << page.body.substr(0, 2000);
  EXPECT_TRUE(says(page, "<meta property=\"og:type\" content=\"article\">"));
  EXPECT_TRUE(says(page, "content=\"Sapo &amp; &lt;một&gt;\""));
  EXPECT_TRUE(says(page, "\"@type\":\"NewsArticle\""));
  EXPECT_TRUE(says(page, "Tiêu \\u003c/script\\u003e"));
  EXPECT_TRUE(says(page, "title=\"RSS: Lan Tỏa Hà Nội\" href=\"/tin/rss.xml\""));
  EXPECT_TRUE(says(get("/khong-co"), "<meta name=\"robots\" content=\"noindex\">"));
  EXPECT_FALSE(says(get("/khong-co"), "rel=\"canonical\""));
}

TEST_F(Feeds, EveryPageThatMayBeListedIsDescribed) {
  world.publish(text_of("Một"), "mot", {law});
  world.issue_plan();
  const std::string meta = "<meta name=\"description\" content=\"";
  for (const char* path :
       {"/", "/gioi-thieu", "/quyen-rieng-tu", "/tro-nang", "/lien-he", "/so-do", "/bai",
        "/bai/1-mot", "/chien-dich", "/chien-dich/1", "/co-quan", "/co-quan/2", "/van-ban/1/bai"}) {
    EXPECT_TRUE(says(get(path), meta)) << path;
    EXPECT_FALSE(says(get(path), meta + '"')) << path;
  }
  EXPECT_TRUE(says(get("/van-ban/1/bai"), ": trên Lan Tỏa Hà Nội, cổng ")) << "made of the title";
  EXPECT_FALSE(says(get("/khong-co"), meta));
}

TEST_F(Feeds, APageWithViewsIsNeverAnOldCopy) {
  world.publish(text_of("Một"), "mot");
  EXPECT_TRUE(get("/bai/1-mot").header("ETag").empty());
  EXPECT_TRUE(get("/").header("ETag").empty());
}

}  // namespace
}  // namespace lantoa::city::portal
