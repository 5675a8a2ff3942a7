#include "city/workday/workday.h"

#include <gtest/gtest.h>

#include "city/organisation/facts.h"
#include "city/testing.h"
#include "city/workday/decide.h"

namespace lantoa::city::workday {
namespace {

Date day(std::string_view text) { return *parse_iso_date(text); }

class Workdays : public ::testing::Test {
 protected:
  Workdays() {
    install(node.app, state, {calendar, units});
    units.fold({UnitNo{1}, {}, "Thành phố mẫu", "01", organisation::Kind::City, {}, {}});
    calendar.fold({day("2021-05-12")}, {});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      actor.person = PersonNo{1};
      actor.grants = {{name == "account/1" ? Role::Planner : Role::Auditor, UnitNo{1}}};
      return actor;
    };
    planner = node.sign_in("account/1");
    auditor = node.sign_in("account/2");
  }

  http::Response record(const std::string& fields, std::string who = {}) {
    return node.post("/lich-lam-viec/ghi", fields, who.empty() ? planner : who);
  }

  testing::Node node;
  State state;
  calendar::State calendar;
  organisation::State units;
  std::string planner, auditor;
};

bool says(const http::Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

TEST(KnownDays, AscendAndHoldWhatTheLawGives) {
  std::map<std::int32_t, std::map<Cause, int>> years;
  for (std::size_t i = 0; i < known_days().size(); ++i) {
    const KnownDay& one = known_days()[i];
    if (i > 0) {
      EXPECT_LT(known_days()[i - 1].date, one.date);
    }
    if (one.rule == Rule::Off) ++years[to_civil(one.date).year][one.cause];
  }
  ASSERT_EQ(years.begin()->first, known_year_first);
  ASSERT_EQ(years.rbegin()->first, known_year_last);
  for (const auto& [year, causes] : years) {
    EXPECT_EQ(causes.at(Cause::NewYear), 1) << year;
    EXPECT_EQ(causes.at(Cause::Tet), 5) << year;
    EXPECT_EQ(causes.at(Cause::HungKings), 1) << year;
    EXPECT_EQ(causes.at(Cause::Reunification), 1) << year;
    EXPECT_EQ(causes.at(Cause::Labour), 1) << year;
    EXPECT_EQ(causes.at(Cause::National), 2) << year;
  }
}

// A holiday on a Saturday or Sunday is made up for, a day that is exchanged is worked for: so many
// days of Monday to Friday are off as the law gives, no more and no less.
TEST(KnownDays, ElevenWorkingDaysAreOffAYear) {
  for (std::int32_t year = known_year_first; year <= known_year_last; ++year) {
    int off = 0;
    for (const KnownDay& one : known_days()) {
      if (to_civil(one.date).year != year) continue;
      if (one.rule == Rule::Off && !is_weekend(one.date)) ++off;
      if (one.rule == Rule::Worked) {
        EXPECT_TRUE(is_weekend(one.date)) << iso(one.date);
        --off;
      }
    }
    EXPECT_EQ(off, 11) << year;
  }
}

TEST_F(Workdays, DeadlinesSkipWeekendsAndHolidays) {
  const auto after = [&](std::string_view from, std::int32_t days) {
    return iso(state.after(day(from), days));
  };
  EXPECT_EQ(after("2021-05-12", 0), "2021-05-12");
  EXPECT_EQ(after("2021-05-12", 1), "2021-05-13");
  EXPECT_EQ(after("2021-05-14", 1), "2021-05-17");
  EXPECT_EQ(after("2021-05-15", 1), "2021-05-17");
  EXPECT_EQ(after("2021-05-12", 10), "2021-05-26");
  EXPECT_EQ(after("2021-02-09", 1), "2021-02-17");  // over Tết
  EXPECT_EQ(after("2021-04-29", 1), "2021-05-04");  // 30 April, 1 May and the day for it
  EXPECT_EQ(after("2024-04-26", 1), "2024-05-02");  // Monday the 29th exchanged …
  EXPECT_EQ(after("2024-05-03", 1), "2024-05-04");  // … for this Saturday
  EXPECT_EQ(after("2027-04-29", 1), "2027-05-03");  // fixed days of any year
}

TEST_F(Workdays, WhatIsRecordedComesFirst) {
  ASSERT_EQ(
      record("tu-ngay=06/06/2022&den-ngay=10/06/2022&loai=nghi&ten=Tết mẫu&can-cu=mẫu").status,
      303);
  EXPECT_FALSE(state.is_working(day("2022-06-08")));
  EXPECT_EQ(iso(state.after(day("2022-06-03"), 1)), "2022-06-13");
  ASSERT_EQ(record("tu-ngay=10/06/2022&loai=tuan&ten=Đi làm&can-cu=mẫu 2").status, 303);
  EXPECT_TRUE(state.is_working(day("2022-06-10")));
  ASSERT_EQ(record("tu-ngay=03/05/2021&loai=tuan&ten=Đi làm&can-cu=mẫu").status, 303);
  EXPECT_TRUE(state.is_working(day("2021-05-03")));
  EXPECT_EQ(state.find(day("2021-05-03"))->name.vi, "Đi làm");
}

// 2027: three of the fixed days are no Saturday or Sunday.
TEST_F(Workdays, ALaterYearIsKnownWhenEnoughOfItsDaysOffAre) {
  const auto off = [&](std::string_view date) {
    state.fold({day(date), Rule::Off, "Mẫu", "mẫu", PersonNo{1}}, {});
  };
  EXPECT_TRUE(state.knows(2026));
  EXPECT_FALSE(state.knows(2027));
  for (const char* date : {"2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11"}) {
    off(date);
  }
  off("2027-02-06");  // a Saturday is off anyway
  EXPECT_FALSE(state.knows(2027)) << "eight";
  off("2027-04-16");
  EXPECT_TRUE(state.knows(2027)) << "nine";
  state.fold({day("2027-02-05"), Rule::ByWeek, "Mẫu", "mẫu", PersonNo{1}}, {});
  EXPECT_FALSE(state.knows(2027)) << "one was taken back";
}

TEST_F(Workdays, EveryFaultIsNamedAndNothingHalfWritten) {
  const std::uint64_t before = node.app.engine.head().seq;
  const auto none = record("");
  EXPECT_EQ(none.status, 422);
  for (const char* field : {"tu-ngay", "loai", "ten", "can-cu"}) {
    EXPECT_TRUE(says(none, "id=\"" + std::string(field) + "-loi\"")) << field;
  }
  const std::string rest = "&loai=nghi&ten=Mẫu&can-cu=mẫu";
  EXPECT_TRUE(says(record("tu-ngay=hôm qua" + rest), "id=\"tu-ngay-loi\""));
  EXPECT_TRUE(says(record("tu-ngay=01/01/2020" + rest), "2021 – 2026"));
  EXPECT_TRUE(says(record("tu-ngay=01/01/2027" + rest), "2021 – 2026"));
  EXPECT_TRUE(says(record("tu-ngay=05/05/2022&den-ngay=04/05/2022" + rest), "id=\"den-ngay-loi\""));
  EXPECT_TRUE(says(record("tu-ngay=01/05/2022&den-ngay=21/05/2022" + rest), "nhiều nhất 20 ngày"));
  EXPECT_TRUE(says(record("tu-ngay=30/12/2022&den-ngay=02/01/2023" + rest), "cùng năm"));
  EXPECT_TRUE(says(record("tu-ngay=07/05/2022&den-ngay=09/05/2022&loai=lam&ten=Mẫu&can-cu=mẫu"),
                   "09/05/2022"));
  EXPECT_EQ(record("tu-ngay=01/05/2022" + rest, auditor).status, 403);
  EXPECT_EQ(node.app.engine.head().seq, before);
  ASSERT_EQ(record("tu-ngay=01/05/2022" + rest).status, 303);
  const auto again = record("tu-ngay=01/05/2022" + rest);
  EXPECT_EQ(again.status, 409);
  EXPECT_TRUE(says(again, "value=\"01/05/2022\""));
}

TEST(DaysDue, OfADayOrOfWorkingDaysAsTheyAreKnown) {
  State days;
  const Date from = day("2021-06-01");  // a Tuesday
  EXPECT_EQ(days.day_due(Due(from), from), from);
  EXPECT_EQ(days.day_due(Due::within(10), from), day("2021-06-15"));
  days.fold({day("2021-06-02"), Rule::Off, "Nghỉ mẫu", "Thông báo mẫu", {}}, {});
  EXPECT_EQ(days.day_due(Due::within(10), from), day("2021-06-16"));
  EXPECT_FALSE(days.day_due({}, from));
  EXPECT_FALSE(days.day_due(Due::within(working_days_max + 1), from));
}

TEST_F(Workdays, ThePageOfAYear) {
  const auto page = node.get("/lich-lam-viec");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(says(page, "Giỗ Tổ Hùng Vương"));
  EXPECT_TRUE(says(page, "21/04/2021"));
  EXPECT_TRUE(says(page, "11 ngày nghỉ"));
  EXPECT_TRUE(says(page, "nam=2022"));
  EXPECT_FALSE(says(page, "nam=2020"));
  EXPECT_FALSE(says(page, "/lich-lam-viec/ghi"));
  EXPECT_TRUE(
      says(node.get("/lich-lam-viec?nam=2021", planner), "/lich-lam-viec/ghi?ngay=2021-04-21"));
  EXPECT_FALSE(says(node.get("/lich-lam-viec", auditor), "/lich-lam-viec/ghi"));
  EXPECT_TRUE(says(node.get("/lich-lam-viec?nam=99999"), "21/04/2021"));
  EXPECT_TRUE(says(node.get("/lich-lam-viec?nam=2025", {}, Language::English), "Hung Kings"));
  calendar.fold({day("2027-01-04")}, {});
  EXPECT_TRUE(says(node.get("/lich-lam-viec"), "chưa được ghi đủ"));
  EXPECT_TRUE(
      says(node.get("/lich-lam-viec/ghi?ngay=2021-04-21", planner), "value=\"21/04/2021\""));
}

}  // namespace
}  // namespace lantoa::city::workday
