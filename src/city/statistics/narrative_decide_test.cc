// Who writes a report in words, against what he saw; who approves it.
#include "city/statistics/testing_narrative.h"

namespace lantoa::city::statistics {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class NarrativeRules : public NarrativeWorld {
 protected:
  const std::vector<NarrativeVersion>& versions() const { return half_year().narrative; }
  std::vector<std::string> changed() const {
    std::vector<std::string> out;
    for (const FigureChange& one : changes_since(versions().back(), ground())) {
      out.push_back(one.words + ": " + one.then + " -> " + one.now);
    }
    return out;
  }
};

TEST_F(NarrativeRules, ATextIsKeptWithWhatItsWriterSaw) {
  WriteNarrative command =
      text("  Có {{Cột 6}}  câu lạc bộ;\r\n\r\n- {{đã nộp}} đơn vị, {{cột 6}}.");
  command.seen.push_back({"cột 7", "không ai hỏi"});
  does(World::planner(), command);
  ASSERT_THAT(versions(), SizeIs(1));
  const NarrativeVersion& version = versions().front();
  EXPECT_THAT(version.sections,
              ElementsAre(NarrativeSection{
                  "ket-qua", "Có {{cột 6}} câu lạc bộ;\n- {{đã nộp}} đơn vị, {{cột 6}}."}));
  EXPECT_THAT(version.figures,
              ElementsAre(NarrativeFigure{"cột 6", "44"}, NarrativeFigure{"đã nộp", "2"}));
  EXPECT_EQ(version.by, PersonNo{1});
  EXPECT_FALSE(version.approved);
}

TEST_F(NarrativeRules, PartsStandInTheirOrderAndEmptyOnesAreLeftOut) {
  WriteNarrative command = text("Kết quả.");
  command.sections.push_back({"phuong-huong", " \n "});
  command.sections.push_back({"chi-dao", "Chỉ đạo."});
  does(World::planner(), command);
  EXPECT_THAT(versions().back().sections, ElementsAre(NarrativeSection{"chi-dao", "Chỉ đạo."},
                                                      NarrativeSection{"ket-qua", "Kết quả."}));
}

TEST_F(NarrativeRules, WhoReportsOrUrgesOverTheScopeWrites) {
  EXPECT_EQ(why_not(World::district(), text("Xong.")).code, Code::Forbidden);
  EXPECT_EQ(why_not(World::auditor(), text("Xong.")).code, Code::Forbidden);
  does(World::leader(), text("Xong."));
  WriteNarrative nowhere = text("Xong.");
  nowhere.round = RoundNo{9};
  EXPECT_EQ(why_not(World::planner(), nowhere).code, Code::NotFound);
}

TEST_F(NarrativeRules, EveryFaultIsNamedAtItsPart) {
  WriteNarrative command = text("Có {{cột 99}}\nvà {{x}}");
  command.sections.push_back({"chi-dao", "{{đã nộp"});
  command.sections.push_back({"la", "?"});
  command.sections.push_back({"ket-qua", "lại"});
  const Problem why = why_not(World::planner(), command);
  EXPECT_EQ(why.code, Code::Invalid);
  std::vector<std::string> fields;
  for (const Detail& one : why.details) fields.push_back(one.field);
  EXPECT_THAT(fields, ElementsAre("phan-la", "phan-ket-qua", "phan-chi-dao", "phan-ket-qua",
                                  "phan-ket-qua"));
  EXPECT_THAT(why.details[4].text.vi, HasSubstr("Dòng 2: "));
  EXPECT_EQ(why_not(World::planner(), text(" \n")).field, "phan-chi-dao");
  EXPECT_EQ(why_not(World::planner(), text(std::string(10'001, 'a'))).field, "phan-ket-qua");
}

TEST_F(NarrativeRules, NobodyIsTakenToHaveSeenWhatHeDidNotSee) {
  WriteNarrative command = text("Có {{cột 6}} và {{cột 6 của 03}}.");
  command.seen.pop_back();
  const Problem unseen = why_not(World::planner(), command);
  EXPECT_EQ(unseen.code, Code::Conflict);
  ASSERT_THAT(unseen.details, SizeIs(1));
  EXPECT_EQ(unseen.details[0].field, "phan-ket-qua");
  EXPECT_THAT(unseen.details[0].text.vi, HasSubstr("{{cột 6 của 03}} nay là 11."));
  command = text("Có {{cột 6}}.");
  hand_in(6, 1);
  const Problem moved = why_not(World::planner(), command);
  EXPECT_EQ(moved.code, Code::Conflict);
  EXPECT_THAT(moved.details[0].text.vi, HasSubstr("{{cột 6}} nay là 45, bạn đã thấy 44."));
  does(World::planner(), text("Có {{cột 6}}."));
}

TEST_F(NarrativeRules, AnOlderVersionIsNotWrittenOver) {
  does(World::planner(), text("Một."));
  EXPECT_EQ(why_not(World::leader(), text("Hai.")).code, Code::Conflict);
  does(World::leader(), text("Hai.", 1));
  EXPECT_THAT(versions(), SizeIs(2));
  EXPECT_EQ(why_not(World::planner(), text("Hai.", 2)).code, Code::Conflict) << "nothing differs";
}

TEST_F(NarrativeRules, AReportHandedInMarksExactlyTheFiguresThatChanged) {
  does(World::planner(),
       text("{{cột 6}} {{cột 7}} {{cột 6 của 02}} {{cột 6 của 05}} {{phải nộp}} {{đã nộp}} "
            "{{kỳ}}"));
  EXPECT_THAT(changed(), IsEmpty());
  hand_in(6, 1);
  EXPECT_THAT(changed(), ElementsAre("cột 6: 44 -> 45", "cột 6 của 05: 0 -> 1", "đã nộp: 2 -> 3"));
}

TEST_F(NarrativeRules, ChangedFiguresAreReadAgainByAPerson) {
  does(World::planner(), text("Có {{cột 6}}."));
  EXPECT_EQ(why_not(World::planner(), reread(1)).code, Code::Conflict) << "nothing changed";
  hand_in(6, 1);
  EXPECT_THAT(why_not(World::planner(), text("Có {{cột 6}}.", 1)).text.vi,
              HasSubstr("Đọc lại và ghi nhận số mới"))
      << "not by sending the same text again";
  RereadNarrative late = reread(1);
  late.seen[0].value = "44";
  EXPECT_EQ(why_not(World::planner(), late).code, Code::Conflict);
  EXPECT_EQ(why_not(World::district(), reread(1)).code, Code::Forbidden);
  EXPECT_EQ(why_not(World::planner(), RereadNarrative{RoundNo{1}, 0, {}}).code, Code::Conflict);
  does(World::leader(), reread(1));
  ASSERT_THAT(versions(), SizeIs(2));
  EXPECT_EQ(versions()[1].sections, versions()[0].sections);
  EXPECT_THAT(versions()[1].figures, ElementsAre(NarrativeFigure{"cột 6", "45"}));
  EXPECT_THAT(versions()[0].figures, ElementsAre(NarrativeFigure{"cột 6", "44"})) << "for good";
}

TEST_F(NarrativeRules, ASecondPersonApprovesWhatHoldsWithTheClosing) {
  const ApproveNarrative first{RoundNo{1}, 1};
  EXPECT_EQ(why_not(World::leader(), first).code, Code::Conflict) << "nothing is written";
  does(World::planner(), text("Có {{cột 6}}."));
  EXPECT_THAT(why_not(World::leader(), first).text.vi, HasSubstr("chưa khóa"));
  EXPECT_EQ(why_not(World::planner(), first).code, Code::Forbidden);
  EXPECT_EQ(why_not(World::other_leader(), first).code, Code::Forbidden);
  hand_in(6, 1);
  close();
  const Problem stale = why_not(World::leader(), first);
  EXPECT_EQ(stale.code, Code::Conflict);
  EXPECT_THAT(stale.text.vi, HasSubstr("Đọc lại và ghi nhận số mới"));
  EXPECT_THAT(stale.details[0].text.vi, HasSubstr("{{cột 6}}: nay là 45, khi viết là 44."));
  does(World::planner(), reread(1));
  EXPECT_EQ(why_not(World::leader(), first).code, Code::Conflict) << "not the latest";
  does(World::leader(), ApproveNarrative{RoundNo{1}, 2});
  ASSERT_TRUE(versions()[1].approved);
  EXPECT_EQ(versions()[1].approved->by, PersonNo{6});
  EXPECT_FALSE(versions()[0].approved);
  EXPECT_EQ(why_not(World::leader(), ApproveNarrative{RoundNo{1}, 2}).code, Code::Conflict);
}

TEST_F(NarrativeRules, WhoWroteTheWordsDoesNotApproveThemWhoeverReadTheFigures) {
  does(World::leader(), text("Có {{cột 6}}."));
  hand_in(6, 1);
  close();
  does(World::planner(), reread(1));
  const Problem own = why_not(World::leader(), ApproveNarrative{RoundNo{1}, 2});
  EXPECT_EQ(own.code, Code::Forbidden);
  EXPECT_THAT(own.text.vi, HasSubstr("Bạn đã viết lời văn này"));
  does(World::planner(), text("Khác hẳn.", 2));
  does(World::leader(), ApproveNarrative{RoundNo{1}, 3});
}

TEST_F(NarrativeRules, ALaterVersionNeedsItsOwnApproval) {
  close();
  does(World::planner(), text("Có {{cột 6}}."));
  does(World::leader(), ApproveNarrative{RoundNo{1}, 1});
  does(World::planner(), text("Có {{cột 6}} câu lạc bộ.", 1));
  EXPECT_FALSE(versions().back().approved);
  EXPECT_TRUE(versions().front().approved);
}

TEST_F(NarrativeRules, OfAClosedRoundNoFigureChangesAnyMore) {
  close();
  does(World::planner(), text("Có {{cột 6}}, {{đã nộp}} đơn vị."));
  world.turn_to("2021-07-08");
  does(World::planner(), AllowLate{RoundNo{1}, "06", day("2021-07-10"), "Mất điện"});
  hand_in(6, 100);
  EXPECT_THAT(changed(), IsEmpty());
  EXPECT_THAT(later_than_closing(versions().back(), ground()), SizeIs(2));
  does(World::leader(), ApproveNarrative{RoundNo{1}, 1});
}

TEST_F(NarrativeRules, TwoAccountsOfOnePersonAreOnePerson) {
  close();
  does(World::planner(), text("Có {{cột 6}}."));
  Envelope envelope;
  envelope.actor = *world.node.app.find_actor(World::leader());
  const ApproveNarrative command{RoundNo{1}, 1};
  EXPECT_TRUE(decide(world.known(), command, envelope));
  envelope.actor.person = PersonNo{1};  // who wrote it, by another account
  const auto own = decide(world.known(), command, envelope);
  ASSERT_FALSE(own);
  EXPECT_EQ(own.error().code, Code::Forbidden);
}

TEST_F(NarrativeRules, WhatCannotBeReadAnyMoreIsMendedInTheWords) {
  world.node.tell(NarrativeWritten{RoundNo{1},
                                   1,
                                   {{"ket-qua", "Có {{cột 99}} và {{cột 6}}."}},
                                   {{"cột 99", "1"}, {"cột 6", "43"}},
                                   PersonNo{1}});
  EXPECT_THAT(changed(), ElementsAre("cột 6: 43 -> 44", "cột 99: 1 -> không tính được nữa"));
  const Problem why = why_not(World::planner(), reread(1));
  EXPECT_EQ(why.code, Code::Conflict);
  EXPECT_THAT(why.text.vi, HasSubstr("{{cột 99}} không tính được nữa; hãy sửa lời văn."));
  close();
  EXPECT_EQ(why_not(World::leader(), ApproveNarrative{RoundNo{1}, 1}).code, Code::Conflict);
  does(World::planner(), text("Có {{cột 6}}.", 1));
  does(World::leader(), ApproveNarrative{RoundNo{1}, 2});
}

TEST_F(NarrativeRules, APossiblyEndlessListIsRefusedAtOnce) {
  WriteNarrative command = text("Có {{cột 6}}.");
  command.sections.resize(1'000, {"la", "?"});
  EXPECT_THAT(why_not(World::planner(), command).details, SizeIs(1));
  command = text("Có {{cột 6}}.");
  command.seen.resize(narrative_seen_max + 1, command.seen.front());
  const Problem why = why_not(World::planner(), command);
  EXPECT_EQ(why.code, Code::Invalid);
  EXPECT_EQ(why.field, fields::seen_figures);
}

TEST_F(NarrativeRules, OfACancelledRoundThereIsNone) {
  does(World::planner(), text("Có {{cột 6}}."));
  does(World::planner(), CancelRound{RoundNo{1}, "Nhầm kỳ"});
  EXPECT_EQ(why_not(World::planner(), text("Khác.", 1)).code, Code::Conflict);
  EXPECT_THAT(why_not(World::leader(), ApproveNarrative{RoundNo{1}, 1}).text.vi,
              HasSubstr("đã hủy"));
}

TEST_F(NarrativeRules, NoMoreThanTwoHundredDifferentFigures) {
  OpenRound round = World::half_year();
  round.from = day("2021-02-01");
  round.counted_to = day("2021-05-31");
  does(World::planner(), round);
  std::string many;
  for (const char* of : {"", " của 02", " của 03", " của 04", " của 05"}) {
    for (int i = 1; i <= 14; ++i) {
      for (const char* part : {"", " thực tế", " ước"}) {
        many += in_braces("cột " + std::to_string(i) + part + of) + " ";
      }
    }
  }
  const Problem why =
      why_not(World::planner(), WriteNarrative{RoundNo{2}, 0, {{"ket-qua", many}}, {}});
  EXPECT_EQ(why.code, Code::Invalid);
  EXPECT_THAT(why.details[0].text.vi, HasSubstr("quá 200 con số"));
}

}  // namespace
}  // namespace lantoa::city::statistics
