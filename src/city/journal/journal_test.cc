#include "city/journal/journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/journal/streams.h"
#include "city/testing.h"

namespace lantoa::city::journal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Reader : public http::Stream {
 public:
  bool send(std::string_view event, std::string_view data, std::string_view id) override {
    if (!open) return false;
    EXPECT_EQ(event, "fact");
    EXPECT_THAT(std::string(data), HasSubstr("\"seq\":" + std::string(id) + ","));
    ids.emplace_back(id);
    return true;
  }
  bool is_open() const override { return open; }
  std::size_t room() const override { return bytes; }

  bool open = true;
  std::size_t bytes = 100'000;  // room
  std::vector<std::string> ids;
};

// A city of two units; account 1 audits all of it, account 2 the district alone.
class Journal : public ::testing::Test {
 protected:
  Journal() {
    hear<organisation::UnitOpened>(node.app, tree);
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      if (name == "courier/test") return Actor::system("test");
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      actor.grants = {{Role::Auditor, UnitNo{name == "account/1" ? 1U : 2U}}};
      return actor;
    };
    node.app.token_is_good = [this](TokenNo, Date) { return !ended; };
    node.app.find_token = [this](std::string_view secret) -> Result<App::TokenHolder> {
      if (ended) return problem(Code::NotFound, {"Hết hạn.", "Ended."});
      return App::TokenHolder{TokenNo{token}, "account/" + std::string(secret), {Scope::Ledger}};
    };
    install(node.app, {calendar, tree}, *node.store);
    open_unit(1, 0);
    open_unit(2, 1);
    for (std::uint32_t no = 3; no <= 6; ++no) open_unit(no, 2);
  }

  void open_unit(std::uint32_t no, std::uint32_t parent) {
    organisation::UnitOpened fact{
        UnitNo{no}, {}, "Đơn vị", std::to_string(no), organisation::Kind::Ward, {}, {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    node.tell(fact);
  }
  http::Response get(const std::string& path, const std::string& account = "1",
                     const std::string& last_event = {}) {
    http::Request request = testing::make_request(http::Method::Get, "/api/v1/facts" + path);
    request.headers.emplace_back("authorization", "Bearer " + account);
    if (!last_event.empty()) request.headers.emplace_back("last-event-id", last_event);
    return testing::answer(node.site, std::move(request));
  }
  static std::size_t lines(const http::Response& response) {
    return static_cast<std::size_t>(std::count(response.body.begin(), response.body.end(), '\n'));
  }
  std::shared_ptr<Reader> follow(const std::string& path, const std::string& last_event = {}) {
    auto reader = std::make_shared<Reader>();
    const http::Response response = get("/stream" + path, "1", last_event);
    EXPECT_EQ(response.status, 200) << response.body;
    if (response.open_stream) response.open_stream(reader);
    return reader;
  }
  void step() {
    while (node.app.couriers.back()->step()) {
    }
  }

  testing::Node node;
  calendar::State calendar;
  organisation::State tree;
  bool ended = false;
  std::uint32_t token = 1;
};

TEST_F(Journal, GivesFactsInOrderFromAnyPlaceOn) {
  const http::Response all = get("");
  EXPECT_EQ(all.header("Content-Type"), "application/x-ndjson");
  EXPECT_EQ(all.header("Lantoa-Head"), "6");
  EXPECT_EQ(lines(all), 6U);
  const http::Response two = get("?after=2&limit=2");
  EXPECT_EQ(lines(two), 2U);
  const auto first = ledger::parse_ndjson(two.body.substr(0, two.body.find('\n')));
  ASSERT_TRUE(first);
  EXPECT_EQ(first->seq, 3U);
  EXPECT_EQ(get("?after=6").body, "");
  EXPECT_EQ(get("?after=7").status, 409) << "of another history";
  EXPECT_EQ(get("?after=18446744073709551615").status, 409);
  EXPECT_EQ(get("?after=-1").status, 422);
}

TEST_F(Journal, IsForWhoAuditsTheWholeCity) {
  EXPECT_EQ(get("", "2").status, 403);
  EXPECT_EQ(get("/stream", "2").status, 403);
}

TEST_F(Journal, StreamsWhatIsAppended) {
  const auto from_now = follow("");
  const auto from_four = follow("?after=4");
  const auto again = follow("?after=1", "5");
  step();
  EXPECT_TRUE(from_now->ids.empty());
  EXPECT_THAT(from_four->ids, ElementsAre("5", "6"));
  EXPECT_THAT(again->ids, ElementsAre("6")) << "where it left off, whatever the address says";
  open_unit(7, 2);
  step();
  EXPECT_THAT(from_now->ids, ElementsAre("7"));
  EXPECT_THAT(from_four->ids, ElementsAre("5", "6", "7"));
}

// Who is slow gets what he has room for, and the rest later.
TEST_F(Journal, GoesOnWhereThereWasNoRoom) {
  const auto reader = follow("?after=1");
  reader->bytes = 100;
  step();
  EXPECT_TRUE(reader->ids.empty());
  reader->bytes = 100'000;
  step();
  EXPECT_THAT(reader->ids, ElementsAre("2", "3", "4", "5", "6"));
}

TEST_F(Journal, ABrokenPlaceToStartFromIsRefused) {
  EXPECT_EQ(get("/stream", "1", "x").status, 422);
  EXPECT_EQ(get("/stream", "1", "99").status, 409);
}

TEST_F(Journal, HasSoManyPlacesForAToken) {
  std::vector<http::Response> kept;
  for (std::size_t i = 0; i < streams_of_token_max; ++i) kept.push_back(get("/stream"));
  EXPECT_EQ(kept.back().status, 200);
  const http::Response refused = get("/stream");
  EXPECT_EQ(refused.status, 429);
  EXPECT_NE(refused.header("Retry-After"), "");
  EXPECT_THAT(refused.body, HasSubstr("5 luồng"));
  EXPECT_EQ(get("?after=6").status, 200) << "the token is good for everything else";
  kept.pop_back();
  EXPECT_EQ(get("/stream").status, 200) << "a place is given back";
}

TEST_F(Journal, HasSoManyPlacesForAnAccountWhateverItsTokens) {
  std::vector<http::Response> kept;
  for (std::size_t i = 0; i < streams_of_account_max; ++i) {
    if (i % streams_of_token_max == 0) ++token;
    kept.push_back(get("/stream"));
    EXPECT_EQ(kept.back().status, 200) << i;
  }
  ++token;
  const http::Response refused = get("/stream");
  EXPECT_EQ(refused.status, 429);
  EXPECT_THAT(refused.body, HasSubstr("20 luồng"));
  kept.pop_back();
  EXPECT_EQ(get("/stream").status, 200) << "a place is given back";
}

TEST_F(Journal, EndsAStreamWithItsTokenOrItsReader) {
  const auto reader = follow("");
  const auto leaving = follow("");
  leaving->open = false;
  ended = true;
  open_unit(7, 2);
  step();
  EXPECT_TRUE(reader->ids.empty());
  EXPECT_EQ(reader.use_count(), 1) << "nobody keeps it";
  EXPECT_EQ(leaving.use_count(), 1);
}

TEST_F(Journal, StartsNoStreamFarBehind) {
  for (std::uint32_t no = 7; no <= 7 + stream_facts_behind_max; ++no) open_unit(no, 2);
  EXPECT_EQ(get("/stream?after=5").status, 409);
  EXPECT_EQ(get("/stream?after=900").status, 200);
}

}  // namespace
}  // namespace lantoa::city::journal
