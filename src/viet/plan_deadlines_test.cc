#include "viet/plan_deadlines.h"

namespace lantoa::viet {
namespace {

struct Case {
  std::string text;
  std::string found;  // "kind text last_day", several with " + "
};

std::string all_in(const std::string& text, std::string_view reference = "2021-05-13") {
  const SourceText source(text);
  std::string out;
  for (const Deadline& one :
       find_deadlines(source, 0, source.size(), parse_iso_date(reference).value())) {
    if (!out.empty()) out += " + ";
    out += std::string(name_of(one.kind)) + " " + text.substr(one.at.offset, one.at.length);
    if (one.last_day) out += " " + iso(*one.last_day);
    if (one.working_days) out += " +" + std::to_string(*one.working_days);
  }
  return out;
}

TEST(PlanDeadlines, WhatEndsOnADayAndWhatDoesNot) {
  const std::vector<Case> cases{
      {"gửi trước ngày 15/6/2021.", "before trước ngày 15/6/2021 2021-06-14"},
      {"gửi trước 15/6", "before trước 15/6 2021-06-14"},
      {"chậm nhất là ngày 30 tháng 6 năm 2021",
       "by chậm nhất là ngày 30 tháng 6 năm 2021 2021-06-30"},
      {"chậm nhất đến ngày 1-7-2021", "by chậm nhất đến ngày 1-7-2021 2021-07-01"},
      {"đến hết ngày 31/12", "by đến hết ngày 31/12 2021-12-31"},
      {"trong tháng 6/2021", "within trong tháng 6/2021 2021-06-30"},
      // Without a year: the first such day, or end of such a month, on or after the reference.
      {"trong tháng 2", "within trong tháng 2 2022-02-28"},
      {"trong tháng 5", "within trong tháng 5 2021-05-31"},
      {"trong tháng 4", "within trong tháng 4 2022-04-30"},
      {"trong quý I", "within trong quý I 2022-03-31"},
      {"trước ngày 20/12", "before trước ngày 20/12 2021-12-19"},
      {"chậm nhất ngày 13/5", "by chậm nhất ngày 13/5 2021-05-13"},
      {"chậm nhất ngày 12/5", "by chậm nhất ngày 12/5 2022-05-12"},
      {"chậm nhất ngày 29/2", "by chậm nhất ngày 29/2 2024-02-29"},
      {"từ ngày 20/12 đến hết ngày 10/1", "within từ ngày 20/12 đến hết ngày 10/1 2022-01-10"},
      {"trong quý II năm 2021", "within trong quý II năm 2021 2021-06-30"},
      {"hoàn thành trong quý 4/2021", "within hoàn thành trong quý 4/2021 2021-12-31"},
      {"thực hiện trong năm 2021", "within trong năm 2021 2021-12-31"},
      {"hoàn thành trước tháng 7/2021", "before hoàn thành trước tháng 7/2021 2021-06-30"},
      {"từ ngày 1/6/2021 đến hết ngày 15/6/2021",
       "within từ ngày 1/6/2021 đến hết ngày 15/6/2021 2021-06-15"},
      {"báo cáo hằng tháng", "recurring hằng tháng"},
      {"trước ngày 25 hằng tháng", "recurring trước ngày 25 hằng tháng"},
      {"Thời gian: 20/8/2021", "by Thời gian: 20/8/2021 2021-08-20"},
      {"trước ngày 15/6/2021, xong trong tháng 7/2021",
       "before trước ngày 15/6/2021 2021-06-14 + within xong trong tháng 7/2021 2021-07-31"},
      // So many working days after the day of issue, where no other one is named.
      {"gửi trong vòng 10 ngày làm việc kể từ ngày ban hành.",
       "within trong vòng 10 ngày làm việc kể từ ngày ban hành +10"},
      {"hoàn thành trong 15 ngày làm việc", "within hoàn thành trong 15 ngày làm việc +15"},
      {"chậm nhất 5 ngày làm việc kể từ ngày ký ban hành, gửi về Sở",
       "within chậm nhất 5 ngày làm việc kể từ ngày ký ban hành +5"},
      {"trả lời trong 05 ngày làm việc kể từ ngày nhận được câu hỏi",
       "within trong 05 ngày làm việc kể từ ngày"},
      {"trong 30 ngày kể từ ngày ban hành", "within trong 30 ngày kể từ ngày ban hành"},
      {"trong 10 ngày qua, các xã đã họp", ""},
      {"mở trong 15 ngày hội", ""},
      {"đủ 15 ngày làm việc", ""},
      // Days of issue, events, and words that only look like it.
      {"Nghị định 32/2021/NĐ-CP ngày 29/3/2021", ""},
      {"Ngày 12/5, Hội đồng ban hành", ""},
      {"Trong năm 2020, thành phố đã làm tốt", ""},
      {"trước hết là cán bộ", ""},
      {"trước ngày 31/2/2021", ""},
      {"trong tháng 13/2021", ""},
      {"hoàn thành nhiệm vụ", ""},
      // Over before the text was written.
      {"văn bản ban hành trước ngày 01/7/2016", ""},
      {"Trước năm 1975, chợ họp ở đình", ""},
      {"trước ngày 13/5/2021", ""},
      {"trước ngày 14/5/2021", "before trước ngày 14/5/2021 2021-05-13"},
  };
  for (const Case& one : cases) EXPECT_EQ(all_in(one.text), one.found) << one.text;
}

TEST(PlanDeadlines, AYearIsNeverTheOneThatIsOver) {
  EXPECT_EQ(all_in("trước ngày 20/12", "2021-01-05"), "before trước ngày 20/12 2021-12-19");
  EXPECT_EQ(all_in("trong tháng 2", "2021-12-20"), "within trong tháng 2 2022-02-28");
  EXPECT_EQ(all_in("chậm nhất 31/12", "2021-12-31"), "by chậm nhất 31/12 2021-12-31");
}

TEST(PlanDeadlines, ACellSaysTheTimeAlone) {
  const auto last_day = [](const std::string& text) {
    const SourceText source(text);
    const auto found =
        cell_deadline(source, 0, source.size(), parse_iso_date("2021-05-13").value());
    return found && found->last_day ? iso(*found->last_day) : std::string("none");
  };
  EXPECT_EQ(last_day("Quý III/2021"), "2021-09-30");
  EXPECT_EQ(last_day("15/5/2021"), "2021-05-15");
  EXPECT_EQ(last_day("Trước ngày 15/5/2021"), "2021-05-14");
  EXPECT_EQ(last_day("Trước ngày 1/7/2016"), "none");
  EXPECT_EQ(last_day("Hằng quý"), "none");
  EXPECT_EQ(last_day("Hội nghị"), "none");
}

TEST(PlanDeadlines, ACellMayCountWorkingDays) {
  const auto said = [](const std::string& text) {
    const SourceText source(text);
    const auto found = cell_deadline(source, 0, source.size(), std::nullopt);
    if (!found) return std::string("none");
    return found->working_days ? std::to_string(*found->working_days) : "“" + found->text + "”";
  };
  EXPECT_EQ(said("15 ngày làm việc"), "15");
  EXPECT_EQ(said("Trong vòng 10 ngày làm việc kể từ ngày ban hành Kế hoạch này"), "10");
  EXPECT_EQ(said("Thời gian: 20 ngày làm việc."), "20");
  // A person finds the day.
  EXPECT_EQ(said("10 ngày"), "“10 ngày”");
  EXPECT_EQ(said("5 ngày làm việc kể từ ngày nhận văn bản"), "“5 ngày làm việc kể từ ngày”");
  EXPECT_EQ(said("3 ngày hội đọc sách"), "none");
}

}  // namespace
}  // namespace lantoa::viet
