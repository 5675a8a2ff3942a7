#include "city/organisation/state.h"

#include <gtest/gtest.h>

namespace lantoa::city::organisation {
namespace {

class Tree : public ::testing::Test {
 protected:
  Tree() {
    open(1, 0, "Thành phố Hà Nội", Kind::City);
    open(2, 1, "Hội đồng Phối hợp", Kind::Council);
    open(3, 1, "Sở Tư pháp", Kind::Department);
    open(4, 1, "Quận Ba Đình", Kind::UrbanDistrict);
    open(5, 4, "Phường Kim Mã", Kind::Ward);
    open(6, 1, "Thị xã Sơn Tây", Kind::Town);
    open(7, 6, "Xã Đường Lâm", Kind::Commune);
    open(8, 4, "Đội Quản lý", Kind::Department);
    open(9, 1, "Quận 1", Kind::UrbanDistrict);
  }
  void open(std::uint32_t no, std::uint32_t parent, std::string name, Kind kind) {
    UnitOpened fact{UnitNo{no}, {}, std::move(name), std::to_string(no), kind, {}, {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    tree.fold(fact);
  }
  State tree;
};

TEST_F(Tree, PapersNameAUnitByTheBodyThatActsForIt) {
  struct Case {
    std::uint32_t unit;
    const char *parent, *issuer, *place, *signature;
  };
  for (const Case& one : std::vector<Case>{
           {1, "", "Ủy ban nhân dân thành phố Hà Nội", "Hà Nội", "TM. Ủy ban nhân dân"},
           {2, "Ủy ban nhân dân thành phố Hà Nội", "Hội đồng Phối hợp", "Hà Nội", "TM. Hội đồng"},
           {3, "Ủy ban nhân dân thành phố Hà Nội", "Sở Tư pháp", "Hà Nội", "Giám đốc"},
           {5, "", "Ủy ban nhân dân phường Kim Mã", "Kim Mã", "TM. Ủy ban nhân dân"},
           {7, "", "Ủy ban nhân dân xã Đường Lâm", "Đường Lâm", "TM. Ủy ban nhân dân"},
           {9, "", "Ủy ban nhân dân quận 1", "Quận 1", "TM. Ủy ban nhân dân"},
           {8, "Ủy ban nhân dân quận Ba Đình", "Đội Quản lý", "Ba Đình", "Thủ trưởng cơ quan"}}) {
    const Letterhead head = tree.letterhead(UnitNo{one.unit});
    EXPECT_EQ(head.parent, one.parent) << one.unit;
    EXPECT_EQ(head.issuer, one.issuer) << one.unit;
    EXPECT_EQ(head.place, one.place) << one.unit;
    EXPECT_EQ(head.signature.at(0), one.signature) << one.unit;
  }
}

TEST_F(Tree, ARightOfEveryUnitIsThatOfEach) {
  std::vector<Actor> actors{Actor::system("x"), Actor{}};
  for (std::uint32_t no = 0; no <= 9; ++no) {
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.grants = {{Role::Planner, UnitNo{no}}, {Role::UnitOfficer, UnitNo{3}}};
    actors.push_back(actor);
  }
  for (const Actor& actor : actors) {
    for (const Right right : {Right::Urge, Right::ReportTask}) {
      const std::vector<bool> all = tree.allowed(actor, right);
      ASSERT_EQ(all.size(), tree.size());
      for (std::uint32_t i = 0; i < tree.size(); ++i) {
        EXPECT_EQ(all[i], tree.allows(actor, right, UnitNo{i + 1})) << i + 1;
      }
    }
  }
}

}  // namespace
}  // namespace lantoa::city::organisation
