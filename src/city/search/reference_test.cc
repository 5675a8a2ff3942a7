#include "city/search/reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace lantoa::city::search {
namespace {

using ::testing::IsSupersetOf;

Reference read(std::string_view typed) {
  return read_reference(lantoa::search::parse_query(typed));
}

// Whether one of the keys that the query may mean is a key of this document.
bool leads(std::string_view typed, std::string_view type, std::string_view number,
           const char* issued) {
  const auto keys = keys_of_document(type, number, *parse_iso_date(issued));
  const auto meant = read(typed).meant;
  return std::any_of(meant.begin(), meant.end(), [&](const Meant& one) {
    // A bare number beside other words only ranks what has those words as well.
    const bool bare = one.key.find(' ') == std::string::npos;
    if (bare && !one.beside.empty()) return false;
    return std::find(keys.begin(), keys.end(), one.key) != keys.end();
  });
}

TEST(Reference, ADocumentHasTheKeysPeopleCallItBy) {
  EXPECT_THAT(keys_of_document("Nghị định", "32/2021/NĐ-CP", *parse_iso_date("2021-03-29")),
              IsSupersetOf({"32", "32 2021", "32 2021 nd", "32 2021 nd cp", "nd 32", "nd 32 2021",
                            "nghi dinh 32", "nghi dinh 32 2021"}));
  EXPECT_THAT(keys_of_document("Kế hoạch", "06/KH-HĐPHPBGDPL", *parse_iso_date("2021-02-01")),
              IsSupersetOf({"6", "6 2021", "kh 6", "ke hoach 6 2021", "6 kh hdphpbgdpl"}));
  EXPECT_THAT(keys_of_document("Nghị quyết", "97/2019/QH14", *parse_iso_date("2019-11-27")),
              IsSupersetOf({"nq 97", "97 2019 qh14", "qh14 97"}));
  EXPECT_TRUE(keys_of_document("Luật", "", {}).empty());
}

TEST(Reference, LeadsToTheDocument) {
  for (const char* typed :
       {"32/2021/NĐ-CP", "32/2021/nd-cp", "32/2021", "nđ 32", "ND 32", "nghị định 32",
        "nghi dinh so 32", "Nghị định số 32/2021/NĐ-CP", "nghị định 32 năm 2021", "nđ 032",
        "điều 9 nghị định 32", "khoản 2 điều 9 nđ 32/2021", "32", "\"nghị định 32\"",
        "xử phạt theo nghị định 32 2021"}) {
    EXPECT_TRUE(leads(typed, "Nghị định", "32/2021/NĐ-CP", "2021-03-29")) << typed;
  }
  for (const char* typed : {"nq 32", "33/2021", "32/2020", "điều 32", "thông tư 32", "2021", ""}) {
    EXPECT_FALSE(leads(typed, "Nghị định", "32/2021/NĐ-CP", "2021-03-29")) << typed;
  }
  EXPECT_TRUE(leads("kh 6", "Kế hoạch", "06/KH-UBND", "2021-02-01"));
  EXPECT_TRUE(leads("kế hoạch 06/KH-UBND", "Kế hoạch", "06/KH-UBND", "2021-02-01"));
  EXPECT_TRUE(
      leads("thông tư liên tịch 5", "Thông tư liên tịch", "05/2014/TTLT-BTP-BTC", "2014-02-07"));
}

TEST(Reference, NamesTheProvision) {
  EXPECT_EQ(read("điều 9 nghị định 32").provision, "Điều 9");
  EXPECT_EQ(read("diem a khoan 2 DIEU 9a nd 32").provision, "Điều 9a khoản 2 điểm a");
  EXPECT_EQ(read("diem a khoan 2 DIEU 9a nd 32").within, "dieu-9a.khoan-2.diem-a");
  EXPECT_EQ(read("điểm đ khoản 1 điều 9 nghị định 32").within, "dieu-9.khoan-1.diem-dd");
  EXPECT_EQ(read("nghị định 32").provision, "");
  EXPECT_EQ(read("điều kiện 5").provision, "");
}

TEST(Reference, KnowsTheOtherWords) {
  const auto meant = read("xử phạt nghị định số 32 năm 2021 ở phường").meant;
  const auto whole = std::find_if(meant.begin(), meant.end(),
                                  [](const Meant& one) { return one.key == "nghi dinh 32 2021"; });
  ASSERT_NE(whole, meant.end());
  EXPECT_THAT(whole->beside, ::testing::ElementsAre(0, 1, 8, 9));
}

}  // namespace
}  // namespace lantoa::city::search
