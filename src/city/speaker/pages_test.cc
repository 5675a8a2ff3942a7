#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/speaker/testing_world.h"

namespace lantoa::city::speaker {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SpeakerPages : public ::testing::Test {
 protected:
  SpeakerPages() : ward(world.node.sign_in(World::ward())) {}

  http::Response get(const std::string& path, Language language = Language::Vietnamese) {
    return world.node.get(path, ward, language);
  }
  http::Response post(const std::string& path, const std::string& fields) {
    return world.node.post(path, fields, ward);
  }
  std::string in_public(const std::string& query = "", Language language = Language::Vietnamese) {
    const auto response = world.node.get("/bao-cao-vien" + query, {}, language);
    EXPECT_EQ(response.status, 200);
    return response.body;
  }
  static std::string location(const http::Response& response) {
    return std::string(response.header("Location"));
  }
  static constexpr const char* whole =
      "don-vi=3&ho-ten=Lê Văn Mẫu&noi-cong-tac=Trường mẫu&linh-vuc-tre-em=1"
      "&quyet-dinh=45/QĐ-UBND&ngay=01/06/2021";

  World world;
  std::string ward;
};

TEST_F(SpeakerPages, ThePublicListShowsWhoServesAndNoMore) {
  EXPECT_THAT(in_public(), HasSubstr("Không có ai trong danh sách này"));
  world.recognise(1, "Nguyễn Văn Mẫu");
  const SpeakerNo gone = world.recognise(3, "Trần Thị Thử");
  EXPECT_THAT(in_public(), HasSubstr("Trần Thị Thử"));
  world.dismiss(gone, "2021-06-15");
  const std::string page = in_public();
  for (const char* text : {"Nguyễn Văn Mẫu", "Cơ quan mẫu", "Báo cáo viên pháp luật cấp tỉnh",
                           "Hình sự, Đất đai", "Thành phố Hà Nội"}) {
    EXPECT_THAT(page, HasSubstr(text));
  }
  EXPECT_THAT(page, Not(HasSubstr("Trần Thị Thử")));
  EXPECT_THAT(page, Not(HasSubstr("12/QĐ-UBND")));
  EXPECT_THAT(in_public("", Language::English), HasSubstr("Law rapporteur of the province"));
}

TEST_F(SpeakerPages, ThePublicListIsNarrowedByWordsUnitAndBranch) {
  world.recognise(1, "Nguyễn Văn Mẫu");
  world.recognise(3, "Đặng Thị Đường");
  auto other = World::somebody(5, "Hoàng Thử");
  other.typed.branches = {"tre-em"};
  ASSERT_TRUE(world.run(World::planner(), other));
  EXPECT_THAT(in_public("?q=duong dang"), HasSubstr("Đặng Thị Đường"));
  EXPECT_THAT(in_public("?q=duong dang"), Not(HasSubstr("Hoàng Thử")));
  EXPECT_THAT(in_public("?q=uong"), Not(HasSubstr("Đặng Thị Đường"))) << "no word begins so";
  EXPECT_THAT(in_public("?don-vi=2"), HasSubstr("Đặng Thị Đường"));
  EXPECT_THAT(in_public("?don-vi=2"), Not(HasSubstr("Nguyễn Văn Mẫu")));
  EXPECT_THAT(in_public("?linh-vuc=tre-em"), HasSubstr("Hoàng Thử"));
  EXPECT_THAT(in_public("?linh-vuc=tre-em"), Not(HasSubstr("Nguyễn Văn Mẫu")));
  EXPECT_THAT(in_public(), HasSubstr("Quận Một (1)"));
  EXPECT_EQ(world.node.get("/bao-cao-vien?don-vi=99").status, 404);
}

TEST_F(SpeakerPages, ALongListHasPagesAndStandsInTheOrderOfNames) {
  for (std::uint32_t i = 0; i <= rows_per_page; ++i) {
    world.recognise(3,
                    "Mẫu An" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i));
  }
  world.recognise(3, "Mẫu Ă");
  world.recognise(3, "Mẫu A");
  const std::string first = in_public();
  EXPECT_LT(first.find(">Mẫu A<"), first.find("Mẫu Ana0<"));
  EXPECT_THAT(first, Not(HasSubstr("Mẫu Ă<")));
  EXPECT_THAT(first, HasSubstr("href=\"/bao-cao-vien?don-vi=1&amp;trang=2\""));
  EXPECT_THAT(in_public("?don-vi=1&trang=2"), HasSubstr("Mẫu Ă<"));
}

TEST_F(SpeakerPages, AFormRecordsAndAnotherChanges) {
  const auto form = get("/bao-cao-vien/so/moi");
  EXPECT_THAT(form.body, HasSubstr("Tuyên truyền viên pháp luật cấp xã"));
  const auto done = post("/bao-cao-vien/so/moi", whole);
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(location(done), "/bao-cao-vien/so/1?xong=luu");
  const auto page = get("/bao-cao-vien/so/1?xong=luu");
  for (const char* text : {"Lê Văn Mẫu", "Trường mẫu", "Trẻ em", "45/QĐ-UBND", "01/06/2021",
                           "Phường Mười Một", "Chưa có buổi nào", "Đã lưu."}) {
    EXPECT_THAT(page.body, HasSubstr(text));
  }
  const auto change = get("/bao-cao-vien/so/1/sua");
  EXPECT_THAT(change.body, HasSubstr("value=\"Lê Văn Mẫu\""));
  EXPECT_THAT(change.body, HasSubstr("name=\"linh-vuc-tre-em\" value=\"1\" checked"));
  EXPECT_EQ(post("/bao-cao-vien/so/1/sua",
                 "ban=1&ho-ten=Lê Văn Mẫu&noi-cong-tac=Nhà mẫu&linh-vuc-dat-dai=1"
                 "&quyet-dinh=45/QĐ-UBND&ngay=01/06/2021")
                .status,
            303);
  EXPECT_THAT(in_public(), HasSubstr("Nhà mẫu"));
  EXPECT_THAT(in_public(), Not(HasSubstr("Trường mẫu")));
}

TEST_F(SpeakerPages, WhatWasTypedStaysAndFaultsStandAtTheirFields) {
  const auto again = post("/bao-cao-vien/so/moi",
                          "don-vi=3&ho-ten=Lê Văn Mẫu&quyet-dinh=số mấy&ngay=31/02/2021"
                          "&linh-vuc-tre-em=1");
  EXPECT_EQ(again.status, 422);
  for (const char* text :
       {"value=\"Lê Văn Mẫu\"", "value=\"31/02/2021\"", "id=\"ngay-loi\"", "id=\"quyet-dinh-loi\"",
        "id=\"noi-cong-tac-loi\"", "name=\"linh-vuc-tre-em\" value=\"1\" checked"}) {
    EXPECT_THAT(again.body, HasSubstr(text));
  }
  EXPECT_EQ(world.state.speakers(), 0U);
}

TEST_F(SpeakerPages, ALostUpdateIsShownBeforeItIsSentAgain) {
  const SpeakerNo no = world.recognise(3, "Lê Văn Mẫu");
  auto other = World::somebody(3, "Lê Văn Thử").typed;
  ASSERT_TRUE(world.run(World::district(), ChangeSpeaker{no, 1, other}));
  const auto again = post("/bao-cao-vien/so/1/sua", std::string("ban=1&") + whole);
  EXPECT_EQ(again.status, 409);
  EXPECT_THAT(again.body, HasSubstr("Bây giờ đang ghi: <span lang=\"vi\">Lê Văn Thử, Cơ quan mẫu"));
  EXPECT_THAT(again.body, HasSubstr("name=\"ban\" value=\"2\""));
}

TEST_F(SpeakerPages, TheRegisterPutsWhoHeldNoneForAYearFirst) {
  world.recognise(3, "Mẫu An", "2019-01-01");
  const SpeakerNo busy = world.recognise(3, "Mẫu Anh", "2019-01-01");
  const SpeakerNo idle = world.recognise(3, "Mẫu Yên", "2019-01-01");
  world.credit(world.meeting(3, "2021-06-10"), {SpeakerNo{1}, busy});
  world.credit(world.meeting(3, "2020-06-10"), {busy, idle});
  const auto page = get("/bao-cao-vien/so");
  EXPECT_LT(page.body.find("Mẫu Yên"), page.body.find("Mẫu An<"));
  EXPECT_LT(page.body.find("Mẫu An<"), page.body.find("Mẫu Anh"));
  EXPECT_THAT(page.body, HasSubstr("data-label=\"Buổi trong năm\">1</td>"));
  EXPECT_THAT(page.body, HasSubstr("data-label=\"Tất cả\">2</td>"));
  EXPECT_THAT(page.body, HasSubstr("Đang làm (3)"));
  const auto one = get("/bao-cao-vien/so/2");
  EXPECT_THAT(one.body, HasSubstr("href=\"/hoat-dong/1\""));
  EXPECT_THAT(one.body, HasSubstr("Buổi nói chuyện số 2"));
}

TEST_F(SpeakerPages, TheRegisterIsAFileWithoutFormulas) {
  world.recognise(3, "=1+1");
  world.dismiss(world.recognise(3, "Mẫu An"), "2021-06-15");
  const auto file = get("/bao-cao-vien/so/danh-sach.csv");
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.body, HasSubstr("\r\n1,'=1+1,Cơ quan mẫu,"));
  EXPECT_THAT(file.body, HasSubstr(",0,0,,15/06/2021\r\n"));
  EXPECT_EQ(get("/bao-cao-vien/so/danh-sach.csv?don-vi=5").status, 403);
}

TEST_F(SpeakerPages, ADismissalAndAnErasureEachHaveTheirPage) {
  world.recognise(3, "Lê Văn Mẫu");
  EXPECT_THAT(get("/bao-cao-vien/so/1").body, HasSubstr("/bao-cao-vien/so/1/cho-thoi"));
  EXPECT_EQ(get("/bao-cao-vien/so/1/xoa-ten").status, 409);
  const auto wrong = post("/bao-cao-vien/so/1/cho-thoi", "ban=1&quyet-dinh=50/QĐ-UBND");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"50/QĐ-UBND\""));
  EXPECT_THAT(wrong.body, HasSubstr("id=\"ly-do-loi\""));
  const std::string sent = "ban=1&quyet-dinh=50/QĐ-UBND&ngay=20/06/2021&ly-do=chuyen";
  EXPECT_EQ(post("/bao-cao-vien/so/1/cho-thoi", sent).status, 303);
  const auto page = get("/bao-cao-vien/so/1");
  EXPECT_THAT(page.body, HasSubstr("Đã thôi"));
  EXPECT_THAT(page.body, HasSubstr("50/QĐ-UBND"));
  EXPECT_THAT(page.body, Not(HasSubstr("/bao-cao-vien/so/1/sua")));
  EXPECT_THAT(get("/bao-cao-vien/so?tinh-trang=da-thoi").body, HasSubstr("Lê Văn Mẫu"));

  EXPECT_EQ(post("/bao-cao-vien/so/1/xoa-ten", "ban=2").status, 422);
  EXPECT_EQ(post("/bao-cao-vien/so/1/xoa-ten", "ban=2&ly-do=Theo đơn").status, 303);
  for (const char* path : {"/bao-cao-vien/so/1", "/bao-cao-vien/so?tinh-trang=da-thoi",
                           "/bao-cao-vien/so/danh-sach.csv"}) {
    EXPECT_THAT(get(path).body, HasSubstr("người số 1")) << path;
    EXPECT_THAT(get(path).body, Not(HasSubstr("Lê Văn Mẫu"))) << path;
  }
  EXPECT_THAT(get("/bao-cao-vien/so/1", Language::English).body, HasSubstr("person no. 1"));
}

TEST_F(SpeakerPages, WhoSpokeIsChosenAmongOnesOwnAndFoundElsewhere) {
  world.recognise(3, "Mẫu Phường");
  world.recognise(1, "Mẫu Thành Phố");
  world.recognise(5, "Mẫu Xã");
  world.meeting(3, "2021-06-10");
  const auto form = get("/hoat-dong/1/bao-cao-vien");
  EXPECT_THAT(form.body, HasSubstr("Mẫu Phường"));
  EXPECT_THAT(form.body, HasSubstr("Mẫu Thành Phố"));
  EXPECT_THAT(form.body, Not(HasSubstr("Mẫu Xã")));
  EXPECT_THAT(get("/hoat-dong/1/bao-cao-vien?q=xa").body, HasSubstr("id=\"s3\""));
  EXPECT_EQ(post("/hoat-dong/1/bao-cao-vien", "ban=0&s1=1&s3=1").status, 303);
  const auto saved = get("/hoat-dong/1/bao-cao-vien");
  EXPECT_THAT(saved.body, HasSubstr("name=\"s3\" value=\"1\" checked"));
  EXPECT_THAT(saved.body, HasSubstr("name=\"s2\" value=\"1\">"));
  EXPECT_EQ(post("/hoat-dong/1/bao-cao-vien", "ban=0&s1=1").status, 409);
  const auto wrong = post("/hoat-dong/1/bao-cao-vien", "ban=1&s1=1&s2=1&s99=1");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("id=\"nguoi-loi\""));
  EXPECT_THAT(wrong.body, HasSubstr("name=\"s2\" value=\"1\" checked"));
  EXPECT_THAT(wrong.body, HasSubstr("name=\"s3\" value=\"1\">"));
}

TEST_F(SpeakerPages, NamesOfDismissedOnesOfOtherUnitsAreNotSearchedFor) {
  const SpeakerNo of_city = world.recognise(1, "Mẫu Thành Phố");
  const SpeakerNo of_ward = world.recognise(3, "Mẫu Phường");
  world.meeting(3, "2021-06-10");
  for (const SpeakerNo gone : {of_city, of_ward}) world.dismiss(gone, "2021-06-20");
  const auto found = get("/hoat-dong/1/bao-cao-vien?q=mau");
  EXPECT_THAT(found.body, HasSubstr("Mẫu Phường"));
  EXPECT_THAT(found.body, Not(HasSubstr("Mẫu Thành Phố")));
  ASSERT_TRUE(world.run(World::ward(), EraseName{of_ward, 2, "Theo đơn"}));
  EXPECT_THAT(get("/hoat-dong/1/bao-cao-vien?q=nguoi").body, Not(HasSubstr("id=\"s2\"")));
}

TEST_F(SpeakerPages, ALostUpdateOfWhoSpokeKeepsWhatOthersSaved) {
  world.recognise(3, "Mẫu Phường");
  world.recognise(5, "Mẫu Xã");
  world.credit(world.meeting(3, "2021-06-10"), {SpeakerNo{1}});
  const auto again = post("/hoat-dong/1/bao-cao-vien", "ban=0&s2=1");
  EXPECT_EQ(again.status, 409);
  EXPECT_THAT(again.body, HasSubstr("name=\"s1\" value=\"1\" checked"));
  EXPECT_THAT(again.body, HasSubstr("name=\"s2\" value=\"1\" checked"));
  EXPECT_THAT(again.body, HasSubstr("name=\"ban\" value=\"1\""));
  EXPECT_THAT(again.body, HasSubstr("số 2 ·"));
}

TEST_F(SpeakerPages, AnEmptyRegisterSaysWhy) {
  EXPECT_THAT(get("/bao-cao-vien/so").body, HasSubstr("Sổ chưa có ai"));
  EXPECT_THAT(get("/bao-cao-vien/so?q=khong").body, HasSubstr("bỏ lọc</a>"));
  EXPECT_THAT(get("/bao-cao-vien/so?tinh-trang=da-thoi").body,
              HasSubstr("Chưa có ai được miễn nhiệm, cho thôi"));
}

TEST_F(SpeakerPages, ShowEachOnlyWhatHeMaySee) {
  world.recognise(3, "Mẫu Phường");
  world.meeting(3, "2021-06-10");
  world.credit(ActivityNo{1}, {SpeakerNo{1}});
  world.credit(world.meeting(5, "2021-06-11"), {SpeakerNo{1}});
  const std::string auditor = world.node.sign_in(World::auditor());
  const auto seen = world.node.get("/hoat-dong/1/bao-cao-vien", auditor);
  EXPECT_THAT(seen.body, HasSubstr("Mẫu Phường"));
  EXPECT_THAT(seen.body, Not(HasSubstr("type=\"checkbox\"")));
  EXPECT_THAT(world.node.get("/bao-cao-vien/so/1", auditor).body, Not(HasSubstr("/so/1/sua")));
  EXPECT_EQ(world.node.get("/bao-cao-vien/so/moi", auditor).status, 403);
  const std::string elsewhere = world.node.sign_in(World::elsewhere());
  for (const char* path : {"/bao-cao-vien/so/1", "/bao-cao-vien/so?don-vi=3",
                           "/bao-cao-vien/so/1/sua", "/hoat-dong/1/bao-cao-vien"}) {
    EXPECT_EQ(world.node.get(path, elsewhere).status, 403) << path;
  }
  const auto own = get("/bao-cao-vien/so/1");
  EXPECT_THAT(own.body, HasSubstr("Hoạt động số 2"));
  EXPECT_THAT(own.body, Not(HasSubstr("href=\"/hoat-dong/2\"")));
  EXPECT_EQ(get("/bao-cao-vien/so/99").status, 404);
}

}  // namespace
}  // namespace lantoa::city::speaker
