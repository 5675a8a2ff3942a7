// Simulated work: who confirms on which day, which unit meets, reports, is late; who moves, leaves
// and joins. Seeded, so that in two runs of the demo the same happens; everything goes through the
// same commands that people send, by somebody who may send them.
#pragma once

#include <array>
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
  // House::start. `progress` is told after each how many are done.
  Result<void> run_days(std::uint32_t days, const std::function<void(std::uint32_t)>& progress);
  // Keeps people confirming, about one a second, on a thread of its own, until stop().
  void start();
  void stop();

 private:
  struct Pending {
    city::ItemNo item;
    city::PersonNo person;
  };
  static constexpr int first_hour = 9;
  static constexpr std::size_t hours = 8;

  Result<void> run_day(Date day, std::uint32_t number, std::uint32_t days);
  Result<void> change_staff(Date day);
  Result<void> confirm_and_meet(Date day);
  Result<void> confirm(const std::vector<Pending>& some);
  Result<void> hold_meetings(Date day);
  Result<void> correct_some();
  Result<void> finish_some_tasks(Date day);
  Result<void> ask_for_explanations(Date day);
  Result<void> count_views();
  bool below(std::uint32_t permille) { return random_() % 1000 < permille; }
  std::uint32_t one_of(std::size_t count) { return static_cast<std::uint32_t>(random_() % count); }
  void set_clock(Date day, int hour);
  std::array<std::vector<Pending>, hours> confirmations();
  city::Order confirmation(const Pending& one) const;
  void keep_going();

  House& house_;
  VirtualClock& clock_;
  std::mt19937 random_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace lantoa::app
