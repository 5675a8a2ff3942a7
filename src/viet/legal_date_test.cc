#include "viet/legal_date.h"

namespace lantoa::viet {
namespace {

const Date published = to_date({2021, 5, 13});

std::vector<std::string> dates(std::string_view text, std::optional<Date> reference = published) {
  std::vector<std::string> out;
  for (const DateMention& mention : find_dates(text, reference)) {
    out.push_back(std::string(text.substr(mention.offset, mention.length)) + "=" +
                  iso(mention.date));
  }
  return out;
}

using Dates = std::vector<std::string>;

TEST(LegalDate, FullDates) {
  EXPECT_EQ(dates("ký 27/11/2019, sửa 12-5-2021."),
            (Dates{"27/11/2019=2019-11-27", "12-5-2021=2021-05-12"}));
  EXPECT_EQ(dates("ngày 29 tháng 3 năm 2021"), (Dates{"29 tháng 3 năm 2021=2021-03-29"}));
  EXPECT_EQ(dates("Ngày 09\ntháng 5\xC2\xA0năm\n2025"),
            (Dates{"09\ntháng 5\xC2\xA0năm\n2025=2025-05-09"}));
  EXPECT_EQ(dates("1.7.2025"), (Dates{"1.7.2025=2025-07-01"}));
  EXPECT_EQ(dates("từ 01/7/2025-05/7/2025"),
            (Dates{"01/7/2025=2025-07-01", "05/7/2025=2025-07-05"}));
}

TEST(LegalDate, YearFromTheReference) {
  EXPECT_EQ(dates("Ngày 12/5, thành phố"), (Dates{"12/5=2021-05-12"}));
  EXPECT_EQ(dates("từ ngày 10/4 đến ngày 12/4/2025"),
            (Dates{"10/4=2021-04-10", "12/4/2025=2025-04-12"}));
  EXPECT_EQ(dates("ngày 28/12", to_date({2022, 1, 5})), (Dates{"28/12=2021-12-28"}));
  EXPECT_EQ(dates("ngày 5/1", to_date({2021, 12, 20})), (Dates{"5/1=2022-01-05"}));
  EXPECT_EQ(dates("ngày 3 tháng 6"), (Dates{"3 tháng 6=2021-06-03"}));
  EXPECT_EQ(dates("ngày 12/5", std::nullopt), Dates{});
  EXPECT_EQ(dates("ngày 29/2", to_date({2022, 5, 13})), Dates{});
  EXPECT_EQ(dates("nga\xCC\x80y 12/5"), (Dates{"12/5=2021-05-12"}));
}

TEST(LegalDate, NotDates) {
  EXPECT_EQ(dates("trực 24/7, làm ngay 24/7, hằng ngày 24/7"), Dates{});
  EXPECT_EQ(dates("số 32/2021/NĐ-CP, 12/5/2021/KH-UBND, 1/3 số dân"), Dates{});
  EXPECT_EQ(dates("31/02/2021, 12/13/2021, ngày 45/6, 0/0/2021"), Dates{});
  EXPECT_EQ(dates("phiên bản 1.12.5.2021, 112/5/2021, 12/5/20211, tháng 5/2021"), Dates{});
  EXPECT_EQ(dates(""), Dates{});
}

}  // namespace
}  // namespace lantoa::viet
