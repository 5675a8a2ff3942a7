// The form that chooses the days of the pages of activities, where its address has days that are
// none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/activity/testing_world.h"

namespace lantoa::city::activity {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* pages_with_days[] = {"/hoat-dong", "/hoat-dong/tu-ghi",
                                           "/hoat-dong/tu-ghi/mau"};

class PeriodPages : public ::testing::Test {
 protected:
  PeriodPages() {
    ChannelFigure figure;
    figure.code = "mau";
    figure.label = {"Kênh mẫu", "Sample channel"};
    figure.unit = {"lượt", "times"};
    figure.about = {"Mỗi lượt một lần.", "Each once."};
    figure.amount = [](const ChannelAsk&) { return std::uint64_t{0}; };
    figure.records = [](const ChannelAsk&, Language) { return std::vector<ChannelRecord>(); };
    world.node.app.channel_figures.push_back(std::move(figure));
    world.log(World::meeting());
  }

  http::Response get(const std::string& path, Language language = Language::Vietnamese) {
    return world.node.get(path, ward, language);
  }

  World world;
  std::string ward = world.node.sign_in(World::ward());
};

TEST_F(PeriodPages, ADayThatIsNoneIsSaidBesideItsFieldAndStays) {
  for (const std::string path : pages_with_days) {
    const auto page = get(path + "?don-vi=3&tu-ngay=31/02/2021&den-ngay=2021-05-31");
    EXPECT_EQ(page.status, 422) << path;
    for (const char* text :
         {"id=\"tu-ngay\" name=\"tu-ngay\" value=\"31/02/2021\"", "<a href=\"#tu-ngay\">",
          "aria-describedby=\"tu-ngay-loi thoi-gian-hint\" aria-invalid=\"true\"",
          "id=\"tu-ngay-loi\"", "“31/02/2021” không phải là ngày có thật; viết như 12/05/2021.",
          "Số liệu dưới đây là của mọi ngày.", "name=\"den-ngay\" value=\"2021-05-31\"",
          "name=\"don-vi\" value=\"3\""}) {
      EXPECT_THAT(page.body, HasSubstr(text)) << path;
    }
    EXPECT_THAT(page.body, Not(HasSubstr("den-ngay-loi"))) << path;
    const auto english = get(path + "?tu-ngay=31/02/2021", Language::English);
    EXPECT_EQ(english.status, 422) << path;
    EXPECT_THAT(english.body, HasSubstr("is not a real date; write it like 12/05/2021.")) << path;
    EXPECT_THAT(english.body, HasSubstr("The figures below are of all days.")) << path;
  }
}

TEST_F(PeriodPages, BothDaysAreSaidAtOnce) {
  for (const std::string path : pages_with_days) {
    const auto page = get(path + "?tu-ngay=2021-02-31&den-ngay=mai");
    EXPECT_EQ(page.status, 422) << path;
    EXPECT_THAT(page.body, HasSubstr("Khoảng thời gian cần xem chưa đúng")) << path;
    EXPECT_THAT(page.body, HasSubstr("<a href=\"#tu-ngay\">")) << path;
    EXPECT_THAT(page.body, HasSubstr("<a href=\"#den-ngay\">")) << path;
    EXPECT_THAT(page.body, HasSubstr("“2021-02-31” không phải là ngày có thật; viết như 12/05/"))
        << "as the field wants it, " << path;
    EXPECT_THAT(page.body, HasSubstr("name=\"den-ngay\" value=\"mai\"")) << path;
    EXPECT_THAT(page.body, HasSubstr("id=\"den-ngay-loi\"")) << path;
  }
}

TEST_F(PeriodPages, APeriodThatEndsBeforeItBeginsIsSaidToo) {
  const auto page = get("/hoat-dong?tu-ngay=02/05/2021&den-ngay=01/05/2021");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("“Từ ngày” không được sau “đến hết ngày”"));
  EXPECT_THAT(page.body, HasSubstr("name=\"tu-ngay\" value=\"02/05/2021\""));
  EXPECT_THAT(page.body, HasSubstr("name=\"den-ngay\" value=\"01/05/2021\""));
  EXPECT_THAT(page.body, HasSubstr("Tổng số hoạt động: 1"));
}

TEST_F(PeriodPages, WhatElseWasChosenStays) {
  const auto page = get("/hoat-dong?don-vi=3&loai=truc-tiep&tu-ngay=x");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("name=\"loai\" value=\"truc-tiep\""));
  EXPECT_THAT(page.body, HasSubstr("Chỉ hình thức: "));
  EXPECT_THAT(page.body, HasSubstr("href=\"/hoat-dong/1\"")) << "of all days";
  EXPECT_THAT(page.body, HasSubstr("href=\"/hoat-dong?don-vi=3&amp;loai=truc-tiep\""))
      << "all days";
  const auto moved = get("/hoat-dong?don-vi=3&loai=cong-tin&tu-ngay=31/02/2021");
  ASSERT_EQ(moved.status, 303) << "the list of the channel says it";
  const auto& headers = moved.headers;
  const std::pair<std::string, std::string> there{
      "Location", "/hoat-dong/tu-ghi?don-vi=3&tu-ngay=31%2F02%2F2021"};
  EXPECT_THAT(headers, ::testing::Contains(there));
}

TEST_F(PeriodPages, WhatWasTypedIsNoMarkupAndOpensNoOtherUnit) {
  const auto page = get("/hoat-dong?tu-ngay=\"><b>");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("value=\"&quot;&gt;&lt;b&gt;\""));
  EXPECT_THAT(page.body, Not(HasSubstr("<b>")));
  EXPECT_EQ(get("/hoat-dong?don-vi=2&tu-ngay=x").status, 403);
  EXPECT_EQ(get("/hoat-dong?don-vi=99&tu-ngay=x").status, 404);
}

TEST_F(PeriodPages, DaysThatAreDaysHaveNoFault) {
  for (const char* query : {"", "?tu-ngay=", "?tu-ngay=1-5-2021&den-ngay=12-05-2021",
                            "?tu-ngay=12-5-2021&den-ngay=2021-05-31"}) {
    const auto page = get(std::string("/hoat-dong") + query);
    EXPECT_EQ(page.status, 200) << query;
    EXPECT_THAT(page.body, Not(HasSubstr("-loi\""))) << query;
    EXPECT_THAT(page.body, Not(HasSubstr("Số liệu dưới đây là của mọi ngày"))) << query;
  }
}

}  // namespace
}  // namespace lantoa::city::activity
