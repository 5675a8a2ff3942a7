// The pages of persons, accounts and roles, on a whole node in memory.
#include "city/identity/testing_pages.h"

namespace lantoa::city::identity {
namespace {

using namespace testing_pages;
using ::testing::HasSubstr;
using ::testing::Not;

class IdentityPages : public PagesTest {};

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
  const auto none = node.post("/tai-khoan/1/de-nghi", "vai-tro=&don-vi=01", first);
  EXPECT_EQ(none.status, 422);
  EXPECT_THAT(none.body, HasSubstr("Hãy chọn một vai trò."));
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
