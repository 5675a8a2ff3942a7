// Simulated work: who confirms on which day, which unit is late. Seeded, so that two runs of the
// demo give the same ledger; everything goes through the same commands that people send.
#pragma once

#include <atomic>
#include <random>
#include <thread>

#include "app/campaign.h"

namespace lantoa::app {

class Simulation {
 public:
  Simulation(House& house, VirtualClock& clock, std::uint32_t seed);
  ~Simulation();

  // `days` working days from the day after the article appeared, on this thread, before
  // House::start.
  Result<void> run_days(std::uint32_t days);
  // Keeps people confirming, about one a second, on a thread of its own, until stop().
  void start();
  void stop();

 private:
  Result<void> run_day(Date day, std::uint32_t number);
  Result<void> confirm_some(Date day);
  Result<void> finish_some_tasks(Date day);
  bool below(std::uint32_t permille) { return random_() % 1000 < permille; }
  std::vector<city::Order> confirmations(std::uint32_t parts);
  void keep_going();

  House& house_;
  VirtualClock& clock_;
  std::mt19937 random_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace lantoa::app
