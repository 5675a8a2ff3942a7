// What of a closed round everybody gets, and that it stays what it was when the round was closed.
#include "city/statistics/published.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/statistics/testing_world.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr RoundNo first{1};
const std::string address = "/so-lieu-cong-khai/1";

// Wards 3 and 4 have handed in, 6 was sent back: 11 clubs in district 2, nothing in district 5.
class OpenData : public ::testing::Test {
 protected:
  OpenData() {
    world.open_half_year();
    hand_in(World::report(3, {{"6", 1}}));
    hand_in(World::report(4, {{"6", 10}}));
    hand_in(World::report(6, {{"6", 100}}));
    does(World::planner(), ReturnReport{first, UnitNo{6}, 1, "Xem lại"});
  }
  template <class Command>
  void does(const std::string& actor, const Command& command) {
    const auto done = world.run(actor, command);
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
  }
  template <class Command>
  Problem why_not(const std::string& actor, const Command& command) {
    const auto done = world.run(actor, command);
    EXPECT_FALSE(done);
    return done ? Problem{} : done.error();
  }
  void hand_in(const SubmitReport& report) { does(World::planner(), report); }
  void publish() {
    does(World::planner(), CloseRound{first});
    does(World::leader(), PublishRound{first});
  }
  // After the closing one unit hands in for the first time, and another other figures.
  void correct_later() {
    world.turn_to("2021-07-08");
    for (const char* code : {"03", "06"}) {
      does(World::planner(), AllowLate{first, code, day("2021-07-10"), "Mất điện"});
    }
    hand_in(World::report(6, {{"6", 200}}, 1));
    does(World::planner(), ReturnReport{first, UnitNo{3}, 1, "Đếm nhầm"});
    hand_in(World::report(3, {{"6", 7}, {"10", 4}, {"14", 4}}, 1, "Đếm tay"));
  }
  Published published(RoundNo no = first) {
    const auto found = published_of(
        world.state, {world.calendar, world.units, world.activities, world.workdays}, no, kept);
    EXPECT_TRUE(found) << (found ? "" : found.error().text.en);
    return *found;
  }
  std::string file(const std::string& kind) {
    return world.node.get(address + "/tai?dang=" + kind).body;
  }
  // "0,0,0,0,0,CLUBS,0,…" of the 14 columns.
  static std::string clubs(const std::string& count) {
    return "0,0,0,0,0," + count + ",0,0,0,0,0,0,0,0";
  }
  static std::string sums(const std::string& count) {
    std::string out;
    for (int i = 1; i <= 14; ++i) {
      out += std::string(i == 1 ? "" : ",") + R"({"column":")" + std::to_string(i) +
             R"(","amount":)" + (i == 6 ? count : "0") + "}";
    }
    return "[" + out + "]";
  }

  World world;
  KeptSums kept;
};

TEST_F(OpenData, IsPublishedByALeaderWhoDidNotCloseIt) {
  EXPECT_EQ(why_not(World::leader(), PublishRound{first}).code, Code::Conflict) << "still open";
  does(World::leader(), CloseRound{first});
  EXPECT_EQ(why_not(World::planner(), PublishRound{first}).code, Code::Forbidden);
  EXPECT_EQ(why_not(World::other_leader(), PublishRound{first}).code, Code::Forbidden);
  const Problem own = why_not(World::leader(), PublishRound{first});
  EXPECT_EQ(own.code, Code::Forbidden);
  EXPECT_THAT(own.text.vi, HasSubstr("Bạn đã khóa kỳ báo cáo này"));
  EXPECT_EQ(why_not(World::leader(), PublishRound{RoundNo{9}}).code, Code::NotFound);
  EXPECT_FALSE(world.round().is_public());
  EXPECT_FALSE(world.round().closing->names_a_person) << "outsiders are shown that fact";
}

TEST_F(OpenData, OfACancelledRoundThereIsNone) {
  does(World::planner(), CancelRound{first, "Nhầm kỳ"});
  EXPECT_EQ(why_not(World::leader(), PublishRound{first}).code, Code::Conflict);
}

TEST_F(OpenData, IsTakenBackWithAReasonAndPublishedAgain) {
  EXPECT_EQ(why_not(World::leader(), UnpublishRound{first, "Cộng nhầm"}).code, Code::Conflict);
  publish();
  EXPECT_TRUE(world.round().is_public());
  EXPECT_THAT(world.state.published(), ElementsAre(first));
  EXPECT_EQ(why_not(World::leader(), PublishRound{first}).code, Code::Conflict) << "twice";
  EXPECT_EQ(why_not(World::planner(), UnpublishRound{first, "Cộng nhầm"}).code, Code::Forbidden);
  EXPECT_EQ(why_not(World::leader(), UnpublishRound{first, "  "}).field, "ly-do-rut");
  does(World::leader(), UnpublishRound{first, "Cộng nhầm"});
  EXPECT_FALSE(world.round().is_public());
  EXPECT_THAT(world.state.published(), ElementsAre());
  EXPECT_TRUE(world.state.find_published(first)) << "its address stays";
  does(World::leader(), PublishRound{first});
  EXPECT_TRUE(world.round().is_public());
  ASSERT_EQ(world.round().publications.size(), 2U);
  EXPECT_EQ(world.round().publications.front().taken_back->reason, "Cộng nhầm");
}

TEST_F(OpenData, StaysWhatItWasAtTheClosingAndAddsUp) {
  publish();
  correct_later();
  const Form& form = *find_form(world.round().form);
  EXPECT_EQ(roll_up(world.round(), form, world.units)[0].sums[5], 217U) << "what counts now";
  const RollUp then = roll_up(world.round(), form, world.units, Counting::AsClosed)[0];
  EXPECT_EQ(then.sums[5], 11U);
  EXPECT_EQ(then.counted, 2U);
  EXPECT_EQ(then.in_time, 2U) << "what came later took nobody's time away";

  const Published given = published();
  ASSERT_EQ(given.sums->units.size(), 2U) << "the department is not asked";
  EXPECT_EQ(given.sums->units[0].name, "Quận Một");
  EXPECT_EQ(given.sums->units[0].figures.sums[5], 11U);
  EXPECT_EQ(given.sums->units[1].figures.counted, 0U);
  EXPECT_EQ(given.sums->units[1].figures.asked, 1U);
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    std::uint64_t sum = 0;
    for (const PublishedUnit& unit : given.sums->units) sum += unit.figures.sums[i];
    EXPECT_EQ(sum, world.round().closing->sum(form.columns[i].code)) << form.columns[i].code;
    EXPECT_EQ(sum, given.sums->scope.figures.sums[i]);
  }
  EXPECT_EQ(given.sums->scope.figures.counted, world.round().closing->submitted);
}

TEST_F(OpenData, IsAddedUpOnceForEachClosing) {
  publish();
  const KeptSums::Sums once = published().sums;
  ASSERT_NE(once, nullptr);
  EXPECT_EQ(published().sums, once);
  does(World::leader(), UnpublishRound{first, "Cộng nhầm"});
  EXPECT_EQ(published().sums, nullptr) << "nothing is shown of it";
  does(World::leader(), PublishRound{first});
  EXPECT_EQ(published().sums, once);
}

// The district's own report and those of its wards; ward 4 hands in none.
TEST_F(OpenData, OfAnAskerThatReportsItselfAddsUpToo) {
  constexpr RoundNo second{2};
  does(World::planner(), OpenRound{"chi-tieu-chung", UnitNo{2}, day("2021-01-01"),
                                   day("2021-06-30"), day("2021-07-05")});
  for (const auto& [unit, money] : {std::pair{2U, 5U}, std::pair{3U, 7U}}) {
    SubmitReport report{second, UnitNo{unit}, 0, {}, {}};
    for (const Column& column : find_form("chi-tieu-chung")->columns) {
      report.cells.push_back({column.code, column.code == "14" ? money : 0U});
    }
    hand_in(report);
  }
  does(World::planner(), CloseRound{second});
  does(World::leader(), PublishRound{second});
  const Published given = published(second);
  const std::vector<PublishedUnit>& units = given.sums->units;
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(units[0].name, "Quận Một") << "its own report stands first";
  EXPECT_EQ(units[0].figures.sums[13], 5U) << "without the wards";
  EXPECT_EQ(units[0].figures.asked, 1U);
  EXPECT_EQ(units[1].name, "Phường Mười Một");
  EXPECT_EQ(units[1].figures.sums[13], 7U);
  EXPECT_EQ(units[2].figures.counted, 0U);
  EXPECT_EQ(given.sums->scope.figures.sums[13], 12U);
  EXPECT_EQ(given.sums->scope.figures.asked, 3U);
  EXPECT_EQ(given.closing.sum("14"), 12U);
}

TEST_F(OpenData, IsNoneOfAFormThatCountsPersonsByTheirTraits) {
  constexpr RoundNo second{2};
  does(World::planner(), OpenRound{"can-bo-2012", UnitNo{1}, day("2021-01-01"), day("2021-06-30"),
                                   day("2021-07-05")});
  does(World::planner(), CloseRound{second});
  const Problem why = why_not(World::leader(), PublishRound{second});
  EXPECT_EQ(why.code, Code::Forbidden);
  EXPECT_THAT(why.text.vi, HasSubstr("đếm người theo đặc điểm riêng"));
  const std::string leader = world.node.sign_in(World::leader());
  const http::Response page = world.node.get("/bao-cao/2", leader);
  EXPECT_THAT(page.body, HasSubstr("đếm người theo đặc điểm riêng"));
  EXPECT_THAT(page.body, Not(HasSubstr("action=\"/bao-cao/2/cong-khai\"")));
  EXPECT_EQ(world.node.post("/bao-cao/2/cong-khai", "", leader).status, 403);
  EXPECT_EQ(world.node.get("/so-lieu-cong-khai/2").status, 404);
}

TEST_F(OpenData, IsTheSameFileByteForByteAfterLaterCorrections) {
  publish();
  const std::string csv =
      "\xEF\xBB\xBFpham_vi,ma,don_vi,phai_nop,da_nop,dung_han,"
      "\"1 Nói chuyện, hội nghị pháp luật – số cuộc (cuộc)\","
      "\"2 Nói chuyện, hội nghị pháp luật – số lượt người (lượt người)\","
      "3 Chương trình trên truyền thanh cấp xã (chương trình),"
      "4 Thi tìm hiểu pháp luật – số cuộc thi (cuộc),"
      "5 Thi tìm hiểu pháp luật – số lượt người dự thi (lượt người),"
      "6 Câu lạc bộ pháp luật – số câu lạc bộ (câu lạc bộ),"
      "7 Câu lạc bộ pháp luật – số thành viên (người),"
      "8 Tủ sách pháp luật – số lượng (tủ sách),"
      "\"9 Tủ sách pháp luật – số lượt người đọc, mượn (lượt người)\","
      "10 Tài liệu phát miễn phí – tổng số (bản),"
      "\"11 Trong đó tờ rơi, tờ gấp (bản)\","
      "12 Trong đó sách (bản),"
      "\"13 Trong đó băng, đĩa hình và tiếng (bản)\","
      "14 Trong đó tài liệu khác (bản)\r\n"
      "tong,01,Thành phố Hà Nội,3,2,2," +
      clubs("11") + "\r\ndon_vi,02,Quận Một,2,2,2," + clubs("11") +
      "\r\ndon_vi,05,Quận Hai,1,0,0," + clubs("0") + "\r\n";
  EXPECT_EQ(file("csv"), csv);
  const std::string json = file("json");
  correct_later();
  EXPECT_EQ(file("csv"), csv);
  EXPECT_EQ(file("json"), json);
}

TEST_F(OpenData, IsJsonOfTheFormWrittenDown) {
  publish();
  const std::uint64_t position = world.round().closing->position;
  const std::string site = "http://127.0.0.1:8080" + address;
  std::string columns;
  for (const Column& one : find_form(world.round().form)->columns) {
    columns += (columns.empty() ? "" : ",") + std::string(R"~({"code":")~") + one.code +
               R"~(","title":{"vi":")~" + one.title.vi + R"~(","en":")~" + one.title.en +
               R"~("},"unit":{"vi":")~" + one.unit.vi + R"~(","en":")~" + one.unit.en +
               R"~("},"sum":)~" + (one.code == "6" ? "11" : "0") + "}";
  }
  const std::string head =
      R"~({"round":1,"form":"hoat-dong-cap-xa-2012",)~"
      R"~("title":{"vi":"Hoạt động phổ biến, giáo dục pháp luật tại cấp xã (14 cột)",)~"
      R"~("en":"Dissemination at commune level (14 columns)"},)~"
      R"~("origin":{"vi":"Ví dụ, phỏng theo một biểu mẫu cấp xã của năm 2012; )~"
      R"~(không phải biểu mẫu đang có hiệu lực",)~"
      R"~("en":"An example after a commune form of 2012; not a form in force"},)~"
      R"~("period":{"from":"2021-01-01","to":"2021-06-30","vi":"6 tháng đầu năm 2021",)~"
      R"~("en":"first half of 2021"},"due":"2021-07-05",)~"
      R"~("asked_by":{"code":"01","name":"Thành phố Hà Nội"},)~"
      R"~("closed_at":"2021-07-01T03:00:00.000Z","published_at":"2021-07-01T03:00:00.000Z",)~"
      R"~("asked":3,"submitted":2,"in_time":2,)~";
  const std::string ledger = R"~("ledger":{"position":)~" + std::to_string(position) +
                             R"~(,"fact":)~" + std::to_string(position + 1) + R"~(,"proof":")~" +
                             site + R"~(/bang-chung"},)~";
  const std::string units =
      R"~("units":[{"code":"02","name":"Quận Một","asked":2,"submitted":2,"in_time":2,"sums":)~" +
      sums("11") +
      R"~(},{"code":"05","name":"Quận Hai","asked":1,"submitted":0,"in_time":0,"sums":)~" +
      sums("0") + "}],";
  EXPECT_EQ(file("json"), head + ledger + R"~("columns":[)~" + columns + "]," + units +
                              R"~("page":")~" + site + "\"}\n");
}

TEST_F(OpenData, StandsOnPagesForEverybodyOnceItIsPublished) {
  const auto get = [&](const std::string& path) { return world.node.get(path); };
  EXPECT_THAT(get("/so-lieu-cong-khai").body, HasSubstr("Chưa có số liệu nào được công khai"));
  does(World::planner(), CloseRound{first});
  for (const std::string& path : {address, address + "/tai", std::string("/so-lieu-cong-khai/7")}) {
    EXPECT_EQ(get(path).status, 404) << path;
  }
  does(World::leader(), PublishRound{first});
  EXPECT_THAT(get("/so-lieu-cong-khai").body, HasSubstr("href=\"" + address + "\""));
  const http::Response page = get(address);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.header("Set-Cookie").empty());
  for (const char* said : {"6 tháng đầu năm 2021", "Thành phố Hà Nội", "2/3",
                           "6. Câu lạc bộ pháp luật", "href=\"/so-lieu-cong-khai/1/tai?dang=csv\"",
                           "href=\"/so-lieu-cong-khai/1/bang-chung\"", "Lượt người"}) {
    EXPECT_THAT(page.body, HasSubstr(said));
  }
  const http::Response by_unit = get(address + "?cot=6");
  EXPECT_THAT(by_unit.body, HasSubstr("Theo đơn vị: 6. Câu lạc bộ pháp luật"));
  EXPECT_THAT(by_unit.body, HasSubstr("data-label=\"câu lạc bộ\">11</td>"));
  EXPECT_EQ(get(address + "?cot=khong-co").status, 200);
  EXPECT_EQ(get(address + "/tai").header("Content-Disposition"),
            "attachment; filename=\"so-lieu-cong-khai-1.csv\"");
  EXPECT_EQ(get(address + "/tai?dang=json").header("Content-Type"), "application/json");
  EXPECT_THAT(world.node.get(address, {}, Language::English).body, HasSubstr("first half of 2021"));
}

TEST_F(OpenData, ThatWasTakenBackSaysSoAtItsAddress) {
  const std::string leader = world.node.sign_in(World::leader());
  const std::string planner = world.node.sign_in(World::planner());
  does(World::planner(), CloseRound{first});
  EXPECT_THAT(world.node.get("/bao-cao/1", leader).body,
              HasSubstr("action=\"/bao-cao/1/cong-khai\""));
  EXPECT_THAT(world.node.get("/bao-cao/1", planner).body,
              Not(HasSubstr("action=\"/bao-cao/1/cong-khai\"")));
  EXPECT_EQ(world.node.post("/bao-cao/1/cong-khai", "", planner).status, 403);
  EXPECT_EQ(world.node.post("/bao-cao/1/cong-khai", "", leader).status, 303);
  EXPECT_THAT(world.node.get("/bao-cao/1", planner).body, HasSubstr("href=\"" + address + "\""));

  const http::Response why = world.node.post("/bao-cao/1/rut-lai", "ly-do-rut=", leader);
  EXPECT_EQ(why.status, 422);
  EXPECT_THAT(why.body, HasSubstr("id=\"ly-do-rut-loi\""));
  EXPECT_EQ(world.node.post("/bao-cao/1/rut-lai", "ly-do-rut=Cộng nhầm", leader).status, 303);
  for (const std::string& path : {address, address + "/tai?dang=json"}) {
    const http::Response gone = world.node.get(path);
    EXPECT_EQ(gone.status, 410) << path;
    EXPECT_THAT(gone.body, HasSubstr("Cộng nhầm"));
    EXPECT_THAT(gone.body, HasSubstr("10:00 01/07/2021"));
  }
  EXPECT_THAT(world.node.get("/so-lieu-cong-khai").body, Not(HasSubstr(address)));
  EXPECT_EQ(world.node.post("/bao-cao/1/cong-khai", "", leader).status, 303);
  const http::Response again = world.node.get(address);
  EXPECT_EQ(again.status, 200);
  EXPECT_THAT(again.body, HasSubstr("Cộng nhầm")) << "that it was taken back once is not hidden";
}

TEST_F(OpenData, OfSomebodyElseIsSaidToWhoClosedIt) {
  does(World::leader(), CloseRound{first});
  const std::string leader = world.node.sign_in(World::leader());
  const http::Response page = world.node.get("/bao-cao/1", leader);
  EXPECT_THAT(page.body, HasSubstr("Bạn đã khóa kỳ báo cáo này"));
  EXPECT_THAT(page.body, Not(HasSubstr("action=\"/bao-cao/1/cong-khai\"")));
}

// As earlier versions wrote it: the fact names who closed the round.
TEST_F(OpenData, OfAnEarlierVersionHasNoProof) {
  world.node.tell(RoundClosed{first, 2, std::vector<Sum>{Sum{"6", 11}}, PersonNo{6}});
  EXPECT_EQ(why_not(World::leader(), PublishRound{first}).code, Code::Forbidden) << "his own";
  world.node.tell(RoundPublished{first, {}});
  const http::Response page = world.node.get(address);
  EXPECT_THAT(page.body, Not(HasSubstr("/bang-chung")));
  EXPECT_THAT(page.body, HasSubstr("không có tệp bằng chứng"));
  EXPECT_THAT(file("json"), Not(HasSubstr("\"proof\"")));
}

}  // namespace
}  // namespace lantoa::city::statistics
