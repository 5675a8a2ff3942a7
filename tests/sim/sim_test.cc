// Seeds of simulated cities. LANTOA_SIM_SEED=n lives through one and tells everything that happens,
// LANTOA_SIM_SEED=n-m through those from n to m, so that several processes may share many;
// LANTOA_LONG=1 takes 200,000 instead of 1,000.
#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "sim/beginning.h"
#include "sim/city.h"

namespace lantoa::sim {
namespace {

constexpr std::uint64_t seeds_short = 1'000;
constexpr std::uint64_t seeds_long = 200'000;
constexpr std::uint64_t progress_step = 5'000;

struct Seeds {
  std::uint64_t first = 1, last = 0;
};

Seeds seeds_wanted() {
  const char* named = std::getenv("LANTOA_SIM_SEED");
  if (named == nullptr)
    return {1, std::getenv("LANTOA_LONG") != nullptr ? seeds_long : seeds_short};
  char* rest = nullptr;
  const std::uint64_t first = std::strtoull(named, &rest, 10);
  return {first, *rest == '-' ? std::strtoull(rest + 1, nullptr, 10) : first};
}

std::string listed(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += "  " + line + "\n";
  return out;
}

// Of what is wished for about units, their groups and mailboxes, and working days.
std::vector<std::string_view> kinds_about_units() {
  namespace organisation = city::organisation;
  namespace oversight = city::oversight;
  return {organisation::UnitClosed::kind,
          organisation::UnitReopened::kind,
          organisation::MailboxSet::kind,
          organisation::GroupMade::kind,
          organisation::GroupChanged::kind,
          organisation::GroupEnded::kind,
          city::identity::PersonMoved::kind,
          city::workday::DaySet::kind,
          oversight::MailReturned::kind,
          oversight::AddressChecked::kind,
          "plan.assignments_given, to a group",
          "plan.assignments_given, in working days",
          "plan.amendment_issued, in working days",
          "oversight.explanation_asked, in working days",
          "oversight.reminder_ended, as mails come back",
          "oversight.reminder_handed_over, to who answers"};
}

// Of what else is.
std::vector<std::string_view> kinds_about_work() {
  namespace activity = city::activity;
  namespace guidance = city::guidance;
  namespace oversight = city::oversight;
  namespace plan = city::plan;
  namespace speaker = city::speaker;
  namespace statistics = city::statistics;
  namespace webpage = city::webpage;
  return {statistics::RoundOpened::kind,
          statistics::ReportSubmitted::kind,
          statistics::ReportReturned::kind,
          statistics::ReportAccepted::kind,
          statistics::RoundClosed::kind,
          statistics::RoundPublished::kind,
          statistics::RoundCancelled::kind,
          statistics::LateAllowed::kind,
          statistics::NarrativeWritten::kind,
          statistics::NarrativeApproved::kind,
          plan::PlanDrafted::kind,
          plan::PlanChanged::kind,
          plan::TaskAdded::kind,
          plan::TaskDropped::kind,
          plan::PlanApproved::kind,
          plan::PlanIssued::kind,
          plan::SignedCopyAttached::kind,
          plan::AssignmentDone::kind,
          plan::ExtensionAsked::kind,
          plan::ExtensionDecided::kind,
          plan::AmendmentDrafted::kind,
          plan::AmendmentChanged::kind,
          plan::AmendmentApproved::kind,
          plan::AmendmentIssued::kind,
          plan::AmendmentGivenUp::kind,
          plan::DeadlinesMoved::kind,
          plan::AssignmentsWithdrawn::kind,
          oversight::ExplanationAsked::kind,
          oversight::ExplanationGiven::kind,
          oversight::LetterIssued::kind,
          oversight::LadderSet::kind,
          activity::ActivityLogged::kind,
          activity::ActivityCorrected::kind,
          activity::ActivityAnnulled::kind,
          activity::PhotoAdded::kind,
          activity::PhotoErased::kind,
          city::reach::ReceiptCorrected::kind,
          webpage::PageLinked::kind,
          webpage::PageLooked::kind,
          webpage::LookAsked::kind,
          webpage::PageUnlinked::kind,
          speaker::SpeakerRecognised::kind,
          speaker::SpeakerChanged::kind,
          speaker::SpeakerDismissed::kind,
          speaker::NameErased::kind,
          speaker::SessionsCredited::kind,
          guidance::QuestionAsked::kind,
          guidance::QuestionAnswered::kind,
          guidance::QuestionJoined::kind,
          guidance::QuestionWithdrawn::kind};
}

// A wish that is never granted tests nothing.
std::vector<std::string_view> never_happened(const std::set<std::string>& kinds) {
  std::vector<std::string_view> out = kinds_about_work();
  const auto more = kinds_about_units();
  out.insert(out.end(), more.begin(), more.end());
  std::erase_if(out, [&](std::string_view kind) { return kinds.contains(std::string(kind)); });
  return out;
}

TEST(Simulation, NothingAcknowledgedIsLostOrDoubledAndAllNodesAgree) {
  const auto [first, last] = seeds_wanted();
  ASSERT_TRUE(first >= 1 && first <= last) << "LANTOA_SIM_SEED is a number or two, n-m";
  std::uint64_t done = 0;
  std::uint64_t crashes = 0;
  std::uint64_t faults = 0;
  std::uint64_t copies = 0;
  std::set<std::string> kinds;
  for (std::uint64_t seed = first; seed <= last; ++seed) {
    City city(beginning(), seed);
    const auto wrong = city.live();
    done += city.done();
    crashes += city.crashes();
    faults += city.faults();
    copies += city.copies();
    kinds.insert(city.kinds().begin(), city.kinds().end());
    if (first == last) std::cout << listed(city.trace());
    ASSERT_TRUE(wrong.empty()) << "LANTOA_SIM_SEED=" << seed << "\n" << listed(wrong);
    if (seed % progress_step == 0) std::cout << "seed " << seed << " of " << last << std::endl;
  }
  std::cout << last - first + 1 << " seeds: " << done << " acknowledged commands, " << crashes
            << " dead processes, " << faults << " faults, " << copies << " mails sent again\n";
  EXPECT_GT(done, 0U);
  if (last - first + 1 >= seeds_short) {
    EXPECT_THAT(never_happened(kinds), testing::IsEmpty());
  }
}

// The same number gives the same life.
TEST(Simulation, ASeedReplaysExactly) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    City one(beginning(), seed);
    City again(beginning(), seed);
    one.live();
    again.live();
    EXPECT_EQ(one.trace(), again.trace());
  }
}

// What the checks are worth: a database that breaks a promise does not go unnoticed.
class Lies : public testing::TestWithParam<Database::Lie> {};

TEST_P(Lies, AreNoticed) {
  std::uint64_t noticed = 0;
  constexpr std::uint64_t seeds = 30;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    City city(beginning(), seed, GetParam());
    if (!city.live().empty()) ++noticed;
  }
  std::cout << noticed << " of " << seeds << " noticed\n";
  EXPECT_GT(noticed, seeds / 2);
}
INSTANTIATE_TEST_SUITE_P(Of, Lies,
                         testing::Values(Database::Lie::LosesAnAppend, Database::Lie::ForgetsKeys));

}  // namespace
}  // namespace lantoa::sim
