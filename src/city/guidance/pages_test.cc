#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/guidance/testing_world.h"

namespace lantoa::city::guidance {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class GuidancePages : public ::testing::Test {
 protected:
  http::Response get(const std::string& actor, const std::string& path,
                     Language language = Language::Vietnamese) {
    return world.node.get(path, world.node.sign_in(actor), language);
  }
  http::Response post(const std::string& actor, const std::string& path,
                      const std::string& fields) {
    return world.node.post(path, fields, world.node.sign_in(actor));
  }
  static std::string location(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
      if (name == "Location") return value;
    }
    return {};
  }
  std::vector<App::Duty> duties(const std::string& actor) {
    Visit visit;
    visit.actor = *world.node.app.find_actor(actor);
    std::vector<App::Duty> out;
    for (const auto& of_slice : world.node.app.duties) of_slice(visit, out);
    return out;
  }

  World world;
};

TEST_F(GuidancePages, AskedAnsweredAndFoundByEveryUnit) {
  const auto form = get(World::ward(), "/huong-dan/moi?viec=1");
  EXPECT_EQ(form.status, 200);
  EXPECT_THAT(form.body, AllOf(HasSubstr("Phường Mười Một"), HasSubstr("06/KH-HĐPHPBGDPL"),
                               HasSubstr("<option value=\"1\" selected>Phổ biến qua")));
  const auto asked = post(World::ward(), "/huong-dan/moi",
                          "don-vi=4&ke-hoach=1&nhiem-vu=1&noi-dung=Họp <giao ban> ghi ở đâu?");
  EXPECT_EQ(asked.status, 303);
  EXPECT_EQ(location(asked), "/huong-dan/1?xong=hoi-huong-dan");
  world.turn_to("2021-05-23");
  EXPECT_THAT(get(World::agency(), "/huong-dan").body,
              AllOf(HasSubstr("Họp &lt;giao ban&gt;"), HasSubstr("Chờ trả lời 3 ngày")));
  EXPECT_THAT(get(World::ward(), "/huong-dan/1").body, Not(HasSubstr("/huong-dan/1/tra-loi")));

  const auto answered =
      post(World::agency(), "/huong-dan/1/tra-loi",
           "ban=0&tra-loi=Ghi là họp, hội nghị.%0A<b>Mỗi buổi</b> một lần.&van-ban=97/2019/QH14");
  EXPECT_EQ(answered.status, 303);
  EXPECT_EQ(location(answered), "/huong-dan/1?xong=tra-loi-huong-dan");
  for (const auto& actor : {World::ward(), World::elsewhere(), World::auditor()}) {
    EXPECT_THAT(get(actor, "/huong-dan/1").body,
                AllOf(HasSubstr("<p lang=\"vi\">Ghi là họp, hội nghị.</p>"),
                      HasSubstr("&lt;b&gt;Mỗi buổi&lt;/b&gt; một lần."),
                      HasSubstr("href=\"/van-ban/1\""), HasSubstr("Trả lời 23/05/2021")))
        << actor;
    for (const char* words : {"q=hop+giao+ban", "q=HỘI NGHỊ&ke-hoach=1", "ke-hoach=1"}) {
      EXPECT_THAT(get(actor, std::string("/huong-dan?") + words).body,
                  HasSubstr("href=\"/huong-dan/1\""))
          << words;
    }
    EXPECT_THAT(
        get(actor, "/huong-dan?q=loa").body,
        AllOf(HasSubstr("Chưa có hướng dẫn nào như vậy"), Not(HasSubstr("href=\"/huong-dan/1\""))));
    EXPECT_THAT(get(actor, "/huong-dan?ke-hoach=3").body, Not(HasSubstr("href=\"/huong-dan/1\"")));
  }
  EXPECT_THAT(get(World::ward(), "/huong-dan/1", Language::English).body,
              HasSubstr("Answered 23/05/2021"));
}

TEST_F(GuidancePages, WhatIsOpenIsForItsUnitAndThoseWhoAnswer) {
  world.ask("Họp giao ban ghi ở đâu?");
  for (const auto& actor : {World::ward(), World::district(), World::agency()}) {
    EXPECT_EQ(get(actor, "/huong-dan/1").status, 200) << actor;
    EXPECT_THAT(get(actor, "/huong-dan").body, HasSubstr("href=\"/huong-dan/1\"")) << actor;
  }
  for (const auto& actor : {World::elsewhere(), World::auditor()}) {
    EXPECT_EQ(get(actor, "/huong-dan/1").status, 403) << actor;
    EXPECT_THAT(get(actor, "/huong-dan?q=hop").body, Not(HasSubstr("href=\"/huong-dan/1\"")));
  }
  EXPECT_THAT(get(World::auditor(), "/huong-dan").body, Not(HasSubstr("/huong-dan/moi")));
  EXPECT_EQ(get(World::auditor(), "/huong-dan/moi").status, 403);
  EXPECT_EQ(get(World::ward(), "/huong-dan/99").status, 404);
}

TEST_F(GuidancePages, WhatWaitsLongestComesFirst) {
  const QuestionNo answered = world.answered("Câu thứ nhất", "Được.");
  const QuestionNo oldest = world.ask("Câu thứ hai");
  world.turn_to("2021-05-21");
  const QuestionNo newest = world.ask("Câu thứ ba");
  const std::string body = get(World::agency(), "/huong-dan").body;
  const auto place = [&](QuestionNo no) { return body.find("href=\"" + address_of(no) + "\""); };
  EXPECT_LT(place(oldest), place(newest));
  EXPECT_LT(place(newest), place(answered));
  EXPECT_NE(place(answered), std::string::npos);
}

TEST_F(GuidancePages, AnAnswerLikeItIsShownFirstAndTheQuestionCanBeSentAllTheSame) {
  world.answered("Cụm loa của quận phát bản tin cho phường thì ghi cho ai?", "Ghi cho phường.");
  const std::string fields =
      "don-vi=4&ke-hoach=1&nhiem-vu=&noi-dung=Quận phát bản tin bằng cụm loa, ghi ở đâu?";
  const auto shown = post(World::ward(), "/huong-dan/moi", fields);
  EXPECT_EQ(shown.status, 409);
  EXPECT_THAT(shown.body,
              AllOf(HasSubstr("Có thể đã có câu trả lời"), HasSubstr("href=\"/huong-dan/1\""),
                    HasSubstr("Ghi cho phường."), HasSubstr("Vẫn gửi câu hỏi này"),
                    HasSubstr("Quận phát bản tin bằng cụm loa, ghi ở đâu?</textarea>")));
  EXPECT_EQ(world.state.questions(), 1U);
  EXPECT_EQ(post(World::ward(), "/huong-dan/moi", fields + "&van-gui=1").status, 303);
  EXPECT_EQ(world.state.questions(), 2U);
}

TEST_F(GuidancePages, ThePlanIsChosenFirst) {
  const auto choose = get(World::ward(), "/huong-dan/moi");
  EXPECT_EQ(choose.status, 200);
  EXPECT_THAT(choose.body,
              AllOf(HasSubstr("href=\"/huong-dan/moi?ke-hoach=1\""), Not(HasSubstr("ke-hoach=2"))));
  EXPECT_EQ(get(World::ward(), "/huong-dan/moi?ke-hoach=1").status, 200);
  EXPECT_EQ(get(World::ward(), "/huong-dan/moi?ke-hoach=2").status, 409) << "a draft";
  EXPECT_EQ(get(World::ward(), "/huong-dan/moi?ke-hoach=9").status, 404);
  EXPECT_EQ(get(World::elsewhere(), "/huong-dan/moi?viec=1").status, 403);
}

TEST_F(GuidancePages, FaultsStandAtTheirFieldsAndWhatWasTypedStays) {
  const auto nothing = post(World::ward(), "/huong-dan/moi", "don-vi=4&ke-hoach=1&nhiem-vu=2");
  EXPECT_EQ(nothing.status, 422);
  EXPECT_THAT(nothing.body,
              AllOf(HasSubstr("id=\"noi-dung-loi\""), HasSubstr("id=\"nhiem-vu-loi\"")));
  world.ask("Họp giao ban ghi ở đâu?");
  const auto answer =
      post(World::agency(), "/huong-dan/1/tra-loi", "ban=0&tra-loi=Ghi là họp&van-ban=một hai");
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body,
              AllOf(HasSubstr("id=\"van-ban-loi\""), HasSubstr("Ghi là họp</textarea>"),
                    HasSubstr("value=\"một hai\""), Not(HasSubstr("id=\"ly-do-loi\""))));
  const auto join = post(World::agency(), "/huong-dan/1/gop", "cung-cau=7");
  EXPECT_EQ(join.status, 422);
  EXPECT_THAT(join.body, AllOf(HasSubstr("id=\"cung-cau-loi\""), HasSubstr("value=\"7\"")));
  const auto withdraw = post(World::ward(), "/huong-dan/1/rut", "ly-do=");
  EXPECT_EQ(withdraw.status, 422);
  EXPECT_THAT(withdraw.body, HasSubstr("id=\"ly-do-loi\""));
}

TEST_F(GuidancePages, AnotherFormsFailureFillsNothingOfTheAnswer) {
  const QuestionNo no = world.answered("Họp giao ban ghi ở đâu?", "Ghi là hội nghị.");
  const auto page = post(World::agency(), address_of(no) + "/rut", "ban=1&ly-do=");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Ghi là hội nghị.</textarea>"));
}

TEST_F(GuidancePages, ALostUpdateIsShownBeforeItIsSentAgain) {
  const QuestionNo no = world.answered("Họp giao ban ghi ở đâu?", "Ghi là hội nghị.");
  const auto again =
      post(World::agency(), address_of(no) + "/tra-loi", "ban=0&tra-loi=Ghi là họp.");
  EXPECT_EQ(again.status, 409);
  EXPECT_THAT(
      again.body,
      AllOf(HasSubstr("câu trả lời đã đổi"), HasSubstr("<p lang=\"vi\">Ghi là hội nghị.</p>"),
            HasSubstr("Ghi là họp.</textarea>"), HasSubstr("name=\"ban\" value=\"1\"")));
}

TEST_F(GuidancePages, EarlierAnswersAndWhatIsJoinedCanBeSeen) {
  const QuestionNo first = world.answered("Họp giao ban ghi ở đâu?", "Bản thứ nhất.");
  world.answer(first, "Bản thứ hai.");
  EXPECT_THAT(get(World::elsewhere(), "/huong-dan/1").body,
              AllOf(HasSubstr("Các bản trả lời trước"), HasSubstr("Bản thứ nhất."),
                    HasSubstr("Bản thứ hai.")));
  const QuestionNo same = world.ask("Giao ban thì ghi chỗ nào?");
  EXPECT_THAT(get(World::agency(), address_of(same)).body, HasSubstr("/huong-dan/2/gop"));
  const auto joined = post(World::agency(), "/huong-dan/2/gop", "cung-cau=1");
  EXPECT_EQ(location(joined), "/huong-dan/2?xong=gop-cau-hoi");
  EXPECT_THAT(get(World::ward(), "/huong-dan/2").body,
              AllOf(HasSubstr("Cùng nội dung với câu hỏi số 1"), HasSubstr("Bản thứ hai.")));
  EXPECT_THAT(get(World::elsewhere(), "/huong-dan/1").body, HasSubstr("Giao ban thì ghi chỗ nào?"));
  EXPECT_THAT(get(World::elsewhere(), "/huong-dan").body, Not(HasSubstr("href=\"/huong-dan/2\"")));
}

TEST_F(GuidancePages, WithdrawnWithItsReason) {
  world.ask("Họp giao ban ghi ở đâu?");
  const auto done = post(World::ward(), "/huong-dan/1/rut", "ly-do=Đã tự tìm được");
  EXPECT_EQ(location(done), "/huong-dan/1?xong=rut-cau-hoi");
  EXPECT_THAT(get(World::ward(), "/huong-dan/1").body,
              AllOf(HasSubstr("Đã tự tìm được"), Not(HasSubstr("/huong-dan/1/rut"))));
  EXPECT_THAT(get(World::ward(), "/huong-dan").body, HasSubstr("Chưa có câu hỏi nào"));
}

TEST_F(GuidancePages, WhatIsWithdrawnIsFoundByItsUnitAndThoseWhoAnswer) {
  const QuestionNo no = world.ask("Họp giao ban ghi ở đâu?");
  ASSERT_TRUE(world.run(World::ward(), WithdrawQuestion{no, "Đã tự tìm được"}));
  for (const auto& actor : {World::ward(), World::district(), World::agency()}) {
    EXPECT_THAT(get(actor, "/huong-dan").body, HasSubstr("kể cả câu đã rút (1)")) << actor;
    EXPECT_THAT(get(actor, "/huong-dan?cua-toi=1&q=hop").body,
                AllOf(HasSubstr("href=\"/huong-dan/1\""), HasSubstr("Đã tự tìm được")))
        << actor;
  }
  EXPECT_THAT(get(World::elsewhere(), "/huong-dan?cua-toi=1").body,
              Not(HasSubstr("href=\"/huong-dan/1\"")));
  EXPECT_THAT(get(World::auditor(), "/huong-dan?cua-toi=1").body, Not(HasSubstr("câu đã rút")));
}

TEST_F(GuidancePages, OnlyPlansThatAreAskedAboutAreOffered) {
  world.ask("Họp giao ban ghi ở đâu?");
  const auto list = [&](const std::string& actor, const std::string& query = "") {
    return get(actor, "/huong-dan" + query).body;
  };
  EXPECT_THAT(list(World::ward()),
              AllOf(HasSubstr("<option value=\"1\">"), Not(HasSubstr("<option value=\"3\">"))));
  EXPECT_THAT(list(World::elsewhere()), Not(HasSubstr("<option value=\"1\">")));
  EXPECT_THAT(list(World::elsewhere(), "?ke-hoach=3"), HasSubstr("<option value=\"3\" selected>"));
  EXPECT_THAT(list(World::ward(), "?ke-hoach=2"), HasSubstr("href=\"/huong-dan/1\""))
      << "a draft is no plan to look for";
  EXPECT_THAT(list(World::elsewhere(), "?q=loa"), HasSubstr("thì gửi câu hỏi"));
  EXPECT_THAT(list(World::auditor(), "?q=loa"), Not(HasSubstr("thì gửi câu hỏi")));
}

TEST_F(GuidancePages, ManyJoinedOnesHavePages) {
  world.answered("Họp giao ban ghi ở đâu?", "Ghi là hội nghị.");
  for (std::uint32_t i = 0; i <= rows_per_page; ++i) {
    const QuestionNo same = world.ask("Giao ban thì ghi chỗ nào?");
    ASSERT_TRUE(world.run(World::agency(), JoinQuestion{same, QuestionNo{1}}));
  }
  EXPECT_THAT(get(World::ward(), "/huong-dan/1").body,
              AllOf(HasSubstr("href=\"/huong-dan/2\""), HasSubstr("trang=2")));
  EXPECT_THAT(get(World::ward(), "/huong-dan/1?trang=2").body,
              Not(HasSubstr("href=\"/huong-dan/2\"")));
}

TEST_F(GuidancePages, WhatIsOpenIsADutyOfThoseWhoAnswer) {
  EXPECT_TRUE(duties(World::agency()).empty());
  world.ask("Họp giao ban ghi ở đâu?");
  ASSERT_EQ(duties(World::agency()).size(), 1U);
  EXPECT_EQ(duties(World::agency())[0].address, "/huong-dan/1");
  EXPECT_EQ(duties(World::agency())[0].title, "Họp giao ban ghi ở đâu?");
  world.ask("Ghi khi nào?");
  ASSERT_EQ(duties(World::agency()).size(), 1U);
  EXPECT_EQ(duties(World::agency())[0].address, "/huong-dan");
  EXPECT_TRUE(duties(World::ward()).empty());
  EXPECT_TRUE(duties(World::district()).empty());
  for (const QuestionNo no : {QuestionNo{1}, QuestionNo{2}}) world.answer(no, "Được.");
  EXPECT_TRUE(duties(World::agency()).empty());
}

TEST_F(GuidancePages, ALongListHasPages) {
  for (std::uint32_t i = 0; i <= rows_per_page; ++i) world.answered("Ghi ở đâu?", "Ở đây.");
  EXPECT_THAT(get(World::ward(), "/huong-dan?q=ghi").body,
              HasSubstr("href=\"/huong-dan?q=ghi&amp;trang=2\""));
  EXPECT_THAT(get(World::ward(), "/huong-dan?q=ghi&trang=2").body,
              AllOf(HasSubstr("href=\"/huong-dan/1\""), Not(HasSubstr("href=\"/huong-dan/2\""))));
}

}  // namespace
}  // namespace lantoa::city::guidance
