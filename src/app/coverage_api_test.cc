// Coverage and frozen figures for programs: the numbers of the pages, and no small group.
#include <gmock/gmock.h>

#include "app/testing_api.h"

namespace lantoa::app {
namespace {

using ::testing::HasSubstr;

// Ward 12, unit 6, has five persons; two of them leave.
struct SmallWard : TestingWorld {
  SmallWard() {
    for (const std::uint32_t person : {16U, 17U}) {
      identity(city::identity::LeavePerson{city::PersonNo{person}, states().calendar.today()});
    }
  }

  std::string ask(const Visitor& visitor, const std::string& path) {
    const Sent sent{"/api/v1" + path, {}, {}};
    const http::Response response =
        answer(api_request(*this, visitor, "GET  /api/v1" + path, sent));
    EXPECT_EQ(response.status, 200) << path << " " << response.body;
    return response.body;
  }
  const Visitor& planner() const { return visitor(city::Role::Planner, 'c'); }
};

TEST(CoverageApi, LeavesOutSmallGroupsAsThePageDoes) {
  SmallWard world;
  const std::string said = world.ask(world.planner(), "/plans/1/coverage?unit=3");
  EXPECT_THAT(said, HasSubstr(R"("plan":1,"unit":3)"));
  EXPECT_THAT(said, HasSubstr(R"({"unit":6,"audience":3})")) << "no figure of three persons";
  EXPECT_THAT(said, HasSubstr(R"({"unit":5,"audience":)"));
  EXPECT_THAT(said, HasSubstr(R"("reached":0,"by_proxy":0)")) << "ward 11 is big enough";
  EXPECT_THAT(world.ask(world.planner(), "/plans/1/coverage?unit=6"),
              HasSubstr(R"("total":{"unit":6,"audience":3},"units":[])"));
  // Its own officer, the fourth person, sees it.
  const Visitor own{world.officer(city::Role::UnitOfficer, "00012"), city::Role::UnitOfficer, 'w'};
  EXPECT_THAT(world.ask(own, "/plans/1/coverage?unit=6"),
              HasSubstr(R"("total":{"unit":6,"audience":4,"reached":0,"by_proxy":0})"));
}

TEST(CoverageApi, CountsWhoWasReached) {
  SmallWard world;
  world.receipt();
  const std::string said = world.ask(world.planner(), "/plans/1/coverage");
  const city::reach::Count count = world.states().reach.item(city::ItemNo{1}).count(district);
  EXPECT_EQ(count.reached, 1U);
  EXPECT_THAT(said, HasSubstr(R"("total":{"unit":3,"audience":)" + std::to_string(count.audience) +
                              R"(,"reached":1,"by_proxy":0})"))
      << "the plan's own scope where no unit is named";
  EXPECT_THAT(said, HasSubstr(R"("title":"Bài mẫu")"));
}

TEST(CoverageApi, RefusesWhatIsNotThere) {
  SmallWard world;
  for (const char* path : {"/plans/99/coverage", "/plans/1/coverage?unit=99"}) {
    const Sent sent{std::string("/api/v1") + path, {}, {}};
    EXPECT_EQ(world.answer(api_request(world, world.planner(), "GET  /api/v1", sent)).status, 404)
        << path;
  }
}

TEST(FiguresApi, TellsWhatWasFrozenAndWhatIsKnownToday) {
  SmallWard world;
  const auto first = world.receipt();
  world.receipt();
  const city::FigureNo figure = world.figure();
  const std::string list = world.ask(world.planner(), "/figures");
  EXPECT_THAT(list, HasSubstr(R"("paging":{"page":1,"pages":1,"rows":1})"));
  EXPECT_THAT(list, HasSubstr(R"("reached":2)"));
  const std::string path = at("/figures/", figure);
  EXPECT_THAT(world.ask(world.planner(), path), HasSubstr(R"("same":true,"reached_today":2)"));
  world.run("courier/test", [first](const city::Envelope&) -> Result<ledger::Decision> {
    ledger::Decision decision;
    decision.add("item/1", city::reach::ReceiptCorrected{city::ItemNo{1}, first.first, first.second,
                                                         city::PersonNo{1}});
    return decision;
  });
  const std::string corrected = world.ask(world.planner(), path);
  EXPECT_THAT(corrected, HasSubstr(R"("reached":2)")) << "what was frozen stays";
  EXPECT_THAT(corrected, HasSubstr(R"("same":true,"reached_today":1)"));
}

}  // namespace
}  // namespace lantoa::app
