#include "app/simulation.h"

#include <chrono>

#include "city/plan/decide.h"
#include "city/portal/decide.h"

namespace lantoa::app {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;

// How diligent a unit is, in permille of its unread people who confirm on a day; some hardly at
// all.
std::uint32_t diligence(city::UnitNo unit) {
  const std::uint32_t spread = unit.value * 2'654'435'761U >> 16;
  if (spread % 23 == 0) return 4;
  return 25 + spread % 90;
}

bool is_weekend(Date day) { return (day.days + 3) % 7 >= 5; }  // 1970-01-01 was a Thursday

}  // namespace

Simulation::Simulation(House& house, VirtualClock& clock, std::uint32_t seed)
    : house_(house), clock_(clock), random_(seed) {}

Simulation::~Simulation() { stop(); }

Result<void> Simulation::run_days(std::uint32_t days) {
  const Date first = house_.states().calendar.today() + 1;
  std::uint32_t worked = 0;
  for (Date day = first; worked < days; day = day + 1) {
    if (is_weekend(day)) continue;
    TRY(run_day(day, ++worked));
  }
  return {};
}

Result<void> Simulation::run_day(Date day, std::uint32_t number) {
  clock_.set({start_of_day(day).ms + 8 * hour_ms});
  house_.run_couriers();
  TRY(confirm_some(day));
  TRY(finish_some_tasks(day));
  if (number == 4 || number == 9) {
    const Instant when{start_of_day(day).ms + 14 * hour_ms};
    TRY(publish_follow_up(house_, clock_, number == 4 ? 0 : 1, when));
  }
  clock_.set({start_of_day(day).ms + 17 * hour_ms});
  const States& states = house_.states();
  city::portal::CountViews views;
  // Ascending by number, as a fact lists them.
  std::vector<city::ArticleNo> published = states.content.published();
  std::sort(published.begin(), published.end());
  for (const city::ArticleNo article : published) {
    views.views.push_back({article, static_cast<std::uint32_t>(20 + random_() % 120)});
  }
  city::Order order;
  order.actor = "courier/demo";
  order.decide = [&](const city::Envelope& envelope) {
    return city::portal::decide(states.content, views, envelope);
  };
  TRY(house_.app().execute(std::move(order)));
  house_.run_couriers();
  return {};
}

// The confirmations of one day; in groups by hour, each group sharing its syncs.
Result<void> Simulation::confirm_some(Date day) {
  for (int hour = 9; hour <= 16; ++hour) {
    clock_.set({start_of_day(day).ms + hour * hour_ms +
                static_cast<std::int64_t>(random_() % 3000) * 1000});
    std::vector<ledger::Command> commands;
    for (city::Order& order : confirmations(8)) {
      commands.push_back(house_.app().command(std::move(order)));
    }
    for (const auto& done : house_.engine().execute_all(std::move(commands))) {
      if (!done) return tl::unexpected(done.error());
    }
  }
  return {};
}

// Everybody who has not confirmed, with the chance of his unit divided by `parts` of a day.
std::vector<city::Order> Simulation::confirmations(std::uint32_t parts) {
  const States& states = house_.states();
  std::vector<city::Order> out;
  for (std::uint32_t i = 1; i <= states.reach.items(); ++i) {
    const city::reach::Item& item = states.reach.item(city::ItemNo{i});
    for (std::uint32_t number = 1; number <= states.identity.persons(); ++number) {
      const city::PersonNo person{number};
      const auto& known = states.identity.person(person);
      if (!known.has_mail || !item.must_know(person) || item.is_reached(person)) continue;
      if (!below(std::max(1U, diligence(known.home) / parts))) continue;
      city::Order order = city::reach::confirm_order(
          states.reach,
          {states.calendar, states.organisation, states.identity, states.plan, states.content},
          person, {item.no(), item.version()});
      order.actor = city::subject("person", person);
      out.push_back(std::move(order));
    }
  }
  return out;
}

Result<void> Simulation::finish_some_tasks(Date day) {
  const States& states = house_.states();
  for (std::uint32_t i = 1; i <= states.plan.assignments(); ++i) {
    const auto& assignment = states.plan.assignment(city::AssignmentNo{i});
    if (assignment.done || !below(diligence(assignment.unit))) continue;
    city::Order order;
    order.actor = "courier/demo";
    order.decide = [&, no = assignment.no](const city::Envelope& envelope) {
      return city::plan::decide({states.plan, states.organisation}, city::plan::ReportDone{no, day},
                                envelope);
    };
    TRY(house_.app().execute(std::move(order)));
  }
  return {};
}

void Simulation::start() {
  thread_ = std::thread([this] { keep_going(); });
}

void Simulation::stop() {
  stopping_ = true;
  if (thread_.joinable()) thread_.join();
}

void Simulation::keep_going() {
  std::vector<city::Order> waiting;
  while (!stopping_) {
    if (waiting.empty()) {
      waiting = house_.engine().read([&] { return confirmations(1); });
      std::shuffle(waiting.begin(), waiting.end(), random_);
    }
    if (!waiting.empty()) {
      const auto sent = house_.app().execute(std::move(waiting.back()));
      waiting.pop_back();
      if (!sent && sent.error().code == Code::Unavailable) return;
    }
    for (int tenth = 0; tenth < 8 && !stopping_; ++tenth) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }
}

}  // namespace lantoa::app
