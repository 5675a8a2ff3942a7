#include <gtest/gtest.h>

#include <thread>

#include "city/portal/courier.h"
#include "city/portal/testing_world.h"

namespace lantoa::city::portal {
namespace {

bool says(const http::Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

std::string_view header(const http::Response& response, std::string_view name) {
  return response.header(name);
}

content::ArticleText text_of(std::string title) {
  return {std::move(title), "Tóm tắt <một> & hai", "Chữ **đậm**\n\n[ngoài](https://example.com/x)",
          "Người viết mẫu"};
}

class PortalPages : public ::testing::Test {
 protected:
  PortalPages() { world.open_city(); }

  // Three published articles; the middle one of the list is number 2, at `middle`.
  void publish_three() {
    const auto expired = world.register_law("97/2019/QH14", "Nghị quyết", "2021-01-01");
    for (const char* slug : {"bai-mot", "bai-hai", "bai-ba"}) {
      world.node.clock.time.ms += day_ms;
      world.publish(text_of("Tiêu đề <b> & " + std::string(slug)), slug, {expired});
    }
  }
  http::Response get(const std::string& path, Language language = Language::Vietnamese) {
    return world.node.get(path, {}, language);
  }

  World world;
  const std::string middle = "/bai/2-bai-hai";
};

TEST_F(PortalPages, EmptyPagesSayWhatWillBeThere) {
  EXPECT_TRUE(says(get("/"), "Chưa có bài viết nào"));
  EXPECT_TRUE(says(get("/"), "Chưa có kế hoạch nào được ban hành"));
  EXPECT_TRUE(says(get("/bai"), "Chưa có bài viết nào"));
  EXPECT_TRUE(says(get("/", Language::English), "No article yet"));
  EXPECT_EQ(get("/bai/1").status, 404);
}

TEST_F(PortalPages, EveryPageInBothLanguages) {
  publish_three();
  for (const Language language : {Language::Vietnamese, Language::English}) {
    for (const std::string& path : {std::string("/"), std::string("/bai"), middle}) {
      const auto page = get(path, language);
      EXPECT_EQ(page.status, 200) << path;
      EXPECT_TRUE(says(page, "Tiêu đề &lt;b&gt; &amp; bai-hai")) << path;
      EXPECT_TRUE(
          says(page, language == Language::English ? "<html lang=\"en\"" : "<html lang=\"vi\""));
      EXPECT_FALSE(says(page, world.live.pages.marker())) << path;
    }
  }
}

TEST_F(PortalPages, AnArticleShowsWhatItIsMadeOf) {
  publish_three();
  const auto page = get(middle);
  EXPECT_TRUE(says(page, "<time datetime=\"2021-05-14T08:00+07:00\">08:00 14/05/2021</time>"));
  EXPECT_TRUE(says(page, "Sở Tư pháp"));
  EXPECT_TRUE(says(page, "Tóm tắt &lt;một&gt; &amp; hai"));
  EXPECT_TRUE(says(page, "<strong>đậm</strong>"));
  EXPECT_FALSE(says(page, "href=\"https://example.com"));  // no official host
  EXPECT_TRUE(says(page, "Người viết mẫu"));
  EXPECT_TRUE(says(page, "Nghị quyết 97/2019/QH14"));
  EXPECT_TRUE(says(page, "Hết hiệu lực từ 01/01/2021"));
  EXPECT_TRUE(says(page, "data-print"));
  EXPECT_TRUE(says(page, "href=\"/bai/3-bai-ba\""));
  EXPECT_TRUE(says(page, "href=\"/bai/1-bai-mot\""));
  EXPECT_TRUE(says(page, "<time datetime=\"2021-05-13\">13/05/2021</time>"));
  EXPECT_TRUE(says(page, "Dấu niêm sổ cái"));
  EXPECT_TRUE(says(page, ledger::hex(world.node.engine.head().chain).substr(0, 4) + " "));
  EXPECT_TRUE(says(
      page, "href=\"mailto:?subject=" + http::percent_encode("Tiêu đề <b> & bai-hai") +
                "&amp;body=" +
                http::percent_encode("Tiêu đề <b> & bai-hai\r\nhttp://127.0.0.1:8080" + middle)));
}

TEST_F(PortalPages, TheEffectOfCitedLawIsTodays) {
  const auto law = world.register_law("1/2021/NQ", "Nghị quyết", "2021-06-01");
  world.publish(text_of("Bài"), "bai", {law});
  EXPECT_TRUE(says(get("/bai/1-bai"), "Còn hiệu lực đến hết 31/05/2021"));
  world.tell("calendar", calendar::DayTurned{*parse_iso_date("2021-06-01")});
  EXPECT_TRUE(says(get("/bai/1-bai"), "Hết hiệu lực từ 01/06/2021"));
}

TEST_F(PortalPages, AWrongSlugLeadsOn) {
  publish_three();
  for (const char* path : {"/bai/2", "/bai/2-", "/bai/2-cu", "/bai/2-bai-hai-nua"}) {
    const auto moved = get(path);
    EXPECT_EQ(moved.status, 301) << path;
    EXPECT_EQ(header(moved, "Location"), middle);
  }
  EXPECT_EQ(get("/bai/hai").status, 404);
  EXPECT_EQ(get("/bai/02-bai-hai").status, 301);
  EXPECT_EQ(world.live.views.total(ArticleNo{2}), 0U);
}

TEST_F(PortalPages, ACorrectionSaysWhatAndWhyTheNewestFirst) {
  const DocumentNo law = world.register_law("97/2019/QH14", "Nghị quyết", "");
  const ArticleNo no = world.publish(text_of("Bài"), "bai", {law});
  EXPECT_TRUE(says(get("/bai/1-bai"), "Bài viết giữ nguyên như khi đăng."));
  for (const auto& [version, note] :
       std::vector<std::pair<std::uint32_t, std::string>>{{2, "Sửa <ngày>."}, {3, "Sửa tên."}}) {
    content::VersionDrafted drafted{no, version, "Bài", {}, {law}, {}, {}};
    drafted.text = world.content.article(no).shown().text;
    drafted.note = note;
    world.node.clock.time.ms += 60'000;
    world.tell("article", drafted);
    world.tell("article", content::ArticlePublished{no, version, "bai"});
  }
  const std::string page = get("/bai/1-bai").body;
  const std::size_t first = page.find("<span lang=\"vi\">Sửa tên.</span>");
  const std::size_t second = page.find("<span lang=\"vi\">Sửa &lt;ngày&gt;.</span>");
  ASSERT_NE(first, std::string::npos);
  ASSERT_NE(second, std::string::npos);
  EXPECT_LT(first, second);
  EXPECT_EQ(page.find("giữ nguyên như khi đăng"), std::string::npos);
}

TEST_F(PortalPages, DraftsAreUnknownAndWithdrawnOnesLeaveTheReason) {
  world.draft(text_of("Nháp"));
  EXPECT_EQ(get("/bai/1").status, 404);
  EXPECT_FALSE(says(get("/bai/1"), "Nháp"));
  world.publish(text_of("Bí mật"), "bi-mat");
  EXPECT_EQ(get("/bai/2-bi-mat").status, 200);
  world.tell("article", content::ArticleWithdrawn{ArticleNo{2}, content::Reason::PersonalData,
                                                  "Có <tên> người.", PersonNo{1}});
  for (const char* path : {"/bai/2-bi-mat", "/bai/2"}) {
    for (const Language language : {Language::Vietnamese, Language::English}) {
      const auto gone = get(path, language);
      EXPECT_EQ(gone.status, 410);
      EXPECT_TRUE(says(gone, "Có &lt;tên&gt; người."));
      EXPECT_FALSE(says(gone, "Bí mật"));
    }
  }
  EXPECT_FALSE(world.fast("/bai/2-bi-mat").has_value());
  EXPECT_EQ(world.live.views.total(ArticleNo{2}), 1U);
}

TEST_F(PortalPages, EveryGetOfAnArticleIsOneView) {
  publish_three();
  EXPECT_TRUE(says(get(middle), "<span>1 lượt xem</span>"));
  for (int i = 2; i <= 1'204; ++i) {
    const auto kept = world.fast(middle);
    ASSERT_TRUE(kept.has_value());
    if (i == 1'204) {
      EXPECT_TRUE(says(*kept, "<span>1.204 lượt xem</span>"));
      EXPECT_EQ(header(*kept, "Cache-Control"), "no-cache");
      EXPECT_FALSE(header(*kept, "Content-Security-Policy").empty());
    }
  }
  EXPECT_TRUE(world.fast(middle, http::Method::Head).has_value());
  EXPECT_FALSE(world.fast(middle, http::Method::Post).has_value());
  EXPECT_TRUE(says(get("/"), "<span>1.204 lượt xem</span>"));  // home adds none
  EXPECT_TRUE(says(get("/bai", Language::English), ">1,204</td>"));
  EXPECT_TRUE(says(get("/bai/1-bai-mot"), ">1.204<span"));  // as a newer neighbour
  EXPECT_TRUE(says(get(middle + "?x=1"), "<span>1.205 lượt xem</span>"));
}

TEST_F(PortalPages, AKeptPageIsTheDrawnOne) {
  publish_three();
  for (const std::string path : {"/", "/bai"}) {
    EXPECT_FALSE(world.fast(path).has_value()) << path;
    const auto drawn = get(path);
    const auto kept = world.fast(path);
    ASSERT_TRUE(kept.has_value()) << path;
    EXPECT_EQ(kept->body, drawn.body);
    EXPECT_FALSE(world.fast(path, http::Method::Get, {{"cookie", "lantoa-ngon-ngu=en"}}));
    const auto packed = world.fast(path, http::Method::Get, {{"accept-encoding", "br, gzip"}});
    ASSERT_TRUE(packed.has_value());
    EXPECT_EQ(header(*packed, "Content-Encoding"), "gzip");
    EXPECT_LT(packed->body.size(), drawn.body.size());
    EXPECT_EQ(packed->body.substr(0, 2), "\x1f\x8b");
  }
}

TEST_F(PortalPages, OnlyWhatIsTheSameForEverybodyIsKept) {
  publish_three();
  const std::string token = world.node.sign_in("account/1");
  const auto own = world.node.get("/", token);
  EXPECT_EQ(header(own, "Cache-Control"), "no-store");
  EXPECT_FALSE(world.fast("/").has_value());
  get("/?xong=luu");
  EXPECT_FALSE(world.fast("/").has_value());
  get("/");
  EXPECT_TRUE(world.fast("/").has_value());
  EXPECT_FALSE(world.fast("/", http::Method::Get,
                          {{"cookie", std::string(session::cookie_name) + "=" + token}}));
}

TEST_F(PortalPages, AFactThatMattersIsSeenAtOnceAndReceiptsAfterASecond) {
  world.issue_plan();
  const auto article = world.publish(text_of("Bài"), "bai", {}, PlanNo{1});
  EXPECT_FALSE(says(get("/"), "Đã tới"));
  world.open_item(article, 7, 5);
  EXPECT_TRUE(says(get("/"),
                   "<a class=\"figure\" href=\"/chien-dich/1#da-toi\">71,4 %</a> cán bộ <span "
                   "class=\"nowrap\">(5 / 7)</span>"));
  EXPECT_TRUE(says(get("/"), "06/KH-HĐPHPBGDPL"));
  EXPECT_TRUE(says(get("/bai/1-bai"),
                   "<a class=\"figure\" href=\"/chien-dich/1#da-toi\">71,4 %</a> cán bộ <span "
                   "class=\"nowrap\">(5 / 7)</span>"));
  EXPECT_TRUE(
      says(get("/bai/1-bai", Language::English),
           "<a class=\"figure\" href=\"/chien-dich/1#da-toi\">71.4 %</a> of officials <span "
           "class=\"nowrap\">(5 / 7)</span>"));
  world.node.clock.time.ms += figures_age_ms_max;
  get("/");
  world.receive(7);
  EXPECT_TRUE(world.fast("/").has_value());  // a little old
  world.node.clock.time.ms += figures_age_ms_max;
  EXPECT_FALSE(world.fast("/").has_value());
  EXPECT_TRUE(says(get("/"), ">100,0 %</a>"));
  world.publish(text_of("Mới"), "moi");
  EXPECT_FALSE(world.fast("/").has_value());
}

TEST_F(PortalPages, VeryFewPersonsAreNoPublicFigure) {
  world.issue_plan();
  world.open_item(world.publish(text_of("Bài"), "bai", {}, PlanNo{1}), 4, 1);
  EXPECT_FALSE(says(get("/"), "(1 / 4)"));
  EXPECT_FALSE(says(get("/bai/1-bai"), "(1 / 4)"));
}

TEST_F(PortalPages, TextThatLooksLikeASlotStaysText) {
  const std::string guess = http::slot_mark("00000000000000000000000000000000", 1);
  world.publish({guess, guess, guess, guess}, "bai");
  EXPECT_TRUE(says(get("/bai/1-bai"), "<h1 lang=\"vi\">" + guess + "</h1>"));
}

TEST_F(PortalPages, TheListHasPages) {
  for (std::uint32_t i = 0; i < rows_per_page + 1; ++i) world.publish(text_of("Bài"), "bai");
  EXPECT_TRUE(says(get("/bai"), "/bai?trang=2"));
  const auto last = get("/bai?trang=2");
  EXPECT_TRUE(says(last, "href=\"/bai/1-bai\""));
  EXPECT_FALSE(says(last, "href=\"/bai/2-bai\""));
}

TEST_F(PortalPages, ViewsAreWrittenOnceAMinuteAndAtTheEnd) {
  publish_three();
  ViewCourier courier(world.node.app, world.live, world.content, world.node.clock);
  const auto head = [&] { return world.node.engine.head().seq; };
  get(middle);
  const auto before = head();
  EXPECT_FALSE(courier.step());
  EXPECT_EQ(head(), before);
  world.node.clock.time.ms += flush_every_ms;
  courier.step();
  EXPECT_EQ(head(), before + 1);
  EXPECT_EQ(world.views.views(ArticleNo{2}), 1U);
  EXPECT_TRUE(says(*world.fast(middle), "<span>2 lượt xem</span>"));  // still the kept page
  EXPECT_EQ(world.views.views(ArticleNo{2}), 1U);
  world.node.clock.time.ms += flush_every_ms;
  courier.step();
  EXPECT_EQ(head(), before + 2);
  world.node.clock.time.ms += flush_every_ms;
  courier.step();
  EXPECT_EQ(head(), before + 2);  // nothing changed, nothing written
  world.fast(middle);
  courier.finish();
  EXPECT_EQ(world.views.views(ArticleNo{2}), 3U);
  EXPECT_EQ(world.live.views.total(ArticleNo{2}), 3U);
}

TEST_F(PortalPages, ARobotAndAPageFetchedBeforehandSeeTheCountAndLeaveIt) {
  publish_three();
  get(middle);
  for (const auto& sent : std::vector<std::pair<std::string, std::string>>{
           {"user-agent", "Mozilla/5.0 (compatible; Googlebot/2.1)"},
           {"sec-purpose", "prefetch"}}) {
    EXPECT_TRUE(says(*world.fast(middle, http::Method::Get, {sent}), "<span>1 lượt xem</span>"));
    http::Request request = testing::make_request(http::Method::Get, middle);
    request.headers.push_back(sent);
    EXPECT_TRUE(says(testing::answer(world.node.site, request), "<span>1 lượt xem</span>"));
  }
  EXPECT_EQ(world.live.views.total(ArticleNo{2}), 1U);
}

TEST_F(PortalPages, NoViewIsLostOrCountedTwiceWhileTheyAreWritten) {
  publish_three();
  get(middle);
  constexpr std::uint32_t readers = 4;
  constexpr std::uint32_t reads = 500;
  std::vector<std::thread> threads;
  std::atomic<std::uint32_t> unanswered{0};
  for (std::uint32_t i = 0; i < readers; ++i) {
    threads.emplace_back([&] {
      for (std::uint32_t n = 0; n < reads; ++n) {
        if (!world.fast(middle)) ++unanswered;
      }
    });
  }
  std::uint64_t last = 0;
  bool fell = false;
  for (int i = 0; i < 20; ++i) {
    EXPECT_TRUE(flush_views(world.node.app, world.live, world.content).has_value());
    const std::uint64_t now = world.live.views.total(ArticleNo{2});
    fell = fell || now < last;
    last = now;
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(flush_views(world.node.app, world.live, world.content).has_value());
  EXPECT_FALSE(fell);
  EXPECT_EQ(unanswered, 0U);
  EXPECT_EQ(world.live.views.total(ArticleNo{2}), 1U + readers * reads);
  EXPECT_EQ(world.views.views(ArticleNo{2}), 1U + readers * reads);
}

TEST_F(PortalPages, HealthTellsTheLedger) {
  const auto health = get("/healthz");
  EXPECT_EQ(health.status, 200);
  EXPECT_EQ(health.body, "{\"status\":\"ok\",\"ledger\":3,\"writing\":true}\n");
}

}  // namespace
}  // namespace lantoa::city::portal
