// Who was at an activity, by name: who may say it, of whom, and what is recorded.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/reach/testing_attendance.h"

namespace lantoa::city::reach {
namespace {

using testing::day;
using ::testing::ElementsAre;
using testing::first;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::meeting;
using testing::meeting_day;
using testing::published_day;
using testing::second;
using testing::today;
using testing::World;

Problem why(const Result<ledger::Done>& done) {
  EXPECT_FALSE(done);
  return done ? Problem{} : done.error();
}

std::vector<std::string> fields_of(const Problem& problem) {
  std::vector<std::string> out;
  for (const Detail& detail : problem.details) out.push_back(detail.field);
  return out;
}

TEST(Attendance, IsAReceiptOfTheMeetingForWhoDoesNotKnowYet) {
  World world;
  const ActivityNo no = world.log(meeting());
  world.confirm(first, 3);
  const auto done = world.name(no, {4, 3});
  ASSERT_TRUE(done) << done.error().text.en;
  EXPECT_EQ(done->answer, "/hoat-dong/1/nguoi-du?xong=luu");
  const Item& item = world.reach.item(first);
  ASSERT_EQ(item.receipts().size(), 2U);
  const ReceiptFact& fact = item.receipts().back();
  EXPECT_THAT(fact.persons, ElementsAre(4U)) << "the third has read it himself";
  EXPECT_EQ(fact.channel, Channel::Meeting);
  EXPECT_EQ(fact.on, day(meeting_day));
  EXPECT_EQ(fact.by, PersonNo{2});
  EXPECT_EQ(fact.activity, no);
  EXPECT_THAT(world.reach.item(second).receipts().back().persons, ElementsAre(3U, 4U));
  EXPECT_THAT(world.reach.attendants(no), ElementsAre(PersonNo{3}, PersonNo{4}));
  EXPECT_EQ(item.count(UnitNo{1}).reached, 2U);
  const std::uint64_t head = world.head();
  EXPECT_TRUE(world.name(no, {3, 4}));
  EXPECT_EQ(world.head(), head) << "nobody is entered twice";
}

TEST(Attendance, ACorrectionTakesTheNameBack) {
  World world;
  const ActivityNo no = world.log(meeting());
  ASSERT_TRUE(world.name(no, {3, 4}, {first}));
  const std::uint64_t receipt = world.reach.item(first).receipts().back().seq;
  ASSERT_TRUE(world.run(World::ward(), CorrectReceipt{first, receipt, PersonNo{3}, "Vắng mặt"}));
  EXPECT_THAT(world.reach.attendants(no), ElementsAre(PersonNo{4}));
  EXPECT_EQ(world.reach.item(first).newest_receipt(PersonNo{3}), nullptr);
  EXPECT_TRUE(world.name(no, {3}, {first})) << "he came after all";
  EXPECT_EQ(world.reach.attendants(no).size(), 2U);
}

TEST(Attendance, IsAskedOnlyOfWhatPeopleAttendedForATask) {
  World world;
  const auto refused = [&](const activity::Record& record, const char* sentence) {
    const Problem problem = why(world.name(world.log(record), {3}));
    EXPECT_EQ(problem.code, Code::Conflict) << sentence;
    EXPECT_THAT(problem.text.vi, HasSubstr(sentence));
  };
  activity::Record record = meeting();
  record.kind = "loa";
  record.amounts = {{"lan-phat", 3}};
  refused(record, "không có người dự");
  record = meeting();
  record.kind = "khac";
  record.amounts.clear();
  refused(record, "số lượt người dự");
  record = meeting();
  record.assignment.reset();
  refused(record, "việc nào của kế hoạch");
  const ActivityNo annulled = world.log(meeting());
  world.annul(annulled);
  EXPECT_THAT(why(world.name(annulled, {3})).text.vi, HasSubstr("đã hủy"));
  EXPECT_EQ(why(world.name(ActivityNo{99}, {3})).code, Code::NotFound);
  const ActivityNo no = world.log(meeting());
  for (const std::uint32_t article : {1U, 2U}) {
    world.node.tell(content::ArticleWithdrawn{ArticleNo{article}, {}, "Sai", PersonNo{1}});
  }
  EXPECT_THAT(why(world.name(no, {3})).text.vi, HasSubstr("không có bài nào"));
}

TEST(Attendance, EveryFaultStandsAtItsField) {
  World world;
  const ActivityNo no = world.log(meeting());
  EXPECT_THAT(fields_of(why(world.name(no, {}, {}))), ElementsAre("item", "person"));
  EXPECT_THAT(fields_of(why(world.name(no, {3}, {ItemNo{7}}))), ElementsAre("item"));
  const Problem foreign = why(world.name(no, {3, 6}));
  EXPECT_THAT(fields_of(foreign), ElementsAre("person"));
  EXPECT_THAT(foreign.details.front().text.vi, HasSubstr("đơn vị khác"));
  world.node.tell(content::ArticleWithdrawn{ArticleNo{2}, {}, "Sai", PersonNo{1}});
  EXPECT_THAT(fields_of(why(world.name(no, {3}))), ElementsAre("item")) << "one is withdrawn";
}

TEST(Attendance, WhoNeedNotKnowIsNotNamed) {
  World world;
  world.node.tell(
      ItemOpened{ItemNo{3}, ArticleNo{2}, 1, PlanNo{1}, UnitNo{1}, plan::Audience::KeyOfficials});
  activity::Record record = meeting();
  record.on = day(today);
  const Problem problem = why(world.name(world.log(record), {3}, {ItemNo{3}}));
  EXPECT_THAT(fields_of(problem), ElementsAre("person"));
  EXPECT_THAT(problem.details.front().text.vi, HasSubstr("đối tượng phải biết"));
}

TEST(Attendance, NoMoreNamesThanAttended) {
  World world;
  const ActivityNo no = world.log(meeting(2));
  ASSERT_TRUE(world.name(no, {3}, {first}));
  const Problem problem = why(world.name(no, {3, 4, 5}));
  EXPECT_THAT(fields_of(problem), ElementsAre("person"));
  EXPECT_THAT(problem.details.front().text.vi, HasSubstr("3 người"));
  EXPECT_THAT(problem.details.front().text.vi, HasSubstr("2 lượt người"));
  EXPECT_TRUE(world.name(no, {3, 4})) << "the same person for two articles is one";
  world.confirm(first, 5);
  EXPECT_TRUE(world.name(no, {5}, {first})) << "who knows it already is not named";
}

TEST(Attendance, OnlyByTheUnitsOwnOfficer) {
  World world;
  const ActivityNo no = world.log(meeting());
  const RecordAttendance names{no, {first}, {3}};
  for (const std::string& actor :
       {World::district(), World::other_ward(), World::city(), World::auditor()}) {
    EXPECT_EQ(why(world.run(actor, names)).code, Code::Forbidden) << actor;
    EXPECT_EQ(why(world.run(actor, ViewAttendance{no})).code, Code::Forbidden) << actor;
  }
  const ActivityNo of_district = world.log(meeting(), UnitNo{2});
  EXPECT_TRUE(world.run(World::district(), RecordAttendance{of_district, {first}, {1}}));
  EXPECT_EQ(why(world.run(World::district(), RecordAttendance{of_district, {first}, {3}})).code,
            Code::Forbidden)
      << "a ward names its own";
  EXPECT_EQ(why(world.run(World::ward(), RecordAttendance{of_district, {first}, {3}})).code,
            Code::Forbidden);
}

TEST(Attendance, EachLookIsRecordedForWhatIsShown) {
  World world;
  const ActivityNo no = world.log(meeting());
  const std::uint64_t before = world.head();
  ASSERT_TRUE(world.run(World::ward(), ViewAttendance{no}));
  EXPECT_THAT(world.written(before),
              ElementsAre(R"(reach.names_viewed {"item":1,"unit":3,"activity":1})"))
      << "one for both articles";
  world.annul(no);
  const std::uint64_t after = world.head();
  ASSERT_TRUE(world.run(World::ward(), ViewAttendance{no}));
  EXPECT_THAT(world.written(after), IsEmpty()) << "nobody was named and nobody can be";
}

TEST(Attendance, ALookIsOneFactAUnitHoweverManyArticles) {
  World world;
  const ActivityNo no = world.log(meeting(), UnitNo{2});
  const std::uint64_t before = world.head();
  ASSERT_TRUE(world.run(World::of_both(), ViewAttendance{no}));
  EXPECT_THAT(world.written(before),
              ElementsAre(R"(reach.names_viewed {"item":1,"unit":2,"activity":1})",
                          R"(reach.names_viewed {"item":1,"unit":3,"activity":1})"));
  EXPECT_TRUE(world.run(World::of_both(), RecordAttendance{no, {first}, {1, 3}}));
}

TEST(Attendance, AnOfficerWhoseRightLiesAboveNamesThoseOfHisHome) {
  World world;
  const ActivityNo no = world.log(meeting());
  const std::uint64_t before = world.head();
  ASSERT_TRUE(world.run(World::lent(), ViewAttendance{no}));
  EXPECT_THAT(world.written(before),
              ElementsAre(R"(reach.names_viewed {"item":1,"unit":3,"activity":1})"));
  EXPECT_TRUE(world.run(World::lent(), RecordAttendance{no, {first}, {3}}));
}

TEST(Attendance, NothingWasMadeKnownBeforeItWasPublished) {
  World world;
  activity::Record record = meeting();
  record.on = day(published_day) - 1;
  const Problem early = why(world.name(world.log(record), {3}));
  EXPECT_EQ(early.code, Code::Conflict);
  EXPECT_THAT(early.text.vi, HasSubstr("đều đăng sau ngày 16/05/2021"));
  record.on = day(published_day);
  EXPECT_TRUE(world.name(world.log(record), {3}));
  world.node.tell(ItemOpened{ItemNo{3}, ArticleNo{2}, 1, PlanNo{1}, UnitNo{1}, {}});
  const ActivityNo no = world.log(meeting());
  EXPECT_THAT(fields_of(why(world.name(no, {4}, {first, ItemNo{3}}))), ElementsAre("item"))
      << "the third was published the day after";
  EXPECT_TRUE(world.name(no, {4}, {first}));
}

TEST(Attendance, NoClerkEntersAMeetingBeforeTheArticleWasPublished) {
  World world;
  const Date published = day(published_day);
  const Problem early =
      why(world.run(World::ward(), RecordByProxy{first, Channel::Meeting, {4}, published - 1}));
  EXPECT_EQ(early.code, Code::Invalid);
  EXPECT_EQ(early.field, "on");
  EXPECT_THAT(early.text.vi, HasSubstr("Hãy ghi ngày họp từ 17/05/2021"));
  EXPECT_TRUE(world.run(World::ward(), RecordByProxy{first, Channel::Meeting, {4}, published}));
}

TEST(Attendance, ALookOfAnOlderLedgerWasAtNoActivity) {
  const std::string old = R"({"item":1,"unit":3})";
  const auto fact = decode<NamesViewed>(old);
  ASSERT_TRUE(fact) << fact.error().text.en;
  EXPECT_EQ(encode(*fact), old);
}

TEST(Attendance, AReceiptOfAnOlderLedgerNamesNoActivity) {
  const std::string old = R"({"item":1,"channel":"Meeting","persons":"3-4","by":2})";
  const auto fact = decode<ReceiptsRecorded>(old);
  ASSERT_TRUE(fact) << fact.error().text.en;
  EXPECT_FALSE(fact->activity);
  EXPECT_EQ(encode(*fact), old);
  World world;
  world.node.tell(*fact);
  EXPECT_FALSE(world.reach.item(first).receipts().back().activity);
  EXPECT_THAT(world.reach.named_by(ActivityNo{1}), IsEmpty());
}

}  // namespace
}  // namespace lantoa::city::reach
