#include "viet/plan_deadlines.h"

namespace lantoa::viet {
namespace {

struct Case {
  std::string text;
  std::string found;  // "kind text last_day", several with " + "
};

std::string all_in(const std::string& text) {
  const SourceText source(text);
  std::string out;
  for (const Deadline& one :
       find_deadlines(source, 0, source.size(), parse_iso_date("2021-05-13").value())) {
    if (!out.empty()) out += " + ";
    out += std::string(name_of(one.kind)) + " " + text.substr(one.at.offset, one.at.length);
    if (one.last_day) out += " " + iso(*one.last_day);
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
      {"trong tháng 2", "within trong tháng 2 2021-02-28"},
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
      // Days of issue, events, and words that only look like it.
      {"Nghị định 32/2021/NĐ-CP ngày 29/3/2021", ""},
      {"Ngày 12/5, Hội đồng ban hành", ""},
      {"Trong năm 2020, thành phố đã làm tốt", ""},
      {"trước hết là cán bộ", ""},
      {"trước ngày 31/2/2021", ""},
      {"trong tháng 13/2021", ""},
      {"hoàn thành nhiệm vụ", ""},
  };
  for (const Case& one : cases) EXPECT_EQ(all_in(one.text), one.found) << one.text;
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
  EXPECT_EQ(last_day("Hằng quý"), "none");
  EXPECT_EQ(last_day("Hội nghị"), "none");
}

}  // namespace
}  // namespace lantoa::viet
