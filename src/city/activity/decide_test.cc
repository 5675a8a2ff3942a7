#include "city/activity/decide.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/activity/kinds.h"
#include "city/activity/testing_world.h"

namespace lantoa::city::activity {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Problem why(const Result<ledger::Done>& done) {
  EXPECT_FALSE(done);
  return done ? Problem{} : done.error();
}

std::vector<std::string> fields_of(const Problem& problem) {
  std::vector<std::string> out;
  if (!problem.field.empty()) out.push_back(problem.field);
  for (const Detail& detail : problem.details) {
    if (detail.field != problem.field) out.push_back(detail.field);
  }
  return out;
}

std::size_t place_of(const Kind& kind, std::string_view measure) {
  const auto& list = kind.measures;
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const Asked& one) { return one.measure == measure; });
  return static_cast<std::size_t>(found - list.begin());
}

TEST(Kinds, AskForWhatIsMeasured) {
  for (const Kind& kind : kinds()) {
    EXPECT_FALSE(kind.measures.empty()) << kind.code;
    for (const Asked& asked : kind.measures) {
      EXPECT_NE(find_measure(asked.measure), nullptr) << kind.code << " " << asked.measure;
      if (asked.part_of.empty()) continue;
      EXPECT_LT(place_of(kind, asked.part_of), place_of(kind, asked.measure)) << kind.code;
    }
  }
  EXPECT_NE(find_kind(other_kind), nullptr);
  EXPECT_EQ(kind_title("khong-co").vi, "khong-co") << "a kind of another version is still shown";
}

TEST(LogActivity, IsRecordedAsItWasTidied) {
  World world;
  LogActivity command = World::meeting();
  command.typed.what = "  Phổ biến  tại tổ 5 ";
  command.typed.documents = {"32/2021/nđ-cp", "97/2019/QH14", "32/2021/NĐ-CP"};
  command.typed.assignment = World::task_of_ward;
  const Activity& one = world.activities.activity(world.log(command));
  EXPECT_EQ(one.unit, UnitNo{3});
  EXPECT_EQ(one.record.what, "Phổ biến tại tổ 5");
  EXPECT_THAT(one.record.documents, ElementsAre(DocumentNo{1}, DocumentNo{2}));
  EXPECT_THAT(world.activities.of(World::task_of_ward), ElementsAre(one.no));
}

TEST(LogActivity, EveryFaultIsNamedAtItsField) {
  World world;
  const Problem empty = why(world.run(World::ward(), LogActivity{UnitNo{3}, {}, {}}));
  EXPECT_EQ(empty.code, Code::Invalid);
  EXPECT_THAT(fields_of(empty), ElementsAre(fields::on, fields::kind));

  LogActivity wrong = World::meeting();
  wrong.typed.amounts = {{"luot-nguoi", 0}};
  wrong.typed.documents = {"abc", "9/2021/NĐ-CP"};
  wrong.typed.place = std::string(place_characters_max + 1, 'x');
  wrong.typed.assignment = World::task_of_district;
  const Problem many = why(world.run(World::ward(), wrong));
  EXPECT_THAT(fields_of(many),
              ElementsAre(fields::assignment, fields::amount("truc-tiep", "luot-nguoi"),
                          fields::place, fields::documents, fields::documents));
  EXPECT_EQ(world.activities.activities(), 0U);
}

TEST(LogActivity, OnADayThatCanBe) {
  World world;
  const auto fault = [&](std::string_view on, AssignmentNo task = {}) {
    LogActivity command = World::meeting();
    command.typed.on = day(on);
    command.typed.assignment = task;
    const auto done = world.run(World::ward(), command);
    return done ? std::string() : done.error().details.front().text.vi;
  };
  EXPECT_THAT(fault("2021-05-21"), HasSubstr("chưa tới"));
  EXPECT_THAT(fault("2020-05-18"), HasSubstr("quá một năm"));
  EXPECT_THAT(fault("2021-05-11", World::task_of_ward),
              HasSubstr("Kế hoạch ban hành ngày 12/05/2021"));
  EXPECT_EQ(fault("2021-05-11"), "") << "of no task it counts";
  EXPECT_EQ(fault("2021-05-12", World::task_of_ward), "");
  EXPECT_EQ(fault("2020-05-19"), "");
}

TEST(LogActivity, OnlyAmountsOfItsKind) {
  World world;
  LogActivity broadcast = World::meeting();
  broadcast.typed.kind = "loa";
  broadcast.typed.amounts.clear();
  EXPECT_THAT(fields_of(why(world.run(World::ward(), broadcast))),
              ElementsAre(fields::amount("loa", "lan-phat"), fields::amount("loa", "phut-phat")));
  broadcast.typed.amounts = {{"phut-phat", 20}, {"lan-phat", 4}};
  EXPECT_THAT(world.activities.activity(world.log(broadcast)).record.amounts,
              ElementsAre(Amount{"lan-phat", 4}, Amount{"phut-phat", 20}));

  LogActivity leaflet = World::meeting();
  leaflet.typed.kind = "tai-lieu";
  leaflet.typed.amounts = {{"tai-lieu", 100}, {"dang-mang", 101}};
  EXPECT_THAT(fields_of(why(world.run(World::ward(), leaflet))),
              ElementsAre(fields::amount("tai-lieu", "dang-mang")));
  leaflet.typed.amounts = {{"tai-lieu", amount_max + 1}};
  EXPECT_THAT(fields_of(why(world.run(World::ward(), leaflet))),
              ElementsAre(fields::amount("tai-lieu", "tai-lieu")));
  leaflet.typed.amounts = {{"tai-lieu", amount_max}};
  world.log(leaflet);

  LogActivity other = World::meeting();
  other.typed.kind = other_kind;
  other.typed.amounts.clear();
  EXPECT_THAT(fields_of(why(world.run(World::ward(), other))), ElementsAre(fields::what));
}

// No form sends these, a program may: what it counted must not get lost without a word.
TEST(LogActivity, AmountsThatTheKindDoesNotHaveOrThatComeTwiceAreRefused) {
  World world;
  LogActivity other = World::meeting();
  other.typed.amounts = {{"luot-nguoi", 45}, {"khong-co", 3}};
  EXPECT_THAT(fields_of(why(world.run(World::ward(), other))),
              ElementsAre("so-truc-tiep-khong-co"));
  LogActivity twice = World::meeting();
  twice.typed.amounts = {{"luot-nguoi", 45}, {"luot-nguoi", 46}};
  EXPECT_THAT(fields_of(why(world.run(World::ward(), twice))),
              ElementsAre("so-truc-tiep-luot-nguoi"));
}

TEST(LogActivity, OnlyWhoReportsForTheUnit) {
  World world;
  EXPECT_TRUE(world.run(World::district(), World::meeting())) << "the ward stands below it";
  for (const std::string& actor : {World::elsewhere(), World::auditor(), World::administrator()}) {
    EXPECT_EQ(why(world.run(actor, World::meeting(46))).code, Code::Forbidden) << actor;
  }
  LogActivity nowhere = World::meeting();
  nowhere.unit = UnitNo{99};
  EXPECT_THAT(fields_of(why(world.run(World::ward(), nowhere))), ElementsAre(fields::unit));
}

TEST(LogActivity, TheSameTwiceIsAskedAbout) {
  World world;
  world.log(World::meeting());
  const Problem again = why(world.run(World::ward(), World::meeting()));
  EXPECT_EQ(again.code, Code::Conflict);
  EXPECT_EQ(again.field, fields::other);
  EXPECT_THAT(again.text.vi, HasSubstr("số 1"));
  LogActivity other = World::meeting();
  other.typed.is_other = true;
  const ActivityNo second = world.log(other);
  const Record& said = world.activities.activity(second).record;
  EXPECT_TRUE(said.is_other);
  EXPECT_THAT(world.activities.twins(UnitNo{3}, said, second), IsEmpty()) << "that is settled";
  CorrectActivity later{second, 1, World::meeting().typed, "Thêm nội dung"};
  later.typed.place = "Nhà văn hóa";
  EXPECT_TRUE(world.run(World::ward(), later)) << "and not asked again";
  EXPECT_TRUE(said.is_other);
  world.log(World::meeting(46));
}

TEST(LogActivity, AnotherSubjectIsNoTwin) {
  World world;
  LogActivity news = World::meeting();
  news.typed.kind = "tin-bai";
  news.typed.amounts = {{"tin-bai", 1}};
  news.typed.what = "Bài trên trang của phường";
  world.log(news);
  news.typed.what = "Tin trên báo";
  world.log(news);
  news.typed.what.clear();
  EXPECT_EQ(why(world.run(World::ward(), news)).field, fields::other);
}

TEST(LogActivity, OfSeveralDocumentsOfOneNumberTheTasksIsMeant) {
  World world;
  LogActivity command = World::meeting();
  command.typed.documents = {"01/KH-UBND"};
  const Problem many = why(world.run(World::ward(), command));
  EXPECT_THAT(fields_of(many), ElementsAre(fields::documents));
  EXPECT_THAT(many.details.front().text.vi, HasSubstr("2 văn bản cùng số"));
  command.typed.assignment = World::task_of_ward;
  const ActivityNo no = world.log(command);
  EXPECT_THAT(world.activities.activity(no).record.documents, ElementsAre(DocumentNo{3}));
  CorrectActivity later{no, 1, command.typed, "Đếm nhầm"};
  later.typed.assignment = {};
  later.typed.amounts = {{"luot-nguoi", 54}};
  ASSERT_TRUE(world.run(World::ward(), later)) << "what is recorded already stays what it is";
  EXPECT_THAT(world.activities.activity(no).record.documents, ElementsAre(DocumentNo{3}));
}

TEST(CorrectActivity, AnOldDayStaysButIsNotMadeOlder) {
  World world;
  LogActivity old = World::meeting();
  old.typed.on = day("2020-06-01");
  const ActivityNo no = world.log(old);
  world.turn_to("2021-12-01");
  CorrectActivity command{no, 1, old.typed, "Đếm nhầm"};
  command.typed.amounts = {{"luot-nguoi", 54}};
  EXPECT_TRUE(world.run(World::ward(), command));
  command = {no, 2, old.typed, "Nhầm ngày"};
  command.typed.on = day("2020-05-31");
  EXPECT_THAT(fields_of(why(world.run(World::ward(), command))), ElementsAre(fields::on));
}

TEST(CorrectActivity, SaysWhyAndKeepsWhatWasSaid) {
  World world;
  const ActivityNo no = world.log(World::meeting());
  CorrectActivity command{no, 1, World::meeting(54).typed, " "};
  EXPECT_THAT(fields_of(why(world.run(World::ward(), command))), ElementsAre(fields::reason));
  command.reason = "Đếm nhầm";
  ASSERT_TRUE(world.run(World::ward(), command));
  const Activity& one = world.activities.activity(no);
  EXPECT_EQ(one.version, 2U);
  EXPECT_THAT(one.record.amounts, ElementsAre(Amount{"luot-nguoi", 54}));
  ASSERT_EQ(one.changes.size(), 1U);
  EXPECT_THAT(one.changes[0].before.amounts, ElementsAre(Amount{"luot-nguoi", 45}));
  EXPECT_EQ(one.changes[0].reason, "Đếm nhầm");
  EXPECT_EQ(why(world.run(World::ward(), command)).code, Code::Conflict) << "an old version";
  command.seen_version = 2;
  EXPECT_EQ(why(world.run(World::ward(), command)).code, Code::Conflict) << "nothing differs";
  command.typed = World::meeting(60).typed;
  EXPECT_EQ(why(world.run(World::elsewhere(), command)).code, Code::Forbidden);
  command.activity = ActivityNo{9};
  EXPECT_EQ(why(world.run(World::ward(), command)).code, Code::NotFound);
}

TEST(LogActivity, OfAWithdrawnTaskCountsWhatWasDoneUntilThatDay) {
  World world;
  hear<plan::AmendmentDrafted, plan::AmendmentIssued, plan::AssignmentsWithdrawn>(world.node.app,
                                                                                  world.plans);
  plan::TaskAmendment gone{TaskNo{1}};
  gone.withdrawn = true;
  const plan::AmendmentText text{"Mưa bão", {}, {gone}, {}};
  world.tell(plan::AmendmentDrafted{AmendmentNo{1}, PlanNo{1}, text, {}});
  world.tell(plan::AmendmentIssued{AmendmentNo{1}, PlanNo{1}, "12/KH-UBND", day("2021-05-19"), {}});
  world.tell(plan::AssignmentsWithdrawn{AmendmentNo{1}, TaskNo{1}, NumberSet{{2}}});
  world.turn_to("2021-05-21");
  LogActivity command = World::meeting();
  command.typed.assignment = World::task_of_ward;
  command.typed.on = day("2021-05-21");
  EXPECT_THAT(fields_of(why(world.run(World::ward(), command))), ElementsAre(fields::on));
  command.typed.on = day("2021-05-20");
  EXPECT_TRUE(world.run(World::ward(), command)) << "on the day itself nobody knew of it";
  CorrectActivity later{ActivityNo{1}, 1, command.typed, "Nhầm ngày"};
  later.typed.on = day("2021-05-21");
  EXPECT_THAT(fields_of(why(world.run(World::ward(), later))), ElementsAre(fields::on));
}

TEST(AnnulActivity, CountsNoLongerAndIsNotChangedAnyMore) {
  World world;
  LogActivity of_task = World::meeting();
  of_task.typed.assignment = World::task_of_ward;
  const ActivityNo no = world.log(of_task);
  EXPECT_THAT(fields_of(why(world.run(World::ward(), AnnulActivity{no, 1, ""}))),
              ElementsAre(fields::reason));
  ASSERT_TRUE(world.run(World::ward(), AnnulActivity{no, 1, "Ghi hai lần"}));
  EXPECT_TRUE(world.activities.activity(no).annulled);
  EXPECT_THAT(world.activities.of_unit(UnitNo{3}), IsEmpty());
  EXPECT_THAT(world.activities.of(World::task_of_ward), IsEmpty());
  EXPECT_EQ(why(world.run(World::ward(), AnnulActivity{no, 2, "Nữa"})).code, Code::Conflict);
  EXPECT_EQ(
      why(world.run(World::ward(), CorrectActivity{no, 2, World::meeting(9).typed, "x"})).code,
      Code::Conflict);
  EXPECT_TRUE(world.run(World::ward(), World::meeting())) << "it is no twin of what is annulled";
}

}  // namespace
}  // namespace lantoa::city::activity
