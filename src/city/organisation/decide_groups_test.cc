// Groups of units: who makes, changes and ends one, of what, and what is true then.
#include "city/organisation/decide_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/organisation/testing_groups.h"
#include "kernel/fact.h"

namespace lantoa::city::organisation {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class GroupRules : public ::testing::Test {
 protected:
  GroupRules() { testing_groups::open_tree(state); }

  template <class Command>
  Result<ledger::Decision> when(const Command& command, const Actor& actor) const {
    return decide(state, command, Envelope{{}, today, actor});
  }
  template <class Command>
  void given(const Command& command, const Actor& actor) {
    const auto decision = when(command, actor);
    ASSERT_TRUE(decision) << decision.error().text.en;
    for (const auto& fact : decision->facts) {
      ASSERT_TRUE(try_fold<GroupMade>(fact) || try_fold<GroupChanged>(fact) ||
                  try_fold<GroupEnded>(fact));
    }
  }
  template <class Fact>
  bool try_fold(const ledger::NewFact& fact) {
    if (fact.kind != Fact::kind) return false;
    state.fold(*lantoa::decode<Fact>(fact.body), ledger::Stamp{1, start_of_day(today), {}, {}});
    return true;
  }
  template <class Command>
  Problem why(const Command& command, const Actor& actor) const {
    const auto decision = when(command, actor);
    EXPECT_FALSE(decision);
    return decision ? Problem{} : decision.error();
  }
  // "3 dan": row and field of every fault.
  static std::vector<std::string> places_of(const Problem& problem) {
    std::vector<std::string> out;
    for (const Detail& one : problem.details) {
      out.push_back((one.row == 0 ? "" : std::to_string(one.row) + " ") + one.field);
    }
    return out;
  }
  static MakeGroup make(std::string name, std::vector<UnitNo> units, UnitNo owner = UnitNo{1}) {
    return {owner, {std::move(name), std::move(units), {}}};
  }
  static MakeGroup paste(std::string_view lines, UnitNo owner = UnitNo{1}) {
    return {owner, {"Nhóm dán", {}, read_lines(lines)}};
  }
  void close(std::uint32_t unit) {
    state.fold(UnitClosed{UnitNo{unit}, today, "Nhập vào phường khác", {}}, {});
  }
  void reopen(std::uint32_t unit) { state.fold(UnitReopened{UnitNo{unit}, "Ghi nhầm", {}}, {}); }

  const Date today = *parse_iso_date("2021-05-12");
  State state;
  const Actor planner = testing_groups::person_over(1, Role::Planner, UnitNo{1});
  const Actor of_district = testing_groups::person_over(2, Role::Planner, UnitNo{3});
};

TEST_F(GroupRules, UnitsAcrossTheTreeUnderOneName) {
  const auto made =
      when(make("  Các phường   quanh hồ ", {UnitNo{7}, UnitNo{4}, UnitNo{7}}), planner);
  ASSERT_TRUE(made) << made.error().text.en;
  EXPECT_EQ(made->answer, "/don-vi/nhom/1?xong=luu");
  ASSERT_EQ(made->facts.size(), 1U);
  EXPECT_EQ(made->facts[0].subject, "group/1");
  EXPECT_EQ(made->facts[0].body,
            R"({"group":1,"owner":1,"name":"Các phường quanh hồ","units":"4,7","by":1})");
  given(make("Các phường quanh hồ", {UnitNo{4}, UnitNo{7}}), planner);
  const Group& group = state.group(GroupNo{1});
  EXPECT_EQ(group.current().name, "Các phường quanh hồ");
  EXPECT_EQ(group.version(), 1U);
  EXPECT_EQ(vietnam_date(group.current().at), today);
  EXPECT_EQ(group.current().by, PersonNo{1});
  EXPECT_THAT(state.members(GroupNo{1}, UnitNo{1}), ElementsAre(UnitNo{4}, UnitNo{7}));
  EXPECT_THAT(state.members(GroupNo{1}, UnitNo{6}), ElementsAre(UnitNo{7}));
}

TEST_F(GroupRules, WhoeverPlansForTheOwnerMakesIt) {
  EXPECT_EQ(why(make("A", {UnitNo{4}}), of_district).code, Code::Forbidden);
  EXPECT_TRUE(when(make("A", {UnitNo{4}}, UnitNo{3}), of_district));
  for (const Role role : {Role::Administrator, Role::Leader, Role::UnitOfficer, Role::Auditor}) {
    const Actor other = testing_groups::person_over(3, role, UnitNo{1});
    EXPECT_EQ(why(make("A", {UnitNo{4}}), other).code, Code::Forbidden);
  }
  given(make("A", {UnitNo{4}}), planner);
  const ChangeGroup change{GroupNo{1}, 1, {"B", {UnitNo{4}}, {}}};
  EXPECT_EQ(why(change, of_district).code, Code::Forbidden);
  EXPECT_EQ(why(EndGroup{GroupNo{1}, 1, "Thôi"}, of_district).code, Code::Forbidden);
  EXPECT_EQ(why(ChangeGroup{GroupNo{2}, 1, {"B", {UnitNo{4}}, {}}}, planner).code, Code::NotFound);
}

// Its plans are for the whole city.
TEST_F(GroupRules, WhoeverPlansForTheCouncilMakesGroupsOfTheUnitAboveIt) {
  const Actor of_council = testing_groups::person_over(4, Role::Planner, UnitNo{2});
  given(make("A", {UnitNo{4}, UnitNo{7}}), of_council);
  EXPECT_TRUE(when(ChangeGroup{GroupNo{1}, 1, {"B", {UnitNo{4}}, {}}}, of_council));
  EXPECT_TRUE(when(EndGroup{GroupNo{1}, 1, "Thôi"}, of_council));
  EXPECT_EQ(why(make("C", {UnitNo{4}}, UnitNo{3}), of_council).code, Code::Forbidden)
      << "the district has plans of its own";
  const Actor of_department = testing_groups::person_over(5, Role::Planner, UnitNo{8});
  EXPECT_EQ(why(make("C", {UnitNo{4}}), of_department).code, Code::Forbidden);
  const Actor leader = testing_groups::person_over(6, Role::Leader, UnitNo{2});
  EXPECT_EQ(why(make("C", {UnitNo{4}}), leader).code, Code::Forbidden);
  close(2);
  EXPECT_EQ(why(make("C", {UnitNo{4}}), of_council).code, Code::Forbidden);
}

TEST_F(GroupRules, TheOwnerIsChosenAndOpen) {
  EXPECT_EQ(why(make("A", {UnitNo{4}}, UnitNo{}), planner).field, "don-vi");
  EXPECT_EQ(why(make("A", {UnitNo{4}}, UnitNo{99}), planner).code, Code::NotFound);
  close(8);
  EXPECT_EQ(why(make("A", {UnitNo{8}}, UnitNo{8}), planner).field, "don-vi");
}

TEST_F(GroupRules, UnitsLieWithinTheOwnerOrAreIt) {
  EXPECT_TRUE(when(make("A", {UnitNo{3}, UnitNo{4}}, UnitNo{3}), planner));
  const Problem wrong = why(make("A", {UnitNo{4}, UnitNo{7}, UnitNo{99}}, UnitNo{3}), planner);
  EXPECT_THAT(places_of(wrong), ElementsAre("chon"));
  EXPECT_THAT(wrong.details[0].text.vi, HasSubstr("Phường Hòa Bình, đơn vị số 99"));
  EXPECT_THAT(places_of(why(make("A", {}), planner)), ElementsAre("chon"));
}

TEST_F(GroupRules, ANameHasLatinLettersAndNothingThatDoesNotShow) {
  const Problem mixed = why(make("Khối h\u043Ec", {UnitNo{4}}), planner);
  EXPECT_THAT(places_of(mixed), ElementsAre("ten"));
  EXPECT_EQ(mixed.details.at(0).text.vi,
            "Tên nhóm có chữ “\u043E” của bảng chữ cái Kirin ở vị trí 7: hãy gõ lại bằng chữ "
            "La-tinh.");
  given(make("Khối\u200B ho\u0323c\u202E", {UnitNo{4}}), planner);
  EXPECT_EQ(state.group(GroupNo{1}).current().name, "Khối học");
  EXPECT_TRUE(when(paste("00\u200B4\nPhường\u00A0Hoa Mai\t"), planner));
}

TEST_F(GroupRules, ANameIsNewAmongTheOpenGroupsOfItsOwner) {
  const auto letters = [](std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += "ế";
    return out;
  };
  given(make("Khối trường học", {UnitNo{4}}), planner);
  EXPECT_THAT(places_of(why(make("khối  trường HỌC", {UnitNo{5}}), planner)), ElementsAre("ten"));
  for (const char* same : {"Khối\u200B trường\u00A0học", "Kho\u0302\u0301i trường học"}) {
    EXPECT_THAT(places_of(why(make(same, {UnitNo{5}}), planner)), ElementsAre("ten")) << same;
  }
  EXPECT_THAT(places_of(why(make("Kh\u1ED1i tr\u01B0\u1EDDng h\u043Ec", {UnitNo{5}}), planner)),
              ElementsAre("ten"));
  EXPECT_TRUE(when(make("Khối trường học", {UnitNo{5}}, UnitNo{3}), planner)) << "another owner";
  EXPECT_TRUE(when(make("Khoi truong hoc", {UnitNo{5}}), planner)) << "marks make another word";
  EXPECT_THAT(places_of(why(make(" ", {UnitNo{4}}), planner)), ElementsAre("ten"));
  EXPECT_TRUE(when(make(letters(group_name_characters_max), {UnitNo{4}}), planner));
  EXPECT_THAT(places_of(why(make(letters(group_name_characters_max + 1), {UnitNo{4}}), planner)),
              ElementsAre("ten"));
  EXPECT_TRUE(when(ChangeGroup{GroupNo{1}, 1, {"KHỐI trường học", {UnitNo{4}}, {}}}, planner))
      << "its own name";
  given(EndGroup{GroupNo{1}, 1, "Không dùng nữa"}, planner);
  EXPECT_TRUE(when(make("Khối trường học", {UnitNo{4}}), planner)) << "that one has ended";
}

TEST_F(GroupRules, PastedLinesAreCodesOrNames) {
  given(paste("004\n\n phường hoà bình \t x\n", UnitNo{3}), planner);
  EXPECT_THAT(state.members(GroupNo{1}, UnitNo{1}), ElementsAre(UnitNo{4}, UnitNo{5}));
  MakeGroup both = paste("So Mau\r\n007\tPhường Hòa Bình\r\n");
  both.draft.name = "Cả hai";
  both.draft.units = {UnitNo{4}, UnitNo{7}};
  given(both, planner);
  EXPECT_THAT(state.members(GroupNo{2}, UnitNo{1}), ElementsAre(UnitNo{4}, UnitNo{7}, UnitNo{8}));
}

TEST_F(GroupRules, EachBadLineIsNamedWithItsNumber) {
  close(8);
  const Problem wrong = why(paste("004\nkhông có\n\nPhường Hòa Bình\n008\n4\n"), planner);
  EXPECT_EQ(wrong.field, "dan");
  EXPECT_THAT(places_of(wrong), ElementsAre("2 dan", "4 dan", "5 dan", "6 dan"));
  EXPECT_THAT(wrong.details[1].text.vi, HasSubstr("005 (Quận Đông), 007 (Quận Tây)"));
  EXPECT_THAT(wrong.details[2].text.vi, HasSubstr("Sở Mẫu đã dừng hoạt động"));
  EXPECT_THAT(wrong.details[3].text.vi, HasSubstr("các số 0 ở đầu"));
  const Problem elsewhere = why(paste("007\n", UnitNo{3}), planner);
  EXPECT_THAT(elsewhere.details[0].text.vi, HasSubstr("không thuộc Quận Đông"));
  MakeGroup nameless = paste("xyz\n");
  nameless.draft.name.clear();
  EXPECT_THAT(places_of(why(nameless, planner)), ElementsAre("ten", "1 dan"));
}

TEST_F(GroupRules, OfVeryManyBadLinesSomeAreToldAndTheRestCounted) {
  std::string lines;
  for (int i = 0; i < 60; ++i) lines += "x\n";
  const Problem wrong = why(paste(lines), planner);
  ASSERT_EQ(wrong.details.size(), lines_told_max + 1);
  EXPECT_THAT(wrong.details.back().text.vi, HasSubstr("10 dòng sai nữa"));
  std::string too_many;
  for (std::size_t i = 0; i <= group_lines_max; ++i) too_many += "004\n";
  EXPECT_THAT(places_of(why(paste(too_many), planner)), ElementsAre("dan"));
}

TEST_F(GroupRules, AtMostFiveThousandUnits) {
  std::vector<UnitNo> all;
  for (std::uint32_t no = 9; all.size() <= group_units_max; ++no) {
    state.fold(UnitOpened{UnitNo{no},
                          UnitNo{3},
                          "Tổ " + std::to_string(no),
                          "T" + std::to_string(no),
                          Kind::Ward,
                          {},
                          {}});
    all.push_back(UnitNo{no});
  }
  EXPECT_THAT(places_of(why(make("A", all), planner)), ElementsAre("chon"));
  all.pop_back();
  EXPECT_TRUE(when(make("A", all), planner));
}

TEST_F(GroupRules, AChangeReplacesAllOfItAndKeepsWhatItWas) {
  given(make("A", {UnitNo{4}, UnitNo{5}}), planner);
  given(ChangeGroup{GroupNo{1}, 1, {"B", {UnitNo{5}, UnitNo{7}}, {}}}, planner);
  const Group& group = state.group(GroupNo{1});
  EXPECT_EQ(group.version(), 2U);
  EXPECT_EQ(group.current().name, "B");
  EXPECT_EQ(group.versions[0].name, "A");
  EXPECT_EQ(group.versions[0].units.text(), "4-5");
  const ChangeGroup old{GroupNo{1}, 1, {"C", {UnitNo{5}}, {}}};
  EXPECT_EQ(why(old, planner).code, Code::Conflict);
  EXPECT_EQ(why(EndGroup{GroupNo{1}, 1, "Thôi"}, planner).code, Code::Conflict);
  const auto same = when(ChangeGroup{GroupNo{1}, 2, {"B", {UnitNo{7}, UnitNo{5}}, {}}}, planner);
  ASSERT_TRUE(same);
  EXPECT_THAT(same->facts, IsEmpty()) << "nothing has changed";
}

TEST_F(GroupRules, AClosedUnitStaysAMemberButGetsNothing) {
  given(make("A", {UnitNo{4}, UnitNo{5}}), planner);
  close(5);
  EXPECT_THAT(state.members(GroupNo{1}, UnitNo{1}), ElementsAre(UnitNo{4}));
  EXPECT_TRUE(when(ChangeGroup{GroupNo{1}, 1, {"B", {UnitNo{4}, UnitNo{5}}, {}}}, planner));
  EXPECT_THAT(places_of(why(make("C", {UnitNo{5}}), planner)), ElementsAre("chon"))
      << "a new one does not take it";
  reopen(5);
  EXPECT_THAT(state.members(GroupNo{1}, UnitNo{1}), ElementsAre(UnitNo{4}, UnitNo{5}));
}

TEST_F(GroupRules, AnEndNeedsAReasonAndIsForGood) {
  given(make("A", {UnitNo{4}}), planner);
  EXPECT_EQ(why(EndGroup{GroupNo{1}, 1, "  "}, planner).field, "ly-do");
  const auto ended = when(EndGroup{GroupNo{1}, 1, " Đã nhập   đơn vị "}, planner);
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->answer, "/don-vi/nhom/1?xong=ket-thuc-nhom");
  given(EndGroup{GroupNo{1}, 1, " Đã nhập   đơn vị "}, planner);
  ASSERT_TRUE(state.group(GroupNo{1}).end);
  EXPECT_EQ(state.group(GroupNo{1}).end->reason, "Đã nhập đơn vị");
  EXPECT_EQ(why(ChangeGroup{GroupNo{1}, 1, {"B", {UnitNo{4}}, {}}}, planner).code, Code::Conflict);
  EXPECT_EQ(why(EndGroup{GroupNo{1}, 1, "Lại"}, planner).code, Code::Conflict);
  EXPECT_THAT(state.members(GroupNo{1}, UnitNo{1}), ElementsAre(UnitNo{4})) << "still to be shown";
}

TEST_F(GroupRules, APlanIsOfferedTheGroupsOfItsScopeAndAboveThatItReaches) {
  given(make("Ven sông", {UnitNo{4}, UnitNo{7}}), planner);      // 1
  given(make("Ấp", {UnitNo{5}}), planner);                       // 2
  given(make("Của quận", {UnitNo{4}}, UnitNo{3}), of_district);  // 3
  given(make("Phía tây", {UnitNo{7}}), planner);                 // 4
  given(make("Đã thôi", {UnitNo{4}}), planner);                  // 5
  given(EndGroup{GroupNo{5}, 1, "Thôi"}, planner);
  EXPECT_THAT(state.groups_for(UnitNo{1}), ElementsAre(GroupNo{2}, GroupNo{4}, GroupNo{1}));
  EXPECT_THAT(state.groups_for(UnitNo{3}), ElementsAre(GroupNo{2}, GroupNo{3}, GroupNo{1}));
  EXPECT_THAT(state.groups_for(UnitNo{6}), ElementsAre(GroupNo{4}, GroupNo{1}));
}

}  // namespace
}  // namespace lantoa::city::organisation
