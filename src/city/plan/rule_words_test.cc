#include "city/plan/rule_words.h"

#include <gtest/gtest.h>

#include "city/plan/testing_tree.h"

namespace lantoa::city::plan {
namespace {

using organisation::Kind;

class CellOfUnits : public ::testing::Test {
 protected:
  CellOfUnits() { testing::open_units(tree); }

  Result<Rule> read(std::string_view cell, UnitNo scope = UnitNo{1}) const {
    return RuleWords(tree, scope).read(cell);
  }
  std::string refused(std::string_view cell, UnitNo scope = UnitNo{1}) const {
    const auto rule = read(cell, scope);
    EXPECT_FALSE(rule) << cell;
    if (rule) return {};
    EXPECT_EQ(rule.error().field, "units");
    return rule.error().text.vi;
  }

  organisation::State tree;
};

struct Case {
  std::string cell;
  std::vector<Kind> kinds;
};

TEST_F(CellOfUnits, NamesKindsAsPlansDoAndOnlyThoseItNames) {
  const std::vector<Kind> communes{Kind::Ward, Kind::Commune, Kind::Township};
  const std::vector<Case> cases{
      {"mỗi phường", {Kind::Ward}},
      {"Mọi phường", {Kind::Ward}},
      {"moi phuong", {Kind::Ward}},
      {"Every ward", {Kind::Ward}},
      {"các phường", {Kind::Ward}},
      {"mọi xã", {Kind::Commune}},
      {"các phường, xã", {Kind::Ward, Kind::Commune}},
      {"mỗi phường, xã, thị trấn", communes},
      {"UBND các xã, phường, thị trấn", communes},
      {"UBND cấp xã", communes},
      {"các quận", {Kind::UrbanDistrict}},
      {"các quận, thị xã", {Kind::UrbanDistrict, Kind::Town}},
      {"UBND các quận, huyện", {Kind::UrbanDistrict, Kind::RuralDistrict}},
      {"các sở, ban, ngành", {Kind::Department}},
      {"các phường; các quận; ", {Kind::UrbanDistrict, Kind::Ward}},
      {"các quận; mỗi phường; các quận", {Kind::UrbanDistrict, Kind::Ward}},
      {"các quận, thị xã, phường, xã",
       {Kind::UrbanDistrict, Kind::Town, Kind::Ward, Kind::Commune}},
  };
  for (const Case& one : cases) {
    const auto rule = read(one.cell);
    ASSERT_TRUE(rule) << one.cell << ": " << rule.error().text.en;
    EXPECT_EQ(*rule, (Rule{one.kinds, UnitNo{1}})) << one.cell;
  }
  EXPECT_EQ(read("các cấp, các ngành").value().kinds.size(), 7U);
}

TEST_F(CellOfUnits, NamesOneUnitByItsCodeOrName) {
  for (const char* cell : {"6", "Phường Hai", "phường hai", "UBND phường Hai"}) {
    const auto rule = read(cell);
    ASSERT_TRUE(rule) << cell;
    EXPECT_EQ(*rule, (Rule{{}, UnitNo{6}})) << cell;
  }
  const auto two = refused("Phường Một");
  EXPECT_NE(two.find("5 (Quận Hòa Bình), 8 (Quận Đông)"), std::string::npos) << two;
  EXPECT_EQ(read("Phường Một", UnitNo{7}).value(), (Rule{{}, UnitNo{8}}))
      << "the only one in the scope";
}

TEST_F(CellOfUnits, ReadsWhatThePlanSaysOfARule) {
  for (const std::vector<Kind>& some : {std::vector<Kind>{Kind::Ward},
                                        {Kind::UrbanDistrict, Kind::Ward},
                                        {Kind::UrbanDistrict, Kind::RuralDistrict, Kind::Town}}) {
    for (const std::uint32_t top : {1U, 4U}) {
      const Rule rule{some, UnitNo{top}};
      EXPECT_EQ(read(describe(rule, tree).vi).value(), rule) << describe(rule, tree).vi;
    }
  }
}

TEST_F(CellOfUnits, IsRefusedWhereItIsNotUnderstoodAsAWhole) {
  for (const char* cell : {"Sở Du lịch", "phường", "các phường và bạn bè", "các đoàn thể",
                           "các quận; gì đó", ";", "MÃ-MẪU"}) {
    EXPECT_NE(refused(cell).find("Không hiểu đơn vị"), std::string::npos) << cell;
  }
  EXPECT_NE(refused("").find("Hãy ghi đơn vị thực hiện"), std::string::npos);
  EXPECT_NE(refused("các quận; Phường Hai").find("thành dòng riêng"), std::string::npos);
  EXPECT_NE(refused("Quận Hòa Bình", UnitNo{7}).find("trong phạm vi kế hoạch"), std::string::npos);
}

}  // namespace
}  // namespace lantoa::city::plan
