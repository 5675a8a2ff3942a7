// What lists and paths share: pages of a long list, what it is narrowed to, the way back home.
#include "city/app.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/embedded/embedded.h"

namespace lantoa::city {
namespace {

using Address = std::optional<std::string>;

TEST(Pager, LeadsToItsNeighboursAndToBothEndsWhereTheyAreFurther) {
  struct Case {
    std::uint32_t page;
    Address first, previous, next, last;
  };
  const std::vector<Case> cases = {
      {1, {}, {}, "/bai?trang=2", "/bai?trang=5"},
      {2, {}, "/bai?trang=1", "/bai?trang=3", "/bai?trang=5"},
      {3, "/bai?trang=1", "/bai?trang=2", "/bai?trang=4", "/bai?trang=5"},
      {4, "/bai?trang=1", "/bai?trang=3", "/bai?trang=5", {}},
      {5, "/bai?trang=1", "/bai?trang=4", {}, {}},
      {9, "/bai?trang=1", "/bai?trang=4", {}, {}},
  };
  for (const Case& one : cases) {
    const Pager pager = make_pager(4 * rows_per_page + 1, one.page, "/bai");
    EXPECT_EQ(pager.first, one.first) << one.page;
    EXPECT_EQ(pager.previous, one.previous) << one.page;
    EXPECT_EQ(pager.next, one.next) << one.page;
    EXPECT_EQ(pager.last, one.last) << one.page;
  }
}

TEST(Pager, OfAShortListLeadsNowhere) {
  for (const std::uint32_t rows : {0U, 1U, rows_per_page}) {
    const Pager pager = make_pager(rows, 1, "/bai");
    EXPECT_FALSE(pager.many || pager.first || pager.previous || pager.next || pager.last) << rows;
  }
  EXPECT_EQ(make_pager(11, 1, "/tim?q=a", 10).next, "/tim?q=a&trang=2");
}

TEST(Crumbs, BeginAtHome) {
  const auto path = below_home(Language::Vietnamese, {{"Văn bản", "/van-ban"}, {"Luật mẫu", {}}});
  ASSERT_EQ(path.size(), 3U);
  EXPECT_EQ(path[0].label, "Trang chủ");
  EXPECT_EQ(path[0].path, "/");
  EXPECT_EQ(path[1].path, "/van-ban");
  EXPECT_FALSE(path[2].path);
  EXPECT_EQ(below_home(Language::English).front().label, "Home");
}

TEST(Chips, MarkTheOneChosenAndCountWhatIsCounted) {
  std::vector<std::pair<std::string_view, std::string_view>> files;
  for (const auto& file : embedded::files()) {
    if (file.path == Chips::tpl) files.emplace_back(file.path, file.bytes);
  }
  const auto templates = html::Templates::load(files);
  ASSERT_TRUE(templates);
  const Chips chips{{"Hàng chờ", "Queues"},
                    {{"/a", {"Mới", "New"}, 1'200, true}, {"/b", {"Cũ", "Old"}, {}, false}}};
  const std::string drawn = templates->render(chips, Language::Vietnamese);
  EXPECT_THAT(drawn, ::testing::HasSubstr("aria-label=\"Hàng chờ\""));
  EXPECT_THAT(drawn, ::testing::HasSubstr("<a href=\"/a\" aria-current=\"true\">Mới (1.200)</a>"));
  EXPECT_THAT(drawn, ::testing::HasSubstr("<a href=\"/b\">Cũ</a>"));
}

}  // namespace
}  // namespace lantoa::city
