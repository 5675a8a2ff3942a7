#include "city/organisation/decide.h"

#include <gtest/gtest.h>

#include "kernel/fact.h"

namespace lantoa::city::organisation {
namespace {

const Envelope envelope{Instant{}, Date{18'000}, Actor::system("test")};

ImportUnits rows(std::string_view csv) {
  const auto table = sheet::parse_table(csv);
  EXPECT_TRUE(table) << table.error().text.en;
  return *read_units(*table, Date{18'000});
}

State folded(const ledger::Decision& decision, State state = {}) {
  for (const auto& fact : decision.facts) state.fold(*lantoa::decode<UnitOpened>(fact.body));
  return state;
}

TEST(ImportUnits, ParentsMayFollowTheirChildren) {
  const auto decision = decide({},
                               rows("code,parent,name,kind\n"
                                    "00001,001,Phường Hàng Mẫu,Phường\n"
                                    "001,01,Quận Mẫu,Quận\n"
                                    "01,,Thành phố Mẫu,Thành phố Trung ương\n"),
                               envelope);
  ASSERT_TRUE(decision);
  const State state = folded(*decision);
  EXPECT_EQ(state.unit(state.root()).name, "Thành phố Mẫu");
  const UnitNo ward = state.by_code("00001");
  EXPECT_EQ(state.path(ward).size(), 3U);
  EXPECT_TRUE(state.is_within(ward, state.by_code("001")));
  EXPECT_FALSE(state.is_within(state.by_code("001"), ward));
  EXPECT_EQ(state.of_kind(Kind::Ward, state.root()), std::vector{ward});
}

struct BadFile {
  const char* what;
  const char* csv;
  std::vector<std::pair<std::uint32_t, std::string>> faults;  // row, column
};

TEST(ImportUnits, EveryBadRowIsNamedAndNothingIsWritten) {
  const std::string head = "code,parent,name,kind,email\n01,,Gốc,Thành phố,\n";
  const std::vector<BadFile> files{
      {"unknown parent",
       "1,99,A,Quận,\n2,01,B,Quận,\n3,98,C,Xã,\n",
       {{3, "parent"}, {5, "parent"}}},
      {"cycle", "1,2,A,Quận,\n2,1,B,Quận,\n", {{3, "parent"}, {4, "parent"}}},
      {"below itself", "1,1,A,Quận,\n", {{3, "parent"}}},
      {"repeated code", "1,01,A,Quận,\n1,01,B,Quận,\n", {{4, "code"}}},
      {"second root", "1,,A,Quận,\n", {{3, "parent"}}},
      {"unknown kind, no name", "1,01,,Làng,\n", {{3, "name"}, {3, "kind"}}},
      {"bad mailbox", "1,01,A,Quận,a b@c\n", {{3, "email"}}},
  };
  for (const BadFile& file : files) {
    const auto decision = decide({}, rows(head + file.csv), envelope);
    ASSERT_FALSE(decision) << file.what;
    std::vector<std::pair<std::uint32_t, std::string>> seen;
    for (const Detail& detail : decision.error().details)
      seen.emplace_back(detail.row, detail.field);
    EXPECT_EQ(seen, file.faults) << file.what;
  }
}

TEST(ImportUnits, AddsToATreeButNotACodeInUse) {
  const State state =
      folded(*decide({}, rows("code,parent,name,kind\n01,,Gốc,Thành phố\n"), envelope));
  EXPECT_FALSE(decide(state, rows("code,parent,name,kind\n01,,Khác,Thành phố\n"), envelope));
  const auto more = decide(state, rows("code,parent,name,kind\n001,01,Quận Mẫu,Quận\n"), envelope);
  ASSERT_TRUE(more);
  EXPECT_EQ(folded(*more, state).unit(UnitNo{2}).parent, UnitNo{1});
}

// A chain "1" below "01", "2" below "1" and so on: codes from `first` to `last`.
std::string chain(std::size_t first, std::size_t last, std::string above) {
  std::string csv = "code,parent,name,kind\n";
  if (above.empty()) {
    above = "01";
    csv += "01,,Gốc,Thành phố\n";
  }
  for (std::size_t code = first; code <= last; ++code) {
    csv += std::to_string(code) + "," + above + ",Cấp " + std::to_string(code) + ",Quận\n";
    above = std::to_string(code);
  }
  return csv;
}

TEST(ImportUnits, ATreeHasNotMoreLevelsThanAWalkOnItMayTake) {
  const auto deepest = decide({}, rows(chain(1, levels_max - 1, "")), envelope);
  ASSERT_TRUE(deepest);
  const State state = folded(*deepest);
  EXPECT_EQ(state.path(UnitNo{levels_max}).size(), levels_max);

  const auto below = decide(state, rows(chain(900, 901, std::to_string(levels_max - 1))), envelope);
  ASSERT_FALSE(below);
  EXPECT_EQ(below.error().details.size(), 2U);
  EXPECT_EQ(below.error().details.front().field, "parent");

  const auto at_once = decide({}, rows(chain(1, levels_max, "")), envelope);
  ASSERT_FALSE(at_once);
  ASSERT_EQ(at_once.error().details.size(), 1U);
  EXPECT_EQ(at_once.error().details.front().row, levels_max + 2);
}

TEST(ImportUnits, NeedsTheRightOverTheRoot) {
  const State state = folded(*decide({},
                                     rows("code,parent,name,kind\n01,,Gốc,Thành phố\n"
                                          "001,01,Quận Mẫu,Quận\n"),
                                     envelope));
  Actor admin;
  admin.kind = Actor::Kind::Account;
  admin.grants = {{Role::Administrator, state.by_code("001")}};
  const auto command = rows("code,parent,name,kind\n1,001,A,Phường\n");
  EXPECT_EQ(decide(state, command, {{}, {}, admin}).error().code, Code::Forbidden);
  admin.grants = {{Role::Administrator, state.root()}};
  EXPECT_TRUE(decide(state, command, {{}, {}, admin}));
}

TEST(ReadUnits, MissingColumnsAreNamed) {
  const auto table = sheet::parse_table("code,name\n1,A\n");
  ASSERT_TRUE(table);
  const auto read = read_units(*table, {});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().details.size(), 2U);
}

}  // namespace
}  // namespace lantoa::city::organisation
