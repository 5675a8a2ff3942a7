#include "city/speaker/decide.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/speaker/erasures.h"
#include "city/speaker/testing_world.h"

namespace lantoa::city::speaker {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Problem why(const Result<ledger::Done>& done) {
  EXPECT_FALSE(done);
  return done ? Problem{} : done.error();
}

std::vector<std::string> fields_of(const Problem& problem) {
  std::vector<std::string> out;
  for (const Detail& detail : problem.details) out.push_back(detail.field);
  return out;
}

class Speakers : public ::testing::Test {
 protected:
  std::string vault_of(SpeakerNo no) {
    return world.node.vault.open(record_id(no)).value().value_or("(erased)");
  }

  World world;
};

TEST_F(Speakers, AreWhatTheLevelOfTheirUnitMakesThem) {
  const auto standing = [&](std::uint32_t unit) {
    return world.state.speaker(world.recognise(unit, "Người Mẫu")).standing;
  };
  EXPECT_EQ(standing(1), Standing::Rapporteur);
  EXPECT_EQ(standing(2), Standing::Rapporteur);
  EXPECT_EQ(standing(3), Standing::Propagandist);
  EXPECT_EQ(standing(5), Standing::Propagandist);
  EXPECT_EQ(standing_at(organisation::Kind::Department), Standing::Rapporteur);
  EXPECT_EQ(standing_at(organisation::Kind::Township), Standing::Propagandist);
}

TEST_F(Speakers, HaveTheirNamesInTheVaultAndInNoFact) {
  const SpeakerNo no = world.recognise(3, "  Trần  Thị Mẫu ");
  ChangeSpeaker change{no, 1, World::somebody(3, "Trần Thị Mẫu Hai").typed};
  ASSERT_TRUE(world.run(World::ward(), change));
  EXPECT_THAT(vault_of(no), HasSubstr("Trần Thị Mẫu Hai"));
  std::string facts;
  const auto read =
      world.node.store->read(0, UINT64_MAX, [&](const ledger::Fact& fact) -> Result<void> {
        facts += fact.kind + " " + fact.body + "\n";
        return {};
      });
  ASSERT_TRUE(read);
  EXPECT_THAT(facts, HasSubstr("speaker.changed"));
  for (const char* secret : {"Trần", "Mẫu Hai", "Cơ quan mẫu"}) {
    EXPECT_THAT(facts, Not(HasSubstr(secret)));
  }
}

TEST_F(Speakers, AreRecordedByWhoeverReportsForTheUnit) {
  EXPECT_TRUE(world.run(World::ward(), World::somebody(3, "Người Mẫu")));
  EXPECT_TRUE(world.run(World::district(), World::somebody(3, "Người Mẫu")));
  for (const std::string& other : {World::elsewhere(), World::auditor()}) {
    EXPECT_EQ(why(world.run(other, World::somebody(3, "Người Mẫu"))).code, Code::Forbidden);
  }
  EXPECT_EQ(why(world.run(World::ward(), World::somebody(2, "Người Mẫu"))).code, Code::Forbidden);
  EXPECT_EQ(why(world.run(World::planner(), World::somebody(99, "Người Mẫu"))).field, "don-vi");
}

TEST_F(Speakers, HaveANameOfOneAlphabet) {
  const Problem mixed = why(world.run(World::ward(), World::somebody(3, "Tr\u1EA7n M\u0430i")));
  EXPECT_EQ(fields_of(mixed), std::vector<std::string>{"ho-ten"});
  EXPECT_THAT(mixed.details.at(0).text.vi, HasSubstr("của bảng chữ cái Kirin ở vị trí 7"));
  EXPECT_THAT(vault_of(world.recognise(3, "Trâ\u0300n\u200B Mai")), HasSubstr("Trần Mai"));
}

TEST_F(Speakers, HaveEveryFaultNamedAtItsField) {
  EXPECT_THAT(fields_of(why(world.run(World::planner(), RecogniseSpeaker{UnitNo{3}, {}}))),
              ElementsAre("ho-ten", "noi-cong-tac", "quyet-dinh", "ngay", "linh-vuc"));
  RecogniseSpeaker wrong = World::somebody(3, std::string(81, 'x'), "2021-07-02");
  wrong.typed.workplace = std::string(201, 'x');
  wrong.typed.decision = "không số";
  wrong.typed.branches = {"la"};
  EXPECT_THAT(fields_of(why(world.run(World::planner(), wrong))),
              ElementsAre("ho-ten", "noi-cong-tac", "quyet-dinh", "ngay", "linh-vuc"));
  EXPECT_THAT(
      fields_of(why(world.run(World::planner(), World::somebody(3, "Người Mẫu", "1021-03-01")))),
      ElementsAre("ngay"));
  RecogniseSpeaker unread = World::somebody(3, "Người Mẫu");
  unread.typed.on.reset();
  unread.typed.unread = {{"ngay", 0, {"Không phải ngày.", "No day."}}};
  EXPECT_THAT(fields_of(why(world.run(World::planner(), unread))), ElementsAre("ngay")) << "once";
  EXPECT_EQ(world.state.speakers(), 0U);
}

TEST_F(Speakers, ChangeOnlyAsTheyWereSeen) {
  const SpeakerNo no = world.recognise(3, "Người Mẫu");
  ChangeSpeaker change{no, 1, World::somebody(3, "Người Mẫu").typed};
  change.typed.branches = {"tre-em"};
  change.typed.decision = "7/QĐ-UBND";
  ASSERT_TRUE(world.run(World::ward(), change));
  EXPECT_THAT(world.state.speaker(no).branches, ElementsAre("tre-em"));
  EXPECT_EQ(world.state.speaker(no).decision, "07/QĐ-UBND");
  EXPECT_EQ(world.state.speaker(no).version, 2U);
  EXPECT_EQ(why(world.run(World::ward(), change)).code, Code::Conflict);
  EXPECT_EQ(why(world.run(World::elsewhere(), change)).code, Code::Forbidden);
}

TEST_F(Speakers, AreDismissedOnceWithADecisionAndAReason) {
  const SpeakerNo no = world.recognise(3, "Người Mẫu");
  EXPECT_THAT(fields_of(why(world.run(World::ward(), DismissSpeaker{no, 1, "", {}, {}, {}}))),
              ElementsAre("quyet-dinh", "ngay", "ly-do"));
  const DismissSpeaker early{no, 1, "9/QĐ-UBND", day("2021-02-28"), Reason::OwnWish, {}};
  EXPECT_THAT(fields_of(why(world.run(World::ward(), early))), ElementsAre("ngay"));
  world.dismiss(no, "2021-06-15");
  const Speaker& one = world.state.speaker(no);
  EXPECT_TRUE(one.serves_on(day("2021-06-14")));
  EXPECT_FALSE(one.serves_on(day("2021-06-15")));
  EXPECT_FALSE(one.serves_on(day("2021-02-28")));
  const ChangeSpeaker change{no, 2, World::somebody(3, "Người Mẫu").typed};
  EXPECT_EQ(why(world.run(World::ward(), change)).code, Code::Conflict);
  const DismissSpeaker again{no, 2, "9/QĐ-UBND", day("2021-06-20"), Reason::OwnWish, {}};
  EXPECT_EQ(why(world.run(World::ward(), again)).code, Code::Conflict);
}

TEST_F(Speakers, ThatWereRecordedByMistakeNeverServed) {
  const SpeakerNo no = world.recognise(3, "Người Mẫu");
  ASSERT_TRUE(world.run(World::ward(), DismissSpeaker{no, 1, "", {}, Reason::Mistaken, {}}));
  const Speaker& one = world.state.speaker(no);
  EXPECT_EQ(one.dismissed->reason, Reason::Mistaken);
  EXPECT_EQ(one.dismissed->decision, "");
  EXPECT_FALSE(one.serves_on(one.on));
  EXPECT_TRUE(world.run(World::ward(), EraseName{no, 2, "Ghi nhầm"}));
}

TEST_F(Speakers, DismissedSinceAreCreditedOnlyByWhoSeesTheirRegister) {
  const SpeakerNo of_city = world.recognise(1, "Người Mẫu");
  const SpeakerNo of_ward = world.recognise(3, "Người Mẫu Hai");
  const ActivityNo no = world.meeting(3, "2021-06-10");
  for (const SpeakerNo gone : {of_city, of_ward}) world.dismiss(gone, "2021-06-20");
  EXPECT_THAT(fields_of(why(world.run(World::ward(), CreditSessions{no, 0, {of_city}}))),
              ElementsAre("nguoi"));
  ASSERT_TRUE(world.run(World::ward(), CreditSessions{no, 0, {of_ward}}));
  ASSERT_TRUE(world.run(World::planner(), CreditSessions{no, 1, {of_city, of_ward}}));
  const ActivityNo other = world.meeting(3, "2021-06-11");
  ASSERT_TRUE(world.run(World::ward(), EraseName{of_ward, 2, "Theo đơn"}));
  EXPECT_THAT(fields_of(why(world.run(World::ward(), CreditSessions{other, 0, {of_ward}}))),
              ElementsAre("nguoi"))
      << "he has no name any more";
}

TEST_F(Speakers, LoseTheirNamesOnlyAfterThat) {
  const SpeakerNo no = world.recognise(3, "Người Mẫu");
  EXPECT_EQ(why(world.run(World::ward(), EraseName{no, 1, "Theo đơn"})).code, Code::Conflict);
  world.dismiss(no, "2021-06-15");
  EXPECT_THAT(fields_of(why(world.run(World::ward(), EraseName{no, 2, " "}))),
              ElementsAre("ly-do"));
  EXPECT_THAT(vault_of(no), HasSubstr("Người Mẫu"));
  ASSERT_TRUE(world.run(World::ward(), EraseName{no, 2, "Theo đơn"}));
  EXPECT_EQ(vault_of(no), "(erased)");
  EXPECT_EQ(why(world.run(World::ward(), EraseName{no, 3, "Theo đơn"})).code, Code::Conflict);
  const NameErased fact{no, 3, "Theo đơn", {}};
  EXPECT_EQ(*erased_by(NameErased::kind, encode(fact)), std::vector<std::string>{record_id(no)});
  EXPECT_THAT(*erased_by("speaker.changed", "{}"), IsEmpty());
}

TEST_F(Speakers, AreCreditedByTheUnitOfTheActivity) {
  const SpeakerNo of_ward = world.recognise(3, "Người Mẫu");
  const SpeakerNo of_city = world.recognise(1, "Người Mẫu Hai");
  const SpeakerNo elsewhere = world.recognise(5, "Người Mẫu Ba");
  const ActivityNo no = world.meeting(3, "2021-06-10");
  EXPECT_EQ(why(world.run(World::elsewhere(), CreditSessions{no, 0, {elsewhere}})).code,
            Code::Forbidden);
  ASSERT_TRUE(world.run(World::ward(), CreditSessions{no, 0, {elsewhere, of_ward, of_city}}));
  EXPECT_THAT(world.state.credit(no).speakers, ElementsAre(of_ward, of_city, elsewhere));
  EXPECT_EQ(why(world.run(World::ward(), CreditSessions{no, 0, {}})).code, Code::Conflict);
  EXPECT_EQ(
      why(world.run(World::ward(), CreditSessions{no, 1, {of_ward, of_city, elsewhere}})).code,
      Code::Conflict)
      << "nothing differs";
  ASSERT_TRUE(world.run(World::ward(), CreditSessions{no, 1, {}}));
  EXPECT_THAT(world.state.credit(no).speakers, IsEmpty());
  EXPECT_THAT(world.state.speaker(of_ward).sessions, IsEmpty());
}

TEST_F(Speakers, AreCreditedOnlyForDaysOnWhichTheyServed) {
  const SpeakerNo later = world.recognise(3, "Người Mẫu", "2021-06-11");
  const SpeakerNo gone = world.recognise(3, "Người Mẫu Hai");
  const ActivityNo no = world.meeting(3, "2021-06-10");
  world.credit(no, {gone});
  world.dismiss(gone, "2021-06-10");
  EXPECT_THAT(fields_of(why(world.run(World::ward(), CreditSessions{no, 1, {later, gone}}))),
              ElementsAre("nguoi"))
      << "who was credited stays";
  EXPECT_THAT(fields_of(why(world.run(World::ward(), CreditSessions{no, 1, {SpeakerNo{99}}}))),
              ElementsAre("nguoi"));
  world.node.tell(activity::ActivityAnnulled{no, 2, "Ghi hai lần", {}});
  EXPECT_EQ(why(world.run(World::ward(), CreditSessions{no, 1, {}})).code, Code::Conflict);
}

TEST_F(Speakers, AreNotRecognisedByAClosedUnit) {
  world.units.fold(organisation::UnitClosed{UnitNo{3}, day("2021-06-30"), "Sáp nhập", {}},
                   ledger::Stamp{});
  const Problem closed = why(world.run(World::planner(), World::somebody(3, "Người Mẫu")));
  EXPECT_EQ(closed.field, "don-vi");
  EXPECT_THAT(closed.text.vi, HasSubstr("đã dừng hoạt động từ 01/07/2021"));
}

}  // namespace
}  // namespace lantoa::city::speaker
