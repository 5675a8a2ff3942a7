#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/content/moment.h"
#include "city/content/testing_world.h"

namespace lantoa::city::content {
namespace {

const Actor courier = Actor::system("publication");
const PublishDue due{ArticleNo{1}};

ScheduleArticle schedule(const World& world, std::uint32_t seen, std::int64_t in_ms = 60'000) {
  return {ArticleNo{1}, seen, {world.clock.ms + in_ms}};
}

// Version 1 is approved for a minute from now.
World scheduled() {
  World world;
  EXPECT_TRUE(world.act(start(), officer));
  EXPECT_TRUE(world.act(schedule(world, 1), leader));
  return world;
}

std::string field(const Decided& decided) {
  EXPECT_FALSE(decided);
  return decided || decided.error().details.empty() ? "" : decided.error().details[0].field;
}

TEST(Approval, ComingSecondSaysWhatWasDoneAlready) {
  const auto answer = [](const World& world) {
    const auto decided = world.ask(approve(1), leader);
    EXPECT_EQ(code(decided), Code::Conflict);
    return decided ? "" : decided.error().text.vi;
  };
  World world;
  ASSERT_TRUE(world.act(start(false), officer));
  EXPECT_THAT(answer(world), ::testing::HasSubstr("không ở trạng thái chờ duyệt"));
  World urgent = world;
  ASSERT_TRUE(world.act(SubmitArticle{ArticleNo{1}, 1}, officer));
  ASSERT_TRUE(world.act(approve(1), leader));
  EXPECT_EQ(answer(world), "Bản 1 đã được duyệt và đăng lúc " +
                               vietnamese(world.article().updated_at) + "; không cần làm gì thêm.");
  const PublishInEmergency alone{ArticleNo{1}, 1, start().draft.text, "Nước lên"};
  ASSERT_TRUE(urgent.act(alone, leader));
  EXPECT_THAT(answer(urgent), ::testing::HasSubstr("đã được đăng khẩn cấp lúc"));
}

TEST(Schedule, ApprovedNowPublishedByTheClockWhenDue) {
  World world = scheduled();
  EXPECT_EQ(world.article().stage(), Stage::Scheduled);
  EXPECT_FALSE(world.article().is_public());
  EXPECT_EQ(world.articles.scheduled(), std::set{ArticleNo{1}});
  EXPECT_TRUE(world.act(due, courier)->facts.empty());
  EXPECT_FALSE(world.article().is_public());

  world.clock = world.article().scheduled->at;
  EXPECT_EQ(code(world.ask(due, leader)), Code::Forbidden);
  EXPECT_EQ(world.act(due, courier)->facts.size(), 1U);
  EXPECT_EQ(world.article().stage(), Stage::Published);
  EXPECT_EQ(world.article().latest().approved_by, PersonNo{2});
  EXPECT_TRUE(world.articles.scheduled().empty());
  EXPECT_TRUE(world.act(due, courier)->facts.empty());
}

TEST(Schedule, IsApprovalWithAllItsRules) {
  World world;
  const Actor both = person(1, {{Role::UnitOfficer, ward}, {Role::Leader, ward}});
  ASSERT_TRUE(world.act(start(false), both));
  EXPECT_EQ(code(world.ask(schedule(world, 1), leader)), Code::Conflict);
  ASSERT_TRUE(world.act(SubmitArticle{ArticleNo{1}, 1}, both));
  EXPECT_EQ(code(world.ask(schedule(world, 1), both)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(schedule(world, 1), officer)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(schedule(world, 1), courier)), Code::Forbidden);
  EXPECT_EQ(code(world.ask(schedule(world, 2), leader)), Code::Conflict);
}

TEST(Schedule, OnlyATimeToComeAndWithinAYear) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  EXPECT_EQ(field(world.ask(schedule(world, 1, 0), leader)), "ngay");
  EXPECT_EQ(field(world.ask(schedule(world, 1, -1), leader)), "ngay");
  EXPECT_EQ(field(world.ask(schedule(world, 1, hours_ahead_max_ms + 1), leader)), "ngay");
  EXPECT_TRUE(world.ask(schedule(world, 1, hours_ahead_max_ms), leader));
  EXPECT_TRUE(world.ask(schedule(world, 1, 1), leader));
}

TEST(Schedule, WhatWasAgreedOnIsNotChangedBeforeTheHourIsDropped) {
  World world = scheduled();
  EXPECT_EQ(code(world.ask(edit(1), officer)), Code::Conflict);
  EXPECT_EQ(code(world.ask(approve(1), leader)), Code::Conflict);
  EXPECT_EQ(code(world.ask(schedule(world, 1), chief)), Code::Conflict);
  ASSERT_TRUE(world.act(DropSchedule{ArticleNo{1}}, officer));
  EXPECT_EQ(world.article().stage(), Stage::Submitted);
  EXPECT_FALSE(world.article().latest().approved_by);
  EXPECT_TRUE(world.articles.scheduled().empty());
  EXPECT_EQ(code(world.ask(DropSchedule{ArticleNo{1}}, officer)), Code::Conflict);
  world.clock.ms += 120'000;
  EXPECT_TRUE(world.act(due, courier)->facts.empty());
  EXPECT_TRUE(world.ask(approve(1), leader));
  EXPECT_TRUE(world.ask(edit(1), officer));
}

TEST(Schedule, IsDroppedByWhoeverWritesOrApprovesThere) {
  const World world = scheduled();
  EXPECT_TRUE(world.ask(DropSchedule{ArticleNo{1}}, officer));
  EXPECT_TRUE(world.ask(DropSchedule{ArticleNo{1}}, chief));
  EXPECT_EQ(code(world.ask(DropSchedule{ArticleNo{1}}, person(8, {{Role::Auditor, root}}))),
            Code::Forbidden);
  EXPECT_EQ(code(world.ask(DropSchedule{ArticleNo{1}}, person(8, {{Role::Leader, council}}))),
            Code::Forbidden);
}

TEST(Schedule, ACorrectionWaitsWhileReadersSeeTheEarlierVersion) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  ASSERT_TRUE(world.act(approve(1), leader));
  ASSERT_TRUE(world.act(edit(1), officer));
  ASSERT_TRUE(world.act(schedule(world, 2), leader));
  EXPECT_EQ(world.article().published, 1U);
  world.clock.ms += 120'000;
  ASSERT_TRUE(world.act(due, courier));
  EXPECT_EQ(world.article().published, 2U);
}

// A clock neither ends a proposal that nobody has answered, nor puts back what two persons took
// off.
TEST(Schedule, EndsWhenAWithdrawalIsProposed) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  ASSERT_TRUE(world.act(approve(1), leader));
  ASSERT_TRUE(world.act(edit(1), officer));
  ASSERT_TRUE(world.act(schedule(world, 2), leader));
  ASSERT_TRUE(world.act(ProposeWithdrawal{ArticleNo{1}, Reason::Wrong, "Mẫu"}, officer));
  EXPECT_EQ(world.article().stage(), Stage::Submitted);
  EXPECT_TRUE(world.articles.scheduled().empty());
  EXPECT_FALSE(world.article().latest().approved_by);
  EXPECT_EQ(code(world.ask(schedule(world, 2), leader)), Code::Conflict);
  world.clock.ms += 120'000;
  EXPECT_TRUE(world.act(due, courier)->facts.empty());
  EXPECT_TRUE(world.article().proposed);
  ASSERT_TRUE(world.act(ConfirmWithdrawal{ArticleNo{1}, 1}, chief));
  EXPECT_EQ(world.article().stage(), Stage::Submitted);
  EXPECT_FALSE(world.article().is_public());
  EXPECT_TRUE(world.ask(schedule(world, 2), leader));
}

// Publishing would end the proposal: whoever loaded the page before it was made is told.
TEST(Withdrawal, ProposedIsAnsweredBeforeAnotherVersionIsApproved) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  ASSERT_TRUE(world.act(approve(1), leader));
  ASSERT_TRUE(world.act(edit(1), officer));
  ASSERT_TRUE(world.act(ProposeWithdrawal{ArticleNo{1}, Reason::Wrong, "Mẫu"}, officer));
  EXPECT_EQ(code(world.ask(approve(2), leader)), Code::Conflict);
  EXPECT_TRUE(world.article().proposed);
  ASSERT_TRUE(world.act(DropWithdrawal{ArticleNo{1}, 1}, leader));
  EXPECT_TRUE(world.ask(approve(2), leader));
}

// Ledgers from before a proposal dropped the hour hold both.
TEST(Schedule, DoesNotEndAProposalThatNobodyAnswered) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  ASSERT_TRUE(world.act(approve(1), leader));
  ASSERT_TRUE(world.act(edit(1), officer));
  ASSERT_TRUE(world.act(schedule(world, 2), leader));
  world.articles.fold(WithdrawalProposed{ArticleNo{1}, Reason::Wrong, "Mẫu", PersonNo{1}},
                      ledger::Stamp{0, world.clock, "", ""});
  world.clock.ms += 120'000;
  ASSERT_TRUE(world.act(due, courier));
  EXPECT_EQ(world.article().published, 1U);
  EXPECT_TRUE(world.article().proposed);
  EXPECT_TRUE(world.articles.scheduled().empty());
}

// The same where the withdrawal is confirmed first.
TEST(Schedule, EndsWhenTheArticleIsWithdrawn) {
  World world;
  ASSERT_TRUE(world.act(start(), officer));
  ASSERT_TRUE(world.act(approve(1), leader));
  ASSERT_TRUE(world.act(edit(1), officer));
  ASSERT_TRUE(world.act(schedule(world, 2), leader));
  world.articles.fold(WithdrawalProposed{ArticleNo{1}, Reason::Wrong, "Mẫu", PersonNo{1}},
                      ledger::Stamp{0, world.clock, "", ""});
  ASSERT_TRUE(world.act(ConfirmWithdrawal{ArticleNo{1}, 1}, chief));
  EXPECT_EQ(world.article().stage(), Stage::Submitted);
  world.clock.ms += 120'000;
  EXPECT_TRUE(world.act(due, courier)->facts.empty());
  EXPECT_FALSE(world.article().is_public());
}

std::string moment(std::string_view day, std::string_view hour) {
  const auto read = read_moment(day, hour);
  if (read) return iso_minute_vietnam(*read);
  std::string out;
  for (const Detail& detail : read.error().details) out += detail.field + " ";
  return out;
}

TEST(Moment, IsReadAsPeopleWriteIt) {
  EXPECT_EQ(moment("30/6/2021", "07:30"), "2021-06-30T07:30+07:00");
  for (const char* hour :
       {"7:30", "7h30", "7 h 30", "7 giờ 30", "7 giờ 30 phút", "7g30", "07H30"}) {
    EXPECT_EQ(moment(" 30-06-2021 ", hour), "2021-06-30T07:30+07:00") << hour;
  }
  EXPECT_EQ(moment("30/6/2021", "0h"), "2021-06-30T00:00+07:00");
  EXPECT_EQ(moment("30/6/2021", "23:59"), "2021-06-30T23:59+07:00");
  for (const char* hour : {"", "7", "24:00", "7:60", "7:", ":30", "bảy giờ", "7:3a", "-1:00"}) {
    EXPECT_EQ(moment("30/6/2021", hour), "gio ") << hour;
  }
  EXPECT_EQ(moment("", ""), "ngay gio ");
  EXPECT_EQ(moment("31/6/2021", "7:30"), "ngay ");
}

}  // namespace
}  // namespace lantoa::city::content
