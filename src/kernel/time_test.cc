#include "kernel/time.h"

#include <gtest/gtest.h>

namespace lantoa {
namespace {

TEST(Time, VietnamsDayStartsAtSeventeenHoursUtc) {
  EXPECT_EQ(iso(vietnam_date(*parse_iso_instant("2021-05-12T16:59:59.999Z"))), "2021-05-12");
  EXPECT_EQ(iso(vietnam_date(*parse_iso_instant("2021-05-12T17:00:00Z"))), "2021-05-13");
  EXPECT_EQ(iso(start_of_day(*parse_iso_date("2021-05-13"))), "2021-05-12T17:00:00.000Z");
}

TEST(Time, WrittenFormsRoundTrip) {
  for (const char* text : {"1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z",
                           "2021-05-13T03:32:00.000Z", "2038-01-19T03:14:08.000Z"}) {
    EXPECT_EQ(iso(*parse_iso_instant(text)), text);
  }
  const Instant at = *parse_iso_instant("2021-05-13T10:32+07:00");
  EXPECT_EQ(iso_minute_vietnam(at), "2021-05-13T10:32+07:00");
  EXPECT_EQ(vietnamese(at), "10:32 13/05/2021");
  EXPECT_EQ(vietnamese(*parse_vietnamese_date("12/5/2021")), "12/05/2021");
  EXPECT_EQ(vietnamese(*parse_vietnamese_date("12052021")), "12/05/2021");  // a keypad of digits
  EXPECT_FALSE(parse_vietnamese_date("31022021"));
  EXPECT_FALSE(parse_vietnamese_date("1252021"));
}

TEST(Time, RefusesWhatIsNoDate) {
  for (const char* text : {"", "31/4/2021", "29/2/2021", "0/1/2021", "1/13/2021", "12/5/21",
                           "12/5-2021", "12/5/2021x", "a/b/2021"}) {
    EXPECT_FALSE(parse_vietnamese_date(text)) << text;
  }
  for (const char* text : {"", "2021-5-12", "2021-02-30", "2021-05-12 "}) {
    EXPECT_FALSE(parse_iso_date(text)) << text;
  }
  for (const char* text : {"2021-05-13T10:32", "2021-05-13T24:00Z", "2021-05-13T10:32+7:00"}) {
    EXPECT_FALSE(parse_iso_instant(text)) << text;
  }
  EXPECT_TRUE(parse_vietnamese_date("29/2/2020"));
}

TEST(Time, TheWeekEndsWithSaturdayAndSunday) {
  for (const char* day : {"2021-05-15", "2021-05-16", "1970-01-03", "1969-12-27", "1969-12-28"}) {
    EXPECT_TRUE(is_weekend(*parse_iso_date(day))) << day;
  }
  for (const char* day : {"2021-05-14", "2021-05-17", "1970-01-01", "1969-12-26", "1969-12-29"}) {
    EXPECT_FALSE(is_weekend(*parse_iso_date(day))) << day;
  }
}

TEST(Time, ADayInAnAddressMayBeWrittenEitherWay) {
  EXPECT_EQ(parse_date("2021-06-15"), parse_date("15/6/2021"));
  for (const char* text : {"15-06-2021", "15-6-2021"}) {
    ASSERT_TRUE(parse_date(text)) << text;
    EXPECT_EQ(iso(*parse_date(text)), "2021-06-15");
  }
  for (const char* text : {"", "2021", "15/6", "2021-6-15"}) EXPECT_FALSE(parse_date(text)) << text;
}

}  // namespace
}  // namespace lantoa
