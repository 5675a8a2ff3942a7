// Pages and the API of what channels did by themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/activity/testing_articles.h"
#include "city/testing_programs.h"

namespace lantoa::city::activity {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::Programs;

class ChannelPages : public ::testing::Test {
 protected:
  ChannelPages() : ward(world.node.sign_in(World::ward())) {}

  http::Response get(const std::string& path, Language language = Language::Vietnamese) {
    return world.node.get(path, ward, language);
  }
  static std::string location(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
      if (name == "Location") return value;
    }
    return {};
  }
  // As a later slice hangs one: so many a day of this unit.
  void hang_figure(UnitNo unit, std::vector<std::pair<Date, std::uint64_t>> days) {
    ChannelFigure figure;
    figure.code = "thu-mau";
    figure.label = {"Thư mẫu đã gửi", "Sample mails"};
    figure.unit = {"thư", "mails"};
    figure.about = {"Mỗi thư một lần.", "Each mail once."};
    figure.records = [unit, days](const ChannelAsk& ask, Language) {
      std::vector<ChannelRecord> out;
      for (const auto& [on, count] : days) {
        if (!ask.below[unit.index()] || on < ask.from || on > ask.to) continue;
        out.push_back({"Thư gốc", true, on, count, "/nhiem-vu/2", false, {}});
      }
      return out;
    };
    figure.amount = [records = figure.records](const ChannelAsk& ask) {
      std::uint64_t sum = 0;
      for (const auto& one : records(ask, Language::Vietnamese)) sum += one.amount;
      return sum;
    };
    world.node.app.channel_figures.push_back(std::move(figure));
  }

  World world;
  Articles articles{world};
  std::string ward;
};

TEST_F(ChannelPages, SayWhatWouldAppearWhileThereIsNothing) {
  const auto list = get("/hoat-dong");
  EXPECT_EQ(list.status, 200);
  EXPECT_THAT(list.body, HasSubstr("Các kênh đã tự ghi"));
  EXPECT_THAT(list.body, HasSubstr("Chưa có gì trong thời gian này"));
  EXPECT_THAT(get("/hoat-dong", Language::English).body, HasSubstr("Nothing in this time yet"));
  EXPECT_THAT(get("/hoat-dong/tu-ghi").body, HasSubstr("Chưa có bài nào"));
  hang_figure(UnitNo{3}, {});
  EXPECT_THAT(get("/hoat-dong/tu-ghi/thu-mau", Language::English).body,
              HasSubstr("Nothing in this time"));
  EXPECT_EQ(get("/hoat-dong/tu-ghi/la-lung").status, 404);
}

TEST_F(ChannelPages, CountBesideWhatPeopleRecorded) {
  articles.publish(UnitNo{3}, "Bài <một>", {DocumentNo{1}}, PlanNo{1});
  world.log(World::meeting());
  const auto list = get("/hoat-dong");
  EXPECT_THAT(list.body, HasSubstr("Tổng số hoạt động: 1")) << "by hand, as before";
  EXPECT_THAT(list.body, HasSubstr("<a class=\"figure\" href=\"/hoat-dong/tu-ghi?don-vi=3\">1<"));
  EXPECT_THAT(list.body, HasSubstr("Tin, bài trên Cổng"));
  EXPECT_THAT(list.body, Not(HasSubstr("Bài &lt;một&gt;"))) << "it is no activity of the list";
  EXPECT_THAT(get("/hoat-dong", Language::English).body, HasSubstr("Articles on the portal"));
  const auto entries = get("/hoat-dong/tu-ghi?don-vi=3");
  for (const char* text :
       {"Bài &lt;một&gt;", "href=\"/bai/1\"", "Phường Mười Một", "20/05/2021", "97/2019/QH14",
        "06/KH-HĐPHPBGDPL", "href=\"/ke-hoach/1\"", "Đang tính"}) {
    EXPECT_THAT(entries.body, HasSubstr(text));
  }
  EXPECT_THAT(get("/hoat-dong/tu-ghi", Language::English).body, HasSubstr("Public since"));
  const auto moved = get("/hoat-dong?don-vi=3&loai=cong-tin");
  EXPECT_EQ(moved.status, 303);
  EXPECT_EQ(location(moved), "/hoat-dong/tu-ghi?don-vi=3");
}

TEST_F(ChannelPages, AWithdrawnArticleIsStruckOutWithItsReason) {
  const ArticleNo no = articles.publish(UnitNo{3}, "Bài một");
  articles.withdraw(no);
  const auto page = get("/hoat-dong/tu-ghi");
  EXPECT_THAT(page.body, HasSubstr("<s><a href=\"/bai/1\">Bài một</a></s>"));
  EXPECT_THAT(page.body, HasSubstr("Không tính"));
  EXPECT_THAT(page.body, HasSubstr("Nội dung có chỗ sai"));
  EXPECT_THAT(page.body, HasSubstr("Ghi nhầm số điều"));
  EXPECT_THAT(get("/hoat-dong/tu-ghi", Language::English).body, HasSubstr("The text is wrong"));
  const auto list = get("/hoat-dong");
  EXPECT_THAT(list.body, HasSubstr("Chưa có gì trong thời gian này"));
  EXPECT_THAT(list.body, HasSubstr("<a href=\"/hoat-dong/tu-ghi?don-vi=3\">")) << "and yet found";
}

TEST_F(ChannelPages, ThePeriodNarrowsChannelsAndActivitiesAlike) {
  articles.publish(UnitNo{3}, "Bài tháng năm");
  world.log(World::meeting(45));
  world.turn_to("2021-06-10");
  articles.publish(UnitNo{3}, "Bài tháng sáu");
  LogActivity later = World::meeting(46);
  later.typed.on = day("2021-06-10");
  world.log(later);
  ward = world.node.sign_in(World::ward());  // the former one has ended meanwhile
  const auto may = get("/hoat-dong?tu-ngay=2021-05-01&den-ngay=2021-05-31");
  EXPECT_THAT(may.body, HasSubstr("Tổng số hoạt động: 1"));
  EXPECT_THAT(may.body, HasSubstr("href=\"/hoat-dong/1\""));
  EXPECT_THAT(may.body, Not(HasSubstr("href=\"/hoat-dong/2\"")));
  EXPECT_THAT(may.body, HasSubstr("value=\"01/05/2021\"")) << "the form keeps it";
  const std::string days = "&amp;tu-ngay=2021-05-01&amp;den-ngay=2021-05-31";
  EXPECT_THAT(may.body, HasSubstr("/hoat-dong/tu-ghi?don-vi=3" + days));
  EXPECT_THAT(may.body, HasSubstr(days + "&amp;loai=truc-tiep"));
  const auto entries = get("/hoat-dong/tu-ghi?den-ngay=31/05/2021");
  EXPECT_THAT(entries.body, HasSubstr("Bài tháng năm"));
  EXPECT_THAT(entries.body, Not(HasSubstr("Bài tháng sáu")));
  EXPECT_THAT(get("/hoat-dong?tu-ngay=2020-01-01&den-ngay=2020-12-31").body,
              HasSubstr("Không ai ghi hoạt động nào trong thời gian này"));
  EXPECT_EQ(get("/hoat-dong?tu-ngay=31/02/2021").status, 422);
  EXPECT_EQ(get("/hoat-dong?tu-ngay=2021-05-02&den-ngay=2021-05-01").status, 422);
  EXPECT_EQ(get("/hoat-dong?den-ngay=31/12/9999").status, 200);
}

TEST_F(ChannelPages, AFigureOpensWhatItWasAddedUpFrom) {
  hang_figure(UnitNo{3}, {{day("2021-05-10"), 2}, {day("2021-05-20"), 1'500}});
  const auto list = get("/hoat-dong");
  EXPECT_THAT(list.body, HasSubstr("Thư mẫu đã gửi"));
  EXPECT_THAT(list.body, HasSubstr("href=\"/hoat-dong/tu-ghi/thu-mau?don-vi=3\">1.502"));
  const auto page = get("/hoat-dong/tu-ghi/thu-mau?don-vi=3&tu-ngay=2021-05-11");
  EXPECT_THAT(page.body, HasSubstr("1.500"));
  EXPECT_THAT(page.body, Not(HasSubstr("1.502")));
  EXPECT_THAT(page.body, HasSubstr("href=\"/nhiem-vu/2\" lang=\"vi\""));
  EXPECT_THAT(page.body, HasSubstr("20/05/2021"));
  EXPECT_THAT(get("/hoat-dong/tu-ghi/thu-mau", Language::English).body, HasSubstr("1,502"));
}

TEST_F(ChannelPages, AreSeenByWhoSeesTheUnit) {
  articles.publish(UnitNo{3}, "Bài một");
  EXPECT_EQ(get("/hoat-dong/tu-ghi?don-vi=2").status, 403);
  EXPECT_EQ(get("/hoat-dong/tu-ghi?don-vi=99").status, 404);
  hang_figure(UnitNo{3}, {});
  EXPECT_EQ(get("/hoat-dong/tu-ghi/thu-mau?don-vi=2").status, 403);
  const std::string elsewhere = world.node.sign_in(World::elsewhere());
  EXPECT_THAT(world.node.get("/hoat-dong/tu-ghi", elsewhere).body, Not(HasSubstr("Bài một")));
  const std::string district = world.node.sign_in(World::district());
  EXPECT_THAT(world.node.get("/hoat-dong/tu-ghi", district).body, HasSubstr("Bài một"));
}

TEST_F(ChannelPages, ALongListHasPages) {
  for (std::uint32_t i = 1; i <= rows_per_page + 1; ++i) {
    articles.publish(UnitNo{3}, "Bài số " + std::to_string(i));
  }
  EXPECT_THAT(get("/hoat-dong/tu-ghi").body, HasSubstr("don-vi=3&amp;trang=2"));
  const auto second = get("/hoat-dong/tu-ghi?don-vi=3&trang=2");
  EXPECT_THAT(second.body, HasSubstr("href=\"/bai/1\""));
  EXPECT_THAT(second.body, Not(HasSubstr("href=\"/bai/2\"")));
}

TEST_F(ChannelPages, TwinsStandSideBySide) {
  world.log(news("Bài một"));
  articles.publish(UnitNo{3}, "Bài một");
  EXPECT_THAT(get("/hoat-dong/tu-ghi").body, HasSubstr("Nghi trùng"));
  EXPECT_THAT(get("/hoat-dong/tu-ghi").body, HasSubstr("href=\"/hoat-dong/1\""));
  EXPECT_THAT(get("/hoat-dong").body, HasSubstr("Nghi trùng"));
  const auto page = get("/hoat-dong/1");
  EXPECT_THAT(page.body, HasSubstr("Cổng đã tự tính bài"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/bai/1\""));
  const auto correct = get("/hoat-dong/1/sua");
  EXPECT_THAT(correct.body, HasSubstr("id=\"khong-trung\""));
}

TEST_F(ChannelPages, TheFormAsksAndTheBoxLetsItThrough) {
  articles.publish(UnitNo{3}, "Bài một");
  const auto form = get("/hoat-dong/ghi");
  EXPECT_THAT(form.body, HasSubstr("chỉ ghi tin, bài đăng nơi khác"));
  EXPECT_THAT(form.body, Not(HasSubstr("value=\"cong-tin\"")));
  const std::string same =
      "don-vi=3&loai=tin-bai&so-tin-bai-tin-bai=1&ngay=20/05/2021&noi-dung=Bài một";
  const auto asked = world.node.post("/hoat-dong/ghi", same, ward);
  EXPECT_EQ(asked.status, 409);
  EXPECT_THAT(asked.body, HasSubstr("id=\"khong-trung\""));
  EXPECT_THAT(asked.body, HasSubstr("<a href=\"/bai/1\" lang=\"vi\">Bài một</a>"));
  EXPECT_THAT(asked.body, HasSubstr("value=\"Bài một\"")) << "what was typed stays";
  EXPECT_EQ(world.node.post("/hoat-dong/ghi", same + "&khong-trung=1", ward).status, 303);
  const auto wrong = world.node.post(
      "/hoat-dong/ghi", "don-vi=3&loai=cong-tin&so-cong-tin-tin-bai=1&ngay=20/05/2021", ward);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("do Cổng tự ghi"));
}

TEST_F(ChannelPages, TellAPageOfATaskWhatWasPublishedForItsPlan) {
  articles.publish(UnitNo{3}, "Bài một", {}, PlanNo{1});
  const ArticleNo gone = articles.publish(UnitNo{3}, "Bài hai", {}, PlanNo{1});
  articles.publish(UnitNo{3}, "Bài ngoài kế hoạch");
  articles.publish(UnitNo{2}, "Bài của quận", {}, PlanNo{1});
  articles.withdraw(gone);
  const auto records = world.node.app.channel_entries(PlanNo{1}, UnitNo{3});
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].title, "Bài hai") << "the newest first";
  EXPECT_TRUE(records[0].is_void);
  EXPECT_THAT(records[0].note->vi, HasSubstr("Nội dung có chỗ sai. Không tính."));
  EXPECT_EQ(records[1].address, "/bai/1");
  EXPECT_FALSE(records[1].is_void);
}

TEST_F(ChannelPages, ProgramsReadThemAsActivitiesAreRead) {
  Programs programs(world.node);
  articles.publish(UnitNo{3}, "Bài tháng năm", {DocumentNo{1}}, PlanNo{1});
  world.turn_to("2021-06-10");
  const ArticleNo second = articles.publish(UnitNo{2}, "Bài của quận");
  const auto titles = [](const json::Value& answer) {
    std::string out;
    for (const auto& one : answer.find("entries")->list) out += one.find("title")->text + "; ";
    return out;
  };
  const json::Value all = programs.read("/channel-entries", World::district());
  EXPECT_EQ(titles(all), "Bài tháng năm; Bài của quận; ");
  EXPECT_EQ(all.find("next"), nullptr);
  const json::Value& first = all.find("entries")->list.front();
  EXPECT_EQ(first.find("kind")->text, "cong-tin");
  EXPECT_EQ(first.find("on")->text, "2021-05-20");
  EXPECT_EQ(first.find("plan")->integer, 1U);
  EXPECT_TRUE(first.find("counted")->flag);
  EXPECT_EQ(titles(programs.read("/channel-entries?unit=3", World::district())), "Bài tháng năm; ");
  EXPECT_EQ(titles(programs.read("/channel-entries?from=2021-06-01", World::district())),
            "Bài của quận; ");
  EXPECT_EQ(titles(programs.read("/channel-entries?kind=cong-tin&after=1", World::district())),
            "Bài của quận; ");
  EXPECT_EQ(titles(programs.read("/channel-entries", World::ward())), "Bài tháng năm; ");
  EXPECT_EQ(programs.get("/channel-entries?unit=2", World::ward()).status, 403);
  EXPECT_EQ(programs.get("/channel-entries?kind=truc-tiep", World::ward()).status, 422);

  const auto up_to = programs.read("/channel-entries?changed_after=0", World::district())
                         .find("changes")
                         ->find("up_to")
                         ->integer;
  articles.withdraw(second);
  const json::Value changed =
      programs.read("/channel-entries?changed_after=" + std::to_string(up_to), World::district());
  ASSERT_EQ(changed.find("entries")->list.size(), 1U) << "a copy hears of the withdrawal";
  const json::Value& gone = changed.find("entries")->list.front();
  EXPECT_FALSE(gone.find("counted")->flag);
  EXPECT_EQ(gone.find("withdrawn")->find("reason")->text, "Wrong");
}

TEST_F(ChannelPages, ProgramsCannotRecordThem) {
  Programs programs(world.node);
  const auto refused = programs.post("/activities",
                                     R"({"unit":3,"kind":"cong-tin","on":"2021-05-20",)"
                                     R"("amounts":[{"measure":"tin-bai","amount":1}]})",
                                     World::ward());
  EXPECT_THAT(Programs::places_of(refused, 422), ::testing::ElementsAre("kind"));
  EXPECT_EQ(world.activities.activities(), 0U);
}

}  // namespace
}  // namespace lantoa::city::activity
