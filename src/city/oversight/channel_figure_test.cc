#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/oversight/oversight.h"
#include "city/testing.h"

namespace lantoa::city::oversight {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// City 1 over district 2 with ward 3, and district 4.
class MailsFigure : public ::testing::Test {
 protected:
  MailsFigure() {
    using organisation::Kind;
    install(node.app, state, {calendar, units, plans, content, reach, workdays}, node.clock, {});
    units.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", Kind::City, {}, {}});
    units.fold({UnitNo{2}, UnitNo{1}, "Quận Một", "02", Kind::UrbanDistrict, {}, {}});
    units.fold({UnitNo{3}, UnitNo{2}, "Phường Mẫu", "03", Kind::Ward, {}, {}});
    units.fold({UnitNo{4}, UnitNo{1}, "Quận Hai", "04", Kind::UrbanDistrict, {}, {}});
  }
  void mail(std::uint32_t unit, const char* on, End end = End::Sent, PersonNo urged_by = {}) {
    const ReminderNo no{state.reminders() + 1};
    ReminderPromised promised{no, UnitNo{unit}, NumberSet{{7, 9}}, *parse_iso_date(on), {}};
    if (urged_by) promised.urged_by = urged_by;
    node.tell(promised);
    node.tell(ReminderHandedOver{no});
    node.tell(ReminderEnded{no, end, "250 ok"});
  }
  // “Quận Một 2 /hoat-dong/…”: what the figure opens to.
  std::vector<std::string> opened(std::uint32_t unit, const char* from, const char* to) {
    const auto& all = node.app.channel_figures;
    const auto figure = std::find_if(all.begin(), all.end(),
                                     [](const auto& one) { return one.code == "thu-nhac"; });
    EXPECT_NE(figure, all.end());
    const std::vector<bool> below = units.below(UnitNo{unit});
    const Actor actor;
    const ChannelAsk ask{UnitNo{unit},        below, *parse_iso_date(from),
                         *parse_iso_date(to), actor, "&tu-ngay=2021-05-01"};
    std::vector<std::string> out;
    std::uint64_t sum = 0;
    for (const ChannelRecord& one : figure->records(ask, Language::Vietnamese)) {
      out.push_back(one.title + " " + std::to_string(one.amount) + " " + one.address);
      sum += one.amount;
    }
    EXPECT_EQ(figure->amount(ask), sum);
    return out;
  }

  testing::Node node;
  State state;
  calendar::State calendar;
  organisation::State units;
  plan::State plans;
  content::State content;
  reach::State reach{units};
  workday::State workdays;
};

TEST_F(MailsFigure, OpensTheUnitsOwnMailsAndThoseOfUnitsBelow) {
  mail(2, "2021-05-10");
  mail(3, "2021-05-10");
  mail(3, "2021-05-20");
  mail(4, "2021-05-20");
  EXPECT_THAT(opened(1, "2021-05-01", "2021-05-31"),
              ElementsAre("Quận Một 3 /hoat-dong/tu-ghi/thu-nhac?don-vi=2&tu-ngay=2021-05-01",
                          "Quận Hai 1 /hoat-dong/tu-ghi/thu-nhac?don-vi=4&tu-ngay=2021-05-01"));
  EXPECT_THAT(opened(2, "2021-05-01", "2021-05-31"),
              ElementsAre("Thư nhắc việc số 1 1 /nhiem-vu/7",
                          "Phường Mẫu 2 /hoat-dong/tu-ghi/thu-nhac?don-vi=3&tu-ngay=2021-05-01"));
  EXPECT_THAT(opened(3, "2021-05-01", "2021-05-31"),
              ElementsAre("Thư nhắc việc số 3 1 /nhiem-vu/7", "Thư nhắc việc số 2 1 /nhiem-vu/7"));
  EXPECT_THAT(opened(3, "2021-05-11", "2021-05-20"),
              ElementsAre("Thư nhắc việc số 3 1 /nhiem-vu/7"));
}

TEST_F(MailsFigure, CountsOnlyWhatTheLadderSentAndTheServerTook) {
  mail(3, "2021-05-10", End::Refused);
  mail(3, "2021-05-10", End::NoMailbox);
  mail(3, "2021-05-10", End::NotNeeded);
  mail(3, "2021-05-10", End::Unknown);
  mail(3, "2021-05-10", End::Sent, PersonNo{1});
  EXPECT_THAT(opened(1, "2021-05-01", "2021-05-31"), IsEmpty());
  EXPECT_THAT(opened(3, "2021-05-01", "2021-05-31"), IsEmpty());
}

}  // namespace
}  // namespace lantoa::city::oversight
