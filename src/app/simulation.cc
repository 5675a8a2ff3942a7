#include "app/simulation.h"

#include <algorithm>
#include <chrono>

#include "app/demo_activities.h"
#include "app/demo_amendment.h"
#include "app/demo_articles.h"
#include "app/demo_comments.h"
#include "app/demo_extensions.h"
#include "app/demo_grown.h"
#include "app/demo_guidance.h"
#include "app/demo_ladder.h"
#include "app/demo_people.h"
#include "app/demo_ratings.h"
#include "app/demo_signed.h"
#include "app/demo_speakers.h"
#include "app/demo_statistics.h"
#include "app/demo_web.h"
#include "city/identity/decide.h"
#include "city/plan/decide.h"
#include "city/portal/decide.h"

namespace lantoa::app {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;

// The working day on which each further article of the demo appears.
constexpr std::array<std::uint32_t, 5> follow_up_days{4, 9, 45, 105, 170};
constexpr std::uint32_t days_between_corrections = 12;
constexpr std::uint32_t days_between_questions = 5;
constexpr std::size_t questions_at_a_time = 4;     // of which the first is answered before the next
constexpr std::uint32_t explain_working_days = 3;  // to answer one

// How diligent a unit is, in permille of its unread people who confirm on a day; some hardly at
// all.
std::uint32_t diligence(city::UnitNo unit) {
  const std::uint32_t spread = unit.value * 2'654'435'761U >> 16;
  if (spread % 23 == 0) return 4;
  return 25 + spread % 90;
}

template <class Decide>
Result<void> act(House& house, std::string actor, Decide decide) {
  city::Order order;
  order.actor = std::move(actor);
  order.decide = std::move(decide);
  TRY(house.app().execute(std::move(order)));
  return {};
}

template <class Command>
Result<void> manage(House& house, const std::string& actor, const Command& command) {
  const States& states = house.states();
  return act(house, actor, [&](const city::Envelope& envelope) {
    return city::identity::decide(states.identity, states.organisation, command, envelope);
  });
}

template <class Command>
Result<void> record(House& house, const std::string& actor, const Command& command) {
  const States& states = house.states();
  return act(house, actor, [&](const city::Envelope& envelope) {
    return city::reach::decide({states.reach, states.organisation, states.identity, states.plan,
                                states.content, states.activity},
                               command, envelope);
  });
}

}  // namespace

Simulation::Simulation(House& house, VirtualClock& clock, std::uint32_t seed)
    : house_(house), clock_(clock), random_(seed) {}

Simulation::~Simulation() { stop(); }

Result<void> Simulation::run_days(std::uint32_t days,
                                  const std::function<void(std::uint32_t)>& progress) {
  const Date first = house_.states().calendar.today() + 1;
  std::uint32_t worked = 0;
  for (Date day = first; worked < days; day = day + 1) {
    if (is_weekend(day)) continue;
    TRY(run_day(day, ++worked, days));
    progress(worked);
  }
  return {};
}

void Simulation::set_clock(Date day, int hour) {
  clock_.set(
      {start_of_day(day).ms + hour * hour_ms + static_cast<std::int64_t>(random_() % 3000) * 1000});
}

Result<void> Simulation::run_day(Date day, std::uint32_t number, std::uint32_t days) {
  clock_.set({start_of_day(day).ms + 8 * hour_ms});
  const Date yesterday = house_.states().calendar.today();
  house_.run_couriers();
  if (to_civil(yesterday).month != to_civil(day).month) TRY(change_staff(day));
  TRY(confirm_and_meet(day));
  if (number % days_between_corrections == 0) TRY(correct_some());
  TRY(finish_some_tasks(day));
  TRY(link_pages(house_, day));
  TRY(report_statistics(house_, day, [this](std::uint32_t permille) { return below(permille); }));
  if (number % days_between_questions == 0) TRY(ask_for_explanations(day));
  for (std::size_t i = 0; i < follow_up_days.size(); ++i) {
    if (follow_up_days[i] != number) continue;
    clock_.set({start_of_day(day).ms + 17 * hour_ms});
    TRY(publish_follow_up(house_, clock_, i + 1, {start_of_day(day).ms + 18 * hour_ms}));
  }
  clock_.set({start_of_day(day).ms + 18 * hour_ms});
  TRY(comment_on(house_, clock_, days - number, number == 1));
  clock_.set({start_of_day(day).ms + 19 * hour_ms});
  TRY(count_views());
  clock_.set({start_of_day(day).ms + 20 * hour_ms});
  TRY(ask_for_guidance(house_, clock_, days - number, number == 1));
  if (number == 1) TRY(grow_district_plan(house_));
  if (number == days) TRY(register_speakers(house_));
  if (number == days) TRY(ask_for_more_time(house_, day));
  if (number == days) TRY(attach_signed_copy(house_, day));
  if (number == days) TRY(draft_amendment(house_, day));
  if (number == days) TRY(set_reminder_days(house_));
  if (number == days) TRY(finish_some_of_district_plan(house_, day));
  if (number == days) TRY(rate_an_article(house_));
  house_.run_couriers();
  return {};
}

// Once a month: of 1,000 persons about three move to another unit, one leaves, one joins.
Result<void> Simulation::change_staff(Date day) {
  const States& states = house_.states();
  TRY_ASSIGN(const std::string actor, actor_of(house_, "quantri"));
  const auto anybody = [&] { return city::PersonNo{1 + one_of(states.identity.persons())}; };
  const auto is_plain = [&](city::PersonNo person) {
    return states.identity.person(person).active && !states.identity.account_of(person);
  };
  const auto anywhere = [&] { return city::UnitNo{1 + one_of(states.organisation.size())}; };
  const std::uint32_t thousands = std::max(1U, states.identity.persons() / 1000);
  for (std::uint32_t i = 0; i < 4 * thousands; ++i) {
    const city::PersonNo person = anybody();
    if (!is_plain(person)) continue;
    const city::UnitNo unit = anywhere();
    if (i % 4 == 0) {
      TRY(manage(house_, actor, city::identity::LeavePerson{person, day}));
    } else if (unit != states.identity.person(person).home) {
      TRY(manage(house_, actor, city::identity::MovePerson{person, unit, day}));
    }
  }
  city::identity::RegisterPersons newcomers{{}, day};
  for (std::uint32_t i = 1; i <= thousands; ++i) {
    const std::string number = std::to_string(states.identity.persons() + i);
    newcomers.rows.push_back({i + 1, "Cán bộ mẫu " + number,
                              states.organisation.unit(anywhere()).code,
                              "canbo" + number + "@mau.lantoa.example", ""});
  }
  return manage(house_, actor, newcomers);
}

// People confirm hour by hour, each hour sharing its syncs; before noon some units meet.
Result<void> Simulation::confirm_and_meet(Date day) {
  const auto today = confirmations();
  for (std::size_t i = 0; i < hours; ++i) {
    set_clock(day, first_hour + static_cast<int>(i));
    TRY(confirm(today[i]));
    if (i == hours / 3) TRY(hold_meetings(day));
  }
  return {};
}

city::Order Simulation::confirmation(const Pending& one) const {
  const States& states = house_.states();
  city::Order order =
      city::reach::confirm_order(states.reach,
                                 {states.calendar, states.organisation, states.identity,
                                  states.plan, states.content, states.activity},
                                 one.person, {one.item, states.reach.item(one.item).version()});
  order.actor = city::subject("person", one.person);
  return order;
}

Result<void> Simulation::confirm(const std::vector<Pending>& some) {
  std::vector<ledger::Command> commands;
  for (const Pending& one : some) commands.push_back(house_.app().command(confirmation(one)));
  for (const auto& done : house_.engine().execute_all(std::move(commands))) {
    if (!done) return tl::unexpected(done.error());
  }
  return {};
}

// Of everybody who has mail and has not confirmed, each with the chance of his unit, at some hour.
std::array<std::vector<Simulation::Pending>, Simulation::hours> Simulation::confirmations() {
  const States& states = house_.states();
  std::array<std::vector<Pending>, hours> out;
  for (std::uint32_t i = 1; i <= states.reach.items(); ++i) {
    const city::reach::Item& item = states.reach.item(city::ItemNo{i});
    for (std::uint32_t number = 1; number <= states.identity.persons(); ++number) {
      const city::PersonNo person{number};
      if (!item.must_know(person) || item.has_receipt(person, city::reach::Channel::Portal)) {
        continue;
      }
      const auto& known = states.identity.person(person);
      if (!known.has_mail || !below(diligence(known.home))) continue;
      if (number % 3 != 0 && is_left_to_visitors(states, known.home)) continue;
      out[one_of(hours)].push_back({item.no(), person});
    }
  }
  return out;
}

// A unit's officer enters who came to a meeting: those without mail, and some who have it.
Result<void> Simulation::hold_meetings(Date day) {
  const States& states = house_.states();
  for (std::uint32_t i = 1; i <= states.reach.items(); ++i) {
    const city::reach::Item& item = states.reach.item(city::ItemNo{i});
    for (std::uint32_t u = 1; u <= states.organisation.size(); ++u) {
      const city::UnitNo unit{u};
      if (!below(diligence(unit) / 3) || is_left_to_visitors(states, unit)) continue;
      city::reach::RecordByProxy entry{item.no(), city::reach::Channel::Meeting, {}, day};
      for (const city::PersonNo person : states.reach.unreached(item, unit)) {
        if (!states.identity.person(person).has_mail || below(250)) {
          entry.persons.push_back(person.value);
        }
      }
      const std::string officer = officer_of(states, unit);
      if (entry.persons.empty() || officer.empty()) continue;
      TRY(record(house_, officer, entry));
    }
  }
  return {};
}

// The newest entry of some officer turns out to name somebody who was not there.
Result<void> Simulation::correct_some() {
  const States& states = house_.states();
  for (std::uint32_t i = 1; i <= states.reach.items(); ++i) {
    const city::reach::Item& item = states.reach.item(city::ItemNo{i});
    const auto& receipts = item.receipts();
    const auto entry = std::find_if(receipts.rbegin(), receipts.rend(), [](const auto& receipt) {
      return static_cast<bool>(receipt.by);
    });
    if (entry == receipts.rend()) continue;
    const city::PersonNo person{entry->persons.front()};
    const std::string officer = officer_of(states, states.reach.home(person));
    if (officer.empty()) continue;
    TRY(record(house_, officer,
               city::reach::CorrectReceipt{item.no(), entry->seq, person, "Ghi nhầm người"}));
  }
  return {};
}

Result<void> Simulation::finish_some_tasks(Date day) {
  const States& states = house_.states();
  for (std::uint32_t i = 1; i <= states.plan.assignments(); ++i) {
    const auto& assignment = states.plan.assignment(city::AssignmentNo{i});
    if (is_of_grown_plan(states, assignment.no)) continue;
    if (!assignment.is_open() || !below(diligence(assignment.unit)) ||
        is_left_to_visitors(states, assignment.unit)) {
      continue;
    }
    const std::string officer = officer_of(states, assignment.unit);
    if (officer.empty()) continue;
    const auto done = activity_for(states, assignment.no, day);
    TRY(act(house_, officer, [&](const city::Envelope& envelope) {
      return city::activity::decide({states.activity, states.organisation, states.law, states.plan},
                                    done, envelope);
    }));
    TRY(act(house_, officer, [&, no = assignment.no](const city::Envelope& envelope) {
      return city::plan::decide({states.plan, states.organisation, states.workday},
                                city::plan::ReportDone{no, day}, envelope);
    }));
  }
  return {};
}

// The first of those that were asked last answers; some that are late are asked anew.
Result<void> Simulation::ask_for_explanations(Date day) {
  const States& states = house_.states();
  const auto run = [&](const std::string& actor, const auto& command) {
    return act(house_, actor, [&](const city::Envelope& envelope) {
      return city::oversight::decide(city::oversight::Known{states.oversight, states.organisation,
                                                            states.plan, states.workday},
                                     command, envelope);
    });
  };
  if (!states.oversight.unexplained().empty()) {
    const city::ExplanationNo first = *states.oversight.unexplained().begin();
    const auto assignment = states.oversight.explanation(first).assignment;
    const std::string officer = officer_of(states, states.plan.assignment(assignment).unit);
    if (!officer.empty()) {
      TRY(run(officer, city::oversight::GiveExplanation{
                           first, "Cán bộ phụ trách nghỉ ốm; tuần tới sẽ phổ biến tại giao ban."}));
    }
  }
  TRY_ASSIGN(const std::string planner, actor_of(house_, "stp.chuyenvien"));
  std::size_t asked = 0;
  for (std::uint32_t i = 1; i <= states.plan.assignments() && asked < questions_at_a_time; ++i) {
    const city::AssignmentNo no{i};
    if (!states.plan.assignment(no).is_late(day)) continue;
    if (states.oversight.last_explanation(no) != nullptr) continue;
    TRY(run(planner,
            city::oversight::AskExplanation{no, "Vì sao chưa triển khai, khi nào làm xong?",
                                            city::Due::within(explain_working_days)}));
    ++asked;
  }
  return {};
}

Result<void> Simulation::count_views() {
  const States& states = house_.states();
  city::portal::CountViews views;
  // Ascending by number, as a fact lists them.
  std::vector<city::ArticleNo> published = states.content.published();
  std::sort(published.begin(), published.end());
  for (const city::ArticleNo article : published) {
    views.views.push_back({article, 20 + one_of(120)});
  }
  return act(house_, "courier/demo", [&](const city::Envelope& envelope) {
    return city::portal::decide(states.content, views, envelope);
  });
}

void Simulation::start() {
  thread_ = std::thread([this] { keep_going(); });
}

void Simulation::stop() {
  stopping_ = true;
  if (thread_.joinable()) thread_.join();
}

void Simulation::keep_going() {
  std::vector<Pending> waiting;
  while (!stopping_) {
    if (waiting.empty()) {
      for (const auto& hour : house_.engine().read([&] { return confirmations(); })) {
        waiting.insert(waiting.end(), hour.begin(), hour.end());
      }
      std::shuffle(waiting.begin(), waiting.end(), random_);
    }
    if (!waiting.empty()) {
      auto order = house_.engine().read([&] { return confirmation(waiting.back()); });
      waiting.pop_back();
      const auto sent = house_.app().execute(std::move(order));
      if (!sent && sent.error().code == Code::Unavailable) return;
    }
    for (int tenth = 0; tenth < 8 && !stopping_; ++tenth) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }
}

}  // namespace lantoa::app
