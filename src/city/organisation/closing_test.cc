// A unit stops: who may say so, from when on, and what it changes in the tree.
#include <gtest/gtest.h>

#include "city/organisation/decide.h"
#include "kernel/fact.h"

namespace lantoa::city::organisation {
namespace {

class UnitStops : public ::testing::Test {
 protected:
  UnitStops() {
    open(1, 0, "Thành phố Mẫu", "01", Kind::City);
    open(2, 1, "Quận Mẫu", "001", Kind::UrbanDistrict);
    open(3, 2, "Phường Một", "0011", Kind::Ward);
    open(4, 2, "Phường Hai", "0012", Kind::Ward);
    city = keeper(1);
    district = keeper(2);
    ward = keeper(3);
  }

  void open(std::uint32_t no, std::uint32_t parent, std::string name, std::string code, Kind kind) {
    UnitOpened fact{UnitNo{no}, {}, std::move(name), std::move(code), kind, {}, today - 100};
    if (parent != 0) fact.parent = UnitNo{parent};
    tree.fold(fact);
  }
  static Actor keeper(std::uint32_t unit) {
    Actor out;
    out.kind = Actor::Kind::Account;
    out.name = "account/1";
    out.account = AccountNo{1};
    out.person = PersonNo{7};
    out.grants = {{Role::Administrator, UnitNo{unit}}};
    return out;
  }

  template <class Command>
  Result<ledger::Decision> when(const Command& command, const Actor& actor) const {
    return decide(tree, command, {{}, today, actor});
  }
  template <class Command>
  void given(const Command& command) {
    const auto decision = when(command, city);
    ASSERT_TRUE(decision) << decision.error().text.en;
    for (const auto& fact : decision->facts) {
      const ledger::Stamp stamp{1, start_of_day(today), "account/1", fact.subject};
      if (fact.kind == UnitClosed::kind) tree.fold(*lantoa::decode<UnitClosed>(fact.body), stamp);
      if (fact.kind == UnitReopened::kind) {
        tree.fold(*lantoa::decode<UnitReopened>(fact.body), stamp);
      }
      if (fact.kind == UnitOpened::kind) tree.fold(*lantoa::decode<UnitOpened>(fact.body));
    }
  }
  CloseUnit ward_one(std::int32_t days_ago = 0) const {
    return {UnitNo{3}, today - days_ago, "Nghị quyết mẫu"};
  }
  Code why_not(const CloseUnit& command) const {
    const auto decision = when(command, city);
    return decision ? Code::Unsupported : decision.error().code;
  }
  static std::vector<std::string> fields_of(const Result<ledger::Decision>& decision) {
    std::vector<std::string> out;
    if (decision) return out;
    for (const Detail& one : decision.error().details) out.push_back(one.field);
    return out;
  }
  ImportUnits file(std::string_view rows) const {
    return *read_units(*sheet::parse_table("code,parent,name,kind\n" + std::string(rows)), today);
  }

  const Date today = *parse_iso_date("2025-07-10");
  State tree;
  Actor city, district, ward;
};

TEST_F(UnitStops, WhoOpensUnitsAboveItClosesIt) {
  EXPECT_TRUE(when(ward_one(), city));
  EXPECT_TRUE(when(ward_one(), district));
  const auto refused = when(ward_one(), ward);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Forbidden) << "nobody closes his own unit";
  const auto decision = when(ward_one(2), district);
  const auto fact = lantoa::decode<UnitClosed>(decision->facts.at(0).body);
  EXPECT_EQ(fact->unit, UnitNo{3});
  EXPECT_EQ(fact->on, today - 2);
  EXPECT_EQ(fact->reason, "Nghị quyết mẫu");
  EXPECT_EQ(fact->by, PersonNo{7});
  EXPECT_EQ(decision->answer, "/don-vi/3?xong=dong-don-vi");
}

TEST_F(UnitStops, NotTheRootNorWhatHasOpenUnitsBelowNorTwice) {
  EXPECT_EQ(why_not({UnitNo{1}, today, "Lý do"}), Code::Conflict);
  EXPECT_EQ(why_not({UnitNo{2}, today, "Lý do"}), Code::Conflict);
  EXPECT_EQ(why_not({UnitNo{99}, today, "Lý do"}), Code::NotFound);
  given(ward_one());
  const auto twice = when(ward_one(), city);
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().text.vi, "Phường Một đã dừng hoạt động từ 11/07/2025.");
}

TEST_F(UnitStops, TheDayLiesBetweenItsOpeningAndToday) {
  for (const Date day : {today + 1, today - 101}) {
    EXPECT_EQ(fields_of(when(CloseUnit{UnitNo{3}, day, "Lý do"}, city)),
              std::vector<std::string>{"ngay"});
  }
  EXPECT_EQ(fields_of(when(CloseUnit{UnitNo{3}, {}, " "}, city)),
            (std::vector<std::string>{"ngay", "ly-do"}))
      << "a reason is needed as well";
  EXPECT_EQ(fields_of(when(CloseUnit{UnitNo{3}, today, std::string(301, 'x')}, city)),
            std::vector<std::string>{"ly-do"});
  EXPECT_TRUE(when(CloseUnit{UnitNo{3}, today - 100, "Lý do"}, city));
}

TEST_F(UnitStops, NotBeforeAUnitBelowStopped) {
  given(ward_one(3));
  given(CloseUnit{UnitNo{4}, today - 5, "Lý do"});
  EXPECT_EQ(fields_of(when(CloseUnit{UnitNo{2}, today - 4, "Lý do"}, city)),
            std::vector<std::string>{"ngay"});
  EXPECT_TRUE(when(CloseUnit{UnitNo{2}, today - 3, "Lý do"}, city));
}

TEST_F(UnitStops, WhatHasToBeSettledFirstIsNamedWithItsNumber) {
  CloseUnit command = ward_one();
  command.ties = {
      {{"Việc chưa xong", "Open tasks"}, 4, {}, {"Vẫn phải làm.", "They stay."}},
      {{"Người thuộc đơn vị", "People"}, 12, {}, {"Hãy chuyển họ.", "Move them."}, true}};
  const auto refused = when(command, city);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Conflict);
  EXPECT_EQ(refused.error().text.vi, "Người thuộc đơn vị: còn 12. Hãy chuyển họ.");
  command.ties.pop_back();
  EXPECT_TRUE(when(command, city));
}

TEST_F(UnitStops, ItsCodeIsFreeAndItIsOfferedNowhere) {
  given(ward_one(1));
  EXPECT_FALSE(tree.is_open(UnitNo{3}));
  EXPECT_TRUE(tree.open_on(UnitNo{3}, today - 1)) << "its last day";
  EXPECT_FALSE(tree.open_on(UnitNo{3}, today));
  EXPECT_FALSE(tree.by_code("0011"));
  EXPECT_EQ(tree.closed_by_code("0011"), UnitNo{3});
  EXPECT_EQ(tree.of_kind(Kind::Ward, UnitNo{1}), std::vector{UnitNo{4}});
  EXPECT_EQ(tree.ever_of_kind(Kind::Ward, UnitNo{1}), (std::vector{UnitNo{3}, UnitNo{4}}));
  EXPECT_EQ(tree.open_children(UnitNo{2}), std::vector{UnitNo{4}});
  EXPECT_EQ(tree.unit(UnitNo{2}).children.size(), 2U) << "it stays in the tree";
  EXPECT_EQ(tree.closed_day(UnitNo{3}), "10/07/2025");
  const auto closed = tree.require_open(UnitNo{3}, "don-vi", {"Chọn nơi khác.", "Choose another."});
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().field, "don-vi");
  EXPECT_EQ(closed.error().text.vi, "Phường Một đã dừng hoạt động từ 10/07/2025. Chọn nơi khác.");
  EXPECT_TRUE(tree.require_open(UnitNo{4}, "don-vi", {}));
}

TEST_F(UnitStops, TheUnitAboveAnswersForIt) {
  EXPECT_EQ(tree.answering_for(UnitNo{3}), UnitNo{3});
  given(ward_one());
  EXPECT_EQ(tree.answering_for(UnitNo{3}), UnitNo{2});
  EXPECT_EQ(tree.left_to(UnitNo{2}), std::vector{UnitNo{3}});
  EXPECT_TRUE(tree.left_to(UnitNo{1}).empty());
  given(CloseUnit{UnitNo{4}, today, "Lý do"});
  given(CloseUnit{UnitNo{2}, today, "Lý do"});
  EXPECT_EQ(tree.answering_for(UnitNo{3}), UnitNo{1}) << "the next one that is open";
  EXPECT_EQ(tree.left_to(UnitNo{1}), (std::vector{UnitNo{2}, UnitNo{3}, UnitNo{4}}));
  EXPECT_EQ(tree.answered_by({UnitNo{1}}),
            (std::vector{UnitNo{1}, UnitNo{2}, UnitNo{3}, UnitNo{4}}));
}

TEST_F(UnitStops, ACodeIsThatOfTheUnitThatHadItOnTheDay) {
  given(ward_one(10));
  given(file("0011,001,Phường Mới,Phường\n"));
  EXPECT_EQ(tree.by_code("0011"), UnitNo{5});
  EXPECT_EQ(tree.by_code("0011", today), UnitNo{5});
  EXPECT_EQ(tree.by_code("0011", today - 10), UnitNo{3});
  EXPECT_EQ(tree.by_code("0011", today - 5), UnitNo{5}) << "nobody's then; now this one's";
  EXPECT_EQ(tree.by_code("0012", today - 300), UnitNo{4}) << "the day of the books is no beginning";
}

TEST_F(UnitStops, NothingIsOpenedBelowAClosedUnit) {
  given(ward_one());
  given(CloseUnit{UnitNo{4}, today, "Lý do"});
  given(CloseUnit{UnitNo{2}, today, "Lý do"});
  const auto refused = when(file("0099,001,Phường Mới,Phường\n"), city);
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().details.size(), 1U);
  EXPECT_EQ(refused.error().details[0].field, "parent");
  EXPECT_NE(refused.error().details[0].text.vi.find("Quận Mẫu đã dừng hoạt động từ 11/07/2025"),
            std::string::npos);
}

TEST_F(UnitStops, AClosingThatWasWrongIsTakenBackAndStaysToBeSeen) {
  given(ward_one(2));
  EXPECT_EQ(when(ReopenUnit{UnitNo{3}, "Ghi nhầm"}, ward).error().code, Code::Forbidden);
  EXPECT_EQ(fields_of(when(ReopenUnit{UnitNo{3}, " "}, city)), std::vector<std::string>{"ly-do"});
  given(ReopenUnit{UnitNo{3}, "Ghi nhầm"});
  EXPECT_TRUE(tree.is_open(UnitNo{3}));
  EXPECT_TRUE(tree.open_on(UnitNo{3}, today));
  EXPECT_EQ(tree.by_code("0011"), UnitNo{3});
  ASSERT_EQ(tree.unit(UnitNo{3}).closings.size(), 1U);
  EXPECT_EQ(tree.unit(UnitNo{3}).closings[0].taken_back->reason, "Ghi nhầm");
  EXPECT_EQ(when(ReopenUnit{UnitNo{3}, "Ghi nhầm"}, city).error().code, Code::Conflict);
  given(ward_one());
  EXPECT_EQ(tree.closed_day(UnitNo{3}), "11/07/2025") << "closed anew";
}

TEST_F(UnitStops, NotOpenedAgainUnderACodeInUseNorBelowAClosedUnit) {
  given(ward_one());
  given(file("0011,001,Phường Mới,Phường\n"));
  const auto taken = when(ReopenUnit{UnitNo{3}, "Ghi nhầm"}, city);
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, Code::Conflict);
  EXPECT_NE(taken.error().text.vi.find("nay là của Phường Mới"), std::string::npos);
  for (const std::uint32_t no : {4U, 5U, 2U}) given(CloseUnit{UnitNo{no}, today, "Lý do"});
  const auto above = when(ReopenUnit{UnitNo{3}, "Ghi nhầm"}, city);
  ASSERT_FALSE(above);
  EXPECT_NE(above.error().text.vi.find("hãy mở lại đơn vị cấp trên"), std::string::npos);
}

}  // namespace
}  // namespace lantoa::city::organisation
