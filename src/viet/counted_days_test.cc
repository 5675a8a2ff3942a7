#include "viet/counted_days.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "viet/source_text.h"

namespace lantoa::viet {
namespace {

// "15 working issue"; "none".
std::string counted_in(const std::string& text) {
  const auto found = read_counted_days(text);
  if (!found) return "none";
  std::string out = std::to_string(found->days) + (found->is_working ? " working" : " days");
  if (found->from == CountedDays::From::Issue) out += " issue";
  if (found->from == CountedDays::From::Elsewhere) out += " elsewhere";
  return out;
}

struct CountedCase {
  std::string text;
  std::string said;
};

TEST(CountedDaysRead, WhatACellOrAFieldSays) {
  const std::vector<CountedCase> cases{
      {"15 ngày làm việc", "15 working"},
      {"  15  Ngày làm việc. ", "15 working"},
      {"05 ngày làm việc", "5 working"},
      {"trong vòng 10 ngày làm việc kể từ ngày ban hành", "10 working issue"},
      {"Trong thời hạn 05 (năm) ngày làm việc, kể từ ngày ký ban hành", "5 working issue"},
      {"thời hạn: không quá 20 ngày làm việc sau khi kế hoạch này được ban hành",
       "20 working issue"},
      {"10 ngày làm việc tính từ ngày ký", "10 working issue"},
      {"chậm nhất 3 ngày làm việc", "3 working"},
      {"15 ngay lam viec", "15 working"},
      {"15 working days", "15 working"},
      {"1 working day after issue", "1 working issue"},
      {"within 15 working days of the day of issue", "15 working issue"},
      // They count from another day than that of issue.
      {"10 ngày làm việc kể từ ngày nhận được văn bản", "10 working elsewhere"},
      {"10 ngày làm việc kể từ ngày ký hợp đồng", "10 working elsewhere"},
      {"10 ngày làm việc kể từ ngày 01/6/2021", "10 working elsewhere"},
      // Days of the calendar.
      {"10 ngày", "10 days"},
      {"trong 30 ngày kể từ ngày ban hành", "30 days issue"},
      {"10 days", "10 days"},
      // Nothing that is counted.
      {"", "none"},
      {"15", "none"},
      {"0 ngày làm việc", "none"},
      {"ngày làm việc", "none"},
      {"15 ngày làm việc hoặc sớm hơn", "none"},
      {"1234567 ngày làm việc", "none"},
      {"30/06/2021", "none"},
      {"15 tháng", "none"},
  };
  for (const CountedCase& one : cases) EXPECT_EQ(counted_in(one.text), one.said) << one.text;
}

TEST(CountedDaysRead, RunningTextNeedsAWordBefore) {
  const SourceText bare("15 ngày làm việc");
  EXPECT_FALSE(counted_days_at(bare, 0, bare.size(), true));
  EXPECT_TRUE(counted_days_at(bare, 0, bare.size(), false));
  const SourceText opened("trong 15 ngày làm việc, gửi báo cáo");
  const CountedDaysFound found = counted_days_at(opened, 0, opened.size(), true);
  ASSERT_TRUE(found);
  EXPECT_EQ(opened.text(0, found.end), "trong 15 ngày làm việc");
  EXPECT_FALSE(counted_days_at(opened, 0, 10, true)) << "cut off";
}

}  // namespace
}  // namespace lantoa::viet
