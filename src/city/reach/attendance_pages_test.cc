// The page of who was at an activity: what it lists, keeps, records and warns of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/reach/testing_attendance.h"

namespace lantoa::city::reach {
namespace {

using testing::day;
using testing::first;
using ::testing::HasSubstr;
using testing::meeting;
using ::testing::Not;
using testing::second;
using testing::World;

class AttendancePages : public ::testing::Test {
 protected:
  AttendancePages() : ward(world.node.sign_in(World::ward())), no(world.log(meeting())) {}

  http::Response get(const std::string& path) { return world.node.get(path, ward); }
  http::Response post(const std::string& path, const std::string& fields) {
    return world.node.post(path, fields, ward);
  }

  World world;
  std::string ward;
  ActivityNo no;
};

TEST_F(AttendancePages, ListWhoHasToKnowAndHowOthersDo) {
  world.confirm(first, 3);
  world.confirm(second, 3);
  const std::uint64_t before = world.head();
  const auto page = get("/hoat-dong/1/nguoi-du");
  EXPECT_EQ(page.status, 200);
  for (const char* text :
       {"Giao ban phường", "3 lượt người", "Ngô Văn Đông", "name=\"p4\"",
        "id=\"item-1\" name=\"item-1\" value=\"1\">", "Bài số 2", "đọc và xác nhận"}) {
    EXPECT_THAT(page.body, HasSubstr(text));
  }
  EXPECT_THAT(page.body, Not(HasSubstr("name=\"p3\""))) << "he knows both";
  EXPECT_THAT(page.body, Not(HasSubstr("Vũ Văn Sáu"))) << "of another unit";
  EXPECT_EQ(world.written(before).size(), 1U);
  for (const std::string& actor : {World::district(), World::other_ward(), World::city()}) {
    EXPECT_EQ(world.node.get("/hoat-dong/1/nguoi-du", world.node.sign_in(actor)).status, 403);
  }
}

TEST_F(AttendancePages, OnlyTheChosenArticlesAreAskedAbout) {
  world.confirm(first, 3);
  const auto of_first = post("/hoat-dong/1/nguoi-du/xem", "item-1=1");
  EXPECT_THAT(of_first.body, Not(HasSubstr("name=\"p3\"")));
  const auto of_second = post("/hoat-dong/1/nguoi-du/xem", "item-2=1");
  EXPECT_THAT(of_second.body, HasSubstr("name=\"p3\""));
}

TEST_F(AttendancePages, ATickStaysWhileAnotherArticleIsLookedAt) {
  world.confirm(first, 3);
  const auto page = post("/hoat-dong/1/nguoi-du/xem", "item-1=1&p3=1");
  EXPECT_THAT(page.body, HasSubstr("<input type=\"hidden\" name=\"p3\" value=\"1\">"));
  EXPECT_THAT(page.body, Not(HasSubstr("Đã đánh dấu thêm ở trang khác")));
}

TEST_F(AttendancePages, ASearchNeedsNoMarksAndKeepsTheTicks) {
  for (std::uint32_t person = 7; person <= 70; ++person) {
    world.node.tell(identity::PersonRegistered{PersonNo{person}, UnitNo{3}, false, true, {}});
  }
  const auto found = post("/hoat-dong/1/nguoi-du/xem", "item-1=1&p3=1&ten=hoa&trang=1");
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr("Lê Thị Hoà"));
  EXPECT_THAT(found.body, Not(HasSubstr("Đỗ Thị Huệ")));
  EXPECT_THAT(found.body, HasSubstr("<input type=\"hidden\" name=\"p3\" value=\"1\">"));
  EXPECT_THAT(post("/hoat-dong/1/nguoi-du/xem", "item-1=1&ten=khongco").body,
              HasSubstr("Không có ai mang họ tên như vậy"));
  const auto last = post("/hoat-dong/1/nguoi-du/xem", "item-1=1&p3=1&trang=2");
  EXPECT_THAT(last.body, HasSubstr("2/2"));
  EXPECT_THAT(last.body, HasSubstr("Trang trước"));
  EXPECT_THAT(last.body, HasSubstr("name=\"p3\" value=\"1\""));
}

TEST_F(AttendancePages, NamesAreRecordedShownAndCorrected) {
  const auto done = post("/hoat-dong/1/nguoi-du/ghi", "item-1=1&p3=1&p2=1");
  ASSERT_EQ(done.status, 303);
  const std::string seq = std::to_string(world.reach.item(first).receipts().back().seq);
  const auto page = get("/hoat-dong/1/nguoi-du");
  EXPECT_THAT(page.body, HasSubstr("id=\"ly-do-" + seq + "-3\""));
  EXPECT_THAT(page.body, HasSubstr("đã ghi tên ở hoạt động này"));
  const std::string link = "<a href=\"/hoat-dong/1\">từ hoạt động số 1</a>";
  EXPECT_THAT(get("/do-phu/1/3/ghi-nhan").body, HasSubstr(link));
  EXPECT_THAT(get("/cua-toi").body, HasSubstr(link));
  const auto own = get("/cua-toi/1");
  EXPECT_THAT(own.body, HasSubstr(link));
  EXPECT_THAT(own.body, HasSubstr("Đã được ghi là đã dự họp"));
  EXPECT_THAT(own.body, Not(HasSubstr("Bạn đã xác nhận")));
  EXPECT_THAT(get("/cua-toi").body, HasSubstr("Đã được ghi là đã dự họp"));
}

TEST_F(AttendancePages, OfTooManyKeepWhatWasTicked) {
  world.correct(no, meeting(1));
  const auto again = post("/hoat-dong/1/nguoi-du/ghi", "item-1=1&p3=1&p4=1");
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("id=\"person-loi\""));
  EXPECT_THAT(again.body, HasSubstr("name=\"p3\" value=\"1\" checked"));
  EXPECT_THAT(again.body, HasSubstr("id=\"item-1\" name=\"item-1\" value=\"1\" checked"));
  EXPECT_THAT(again.body, HasSubstr("id=\"item-2\" name=\"item-2\" value=\"1\">"));
}

TEST_F(AttendancePages, OfAnAnnulledActivityOfferTheCorrections) {
  ASSERT_EQ(post("/hoat-dong/1/nguoi-du/ghi", "item-1=1&p3=1").status, 303);
  world.annul(no);
  EXPECT_EQ(world.reach.item(first).count(UnitNo{3}).reached, 1U) << "it stays until corrected";
  const auto page = get("/hoat-dong/1/nguoi-du");
  EXPECT_THAT(page.body, HasSubstr("những người đã ghi tên vẫn được tính là đã dự"));
  EXPECT_THAT(page.body, HasSubstr("Lý do đính chính"));
  EXPECT_THAT(page.body, Not(HasSubstr("name=\"p4\"")));
  EXPECT_THAT(get("/do-phu/1/3/ghi-nhan").body, HasSubstr("đã hủy"));
}

// Whoever is named besides by a small unit's activity may be guessed, so not even its own officer
// reads of others which one it was.
TEST_F(AttendancePages, ALineAboutOthersKeepsASmallUnitsActivityToItself) {
  world.node.tell(ReceiptsRecorded{first, Channel::Meeting, NumberSet{{6}}, PersonNo{2},
                                   day("2021-05-19"), no});
  const std::string both = world.node.sign_in(World::of_both());
  const auto records = [&] { return world.node.get("/do-phu/1/2/ghi-nhan", both).body; };
  EXPECT_THAT(records(), HasSubstr("dự họp"));
  EXPECT_THAT(records(), Not(HasSubstr("từ hoạt động số 1")));
  world.node.tell(identity::PersonRegistered{PersonNo{7}, UnitNo{3}, false, true, {}});
  EXPECT_THAT(records(), HasSubstr("từ hoạt động số 1"));
}

TEST_F(AttendancePages, SayWhatNoLongerFits) {
  ASSERT_EQ(post("/hoat-dong/1/nguoi-du/ghi", "item-1=1&p3=1&p4=1").status, 303);
  activity::Record corrected = meeting(1);
  corrected.on = day("2021-05-18");
  world.correct(no, corrected);
  const auto page = get("/hoat-dong/1/nguoi-du");
  EXPECT_THAT(page.body, HasSubstr("nhiều hơn số lượt người"));
  EXPECT_THAT(page.body, HasSubstr("Ngày của hoạt động đã được sửa"));
  world.node.tell(identity::PersonMoved{PersonNo{3}, UnitNo{4}, {}});
  EXPECT_THAT(get("/hoat-dong/1/nguoi-du").body, HasSubstr("nay thuộc đơn vị khác"));
}

// The list of those who are missing asks for people in the same way.
TEST_F(AttendancePages, TheUnreachedAreSearchedTheSameWay) {
  for (std::uint32_t person = 7; person <= 20; ++person) {
    world.node.tell(identity::PersonRegistered{PersonNo{person}, UnitNo{3}, false, true, {}});
  }
  const std::uint64_t before = world.head();
  const auto found = post("/do-phu/1/3/chua-doc/xem", "p4=1&ten=Huệ&on=18/05/2021");
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr("Đỗ Thị Huệ"));
  EXPECT_THAT(found.body, HasSubstr("<input type=\"hidden\" name=\"p4\" value=\"1\">"));
  EXPECT_THAT(found.body, HasSubstr("value=\"18/05/2021\""));
  EXPECT_EQ(world.written(before).size(), 1U) << "each look is recorded";
  EXPECT_EQ(post("/do-phu/1/3/ghi-thay", "p4=1&on=18/05/2021").status, 303);
  EXPECT_TRUE(world.reach.item(first).is_reached(PersonNo{4}));
}

}  // namespace
}  // namespace lantoa::city::reach
