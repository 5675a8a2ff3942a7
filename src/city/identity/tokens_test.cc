// Access tokens: who issues and ends them, how long they are good, and their page.
#include "city/identity/credentials.h"
#include "city/identity/testing_pages.h"
#include "city/identity/testing_world.h"

namespace lantoa::city::identity {
namespace {

using namespace testing_pages;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_world::World;

constexpr Date today{18'000};  // of World

IssueToken token_for(AccountNo account) {
  return {account, "Phần mềm mẫu", {Scope::Read}, today + 30, "lt_" + std::string(43, 's')};
}

std::vector<std::string> fields_of(const Problem& problem) {
  std::vector<std::string> out;
  for (const Detail& detail : problem.details) out.push_back(detail.field);
  return out;
}

// An officer of a ward with one token.
class Tokens : public ::testing::Test {
 protected:
  Tokens() : world(World::with_two_administrators()) {
    officer = world.account_with({{Role::Planner, world.unit("01")}}, "1001");
    name = subject("account", officer);
    issue();
  }

  TokenNo issue() {
    EXPECT_TRUE(world.run(token_for(officer), name));
    return TokenNo{world.state.tokens()};
  }
  bool is_good(TokenNo no, Date on = today) const {
    return world.state.is_good(world.state.token(no), on);
  }
  Result<ledger::Decision> decided(const IssueToken& command) const {
    return world.decided(command, name);
  }

  World world;
  AccountNo officer;
  std::string name;
  TokenNo first{1};
};

TEST_F(Tokens, AreIssuedByTheirOwnerOnly) {
  EXPECT_EQ(world.decided(token_for(officer), "account/1").error().code, Code::Forbidden);
  EXPECT_EQ(world.decided(token_for(officer), "courier/setup").error().code, Code::Forbidden);
  EXPECT_EQ(world.decided(token_for(AccountNo{99}), name).error().code, Code::NotFound);
  const AccountNo idle = world.account_with({}, "1001");
  EXPECT_EQ(world.decided(token_for(idle), subject("account", idle)).error().code, Code::Forbidden)
      << "an account without a role does no work";
}

TEST_F(Tokens, KeepNameAndSecretOutOfTheFacts) {
  const IssueToken command = token_for(officer);
  const auto decision = decided(command);
  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->facts.at(0).body,
            R"({"token":2,"account":3,"scopes":["Read"],"until":"2019-05-14"})");
  EXPECT_EQ(decision->answer.find(command.secret), std::string::npos);
  const ledger::Secret& kept = decision->secrets.at(0);
  EXPECT_EQ(kept.id, "token/2");
  EXPECT_EQ(kept.text.find(command.secret), std::string::npos);
  EXPECT_EQ(kept.find_by, "token:" + command.secret);
}

TEST_F(Tokens, AreCheckedForEveryFaultAtOnce) {
  IssueToken wrong = token_for(officer);
  wrong.name = " \n ";
  wrong.scopes.clear();
  wrong.until.reset();
  const auto refused = decided(wrong);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::Invalid);
  EXPECT_EQ(fields_of(refused.error()), (std::vector<std::string>{"ten", "pham-vi", "han"}));
}

TEST_F(Tokens, HaveLimits) {
  IssueToken command = token_for(officer);
  const auto faults = [&] {
    const auto decision = decided(command);
    return decision ? std::vector<std::string>{} : fields_of(decision.error());
  };
  for (const auto& [days, fits] :
       {std::pair{0, false}, {1, true}, {token_days_max, true}, {token_days_max + 1, false}}) {
    command.until = today + days;
    EXPECT_EQ(faults().empty(), fits) << days;
  }
  command = token_for(officer);
  command.name.clear();
  for (std::size_t i = 0; i < token_name_characters_max; ++i) command.name += "ễ";
  EXPECT_TRUE(faults().empty());
  command.name += "ễ";
  EXPECT_EQ(faults(), std::vector<std::string>{"ten"});
  command = token_for(officer);
  command.scopes = {Scope::Ledger, Scope::Read, Scope::Ledger};
  ASSERT_TRUE(world.run(command, name));
  EXPECT_EQ(world.state.token(TokenNo{2}).scopes, (std::vector{Scope::Read, Scope::Ledger}));
}

TEST_F(Tokens, AreTwentyAnAccountAtMost) {
  while (world.state.tokens() < good_tokens_max) issue();
  EXPECT_EQ(decided(token_for(officer)).error().code, Code::Conflict);
  ASSERT_TRUE(world.run(EndToken{first}, name));
  EXPECT_TRUE(decided(token_for(officer)));
  EXPECT_EQ(world.state.tokens_of(officer).size(), good_tokens_max);
  EXPECT_TRUE(world.state.tokens_of(AccountNo{1}).empty());
}

TEST_F(Tokens, AreGoodToTheEndOfTheirDay) {
  EXPECT_TRUE(is_good(first, today + 30));
  EXPECT_FALSE(is_good(first, today + 31));
}

TEST_F(Tokens, EndWithTheSessionsOfTheirAccount) {
  ASSERT_TRUE(world.run(ChangePassword{officer, "mau", "own", false}, name));
  EXPECT_FALSE(is_good(first));
  const TokenNo second = issue();
  EXPECT_TRUE(is_good(second));
  const Grant more{Role::Auditor, world.unit("1001")};
  ASSERT_TRUE(world.run(GrantRole{officer, more}, setup_actor));
  EXPECT_TRUE(is_good(second)) << "a role more ends nothing";
  ASSERT_TRUE(world.run(WithdrawRole{officer, more}, "account/1"));
  EXPECT_FALSE(is_good(second));
  const TokenNo third = issue();
  ASSERT_TRUE(world.run(ResetPassword{officer, "mau", "hash"}, "account/1"));
  EXPECT_FALSE(is_good(third));
}

// Whoever replaced the password meanwhile must not find a token that was made by the one before.
TEST_F(Tokens, AreNotMadeByAPasswordThatWasReplacedMeanwhile) {
  IssueToken command = token_for(officer);
  command.asked_at = 1'000;
  EXPECT_TRUE(decided(command));
  command.asked_at = 0;
  EXPECT_TRUE(decided(command)) << "nothing ended its sessions yet";
  ASSERT_TRUE(world.run(ChangePassword{officer, "mau", "own", false}, name));
  EXPECT_EQ(decided(command).error().code, Code::Conflict);
}

TEST_F(Tokens, SayOnceADayThatTheyAreUsed) {
  EXPECT_FALSE(world.state.token(first).used);
  const auto used = world.run(UseToken{first}, name);
  ASSERT_TRUE(used);
  ASSERT_EQ(used->facts.size(), 1U);
  EXPECT_EQ(used->facts[0].kind, TokenUsed::kind);
  EXPECT_EQ(used->facts[0].subject, name);
  EXPECT_EQ(used->facts[0].body, R"({"token":1,"on":"2019-04-14"})");
  EXPECT_EQ(world.state.token(first).used, today);
  const auto again = world.run(UseToken{first}, name);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->facts.empty());
  EXPECT_EQ(world.decided(UseToken{first}, "account/1").error().code, Code::Forbidden);
  EXPECT_EQ(world.decided(UseToken{TokenNo{99}}, name).error().code, Code::NotFound);
  const TokenNo second = issue();
  ASSERT_TRUE(world.run(EndToken{second}, name));
  EXPECT_TRUE(world.run(UseToken{second}, name)->facts.empty()) << "it ended meanwhile";
}

TEST_F(Tokens, LookForgottenAfterThreeMonths) {
  Token token;
  token.issued = today;
  EXPECT_FALSE(token.is_idle(today + token_idle_days - 1));
  EXPECT_TRUE(token.is_idle(today + token_idle_days));
  token.used = today + 10;
  EXPECT_FALSE(token.is_idle(today + token_idle_days + 9));
  EXPECT_TRUE(token.is_idle(today + token_idle_days + 10));
}

TEST_F(Tokens, ThatAreNoLongerGoodCanHaveTheirNameErased) {
  ASSERT_TRUE(world.run(ChangePassword{officer, "mau", "own", false}, name));
  ASSERT_FALSE(is_good(first));
  const auto erased = world.run(EndToken{first}, name);
  ASSERT_TRUE(erased);
  EXPECT_EQ(erased->erasures, std::vector<std::string>{"token/1"});
  EXPECT_EQ(erased->answer, "/ma-truy-cap?xong=xoa-ten-ma");
  EXPECT_FALSE(world.state.token(first).revoked) << "it was dead already";
  const TokenNo second = issue();
  ASSERT_TRUE(world.run(EndToken{second}, name));
  EXPECT_TRUE(world.state.token(second).revoked);
}

TEST_F(Tokens, AreErasedWhenTheirAccountIsClosed) {
  const TokenNo second = issue();
  ASSERT_TRUE(world.run(EndToken{first}, name));
  const auto closed = world.run(CloseAccount{officer}, "account/1");
  ASSERT_TRUE(closed);
  EXPECT_EQ(closed->erasures,
            (std::vector{token_id(second), name, subject("import/account", officer),
                         subject("import/activities", officer), subject("import/tasks", officer),
                         subject("import/units", officer)}));
  EXPECT_FALSE(is_good(second));
  EXPECT_TRUE(world.state.token(second).ended);
}

TEST_F(Tokens, AreEndedByTheirOwnerOrWhoManagesHim) {
  const TokenNo second = issue();
  const AccountNo other = world.account_with({{Role::Planner, world.unit("01")}}, "1001");
  const AccountNo beside = world.account_with({{Role::Administrator, world.unit("1002")}}, "1002");
  for (const AccountNo stranger : {other, beside}) {
    EXPECT_EQ(world.decided(EndToken{first}, subject("account", stranger)).error().code,
              Code::Forbidden);
  }
  const auto own = world.run(EndToken{first}, name);
  ASSERT_TRUE(own);
  EXPECT_EQ(own->answer, "/ma-truy-cap?xong=da-thu-hoi");
  EXPECT_EQ(own->erasures, std::vector<std::string>{"token/1"});
  EXPECT_FALSE(is_good(first));
  EXPECT_EQ(world.run(EndToken{second}, "account/1")->answer, "/tai-khoan/3?xong=da-thu-hoi");
  EXPECT_EQ(world.decided(EndToken{first}, name).error().code, Code::Conflict);
  EXPECT_EQ(world.decided(EndToken{TokenNo{99}}, name).error().code, Code::NotFound);
}

class TokenPages : public PagesTest {
 protected:
  TokenPages() {
    calendar.fold(city::calendar::DayTurned{*parse_iso_date("2021-05-12")}, ledger::Stamp{});
  }

  http::Response make(const std::string& token, const std::string& more = {},
                      std::string_view typed = typed_password) {
    return node.post("/ma-truy-cap",
                     "ten=Phan+mem+%3Cmau%3E&pham-vi-read=1&han=01%2F08%2F2021&current=" +
                         std::string(typed) + more,
                     token);
  }
  void turn_to(std::string_view day) {
    calendar.fold(city::calendar::DayTurned{*parse_iso_date(day)}, ledger::Stamp{});
  }
  // Whatever was submitted before it is done when this is.
  void run_nothing() {
    EXPECT_TRUE(node.run(std::string(setup_actor), [](const Envelope&) -> Result<ledger::Decision> {
      return ledger::Decision{};
    }));
  }
  // As the page shows it; empty when it does not.
  static std::string secret_in(const std::string& html) {
    const std::size_t at = html.find("<pre>lt_");
    if (at == std::string::npos) return {};
    const std::size_t from = html.find('>', at) + 1;
    return html.substr(from, html.find('<', from) - from);
  }

  const std::string owner = node.sign_in("account/1");
  const std::string manager = node.sign_in("account/2");
};

TEST_F(TokenPages, ShowTheSecretOnceAndItWorks) {
  const auto made = make(owner);
  EXPECT_EQ(made.status, 200);
  EXPECT_EQ(header(made, "Cache-Control"), "no-store");
  EXPECT_THAT(made.body, HasSubstr("http://127.0.0.1:8080/api/v1/plans"));
  const std::string secret = secret_in(made.body);
  EXPECT_TRUE(is_secret(secret)) << secret;
  const auto holder = node.app.find_token(secret);
  ASSERT_TRUE(holder);
  EXPECT_EQ(holder->token, TokenNo{1});
  EXPECT_EQ(holder->account, "account/1");
  EXPECT_EQ(holder->scopes, std::vector{Scope::Read});
  EXPECT_EQ(node.app.find_token(secret + "x").error().code, Code::NotFound);
  EXPECT_EQ(node.app.find_token("").error().code, Code::NotFound);
  const std::string list = node.get("/ma-truy-cap", owner).body;
  EXPECT_THAT(list, HasSubstr("Phan mem &lt;mau&gt;"));
  EXPECT_THAT(list, HasSubstr("01/08/2021"));
  EXPECT_THAT(list, HasSubstr("/ma-truy-cap/1/thu-hoi"));
  EXPECT_THAT(list, Not(HasSubstr(secret)));
  EXPECT_THAT(node.get("/ma-truy-cap", manager).body, Not(HasSubstr("Phan mem")));
  EXPECT_THAT(walk_of_facts(), Not(HasSubstr(secret)));
  turn_to("2021-08-02");
  EXPECT_EQ(node.app.find_token(secret).error().code, Code::NotFound);
  EXPECT_THAT(node.get("/ma-truy-cap", owner).body, HasSubstr("Hết hạn"));
}

TEST_F(TokenPages, AskForThePassword) {
  for (const char* typed : {"", "sai"}) {
    const auto refused = make(owner, {}, typed);
    EXPECT_EQ(refused.status, 422) << typed;
    EXPECT_THAT(refused.body, HasSubstr("href=\"#current\"")) << typed;
    EXPECT_THAT(refused.body, HasSubstr("id=\"current-loi\"")) << typed;
    EXPECT_THAT(refused.body, HasSubstr("value=\"Phan mem &lt;mau&gt;\"")) << "it stays";
    EXPECT_THAT(refused.body, Not(HasSubstr("value=\"sai\""))) << "but for the password";
    EXPECT_EQ(secret_in(refused.body), "");
  }
  EXPECT_EQ(state.tokens(), 0U);
  const auto both = node.post("/ma-truy-cap", "ten=&han=mai&pham-vi-read=1&current=sai", owner);
  for (const char* field : {"href=\"#ten\"", "href=\"#han\"", "href=\"#current\""}) {
    EXPECT_THAT(both.body, HasSubstr(field)) << "all at once";
  }
  EXPECT_EQ(make(owner).status, 200);
  EXPECT_EQ(state.tokens(), 1U);
}

TEST_F(TokenPages, CountWrongPasswordsAsSigningInDoes) {
  for (std::size_t i = 0; i < attempts_max; ++i) {
    ASSERT_EQ(make(owner, {}, "sai").status, 422) << i;
  }
  const auto refused = make(owner);
  EXPECT_EQ(refused.status, 429);
  EXPECT_THAT(refused.body, HasSubstr("href=\"#current\""));
  EXPECT_EQ(sign_in("quan.tri", typed_password).status, 429);
  EXPECT_EQ(state.tokens(), 0U);
  node.clock.time.ms += attempts_window_ms;
  EXPECT_EQ(make(owner).status, 200);
}

TEST_F(TokenPages, ShowWhenEachWasUsed) {
  const std::string secret = secret_in(make(owner).body);
  EXPECT_THAT(node.get("/ma-truy-cap", owner).body, HasSubstr("chưa dùng"));
  const auto holder = node.app.find_token(secret);
  ASSERT_TRUE(holder);
  EXPECT_FALSE(holder->is_noted);
  const std::uint64_t before = node.engine.head().seq;
  for (int i = 0; i < 3; ++i) node.app.note_token_use(holder->token, holder->account);
  run_nothing();
  EXPECT_EQ(node.engine.head().seq, before + 1) << "once a day";
  EXPECT_TRUE(node.app.find_token(secret)->is_noted);
  const std::string shown = node.get("/ma-truy-cap", owner).body;
  EXPECT_THAT(shown, Not(HasSubstr("chưa dùng")));
  EXPECT_THAT(shown, HasSubstr("data-label=\"Dùng lần cuối\">12/05/2021"));
  EXPECT_THAT(node.get("/tai-khoan/1", manager).body,
              HasSubstr("data-label=\"Dùng lần cuối\">12/05/2021"));
  turn_to("2021-05-13");
  EXPECT_FALSE(node.app.find_token(secret)->is_noted) << "another day";
}

TEST_F(TokenPages, SayNothingOfItsUseWhereOnlyReadingIsAllowed) {
  const auto holder = node.app.find_token(secret_in(make(owner).body));
  ASSERT_TRUE(holder);
  const std::uint64_t before = node.engine.head().seq;
  node.app.read_only = Text{"Chỉ đọc", "Read only"};
  node.app.note_token_use(holder->token, holder->account);
  node.app.read_only.reset();
  run_nothing();
  EXPECT_EQ(node.engine.head().seq, before);
}

TEST_F(TokenPages, MarkThoseThatLookForgotten) {
  node.post("/ma-truy-cap",
            "ten=May+1&pham-vi-read=1&han=12%2F05%2F2022&current=" + std::string(typed_password),
            owner);
  turn_to("2021-08-09");
  EXPECT_THAT(node.get("/ma-truy-cap", owner).body, Not(HasSubstr("90 ngày chưa dùng")));
  turn_to("2021-08-10");
  EXPECT_THAT(node.get("/ma-truy-cap", owner).body, HasSubstr("90 ngày chưa dùng"));
  EXPECT_THAT(node.get("/tai-khoan/1", manager).body, HasSubstr("90 ngày chưa dùng"));
}

TEST_F(TokenPages, EraseTheNameOfADeadOne) {
  make(owner);
  make(owner);
  turn_to("2021-08-02");
  // The engine's clock says the day to decide by.
  node.clock.time = *parse_iso_instant("2021-08-02T08:00:00+07:00");
  const std::string here = node.sign_in("account/1");
  const std::string there = node.sign_in("account/2");
  const std::string list = node.get("/ma-truy-cap", here).body;
  EXPECT_THAT(list, HasSubstr("Xóa tên"));
  EXPECT_THAT(list, Not(HasSubstr(">Thu hồi<")));
  const auto erased = node.post("/ma-truy-cap/1/thu-hoi", "", here);
  EXPECT_EQ(header(erased, "Location"), "/ma-truy-cap?xong=xoa-ten-ma");
  EXPECT_FALSE(node.vault.open("token/1").value().has_value());
  EXPECT_TRUE(node.vault.open("token/2").value().has_value());
  const std::string after = node.get("/ma-truy-cap?xong=xoa-ten-ma", here).body;
  EXPECT_THAT(after, HasSubstr("Đã xóa vĩnh viễn tên"));
  EXPECT_THAT(after, HasSubstr("Mã số 1"));
  EXPECT_THAT(after, HasSubstr("Hết hạn"));
  EXPECT_THAT(after, Not(HasSubstr("/ma-truy-cap/1/thu-hoi")));
  EXPECT_EQ(node.post("/ma-truy-cap/1/thu-hoi", "", here).status, 409);
  EXPECT_THAT(node.get("/tai-khoan/1", there).body, HasSubstr("/ma-truy-cap/2/thu-hoi"));
  EXPECT_EQ(header(node.post("/ma-truy-cap/2/thu-hoi", "", there), "Location"),
            "/tai-khoan/1?xong=xoa-ten-ma");
  EXPECT_FALSE(node.vault.open("token/2").value().has_value());
}

TEST_F(TokenPages, AFormSentTwiceMakesOneToken) {
  const std::string secret = secret_in(make(owner, "&khoa=hai-lan").body);
  EXPECT_FALSE(secret.empty());
  const auto again = make(owner, "&khoa=hai-lan");
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(secret_in(again.body), "");
  EXPECT_THAT(again.body, HasSubstr("không hiện lại được"));
  EXPECT_EQ(state.tokens(), 1U);
  EXPECT_TRUE(node.app.find_token(secret));
  EXPECT_EQ(make(owner, "&khoa=").status, 403);
  EXPECT_EQ(state.tokens(), 1U);
}

TEST_F(TokenPages, AFormThatFailsComesBackAsItWasTyped) {
  const std::string current = "&current=" + std::string(typed_password);
  const auto wrong = node.post("/ma-truy-cap", "ten=&pham-vi-plans=&han=mai" + current, owner);
  EXPECT_EQ(wrong.status, 422);
  for (const char* field :
       {"href=\"#ten\"", "href=\"#pham-vi\"", "href=\"#han\"", "value=\"mai\""}) {
    EXPECT_THAT(wrong.body, HasSubstr(field));
  }
  const auto late =
      node.post("/ma-truy-cap", "ten=May+1&pham-vi-plans=1&han=12%2F05%2F2021" + current, owner);
  EXPECT_EQ(late.status, 422);
  EXPECT_THAT(late.body, HasSubstr("value=\"May 1\""));
  EXPECT_THAT(late.body, HasSubstr("name=\"pham-vi-plans\" value=\"1\" checked"));
  EXPECT_EQ(state.tokens(), 0U);
}

TEST_F(TokenPages, RevokingEndsATokenAndErasesItsName) {
  const std::string secret = secret_in(make(owner).body);
  const std::string other = secret_in(make(owner).body);
  const auto revoked = node.post("/ma-truy-cap/1/thu-hoi", "", owner);
  EXPECT_EQ(header(revoked, "Location"), "/ma-truy-cap?xong=da-thu-hoi");
  EXPECT_EQ(node.app.find_token(secret).error().code, Code::NotFound);
  EXPECT_FALSE(node.vault.open("token/1").value().has_value());
  const std::string list = node.get("/ma-truy-cap?xong=da-thu-hoi", owner).body;
  EXPECT_THAT(list, HasSubstr("Mã số 1"));
  EXPECT_THAT(list, HasSubstr("Đã thu hồi mã truy cập"));
  EXPECT_THAT(list, Not(HasSubstr("/ma-truy-cap/1/thu-hoi")));
  EXPECT_EQ(node.post("/ma-truy-cap/1/thu-hoi", "", owner).status, 409);

  EXPECT_TRUE(node.app.find_token(other));
  EXPECT_THAT(node.get("/tai-khoan/1", manager).body, HasSubstr("/ma-truy-cap/2/thu-hoi"));
  EXPECT_EQ(header(node.post("/ma-truy-cap/2/thu-hoi", "", manager), "Location"),
            "/tai-khoan/1?xong=da-thu-hoi");
  EXPECT_FALSE(node.app.find_token(other));
  EXPECT_THAT(node.get("/tai-khoan/1", manager).body, Not(HasSubstr("/ma-truy-cap/")));
}

TEST_F(TokenPages, RenderInBothLanguages) {
  const auto check = [](const http::Response& response) {
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.body, Not(HasSubstr("[[")));
  };
  check(node.get("/ma-truy-cap", owner, Language::English));
  check(make(owner));
  for (const char* path : {"/ma-truy-cap", "/tai-khoan/1", "/tai-khoan/doi-mat-khau"}) {
    for (const Language language : {Language::Vietnamese, Language::English}) {
      check(node.get(path, owner, language));
    }
  }
  EXPECT_THAT(node.get("/tai-khoan/doi-mat-khau", owner).body, HasSubstr("\"/ma-truy-cap\""));
  const std::string reader = node.sign_in("person/3");
  EXPECT_EQ(node.get("/ma-truy-cap", reader).status, 403);
  EXPECT_EQ(make(reader).status, 403);
}

}  // namespace
}  // namespace lantoa::city::identity
