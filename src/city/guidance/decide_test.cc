#include "city/guidance/decide.h"

#include <gtest/gtest.h>

#include "city/guidance/testing_world.h"

namespace lantoa::city::guidance {
namespace {

class GuidanceRules : public ::testing::Test {
 protected:
  template <class Command>
  Code refused(const std::string& actor, Command command, std::string_view field = {}) {
    const std::uint32_t before = world.state.questions();
    const auto done = world.run(actor, std::move(command));
    EXPECT_FALSE(done);
    EXPECT_EQ(world.state.questions(), before);
    if (done) return Code::Unavailable;
    EXPECT_EQ(done.error().field, field);
    return done.error().code;
  }

  const Question& question(QuestionNo no) { return world.state.question(no); }

  World world;
};

TEST_F(GuidanceRules, AUnitAsksAboutAnIssuedPlanInItsOwnName) {
  const auto done =
      world.run(World::ward(), World::question("  Ghi ở đâu?  \r\n\r\n Ghi  thế nào?"));
  ASSERT_TRUE(done);
  EXPECT_EQ(done->answer, "/huong-dan/1?xong=hoi-huong-dan");
  const Question& asked = question(QuestionNo{1});
  EXPECT_EQ(asked.text, "Ghi ở đâu?\nGhi thế nào?");
  EXPECT_EQ(asked.unit, UnitNo{4});
  EXPECT_EQ(asked.task, World::task);
  EXPECT_TRUE(asked.is_open());

  EXPECT_EQ(refused(World::elsewhere(), World::question("Ghi ở đâu?")), Code::Forbidden);
  EXPECT_EQ(refused(World::auditor(), World::question("Ghi ở đâu?")), Code::Forbidden);
  EXPECT_TRUE(world.run(World::district(), World::question("Ghi ở đâu?"))) << "for a unit below";
}

TEST_F(GuidanceRules, WhatAQuestionMustSay) {
  EXPECT_EQ(refused(World::ward(), World::question(" \n "), fields::text), Code::Invalid);
  EXPECT_EQ(refused(World::ward(), World::question(std::string(question_characters_max + 1, 'a')),
                    fields::text),
            Code::Invalid);
  AskQuestion of_draft = World::question("Ghi ở đâu?");
  of_draft.plan = World::draft;
  of_draft.task = {};
  EXPECT_EQ(refused(World::ward(), of_draft, fields::plan), Code::Invalid);
  AskQuestion of_no_plan = World::question("Ghi ở đâu?");
  of_no_plan.plan = PlanNo{99};
  EXPECT_EQ(refused(World::ward(), of_no_plan, fields::plan), Code::Invalid);
  AskQuestion of_other_task = World::question("Ghi ở đâu?");
  of_other_task.task = World::task_of_draft;
  EXPECT_EQ(refused(World::ward(), of_other_task, fields::task), Code::Invalid);
  AskQuestion of_no_unit = World::question("Ghi ở đâu?");
  of_no_unit.unit = UnitNo{99};
  EXPECT_EQ(refused(World::ward(), of_no_unit), Code::NotFound);
}

TEST_F(GuidanceRules, AnAnsweredOneLikeItIsShownBeforeItIsSent) {
  const char* asked = "Cụm loa của quận phát bản tin cho phường thì ghi cho ai?";
  const char* again = "Quận phát bản tin bằng cụm loa thì ghi hoạt động ở đâu?";
  world.ask(asked);
  ASSERT_TRUE(world.run(World::ward(), World::question(again, false))) << "nothing is answered";
  world.answer(QuestionNo{1}, "Ghi cho phường.");
  EXPECT_EQ(refused(World::ward(), World::question(again, false), fields::anyway), Code::Conflict);
  EXPECT_TRUE(world.run(World::ward(), World::question(again, true)));
  EXPECT_TRUE(world.run(World::ward(), World::question("In tờ gấp lấy kinh phí nào?", false)));
}

TEST_F(GuidanceRules, WhoUrgesForTheIssuerAnswersAndCorrects) {
  const QuestionNo no = world.ask("Ghi ở đâu?");
  for (const auto& actor : {World::ward(), World::district(), World::auditor()}) {
    EXPECT_EQ(refused(actor, AnswerQuestion{no, 0, "Ở trang Hoạt động.", {}}), Code::Forbidden);
  }
  ASSERT_TRUE(
      world.run(World::agency(), AnswerQuestion{no, 0, "Ở trang Hoạt động.", {"97/2019/qh14"}}));
  EXPECT_EQ(question(no).answers.back().documents, std::vector<DocumentNo>{DocumentNo{1}});
  EXPECT_TRUE(world.state.open().empty());

  EXPECT_EQ(refused(World::agency(), AnswerQuestion{no, 0, "Khác.", {}}), Code::Conflict)
      << "somebody answered meanwhile";
  EXPECT_EQ(refused(World::agency(), AnswerQuestion{no, 1, "Ở trang Hoạt động.", {"97/2019/QH14"}},
                    fields::answer),
            Code::Invalid)
      << "nothing is corrected";
  ASSERT_TRUE(world.run(World::agency(), AnswerQuestion{no, 1, "Ở trang Hoạt động.", {}}));
  EXPECT_EQ(question(no).answers.size(), 2U);
  EXPECT_EQ(question(no).answers.front().documents.size(), 1U) << "the earlier one stays";
}

TEST_F(GuidanceRules, AnAnswerRestsOnRegisteredDocuments) {
  const QuestionNo no = world.ask("Ghi ở đâu?");
  const auto with = [&](std::vector<std::string> documents) {
    return AnswerQuestion{no, 0, "Ở trang Hoạt động.", std::move(documents)};
  };
  EXPECT_EQ(refused(World::agency(), with({"một hai"}), fields::documents), Code::Invalid);
  EXPECT_EQ(refused(World::agency(), with({"1/2099/NĐ-CP"}), fields::documents), Code::Invalid);
  EXPECT_EQ(refused(World::agency(), with({"02/KH-UBND"}), fields::documents), Code::Invalid)
      << "two documents have this number";
  EXPECT_EQ(refused(World::agency(), with(std::vector<std::string>(documents_max + 1, "x")),
                    fields::documents),
            Code::Invalid);
  AnswerQuestion nothing = with({});
  nothing.answer = "  ";
  EXPECT_EQ(refused(World::agency(), nothing, fields::answer), Code::Invalid);
  ASSERT_TRUE(world.run(World::agency(), with({"01/KH-UBND", "01/KH-UBND", "97/2019/QH14"})));
  const std::vector<DocumentNo> wanted{DocumentNo{2}, DocumentNo{1}};
  EXPECT_EQ(question(no).answers.back().documents, wanted) << "the one that the plan rests on";
}

TEST_F(GuidanceRules, ACorrectedAnswerKeepsTheDocumentItRestsOn) {
  const QuestionNo no = world.ask("Ghi ở đâu?");
  world.node.tell(QuestionAnswered{no, 1, "Ở sổ.", {DocumentNo{4}}, {}});
  plan::PlanChanged changed{question(no).plan, 2, "Kế hoạch mẫu"};
  changed.grounds = {{"02/KH-UBND", "Kế hoạch", "", day("2021-01-06")}};
  world.plans.fold(changed);
  ASSERT_TRUE(world.run(World::agency(), AnswerQuestion{no, 1, "Ở sổ hoạt động.", {"02/KH-UBND"}}));
  EXPECT_EQ(question(no).answers.back().documents, std::vector<DocumentNo>{DocumentNo{4}})
      << "not the newer one of the same number, which the plan rests on";
}

TEST_F(GuidanceRules, WithdrawnByItsUnitWhileItIsOpenAndByThoseWhoAnswer) {
  const QuestionNo own = world.ask("Ghi ở đâu?");
  EXPECT_EQ(refused(World::elsewhere(), WithdrawQuestion{own, "Hỏi nhầm"}), Code::Forbidden);
  EXPECT_EQ(refused(World::ward(), WithdrawQuestion{own, " "}, fields::reason), Code::Invalid);
  ASSERT_TRUE(world.run(World::ward(), WithdrawQuestion{own, "Hỏi nhầm"}));
  EXPECT_EQ(refused(World::ward(), WithdrawQuestion{own, "Hỏi nhầm"}), Code::Conflict);
  EXPECT_EQ(refused(World::agency(), AnswerQuestion{own, 0, "Ở đây.", {}}), Code::Conflict);
  EXPECT_TRUE(world.state.open().empty());

  const QuestionNo answered = world.answered("Ghi khi nào?", "Ngay khi xong.");
  EXPECT_EQ(refused(World::ward(), WithdrawQuestion{answered, "Đã rõ"}), Code::Conflict);
  ASSERT_TRUE(world.run(World::agency(), WithdrawQuestion{answered, "Không còn đúng", 1}));
  EXPECT_TRUE(world.state.search({}, {}).empty());
}

TEST_F(GuidanceRules, JoinedToAnAnsweredOneByThoseWhoAnswer) {
  const QuestionNo first = world.answered("Ghi ở đâu?", "Ở trang Hoạt động.");
  const QuestionNo other = world.answered("Ghi khi nào?", "Ngay khi xong.");
  const QuestionNo same = world.ask("Nhập số liệu ở đâu?");
  const QuestionNo open = world.ask("In tờ gấp ở đâu?");
  const auto invalid = [&](QuestionNo no) {
    return refused(World::agency(), JoinQuestion{same, no, 0, question(same).same_as},
                   fields::same_as);
  };
  EXPECT_EQ(refused(World::ward(), JoinQuestion{same, first}), Code::Forbidden);
  EXPECT_EQ(invalid(open), Code::Invalid);
  EXPECT_EQ(invalid(same), Code::Invalid);
  EXPECT_EQ(invalid({}), Code::Invalid);
  EXPECT_EQ(refused(World::agency(), JoinQuestion{first, other, 1}), Code::Conflict);
  ASSERT_TRUE(world.run(World::agency(), JoinQuestion{same, first}));
  EXPECT_EQ(question(same).same_as, first);
  EXPECT_EQ(invalid(first), Code::Invalid) << "it is joined to that one already";
  EXPECT_EQ(refused(World::agency(), WithdrawQuestion{first, "Không còn đúng", 1}), Code::Conflict);
  EXPECT_EQ(refused(World::ward(), WithdrawQuestion{same, "Đã rõ"}), Code::Conflict);

  ASSERT_TRUE(world.run(World::agency(), JoinQuestion{same, other, 0, first}))
      << "it was the wrong one";
  ASSERT_TRUE(world.run(World::agency(), AnswerQuestion{same, 0, "Ở trang Nhập.", {}, other}));
  EXPECT_FALSE(question(same).same_as);
  EXPECT_TRUE(question(first).joined.empty());
  EXPECT_TRUE(question(other).joined.empty());
}

TEST_F(GuidanceRules, AJoiningIsNotUndoneUnseen) {
  const QuestionNo first = world.answered("Ghi ở đâu?", "Ở trang Hoạt động.");
  const QuestionNo other = world.answered("Ghi khi nào?", "Ngay khi xong.");
  const QuestionNo same = world.ask("Nhập số liệu ở đâu?");
  ASSERT_TRUE(world.run(World::agency(), JoinQuestion{same, first}));
  EXPECT_EQ(refused(World::agency(), AnswerQuestion{same, 0, "Ở đây.", {}}), Code::Conflict);
  EXPECT_EQ(refused(World::agency(), JoinQuestion{same, other}), Code::Conflict);
  EXPECT_EQ(refused(World::agency(), WithdrawQuestion{same, "Hỏi hai lần"}), Code::Conflict);
  EXPECT_EQ(question(same).same_as, first);
  EXPECT_EQ(refused(World::agency(), WithdrawQuestion{other, "Không còn đúng", 0}), Code::Conflict)
      << "it was answered meanwhile";
  EXPECT_TRUE(world.run(World::agency(), WithdrawQuestion{same, "Hỏi hai lần", 0, first}));
}

TEST_F(GuidanceRules, NobodyJoinsToWhatAnotherAgencyAnswers) {
  const QuestionNo elsewhere = world.ask_district("Ghi ở đâu?");
  ASSERT_TRUE(world.run(World::agency(), AnswerQuestion{elsewhere, 0, "Ở trang Hoạt động.", {}}));
  const QuestionNo own = world.ask_district("Nhập số liệu ở đâu?");
  const QuestionNo of_city = world.answered("Nhập kết quả ở đâu?", "Ở trang Nhập.");
  EXPECT_EQ(refused(World::district_planner(), JoinQuestion{own, of_city}, fields::same_as),
            Code::Invalid);
  EXPECT_TRUE(world.run(World::district_planner(), JoinQuestion{own, elsewhere}));
}

TEST_F(GuidanceRules, WhatIsJoinedIsForEveryUnitToSee) {
  const QuestionNo first = world.answered("Ghi ở đâu?", "Ở trang Hoạt động.");
  const QuestionNo same = world.ask("Nhập số liệu ở đâu?");
  const Actor other = *world.node.app.find_actor(World::elsewhere());
  EXPECT_FALSE(may_see(world.known(), question(same), other));
  ASSERT_TRUE(world.run(World::agency(), JoinQuestion{same, first}));
  EXPECT_TRUE(may_see(world.known(), question(same), other));
  EXPECT_FALSE(concerns(world.known(), question(same), other));
}

TEST_F(GuidanceRules, NoSuchQuestion) {
  EXPECT_EQ(refused(World::agency(), AnswerQuestion{QuestionNo{9}, 0, "x", {}}), Code::NotFound);
  EXPECT_EQ(refused(World::agency(), WithdrawQuestion{{}, "x"}), Code::NotFound);
  EXPECT_EQ(refused(World::agency(), JoinQuestion{QuestionNo{9}, {}}), Code::NotFound);
}

TEST_F(GuidanceRules, AClosedUnitAsksNothingAndTheOneAboveAsksForItsTask) {
  world.units.fold(organisation::UnitClosed{UnitNo{4}, day("2021-05-15"), "Sáp nhập", {}},
                   ledger::Stamp{});
  EXPECT_EQ(refused(World::district(), World::question("Ghi ở đâu?"), fields::unit), Code::Invalid);
  const auto page = world.node.get("/huong-dan/moi?viec=1", world.node.sign_in(World::district()));
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("Quận Một"), std::string::npos);
}

}  // namespace
}  // namespace lantoa::city::guidance
