// Where figures stand, estimates stand beside them and are called so: pages, files, what is public,
// programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/statistics/published.h"
#include "city/statistics/testing_world.h"
#include "city/testing_programs.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// Ward 3: 2 clubs and 5 more expected; ward 6: 10 and 100. The district of both is 2 and 5.
class EstimatePages : public ::testing::Test {
 protected:
  EstimatePages()
      : planner(world.node.sign_in(World::planner())),
        leader(world.node.sign_in(World::leader())),
        ward(world.node.sign_in(World::ward())) {}

  template <class Command>
  void does(const std::string& actor, const Command& command) {
    const auto done = world.run(actor, command);
    EXPECT_TRUE(done) << (done ? "" : done.error().text.en);
  }
  void estimate() {
    world.open_estimates();
    does(World::planner(), World::estimated(World::report(3, {{"6", 2}}), {{"6", 5}}));
    does(World::planner(), World::estimated(World::report(6, {{"6", 10}}), {{"6", 100}}));
  }
  void publish() {
    estimate();
    does(World::planner(), CloseRound{RoundNo{1}});
    does(World::leader(), PublishRound{RoundNo{1}});
  }
  std::string body(const std::string& path, const std::string& who,
                   Language language = Language::Vietnamese) {
    const http::Response page = world.node.get(path, who, language);
    EXPECT_EQ(page.status, 200) << path;
    return page.body;
  }
  // "0,0,0,0,0,CLUBS,0,…" of the 14 columns.
  static std::string only_clubs(const std::string& count) {
    return "0,0,0,0,0," + count + ",0,0,0,0,0,0,0,0";
  }
  // A report of zeros for programs; each column with this estimate, where it is not empty.
  static std::string submission(const std::string& seen, const std::string& estimate) {
    std::string cells;
    for (int i = 1; i <= 14; ++i) {
      cells += (i == 1 ? "" : ",") + std::string(R"({"column":")") + std::to_string(i) +
               R"(","amount":0)" + (estimate.empty() ? "" : R"(,"estimate":)" + estimate) + "}";
    }
    return R"({"seen_version":)" + seen + R"(,"cells":[)" + cells + "]}";
  }

  World world;
  std::string planner, leader, ward;
};

TEST_F(EstimatePages, ThePeriodsOfAYearAreChosenByALink) {
  const std::string form = body("/bao-cao/mo", planner);
  EXPECT_THAT(form, HasSubstr("6 tháng đầu năm 2021 (thực tế đến 31/5, ước tháng 6)"));
  EXPECT_THAT(form, HasSubstr("Năm 2021 (thực tế đến 30/11, ước tháng 12)"));
  EXPECT_THAT(form, HasSubstr("Năm 2020, chính thức"));
  EXPECT_THAT(form, Not(HasSubstr("value=\"30/06/2021\"")));
  const std::string half = body("/bao-cao/mo?ky=6-thang-dau-nam", planner);
  EXPECT_THAT(half, HasSubstr("name=\"den-ngay\" inputmode=\"numeric\" value=\"30/06/2021\""));
  EXPECT_THAT(half, HasSubstr("name=\"thuc-te-den\" inputmode=\"numeric\" value=\"31/05/2021\""));
  const std::string official = body("/bao-cao/mo?ky=nam-chinh-thuc", planner);
  EXPECT_THAT(official, HasSubstr("value=\"31/12/2020\""));
  EXPECT_THAT(official, HasSubstr("name=\"thuc-te-den\" inputmode=\"numeric\" value=\"\""));
  EXPECT_THAT(body("/bao-cao/mo?ky=khong-co", planner), HasSubstr("id=\"tu-ngay\""));
  EXPECT_THAT(body("/bao-cao/mo", planner, Language::English),
              HasSubstr("First half of 2021 (actual to 31 May, June estimated)"));
}

TEST_F(EstimatePages, ARoundIsOpenedWithACutOff) {
  const std::string days =
      "pham-vi=1&bieu-mau=hoat-dong-cap-xa-2012&tu-ngay=01/01/2021&"
      "den-ngay=30/06/2021&han=05/07/2021&thuc-te-den=";
  const auto wrong = world.node.post("/bao-cao/mo", days + "30/06/2021", planner);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("id=\"thuc-te-den-loi\""));
  EXPECT_THAT(world.node.post("/bao-cao/mo", days + "31/02/2021", planner).body,
              HasSubstr("value=\"31/02/2021\""));
  EXPECT_EQ(world.node.post("/bao-cao/mo", days + "31/05/2021", planner).status, 303);
  EXPECT_EQ(world.round().counted_to, day("2021-05-31"));
  EXPECT_THAT(body("/bao-cao", ward), HasSubstr("6 tháng đầu năm 2021, số ước"));
}

TEST_F(EstimatePages, AFormThatIsNotInForceIsMarkedAndExplained) {
  EXPECT_THAT(body("/bao-cao/mo", planner),
              AllOf(HasSubstr("Dùng cho kỳ có ngày cuối từ 01/01/2020."),
                    Not(HasSubstr("Không có hiệu lực"))));
  const auto early = world.node.post("/bao-cao/mo",
                                     "pham-vi=1&bieu-mau=chi-tieu-chung&tu-ngay=01/08/2019&"
                                     "den-ngay=31/12/2019&han=05/07/2021",
                                     planner);
  EXPECT_EQ(early.status, 422);
  EXPECT_THAT(early.body, HasSubstr("Không có hiệu lực ngày nào trong kỳ"));
  EXPECT_THAT(early.body, HasSubstr("id=\"bieu-mau-loi\""));
  EXPECT_THAT(early.body, HasSubstr("value=\"chi-tieu-chung\"")) << "it is not hidden";
}

TEST_F(EstimatePages, OldRoundsOfAFormThatIsNoLongerAskedStayReadable) {
  world.node.tell(RoundOpened{RoundNo{1},
                              "chi-tieu-chung",
                              "năm 2018",
                              day("2018-01-01"),
                              day("2018-12-31"),
                              day("2019-01-15"),
                              UnitNo{1},
                              NumberSet::of({3}),
                              {}});
  EXPECT_THAT(body("/bao-cao/1", planner), HasSubstr("năm 2018"));
  EXPECT_THAT(body("/bao-cao/1/don-vi/3", ward), HasSubstr("name=\"cot-1\""));
}

TEST_F(EstimatePages, AUnitFillsTwoInputsAColumn) {
  world.meeting(3, "2021-05-31", 45);
  world.meeting(3, "2021-06-15", 1'000);
  world.open_estimates();
  const std::string form = body("/bao-cao/1/don-vi/3", ward);
  EXPECT_THAT(form, HasSubstr("id=\"cot-2\" name=\"cot-2\" inputmode=\"numeric\" "
                              "autocomplete=\"off\" value=\"45\""));
  EXPECT_THAT(form, HasSubstr("<label for=\"uoc-2\">Ước từ 01/06/2021</label>"));
  EXPECT_THAT(form, HasSubstr("<label for=\"cot-2\">Thực tế đến hết 31/05/2021</label>"));
  EXPECT_THAT(body("/bao-cao/1/don-vi/3", ward, Language::English),
              HasSubstr("<label for=\"uoc-2\">Estimate from 01/06/2021</label>"));
  std::string typed = "ban=0";
  for (int i = 1; i <= 14; ++i) {
    const std::string column = std::to_string(i);
    typed += "&cot-" + column + "=" +
             (i == 1   ? "1"
              : i == 2 ? "45"
                       : "0") +
             "&uoc-" + column + "=" + (i == 3 ? "" : "4");
  }
  const auto gap = world.node.post("/bao-cao/1/don-vi/3", typed, ward);
  EXPECT_EQ(gap.status, 422);
  EXPECT_THAT(gap.body, HasSubstr("id=\"uoc-3-loi\""));
  EXPECT_THAT(gap.body, HasSubstr("name=\"uoc-2\" inputmode=\"numeric\" autocomplete=\"off\" "
                                  "value=\"4\""))
      << "what was typed stays";
}

TEST_F(EstimatePages, FiguresStandApartWithATotalThatSaysWhatItHolds) {
  estimate();
  for (const char* said :
       {"Số thực tế đến hết 31/05/2021; số ước từ 01/06/2021 đến hết 30/06/2021.",
        "data-label=\"Thực tế\"",
        "data-label=\"Ước\"><span><a class=\"figure\" href=\"/bao-cao/1/don-vi/1/cot/6\">105<",
        "data-label=\"Cộng, có số ước\"><a class=\"figure\" "
        "href=\"/bao-cao/1/don-vi/1/cot/6\">117<"}) {
    EXPECT_THAT(body("/bao-cao/1", planner), HasSubstr(said));
  }
  EXPECT_THAT(body("/bao-cao/1", planner, Language::English),
              AllOf(HasSubstr("first half of 2021, estimates"), HasSubstr("Total, with estimate")));
  EXPECT_THAT(body("/bao-cao/1/don-vi/3?ban=1", ward),
              AllOf(HasSubstr("data-label=\"Ước\">5</td>"),
                    HasSubstr("data-label=\"Cộng, có số ước\">7</td>")));
  const std::string cell = body("/bao-cao/1/don-vi/1/cot/6", planner);
  EXPECT_THAT(cell, HasSubstr("Ước từ 01/06/2021 đến hết 30/06/2021: <strong "
                              "class=\"numbers\">105</strong>"));
  EXPECT_THAT(cell, HasSubstr("data-label=\"Góp vào, thực tế\""));
  EXPECT_THAT(body("/bao-cao/1/don-vi/3/cot/6", ward),
              HasSubstr("<span class=\"numbers\">5</span> ước"));
}

TEST_F(EstimatePages, WhatWasFrozenOfAnEstimateIsSaidWhenItChanged) {
  estimate();
  does(World::planner(), CloseRound{RoundNo{1}});
  does(World::planner(), AllowLate{RoundNo{1}, "03", day("2021-07-03"), "Đếm nhầm"});
  does(World::planner(), World::estimated(World::report(3, {{"6", 2}}, 1), {{"6", 6}}));
  EXPECT_THAT(body("/bao-cao/1", planner),
              AllOf(HasSubstr(">106<"), HasSubstr("</a> <span class=\"as-of\">(lúc khóa: 105)")));
}

TEST_F(EstimatePages, OfficialFiguresStandBesideWhatWasReportedBefore) {
  estimate();
  does(World::planner(), CloseRound{RoundNo{1}});
  does(World::planner(), World::half_year());
  SubmitReport report = World::report(3, {{"6", 4}});
  report.round = RoundNo{2};
  const std::string form = body("/bao-cao/2/don-vi/3", ward);
  EXPECT_THAT(form, HasSubstr("Số ước đã báo: 2 + 5 ước = 7"));
  EXPECT_THAT(form, HasSubstr("aria-describedby=\"cot-6-da-bao\""));
  EXPECT_THAT(form, Not(HasSubstr("name=\"uoc-6\"")));
  does(World::planner(), report);
  const std::string round = body("/bao-cao/2", planner);
  EXPECT_THAT(round, HasSubstr("6 tháng đầu năm 2021, chính thức"));
  EXPECT_THAT(round, HasSubstr("12 + 105 ước = 117"));
  EXPECT_THAT(round, HasSubstr("data-label=\"Chênh lệch\">−113</td>"));
  EXPECT_THAT(round, HasSubstr("href=\"/bao-cao/1?don-vi=1\""));
  EXPECT_THAT(body("/bao-cao/1", planner), HasSubstr("href=\"/bao-cao/2?don-vi=1\""));
  EXPECT_THAT(body("/bao-cao/2/don-vi/3?ban=1", ward), HasSubstr("<span>2 + 5 ước = 7</span>"));
  EXPECT_THAT(body("/bao-cao/2", planner, Language::English),
              HasSubstr("12 + 105 estimated = 117"));
}

TEST_F(EstimatePages, FilesHaveColumnsOfTheirOwnForEstimates) {
  estimate();
  const std::string csv = body("/bao-cao/1?dang=csv", planner);
  EXPECT_THAT(csv, HasSubstr("6 Câu lạc bộ pháp luật – số câu lạc bộ, thực tế đến 31/05/2021"));
  EXPECT_THAT(csv, HasSubstr("6 Câu lạc bộ pháp luật – số câu lạc bộ, ước từ 01/06/2021 đến "
                             "30/06/2021"));
  EXPECT_THAT(csv, HasSubstr("03,Phường Mười Một,đã nộp," + only_clubs("2") + "," +
                             only_clubs("5") + "\r\n"));
  EXPECT_THAT(csv, HasSubstr("04,Phường Mười Hai,chưa nộp,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n"));
  for (const char* kind : {"xlsx", "docx", "pdf"}) {
    EXPECT_FALSE(body(std::string("/bao-cao/1?dang=") + kind, planner).empty()) << kind;
  }
}

TEST_F(EstimatePages, EverybodyGetsThemApartAndAsClosed) {
  publish();
  const std::string address = "/so-lieu-cong-khai/1";
  const std::string csv = body(address + "/tai?dang=csv", {});
  const std::string json = body(address + "/tai?dang=json", {});
  does(World::planner(), AllowLate{RoundNo{1}, "03", day("2021-07-03"), "Đếm nhầm"});
  does(World::planner(), World::estimated(World::report(3, {{"6", 3}}, 1), {{"6", 6}}));
  EXPECT_EQ(body(address + "/tai?dang=csv", {}), csv);
  EXPECT_EQ(body(address + "/tai?dang=json", {}), json);
  EXPECT_THAT(csv, HasSubstr("tong,01,Thành phố Hà Nội,3,2,2," + only_clubs("12") + "," +
                             only_clubs("105") + "\r\n"));
  EXPECT_THAT(csv, HasSubstr("don_vi,02,Quận Một,2,1,1," + only_clubs("2") + "," + only_clubs("5") +
                             "\r\n"));
  EXPECT_THAT(csv, HasSubstr("(câu lạc bộ),7 Câu")) << "actual figures stand where they stood";
  EXPECT_THAT(csv, HasSubstr("6 Câu lạc bộ pháp luật – số câu lạc bộ (câu lạc bộ), ước từ "
                             "01/06/2021 đến 30/06/2021"));
  EXPECT_THAT(json, HasSubstr(R"("vi":"6 tháng đầu năm 2021","en":"first half of 2021",)"
                              R"("counted_to":"2021-05-31")"));
  EXPECT_THAT(json, HasSubstr(R"("sum":12,"estimate":105)"));
  EXPECT_THAT(json, HasSubstr(R"({"column":"6","amount":2,"estimate":5})"));
  const std::string page = body(address + "?cot=6", {});
  for (const char* said : {"6 tháng đầu năm 2021, số ước", "data-label=\"Ước\">105</td>",
                           "data-label=\"Cộng, có số ước\">117</td>",
                           "data-label=\"câu lạc bộ, thực tế\">12</td>", "Số ước là phần đơn vị"}) {
    EXPECT_THAT(page, HasSubstr(said));
  }
  EXPECT_THAT(body(address, {}, Language::English),
              HasSubstr("official figures that follow may differ"));
}

TEST_F(EstimatePages, ProgramsOpenHandInAndReadThem) {
  const std::string draft = R"({"form":"hoat-dong-cap-xa-2012","scope":1,"from":"2021-01-01",)"
                            R"("to":"2021-06-30","due":"2021-07-05","counted_to":")";
  testing::Programs programs{world.node};
  const auto post = [&](const std::string& path, std::string json) {
    return programs.post(path, std::move(json), World::planner());
  };
  const auto get = [&](const std::string& path) {
    return programs.get(path, World::planner()).body;
  };
  EXPECT_THAT(testing::Programs::places_of(post("/rounds", draft + "2021-06-30\"}"), 422),
              ElementsAre("counted_to"));
  EXPECT_EQ(post("/rounds", draft + "2021-05-31\"}").status, 201);
  const auto gaps = post("/rounds/1/reports/3", submission("0", ""));
  EXPECT_EQ(gaps.status, 422);
  EXPECT_THAT(gaps.body, AllOf(HasSubstr("Estimate of column 14"), HasSubstr("cells")));
  EXPECT_EQ(post("/rounds/1/reports/3", submission("0", "0")).status, 201);
  EXPECT_THAT(get("/rounds/1"), AllOf(HasSubstr(R"("counted_to":"2021-05-31")"),
                                      HasSubstr(R"({"column":"6","amount":0,"estimate":0})")));
  EXPECT_THAT(get("/rounds/1/reports/3"), HasSubstr(R"("estimate":0)"));
  EXPECT_THAT(get("/report-forms"), HasSubstr(R"("valid_from":"2020-01-01")"));
}

}  // namespace
}  // namespace lantoa::city::statistics
