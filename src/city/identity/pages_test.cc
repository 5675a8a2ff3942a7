// The pages and the way in and out, on a whole node in memory.
#include <gtest/gtest.h>

#include "city/identity/identity.h"
#include "city/testing.h"

namespace lantoa::city::identity {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view password = "mật khẩu rất dài";
constexpr std::string_view typed_password = "m%E1%BA%ADt+kh%E1%BA%A9u+r%E1%BA%A5t+d%C3%A0i";

std::string header(const http::Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

// The session in a Set-Cookie header.
std::string token_of(const http::Response& response) {
  const std::string cookie = header(response, "Set-Cookie");
  const std::string start = std::string(session::cookie_name) + "=";
  if (!cookie.starts_with(start)) return {};
  return cookie.substr(start.size(), cookie.find(';') - start.size());
}

class IdentityPages : public ::testing::Test {
 protected:
  IdentityPages() {
    EXPECT_TRUE(crypto::initialise());
    node.app.folds.on<organisation::UnitOpened>(
        [this](const auto& fact, const ledger::Stamp&) { units.fold(fact); });
    install(node.app, state, {calendar, units, node.clock});
    node.app.routes.get("/ban-lam-viec", Right::Work, [this](const Visit& visit) {
      return Result<http::Response>(http::plain(visit.actor.name));
    });
    node.app.routes.get("/cua-toi", Right::StaffSelf, [this](const Visit& visit) {
      return Result<http::Response>(http::plain(visit.actor.name));
    });
    open_units();
    run(RegisterPersons{{{1, "Nguyễn Thị Mẫu", "01", "mau@example.vn", "x"},
                         {2, "Trần Văn Thử", "01", "", ""},
                         {3, "Lê Thị <Bạc>", "1001", "bac@example.vn", ""}},
                        {}});
    open_account(PersonNo{1}, "quan.tri", Role::Administrator);
    open_account(PersonNo{2}, "quan.tri.2", Role::Administrator);
  }

  void open_units() {
    const auto opened = node.run("courier/setup", [](const Envelope&) {
      using organisation::Kind;
      ledger::Decision decision;
      decision.add("unit/1",
                   organisation::UnitOpened{UnitNo{1}, {}, "Thành phố", "01", Kind::City, {}, {}});
      decision.add("unit/2", organisation::UnitOpened{
                                 UnitNo{2}, UnitNo{1}, "Phường Mẫu", "1001", Kind::Ward, {}, {}});
      return Result<ledger::Decision>(std::move(decision));
    });
    ASSERT_TRUE(opened);
  }

  template <class Command>
  void run(const Command& command, std::string actor = std::string(setup_actor)) {
    const auto done = node.run(std::move(actor), [&](const Envelope& envelope) {
      return decide(state, units, command, envelope);
    });
    ASSERT_TRUE(done) << done.error().text.en;
  }

  void open_account(PersonNo person, std::string_view login, Role role) {
    // Hashing takes its time, so all tests share one hash.
    static const std::string hash = crypto::hash_password(normal_password(password));
    run(OpenAccount{person, std::string(login), hash, false});
    run(GrantRole{state.account_of(person), {role, UnitNo{1}}});
  }

  http::Response sign_in(std::string_view login, std::string_view typed, std::string more = {}) {
    return node.post("/dang-nhap",
                     "login=" + std::string(login) + "&password=" + std::string(typed) + more);
  }

  // Sends `csv` as the file of the import's first form.
  http::Response preview(const std::string& csv, const std::string& token) {
    http::Request request;
    request.method = http::Method::Post;
    request.target = request.path = "/nguoi/nhap/xem-truoc";
    request.headers = {{"cookie", std::string(session::cookie_name) + "=" + token},
                       {"host", "127.0.0.1"},
                       {"content-type", "multipart/form-data; boundary=xx"}};
    const std::string field = "--xx\r\nContent-Disposition: form-data; name=";
    request.body = field + "\"csrf\"\r\n\r\n" + session::csrf_token(token) + "\r\n" + field +
                   "\"tep\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n" + csv +
                   "\r\n--xx--\r\n";
    http::Response out;
    node.site.handle(std::move(request),
                     [&](http::Response response) { out = std::move(response); });
    return out;
  }

  std::string link_of(PersonNo person) { return *node.vault.open(subject("link", person)).value(); }

  std::string walk_of_facts() {
    std::string out;
    const auto head = node.engine.head();
    EXPECT_TRUE(node.store->read(0, head.seq, [&](const ledger::Fact& fact) -> Result<void> {
      out += fact.actor + " " + fact.kind + " " + fact.subject + " " + fact.body + "\n";
      return {};
    }));
    return out;
  }

  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  State state;
};

// An administrator who knows the temporary password signs in while its owner replaces it: the check
// began before, the session would begin after.
TEST_F(IdentityPages, APasswordReplacedWhileItIsCheckedOpensNoSession) {
  const AccountNo account = state.account_of(PersonNo{2});
  node.random.hook_bytes = 32;  // of a session's token
  node.random.hook = [&] {
    run(ChangePassword{account, "quan.tri.2", "another hash", false}, subject("account", account));
  };
  const auto response = sign_in("quan.tri.2", typed_password);
  EXPECT_EQ(response.status, 409);
  EXPECT_THAT(response.body, HasSubstr("vừa được thay"));
  EXPECT_EQ(token_of(response), "");
}

TEST_F(IdentityPages, ALinkReplacedWhileItIsFollowedOpensNoSession) {
  const std::string admin = node.sign_in("account/1");
  node.post("/nguoi/3/lien-ket", "", admin);
  const std::string old = link_of(PersonNo{3});
  node.random.hook_bytes = 32;
  node.random.hook = [&] {
    run(IssueLinks{{{PersonNo{3}, "another-token-of-at-least-22-letters"}}}, "account/1");
  };
  const auto followed = node.get("/n/" + old);
  EXPECT_EQ(followed.status, 404);
  EXPECT_EQ(token_of(followed), "");
}

// What was kept by a program that ended right after the fact, or by another node: the row is there,
// the session is not.
TEST_F(IdentityPages, ASessionOfBeforeIsRefusedWhoeverKeptIt) {
  const std::uint64_t before = node.engine.head().seq;
  run(ResetPassword{AccountNo{2}, "quan.tri.2", "another hash"}, "account/1");
  const std::uint64_t after = node.engine.head().seq;
  const std::string late = *node.sessions->start("account/2", node.clock.now(), before);
  const std::string anew = *node.sessions->start("account/2", node.clock.now(), after);
  EXPECT_EQ(header(node.get("/cua-toi", late), "Location"), "/dang-nhap?ve=%2Fcua-toi");
  EXPECT_FALSE(node.sessions->find(late, node.clock.now()).value().has_value());
  EXPECT_EQ(header(node.get("/cua-toi", anew), "Location"), choose_password_path);
}

// Asked before anything is done for him: hashing, and forgetting wrong guesses.
TEST_F(IdentityPages, WhoMayNotResetAPasswordForgivesNoGuesses) {
  run(RegisterPersons{{{1, "Quản trị phường", "1001", "", ""}}, {}});
  const PersonNo ward{state.persons()};
  static const std::string hash = crypto::hash_password(normal_password(password));
  run(OpenAccount{ward, "phuong", hash, false});
  run(GrantRole{state.account_of(ward), {Role::Administrator, UnitNo{2}}});
  for (std::size_t i = 0; i <= attempts_max; ++i) sign_in("quan.tri.2", "nham");
  EXPECT_EQ(sign_in("quan.tri.2", "nham").status, 429);
  const std::string token = node.sign_in(subject("account", state.account_of(ward)));
  const std::string path = "/tai-khoan/" + std::to_string(state.account_of(PersonNo{2}).value);
  EXPECT_EQ(node.post(path + "/mat-khau", "password=mot-mat-khau-du-dai", token).status, 403);
  EXPECT_EQ(sign_in("quan.tri.2", "nham").status, 429);
}

TEST_F(IdentityPages, SigningInStartsANewSessionAndSigningOutEndsIt) {
  EXPECT_THAT(node.get("/dang-nhap").body, HasSubstr("name=\"password\""));
  const auto response = sign_in("Quan.Tri", typed_password);
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(header(response, "Location"), "/ban-lam-viec");
  EXPECT_THAT(header(response, "Set-Cookie"),
              HasSubstr("; Path=/; Secure; HttpOnly; SameSite=Lax"));
  const std::string token = token_of(response);
  EXPECT_EQ(node.get("/ban-lam-viec", token).body, "account/1");
  EXPECT_EQ(header(node.get("/dang-nhap", token), "Location"), "/ban-lam-viec");

  const auto again =
      node.post("/dang-nhap", "login=quan.tri.2&password=" + std::string(typed_password), token);
  EXPECT_EQ(node.get("/ban-lam-viec", token_of(again)).body, "account/2");
  EXPECT_EQ(node.get("/ban-lam-viec", token).status, 303);

  const auto out = node.post("/dang-xuat", "", token_of(again));
  EXPECT_EQ(out.status, 303);
  EXPECT_THAT(header(out, "Set-Cookie"), HasSubstr("Max-Age=0"));
  EXPECT_EQ(node.get("/ban-lam-viec", token_of(again)).status, 303);
}

TEST_F(IdentityPages, SigningInGoesBackToAPageOfThisSiteOnly) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"&ve=/ke-hoach/3", "/ke-hoach/3"},
      {"&ve=//elsewhere.example", "/"},
      {"&ve=https://elsewhere.example", "/"},
      {"&ve=/dang-nhap", "/ban-lam-viec"},
      {"", "/ban-lam-viec"},
  };
  for (const auto& [typed, location] : cases) {
    EXPECT_EQ(header(sign_in("quan.tri", typed_password, typed), "Location"), location) << typed;
  }
  EXPECT_THAT(node.get("/dang-nhap?ve=/ke-hoach/3").body, HasSubstr("value=\"/ke-hoach/3\""));
}

TEST_F(IdentityPages, AWrongPasswordAndAnUnknownLoginReadTheSame) {
  const auto wrong = sign_in("quan.tri", "khong+phai+mat+khau");
  const auto unknown = sign_in("khong.co", "khong+phai+mat+khau");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(unknown.status, 422);
  const auto sentence = "Tên đăng nhập hoặc mật khẩu không đúng";
  EXPECT_THAT(wrong.body, HasSubstr(sentence));
  EXPECT_THAT(unknown.body, HasSubstr(sentence));
  EXPECT_THAT(wrong.body, HasSubstr("value=\"quan.tri\""));
  EXPECT_THAT(wrong.body, Not(HasSubstr("khong phai mat khau")));
  EXPECT_EQ(token_of(wrong), "");
  EXPECT_EQ(sign_in("", "").status, 422);
}

TEST_F(IdentityPages, TheEleventhWrongPasswordHasToWait) {
  for (std::size_t i = 0; i < attempts_max; ++i) {
    ASSERT_EQ(sign_in("quan.tri", "sai").status, 422) << i;
  }
  const auto refused = sign_in("quan.tri", typed_password);
  EXPECT_EQ(refused.status, 429);
  EXPECT_THAT(refused.body, HasSubstr("08:15 12/05/2021"));
  EXPECT_EQ(sign_in("quan.tri.2", typed_password).status, 303);
  node.clock.time.ms += attempts_window_ms;
  EXPECT_EQ(sign_in("quan.tri", typed_password).status, 303);
}

TEST_F(IdentityPages, TwoSpellingsAreOneLogin) {
  const auto command = prepare_account(PersonNo{3}, "hoà.mẫu", password);
  ASSERT_TRUE(command);
  run(*command);
  // Decomposed: o, a with a grave, and so on.
  const auto response = sign_in("hoa%CC%80.ma%CC%82%CC%83u", typed_password);
  EXPECT_EQ(response.status, 303);
  run(RegisterPersons{{{1, "Người khác", "01", "", ""}}, {}});
  const auto decomposed = node.run(std::string(setup_actor), [&](const Envelope& envelope) {
    return decide(state, units, OpenAccount{PersonNo{4}, "hoa\xCC\x80.ma\xCC\x82\xCC\x83u", "h"},
                  envelope);
  });
  EXPECT_EQ(decomposed.error().code, Code::Conflict);
  EXPECT_EQ(state.account_of(PersonNo{4}), AccountNo{});
}

TEST_F(IdentityPages, AClosedAccountIsOutAtOnce) {
  const std::string token = token_of(sign_in("quan.tri.2", typed_password));
  EXPECT_EQ(node.get("/ban-lam-viec", token).status, 200);
  const std::string admin = node.sign_in("account/1");
  const auto closed = node.post("/tai-khoan/2/dong", "", admin);
  EXPECT_EQ(header(closed, "Location"), "/nguoi/2?xong=luu");
  EXPECT_EQ(node.get("/ban-lam-viec", token).status, 303);
  EXPECT_FALSE(node.sessions->find(token, node.clock.now()).value().has_value());
  EXPECT_EQ(sign_in("quan.tri.2", typed_password).status, 422);
  EXPECT_FALSE(node.vault.open("account/2").value().has_value());
}

TEST_F(IdentityPages, ARoleThatIsWithdrawnEndsTheSessions) {
  const std::string token = node.sign_in("account/2");
  const std::string admin = node.sign_in("account/1");
  node.clock.time.ms += 1000;
  const auto response =
      node.post("/tai-khoan/2/thu-hoi", "vai-tro=Administrator&so-don-vi=1", admin);
  EXPECT_EQ(header(response, "Location"), "/tai-khoan/2?xong=thu-hoi");
  EXPECT_EQ(node.get("/nguoi", token).status, 303);
  EXPECT_EQ(node.get("/nguoi", admin).status, 200);
}

TEST_F(IdentityPages, ALinkLetsItsPersonInAndANewOneReplacesIt) {
  const std::string admin = node.sign_in("account/1");
  EXPECT_EQ(header(node.post("/nguoi/3/lien-ket", "", admin), "Location"), "/nguoi/3?xong=luu");
  const std::string old = link_of(PersonNo{3});
  const auto before = node.engine.head();
  const auto followed = node.get("/n/" + old);
  EXPECT_EQ(header(followed, "Location"), "/cua-toi");
  EXPECT_EQ(node.get("/cua-toi", token_of(followed)).body, "person/3");
  EXPECT_EQ(node.get("/ban-lam-viec", token_of(followed)).status, 403);
  EXPECT_EQ(node.engine.head(), before);

  // Whoever issued it prints it, nobody else.
  EXPECT_THAT(node.get("/nguoi/3/phieu", admin).body, HasSubstr("/n/" + old));
  EXPECT_EQ(node.get("/nguoi/3/phieu", node.sign_in("account/2")).status, 403);

  node.clock.time.ms += 1000;
  node.post("/nguoi/3/lien-ket", "", admin);
  EXPECT_NE(link_of(PersonNo{3}), old);
  const auto dead = node.get("/n/" + old);
  EXPECT_EQ(dead.status, 404);
  EXPECT_THAT(dead.body, HasSubstr("văn thư"));
  EXPECT_THAT(dead.body, Not(HasSubstr(old)));
  EXPECT_EQ(node.get("/cua-toi", token_of(followed)).status, 303);
  EXPECT_THAT(walk_of_facts(), Not(HasSubstr(old)));

  run(LeavePerson{PersonNo{3}, {}});
  EXPECT_FALSE(node.vault.open("link/3").value().has_value());
}

TEST_F(IdentityPages, AnOfficerWhoFollowsHisOwnLinkStaysAnOfficer) {
  const std::string token = node.sign_in("account/1");
  node.post("/nguoi/1/lien-ket", "", token);
  const std::string fresh = node.sign_in("account/1");
  const auto followed = node.get("/n/" + link_of(PersonNo{1}), fresh);
  EXPECT_EQ(header(followed, "Location"), "/cua-toi");
  EXPECT_EQ(token_of(followed), "");
  EXPECT_EQ(node.get("/cua-toi", fresh).body, "account/1");
}

TEST_F(IdentityPages, TheLanguageIsACookie) {
  const auto english = node.get("/ngon-ngu/en?ve=/dang-nhap");
  EXPECT_EQ(header(english, "Location"), "/dang-nhap");
  EXPECT_THAT(header(english, "Set-Cookie"), HasSubstr("lantoa-ngon-ngu=en; Path=/"));
  EXPECT_EQ(header(node.get("/ngon-ngu/vi?ve=//x.example"), "Location"), "/");
  EXPECT_EQ(node.get("/ngon-ngu/fr").status, 404);
}

TEST_F(IdentityPages, RolesTakeTwoPersonsOnTheirPagesToo) {
  const std::string first = node.sign_in("account/1");
  const std::string second = node.sign_in("account/2");
  const auto proposed = node.post("/tai-khoan/1/de-nghi", "vai-tro=Leader&don-vi=01", first);
  EXPECT_EQ(header(proposed, "Location"), "/tai-khoan/1?xong=luu");
  EXPECT_THAT(node.get("/tai-khoan/1", first).body, Not(HasSubstr("/xac-nhan")));
  const std::string confirm = "vai-tro=Leader&so-don-vi=1";
  EXPECT_EQ(node.post("/tai-khoan/1/xac-nhan", confirm, first).status, 403);
  EXPECT_THAT(node.get("/nguoi", first).body, Not(HasSubstr("chờ bạn xác nhận")));
  EXPECT_THAT(node.get("/nguoi", second).body, HasSubstr("chờ bạn xác nhận"));
  EXPECT_THAT(node.get("/tai-khoan/1", second).body, HasSubstr("/tai-khoan/1/xac-nhan"));
  EXPECT_EQ(node.post("/tai-khoan/1/xac-nhan", confirm, second).status, 303);
  EXPECT_EQ(state.account(AccountNo{1}).grants.size(), 2U);
  const auto wrong = node.post("/tai-khoan/1/de-nghi", "vai-tro=Leader&don-vi=<77>", first);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"&lt;77&gt;\""));
}

TEST_F(IdentityPages, EveryPageRendersInBothLanguages) {
  const std::string admin = node.sign_in("account/1");
  run(ProposeRole{AccountNo{2}, {Role::Leader, UnitNo{2}}}, "account/1");
  node.post("/nguoi/3/lien-ket", "", admin);
  run(RegisterPersons{{{1, "Người đã rời", "1001", "", ""}}, {}});
  run(LeavePerson{PersonNo{4}, {}});
  for (const char* path : {"/nguoi", "/nguoi?don-vi=2", "/nguoi/1", "/nguoi/3", "/nguoi/4",
                           "/nguoi/3/phieu", "/nguoi/nhap", "/tai-khoan/1", "/tai-khoan/2"}) {
    for (const Language language : {Language::Vietnamese, Language::English}) {
      const auto response = node.get(path, admin, language);
      EXPECT_EQ(response.status, 200) << path;
      EXPECT_THAT(response.body, Not(HasSubstr("[["))) << path;
      EXPECT_THAT(response.body, Not(HasSubstr("<Bạc>"))) << path;
    }
  }
  EXPECT_THAT(node.get("/nguoi?don-vi=2", admin).body, HasSubstr("Lê Thị &lt;Bạc&gt;"));
  for (const char* path : {"/dang-nhap", "/n/khong-co"}) {
    EXPECT_THAT(node.get(path, {}, Language::English).body, Not(HasSubstr("[["))) << path;
  }
  EXPECT_EQ(node.get("/nguoi/99", admin).status, 404);
  EXPECT_EQ(node.get("/tai-khoan/99", admin).status, 404);
  EXPECT_EQ(node.get("/nguoi", node.sign_in("person/3")).status, 403);
}

TEST_F(IdentityPages, AManagerOfAWardSeesHisWardOnly) {
  auto command = prepare_account(PersonNo{3}, "phuong", password);
  ASSERT_TRUE(command);
  command->first_use = false;
  run(*command);
  run(GrantRole{AccountNo{3}, {Role::Administrator, UnitNo{2}}});
  const std::string ward = node.sign_in("account/3");
  EXPECT_THAT(node.get("/nguoi", ward).body, HasSubstr("Phường Mẫu"));
  EXPECT_EQ(node.get("/nguoi?don-vi=1", ward).status, 403);
  EXPECT_EQ(node.get("/nguoi/1", ward).status, 403);
  EXPECT_EQ(node.get("/tai-khoan/1", ward).status, 403);
  EXPECT_EQ(node.post("/tai-khoan/1/dong", "", ward).status, 403);
  EXPECT_EQ(node.post("/nguoi/1/lien-ket", "", ward).status, 403);
}

TEST_F(IdentityPages, AnAccountIsOpenedFromThePersonsPage) {
  const std::string admin = node.sign_in("account/1");
  const auto taken = node.post("/nguoi/3/tai-khoan",
                               "login=QUAN.TRI&password=" + std::string(typed_password), admin);
  EXPECT_EQ(taken.status, 422);
  EXPECT_THAT(taken.body, HasSubstr("value=\"QUAN.TRI\""));
  EXPECT_EQ(node.post("/nguoi/3/tai-khoan", "login=bac&password=ngan", admin).status, 422);
  const auto opened =
      node.post("/nguoi/3/tai-khoan", "login=bac&password=" + std::string(typed_password), admin);
  EXPECT_EQ(header(opened, "Location"), "/tai-khoan/3?xong=luu");
  const auto entered = sign_in("bac", typed_password);
  EXPECT_EQ(header(entered, "Location"), "/tai-khoan/doi-mat-khau");
  EXPECT_EQ(header(node.post("/nguoi/3/chuyen", "don-vi=01", admin), "Location"),
            "/nguoi/3?xong=luu");
  EXPECT_EQ(state.person(PersonNo{3}).home, UnitNo{1});
  EXPECT_EQ(node.post("/nguoi/3/roi", "", admin).status, 303);
  EXPECT_FALSE(state.account(AccountNo{3}).open);
}

TEST_F(IdentityPages, AFirstPasswordOpensOnlyThePageThatReplacesIt) {
  const std::string admin = node.sign_in("account/1");
  node.post("/nguoi/3/tai-khoan", "login=bac&password=" + std::string(typed_password), admin);
  const std::string token = token_of(sign_in("bac", typed_password));
  for (const char* path : {"/dang-nhap", "/cua-toi", "/ban-lam-viec", "/nguoi"}) {
    const auto sent_on = node.get(path, token);
    EXPECT_EQ(header(sent_on, "Location"), "/tai-khoan/doi-mat-khau") << path;
  }
  const auto refused = node.post("/nguoi/1/roi", "", token);
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.body, HasSubstr("mật khẩu của riêng bạn"));
  const std::string address = "/tai-khoan/doi-mat-khau";
  EXPECT_THAT(node.get(address, token).body, Not(HasSubstr("name=\"current\"")));
  const auto choose = [&](const std::string& fresh, const std::string& again) {
    return node.post(address, "password=" + fresh + "&again=" + again, token);
  };
  EXPECT_EQ(choose(std::string(typed_password), std::string(typed_password)).status, 422);
  EXPECT_EQ(choose("ngan", "ngan").status, 422);
  EXPECT_EQ(choose("mot+cau+de+nho", "mot+cau+khac").status, 422);
  const auto done = choose("mot+cau+de+nho", "mot+cau+de+nho");
  EXPECT_EQ(header(done, "Location"), "/cua-toi?xong=mat-khau");
  EXPECT_EQ(header(node.get("/cua-toi", token), "Location"), "/dang-nhap?ve=%2Fcua-toi");
  EXPECT_EQ(node.get("/cua-toi", token_of(done)).body, "account/3");
  EXPECT_EQ(sign_in("bac", typed_password).status, 422);
  EXPECT_EQ(header(sign_in("bac", "mot+cau+de+nho"), "Location"), "/cua-toi");

  // The page of an account whose owner chose a password: no role is chosen for him beforehand.
  const std::string page = node.get("/tai-khoan/3", admin).body;
  ASSERT_THAT(page, HasSubstr("Mật khẩu do chính người đăng nhập đặt"));
  EXPECT_THAT(page, Not(HasSubstr(" selected>")));
}

TEST_F(IdentityPages, ChangingThePasswordAsksForThePresentOneAndEndsOtherSessions) {
  const std::string here = node.sign_in("account/1");
  const std::string elsewhere = node.sign_in("account/1");
  const std::string address = "/tai-khoan/doi-mat-khau";
  const std::string fresh = "&password=mot+cau+de+nho&again=mot+cau+de+nho";
  const auto wrong = node.post(address, "current=sai" + fresh, here);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("href=\"#current\""));
  EXPECT_THAT(wrong.body, Not(HasSubstr("mot cau de nho")));
  const auto done = node.post(address, "current=" + std::string(typed_password) + fresh, here);
  EXPECT_EQ(header(done, "Location"), "/ban-lam-viec?xong=mat-khau");
  EXPECT_EQ(node.get("/ban-lam-viec", token_of(done)).body, "account/1");
  for (const std::string& old : {here, elsewhere}) {
    EXPECT_EQ(node.get("/ban-lam-viec", old).status, 303);
  }
  EXPECT_EQ(node.get(address, node.sign_in("person/3")).status, 403);
  EXPECT_THAT(walk_of_facts(), HasSubstr("account/1 identity.password_changed account/1"));
}

TEST_F(IdentityPages, AResetPasswordPutsTheRolesBackAndSaysWhoseItWas) {
  const std::string first = node.sign_in("account/1");
  const std::string second = node.sign_in("account/2");
  EXPECT_THAT(node.get("/tai-khoan/1", first).body, Not(HasSubstr("/mat-khau\"")));
  EXPECT_EQ(node.post("/tai-khoan/2/mat-khau", "password=ngan", first).status, 422);
  const auto reset = node.post("/tai-khoan/2/mat-khau", "password=mat+khau+tam+thoi", first);
  EXPECT_EQ(header(reset, "Location"), "/tai-khoan/2?xong=mat-khau-tam");
  EXPECT_EQ(node.get("/ban-lam-viec", second).status, 303);
  EXPECT_THAT(node.get("/tai-khoan/2", first).body, HasSubstr("Nguyễn Thị Mẫu"));
  EXPECT_TRUE(state.account(AccountNo{2}).grants.empty());
  EXPECT_EQ(header(sign_in("quan.tri.2", "mat+khau+tam+thoi"), "Location"),
            "/tai-khoan/doi-mat-khau");
}

TEST_F(IdentityPages, AnImportIsSeenBeforeItIsWrittenAndKeepsNoFile) {
  const std::string admin = node.sign_in("account/1");
  const auto bad = preview("name,unit,mail\nTrần Văn Thử,01,\nA,99,\n", admin);
  EXPECT_EQ(bad.status, 422);
  EXPECT_THAT(bad.body, HasSubstr("Dòng 2"));  // registered already
  EXPECT_THAT(bad.body, HasSubstr("Dòng 3"));
  const auto seen = preview("name,unit,mail,key\nPhạm Thị Mới,1001,moi@example.vn,x\n", admin);
  EXPECT_EQ(seen.status, 200);
  EXPECT_THAT(seen.body, HasSubstr("Phường Mẫu"));
  EXPECT_EQ(state.persons(), 3U);
  const std::string held = *node.vault.open("import/account/1").value();
  const std::string form = "tep=" + node.vault.commitment("import/account/1", held);
  EXPECT_THAT(seen.body, HasSubstr(form.substr(4)));
  EXPECT_EQ(node.post("/nguoi/nhap", "tep=0000", admin).status, 409);
  EXPECT_EQ(node.post("/nguoi/nhap", form, node.sign_in("account/2")).status, 409);
  const auto done = node.post("/nguoi/nhap", form, admin);
  EXPECT_EQ(header(done, "Location"), "/nguoi?don-vi=2&xong=nhap");
  ASSERT_EQ(state.persons(), 4U);
  EXPECT_EQ(node.app.name_of(PersonNo{4}, Language::Vietnamese), "Phạm Thị Mới");
  EXPECT_EQ(*node.vault.open("import/account/1").value(), "");
  EXPECT_EQ(node.post("/nguoi/nhap", form, admin).status, 409);
  const auto again = preview("name,unit,mail\nPhạm Thị Mới,1001,MOI@example.vn\n", admin);
  EXPECT_EQ(again.status, 422);
  EXPECT_EQ(preview("", admin).status, 422);
}

TEST_F(IdentityPages, NobodyHasANameAfterErasure) {
  EXPECT_EQ(node.app.name_of(PersonNo{77}, Language::Vietnamese), "cán bộ số 77");
  EXPECT_EQ(node.app.name_of(PersonNo{77}, Language::English), "officer no. 77");
}

TEST_F(IdentityPages, NothingThatIdentifiesAPersonIsInTheFacts) {
  const std::string facts = walk_of_facts();
  for (const char* secret : {"Thị Mẫu", "Thử", "example.vn", "quan.tri", "argon2"}) {
    EXPECT_THAT(facts, Not(HasSubstr(secret)));
  }
}

}  // namespace
}  // namespace lantoa::city::identity
