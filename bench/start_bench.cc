// Today's work (/ban-lam-viec) at the size of a country's cities: 6,631 units, 1 million
// activities, a plan whose ten tasks went to every commune (60,000 assignments, a fifth of them
// late), a round of reports that half of the communes handed in. Whole pages, from request to
// bytes, of the three who work there: the standing agency, a district, a commune.
#include <benchmark/benchmark.h>

#include "city/activity/activity.h"
#include "city/oversight/oversight.h"
#include "city/statistics/statistics.h"
#include "city/testing.h"
#include "kernel/assert.h"

namespace lantoa::city {
namespace {

constexpr std::uint32_t provinces = 30;
constexpr std::uint32_t districts = 600;
constexpr std::uint32_t communes = 6'000;
constexpr std::uint32_t first_commune = 2 + provinces + districts;
constexpr std::uint32_t units_all = 1 + provinces + districts + communes;
constexpr std::uint32_t activities_all = 1'000'000;
constexpr std::uint32_t tasks_all = 10;

UnitNo parent_of(std::uint32_t unit) {
  if (unit == 1) return {};
  if (unit <= 1 + provinces) return UnitNo{1};
  if (unit < first_commune) return UnitNo{2 + (unit - 2 - provinces) % provinces};
  return UnitNo{2 + provinces + (unit - first_commune) % districts};
}

struct Who {
  const char* account;
  Role role;
  UnitNo unit;
};
constexpr std::array people{Who{"account/1", Role::Planner, UnitNo{1}},
                            Who{"account/2", Role::UnitOfficer, UnitNo{40}},
                            Who{"account/3", Role::UnitOfficer, UnitNo{units_all}}};

struct World {
  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  plan::State plans;
  content::State content;
  reach::State reach{units};
  workday::State workdays;
  activity::State activities;
  oversight::State oversight;
  statistics::State statistics;
  std::uint64_t seq = 0;
  std::vector<std::string> tokens;  // of `people`
  const Date today = *parse_iso_date("2021-07-05");

  World() {
    oversight::install(node.app, oversight, {calendar, units, plans, content, reach, workdays},
                       node.clock, {});
    statistics::install(node.app, statistics, {calendar, units, activities, workdays});
    calendar.fold({today}, {});
    open_units();
    give_tasks();
    log_activities();
    ask_for_reports();
    node.app.find_actor = [](std::string_view name) -> Result<Actor> {
      Actor actor;
      actor.kind = Actor::Kind::Account;
      actor.name = name;
      const auto no = static_cast<std::uint32_t>(name.back() - '0');
      actor.account = AccountNo{no};
      actor.person = PersonNo{no};
      actor.home = people[no - 1].unit;
      actor.grants = {{people[no - 1].role, people[no - 1].unit}};
      return actor;
    };
    // Before any page: the fake random numbers of a node come round again after some hundreds.
    for (const Who& who : people) tokens.push_back(node.sign_in(who.account));
  }

  ledger::Stamp stamp() { return {++seq, {}, {}, {}}; }

  void open_units() {
    for (std::uint32_t no = 1; no <= units_all; ++no) {
      organisation::UnitOpened fact{UnitNo{no},
                                    {},
                                    "Đơn vị " + std::to_string(no),
                                    std::to_string(no),
                                    organisation::Kind::Commune,
                                    {},
                                    {}};
      if (const UnitNo parent = parent_of(no)) fact.parent = parent;
      units.fold(fact);
    }
  }

  void give_tasks() {
    plans.fold(plan::PlanDrafted{PlanNo{1}, UnitNo{1}, UnitNo{1}, "Kế hoạch", {}, {}, {}, {}});
    NumberSet all;
    for (std::uint32_t no = first_commune; no <= units_all; ++no) all.numbers.push_back(no);
    AssignmentNo first{1};
    for (std::uint32_t task = 1; task <= tasks_all; ++task) {
      const Date due = today + (task <= 2 ? -10 : 20);
      plans.fold(plan::TaskAdded{TaskNo{task}, PlanNo{1}, task + 1, "Việc", {{}, UnitNo{1}}, due});
      plans.fold(plan::AssignmentsGiven{TaskNo{task}, first, all, due});
      first.value += communes;
    }
    plans.fold(plan::PlanIssued{PlanNo{1}, "06/KH-HĐPH", today - 60});
    for (std::uint32_t no = 1; no <= plans.assignments(); no += 3) {
      plans.fold(plan::AssignmentDone{AssignmentNo{no}, today - 1});
    }
  }

  void log_activities() {
    for (std::uint32_t no = 1; no <= activities_all; ++no) {
      activity::Record record;
      record.kind = "truc-tiep";
      record.on = today - static_cast<std::int32_t>(no * 7 % 180);
      record.amounts = {{"luot-nguoi", 1 + no * 13 % 97}};
      activities.fold(
          activity::ActivityLogged{
              ActivityNo{no}, UnitNo{first_commune + no % communes}, record, {}},
          stamp());
    }
  }

  void ask_for_reports() {
    statistics::RoundOpened fact;
    fact.round = RoundNo{1};
    fact.form = "hoat-dong-cap-xa-2012";
    fact.from = today - 180;
    fact.to = today - 1;
    fact.due = today + 5;
    fact.scope = UnitNo{1};
    for (std::uint32_t no = first_commune; no <= units_all; ++no) fact.units.numbers.push_back(no);
    statistics.fold(fact, stamp());
    for (std::uint32_t no = first_commune; no < units_all; no += 2) {
      statistics.fold(statistics::ReportSubmitted{RoundNo{1}, UnitNo{no}, 1, {}, {}, {}}, stamp());
    }
  }
};

void start_page(benchmark::State& bench) {
  static World world;
  const std::string& token = world.tokens[static_cast<std::size_t>(bench.range(0))];
  for (auto _ : bench) {
    const auto page = world.node.get("/ban-lam-viec", token);
    ASSERT(page.status == 200 && page.body.find("class=\"tasks\"") != std::string::npos);
    benchmark::DoNotOptimize(page.body.size());
  }
}
BENCHMARK(start_page)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace lantoa::city

BENCHMARK_MAIN();
