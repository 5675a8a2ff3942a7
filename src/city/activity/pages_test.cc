#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/activity/testing_world.h"

namespace lantoa::city::activity {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ActivityPages : public ::testing::Test {
 protected:
  ActivityPages() : ward(world.node.sign_in(World::ward())) {}

  http::Response get(const std::string& path, Language language = Language::Vietnamese) {
    return world.node.get(path, ward, language);
  }
  http::Response post(const std::string& path, const std::string& fields) {
    return world.node.post(path, fields, ward);
  }
  static std::string location(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
      if (name == "Location") return value;
    }
    return {};
  }

  static Record record_of(std::uint32_t attending) {
    return {"truc-tiep", day("2021-05-20"), {}, {}, {{"luot-nguoi", attending}}, {}, {}, false};
  }

  World world;
  std::string ward;
};

TEST_F(ActivityPages, AFormForATaskKnowsItsUnitAndItsLaw) {
  const auto form = get("/hoat-dong/ghi?viec=2");
  EXPECT_EQ(form.status, 200);
  EXPECT_THAT(form.body, HasSubstr("Phường Mười Một"));
  EXPECT_THAT(form.body, HasSubstr("value=\"97/2019/QH14, 32/2021/NĐ-CP, 01/KH-UBND\""));
  EXPECT_THAT(form.body, HasSubstr("<option value=\"2\" selected>Phổ biến tại đơn vị"));
  EXPECT_THAT(form.body, HasSubstr("value=\"20/05/2021\""));
  EXPECT_EQ(get("/hoat-dong/ghi?viec=1").status, 403) << "that task is the district's";
  EXPECT_EQ(get("/hoat-dong/ghi?viec=abc").status, 200);
}

TEST_F(ActivityPages, LoggedInOneStepAndSeenWithEveryFigureOpening) {
  const auto done =
      post("/hoat-dong/ghi",
           "don-vi=3&loai=truc-tiep&so-truc-tiep-luot-nguoi=1.045&ngay=19/05/2021&noi-dung=Tại tổ 5"
           "&noi-lam=Nhà văn hóa&van-ban=97/2019/QH14&viec=2");
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(location(done), "/hoat-dong/1?xong=luu");
  const auto page = get("/hoat-dong/1?xong=luu");
  for (const char* text :
       {"Tại tổ 5", "1.045 lượt người", "19/05/2021", "Nhà văn hóa", "Nghị quyết 97/2019/QH14",
        "Phổ biến tại đơn vị", "06/KH-HĐPHPBGDPL", "Đã lưu."}) {
    EXPECT_THAT(page.body, HasSubstr(text));
  }
  const auto list = get("/hoat-dong");
  EXPECT_THAT(list.body, HasSubstr("Tổng số hoạt động: 1"));
  EXPECT_THAT(list.body,
              HasSubstr("href=\"/hoat-dong?don-vi=3&amp;loai=truc-tiep#tung-hoat-dong\""));
  const auto of_kind = get("/hoat-dong?don-vi=3&loai=truc-tiep");
  EXPECT_THAT(of_kind.body, HasSubstr("href=\"/hoat-dong/1\""));
  EXPECT_THAT(get("/hoat-dong", Language::English).body, HasSubstr("1,045 attendances"));
}

TEST_F(ActivityPages, WhatWasTypedStaysAndFaultsStandAtTheirFields) {
  const auto again = post(
      "/hoat-dong/ghi", "don-vi=3&loai=loa&so-loa-lan-phat=bốn&ngay=20/05/2021&noi-dung=Sáng sớm");
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("id=\"so-loa-lan-phat-loi\""));
  EXPECT_THAT(again.body, HasSubstr("value=\"bốn\""));
  EXPECT_THAT(again.body, HasSubstr("value=\"Sáng sớm\""));
  EXPECT_THAT(again.body, HasSubstr("id=\"loai-loa\" name=\"loai\" value=\"loa\" checked"));
  EXPECT_EQ(world.activities.activities(), 0U);
}

TEST_F(ActivityPages, ATwinIsShownAndTheBoxLetsItThrough) {
  world.log(World::meeting());
  const std::string same = "don-vi=3&loai=truc-tiep&so-truc-tiep-luot-nguoi=45&ngay=20/05/2021";
  const auto asked = post("/hoat-dong/ghi", same);
  EXPECT_EQ(asked.status, 409);
  EXPECT_THAT(asked.body, HasSubstr("id=\"khong-trung\""));
  EXPECT_THAT(asked.body, HasSubstr("href=\"/hoat-dong/1\""));
  EXPECT_THAT(get("/hoat-dong/ghi").body, Not(HasSubstr("khong-trung")));
  EXPECT_EQ(post("/hoat-dong/ghi", same + "&khong-trung=1").status, 303);
  EXPECT_THAT(get("/hoat-dong/2").body, Not(HasSubstr("Nghi trùng"))) << "that is settled";

  world.log(World::meeting(46));
  CorrectActivity becomes_one{ActivityNo{3}, 1, World::meeting(45).typed, "Đếm nhầm"};
  EXPECT_FALSE(world.run(World::ward(), becomes_one));
}

// Two that were recorded apart and only later, by a correction elsewhere, look like one.
TEST_F(ActivityPages, WhatMayBeTwiceIsMarkedUntilSomebodySaysWhich) {
  world.tell(ActivityLogged{ActivityNo{1}, UnitNo{3}, record_of(45), {}});
  world.tell(ActivityLogged{ActivityNo{2}, UnitNo{3}, record_of(45), {}});
  EXPECT_THAT(get("/hoat-dong/1").body, HasSubstr("Nghi trùng"));
  EXPECT_THAT(get("/hoat-dong").body, HasSubstr("Nghi trùng"));
  EXPECT_THAT(get("/hoat-dong/1/sua").body, HasSubstr("id=\"khong-trung\""));
  EXPECT_EQ(post("/hoat-dong/1/sua",
                 "ban=1&loai=truc-tiep&so-truc-tiep-luot-nguoi=45&ngay=20/05/2021&khong-trung=1"
                 "&ly-do=Hai buổi khác nhau")
                .status,
            303);
  EXPECT_THAT(get("/hoat-dong/1").body, Not(HasSubstr("Nghi trùng")));
  EXPECT_THAT(get("/hoat-dong").body, Not(HasSubstr("Nghi trùng")));
}

TEST_F(ActivityPages, ADecimalIsNotTenTimesAsMuch) {
  const std::string rest = "don-vi=3&loai=truc-tiep&ngay=20/05/2021&so-truc-tiep-luot-nguoi=";
  for (const char* wrong : {"7,5", "1.2", "12.3456", "-4", "4x", "1.0450", "1.234,567", ".045"}) {
    EXPECT_EQ(post("/hoat-dong/ghi", rest + wrong).status, 422) << wrong;
  }
  EXPECT_EQ(post("/hoat-dong/ghi", rest + "99999999999999999999").status, 422);
  EXPECT_EQ(post("/hoat-dong/ghi", rest + "1.234.567").status, 303);
  EXPECT_EQ(post("/hoat-dong/ghi", rest + "1 234").status, 303);
  EXPECT_EQ(world.activities.activity(ActivityNo{1}).record.amounts[0].amount, 1'234'567U);
}

TEST_F(ActivityPages, ALostUpdateIsShownBeforeItIsSentAgain) {
  world.log(World::meeting());
  ASSERT_TRUE(world.run(World::district(),
                        CorrectActivity{ActivityNo{1}, 1, World::meeting(54).typed, "Đếm nhầm"}));
  const auto again =
      post("/hoat-dong/1/sua",
           "ban=1&loai=truc-tiep&so-truc-tiep-luot-nguoi=60&ngay=20/05/2021&ly-do=x");
  EXPECT_EQ(again.status, 409);
  EXPECT_THAT(again.body, HasSubstr("Bây giờ đang ghi: Họp, hội nghị, nói chuyện, 20/05/2021; 54"));
}

TEST_F(ActivityPages, CorrectedAndAnnulledWithTheHistoryOnThePage) {
  world.log(World::meeting());
  const auto form = get("/hoat-dong/1/sua");
  EXPECT_THAT(form.body, HasSubstr("name=\"so-truc-tiep-luot-nguoi\" inputmode=\"numeric\" "
                                   "autocomplete=\"off\" value=\"45\""));
  const auto done = post("/hoat-dong/1/sua",
                         "ban=1&loai=truc-tiep&so-truc-tiep-luot-nguoi=54&ngay=20/05/2021"
                         "&ly-do=Đếm nhầm");
  EXPECT_EQ(done.status, 303);
  const auto page = get("/hoat-dong/1");
  EXPECT_THAT(page.body, HasSubstr("54 lượt người"));
  EXPECT_THAT(page.body, HasSubstr("Đếm nhầm"));
  EXPECT_THAT(page.body, HasSubstr("Họp, hội nghị, nói chuyện, 20/05/2021; 45 lượt người"));
  EXPECT_EQ(post("/hoat-dong/1/huy", "ban=2").status, 422);
  EXPECT_EQ(post("/hoat-dong/1/huy", "ban=2&ly-do=Ghi hai lần").status, 303);
  EXPECT_THAT(get("/hoat-dong/1").body, HasSubstr("Đã hủy"));
  EXPECT_THAT(get("/hoat-dong/1").body, Not(HasSubstr("/hoat-dong/1/huy")));
  EXPECT_EQ(get("/hoat-dong/1/sua").status, 409);
  EXPECT_THAT(get("/hoat-dong").body, HasSubstr("Chưa ghi hoạt động nào"));
}

TEST_F(ActivityPages, ListsOnlyWhatOneMaySee) {
  world.log(World::meeting());
  EXPECT_EQ(get("/hoat-dong?don-vi=2").status, 403);
  EXPECT_EQ(get("/hoat-dong?don-vi=99").status, 404);
  EXPECT_EQ(get("/hoat-dong?don-vi=x").status, 404);
  const std::string district = world.node.sign_in(World::district());
  const auto list = world.node.get("/hoat-dong", district);
  EXPECT_THAT(list.body, HasSubstr("Theo đơn vị bên dưới"));
  EXPECT_THAT(list.body, HasSubstr("href=\"/hoat-dong?don-vi=3\""));
  const std::string elsewhere = world.node.sign_in(World::elsewhere());
  EXPECT_EQ(world.node.get("/hoat-dong/1", elsewhere).status, 403);
  EXPECT_THAT(world.node.get("/hoat-dong", elsewhere).body, HasSubstr("Chưa ghi hoạt động nào"));
  const std::string auditor = world.node.sign_in(World::auditor());
  const auto seen = world.node.get("/hoat-dong/1", auditor);
  EXPECT_EQ(seen.status, 200);
  EXPECT_THAT(seen.body, Not(HasSubstr("/hoat-dong/1/sua")));
  EXPECT_EQ(world.node.get("/hoat-dong/ghi", auditor).status, 403);
}

TEST_F(ActivityPages, ALongListHasPages) {
  for (std::uint32_t i = 1; i <= rows_per_page + 1; ++i) world.log(World::meeting(i));
  EXPECT_THAT(get("/hoat-dong").body, HasSubstr("href=\"/hoat-dong?don-vi=3&amp;trang=2\""));
  const auto second = get("/hoat-dong?don-vi=3&trang=2");
  EXPECT_THAT(second.body, HasSubstr("href=\"/hoat-dong/1\""));
  EXPECT_THAT(second.body, Not(HasSubstr("href=\"/hoat-dong/2\"")));
}

}  // namespace
}  // namespace lantoa::city::activity
