// A whole city in one thread, drawn from one number: nodes that share a database, people who send
// commands and lose patience, a network that drops, doubles and reorders, a mail server with moods,
// clocks that disagree, and processes that die. At the end everything heals, and what was promised
// to anybody must be true.
#pragma once

#include <array>
#include <deque>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "app/house.h"
#include "sim/beginning.h"
#include "sim/store.h"
#include "sim/wishes.h"

namespace lantoa::sim {

// What the mail server did with a message, by Message-ID.
struct Delivered {
  std::uint32_t accepted = 0;  // taken by it
  std::uint32_t refused = 0;
  bool was_cut = false;         // the sender did not hear that it was taken last
  std::uint64_t disturbed = 0;  // City::disturbances when it was taken last
  std::uint32_t causeless = 0;  // taken again although nothing had come between
};

class City {
 public:
  City(const Beginning& beginning, std::uint64_t seed, Database::Lie lie = Database::Lie::None);
  ~City();

  // Lives through it and heals. What is wrong at the end, in words; empty: nothing.
  std::vector<std::string> live();

  const std::vector<std::string>& trace() const { return trace_; }
  std::uint64_t done() const;  // operations that were acknowledged
  std::uint64_t crashes() const { return crashes_; }
  std::uint64_t copies() const { return copies_; }  // of mails that were taken before
  std::uint64_t faults() const { return faults_; }
  const std::set<std::string>& kinds() const { return kinds_; }  // of the facts that came about

 private:
  struct NodeClock : Clock {
    explicit NodeClock(const City& city) : city_(city) {}
    Instant now() override { return {city_.now_.ms + offset_ms}; }
    std::int64_t offset_ms = 0;

   private:
    const City& city_;
  };
  class Mail;
  // That a mail came back, on its way to the folder that a courier looks into.
  struct Notification {
    std::string id;       // of the mail
    std::string mailbox;  // that it names
    const char* status = "";
  };
  struct Node {
    std::unique_ptr<NodeClock> clock;
    std::unique_ptr<app::House> house;  // none: the process is down
    Connection* connection = nullptr;   // of the house
  };
  // To a node, or its answer back.
  struct Message {
    std::size_t operation = 0;
    std::size_t node = 0;
    std::optional<Result<ledger::Done>> answer;
  };

  bool chance(std::uint32_t percent) { return random_() % 100 < percent; }
  std::size_t one_of(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
  void note(std::string what) { trace_.push_back(std::move(what)); }
  // What makes a courier forget, or another one take its place.
  std::uint64_t disturbances() const { return crashes_ + moves_; }

  void happen();
  void start(std::size_t node);
  void guarded(std::size_t node, const std::function<void(app::House&)>& act);
  void step(std::size_t node);
  void step_courier(std::size_t courier);
  Result<fetch::Answer> look_at_page(const std::string& url);
  void send_back(const mail::Message& message);
  bool bring_back();
  bool lead(city::App& app);
  void wish_something();
  Operation usual_wish();
  void ask(std::size_t operation);
  void pass_on_a_message();
  void hear(Message message);
  void turn_the_clock();
  void do_harm();
  bool come_to_rest();
  bool heal();

  Operation confirmation();
  Operation draft();
  Operation registration();
  Operation meeting();
  Operation urging();
  Operation report();
  Operation frozen_figure();

  std::vector<std::string> complaints();
  void check_promises(std::vector<std::string>& wrong);
  void check_mails(std::vector<std::string>& wrong);
  void check_states(std::vector<std::string>& wrong);
  void check_erasures(std::vector<std::string>& wrong);

  const Beginning& beginning_;
  std::mt19937_64 random_;
  Database database_;
  Instant now_;
  std::vector<Node> nodes_;
  std::size_t leader_ = 0;
  std::vector<Operation> operations_;
  std::deque<Message> network_;
  std::map<std::string, Delivered> mails_;
  std::deque<Notification> notifications_;
  std::uint32_t returns_percent_ = 0;  // of the mails that are taken
  bool is_calm_ = false;               // no more harm
  bool may_crash_ = false;
  std::array<Theme, 2> themes_{};  // what this life dwells on
  std::uint32_t confirmed_ = 0;
  std::uint64_t crashes_ = 0;
  std::uint64_t moves_ = 0;  // of the couriers to another node
  std::uint64_t faults_ = 0;
  std::uint64_t diverged_ = 0;
  std::uint64_t copies_ = 0;
  std::set<std::string> kinds_;
  std::vector<std::string> trace_;
};

}  // namespace lantoa::sim
