#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/statistics/testing_world.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ReportPages : public ::testing::Test {
 protected:
  ReportPages()
      : planner(world.node.sign_in(World::planner())),
        district(world.node.sign_in(World::district())),
        ward(world.node.sign_in(World::ward())) {}

  static std::string all_zero() {
    std::string out;
    for (int i = 1; i <= 14; ++i) out += "&cot-" + std::to_string(i) + "=0";
    return out;
  }
  static std::string location(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
      if (name == "Location") return value;
    }
    return {};
  }

  World world;
  std::string planner, district, ward;
};

TEST_F(ReportPages, ARoundIsOpenedFromAForm) {
  EXPECT_THAT(world.node.get("/bao-cao", planner).body, HasSubstr("Chưa có kỳ báo cáo nào"));
  const auto form = world.node.get("/bao-cao/mo", planner);
  EXPECT_THAT(form.body, HasSubstr("không phải biểu mẫu đang có hiệu lực"));
  const auto wrong = world.node.post("/bao-cao/mo", "pham-vi=1&tu-ngay=31/02/2021", planner);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"31/02/2021\""));
  const auto done = world.node.post("/bao-cao/mo",
                                    "pham-vi=1&bieu-mau=hoat-dong-cap-xa-2012&tu-ngay=01/01/2021&"
                                    "den-ngay=30/06/2021&han=05/07/2021",
                                    planner);
  EXPECT_EQ(location(done), "/bao-cao/1?xong=luu");
  EXPECT_THAT(world.node.get("/bao-cao", ward).body, HasSubstr("6 tháng đầu năm 2021"));
  EXPECT_THAT(world.node.get("/bao-cao", ward).body, HasSubstr("/bao-cao/1/don-vi/3"));
  EXPECT_EQ(world.node.get("/bao-cao/mo", ward).status, 403);
}

TEST_F(ReportPages, AWardFillsItAndEveryFigureOpensToItsActivities) {
  world.meeting(3, "2021-03-03", 1'045);
  world.open_half_year();
  const auto form = world.node.get("/bao-cao/1/don-vi/3", ward);
  EXPECT_THAT(form.body, HasSubstr("id=\"cot-2\" name=\"cot-2\" inputmode=\"numeric\" "
                                   "autocomplete=\"off\" value=\"1045\""));
  const auto gaps = world.node.post("/bao-cao/1/don-vi/3", "ban=0&cot-1=1&cot-2=x", ward);
  EXPECT_EQ(gaps.status, 422);
  EXPECT_THAT(gaps.body, HasSubstr("id=\"cot-2-loi\""));
  const auto done =
      world.node.post("/bao-cao/1/don-vi/3", "ban=0" + all_zero() + "&giai-trinh=Đếm lại", ward);
  EXPECT_EQ(location(done), "/bao-cao/1/don-vi/3?xong=nop-bao-cao");
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/3", district).body, HasSubstr("1.045"));
  const auto cell = world.node.get("/bao-cao/1/don-vi/3/cot/2", district);
  EXPECT_THAT(cell.body, HasSubstr("href=\"/hoat-dong/1\""));
  EXPECT_THAT(cell.body, HasSubstr("khác với báo cáo"));
  EXPECT_THAT(cell.body, HasSubstr("Đếm lại"));
  EXPECT_EQ(world.node.get("/bao-cao/1/don-vi/3/cot/99", district).status, 404);
}

TEST_F(ReportPages, ADistrictReviewsWhatItsWardsHandIn) {
  world.open_half_year();
  ASSERT_TRUE(world.run(World::ward(), World::report(3, {{"6", 2}})));
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/3", ward).body,
              Not(HasSubstr("Tiếp nhận báo cáo")));
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/3", district).body, HasSubstr("Tiếp nhận báo cáo"));
  const auto reasonless = world.node.post("/bao-cao/1/don-vi/3/tra-lai", "ban=1&ly-do=", district);
  EXPECT_EQ(reasonless.status, 422);
  EXPECT_THAT(reasonless.body, HasSubstr("<details open>"));
  EXPECT_THAT(reasonless.body, HasSubstr("id=\"cot-6\" name=\"cot-6\" inputmode=\"numeric\" "
                                         "autocomplete=\"off\" value=\"2\""))
      << "the other form is untouched";
  EXPECT_EQ(world.node.post("/bao-cao/1/don-vi/3/tra-lai", "ban=1&ly-do=Thiếu", district).status,
            303);
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/3", ward).body, HasSubstr("Thiếu"));
  ASSERT_TRUE(world.run(World::ward(), World::report(3, {{"6", 3}}, 1)));
  EXPECT_EQ(world.node.post("/bao-cao/1/don-vi/3/nhan", "ban=2", district).status, 303);
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/3", ward).body,
              HasSubstr("Báo cáo đã được tiếp nhận."));
}

TEST_F(ReportPages, EveryVersionCanBeRead) {
  world.open_half_year();
  ASSERT_TRUE(world.run(World::ward(), World::report(3, {{"6", 21}})));
  ASSERT_TRUE(world.run(World::ward(), World::report(3, {{"6", 22}}, 1)));
  const auto first = world.node.get("/bao-cao/1/don-vi/3?ban=1", district);
  EXPECT_THAT(first.body, HasSubstr(">21<"));
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/3", district).body, HasSubstr(">22<"));
  // Somebody else's newer version is shown before it is written over.
  const auto between = world.node.post("/bao-cao/1/don-vi/3", "ban=1" + all_zero(), ward);
  EXPECT_EQ(between.status, 409);
  EXPECT_THAT(between.body, HasSubstr("Số liệu của bản 2"));
}

TEST_F(ReportPages, ARoundIsCancelledFromItsPage) {
  world.open_half_year();
  EXPECT_EQ(world.node.post("/bao-cao/1/huy", "ly-do=", planner).status, 422);
  EXPECT_EQ(world.node.post("/bao-cao/1/huy", "ly-do=Nhầm", planner).status, 303);
  EXPECT_THAT(world.node.get("/bao-cao/1", ward).body, HasSubstr("Nhầm"));
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/3", ward).body, HasSubstr("Kỳ báo cáo đã hủy"));
}

TEST_F(ReportPages, ARoundOfAnotherDistrictIsNotListed) {
  OpenRound round = World::half_year();
  round.scope = UnitNo{2};
  ASSERT_TRUE(world.run(World::planner(), round));
  const std::string elsewhere = world.node.sign_in(World::elsewhere());
  EXPECT_THAT(world.node.get("/bao-cao", elsewhere).body, HasSubstr("Chưa có kỳ báo cáo nào"));
  EXPECT_THAT(world.node.get("/bao-cao", ward).body, HasSubstr("/bao-cao/1"));
}

TEST_F(ReportPages, ARoundAddsUpAndNamesWhoIsMissing) {
  world.open_half_year();
  ASSERT_TRUE(world.run(World::ward(), World::report(3, {{"6", 2}})));
  const auto page = world.node.get("/bao-cao/1", planner);
  EXPECT_THAT(page.body, HasSubstr("1/3"));
  EXPECT_THAT(page.body, HasSubstr("Phường Mười Hai"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/bao-cao/1/don-vi/1/cot/6\""));
  EXPECT_THAT(world.node.get("/bao-cao/1", district).body, HasSubstr("1/2"));
  EXPECT_EQ(world.node.get("/bao-cao/1?don-vi=1", district).status, 403);
  const auto file = world.node.get("/bao-cao/1?don-vi=2&dang=csv", district);
  EXPECT_THAT(file.body, HasSubstr("03,Phường Mười Một,đã nộp,0,0,0,0,0,2,"));
  EXPECT_THAT(file.body, HasSubstr("04,Phường Mười Hai,chưa nộp,,"));
  EXPECT_THAT(world.node.get("/bao-cao/1/don-vi/1/cot/6", planner).body,
              HasSubstr("href=\"/bao-cao/1/don-vi/2/cot/6\""));
}

TEST_F(ReportPages, ClosingKeepsWhatWasAddedUp) {
  world.open_half_year();
  ASSERT_TRUE(world.run(World::ward(), World::report(3, {{"6", 2}})));
  EXPECT_THAT(world.node.get("/bao-cao/1", planner).body, HasSubstr("Khóa kỳ báo cáo"));
  EXPECT_THAT(world.node.get("/bao-cao/1", district).body, Not(HasSubstr("Khóa kỳ báo cáo")));
  EXPECT_EQ(world.node.post("/bao-cao/1/khoa", "", planner).status, 303);
  EXPECT_THAT(world.node.get("/bao-cao/1", planner).body, HasSubstr("Đã khóa lúc"));
  EXPECT_EQ(
      world.node.post("/bao-cao/1/nop-bo-sung", "don-vi=04&gia-han-den=02/07/2021&ly-do=", planner)
          .status,
      422);
  EXPECT_EQ(world.node
                .post("/bao-cao/1/nop-bo-sung", "don-vi=04&gia-han-den=02/07/2021&ly-do=Mất điện",
                      planner)
                .status,
            303);
  ASSERT_TRUE(world.run(World::planner(), World::report(4, {{"6", 5}})));
  EXPECT_THAT(world.node.get("/bao-cao/1", planner).body, HasSubstr("(lúc khóa: 2)"));
}

TEST_F(ReportPages, StandOnTheStartPageOfWhoHasToActOnThem) {
  const auto duties = [&](const std::string& who) {
    Visit visit;
    visit.actor = *world.node.app.find_actor(who);
    std::vector<App::Duty> out;
    for (const auto& of_slice : world.node.app.duties) of_slice(visit, out);
    return out;
  };
  world.open_half_year();
  ASSERT_EQ(duties(World::ward()).size(), 1);
  EXPECT_EQ(duties(World::ward()).front().left, 4);
  EXPECT_EQ(duties(World::ward()).front().address, "/bao-cao/1/don-vi/3");
  EXPECT_TRUE(duties(World::district()).empty()) << "the wards' own affair";
  ASSERT_TRUE(world.run(World::ward(), World::report(3, {})));
  EXPECT_TRUE(duties(World::ward()).empty());
  ASSERT_EQ(duties(World::district()).size(), 1);
  EXPECT_THAT(duties(World::district()).front().detail, HasSubstr("1 báo cáo"));
  EXPECT_TRUE(duties(World::elsewhere()).empty());
  const std::string row = "Phường Mười Một</a></th><td data-label=\"Tình trạng\"";
  for (const char* list : {"cho-nhan", "da-nop", "dung-han", "tat-ca"}) {
    EXPECT_THAT(world.node.get(std::string("/bao-cao/1?xem=") + list, district).body,
                HasSubstr(row))
        << list;
  }
  for (const char* list : {"chua-nop", "da-nhan"}) {
    EXPECT_THAT(world.node.get(std::string("/bao-cao/1?xem=") + list, district).body,
                Not(HasSubstr(row)))
        << list;
  }
  ASSERT_TRUE(world.run(World::district(), ReturnReport{RoundNo{1}, UnitNo{3}, 1, "x"}));
  EXPECT_EQ(duties(World::ward()).front().state->vi, "Bị trả lại");
}

TEST_F(ReportPages, AreReadInEnglish) {
  world.open_half_year();
  EXPECT_THAT(world.node.get("/bao-cao/1", planner, Language::English).body,
              HasSubstr("first half of 2021"));
}

}  // namespace
}  // namespace lantoa::city::statistics
