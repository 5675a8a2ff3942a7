// For this folder's tests: a node whose ledger is signed, told by facts.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "city/checkpoint/courier.h"
#include "city/testing.h"

namespace lantoa::city::checkpoint {

inline crypto::Digest seed_of(std::uint8_t byte) {
  crypto::Digest seed;
  seed.fill(byte);
  return seed;
}

class World {
 public:
  World() {
    hear<report::FigureFrozen>(node.app, figures);
    hear<statistics::RoundOpened, statistics::RoundClosed, statistics::RoundPublished,
         statistics::RoundUnpublished>(node.app, rounds);
    install(node.app, state, {figures, rounds}, *node.store, keys);
    keys.current = seed_of(1);
  }

  template <class F>
  void tell(std::string subject, const F& fact) {
    node.tell(fact, std::move(subject), "account/3");
  }
  void turn(const char* day) { tell("calendar", calendar::DayTurned{*parse_iso_date(day)}); }
  void freeze(std::optional<PersonNo> by = {}) {
    const std::uint32_t no = figures.figures() + 1;
    tell("figure/" + std::to_string(no), report::FigureFrozen{FigureNo{no},
                                                              ItemNo{1},
                                                              UnitNo{3},
                                                              {reach::Channel::Meeting},
                                                              true,
                                                              *parse_iso_date("2021-06-15"),
                                                              node.engine.head().seq,
                                                              5'120,
                                                              1'234,
                                                              12,
                                                              by});
  }
  // A round that two units handed in, closed by nobody that the fact names unless by `by`.
  RoundNo close_round(std::optional<PersonNo> by = {}) {
    const RoundNo no{rounds.rounds() + 1};
    statistics::RoundOpened opened;
    opened.round = no;
    opened.form = "hoat-dong-cap-xa-2012";
    opened.scope = UnitNo{1};
    tell(subject("round", no), opened);
    tell(subject("round", no),
         statistics::RoundClosed{no, 2, {{"1", 7}, {"2", 1'045}, {"10", 0}}, by});
    return no;
  }
  void publish(RoundNo no) { tell(subject("round", no), statistics::RoundPublished{no, {}}); }
  // What the courier did: how many steps until there was nothing to do.
  int work() {
    int steps = 0;
    while (node.app.couriers.front()->step()) ++steps;
    return steps;
  }
  ledger::VerifierKey key() const { return state.newest()->key; }
  std::uint64_t facts() const { return node.engine.head().seq; }

  testing::Node node;
  report::State figures;
  statistics::State rounds;
  State state;
  Keys keys;
};

}  // namespace lantoa::city::checkpoint
