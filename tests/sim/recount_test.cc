// What the recounts are worth: facts that a broken rule would have let through do not go unnoticed.
// Each is told once as it may happen and once as it must not.
#include <gmock/gmock.h>

#include "city/guidance/facts.h"
#include "city/oversight/facts.h"
#include "city/reach/facts.h"
#include "city/speaker/facts.h"
#include "city/statistics/form.h"
#include "city/webpage/facts.h"
#include "sim/forged.h"

namespace lantoa::sim {
namespace {

namespace activity = city::activity;
namespace guidance = city::guidance;
namespace oversight = city::oversight;
namespace plan = city::plan;
namespace reach = city::reach;
namespace speaker = city::speaker;
namespace statistics = city::statistics;
namespace webpage = city::webpage;
using city::Role;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(Forged, TheBeginningBreaksNothing) { EXPECT_THAT(wrong(), IsEmpty()); }

class ForgedRound : public Forged {
 protected:
  ForgedRound() {
    statistics::RoundOpened opened;
    opened.round = round;
    opened.form = "chi-tieu-chung";
    opened.from = today_ - 30;
    opened.to = opened.due = today_;
    opened.scope = district;
    opened.units = NumberSet{{district.value, ward.value}};
    add(at(Role::Planner), opened);
  }

  void submit(city::UnitNo unit, std::uint64_t amount, std::uint32_t version = 1) {
    statistics::ReportSubmitted report;
    report.round = round;
    report.unit = unit;
    report.version = version;
    for (const auto& column : statistics::find_form("chi-tieu-chung")->columns) {
      report.cells.push_back({column.code, amount, {}, {}});
    }
    add(at(Role::UnitOfficer), report);
  }
  void close(std::uint64_t amount, std::uint32_t submitted, const std::string& actor) {
    statistics::RoundClosed closed;
    closed.round = round;
    closed.submitted = submitted;
    for (const auto& column : statistics::find_form("chi-tieu-chung")->columns) {
      closed.sums.push_back({column.code, amount, {}});
    }
    add(actor, closed);
  }

  const city::RoundNo round{1};
};

TEST_F(ForgedRound, SumsAreThoseOfWhatCountsAtTheClosing) {
  submit(district, 3);
  submit(ward, 4);
  const Facts before = facts_;
  close(7, 2, at(Role::Planner));
  EXPECT_THAT(wrong(), IsEmpty());
  facts_ = before;
  close(8, 2, at(Role::Planner));
  EXPECT_THAT(wrong(), Contains(HasSubstr("column 1 is added wrong")));
  facts_ = before;
  add(at(Role::Planner), statistics::ReportReturned{round, ward, 1, "Xem lại", {}});
  close(7, 2, at(Role::Planner));
  EXPECT_THAT(wrong(), Contains(HasSubstr("counts other reports")));
  EXPECT_THAT(wrong(), Contains(HasSubstr("column 1 is added wrong"))) << "it was sent back";
}

TEST_F(ForgedRound, TakesNothingAfterItsClosing) {
  close(0, 0, at(Role::Planner));
  submit(ward, 4);
  EXPECT_THAT(wrong(), Contains(HasSubstr("takes nothing more")));
  facts_.pop_back();
  add(at(Role::Planner), statistics::LateAllowed{round, ward, today_, "Mất điện", {}});
  submit(ward, 4);
  EXPECT_THAT(wrong(), IsEmpty());
}

TEST_F(ForgedRound, IsPublishedByASecondPerson) {
  add(at(Role::Leader), statistics::RoundPublished{round, {}});
  EXPECT_THAT(wrong(), Contains(HasSubstr("it is not closed")));
  facts_.pop_back();
  close(0, 0, at(Role::Leader));
  add(at(Role::Leader), statistics::RoundPublished{round, {}});
  EXPECT_THAT(wrong(), Contains(HasSubstr("who closed it publishes it")));
  facts_.pop_back();
  add(at(Role::Leader, 'c'), statistics::RoundPublished{round, {}});
  EXPECT_THAT(wrong(), IsEmpty());
}

TEST_F(ForgedRound, IsAcceptedByASecondPerson) {
  submit(ward, 4);
  add(at(Role::UnitOfficer), statistics::ReportAccepted{round, ward, 1, {}});
  EXPECT_THAT(wrong(), Contains(HasSubstr("who handed it in accepts it")));
  facts_.pop_back();
  add(at(Role::Planner), statistics::ReportAccepted{round, ward, 1, {}});
  EXPECT_THAT(wrong(), IsEmpty());
}

TEST_F(ForgedRound, SumsHoldForEstimatesToo) {
  statistics::RoundOpened opened;
  opened.round = city::RoundNo{2};
  opened.form = "hoat-dong-cap-xa-2012";
  opened.counted_to = today_ - 1;
  opened.units = NumberSet{{ward.value}};
  add(at(Role::Planner), opened);
  const auto& form = *statistics::find_form(opened.form);
  const auto& check = form.checks.front();
  statistics::ReportSubmitted report{opened.round, ward, 1, {}, {}, {}};
  for (const auto& column : form.columns) {
    const bool counts = column.code == check.whole || column.code == check.parts.back();
    report.cells.push_back({column.code, counts ? 5U : 0U, {}, counts ? 2U : 0U});
  }
  add(at(Role::UnitOfficer), report);
  EXPECT_THAT(wrong(), IsEmpty());
  const auto wrong_with = [&](auto change) {
    auto other = report;
    for (auto& cell : other.cells) {
      if (cell.column == check.whole) change(cell);
    }
    facts_.pop_back();
    add(at(Role::UnitOfficer), other);
    return wrong();
  };
  const auto apart = Contains(HasSubstr("do not add up"));
  EXPECT_THAT(wrong_with([](auto& cell) { cell.estimate = 3; }), apart);
  EXPECT_THAT(wrong_with([](auto& cell) { cell.estimate.reset(); }), apart) << "one is missing";
}

TEST_F(ForgedRound, WordsAreApprovedByWhoNeverWroteThemAndSayWhatWasClosed) {
  const auto write = [&](std::uint32_t version, Role writer, const char* words, const char* sum) {
    add(at(writer),
        statistics::NarrativeWritten{
            round, version, {{"ket-qua", words}}, {{"cột 1", sum}, {"đã nộp", "1"}}, {}});
  };
  const auto approve = [&](std::uint32_t version, char place) {
    add(at(Role::Leader, place), statistics::NarrativeApproved{round, version, {}});
    const Complaints found = wrong();
    facts_.pop_back();
    return found;
  };
  submit(ward, 1'045);
  write(1, Role::Leader, "Có {{cột 1}} việc", "1.045");
  EXPECT_THAT(wrong(), IsEmpty());
  EXPECT_THAT(approve(1, 'c'), Contains(HasSubstr("its round is not closed")));
  submit(ward, 7, 2);
  EXPECT_THAT(wrong(), IsEmpty()) << "it says what its writer saw";
  close(7, 1, at(Role::Planner));
  EXPECT_THAT(approve(1, 'c'), Contains(HasSubstr("its figure “cột 1” is wrong")));
  write(2, Role::Planner, "Có {{cột 1}} việc", "7");
  EXPECT_THAT(approve(1, 'c'), Contains(HasSubstr("not the newest text")));
  EXPECT_THAT(approve(2, 'o'), Contains(HasSubstr("who wrote these words"))) << "in version 1";
  EXPECT_THAT(approve(2, 'c'), IsEmpty());
  write(3, Role::Planner, "Có {{cột 1}} việc", "7");
  EXPECT_THAT(wrong(), Contains(HasSubstr("nothing differs")));
}

TEST_F(Forged, APlanIsApprovedByWhoDidNotWriteIt) {
  const city::PlanNo no{3};
  add(at(Role::Planner), plan::PlanDrafted{no, district, district, "Kế hoạch", {}, {}, {}});
  add(at(Role::Leader), plan::PlanChanged{no, 2, "Kế hoạch sửa", {}, {}, {}});
  for (const Role writer : {Role::Planner, Role::Leader}) {
    add(at(writer), plan::PlanApproved{no, 2, {}});
    EXPECT_THAT(wrong(), Contains(HasSubstr("who wrote it approves it")));
    facts_.pop_back();
  }
  add(at(Role::Leader, 'c'), plan::PlanApproved{no, 2, {}});
  EXPECT_THAT(wrong(), IsEmpty());
  add(at(Role::Planner), plan::PlanChanged{no, 3, "Kế hoạch sửa lại", {}, {}, {}});
  add(at(Role::Planner), plan::PlanIssued{no, "3/KH-UBND", today_});
  EXPECT_THAT(wrong(), Contains(HasSubstr("not approved as it stands")));
}

TEST_F(Forged, MoreTimeIsGrantedByASecondPersonAndWithinItsParent) {
  const city::AssignmentNo of_ward{2};
  const Date due = today_ + 45;
  const city::ExtensionNo no{1};
  add(at(Role::Planner), plan::ExtensionAsked{no, of_ward, due + 5, "Mất điện", {}});
  add(at(Role::Planner), plan::ExtensionDecided{no, due + 5, "", {}});
  EXPECT_THAT(wrong(), Contains(HasSubstr("who asked for it decides it")));
  facts_.pop_back();
  add(at(Role::Leader), plan::ExtensionDecided{no, due, "Đủ rồi", {}});
  EXPECT_THAT(wrong(), Contains(HasSubstr("it is no later deadline")));
  facts_.pop_back();
  add(at(Role::Leader), plan::ExtensionDecided{no, due + 5, "", {}});
  EXPECT_THAT(wrong(), IsEmpty());

  plan::PlanDrafted grown{city::PlanNo{3}, ward, ward, "Của phường", {}, {}, {}};
  grown.parent = of_ward;
  add(at(Role::Planner, 'w'), grown);
  plan::TaskAdded task{city::TaskNo{3}, city::PlanNo{3}, 2, "Việc", {{}, ward}, due + 6, {}, {}};
  add(at(Role::Planner, 'w'), task);
  EXPECT_THAT(wrong(), Contains(HasSubstr("due after what its plan grew out of")));
  facts_.pop_back();
  task.due = due + 5;
  add(at(Role::Planner, 'w'), task);
  EXPECT_THAT(wrong(), IsEmpty());
}

TEST_F(Forged, ALetterNamesWhatWasLateOnItsDay) {
  const Date due = today_;
  today_ = due + 3;
  oversight::LetterIssued letter{city::LetterNo{1}, district, district,       "101/STP-PBGDPL",
                                 due + 1,           due + 9,  NumberSet{{1}}, {}};
  const auto with = [&](Date dated, std::vector<std::uint32_t> named) {
    const Facts before = facts_;
    letter.dated = dated;
    letter.assignments = NumberSet{std::move(named)};
    add(at(Role::Planner), letter);
    const Complaints found = wrong();
    facts_ = before;
    return found;
  };
  const auto another = Contains(HasSubstr("something else than was late"));
  EXPECT_THAT(with(due + 1, {1}), IsEmpty());
  EXPECT_THAT(with(due, {1}), another) << "due on that very day";
  EXPECT_THAT(with(due + 1, {1, 2}), another) << "the ward has time";
  add(at(Role::UnitOfficer),
      plan::ExtensionAsked{city::ExtensionNo{1}, late_soon, due + 8, "", {}});
  add(at(Role::Planner), plan::ExtensionDecided{city::ExtensionNo{1}, due + 8, "", {}});
  EXPECT_THAT(with(due + 3, {1}), another) << "it got more time on that day";
  EXPECT_THAT(with(due + 2, {1}), IsEmpty()) << "the day before it had none";
}

TEST_F(Forged, NobodyIsAskedTwiceAtOnce) {
  oversight::ExplanationAsked why{city::ExplanationNo{1}, late_soon, "Vì sao", today_ + 5, {}};
  add(at(Role::Planner), why);
  why.explanation = city::ExplanationNo{2};
  add(at(Role::Leader), why);
  EXPECT_THAT(wrong(), Contains(HasSubstr("another question waits")));
}

TEST_F(Forged, APersonIsReachedOnce) {
  add_activity();
  const auto named = [](std::vector<std::uint32_t> persons, bool is_attendance) {
    reach::ReceiptsRecorded out;
    out.item = item;
    out.channel = is_attendance ? reach::Channel::Meeting : reach::Channel::Portal;
    out.persons = NumberSet::of(std::move(persons));
    if (is_attendance) out.activity = city::ActivityNo{1};
    return out;
  };
  const auto& readers = beginning().readers;
  auto first = named({readers[0].value, readers[1].value}, true);
  first.on = today_;
  add(at(Role::UnitOfficer), first);
  EXPECT_THAT(wrong(), IsEmpty());
  add(at(Role::UnitOfficer), first);
  EXPECT_THAT(wrong(), Contains(HasSubstr("a person is reached twice")));
  facts_.pop_back();
  auto third = named({readers[2].value}, true);
  third.on = today_;
  add(at(Role::UnitOfficer), third);
  EXPECT_THAT(wrong(), Contains(HasSubstr("more are named than attended")));
  facts_.pop_back();
  facts_.pop_back();
  add("person/x", named({readers[0].value}, false));
  add(at(Role::UnitOfficer), first);
  EXPECT_THAT(wrong(), Contains(HasSubstr("had been reached already")));
}

TEST_F(Forged, WhoSpokeServedOnThatDay) {
  add_activity();
  const city::SpeakerNo no{1};
  speaker::SpeakerRecognised recognised;
  recognised.speaker = no;
  recognised.unit = district;
  recognised.on = today_ + 1;
  add(at(Role::UnitOfficer), recognised);
  add(at(Role::UnitOfficer), speaker::SessionsCredited{city::ActivityNo{1}, NumberSet{{1}}, {}});
  EXPECT_THAT(wrong(), Contains(HasSubstr("did not serve on that day")));
  add(at(Role::UnitOfficer), speaker::NameErased{no, 2, "Theo đề nghị", {}});
  EXPECT_THAT(wrong(), Contains(HasSubstr("his name is public")));
}

TEST_F(Forged, WebPagesOfAnAnnulledActivityAreLeftAlone) {
  add_activity();
  const city::WebPageNo no{1};
  add(at(Role::UnitOfficer),
      webpage::PageLinked{no, city::ActivityNo{1}, "https://a.example/1", today_, {}});
  const app::States nothing{};
  EXPECT_THAT(wrong_in(facts_, nothing), Contains(HasSubstr("was to be looked at and never is")));
  add("courier/web", webpage::PageLooked{no, today_, webpage::Outcome::Gone, 404, {}, false});
  EXPECT_THAT(wrong(), IsEmpty());
  add(at(Role::UnitOfficer), activity::ActivityAnnulled{city::ActivityNo{1}, 2, "Ghi nhầm", {}});
  add("courier/web", webpage::PageLooked{no, today_, webpage::Outcome::Gone, 404, {}, false});
  EXPECT_THAT(wrong(), Contains(HasSubstr("nobody looks at it any more")));
}

TEST_F(Forged, JoinedQuestionsHaveOneAnswer) {
  for (std::uint32_t i = 1; i <= 3; ++i) {
    guidance::QuestionAsked asked;
    asked.question = city::QuestionNo{i};
    asked.unit = ward;
    asked.plan = city::PlanNo{1};
    add(at(Role::UnitOfficer), asked);
  }
  const auto join = [&](std::uint32_t question, std::uint32_t same_as) {
    add(at(Role::Planner),
        guidance::QuestionJoined{city::QuestionNo{question}, city::QuestionNo{same_as}, {}});
  };
  join(2, 1);
  EXPECT_THAT(wrong(), Contains(HasSubstr("the other has no answer")));
  facts_.pop_back();
  add(at(Role::Planner), guidance::QuestionAnswered{city::QuestionNo{1}, 1, "Ghi", {}, {}});
  join(2, 1);
  EXPECT_THAT(wrong(), IsEmpty());
  join(3, 2);
  EXPECT_THAT(wrong(), Contains(HasSubstr("the other has no answer"))) << "one step, not two";
  facts_.pop_back();
  join(1, 2);
  EXPECT_THAT(wrong(), Contains(HasSubstr("an answer of its own")));
  facts_.pop_back();
  add(at(Role::Planner), guidance::QuestionWithdrawn{city::QuestionNo{1}, "Đã rõ", {}});
  EXPECT_THAT(wrong(), Contains(HasSubstr("others are joined to it")));
}

// What a fold forgets is seen: nothing of all this stands in an empty state.
TEST_F(ForgedRound, WhatIsNotSeenIsMissed) {
  add_activity();
  submit(ward, 4);
  const app::States nothing{};
  const Complaints found = wrong_in(facts_, nothing);
  for (const char* what :
       {"the number of rounds", "the number of plans", "the number of activities",
        "the number of items", "the number of assignments"}) {
    EXPECT_THAT(found, Contains(HasSubstr(what)));
  }
}

}  // namespace
}  // namespace lantoa::sim
