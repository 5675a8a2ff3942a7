// The page of coverage where its address asks for what there is not, and what a receipt says of
// itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/reach/testing_attendance.h"

namespace lantoa::city::reach {
namespace {

using testing::first;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::World;

class CoveragePages : public ::testing::Test {
 protected:
  http::Response get(const std::string& path, Language language = Language::Vietnamese) {
    return world.node.get(path, planner, language);
  }

  World world;
  std::string planner = world.node.sign_in(World::city());
};

TEST_F(CoveragePages, ADayThatIsNoneIsSaidBesideItsFieldAndStays) {
  const auto page = get("/do-phu/1/1?doi-tuong=chu-chot&ngay=2021-02-31");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("<form class=\"filters\""));
  EXPECT_THAT(page.body, HasSubstr("id=\"ngay\" name=\"ngay\" value=\"2021-02-31\""));
  EXPECT_THAT(page.body,
              HasSubstr("aria-describedby=\"ngay-loi ngay-hint\" aria-invalid=\"true\""));
  EXPECT_THAT(page.body, HasSubstr("“2021-02-31” không phải là một ngày; viết như 30/06/2021."));
  EXPECT_THAT(page.body, HasSubstr("Số liệu dưới đây là của hôm nay."));
  EXPECT_THAT(page.body, HasSubstr("href=\"#ngay\"")) << "the summary leads to it";
  EXPECT_THAT(page.body, HasSubstr("<option value=\"chu-chot\" selected>"))
      << "what else was asked";
  EXPECT_THAT(page.body, HasSubstr("Độ phủ: Đơn vị 1"));
  EXPECT_THAT(get("/do-phu/1/1?ngay=2021-02-31", Language::English).body,
              HasSubstr("is no date; write it like 30/06/2021. The figures below are of today."));
}

TEST_F(CoveragePages, WhatWasTypedIsNoMarkup) {
  const auto page = get("/do-phu/1/1?ngay=\"><b>");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("value=\"&quot;&gt;&lt;b&gt;\""));
  EXPECT_THAT(page.body, Not(HasSubstr("<b>")));
}

TEST_F(CoveragePages, ADayThatIsOneOrNothingHasNoFault) {
  for (const char* query : {"", "?ngay=", "?ngay=20/05/2021"}) {
    const auto page = get(std::string("/do-phu/1/1") + query);
    EXPECT_EQ(page.status, 200) << query;
    EXPECT_THAT(page.body, HasSubstr("name=\"ngay\" value=\"\"")) << query;
    EXPECT_THAT(page.body, HasSubstr("aria-describedby=\"ngay-hint\">")) << query;
    EXPECT_THAT(page.body, Not(HasSubstr("ngay-loi"))) << query;
  }
}

// They have no field for the day, so they lead to the page that has it.
TEST_F(CoveragePages, PagesWithoutTheFieldSayItAndLeadToIt) {
  for (const auto& [path, rest] : {std::pair{"/do-phu/1/so-sanh", "&loai=phuong&xep=ten"},
                                   std::pair{"/do-phu/1/1/ghi-nhan", "&doi-tuong="}}) {
    const std::string query = std::string("?kenh=hop") + rest + "&ngay=31/02/2021";
    const auto page = get(path + query);
    EXPECT_EQ(page.status, 422) << path;
    EXPECT_THAT(page.body, HasSubstr("<a href=\"#ngay\">")) << "the summary, " << path;
    EXPECT_THAT(page.body, HasSubstr("“31/02/2021” không phải là một ngày; viết như 30/06/2021. Số "
                                     "liệu dưới đây là của hôm nay."))
        << path;
    EXPECT_THAT(page.body,
                HasSubstr("id=\"ngay\" href=\"/do-phu/1/1?kenh=hop&amp;ngay=31%2F02%2F2021#ngay\""))
        << "what was typed and the other filters, " << path;
    EXPECT_THAT(page.body, HasSubstr("Chỉ tính: dự họp")) << path;
    EXPECT_THAT(get(path + query, Language::English).body,
                HasSubstr("is no date; write it like 30/06/2021. The figures below are of today."))
        << path;
    EXPECT_EQ(get(path + std::string("?kenh=x&ngay=31/02/2021")).status, 422) << path;
    const auto right = get(path + std::string("?ngay=19/05/2021"));
    EXPECT_EQ(right.status, 200) << path;
    EXPECT_THAT(right.body, Not(HasSubstr("id=\"ngay\""))) << path;
  }
  EXPECT_THAT(get("/do-phu/1/so-sanh?xep=ten&ngay=x").body, HasSubstr("<strong>theo tên</strong>"));
}

TEST_F(CoveragePages, TheSliderShowsTheDayOfTheFigures) {
  const std::string shown = "data-day-shown>";
  EXPECT_THAT(get("/do-phu/1/1?ngay=2021-02-31").body, HasSubstr(shown + "</output>"));
  EXPECT_THAT(get("/do-phu/1/1?ngay=2021-05-18").body, HasSubstr(shown + "18/05/2021</output>"));
}

// Nobody would see there that the figures are of another day.
TEST_F(CoveragePages, AFileOrAStreamOfADayThatIsNoneIsRefused) {
  for (const char* path : {"/do-phu/1/1?ngay=2021-02-31&dang=csv", "/su-kien/do-phu/1/1?ngay=x",
                           "/do-phu/1/1?kenh=x&ngay=2021-02-31", "/do-phu/1/1?loai=x"}) {
    const auto answer = get(path);
    EXPECT_EQ(answer.status, 422) << path;
    EXPECT_THAT(answer.body, Not(HasSubstr("class=\"filters\""))) << path;
  }
}

TEST_F(CoveragePages, WhatWasConfirmedEndsItsSentenceWithoutASpace) {
  world.confirm(first, 2);
  const auto page = world.node.get("/cua-toi/1", world.node.sign_in(World::ward()));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr(" trong sổ cái.</p>"));
}

}  // namespace
}  // namespace lantoa::city::reach
