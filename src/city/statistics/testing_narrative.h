// For tests of reports in words: the half-year of testing_world.h, in which wards 3 and 4 handed in
// and ward 6 did not; column 6 counts clubs.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/statistics/narrative.h"
#include "city/statistics/testing_world.h"

namespace lantoa::city::statistics {

class NarrativeWorld : public ::testing::Test {
 protected:
  NarrativeWorld() {
    does(World::planner(), World::half_year());
    hand_in(3, 11);
    hand_in(4, 33);
  }

  template <class Command>
  void does(const std::string& actor, const Command& command) {
    const auto done = world.run(actor, command);
    EXPECT_TRUE(done) << (done ? "" : full_sentence(done.error(), Language::English));
  }
  template <class Command>
  Problem why_not(const std::string& actor, const Command& command) {
    const std::uint64_t before = world.node.engine.head().seq;
    const auto done = world.run(actor, command);
    EXPECT_FALSE(done);
    EXPECT_EQ(world.node.engine.head().seq, before);
    return done ? Problem{} : done.error();
  }
  void hand_in(std::uint32_t unit, std::uint64_t clubs, std::uint32_t seen = 0,
               RoundNo no = RoundNo{1}) {
    SubmitReport report = World::report(unit, {{"6", clubs}}, seen);
    report.round = no;
    does(World::planner(), report);
  }
  void close(RoundNo no = RoundNo{1}) { does(World::planner(), CloseRound{no}); }

  const Round& half_year() const { return world.round(); }
  const Form& form() const { return *find_form(half_year().form); }
  FigureGround ground(RoundNo no = RoundNo{1}) const {
    return figure_ground(world.state, world.state.round(no), form(), world.units);
  }
  // What one figure is worth now; the fault where it is none.
  std::string worth(const std::string& words, RoundNo no = RoundNo{1}) const {
    const FigureGround of = ground(no);
    const NarrativeText text = read_narrative(in_braces(words), of);
    if (!text.faults.empty()) return text.faults.front().text.vi;
    return FigureValues(of).of(*text.lines.at(0).pieces.at(0).figure);
  }

  // Under "Kết quả", with every figure seen as it is.
  WriteNarrative text(const std::string& results, std::uint32_t seen_version = 0) const {
    WriteNarrative out{RoundNo{1}, seen_version, {{"ket-qua", results}}, {}};
    out.seen = present_figures(world.known(), half_year(), form(), out.sections);
    return out;
  }
  RereadNarrative reread(std::uint32_t seen_version) const {
    return {
        RoundNo{1}, seen_version,
        present_figures(world.known(), half_year(), form(), half_year().narrative.back().sections)};
  }

  World world;
};

}  // namespace lantoa::city::statistics
