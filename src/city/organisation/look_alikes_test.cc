// No two units that are open show the same name beside each other, and no two the same code.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "city/organisation/decide.h"
#include "kernel/fact.h"

namespace lantoa::city::organisation {
namespace {

using ::testing::HasSubstr;

struct LookAlikeUnits : ::testing::Test {
  LookAlikeUnits() {
    open(1, 0, "Thành phố Mẫu", "01", Kind::City);
    open(2, 1, "Quận Đông", "001", Kind::UrbanDistrict);
    open(3, 1, "Quận Tây", "002", Kind::UrbanDistrict);
    open(4, 2, "Phường Cửa Nam", "A1", Kind::Ward);
  }
  void open(std::uint32_t no, std::uint32_t parent, std::string name, std::string code, Kind kind) {
    UnitOpened fact{UnitNo{no}, {}, std::move(name), std::move(code), kind, {}, today};
    if (parent != 0) fact.parent = UnitNo{parent};
    state.fold(fact);
  }
  Result<ledger::Decision> when(const std::string& rows) const {
    return decide(state, *read_units(*sheet::parse_table("code,parent,name,kind\n" + rows), today),
                  Envelope{{}, today, Actor::system("test")});
  }
  Result<ledger::Decision> when(const ReopenUnit& command) const {
    return decide(state, command, Envelope{{}, today, Actor::system("test")});
  }
  // "3 name": row and column of every fault.
  std::vector<std::string> faults_of(const std::string& rows) const {
    const auto decision = when(rows);
    std::vector<std::string> out;
    if (decision) return out;
    for (const Detail& one : decision.error().details) {
      out.push_back(std::to_string(one.row) + " " + one.field);
    }
    return out;
  }
  std::string why_not(const std::string& rows) const {
    const auto decision = when(rows);
    EXPECT_FALSE(decision) << rows;
    return decision || decision.error().details.empty() ? "" : decision.error().details[0].text.vi;
  }

  using Places = std::vector<std::string>;
  const Date today = *parse_iso_date("2021-05-12");
  State state;
};

TEST_F(LookAlikeUnits, ANameBesideOneThatLooksTheSameIsRefused) {
  for (const char* name : {"Phường Cửa Nam", "PHƯỜNG CỬA NAM", "Phường Cu\u031B\u0309a Nam",
                           "Phường  Cửa\u200B Nam", "Phường\u00A0Cửa Nam"}) {
    EXPECT_EQ(faults_of("A2,001," + std::string(name) + ",Phường\n"), Places{"2 name"}) << name;
  }
  EXPECT_THAT(why_not("A2,001,phường cửa nam,Phường\n"),
              HasSubstr("trông giống tên của Phường Cửa Nam (mã “A1”), cùng đơn vị cấp trên"));
}

TEST_F(LookAlikeUnits, OtherMarksOrAnotherUnitAboveMakeAnotherName) {
  EXPECT_TRUE(when("A2,001,Phường Cửa Năm,Phường\n"));
  EXPECT_TRUE(when("A2,002,Phường Cửa Nam,Phường\n"));
  EXPECT_TRUE(when("A2,002,Phường Cửa Nam,Phường\nA3,002,Phường Cửa Năm,Phường\n"));
}

TEST_F(LookAlikeUnits, TheRowsOfOneFileAreComparedToo) {
  EXPECT_EQ(faults_of("B1,B0,Phường Hoà Bình,Phường\nB0,01,Quận Bắc,Quận\n"
                      "B2,B0,Phường Hòa Bình,Phường\n"),
            Places{"4 name"});
  EXPECT_THAT(why_not("B1,002,Tổ I,Phường\nB2,002,Tổ 1,Phường\n"),
              HasSubstr("trông giống tên “Tổ I” ở dòng 2"));
}

TEST_F(LookAlikeUnits, CodesThatLookTheSameAreRefused) {
  EXPECT_EQ(faults_of("OO1,01,Quận Bắc,Quận\n"), Places{"2 code"});
  EXPECT_THAT(why_not("OO1,01,Quận Bắc,Quận\n"), HasSubstr("trông giống mã “001” của Quận Đông"));
  EXPECT_EQ(faults_of("a1,002,Phường Bắc,Phường\n"), Places{"2 code"});
  EXPECT_EQ(faults_of("B1,002,Phường Bắc,Phường\nBl,002,Phường Nam,Phường\n"), Places{"3 code"});
  EXPECT_EQ(faults_of("\u0410"
                      "9,002,Phường Bắc,Phường\n"),
            Places{"2 code"});
  EXPECT_THAT(why_not("\u0410"
                      "9,002,Phường Bắc,Phường\n"),
              HasSubstr("mã có chữ “\u0410” của bảng chữ cái Kirin ở vị trí 1"));
}

TEST_F(LookAlikeUnits, ALetterOfAnotherAlphabetIsNamed) {
  EXPECT_EQ(why_not("B1,002,Phường N\u0430m,Phường\n"),
            "tên có chữ “\u0430” của bảng chữ cái Kirin ở vị trí 9: hãy gõ lại bằng chữ La-tinh");
  EXPECT_EQ(faults_of("B1,001,Phường Cửa N\u0430m,Phường\n"), (Places{"2 name", "2 name"}))
      << "and it looks like the one there is";
  EXPECT_EQ(faults_of("B1,002,Москва,Phường\n"), Places{"2 name"});
}

TEST_F(LookAlikeUnits, WhatDoesNotShowIsNotKept) {
  const auto decision = when("B\u200B1,0\u200B02,Phường\u200B Bă\u0301c,Phường\n");
  ASSERT_TRUE(decision) << decision.error().text.en;
  const auto fact = lantoa::decode<UnitOpened>(decision->facts[0].body);
  EXPECT_EQ(fact->name, "Phường Bắc");
  EXPECT_EQ(fact->code, "B1");
  EXPECT_EQ(fact->parent, UnitNo{3});
}

TEST_F(LookAlikeUnits, ANameIsFreeOnceItsUnitStopped) {
  state.fold(UnitClosed{UnitNo{4}, today, "Nhập vào phường khác", {}}, {});
  EXPECT_TRUE(when("A2,001,Phường Cửa Nam,Phường\n"));
}

TEST_F(LookAlikeUnits, NotOpenedAgainBesideALookAlike) {
  state.fold(UnitClosed{UnitNo{4}, today, "Nhập vào phường khác", {}}, {});
  EXPECT_TRUE(when(ReopenUnit{UnitNo{4}, "Ghi nhầm"}));
  State before = state;
  open(5, 2, "Phường Cửa N\u0430m", "B5", Kind::Ward);  // of an earlier version
  const auto name = when(ReopenUnit{UnitNo{4}, "Ghi nhầm"});
  ASSERT_FALSE(name);
  EXPECT_EQ(name.error().code, Code::Conflict);
  EXPECT_THAT(name.error().text.vi, HasSubstr("(mã “B5”) cùng đơn vị cấp trên"));
  state = std::move(before);
  open(5, 3, "Phường Khác", "Al", Kind::Ward);
  const auto code = when(ReopenUnit{UnitNo{4}, "Ghi nhầm"});
  ASSERT_FALSE(code);
  EXPECT_THAT(code.error().text.vi,
              HasSubstr("Mã “A1” trông giống mã “Al” nay là của Phường Khác"));
}

// Ledgers of before the rule are read, and nothing else is in the way of those units.
TEST_F(LookAlikeUnits, OldOnesStay) {
  open(5, 2, "Phường Cửa Nam", "A5", Kind::Ward);
  open(6, 2, "Phường C\u1EEDa N\u0430m", "A6", Kind::Ward);
  EXPECT_TRUE(when("A7,001,Phường Bắc,Phường\n"));
  EXPECT_EQ(faults_of("A7,001,Phường Cửa Nam,Phường\n"), Places{"2 name"});
}

class RealTrees : public ::testing::TestWithParam<const char*> {};

TEST_P(RealTrees, EveryNamePassesAndNoTwoCollide) {
  const auto path = std::filesystem::path(LANTOA_SHARED_DIR) / "data" / "hanoi" / GetParam();
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    ASSERT_EQ(std::getenv("CI"), nullptr) << path << " is absent, and in CI it must be there";
    GTEST_SKIP() << path << " is absent";
  }
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto table = sheet::parse_table(bytes);
  ASSERT_TRUE(table) << table.error().text.en;
  const auto units = read_units(*table, Date{});
  ASSERT_TRUE(units);
  const auto decision = decide(State{}, *units, Envelope{{}, {}, Actor::system("test")});
  ASSERT_TRUE(decision) << decision.error().details.at(0).text.en;
  EXPECT_EQ(decision->facts.size(), units->rows.size());
}

INSTANTIATE_TEST_SUITE_P(OfHaNoi, RealTrees,
                         ::testing::Values("units-2021-07-01.csv", "units-2025-03-01.csv",
                                           "units-2025-07-01.csv"));

}  // namespace
}  // namespace lantoa::city::organisation
