#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/due_field.h"

namespace lantoa::city {
namespace {

using ::testing::HasSubstr;

Date due_day(std::string_view text) { return *parse_iso_date(text); }

std::string why_not(std::string_view typed, CountedFrom from = CountedFrom::Issue) {
  const auto due = parse_due(typed, from);
  EXPECT_FALSE(due) << typed;
  return due ? "" : due.error().text.vi;
}

TEST(Dues, ADayOrWorkingDays) {
  EXPECT_EQ(*parse_due(" 30/6/2021 ", CountedFrom::Issue), Due(due_day("2021-06-30")));
  EXPECT_EQ(*parse_due("2021-06-30", CountedFrom::Issue), Due(due_day("2021-06-30")));
  EXPECT_EQ(*parse_due("30062021", CountedFrom::Issue), Due(due_day("2021-06-30")));
  EXPECT_EQ(*parse_due("15 ngày  làm việc", CountedFrom::Issue), Due::within(15));
  EXPECT_EQ(*parse_due("15 working days", CountedFrom::AnotherDay), Due::within(15));
  EXPECT_EQ(*parse_due("trong vòng 10 ngày làm việc kể từ ngày ban hành", CountedFrom::Issue),
            Due::within(10));
  EXPECT_FALSE(*parse_due(" ", CountedFrom::Issue));
  EXPECT_EQ(*parse_due("1 ngày làm việc", CountedFrom::Issue), Due::within(1));
  EXPECT_EQ(*parse_due("250 ngày làm việc", CountedFrom::Issue), Due::within(working_days_max));
}

TEST(Dues, WhatIsNeitherSaysWhatToWrite) {
  EXPECT_THAT(why_not("31/02/2021"), HasSubstr("“31/02/2021” không phải là ngày có thật"));
  EXPECT_THAT(why_not("tuần sau"), HasSubstr("15 ngày làm việc"));
  EXPECT_THAT(why_not("10 ngày"), HasSubstr("hãy ghi 10 ngày làm việc, hoặc một ngày"));
  EXPECT_THAT(why_not("10 ngày làm việc kể từ ngày nhận văn bản"), HasSubstr("ngày khác"));
  EXPECT_THAT(why_not("10 ngày làm việc kể từ ngày ban hành", CountedFrom::AnotherDay),
              HasSubstr("ngày khác"));
  EXPECT_THAT(why_not("251 ngày làm việc"), HasSubstr("từ 1 đến 250"));
  EXPECT_THAT(why_not("0 ngày làm việc"), HasSubstr("không phải là ngày có thật"));
}

TEST(Dues, WhatIsWrittenIsReadAgain) {
  for (const Language language : {Language::Vietnamese, Language::English}) {
    for (const Due& due : {Due(due_day("2021-06-30")), Due::within(1), Due::within(15)}) {
      EXPECT_EQ(*parse_due(write_due(due, language), CountedFrom::AnotherDay), due);
    }
    EXPECT_EQ(write_due({}, language), "");
  }
  EXPECT_EQ(in_working_days(1).en, "1 working day");
}

TEST(Dues, WhatWasCountedIsSaidBothWays) {
  const Date day = due_day("2021-06-15");
  EXPECT_EQ(due_said(day, 10).vi, "10 ngày làm việc, tức đến hết ngày 15/06/2021");
  EXPECT_EQ(due_said(day, 1).en, "1 working day, that is by 15/06/2021");
  EXPECT_EQ(due_said(day, {}).vi, "15/06/2021");
  EXPECT_EQ(Due::within(10).days_said(), 10U);
  EXPECT_FALSE(Due(day).days_said());
  EXPECT_FALSE(Due().days_said());
  const Text why{"Xa quá.", "Too far."};
  EXPECT_EQ(due_refused(Due(day), day, why).vi, "Xa quá.");
  EXPECT_EQ(due_refused(Due::within(10), {}, why).vi, "Xa quá.");
  EXPECT_EQ(due_refused(Due::within(10), day, why).vi,
            "10 ngày làm việc, tức đến hết ngày 15/06/2021: Xa quá.");
}

TEST(Dues, AFieldNamesItself) {
  Visit visit;
  visit.form.fields.emplace("han", "10 ngày");
  Faults faults;
  EXPECT_FALSE(typed_due(visit, "han", CountedFrom::Issue, faults));
  EXPECT_EQ(std::move(faults).problem().details.at(0).field, "han");
  EXPECT_EQ(typed_due(visit, "han", CountedFrom::Issue).error().field, "han");
  EXPECT_EQ(typed_due(visit, "khong-co", CountedFrom::Issue).error().field, "khong-co");
  Faults none;
  EXPECT_FALSE(typed_due(visit, "khong-co", CountedFrom::Issue, none));
  EXPECT_FALSE(none.any());
}

TEST(Dues, AProgramSendsExactlyOne) {
  const Date day = due_day("2021-06-30");
  EXPECT_EQ(*due_of_body(day, {}, "due"), Due(day));
  EXPECT_EQ(*due_of_body({}, 15, "due"), Due::within(15));
  EXPECT_EQ(due_of_body({}, {}, "due").error().field, "due");
  EXPECT_EQ(due_of_body(day, 15, "until").error().field, "until");
  EXPECT_EQ(due_of_body({}, 0, "due").error().field, "working_days");
  EXPECT_EQ(due_of_body({}, working_days_max + 1, "due").error().field, "working_days");
}

}  // namespace
}  // namespace lantoa::city
