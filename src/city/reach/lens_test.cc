#include "city/reach/lens.h"

#include <gtest/gtest.h>

#include "city/reach/testing_world.h"
#include "city/testing.h"

namespace lantoa::city::reach {
namespace {

using testing_world::FoldedWorld;

class Lenses : public ::testing::Test {
 protected:
  Lenses() {
    days.fold(calendar::DayTurned{Date{18'000}}, {1, {}, "courier/clock", "day"});
    days.fold(calendar::DayTurned{Date{18'001}}, {40, {}, "courier/clock", "day"});
  }
  Result<Lens> read(const std::string& query) {
    Visit visit;
    visit.request = city::testing::make_request(http::Method::Get, "/do-phu/1/1" + query);
    return read_lens(visit, days);
  }

  calendar::State days;
};

TEST_F(Lenses, ReadWhatTheyWrite) {
  const std::string day = iso(Date{18'000});
  for (const std::string& query :
       {std::string(), std::string("?kenh=hop"),
        std::string("?kenh=cong&doi-tuong=chu-chot&loai=phuong&ngay=") + day}) {
    const auto lens = read(query);
    ASSERT_TRUE(lens) << query;
    EXPECT_EQ(lens->query(), query);
  }
  EXPECT_TRUE(read("")->is_live());
  EXPECT_FALSE(read("?loai=phuong")->is_live());
  EXPECT_EQ(read("?ngay=" + day)->up_to, 39U);
  EXPECT_EQ(read("?ngay=" + vietnamese(Date{18'000}))->day, Date{18'000});
}

TEST_F(Lenses, ADayThatHasNotEndedIsNow) {
  EXPECT_TRUE(read("?ngay=" + iso(Date{18'001}))->is_live());
  EXPECT_TRUE(read("?kenh=&doi-tuong=&loai=&ngay=")->is_live());
}

TEST_F(Lenses, UnknownWordsAreRefusedNotOverlooked) {
  for (const auto& [query, field] :
       {std::pair{"?kenh=x", "kenh"}, std::pair{"?doi-tuong=x", "doi-tuong"},
        std::pair{"?loai=x", "loai"}, std::pair{"?ngay=31/02/2021", "ngay"}}) {
    const auto lens = read(query);
    ASSERT_FALSE(lens) << query;
    EXPECT_EQ(lens.error().field, field);
  }
}

// Ward 5 of district 2 with as many officials and others, besides big wards 6 and 7.
std::set<std::uint32_t> hidden(std::uint32_t officials, std::uint32_t others, const Lens& lens) {
  FoldedWorld world;
  for (std::uint32_t i = 0; i < officials; ++i) world.add(5, true);
  for (std::uint32_t i = 0; i < others; ++i) world.add(5);
  for (const std::uint32_t ward : {6U, 7U}) {
    for (std::uint32_t i = 0; i < 20; ++i) world.add(ward, i % 2 == 0);
  }
  world.open_item();
  const Figures figures(world.state, world.tree, world.item(), lens.filter(), {});
  std::set<std::uint32_t> out;
  for (const UnitNo unit : figures.hidden_below(UnitNo{2})) out.insert(unit.value);
  return out;
}

TEST(Figures, OfKeyOfficialsTellNothingAboutTheFewOthers) {
  Lens key;
  key.key_officials = true;
  EXPECT_TRUE(hidden(6, 6, {}).empty());
  EXPECT_TRUE(hidden(6, 6, key).empty());
  EXPECT_TRUE(hidden(3, 9, key).contains(5)) << "few officials";
  EXPECT_TRUE(hidden(9, 3, key).contains(5)) << "everybody less the officials are few";
  EXPECT_TRUE(hidden(9, 3, {}).empty());
  EXPECT_TRUE(hidden(9, 0, key).empty()) << "the officials are everybody";
}

TEST(Figures, AreThoseOfTheDay) {
  FoldedWorld world;
  for (int i = 0; i < 6; ++i) world.add(5);
  world.open_item();
  world.record({1, 2});
  Lens then;
  then.day = Date{};
  then.up_to = world.head();
  world.record({3});
  EXPECT_EQ(
      Figures(world.state, world.tree, world.item(), then.filter(), {}).count(UnitNo{5}).reached,
      2U);
  EXPECT_EQ(Figures(world.state, world.tree, world.item(), {}, {}).count(UnitNo{5}).reached, 3U);
}

}  // namespace
}  // namespace lantoa::city::reach
