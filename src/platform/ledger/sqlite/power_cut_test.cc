// The power goes after any operation of a history, and what the disk then holds is opened: all that
// was acknowledged must be there, whole, and nothing half. 5,000 cuts, with LANTOA_LONG 100,000.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <set>

#include "platform/ledger/sqlite/testing_history.h"

namespace lantoa::ledger {
namespace {

constexpr std::size_t script_steps = 50;
constexpr std::size_t second_cut_every = 4;  // the power goes again while the first is repaired

bool is_long() { return std::getenv("LANTOA_LONG") != nullptr; }
std::size_t cuts_wanted() { return is_long() ? 100'000 : 5'000; }

struct Tally {
  std::size_t cuts = 0;
  std::size_t second_cuts = 0;
  std::size_t in_flight_kept = 0;  // not acknowledged, but whole
  std::size_t wrong = 0;
  std::set<std::size_t> operations;
  std::vector<std::string> examples;

  void blame(const std::string& where, const std::string& what) {
    ++wrong;
    if (examples.size() < 5) examples.push_back(where + ": " + what);
  }
};

std::size_t acknowledged_by(const Recording& recording, std::size_t operations) {
  const auto& at = recording.acknowledged;
  const auto after = std::upper_bound(at.begin(), at.end(), operations);
  return after == at.begin() ? 0 : static_cast<std::size_t>(after - at.begin()) - 1;
}

// What `disk` did since it was opened is cut at a chance operation, too.
void cut_again(const Image& start, const Disk& disk, const Content& content,
               std::size_t acknowledged, std::uint32_t seed, Tally& tally) {
  const auto& journal = disk.journal();
  const std::size_t operations = seed % (journal.size() + 1);
  Platter platter(start);
  for (std::size_t i = 0; i < operations; ++i) platter.apply(journal[i]);
  Disk again(platter.cut(static_cast<Loss>(seed / 7 % losses), seed));
  const Look look =
      look_at(again, next_step(content).contents, operations < acknowledged ? 0 : 1, 1);
  ++tally.second_cuts;
  if (!look.wrong.empty()) tally.blame("second cut, seed " + std::to_string(seed), look.wrong);
}

// Spread evenly over all operations and kinds of loss.
Tally cut_everywhere(const Recording& recording, const Script& script, std::size_t cuts) {
  Tally tally;
  Platter platter;
  const std::size_t operations = recording.journal.size();
  std::size_t done = 0;
  for (std::size_t at = 0; at <= operations; ++at) {
    const std::size_t first = acknowledged_by(recording, at);
    const std::size_t last = std::min(first + 1, script.steps.size());
    for (; done * (operations + 1) < (at + 1) * cuts; ++done) {
      const auto seed = static_cast<std::uint32_t>(done * 2654435761U + 1);
      const auto loss = static_cast<Loss>(done % losses);
      const Image image = platter.cut(loss, seed);
      Disk disk(image);
      const Look look = look_at(disk, script.contents, first, last);
      ++tally.cuts;
      tally.operations.insert(at);
      if (!look.wrong.empty()) {
        tally.blame("cut " + std::to_string(done) + " after operation " + std::to_string(at),
                    look.wrong);
        continue;
      }
      if (look.found > first) ++tally.in_flight_kept;
      if (done % second_cut_every == 0) {
        cut_again(image, disk, script.contents[look.found], look.acknowledged, seed, tally);
      }
    }
    if (at < operations) platter.apply(recording.journal[at]);
  }
  return tally;
}

std::string report(const Tally& tally, std::size_t operations) {
  std::string text =
      std::to_string(tally.cuts) + " cuts after " + std::to_string(tally.operations.size()) +
      " of " + std::to_string(operations + 1) + " places, " + std::to_string(tally.second_cuts) +
      " second cuts, " + std::to_string(tally.in_flight_kept) +
      " times a step not yet acknowledged was there whole, " + std::to_string(tally.wrong) +
      " wrong\n";
  for (const std::string& example : tally.examples) text += "  " + example + "\n";
  return text;
}

TEST(PowerCut, LosesNothingThatWasAcknowledged) {
  seed_sqlite(1);
  const Script script = make_script(script_steps);
  Disk disk;
  const Recording recording = record(disk, script);
  const Tally tally = cut_everywhere(recording, script, cuts_wanted());
  std::cout << report(tally, recording.journal.size());
  EXPECT_EQ(tally.wrong, 0U) << report(tally, recording.journal.size());
  EXPECT_EQ(tally.cuts, cuts_wanted());
  EXPECT_EQ(tally.operations.size(), recording.journal.size() + 1);
}

// The same trial must catch a disk that says it synced and did not, and a store that does not sync.
TEST(PowerCut, CatchesADiskThatLiesAboutSyncs) {
  const Script script = make_script(script_steps);
  Disk disk;
  disk.lie_about_syncs();
  const Recording recording = record(disk, script);
  const Tally tally = cut_everywhere(recording, script, 300);
  std::cout << "lying disk: " << report(tally, recording.journal.size());
  EXPECT_GT(tally.wrong, 30U);
}

TEST(PowerCut, CatchesAStoreThatDoesNotSync) {
  const Script script = make_script(script_steps);
  Disk disk;
  const Recording recording = record(disk, script, Access::Fill);
  const Tally tally = cut_everywhere(recording, script, 300);
  std::cout << "no syncs: " << report(tally, recording.journal.size());
  EXPECT_GT(tally.wrong, 30U);
}

}  // namespace
}  // namespace lantoa::ledger
