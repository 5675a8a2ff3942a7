#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/activity/import_file.h"
#include "city/activity/testing_world.h"

namespace lantoa::city::activity {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string log_of_two =
    "Ngày,Loại,Nội dung,Số lượt người dự,Số tin; bài\n"
    "19/05/2021,truc-tiep,Tại tổ 5,45,\n"
    "20/05/2021,truc-tiep,Tại tổ 6,1000,\n";

class ImportPages : public ::testing::Test {
 protected:
  ImportPages() : ward(world.node.sign_in(World::ward())) {}

  http::Response preview(const std::string& bytes) {
    return world.node.post_file("/hoat-dong/nhap/xem-truoc", {}, {"tep", bytes}, ward);
  }
  http::Response confirm(const std::string& file, const std::string& key) {
    return world.node.post("/hoat-dong/nhap", "tep=" + file + "&khoa=" + key, ward);
  }
  static std::string file_of(const http::Response& preview) {
    const std::string before = "name=\"tep\" value=\"";
    const std::size_t at = preview.body.find(before);
    EXPECT_NE(at, std::string::npos) << preview.body;
    return at == std::string::npos ? "" : preview.body.substr(at + before.size(), 64);
  }

  World world;
  std::string ward;
};

TEST_F(ImportPages, TheFormatIsExplainedAndASampleGiven) {
  const auto page = world.node.get("/hoat-dong/nhap", ward);
  EXPECT_EQ(page.status, 200);
  for (const char* text : {"<strong>Ngày</strong> (bắt buộc)", "Số lượt người dự", "truc-tiep",
                           "5.000", "Phường Mười Một: Phổ biến tại đơn vị"}) {
    EXPECT_THAT(page.body, HasSubstr(text));
  }
  EXPECT_THAT(world.node.get("/hoat-dong/nhap", ward, Language::English).body,
              HasSubstr("<strong>date</strong> (required)"));
  const auto sample = world.node.get("/hoat-dong/nhap/mau.csv", ward);
  EXPECT_EQ(sample.body, sample_log());
  EXPECT_THAT(std::string(sample.header("Content-Disposition")), HasSubstr("attachment"));
  EXPECT_THAT(world.node.get("/hoat-dong", ward).body, HasSubstr("href=\"/hoat-dong/nhap\""));
  const std::string auditor = world.node.sign_in(World::auditor());
  EXPECT_THAT(world.node.get("/hoat-dong", auditor).body,
              Not(HasSubstr("href=\"/hoat-dong/nhap\"")));
  EXPECT_EQ(world.node.get("/hoat-dong/nhap", auditor).status, 403);
}

TEST_F(ImportPages, SeenThenConfirmedOnce) {
  const auto seen = preview(log_of_two);
  EXPECT_EQ(seen.status, 200);
  for (const char* text : {"Xem trước: 2 hoạt động", "1.045 lượt người", "Phường Mười Một",
                           "Họp, hội nghị, nói chuyện, 19/05/2021; 45 lượt người; Tại tổ 5"}) {
    EXPECT_THAT(seen.body, HasSubstr(text));
  }
  EXPECT_EQ(world.activities.activities(), 0U);
  const std::string file = file_of(seen);
  for (int i = 0; i < 2; ++i) {
    const auto done = confirm(file, "mot-lan");
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(done.header("Location"), "/hoat-dong?don-vi=3&xong=da-nhap");
    EXPECT_EQ(world.activities.activities(), 2U);
  }
  const auto again = confirm(file, "lan-khac");
  EXPECT_EQ(again.status, 409) << "it waits no more";
  EXPECT_THAT(preview(log_of_two).body, HasSubstr("Dòng 2: cột “Khác”: ")) << "recorded already";
  EXPECT_EQ(world.activities.activities(), 2U);
}

TEST_F(ImportPages, AFaultNamesItsLineAndColumn) {
  const auto wrong = preview("Ngày;Loại;Số lượt người dự\n31/02/2021;truc-tiep;45\n");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("Có 1 lỗi trong tệp"));
  EXPECT_THAT(wrong.body, HasSubstr("<a href=\"#tep\">Dòng 2: cột “ngày”: “31/02/2021”"));
  EXPECT_THAT(preview("Ngày;Lạ\n").body, HasSubstr("Dòng 1: cột “lạ”: "));
  EXPECT_EQ(preview("").status, 422);
  EXPECT_EQ(preview("ng\xE0y,lo\xE9\n").status, 415);
}

// Nobody confirms what another account chose, nor an older file than the one he saw last.
TEST_F(ImportPages, IsOfTheAccountThatChoseIt) {
  const std::string file = file_of(preview(log_of_two));
  const std::string other = world.node.sign_in(World::district());
  EXPECT_EQ(world.node.post("/hoat-dong/nhap", "tep=" + file, other).status, 409);
  preview("Ngày;Loại;Số lượt người dự\n18/05/2021;truc-tiep;7\n");
  EXPECT_EQ(confirm(file, "cu").status, 409);
  EXPECT_EQ(world.activities.activities(), 0U);
}

// What was recorded between the preview and the confirmation.
TEST_F(ImportPages, IsDecidedWhenItIsConfirmed) {
  const std::string file = file_of(preview(log_of_two));
  LogActivity same = World::meeting(1'000);
  world.log(same);
  EXPECT_EQ(confirm(file, "sau").status, 422);
  EXPECT_EQ(world.activities.activities(), 1U);
  EXPECT_EQ(confirm("khong-co", "sau-nua").status, 409);
}

}  // namespace
}  // namespace lantoa::city::activity
