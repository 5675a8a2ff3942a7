// The records behind coverage: who sees persons, and days on which people were there who have left
// since.
#include "app/testing_world.h"

namespace lantoa::app {
namespace {

std::string page(TestingWorld& world, const std::string& actor, const std::string& path) {
  const std::string token =
      *world.app().sessions.start(actor, SystemClock().now(), world.app().engine.head().seq);
  const http::Response response =
      world.answer(city::testing::make_request(http::Method::Get, path, token));
  EXPECT_EQ(response.status, 200) << path << "\n" << response.body;
  return response.body;
}

void turn_to(TestingWorld& world, Date day) {
  world.run("courier/test", [day](const city::Envelope&) -> Result<ledger::Decision> {
    ledger::Decision decision;
    decision.add("calendar", city::calendar::DayTurned{day});
    return decision;
  });
}

bool has(const std::string& html, const std::string& text) {
  return html.find(text) != std::string::npos;
}

// A person confirms on the first day and leaves on the next.
struct Left : TestingWorld {
  Left() {
    for (int i = 0; i < 8; ++i) receipt();
    std::tie(seq, who) = receipt();
    day = states().calendar.today();
    turn_to(*this, day + 1);
    identity(city::identity::LeavePerson{who, day + 1});
    path = "/do-phu/1/3/ghi-nhan?ngay=" + iso(day);
  }

  std::uint64_t seq = 0;
  city::PersonNo who;
  Date day;
  std::string path;
};

TEST(Records, OfADayNameWhoWasThereThenAndHasLeftSince) {
  Left world;
  const std::string own = page(world, world.officer(city::Role::UnitOfficer, "002"), world.path);
  EXPECT_TRUE(has(own, "<strong>Người Mẫu"));
  EXPECT_TRUE(has(own, "số " + std::to_string(world.seq)));
  EXPECT_FALSE(has(own, "ly-do-" + std::to_string(world.seq))) << "nobody's to correct any more";
}

TEST(Records, ShowOthersFactsAndNoPersons) {
  Left world;
  for (const char* query : {"", "&kenh=cong"}) {
    const std::string others = page(world, world.drafter, world.path + query);
    EXPECT_FALSE(has(others, "<strong>Người Mẫu"));  // not the reader's own name above
    EXPECT_FALSE(has(others, "Cán bộ số"));
    EXPECT_TRUE(has(others, "1 người"));
    EXPECT_TRUE(has(others, "số " + std::to_string(world.seq)));
  }
}

// The number of a fact would be found again in the list of the whole audience.
TEST(Records, OfAPartOfTheAudienceAreADayTogether) {
  TestingWorld world;
  city::identity::RegisterPersons officials{{}, world.states().calendar.today()};
  for (std::uint32_t i = 1; i <= 12; ++i) {
    officials.rows.push_back(
        {i + 1, "Chủ chốt " + std::to_string(i), "002", "", i <= 6 ? "x" : ""});
  }
  world.identity(officials);
  const auto first = world.states().identity.persons() - 11;
  for (std::uint32_t no = first; no < first + 6; ++no) {
    world.run("person/" + std::to_string(no), [&](const city::Envelope& envelope) {
      return city::reach::decide(
          {world.states().reach, world.states().organisation, world.states().identity,
           world.states().plan, world.states().content, world.states().activity},
          city::reach::Confirm{city::ItemNo{1}, 1}, envelope);
    });
  }
  const std::string others = page(world, world.drafter, "/do-phu/1/3/ghi-nhan?doi-tuong=chu-chot");
  EXPECT_TRUE(has(others, "6 người"));
  EXPECT_FALSE(has(others, "class=\"seq\""));
}

}  // namespace
}  // namespace lantoa::app
