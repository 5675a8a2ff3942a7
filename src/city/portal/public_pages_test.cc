// Campaigns, units, what was published about a law, and what the site says of itself.
#include <gtest/gtest.h>

#include "city/portal/testing_world.h"

namespace lantoa::city::portal {
namespace {

bool says(const http::Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

content::ArticleText text_of(std::string title) {
  return {std::move(title), "Sapo", "Nội dung", "Người viết mẫu"};
}

class PublicPages : public ::testing::Test {
 protected:
  PublicPages() { world.open_city(); }

  void open_unit(std::uint32_t no, const std::string& name) {
    world.tell("unit", organisation::UnitOpened{UnitNo{no},
                                                UnitNo{1},
                                                name,
                                                std::to_string(no),
                                                organisation::Kind::Department,
                                                {},
                                                {}});
  }
  // So many persons at a unit, numbered on from those before.
  void people(std::uint32_t unit, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      identity::PersonRegistered fact{};
      fact.person = PersonNo{++persons};
      fact.unit = UnitNo{unit};
      world.tell("person", fact);
    }
  }
  void open_item(ArticleNo article) {
    world.tell("item", reach::ItemOpened{ItemNo{1}, article, 1, PlanNo{1}, UnitNo{1},
                                         plan::Audience::Everybody});
  }
  void freeze(std::uint32_t unit, std::uint32_t all, std::uint32_t reached) {
    report::FigureFrozen fact{};
    fact.figure = FigureNo{world.figures.figures() + 1};
    fact.item = ItemNo{1};
    fact.unit = UnitNo{unit};
    fact.day = *parse_iso_date("2021-05-12");
    fact.audience = all;
    fact.reached = reached;
    world.tell("figure", fact);
  }
  http::Response get(const std::string& path, Language language = Language::Vietnamese) {
    return world.node.get(path, {}, language);
  }

  World world;
  std::uint32_t persons = 0;
};

TEST_F(PublicPages, ACampaignShowsUnitsButNoSmallGroup) {
  open_unit(3, "Sở Hai");
  open_unit(4, "Sở Ba");
  open_unit(5, "Ban Bốn");
  people(2, 10);
  people(3, 20);
  people(4, 6);
  people(5, 3);  // few: hidden, and so is the next smallest, or the three would follow
  world.issue_plan();
  open_item(world.publish(text_of("Bài"), "bai", {}, PlanNo{1}));
  world.receive(5);
  const auto page = get("/chien-dich/1");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "(5 / 39)")) << page.body;
  EXPECT_TRUE(says(page, "<a href=\"/co-quan/2\" lang=\"vi\">Sở Tư pháp</a>"));
  EXPECT_TRUE(says(page, "<a href=\"/co-quan/3\" lang=\"vi\">Sở Hai</a>"));
  EXPECT_FALSE(says(page, "Sở Ba"));
  EXPECT_FALSE(says(page, "Ban Bốn"));
  EXPECT_TRUE(says(page, "Không nêu riêng: 2"));
  EXPECT_TRUE(says(get("/co-quan/3"), "(0 / 20)"));
  for (const char* hidden : {"/co-quan/4", "/co-quan/5"}) {
    EXPECT_TRUE(says(get(hidden), "Không có số liệu công bố được")) << hidden;
  }
}

TEST_F(PublicPages, ACampaignAboutVeryFewShowsNoFigure) {
  people(2, 4);
  world.issue_plan();
  open_item(world.publish(text_of("Bài"), "bai", {}, PlanNo{1}));
  for (const Language language : {Language::Vietnamese, Language::English}) {
    EXPECT_FALSE(says(get("/chien-dich/1", language), "/ 4"));
    EXPECT_FALSE(says(get("/co-quan/2", language), "/ 4"));
  }
}

TEST_F(PublicPages, AnOfficerSeesThereWhatEverybodySees) {
  people(2, 4);
  world.issue_plan();
  open_item(world.publish(text_of("Bài"), "bai", {}, PlanNo{1}));
  EXPECT_FALSE(says(world.node.get("/co-quan/2", world.node.sign_in("account/1")), "/ 4"));
}

TEST_F(PublicPages, FrozenFiguresComeWithTheirProof) {
  people(2, 10);
  world.issue_plan();
  open_item(world.publish(text_of("Bài"), "bai", {}, PlanNo{1}));
  EXPECT_TRUE(says(get("/chien-dich/1"), "Chưa có số liệu nào được chốt"));
  freeze(1, 10, 7);
  const auto page = get("/chien-dich/1");
  EXPECT_TRUE(says(page, "7 / 10")) << page.body;
  EXPECT_TRUE(says(page, "href=\"/so-lieu/1/bang-chung\""));
}

TEST_F(PublicPages, DraftsAreNoCampaigns) {
  plan::PlanDrafted draft{};
  draft.plan = PlanNo{1};
  draft.issuer = draft.scope = UnitNo{1};
  draft.title = "Chưa ban hành";
  world.tell("plan/1", draft);
  EXPECT_EQ(get("/chien-dich/1").status, 404);
  EXPECT_FALSE(says(get("/chien-dich"), "Chưa ban hành"));
  EXPECT_TRUE(says(get("/chien-dich"), "Chưa có kế hoạch nào được ban hành"));
}

TEST_F(PublicPages, AUnitShowsItsTasksAndTheirState) {
  world.issue_plan();
  plan::TaskAdded task{};
  task.task = TaskNo{1};
  task.plan = PlanNo{1};
  task.what = "Phổ biến <tại> chỗ";
  task.due = *parse_iso_date("2021-05-20");
  world.tell("plan/1", task);
  world.tell("plan/1", plan::PlanIssued{PlanNo{1}, "06/KH", *parse_iso_date("2021-05-12")});
  plan::AssignmentsGiven given{};
  given.task = TaskNo{1};
  given.first = AssignmentNo{1};
  given.units.numbers = {2};
  given.due = task.due;
  world.tell("plan/1", given);
  EXPECT_TRUE(says(get("/co-quan/2"), "Phổ biến &lt;tại&gt; chỗ"));
  EXPECT_TRUE(says(get("/co-quan/2"), "Chưa báo xong"));
  EXPECT_TRUE(says(get("/chien-dich/1"), "0 / 1"));
  world.tell("calendar", calendar::DayTurned{*parse_iso_date("2021-05-21")});
  EXPECT_TRUE(says(get("/co-quan/2"), "Chưa báo xong")) << "late is not for the public";
  EXPECT_FALSE(says(get("/co-quan/2"), "Quá hạn"));
  world.tell("plan/1", plan::AssignmentDone{AssignmentNo{1}, *parse_iso_date("2021-05-21")});
  world.node.clock.time.ms += figures_age_ms_max;
  EXPECT_TRUE(says(get("/co-quan/2"), "Xong ngày 21/05/2021"));
}

TEST_F(PublicPages, ALawSaysWhatWasPublishedAboutItAndItsStateToday) {
  const auto law = world.register_law("1/2021/NQ", "Nghị quyết", "2021-06-01");
  world.publish(text_of("Có dẫn"), "co-dan", {law});
  world.publish(text_of("Không dẫn"), "khong-dan");
  const auto page = get("/van-ban/1/bai");
  EXPECT_TRUE(says(page, "Còn hiệu lực đến hết 31/05/2021"));
  EXPECT_TRUE(says(page, "href=\"/bai/1-co-dan\""));
  EXPECT_FALSE(says(page, "Không dẫn"));
  world.tell("calendar", calendar::DayTurned{*parse_iso_date("2021-06-01")});
  EXPECT_TRUE(says(get("/van-ban/1/bai"), "Hết hiệu lực từ 01/06/2021"));
  EXPECT_EQ(get("/van-ban/9/bai").status, 404);
}

TEST_F(PublicPages, TheContactPageSaysOnlyWhatWasGiven) {
  EXPECT_TRUE(says(get("/lien-he"), "Chưa ghi cách liên hệ"));
  world.node.app.contact = {"Cơ quan <mẫu>", "", "", "mau@a.example"};
  world.live.pages.facts_changed();
  const auto page = get("/lien-he");
  EXPECT_TRUE(says(page, "Cơ quan &lt;mẫu&gt;"));
  EXPECT_TRUE(says(page, "href=\"mailto:mau@a.example\""));
  EXPECT_FALSE(says(page, "Điện thoại"));
}

TEST_F(PublicPages, AreInBothLanguagesAndKept) {
  world.issue_plan();
  world.publish(text_of("Bài"), "bai");
  for (const char* path : {"/gioi-thieu", "/lien-he", "/quyen-rieng-tu", "/tro-nang", "/so-do",
                           "/co-quan", "/co-quan/2", "/chien-dich", "/chien-dich/1"}) {
    for (const Language language : {Language::Vietnamese, Language::English}) {
      const auto page = get(path, language);
      EXPECT_EQ(page.status, 200) << path;
      EXPECT_FALSE(says(page, "[[")) << path;
    }
    EXPECT_TRUE(world.fast(path).has_value()) << path;
    EXPECT_TRUE(says(get("/"), "href=\"/so-do\""));
  }
}

TEST_F(PublicPages, AnArticleIsSavedAsOneFileThatAsksForNothing) {
  const auto law = world.register_law("1/2021/NQ", "Nghị quyết", {});
  auto text = text_of("Tiêu </title> đề");
  text.body = "Xem [sổ](/van-ban).";
  world.publish(text, "tieu-de", {law});
  const auto file = get("/bai/1/luu");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.header("Content-Disposition"), "attachment; filename=\"bai-1.html\"");
  EXPECT_TRUE(says(file, "<title>Tiêu &lt;/title&gt; đề"));
  EXPECT_TRUE(says(file, "href=\"http://127.0.0.1:8080/van-ban\""));
  EXPECT_TRUE(says(file, "href=\"http://127.0.0.1:8080/van-ban/1\""));
  for (const char* asks : {"src=", "url(", "<script", "@import", "rel=\"stylesheet\""}) {
    EXPECT_FALSE(says(file, asks)) << asks;
  }
  EXPECT_EQ(world.live.views.total(ArticleNo{1}), 0U);  // whoever saves it has looked at it before
  EXPECT_EQ(get("/bai/2/luu").status, 404);
  world.tell("article",
             content::ArticleWithdrawn{ArticleNo{1}, content::Reason::Wrong, "Sai.", PersonNo{1}});
  EXPECT_EQ(get("/bai/1/luu").status, 404);
}

TEST_F(PublicPages, WithoutFiguresComeAgainOnlyWhenTheyChanged) {
  const auto first = get("/gioi-thieu");
  const std::string tag(first.header("ETag"));
  ASSERT_FALSE(tag.empty());
  EXPECT_EQ(world.fast("/gioi-thieu", http::Method::Get, {{"if-none-match", tag}})->status, 304);
}

TEST_F(PublicPages, AUnitThatIsClosedSaysSoAtOnceAndStandsLast) {
  world.node.app.folds.on<organisation::UnitClosed>(
      [this](const auto& fact, const ledger::Stamp& stamp) { world.units.fold(fact, stamp); });
  open_unit(3, "Sở Hai");
  open_unit(4, "Sở Ba");
  EXPECT_FALSE(says(get("/co-quan"), "Dừng hoạt động"));
  EXPECT_FALSE(says(get("/co-quan/3"), "Dừng hoạt động"));
  world.tell("unit", organisation::UnitClosed{
                         UnitNo{3}, *parse_iso_date("2021-05-10"), "Lý do nội bộ", {}});
  for (const char* path : {"/co-quan", "/co-quan/1", "/co-quan/3"}) {
    const auto page = get(path);
    EXPECT_TRUE(says(page, "Dừng hoạt động từ 11/05/2021")) << path;
    EXPECT_FALSE(says(page, "Lý do nội bộ")) << path;
  }
  const std::string list = get("/co-quan").body;
  EXPECT_LT(list.find("Sở Ba"), list.find("Sở Hai"));
  EXPECT_TRUE(says(get("/co-quan/3", Language::English), "Closed since 11/05/2021"));
}

}  // namespace
}  // namespace lantoa::city::portal
