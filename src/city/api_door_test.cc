#include "city/api_door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/described_api.h"
#include "city/openapi.h"
#include "city/testing.h"
#include "kernel/codec.h"
#include "kernel/keeper.h"

namespace lantoa::city {
namespace {

using ::testing::HasSubstr;

struct Noted {
  static constexpr std::string_view kind = "test.noted";
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Noted, (), (text))

struct NoteBody {
  static constexpr std::string_view schema = "Note";
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteBody, (), (text))

struct NoteDraft {
  static constexpr std::string_view schema = "NoteDraft";
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteDraft, (), (text))

// An API of two operations: reading, and noting, which a right of planners is needed for.
class Door : public ::testing::Test {
 protected:
  Door() {
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      actor.account = AccountNo{name == "account/1" ? 1U : 2U};
      actor.grants = {{name == "account/1" ? Role::Planner : Role::Auditor, UnitNo{1}}};
      return actor;
    };
    node.app.folds.on<Noted>([](const Noted&, const ledger::Stamp&) {});
    node.app.token_is_good = [this](TokenNo, Date) { return is_good; };
    node.app.find_token = known;
    api_get<NoteBody>(node.app,
                      {"note.show",
                       "/notes/{note}",
                       Right::SeePlans,
                       Scope::Read,
                       {"Xem", "See"},
                       {api::page_parameter()}},
                      [](const Visit& visit) -> Result<NoteBody> {
                        TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("note"));
                        return NoteBody{"số " + std::to_string(no.value)};
                      });
    api_post<NoteDraft>(node.app,
                        {"note.add",
                         "/notes",
                         Right::DraftPlan,
                         Scope::Plans,
                         {"Ghi", "Note"},
                         {},
                         "/ghi-chu/{note}",
                         "/notes/{note}",
                         {{"noi-dung", "text"}}},
                        [this](const Visit&, const NoteDraft& body) -> Result<Order> {
                          ++made;
                          Order order;
                          order.decide = [body](const Envelope& envelope) {
                            return decide(body, envelope);
                          };
                          return order;
                        });
    install_openapi(node.app);
  }

  static Result<App::TokenHolder> known(std::string_view secret) {
    if (secret == "planner") return holder(1, "account/1", {Scope::Read, Scope::Plans});
    if (secret == "reader") return holder(2, "account/1", {Scope::Read});
    if (secret == "auditor") return holder(3, "account/2", {Scope::Read, Scope::Plans});
    if (secret != "down") return problem(Code::NotFound, {"Mã sai.", "Wrong."});
    Problem down{Code::Unavailable, {"Kho chưa trả lời.", "No answer."}, {}, {}};
    down.details.push_back(tell_the_keeper({"máy db.mau:5432", "host db.mau:5432"}));
    return tl::unexpected(std::move(down));
  }
  static App::TokenHolder holder(std::uint32_t no, std::string account, std::vector<Scope> scopes) {
    return {TokenNo{no}, std::move(account), std::move(scopes)};
  }
  static Result<ledger::Decision> decide(const NoteDraft& body, const Envelope& envelope) {
    if (body.text.empty()) {
      Problem why{Code::Invalid, {"Hãy ghi.", "Write."}, "noi-dung", {}};
      why.details.push_back({"noi-dung", 0, {"Trống.", "Empty."}});
      return tl::unexpected(std::move(why));
    }
    ledger::Decision out;
    out.add("note/7", Noted{body.text});
    out.answer = "/ghi-chu/7?xong=luu#" + envelope.actor.name;
    return out;
  }

  http::Response ask(http::Request request) {
    if (!node_started) node.engine.start();
    node_started = true;
    return testing::answer(node.site, std::move(request));
  }
  static http::Request get(const std::string& path, const std::string& token) {
    http::Request request = testing::make_request(http::Method::Get, path);
    if (!token.empty()) request.headers.emplace_back("authorization", "Bearer " + token);
    return request;
  }
  static http::Request note(const std::string& token, const std::string& key,
                            const std::string& body = R"({"text":"a"})") {
    http::Request request = get("/api/v1/notes", token);
    request.method = http::Method::Post;
    request.body = body;
    request.headers.emplace_back("content-type", "application/json");
    if (!key.empty()) request.headers.emplace_back("idempotency-key", key);
    return request;
  }

  testing::Node node;
  bool node_started = false;
  int made = 0;
  bool is_good = true;
};

TEST(Rows, AFaultInOneOfManyIsToldByItsRow) {
  api::Spec spec;
  spec.rows = "notes";
  const auto told = [&](std::string field) {
    Detail fault{std::move(field), 0, {}};
    api::tell_row(spec, fault);
    return std::to_string(fault.row) + " " + fault.field;
  };
  EXPECT_EQ(told("notes[0].text"), "1 text");
  EXPECT_EQ(told("notes[11].cells[2].amount"), "12 cells[2].amount");
  EXPECT_EQ(told("notes[3]"), "4 ");
  EXPECT_EQ(told("notes"), "0 notes");
  EXPECT_EQ(told("notes[x].text"), "0 notes[x].text");
  EXPECT_EQ(told("others[0].text"), "0 others[0].text");
  spec.rows.clear();
  EXPECT_EQ(told("notes[0].text"), "0 notes[0].text");
}

TEST_F(Door, OpensByTokenScopeAndRight) {
  EXPECT_EQ(ask(get("/api/v1/notes/3", "")).status, 401);
  EXPECT_EQ(ask(get("/api/v1/notes/3", "other")).status, 401);
  EXPECT_EQ(std::string(ask(get("/api/v1/notes/3", "other")).header("WWW-Authenticate")),
            "Bearer realm=\"lantoa\", error=\"invalid_token\"");
  EXPECT_EQ(ask(get("/api/v1/notes/3", "")).header("WWW-Authenticate"), "Bearer realm=\"lantoa\"");
  const http::Response seen = ask(get("/api/v1/notes/3", "reader"));
  EXPECT_EQ(seen.status, 200);
  EXPECT_EQ(seen.body, R"({"text":"số 3"})");
  EXPECT_EQ(seen.header("Cache-Control"), "no-store");
  EXPECT_NE(seen.header("X-Content-Type-Options"), "");
  EXPECT_THAT(ask(note("reader", "k")).body, HasSubstr("plans"));
  EXPECT_EQ(ask(note("reader", "k")).status, 403) << "the token's scope";
  EXPECT_EQ(ask(note("auditor", "k")).status, 403) << "the owner's right";
  EXPECT_EQ(ask(get("/api/v1/openapi.json", "")).status, 200);
}

// An outage is not taken for a wrong token, and says nothing of our machines.
TEST_F(Door, SaysThatNobodyCouldBeAsked) {
  const http::Response down = ask(get("/api/v1/notes/3", "down"));
  EXPECT_EQ(down.status, 503);
  EXPECT_EQ(down.header("Retry-After"), "30") << "never 0: nobody is to ask again at once";
  node.app.read_only = Text{"Chỉ để xem", "For reading only"};
  const http::Response kept = ask(note("planner", "k"));
  EXPECT_EQ(kept.status, 503);
  EXPECT_EQ(kept.header("Retry-After"), "30");
  EXPECT_EQ(down.body.find("db.mau"), std::string::npos) << down.body;
}

TEST_F(Door, LetsATokenCallSoOftenAndSaysWhenAgain) {
  for (std::int64_t i = 0; i < reads_of_token.at_once; ++i) {
    ASSERT_EQ(ask(get("/api/v1/notes/3", "planner")).status, 200) << i;
  }
  http::Request request = get("/api/v1/notes/3", "planner");
  request.headers.emplace_back("accept-language", "en");
  const http::Response refused = ask(std::move(request));
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.header("Retry-After"), "1");
  EXPECT_EQ(refused.header("Content-Type"), "application/problem+json");
  EXPECT_THAT(refused.body, HasSubstr(R"("code":"too_often")"));
  EXPECT_THAT(refused.body, HasSubstr("600 reads a minute"));
  EXPECT_THAT(refused.body, HasSubstr("in 1 second."));
  EXPECT_THAT(ask(get("/api/v1/notes/3", "planner")).body, HasSubstr("600 lần đọc"));
  EXPECT_EQ(ask(note("planner", "k")).status, 201) << "writes are counted by themselves";
  EXPECT_EQ(ask(get("/api/v1/notes/3", "reader")).status, 200) << "another token";
  node.clock.time.ms += 1'000;
  EXPECT_EQ(ask(get("/api/v1/notes/3", "planner")).status, 200);
}

// Also what is refused for another reason, or a program in a loop would be in the way all the same.
TEST_F(Door, CountsWritesThatFail) {
  for (std::int64_t i = 0; i < writes_of_token.at_once; ++i) {
    ASSERT_EQ(ask(note("reader", "k")).status, 403) << i;
  }
  const http::Response refused = ask(note("reader", "k"));
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.header("Retry-After"), "1");
  EXPECT_THAT(refused.body, HasSubstr("120 lần ghi"));
  EXPECT_EQ(ask(get("/api/v1/notes/3", "reader")).status, 200);
  EXPECT_EQ(ask(get("/api/v1/openapi.json", "reader")).status, 200) << "open to everybody";
}

TEST_F(Door, TellsANetworkOfUnknownCallersToWait) {
  const auto from = [&](const std::string& peer, const std::string& token) {
    http::Request request = get("/api/v1/notes/3", token);
    request.peer = peer;
    return ask(std::move(request));
  };
  for (std::size_t i = 0; i < unknown_calls_max; ++i) {
    ASSERT_EQ(from("203.0.113.7", i % 2 == 0 ? "other" : "").status, 401) << i;
  }
  const http::Response refused = from("203.0.113.8", "other");
  EXPECT_EQ(refused.status, 429) << "of the same network";
  EXPECT_EQ(refused.header("Retry-After"), "3600");
  EXPECT_EQ(refused.header("WWW-Authenticate"), "");
  EXPECT_EQ(from("203.0.113.7", "reader").status, 200) << "a good token is let in all the same";
  EXPECT_EQ(from("198.51.100.7", "other").status, 401);
  node.clock.time.ms += senders_window_ms;
  EXPECT_EQ(from("203.0.113.8", "other").status, 401);
}

TEST_F(Door, NotesThatATokenIsUsedUntilItIsNoted) {
  std::vector<std::string> noted;
  node.app.note_token_use = [&](TokenNo token, std::string_view account) {
    noted.push_back(std::string(account) + " " + std::to_string(token.value));
  };
  EXPECT_EQ(ask(get("/api/v1/openapi.json", "reader")).status, 200);
  EXPECT_EQ(ask(get("/api/v1/notes/3", "other")).status, 401);
  EXPECT_EQ(ask(note("reader", "k")).status, 403);
  EXPECT_TRUE(noted.empty()) << "what was not let in used nothing";
  ask(get("/api/v1/notes/3", "reader"));
  ask(note("planner", "k"));
  EXPECT_EQ(noted, (std::vector<std::string>{"account/1 2", "account/1 1"}));
  node.app.find_token = [](std::string_view secret) {
    auto found = known(secret);
    if (found) found->is_noted = true;
    return found;
  };
  ask(get("/api/v1/notes/3", "reader"));
  EXPECT_EQ(noted.size(), 2U);
}

TEST_F(Door, WritesNothingByATokenThatEndedMeanwhile) {
  is_good = false;
  EXPECT_EQ(ask(note("planner", "k")).status, 403);
  EXPECT_EQ(node.engine.head().seq, 0);
}

TEST_F(Door, PassesNoParameterOver) {
  EXPECT_EQ(ask(get("/api/v1/notes/3?trang=2", "reader")).status, 422) << "misspelt";
  EXPECT_EQ(ask(get("/api/v1/notes/3?page=x", "reader")).status, 422);
  EXPECT_EQ(ask(get("/api/v1/notes/3?page=2", "reader")).status, 200);
}

TEST_F(Door, IsNotOpenedByACookie) {
  http::Request request =
      testing::make_request(http::Method::Get, "/api/v1/notes/3", node.sign_in("account/1"));
  EXPECT_EQ(ask(std::move(request)).status, 401);
}

TEST_F(Door, SaysWhereTheMadeThingIs) {
  const http::Response made_one = ask(note("planner", "k1"));
  EXPECT_EQ(made_one.status, 201);
  EXPECT_EQ(made_one.header("Location"), "/api/v1/notes/7");
  EXPECT_EQ(made_one.body,
            R"({"position":1,"repeated":false,"page":"/ghi-chu/7","location":"/api/v1/notes/7"})");
}

TEST_F(Door, DoesOnceWhatIsSentTwiceWithOneKey) {
  ask(note("planner", "k1"));
  const std::uint64_t head = node.engine.head().seq;
  EXPECT_THAT(ask(note("planner", "k1")).body, HasSubstr("\"repeated\":true"));
  const http::Response other = ask(note("planner", "k1", R"({"text":"b"})"));
  EXPECT_EQ(other.status, 422) << "another body under the same key";
  EXPECT_THAT(other.body, HasSubstr("Idempotency-Key"));
  EXPECT_EQ(node.engine.head().seq, head);
  EXPECT_EQ(ask(note("planner", "k2")).status, 201);
}

TEST_F(Door, RefusesWhatItCannotRead) {
  http::Request form = note("planner", "k");
  for (auto& [name, value] : form.headers) {
    if (name == "content-type") value = "application/x-www-form-urlencoded";
  }
  EXPECT_EQ(ask(std::move(form)).status, 415);
  EXPECT_EQ(ask(note("planner", "")).status, 422) << "no key";
  EXPECT_EQ(ask(note("planner", "a b")).status, 422) << "no key";
  EXPECT_EQ(ask(note("planner", "k", "{")).status, 422);
  EXPECT_THAT(ask(note("planner", "k", R"({"txt":"a"})")).body,
              ::testing::AllOf(HasSubstr(R"("field":"text")"), HasSubstr(R"("field":"txt")")));
  const http::Response faulty = ask(note("planner", "k", R"({"text":""})"));
  EXPECT_EQ(faulty.status, 422);
  EXPECT_EQ(faulty.header("Content-Type"), "application/problem+json");
  EXPECT_THAT(faulty.body, HasSubstr(R"("faults":[{"field":"text","text":"Trống."}])"))
      << "faults name the body's member, not the form's field";
  EXPECT_EQ(node.engine.head().seq, 0);
}

TEST_F(Door, AnswersInTheLanguageThatIsAskedFor) {
  http::Request request = get("/api/v1/khong-co", "");
  EXPECT_THAT(ask(request).body, HasSubstr("API không có địa chỉ này"));
  request.headers.emplace_back("accept-language", "en-GB,en;q=0.9");
  EXPECT_THAT(ask(std::move(request)).body, HasSubstr("The API has no such address"));
}

TEST_F(Door, SaysWhichMethodsAnAddressTakes) {
  http::Request request = get("/api/v1/notes", "planner");
  const http::Response response = ask(std::move(request));
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.header("Allow"), "POST");
}

TEST_F(Door, WritesNothingWhereOnlyReadingIsAllowed) {
  node.app.read_only = Text{"Chỉ đọc", "Read only"};
  EXPECT_EQ(ask(note("planner", "k")).status, 503);
  EXPECT_EQ(ask(get("/api/v1/notes/3", "reader")).status, 200);
}

TEST_F(Door, IsDescribedByItsDocument) {
  const std::string text = json::print(openapi(node.app.api));
  EXPECT_THAT(text, HasSubstr(R"("/api/v1/notes":{"post":{"operationId":"note.add")"));
  EXPECT_THAT(text, HasSubstr(R"("security":[{"token":["plans"]}])"));
  EXPECT_THAT(text, HasSubstr(R"("Receipt":{"type":"object")"));
  EXPECT_THAT(text, HasSubstr(R"("429":{"$ref":"#/components/responses/TooOften"})"));
  EXPECT_THAT(text, HasSubstr(R"("headers":{"Retry-After":)"));
}

}  // namespace
}  // namespace lantoa::city
