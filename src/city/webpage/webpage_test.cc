// What is linked, looked at and shown; the web is one of our own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/webpage/looking.h"
#include "city/webpage/testing_world.h"

namespace lantoa::city::webpage {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::string url = "https://phuong.test/tin-12";
const std::string page_path = "/hoat-dong/1/trang-mang";

std::string html(const std::string& title, const std::string& words) {
  return "<!doctype html><html><head><title>" + title +
         "</title><script>var a = " + std::to_string(words.size()) + ";</script></head><body><p>" +
         words + "</p></body></html>";
}

Code code_of(const Result<ledger::Done>& done) {
  EXPECT_FALSE(done);
  return done ? Code::Unsupported : done.error().code;
}

TEST(WebPageLook, APageIsKnownByItsWordsAndTheLawItNames) {
  const std::string key = viet::parse_document_number("97/2019/QH14")->key();
  const fetch::Answer answer{
      200, {{"content-type", "Text/HTML"}}, html("Tin", "Nghị quyết số 97/2019/QH14"), url};
  const Look look = look_of(answer, {key}, day("2021-05-20"));
  EXPECT_EQ(look.outcome, Outcome::Found);
  EXPECT_EQ(look.status, 200U);
  EXPECT_TRUE(look.names_document);
  EXPECT_THAT(look.digest, SizeIs(64));
  EXPECT_FALSE(look_of(answer, {}, day("2021-05-20")).names_document);
  const std::string other = viet::parse_document_number("32/2021/NĐ-CP")->key();
  EXPECT_FALSE(look_of(answer, {other}, day("2021-05-20")).names_document);
}

TEST(WebPageLook, APageWithoutWordsToReadHasNoDigest) {
  for (const std::string& body :
       {std::string("<script>1</script>"), std::string("<p>\xff\xfe</p>")}) {
    const Look look =
        look_of(fetch::Answer{200, {{"content-type", "text/html"}}, body, url}, {}, Date{});
    EXPECT_EQ(look.outcome, Outcome::Found);
    EXPECT_EQ(look.digest, "") << "its bytes change at each look";
  }
}

TEST(WebPageLook, ScriptsDoNotChangeAPageAndWordsDo) {
  const auto digest = [](const std::string& body) {
    return look_of(fetch::Answer{200, {{"content-type", "text/html"}}, body, url}, {}, Date{})
        .digest;
  };
  EXPECT_EQ(digest("<p>Một</p><script>1</script>"), digest("<p>Một</p><script>2</script>"));
  EXPECT_NE(digest("<p>Một</p>"), digest("<p>Hai</p>"));
}

TEST(WebPageLook, WhatIsNoPageOfWordsIsToldByItsBytes) {
  const auto look = [](const std::string& body) {
    return look_of(fetch::Answer{200, {{"content-type", "application/pdf"}}, body, url}, {},
                   Date{});
  };
  EXPECT_EQ(look("%PDF-1").outcome, Outcome::Found);
  EXPECT_NE(look("%PDF-1").digest, look("%PDF-2").digest);
}

TEST(WebPageLook, WhyItWasNotFound) {
  const auto outcome = [](Result<fetch::Answer> answer) {
    return look_of(answer, {}, Date{}).outcome;
  };
  EXPECT_EQ(outcome(fetch::Answer{404}), Outcome::Gone);
  EXPECT_EQ(outcome(fetch::Answer{410}), Outcome::Gone);
  EXPECT_EQ(outcome(fetch::Answer{403}), Outcome::Failed);
  EXPECT_EQ(outcome(fetch::Answer{500}), Outcome::Failed);
  EXPECT_EQ(outcome(problem(Code::Unavailable, {})), Outcome::Unreachable);
  EXPECT_EQ(outcome(problem(Code::Forbidden, {})), Outcome::NotAllowed);
  EXPECT_EQ(outcome(problem(Code::TooLarge, {})), Outcome::TooLarge);
}

TEST(WebPage, IsLookedAtAtOnceAndThenLessAndLessOften) {
  World world;
  const WebPageNo no = world.link(url);
  world.web.put(url, html("Tin", "Nghị quyết 97/2019/QH14"));
  world.work();
  EXPECT_THAT(world.web.asked, ElementsAre(url));
  EXPECT_TRUE(world.pages.page(no).last()->names_document);
  world.work();
  EXPECT_THAT(world.web.asked, SizeIs(1)) << "not again on the same day";
  const Date linked = day("2021-05-20");
  std::vector<std::int32_t> days;
  for (std::int32_t i = 1; i <= 1100; ++i) {
    const std::size_t before = world.web.asked.size();
    world.turn_to(iso(linked + i));
    world.work();
    if (world.web.asked.size() > before) days.push_back(i);
  }
  EXPECT_THAT(days, ElementsAre(1, 7, 30, 90, 180, 365, 730, 1095));
}

TEST(WebPage, ThatIsNotThereIsTriedOnTheNextDaysThenWeekly) {
  World world;
  const WebPageNo no = world.link(url);
  world.web.fail(url, Code::Unavailable);
  world.work();
  std::vector<std::int32_t> days;
  for (std::int32_t i = 1; i <= 17; ++i) {
    const std::size_t before = world.web.asked.size();
    world.turn_to(iso(day("2021-05-20") + i));
    world.work();
    if (world.web.asked.size() > before) days.push_back(i);
  }
  EXPECT_THAT(days, ElementsAre(1, 2, 9, 16));
  world.web.put(url, html("Tin", "x"));
  world.turn_to("2021-06-12");
  world.work();
  EXPECT_EQ(world.pages.page(no).next_look, day("2021-06-19")) << "30 days after it was linked";
}

TEST(WebPage, OfAReservedNameIsNotAskedFor) {
  World world;
  world.link("https://phuong.example:8080/tin");
  world.link("https://x.example?a");
  world.link("https://x.example.test/");
  world.web.put("https://x.example.test/", html("Tin", "x"));
  world.work();
  EXPECT_THAT(world.web.asked, ElementsAre("https://x.example.test/"));
}

TEST(WebPage, WhoseWordsChangeSaysSoForGood) {
  World world;
  const WebPageNo no = world.link(url);
  const auto look_on = [&](const char* date, const std::string& words) {
    world.web.put(url, html("Tin", words));
    world.turn_to(date);
    world.work();
  };
  look_on("2021-05-20", "một");
  EXPECT_FALSE(world.pages.page(no).has_changed());
  world.web.fail(url, Code::Unavailable);
  world.turn_to("2021-05-21");
  world.work();
  EXPECT_FALSE(world.pages.page(no).is_there());
  look_on("2021-05-22", "hai");
  EXPECT_TRUE(world.pages.page(no).has_changed()) << "against the first one that was found";
  look_on("2021-05-27", "hai");
  EXPECT_TRUE(world.pages.page(no).has_changed()) << "looking again does not hide it";
}

TEST(WebPage, ThatNamesTheLawNoMoreIsToBeSeenTo) {
  World world;
  const WebPageNo no = world.link(url);
  world.web.put(url, html("Tin", "Nghị quyết 97/2019/QH14"));
  world.work();
  EXPECT_FALSE(world.pages.page(no).has_lost_the_law());
  world.web.put(url, html("Tin", "Chơi bài"));
  world.turn_to("2021-05-21");
  world.work();
  EXPECT_TRUE(world.pages.page(no).has_lost_the_law());
}

TEST(WebPage, ThatIsTooLongIsThere) {
  World world;
  const WebPageNo no = world.link(url);
  world.web.fail(url, Code::TooLarge);
  world.work();
  EXPECT_TRUE(world.pages.page(no).is_there());
  EXPECT_EQ(world.pages.page(no).next_look, day("2021-05-21"));
  world.turn_to("2021-05-21");
  world.work();
  EXPECT_EQ(world.pages.page(no).next_look, day("2021-05-27"));
}

TEST(WebPage, NewOnesAndThoseAskedForComeFirst) {
  World world;
  const WebPageNo old = world.link(url + "-cu");
  world.web.put(url + "-cu", html("Tin", "x"));
  world.work();
  world.turn_to("2021-05-22");
  world.link(url);
  world.web.put(url, html("Tin", "x"));
  world.web.asked.clear();
  world.work();
  EXPECT_THAT(world.web.asked, ElementsAre(url, url + "-cu"));
  EXPECT_EQ(world.pages.page(old).looks.size(), 2U);
}

TEST(WebPage, OnlyWhoReportsForTheUnitLinksOrTakesOut) {
  World world;
  EXPECT_EQ(code_of(world.run(World::auditor(), LinkPage{ActivityNo{1}, url})), Code::Forbidden);
  const WebPageNo no = world.link(url);
  world.web.put(url, html("Tin", "x"));
  world.work();
  EXPECT_EQ(code_of(world.run(World::auditor(), AskLook{ActivityNo{1}, no})), Code::Forbidden);
  EXPECT_EQ(code_of(world.run(World::auditor(), UnlinkPage{ActivityNo{1}, no, "x"})),
            Code::Forbidden);
  EXPECT_EQ(code_of(world.run(World::ward(), RecordLook{no, {}})), Code::Forbidden);
  EXPECT_TRUE(world.run(World::district(), UnlinkPage{ActivityNo{1}, no, "Nhầm"}));
}

TEST(WebPage, AnAddressIsOneOfTheWeb) {
  World world;
  for (const char* wrong :
       {"", "phuong.example/tin", "ftp://phuong.example/", "javascript:alert(1)",
        "https://a:b@phuong.example/", "https://", "https://a b.example/", "file:///etc/passwd"}) {
    const auto done = world.run(World::ward(), LinkPage{ActivityNo{1}, wrong});
    ASSERT_FALSE(done) << wrong;
    EXPECT_EQ(done.error().code, Code::Invalid) << wrong;
    EXPECT_EQ(done.error().field, fields::url) << wrong;
  }
  EXPECT_EQ(code_of(world.run(World::ward(), LinkPage{ActivityNo{1}, "https://a.example/" +
                                                                         std::string(500, 'x')})),
            Code::Invalid);
  EXPECT_EQ(world.pages.page(world.link("  " + url + "#muc-2 ")).url, url);
  EXPECT_EQ(code_of(world.run(World::ward(), LinkPage{ActivityNo{1}, url + "#muc-3"})),
            Code::Conflict);
}

TEST(WebPage, AnActivityHasTenAtTheMost) {
  World world;
  for (int i = 0; i < 10; ++i) world.link(url + std::to_string(i));
  EXPECT_EQ(code_of(world.run(World::ward(), LinkPage{ActivityNo{1}, url})), Code::Conflict);
  EXPECT_TRUE(world.run(World::ward(), UnlinkPage{ActivityNo{1}, WebPageNo{3}, "Nhầm"}));
  EXPECT_TRUE(world.run(World::ward(), LinkPage{ActivityNo{1}, url}));
}

TEST(WebPage, WhatWasTakenOutOrAnnulledIsLookedAtNoLonger) {
  World world;
  const WebPageNo first = world.link(url);
  world.link(url + "-b");
  const auto no_reason = world.run(World::ward(), UnlinkPage{ActivityNo{1}, first, " "});
  ASSERT_FALSE(no_reason);
  EXPECT_EQ(no_reason.error().field, fields::reason);
  EXPECT_TRUE(world.run(World::ward(), UnlinkPage{ActivityNo{1}, first, "Nhầm"}));
  EXPECT_EQ(code_of(world.run(World::ward(), UnlinkPage{ActivityNo{1}, first, "Nhầm"})),
            Code::Conflict);
  EXPECT_EQ(code_of(world.run("courier/web", RecordLook{first, {}})), Code::Conflict);
  world.node.tell(activity::ActivityAnnulled{ActivityNo{1}, 1, "Ghi hai lần", {}});
  world.work();
  EXPECT_THAT(world.web.asked, IsEmpty());
  EXPECT_EQ(code_of(world.run(World::ward(), LinkPage{ActivityNo{1}, url + "-c"})), Code::Conflict);
}

TEST(WebPage, IsLookedAtOutOfTurnOnceADay) {
  World world;
  const WebPageNo no = world.link(url);
  const AskLook ask{ActivityNo{1}, no};
  world.web.put(url, html("Tin", "x"));
  EXPECT_EQ(code_of(world.run(World::ward(), ask)), Code::Conflict) << "the first is to come";
  world.work();
  EXPECT_TRUE(world.run(World::ward(), ask));
  EXPECT_EQ(code_of(world.run(World::ward(), ask)), Code::Conflict);
  world.work();
  EXPECT_THAT(world.web.asked, SizeIs(2));
  EXPECT_EQ(code_of(world.run(World::district(), ask)), Code::Conflict) << "once a day";
  world.turn_to("2021-05-21");
  world.work();
  EXPECT_TRUE(world.run(World::ward(), ask));
  EXPECT_EQ(code_of(world.run(World::ward(), AskLook{ActivityNo{2}, no})), Code::NotFound);
  world.node.tell(activity::ActivityAnnulled{ActivityNo{1}, 1, "Ghi hai lần", {}});
  world.turn_to("2021-05-22");
  EXPECT_EQ(code_of(world.run(World::ward(), ask)), Code::Conflict);
  EXPECT_TRUE(world.pages.due().empty());
}

TEST(WebPagePages, FromAddingOneToTakingItOut) {
  World world;
  const std::string ward = world.node.sign_in(World::ward());
  const auto get = [&](const std::string& path) { return world.node.get(path, ward).body; };
  EXPECT_THAT(get(page_path), HasSubstr("Chưa có địa chỉ nào"));
  const auto wrong = world.node.post(page_path, "dia-chi=khong-phai", ward);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("id=\"dia-chi-loi\""));
  EXPECT_THAT(wrong.body, HasSubstr("value=\"khong-phai\""));
  EXPECT_EQ(world.node.post(page_path, "dia-chi=" + url, ward).status, 303);
  EXPECT_THAT(get(page_path), HasSubstr("Chờ xem lần đầu"));

  world.web.put(url, html("Tin <b>phường</b>", "Nghị quyết 97/2019/QH14"));
  world.work();
  const std::string seen = get(page_path);
  EXPECT_THAT(seen, HasSubstr("Xem được"));
  EXPECT_THAT(seen, HasSubstr("có nêu văn bản đã phổ biến"));
  EXPECT_THAT(seen, HasSubstr("href=\"" + url + "\""));
  EXPECT_THAT(seen, HasSubstr("phuong.test</h2>"));
  EXPECT_THAT(seen, HasSubstr("<form action=\"" + page_path + "/1/xem-lai\" method=\"post\">" +
                              "<input type=\"hidden\" name=\"khoa\""));
  EXPECT_THAT(seen, HasSubstr("21/05/2021")) << "the next look";
  EXPECT_THAT(get("/hoat-dong/trang-mang"), HasSubstr("Không có trang nào cần xem lại"));

  world.web.answers.insert_or_assign(url, fetch::Answer{404});
  EXPECT_EQ(world.node.post(page_path + "/1/xem-lai", "", ward).status, 303);
  world.work();
  EXPECT_THAT(get(page_path), HasSubstr("Không còn trang này"));
  EXPECT_THAT(get("/hoat-dong/trang-mang"), HasSubstr(page_path + "#trang-1"));

  const auto no_reason = world.node.post(page_path + "/1/bo", "ly-do=", ward);
  EXPECT_EQ(no_reason.status, 422);
  EXPECT_THAT(no_reason.body, HasSubstr("<details open>"));
  EXPECT_THAT(no_reason.body, HasSubstr("id=\"ly-do\""));
  EXPECT_EQ(world.node.post(page_path + "/1/bo", "ly-do=Đăng nhầm", ward).status, 303);
  EXPECT_THAT(get(page_path), HasSubstr("Đăng nhầm"));
  EXPECT_THAT(get(page_path), Not(HasSubstr("href=\"" + url + "\"")));
  EXPECT_THAT(get("/hoat-dong/trang-mang"), HasSubstr("Không có trang nào cần xem lại"));
}

TEST(WebPagePages, AnAuditorSeesAndChangesNothing) {
  World world;
  world.link(url);
  world.web.put(url, html("Tin", "x"));
  world.work();
  const std::string auditor = world.node.sign_in(World::auditor());
  const std::string page = world.node.get(page_path, auditor).body;
  EXPECT_THAT(page, HasSubstr("Xem được"));
  EXPECT_THAT(page, Not(HasSubstr("<form class=\"form\"")));
  EXPECT_EQ(world.node.get("/hoat-dong/9/trang-mang", auditor).status, 404);
}

}  // namespace
}  // namespace lantoa::city::webpage
