#include <gtest/gtest.h>

#include "city/content/testing_world.h"

namespace lantoa::city::content {
namespace {

// Writes and may approve: by himself he publishes only in an emergency.
const Actor both = person(5, {{Role::UnitOfficer, ward}, {Role::Leader, ward}});

Draft says(std::string body) {
  Draft out = draft("Tin khẩn");
  out.text.body = std::move(body);
  out.note = "Tin mới hơn.";
  out.blob = crypto::hex(crypto::sha256(encode(out.text)));
  return out;
}

PublishInEmergency publish(const World& world, std::uint32_t seen, const Draft& draft) {
  return {ArticleNo{world.articles.size()}, seen, draft.text, "Nước lên nhanh, không chờ được"};
}

const Draft warning = says("Nước sông lên. Gọi 114. Xem [sổ văn bản](/van-ban) và Quyết định 5.");

World alone() {
  World world;
  EXPECT_TRUE(world.act(StartArticle{ward, {}, false, warning}, both));
  const auto published = world.act(publish(world, 1, warning), both);
  EXPECT_TRUE(published) << published.error().text.en;
  return world;
}

TEST(Emergency, OnePersonPublishesAndItStaysFlaggedUntilASecondApproves) {
  World world = alone();
  EXPECT_TRUE(world.article().is_public());
  EXPECT_EQ(world.article().stage(), Stage::Published);
  ASSERT_TRUE(world.article().emergency);
  EXPECT_EQ(world.article().emergency->by, PersonNo{5});
  EXPECT_EQ(world.article().emergency->reason, "Nước lên nhanh, không chờ được");
  const ConfirmEmergency confirm{ArticleNo{1}, 1};
  EXPECT_EQ(code(world.ask(confirm, both)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(confirm, officer)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(confirm, Actor::system("x"))), Code::Forbidden);
  EXPECT_EQ(code(world.ask(ConfirmEmergency{ArticleNo{1}, 2}, leader)), Code::Conflict);
  ASSERT_TRUE(world.act(confirm, leader));
  EXPECT_FALSE(world.article().emergency);
  EXPECT_EQ(world.article().latest().approved_by, PersonNo{2});
  EXPECT_TRUE(world.article().writers.empty());
  EXPECT_EQ(code(world.ask(confirm, leader)), Code::Conflict);
}

TEST(Emergency, NeedsTheRightToApproveAReasonAndTheVersionSeen) {
  World world;
  ASSERT_TRUE(world.act(StartArticle{ward, {}, false, warning}, both));
  EXPECT_EQ(code(world.ask(publish(world, 1, warning), officer)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(publish(world, 1, warning), Actor::system("x"))), Code::Forbidden);
  EXPECT_EQ(code(world.ask(publish(world, 1, warning), person(6, {{Role::Leader, council}}))),
            Code::Forbidden);
  EXPECT_EQ(code(world.ask(publish(world, 2, warning), both)), Code::Conflict);
  PublishInEmergency wordless = publish(world, 1, warning);
  wordless.reason = " ";
  EXPECT_EQ(code(world.ask(wordless, both)), Code::Invalid);
  EXPECT_EQ(code(world.ask(publish(world, 1, says("Lời khác")), both)), Code::Invalid);
  // Who could approve in the usual way does that.
  EXPECT_EQ(code(world.ask(publish(world, 1, warning), leader)), Code::Conflict);
}

// A draft that nobody handed in, by a leader who did not write it: still one person too few.
TEST(Emergency, WhoPublishedADraftOfOthersIsNotItsSecondPerson) {
  World world;
  Draft kept = warning;
  kept.submit = false;
  ASSERT_TRUE(world.act(StartArticle{ward, {}, false, kept}, officer));
  ASSERT_TRUE(world.act(publish(world, 1, warning), leader));
  EXPECT_EQ(code(world.ask(ConfirmEmergency{ArticleNo{1}, 1}, leader)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(ConfirmEmergency{ArticleNo{1}, 1}, officer)), Code::Forbidden);
  EXPECT_TRUE(world.ask(ConfirmEmergency{ArticleNo{1}, 1}, chief));
}

TEST(Emergency, CarriesNothingThatLeadsAway) {
  for (const char* body : {
           "[Nhận thưởng](https://bet88.example)",
           "[x](https://vbpl.vn/a)",
           "[x](//evil.example)",
           "[x](http://evil.example)",
           "[x][1]\n\n[1]: https://evil.example",
           "<https://evil.example>",
           "https://chinhphu.vn",
           "Vào bet88.ru nhé",
           "Vào bet88.ru.",
           "www.bet88.com",
           "bet88 chấm com",
           "Vào “bet88.com”",
           "bet88.com»",
           "bet88.com🎁",
           "bet88\\.com",
           "bet88`.`com",
           "bet88.**com**",
           "bet88&period;com",
           "nhàcá.com",
           "bet88\u3002com",
           "bet88\u200B.ru",
           "bet88.\u200Bru",
           "bet88\uFF0Eru",
           "Vào 103.28.36.10/vip",
           "b\u200Bet88.c\u200Bom",
           "![quảng cáo](/hinh/1)",
           "![x](https://a.vn/b.png)",
           "[x](/\\evil.example)",
           "[x](javascript:alert)",
           "[x](mailto:a@b.vn)",
       }) {
    World world;
    const Draft bad = says(body);
    ASSERT_TRUE(world.act(StartArticle{ward, {}, false, bad}, both)) << body;
    EXPECT_EQ(code(world.ask(publish(world, 1, bad), both)), Code::Invalid) << body;
    EXPECT_TRUE(world.ask(ApproveArticle{ArticleNo{1}, 1}, leader)) << body;
  }
  for (const auto change : {+[](Draft& d) { d.text.title += " bet88.vip"; },
                            +[](Draft& d) { d.text.lead += " bet88.vip"; },
                            +[](Draft& d) { d.text.author += " bet88.vip"; },
                            +[](Draft& d) { d.key_points = {"Vào bet88.vip"}; }}) {
    World world;
    Draft bad = warning;
    change(bad);
    bad.blob = crypto::hex(crypto::sha256(encode(bad.text)));
    ASSERT_TRUE(world.act(StartArticle{ward, {}, false, bad}, both));
    EXPECT_EQ(code(world.ask(publish(world, 1, bad), both)), Code::Invalid);
  }
}

// The register is one person's, too, and its titles stand on the article's page.
TEST(Emergency, CitesNoDocumentWhoseTitleIsAnAddress) {
  World world;
  law::DocumentRegistered fact;
  fact.document = DocumentNo{2};
  fact.number = "98/2019/QH14";
  fact.key = viet::parse_document_number(fact.number)->key();
  fact.type = "Nghị quyết";
  fact.title = "Vào bet88.com nhận thưởng";
  fact.issued = *parse_iso_date("2019-11-27");
  world.law.fold(fact);
  const Draft citing = says("Theo Nghị quyết 98/2019/QH14 ngày 27/11/2019, hãy về nơi cao.");
  ASSERT_TRUE(world.act(StartArticle{ward, {}, false, citing}, both));
  ASSERT_EQ(world.article().latest().cites.size(), 1U);
  EXPECT_EQ(code(world.ask(publish(world, 1, citing), both)), Code::Invalid);
  EXPECT_TRUE(world.ask(ApproveArticle{ArticleNo{1}, 1}, leader));
}

TEST(Emergency, PlainWordsPass) {
  for (const char* body : {"Sơ tán trước 18 giờ 30. Gọi 024 3825 3536 hoặc 114.",
                           "Theo Công điện 97/2019/QH14, mức 1.500.000 đồng, v.v.",
                           "Hết. Bà con ở Q. Ba Đình, TP. Hà Nội về nơi cao.",
                           "Xem [văn bản](/van-ban/1?trang=2) ngày 12.5.2021."}) {
    World world;
    const Draft good = says(body);
    ASSERT_TRUE(world.act(StartArticle{ward, {}, false, good}, both));
    const auto decided = world.ask(publish(world, 1, good), both);
    EXPECT_TRUE(decided) << body << (decided ? "" : ": " + decided.error().text.en);
  }
}

TEST(Emergency, DoesNotBindStaffNorUndoWhatTwoPersonsDid) {
  World world;
  const Actor planner_and_chief = person(6, {{Role::Planner, root}, {Role::Leader, root}});
  StartArticle binding{ward, PlanNo{1}, true, warning};
  binding.draft.key_points = {"Một", "Hai", "Ba"};
  ASSERT_TRUE(world.act(binding, planner_and_chief));
  EXPECT_EQ(code(world.ask(publish(world, 1, warning), planner_and_chief)), Code::Conflict);

  World other = alone();
  ASSERT_TRUE(other.act(ProposeWithdrawal{ArticleNo{1}, Reason::Wrong, "Sai"}, leader));
  ASSERT_TRUE(other.act(EditArticle{ArticleNo{1}, 1, says("Nước rút.")}, both));
  EXPECT_EQ(code(other.ask(publish(other, 2, says("Nước rút.")), both)), Code::Conflict);
  ASSERT_TRUE(other.act(ConfirmWithdrawal{ArticleNo{1}, 1}, chief));
  EXPECT_FALSE(other.article().emergency);
  EXPECT_EQ(code(other.ask(publish(other, 2, says("Nước rút.")), both)), Code::Conflict);
}

// A second emergency does not restart the clock of the first, nor hide who wrote it.
TEST(Emergency, FollowsOneAnotherUntilSomebodyApproves) {
  World world = alone();
  const Instant first = world.article().emergency->at;
  const Draft next = says("Nước vẫn lên.");
  ASSERT_TRUE(world.act(EditArticle{ArticleNo{1}, 1, next}, both));
  ASSERT_TRUE(world.act(publish(world, 2, next), both));
  EXPECT_EQ(world.article().emergency->version, 2U);
  EXPECT_EQ(world.article().emergency->at, first);
  // An ordinary correction by two others ends it.
  ASSERT_TRUE(world.act(EditArticle{ArticleNo{1}, 2, says("Nước rút.")}, officer));
  EXPECT_EQ(code(world.ask(ApproveArticle{ArticleNo{1}, 3}, both)), Code::Forbidden);
  ASSERT_TRUE(world.act(ApproveArticle{ArticleNo{1}, 3}, leader));
  EXPECT_FALSE(world.article().emergency);
  EXPECT_TRUE(world.article().writers.empty());
}

TEST(Emergency, ApprovingItLeavesWhoWroteSinceExcluded) {
  World world = alone();
  ASSERT_TRUE(world.act(EditArticle{ArticleNo{1}, 1, says("Nước rút.")}, officer));
  ASSERT_TRUE(world.act(ConfirmEmergency{ArticleNo{1}, 1}, leader));
  EXPECT_EQ(world.article().writers, std::set{PersonNo{1}});
}

}  // namespace
}  // namespace lantoa::city::content
