#include "sim/city.h"

#include <algorithm>

#include "city/oversight/mail_id.h"
#include "city/oversight/returned.h"

namespace lantoa::sim {
namespace {

constexpr std::uint32_t events_min = 150;
constexpr std::uint32_t events_more = 250;
constexpr std::uint32_t healing_rounds_max = 2'000;
constexpr std::size_t operations_max = 40;
constexpr std::size_t nodes_max = 3;
constexpr std::int64_t skew_ms_max = 90'000;
constexpr std::uint32_t usual_percent = 40;  // of all wishes

}  // namespace

// The server's side of the line: what it takes it has, whatever the sender learns of it.
class City::Mail : public mail::Sender {
 public:
  explicit Mail(City& city) : city_(city) {}

  mail::Sent send(const mail::Message& message) override {
    Delivered& delivered = city_.mails_[message.id];
    const std::size_t mood = city_.is_calm_ ? 0 : city_.one_of(10);
    if (mood == 1) return {mail::Outcome::NotNow, "451"};
    if (mood == 2) {
      ++delivered.refused;
      return {mail::Outcome::Refused, "550", city_.chance(30) ? "5.1.1" : ""};
    }
    if (mood == 3) return {mail::Outcome::Unknown, "cut before the text"};
    take(message, delivered);
    delivered.was_cut = mood == 4;
    if (mood == 4) return {mail::Outcome::Unknown, "cut after the text"};
    if (mood == 5 && city_.may_crash_) throw Crash{};
    return {mail::Outcome::Accepted, "250"};
  }

 private:
  void take(const mail::Message& message, Delivered& delivered) {
    if (delivered.accepted > 0) {
      ++city_.copies_;
      const bool was_told = !delivered.was_cut && delivered.disturbed == city_.disturbances();
      if (was_told) ++delivered.causeless;
    }
    ++delivered.accepted;
    delivered.disturbed = city_.disturbances();
    if (city_.chance(city_.returns_percent_)) city_.send_back(message);
    city_.note("mail " + message.id + " taken");
  }

  City& city_;
};

City::City(const Beginning& beginning, std::uint64_t seed, Database::Lie lie)
    : beginning_(beginning), random_(seed), now_(beginning.now) {
  for (const ledger::Fact& fact : beginning.facts) {
    ASSERT(database_.store->append({.facts = {fact}}).has_value());
  }
  database_.lie = lie;
  nodes_.resize(1 + one_of(nodes_max));
  may_crash_ = chance(70);
  themes_ = {themes()[one_of(long_themes)], themes()[one_of(themes().size())]};
  returns_percent_ = chance(25) ? 50 : 5;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    nodes_[i].clock = std::make_unique<NodeClock>(*this);
    start(i);
  }
}

City::~City() = default;

void City::start(std::size_t index) {
  Node& node = nodes_[index];
  auto connection = std::make_unique<Connection>(database_, nodes_.size() > 1);
  node.connection = connection.get();
  app::House::Parts parts{std::move(connection),
                          std::make_unique<SharedBlobs>(database_),
                          {},
                          std::make_unique<Mail>(*this),
                          beginning_.built,
                          {[this](const std::string& url) { return look_at_page(url); }, true}};
  auto house = app::House::on(std::move(parts), *node.clock);
  ASSERT(house.has_value());  // whatever happened before, a new process can replay
  node.house = *std::move(house);
  node.house->engine().on_diverged([this](const Problem&) { ++diverged_; });
}

// The web: pages come and go, change their words, and a process may die while it waits for one.
Result<fetch::Answer> City::look_at_page(const std::string& url) {
  const std::size_t mood = one_of(10);
  if (mood == 0) return problem(Code::Unavailable, {"không trả lời", "no answer"});
  if (mood == 1) return fetch::Answer{404, {}, {}, url};
  if (mood == 2 && may_crash_ && !is_calm_) throw Crash{};
  const std::string words = mood < 6 ? "Nghị định 1/2021/NĐ-CP" : "Tin số " + std::to_string(mood);
  return fetch::Answer{
      200, {{"content-type", mood < 8 ? "text/html" : "text/plain"}}, "<p>" + words + "</p>", url};
}

// What was taken comes back after all, told once or twice, now and then of another mailbox.
void City::send_back(const mail::Message& message) {
  const Notification told{message.id, chance(95) ? message.to : "ai-do@mau.example",
                          chance(70) ? "5.1.1" : "4.4.7"};
  notifications_.push_back(told);
  if (chance(10)) notifications_.push_back(told);
}

// As the courier does that reads the folder; of files the sim knows nothing. Who dies before he
// puts one by reads it again. false: nothing was read.
bool City::bring_back() {
  if (notifications_.empty()) return false;
  const std::size_t which = one_of(notifications_.size());
  const Notification& told = notifications_[which];
  bool is_read = false;
  guarded(leader_, [&](app::House& house) {
    if (!lead(house.app())) return;
    const auto about = city::oversight::reminder_in(told.id);
    city::Order order = city::order_of(
        city::oversight::RecordReturn{
            about.value_or(city::ReminderNo{}), {told.mailbox}, told.status, "không có hộp thư"},
        known_oversight(house.states()));
    order.actor = "courier/mail-returns";
    const auto done = house.app().execute(std::move(order));
    is_read = done || done.error().code != Code::Unavailable;
  });
  if (is_read) note("mail " + told.id + " comes back");
  if (is_read && (is_calm_ || !chance(10))) {
    notifications_.erase(notifications_.begin() + static_cast<std::ptrdiff_t>(which));
  }
  return is_read;
}

// A crash on the way ends the process: what it had in memory is gone, nobody is answered.
void City::guarded(std::size_t index, const std::function<void(app::House&)>& act) {
  Node& node = nodes_[index];
  if (!node.house) return;
  try {
    act(*node.house);
  } catch (const Crash&) {
    note("node " + std::to_string(index) + " dies");
    ++crashes_;
    node.house.reset();
    node.connection = nullptr;
  }
}

void City::step(std::size_t index) {
  guarded(index, [](app::House& house) { house.engine().step(); });
}

// Couriers work on the node that holds the lease. Which one changes when it is down, and sometimes
// for no reason; the former holder may not have heard and goes on with its old number.
void City::step_courier(std::size_t courier) {
  const auto step = [courier](app::House& house) {
    const auto& couriers = house.app().couriers;
    couriers[courier % couriers.size()]->step();
  };
  if (!nodes_[leader_].house || (!is_calm_ && chance(3))) {
    const std::size_t before = std::exchange(leader_, one_of(nodes_.size()));
    if (leader_ != before) ++moves_;
  }
  const std::size_t other = one_of(nodes_.size());
  const bool was_leader = nodes_[other].house && nodes_[other].house->app().lease != 0;
  if (was_leader && other != leader_) guarded(other, step);
  if (!nodes_[leader_].house) return;
  guarded(leader_, [this, &step](app::House& house) {
    if (lead(house.app())) step(house);
  });
}

// The leader keeps its lease for as long as nobody took another. What it is must be known before
// its couriers work, as in House::keep_lease.
bool City::lead(city::App& app) {
  if (app.lease != database_.lease || app.lease == 0) ++database_.lease;
  return app.lead(database_.lease).has_value();
}

void City::ask(std::size_t operation) {
  const std::size_t node = one_of(nodes_.size());
  note(operations_[operation].name + " asks node " + std::to_string(node));
  const bool doubled = !is_calm_ && chance(10);
  network_.push_back({operation, node, {}});
  if (doubled) network_.push_back({operation, one_of(nodes_.size()), {}});
  operations_[operation].sent += doubled ? 2 : 1;
}

void City::pass_on_a_message() {
  if (network_.empty()) return;
  const std::size_t which = one_of(network_.size());
  Message message = std::move(network_[which]);
  network_.erase(network_.begin() + static_cast<std::ptrdiff_t>(which));
  if (!is_calm_ && chance(10)) return;
  if (message.answer) return hear(std::move(message));
  guarded(message.node, [&](app::House& house) {
    const Operation& operation = operations_[message.operation];
    city::Order order = operation.order(house);
    order.actor = operation.actor;
    order.key = operation.key();
    house.app().submit(std::move(order), [this, message](Result<ledger::Done> done) {
      network_.push_back({message.operation, message.node, std::move(done)});
    });
  });
}

// The sender hears the answer. Unavailable leaves open what happened, so he will ask again.
void City::hear(Message message) {
  Operation& operation = operations_[message.operation];
  const Result<ledger::Done>& answer = *message.answer;
  if (!answer && answer.error().code == Code::Unavailable) return;
  if (operation.state != Operation::State::Waiting) return;
  operation.state = answer ? Operation::State::Done : Operation::State::Refused;
  if (answer) operation.answer = answer->answer;
  note(operation.name + (answer ? " is done" : " is refused: " + answer.error().text.en));
}

void City::turn_the_clock() {
  const std::size_t how = one_of(10);
  constexpr std::int64_t hour_ms = 3'600'000;
  now_.ms += how == 0 ? 30 * hour_ms : how == 1 ? 3 * hour_ms : 1'000;
  if (how == 2) {
    const auto skew = static_cast<std::int64_t>(one_of(2 * skew_ms_max)) - skew_ms_max;
    nodes_[one_of(nodes_.size())].clock->offset_ms = skew;
  }
}

void City::do_harm() {
  const std::size_t index = one_of(nodes_.size());
  Node& node = nodes_[index];
  ++faults_;
  if (!node.house) return start(index);
  switch (one_of(7)) {
    case 0:
      node.connection->cut_off = !node.connection->cut_off;
      return note("node " + std::to_string(index) + " is cut off or comes back");
    case 1:
      node.connection->next = Fault::FailsBefore;
      return;
    case 2:
      node.connection->next = Fault::FailsAfter;
      return;
    case 3:
      if (may_crash_) node.connection->next = Fault::CrashesBefore;
      return;
    case 4:
      if (may_crash_) node.connection->next = Fault::CrashesAfter;
      return;
    case 5:
      if (may_crash_) guarded(index, [](app::House&) { throw Crash{}; });
      return;
    default:
      node.house->engine().hear_of_others();
  }
}

void City::happen() {
  switch (one_of(12)) {
    case 0:
    case 1:
      return wish_something();
    case 2:
      if (operations_.empty()) return;
      if (const std::size_t which = one_of(operations_.size());
          operations_[which].state == Operation::State::Waiting) {
        ask(which);
      }
      return;
    case 3:
    case 4:
    case 5:
      return pass_on_a_message();
    case 6:
    case 7:
    case 8:
      return step(one_of(nodes_.size()));
    case 9:
      if (chance(50) && bring_back()) return;
      return step_courier(one_of(64));
    case 10:
      return turn_the_clock();
    default:
      return do_harm();
  }
}

// What is wished for in every life.
Operation City::usual_wish() {
  static constexpr std::array<Operation (City::*)(), 8> wishes{
      &City::confirmation, &City::confirmation, &City::draft,  &City::registration,
      &City::meeting,      &City::urging,       &City::report, &City::frozen_figure};
  return (this->*wishes[one_of(wishes.size())])();
}

// Whoever finds no page to look at, because its node is down, wishes for something usual.
void City::wish_something() {
  if (operations_.size() >= operations_max) return;
  const Node& looked_at = nodes_[one_of(nodes_.size())];
  const bool is_usual = !looked_at.house || chance(usual_percent);
  Operation operation =
      is_usual ? usual_wish()
               : themes_[one_of(themes_.size())](
                     {beginning_, random_, looked_at.house->states(), operations_.size()});
  operation.name += " " + std::to_string(operations_.size());
  operations_.push_back(std::move(operation));
  ask(operations_.size() - 1);
}

// Everything works again. false: somebody waits for something for ever.
bool City::heal() {
  is_calm_ = true;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (!nodes_[i].house) start(i);
    nodes_[i].connection->cut_off = false;
    nodes_[i].connection->next = Fault::None;
    nodes_[i].clock->offset_ms = 0;
  }
  // Past every wait of the mail courier; what is only told then that it did not go out waits again.
  for (int wait = 0; wait < 2; ++wait) {
    now_.ms += skew_ms_max + city::oversight::pause_between_attempts_ms;
    if (!come_to_rest()) return false;
  }
  return true;
}

// Goes on until nobody has anything to do now. false: it never ends.
bool City::come_to_rest() {
  for (std::uint32_t round = 0; round < healing_rounds_max; ++round) {
    bool worked = false;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      nodes_[i].house->engine().hear_of_others();
      // A node that cannot write for good would try for ever.
      for (std::size_t step = 0; step < operations_max && nodes_[i].house->engine().step();
           ++step) {
        worked = worked || !network_.empty();
      }
    }
    while (!network_.empty()) {
      pass_on_a_message();
      worked = true;
    }
    for (std::size_t i = 0; i < operations_.size(); ++i) {
      if (operations_[i].state != Operation::State::Waiting) continue;
      ask(i);
      worked = true;
    }
    city::App& leader = nodes_[leader_].house->app();
    if (!lead(leader)) continue;  // it has to open its store anew first
    for (const auto& courier : leader.couriers) worked = courier->step() || worked;
    while (bring_back()) worked = true;
    worked = worked || !notifications_.empty();
    if (!worked) return true;
  }
  return false;
}

std::uint64_t City::done() const {
  return static_cast<std::uint64_t>(std::count_if(
      operations_.begin(), operations_.end(),
      [](const Operation& operation) { return operation.state == Operation::State::Done; }));
}

std::vector<std::string> City::live() {
  const std::size_t events = events_min + one_of(events_more);
  for (std::size_t i = 0; i < events; ++i) happen();
  if (!heal()) return {"it never comes to rest"};
  return complaints();
}

}  // namespace lantoa::sim
