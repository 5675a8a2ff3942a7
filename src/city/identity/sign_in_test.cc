// The way in and out: passwords, links, sessions, and what ends them.
#include "city/identity/testing_pages.h"

namespace lantoa::city::identity {
namespace {

using namespace testing_pages;
using ::testing::HasSubstr;
using ::testing::Not;

class SignIn : public PagesTest {};

// An administrator who knows the temporary password signs in while its owner replaces it: the check
// began before, the session would begin after.
TEST_F(SignIn, APasswordReplacedWhileItIsCheckedOpensNoSession) {
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

TEST_F(SignIn, ALinkReplacedWhileItIsFollowedOpensNoSession) {
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
TEST_F(SignIn, ASessionOfBeforeIsRefusedWhoeverKeptIt) {
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
TEST_F(SignIn, WhoMayNotResetAPasswordForgivesNoGuesses) {
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

TEST_F(SignIn, SigningInStartsANewSessionAndSigningOutEndsIt) {
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

TEST_F(SignIn, SigningInGoesBackToAPageOfThisSiteOnly) {
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

TEST_F(SignIn, AWrongPasswordAndAnUnknownLoginReadTheSame) {
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

TEST_F(SignIn, TheEleventhWrongPasswordHasToWait) {
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

TEST_F(SignIn, TwoSpellingsAreOneLogin) {
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

TEST_F(SignIn, AClosedAccountIsOutAtOnce) {
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

TEST_F(SignIn, ARoleThatIsWithdrawnEndsTheSessions) {
  const std::string token = node.sign_in("account/2");
  const std::string admin = node.sign_in("account/1");
  node.clock.time.ms += 1000;
  const auto response =
      node.post("/tai-khoan/2/thu-hoi", "vai-tro=Administrator&so-don-vi=1", admin);
  EXPECT_EQ(header(response, "Location"), "/tai-khoan/2?xong=thu-hoi");
  EXPECT_EQ(node.get("/nguoi", token).status, 303);
  EXPECT_EQ(node.get("/nguoi", admin).status, 200);
}

TEST_F(SignIn, ALinkLetsItsPersonInAndANewOneReplacesIt) {
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

TEST_F(SignIn, AnOfficerWhoFollowsHisOwnLinkStaysAnOfficer) {
  const std::string token = node.sign_in("account/1");
  node.post("/nguoi/1/lien-ket", "", token);
  const std::string fresh = node.sign_in("account/1");
  const auto followed = node.get("/n/" + link_of(PersonNo{1}), fresh);
  EXPECT_EQ(header(followed, "Location"), "/cua-toi");
  EXPECT_EQ(token_of(followed), "");
  EXPECT_EQ(node.get("/cua-toi", fresh).body, "account/1");
}

TEST_F(SignIn, TheLanguageIsACookie) {
  const auto english = node.get("/ngon-ngu/en?ve=/dang-nhap");
  EXPECT_EQ(header(english, "Location"), "/dang-nhap");
  EXPECT_THAT(header(english, "Set-Cookie"), HasSubstr("lantoa-ngon-ngu=en; Path=/"));
  EXPECT_EQ(header(node.get("/ngon-ngu/vi?ve=//x.example"), "Location"), "/");
  EXPECT_EQ(node.get("/ngon-ngu/fr").status, 404);
}

}  // namespace
}  // namespace lantoa::city::identity
