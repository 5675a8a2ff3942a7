// Who sees that mails came back, in which words, and what he can do about it.
#include <gmock/gmock.h>

#include "city/oversight/testing_returns.h"

namespace lantoa::city::oversight {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ReturnedPages : public ReturnedMails {
 protected:
  std::string page(const char* by, const std::string& path,
                   Language language = Language::Vietnamese) {
    const auto shown = node.get(path, node.sign_in(by), language);
    EXPECT_EQ(shown.status, 200) << shown.body;
    return shown.body;
  }
};

TEST_F(ReturnedPages, TheListSaysWhoWhySinceWhenAndWhatToDo) {
  EXPECT_THAT(page("account/1", "/thu-tra-lai"), HasSubstr("Không có hộp thư nào trả lại thư"));
  returned(2, "5.1.1");
  returned(3, "5.2.2");
  const std::string list = page("account/1", "/thu-tra-lai");
  EXPECT_THAT(list, AllOf(HasSubstr("Phường Một"), HasSubstr("mot@mau.example"),
                          HasSubstr("12/05/2021"), HasSubstr("Hộp thư không tồn tại"),
                          HasSubstr("Hỏi đơn vị địa chỉ đúng rồi sửa hộp thư."),
                          HasSubstr("5.1.1: 550 unknown user")));
  EXPECT_THAT(list, AllOf(HasSubstr("Phường Hai"), HasSubstr("Hộp thư đầy"),
                          HasSubstr("Báo đơn vị dọn hộp thư")));
  const std::string english = page("account/1", "/thu-tra-lai", Language::English);
  EXPECT_THAT(english,
              AllOf(HasSubstr("There is no such mailbox"), HasSubstr("The mailbox is full"),
                    HasSubstr("lang=\"vi\">Phường Một")));
}

TEST_F(ReturnedPages, EachSeesThoseHeAnswersForAndOnlyManagersMayAct) {
  returned(2, "5.1.1");
  returned(3, "5.1.1");
  EXPECT_THAT(page("account/1", "/thu-tra-lai"),
              AllOf(HasSubstr("/don-vi/2/hop-thu"), HasSubstr("/thu-tra-lai/3/da-kiem-tra")));
  EXPECT_THAT(page("account/2", "/thu-tra-lai"),
              AllOf(HasSubstr("Phường Một"), HasSubstr("Phường Hai"), Not(HasSubstr("/hop-thu")),
                    Not(HasSubstr("/da-kiem-tra"))));
  EXPECT_THAT(page("account/3", "/thu-tra-lai"),
              AllOf(HasSubstr("Phường Một"), Not(HasSubstr("Phường Hai"))));
  EXPECT_THAT(page("account/4", "/thu-tra-lai"),
              AllOf(HasSubstr("Phường Hai"), Not(HasSubstr("Phường Một"))));
}

TEST_F(ReturnedPages, TheStartPageHasOneLineForThemAll) {
  for (const char* who : {"account/1", "account/2", "account/3"}) {
    EXPECT_THAT(page(who, "/ban-lam-viec"), Not(HasSubstr("/thu-tra-lai"))) << who;
  }
  returned(2, "5.1.1");
  returned(3, "5.1.1");
  EXPECT_THAT(page("account/1", "/ban-lam-viec"),
              HasSubstr("2 đơn vị không nhận được thư nhắc việc"));
  EXPECT_THAT(page("account/2", "/ban-lam-viec"), HasSubstr("/thu-tra-lai"));
  EXPECT_THAT(page("account/3", "/ban-lam-viec"),
              HasSubstr("1 đơn vị không nhận được thư nhắc việc"));
  EXPECT_THAT(page("account/1", "/ban-lam-viec", Language::English),
              HasSubstr("Units that reminders do not reach: 2"));
}

TEST_F(ReturnedPages, WhoManagesTheUnitSaysThatItsAddressIsRight) {
  returned(2, "5.2.2");
  const std::string keeper = node.sign_in("account/1");
  const auto stale = node.post("/thu-tra-lai/2/da-kiem-tra", "so-thu=0", keeper);
  EXPECT_EQ(stale.status, 409) << stale.body;
  EXPECT_THAT(stale.body, AllOf(HasSubstr("Vừa có thêm thư bị trả lại"), HasSubstr("Phường Một")));
  EXPECT_EQ(node.post("/thu-tra-lai/2/da-kiem-tra", "so-thu=1", node.sign_in("account/2")).status,
            403);
  const auto done = node.post("/thu-tra-lai/2/da-kiem-tra", "so-thu=1", keeper);
  EXPECT_EQ(done.status, 303) << done.body;
  EXPECT_THAT(node.get("/thu-tra-lai?xong=da-kiem-tra", keeper).body,
              AllOf(HasSubstr("thư lại được gửi tới hộp thư này"), Not(HasSubstr("Phường Một"))));
}

TEST_F(ReturnedPages, TheQueueShowsMailsThatCameBackAndDoesNotCountThem) {
  sent(3);
  EXPECT_THAT(page("account/2", "/don-doc"), HasSubstr("1 / 1"));
  returned(2, "4.4.7");
  const std::string queue = page("account/2", "/don-doc");
  EXPECT_THAT(queue, AllOf(HasSubstr("1 / 2"), HasSubstr("Bị trả lại"),
                           HasSubstr("Máy chủ thư của đơn vị không trả lời (4.4.7). Máy chủ thư "
                                     "ghi: 550 unknown user")));
  EXPECT_THAT(queue, Not(HasSubstr("/thu-tra-lai"))) << "once is for the time being";
  returned(2, "5.1.1");
  EXPECT_THAT(page("account/2", "/don-doc"),
              AllOf(HasSubstr("/thu-tra-lai"), HasSubstr("12/05/2021 (bị trả lại)")));
  EXPECT_THAT(page("account/2", "/don-doc", Language::English), HasSubstr("Came back"));
}

TEST_F(ReturnedPages, WhoIsUrgedThereIsToldWhyNot) {
  returned(2, "5.1.1");
  const auto refused = node.post("/don-doc/1", "", node.sign_in("account/2"));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Hãy báo đơn vị bằng cách khác"));
}

TEST_F(ReturnedPages, ProgramsGetTheSameList) {
  returned(2, "5.1.1");
  returned(3, "5.2.2");
  node.app.token_is_good = [](TokenNo, Date) { return true; };
  node.app.find_token = [](std::string_view) -> Result<App::TokenHolder> {
    return App::TokenHolder{TokenNo{1}, "account/3", {Scope::Read}};
  };
  node.engine.start();
  auto request = testing::make_request(http::Method::Get, "/api/v1/returning-mailboxes");
  request.headers.emplace_back("authorization", "Bearer mau");
  const auto list = testing::answer(node.site, std::move(request));
  EXPECT_EQ(list.status, 200);
  EXPECT_THAT(list.body, HasSubstr(R"("rows":1)"));
  EXPECT_THAT(list.body, HasSubstr(R"({"unit":2,"since":"2021-05-12","mails":1,"status":"5.1.1",)"
                                   R"("said":"550 unknown user"})"));
}

TEST_F(ReturnedPages, ThePlansLadderCountsThemAmongThoseItDoesNotReach) {
  EXPECT_THAT(page("account/2", "/ke-hoach/1/nhac-viec"), Not(HasSubstr("hộp thư trả lại thư")));
  returned(2, "5.1.1");
  EXPECT_THAT(page("account/2", "/ke-hoach/1/nhac-viec"),
              HasSubstr("1 đơn vị còn việc nhưng chưa có hộp thư, hoặc hộp thư trả lại thư"));
}

}  // namespace
}  // namespace lantoa::city::oversight
