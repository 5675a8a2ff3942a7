// The tree of units: each once, on its level, found by name, within the weight of a page.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>

#include "city/portal/parts.h"
#include "city/portal/testing_world.h"

namespace lantoa::city::portal {
namespace {

constexpr std::string_view link_to_unit = "<a href=\"/co-quan/";
constexpr std::size_t page_weight_max = 60'000;  // QP7

// The levels at which units stand in the nested list, from 1, by number.
std::multimap<std::uint32_t, int> levels_of(const std::string& page) {
  std::multimap<std::uint32_t, int> out;
  std::size_t at = page.find("<ul class=\"tree\">");
  int level = 0;
  while (at != std::string::npos) {
    const std::string_view rest = std::string_view(page).substr(at);
    if (rest.starts_with("<ul")) ++level;
    if (rest.starts_with("</ul") && --level == 0) break;
    if (rest.starts_with(link_to_unit)) {
      out.emplace(std::stoul(page.substr(at + link_to_unit.size(), 8)), level);
    }
    at = page.find('<', at + 1);
  }
  EXPECT_EQ(level, 0) << "every list is closed";
  return out;
}

std::size_t count(const std::string& page, std::string_view text) {
  std::size_t found = 0;
  for (auto at = page.find(text); at != std::string::npos; at = page.find(text, at + 1)) ++found;
  return found;
}

class TreePage : public ::testing::Test {
 protected:
  TreePage() {
    world.node.app.folds.on<organisation::UnitClosed>(
        [this](const auto& fact, const ledger::Stamp& stamp) { world.units.fold(fact, stamp); });
  }

  UnitNo open(UnitNo parent, std::string name) {
    const UnitNo no{world.units.size() + 1};
    world.tell("unit", organisation::UnitOpened{no,
                                                parent,
                                                std::move(name),
                                                std::to_string(no.value),
                                                organisation::Kind::Ward,
                                                {},
                                                {}});
    return no;
  }
  void close(UnitNo no) {
    world.tell("unit",
               organisation::UnitClosed{no, *parse_iso_date("2021-05-10"), "Lý do nội bộ", {}});
  }
  // The city, its department, 40 districts and what is missing to so many units, a tenth of it one
  // level lower: of names as different as real ones.
  void open_many(std::uint32_t units) {
    world.open_city();
    const std::array<const char*, 16> words{"Hàng", "Buồm",  "Bạc",    "Đồng", "Xuân",  "Phúc",
                                            "Tân",  "Lộc",   "Thượng", "Yên",  "Nghĩa", "Cổ",
                                            "Nhuế", "Quảng", "Sơn",    "Mỹ"};
    const auto word = [&](std::uint32_t i) { return std::string(words.at(i % words.size())); };
    std::vector<UnitNo> above;
    for (std::uint32_t i = 0; i < 40; ++i) {
      above.push_back(open(UnitNo{1}, "Quận " + word(i) + " " + word(i * 7 + i / 16)));
    }
    for (std::uint32_t i = 0; world.units.size() < units; ++i) {
      const UnitNo parent =
          i % 10 == 9 ? UnitNo{world.units.size()} : above.at(i * 13 % above.size());
      const std::uint32_t mixed = i * 2'654'435'761U;
      open(parent, (mixed >> 8) % 3 == 0
                       ? "Phường " + word(mixed >> 10) + " " + word(mixed >> 20)
                       : "Xã " + word(mixed >> 12) + " " + word(mixed >> 16) + " " + word(i));
    }
  }
  void expect_each_unit_on_its_level(const std::string& page) {
    const auto levels = levels_of(page);
    ASSERT_EQ(levels.size(), world.units.size());
    for (std::uint32_t i = 1; i <= world.units.size(); ++i) {
      ASSERT_EQ(levels.count(i), 1U) << "unit " << i;
      EXPECT_EQ(levels.find(i)->second, static_cast<int>(world.units.path(UnitNo{i}).size())) << i;
    }
  }
  std::string get(const std::string& path, Language language = Language::Vietnamese) {
    return world.node.get(path, {}, language).body;
  }

  World world;
};

TEST_F(TreePage, ThreeThousandUnitsStandEachOnceOnItsLevelWithinTheWeightOfAPage) {
  open_many(3'000);
  for (const Language language : {Language::Vietnamese, Language::English}) {
    expect_each_unit_on_its_level(get("/co-quan/cay", language));
  }
  const auto packed = world.fast("/co-quan/cay", http::Method::Get, {{"accept-encoding", "gzip"}});
  ASSERT_TRUE(packed.has_value());
  ASSERT_EQ(packed->header("Content-Encoding"), "gzip");
  RecordProperty("bytes", static_cast<int>(packed->body.size()));
  EXPECT_LT(packed->body.size(), page_weight_max);
}

TEST_F(TreePage, ATreeThatIsTooLargeShowsItsUpperLevelsAndSaysSo) {
  world.open_city();
  const UnitNo district = open(UnitNo{1}, "Quận Mẫu");
  const UnitNo ward = open(district, "Phường Mẫu");
  for (std::uint32_t i = 0; i < 5'000; ++i) open(ward, "Tổ");
  const std::string page = get("/co-quan/cay");
  EXPECT_EQ(levels_of(page).size(), 4U);
  EXPECT_NE(page.find("Các cấp dưới cùng quá nhiều"), std::string::npos);
  EXPECT_NE(page.find("5.004 "), std::string::npos) << "how many there are";
}

TEST_F(TreePage, IsFoldedBelowTheCityAndNamesWhatEachFoldHolds) {
  world.open_city();
  const UnitNo district = open(UnitNo{1}, "Quận <Mẫu>");
  open(district, "Phường Hàng Buồm");
  open(district, "Phường Hàng Bạc");
  const std::string page = get("/co-quan/cay");
  EXPECT_EQ(count(page, "<details open>"), 1U);
  EXPECT_EQ(count(page, "<details>"), 1U);
  EXPECT_NE(page.find("2 đơn vị trực thuộc<span class=\"unseen\" lang=\"vi\"> Quận &lt;Mẫu&gt;"),
            std::string::npos);
  const std::string english = get("/co-quan/cay", Language::English);
  EXPECT_NE(english.find("2 units below"), std::string::npos);
  EXPECT_NE(english.find("The whole tree, units: 5"), std::string::npos);
  EXPECT_NE(get("/co-quan").find("href=\"/co-quan/cay\""), std::string::npos);
}

TEST_F(TreePage, ANameIsFoundWithoutMarksUnderWhatItBelongsTo) {
  world.open_city();
  const UnitNo one = open(UnitNo{1}, "Quận Một");
  const UnitNo two = open(UnitNo{1}, "Quận Hai");
  const UnitNo found = open(two, "Phường Hàng Buồm");
  open(one, "Phường Khác");
  const auto response = world.node.get("/co-quan/cay?ten=hang BUOM");
  const auto levels = levels_of(response.body);
  EXPECT_EQ(levels, (std::multimap<std::uint32_t, int>{{1, 1}, {two.value, 2}, {found.value, 3}}));
  EXPECT_EQ(count(response.body, "<details open>"), 2U) << "what was found is not folded away";
  EXPECT_NE(response.body.find("<title>1 đơn vị có “hang BUOM” – Cây đơn vị"), std::string::npos);
  EXPECT_NE(response.body.find("Tìm thấy: 1 đơn vị"), std::string::npos);
  EXPECT_EQ(response.header("X-Robots-Tag"), "noindex");
  EXPECT_NE(get("/co-quan/cay?ten=hang buom", Language::English).find("1 found for “hang buom”"),
            std::string::npos);
}

TEST_F(TreePage, SaysWhatToDoWhenNothingIsFoundAndKeepsWhatWasTyped) {
  world.open_city();
  const std::string page = get("/co-quan/cay?ten=<b>");
  EXPECT_NE(page.find("Không có đơn vị nào mang tên ấy"), std::string::npos);
  EXPECT_NE(page.find("value=\"&lt;b&gt;\""), std::string::npos);
  EXPECT_TRUE(levels_of(page).empty());
}

TEST_F(TreePage, WhatFoldsToNothingAsksForNothing) {
  world.open_city();
  for (const char* typed : {"\xE2\x80\x8B", "\xCC\x81", " ", ""}) {
    const auto response = world.node.get("/co-quan/cay?ten=" + std::string(typed));
    EXPECT_EQ(response.body.find("Tìm thấy"), std::string::npos) << typed;
    EXPECT_NE(response.body.find("Cả cây: "), std::string::npos) << typed;
    EXPECT_EQ(response.header("X-Robots-Tag"), "") << typed;
  }
}

TEST_F(TreePage, ALongQueryFindsNothingAndStaysAsItWasTyped) {
  world.open_city();
  std::string typed;
  for (int i = 0; i < 1'000; ++i) typed += "hàng buồm \"";
  const std::string page = get("/co-quan/cay?ten=" + typed);
  EXPECT_NE(page.find("Tìm thấy: 0 đơn vị"), std::string::npos);
  EXPECT_NE(page.find("value=\"hàng buồm &quot;hàng"), std::string::npos);
  EXPECT_EQ(page.find("buồm \""), std::string::npos) << "nothing ends an attribute";
}

TEST_F(TreePage, ManyHitsAreCutAndThePageSaysSo) {
  open_many(600);
  const std::string page = get("/co-quan/cay?ten=a");
  EXPECT_NE(page.find("Chỉ hiện số đơn vị đầu tiên là"), std::string::npos);
  EXPECT_LT(levels_of(page).size(), 260U);
}

TEST_F(TreePage, OneThatIsClosedStandsAfterItsOpenNeighboursAndSaysSo) {
  world.open_city();
  const UnitNo gone = open(UnitNo{1}, "Quận Cũ");
  const UnitNo below = open(gone, "Phường Cũ");
  const UnitNo last = open(UnitNo{1}, "Quận Mới");
  close(below);
  close(gone);
  const std::string page = get("/co-quan/cay");
  EXPECT_EQ(count(page, "Dừng hoạt động từ 11/05/2021"), 2U);
  EXPECT_EQ(page.find("Lý do nội bộ"), std::string::npos);
  EXPECT_LT(page.find(unit_path(last) + '"'), page.find(unit_path(gone) + '"'));
  EXPECT_NE(get("/co-quan/cay", Language::English).find("Closed since 11/05/2021"),
            std::string::npos);
}

TEST_F(TreePage, WithoutUnitsSaysWhenTheyAppear) {
  EXPECT_NE(get("/co-quan/cay").find("Chưa có đơn vị nào"), std::string::npos);
}

TEST_F(TreePage, ComesAgainOnlyWhenItChanged) {
  world.open_city();
  const std::string tag(world.node.get("/co-quan/cay").header("ETag"));
  ASSERT_FALSE(tag.empty());
  const auto again = [&] {
    return world.fast("/co-quan/cay", http::Method::Get, {{"if-none-match", tag}});
  };
  EXPECT_EQ(again()->status, 304);
  open(UnitNo{1}, "Quận Mới");
  EXPECT_FALSE(again().has_value()) << "it is drawn anew";
}

}  // namespace
}  // namespace lantoa::city::portal
