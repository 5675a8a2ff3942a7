#include "app/demo_statistics.h"

#include <algorithm>

#include "app/campaign.h"
#include "app/demo_narrative.h"
#include "app/demo_order.h"
#include "app/demo_people.h"
#include "city/statistics/roll_up.h"

namespace lantoa::app {
namespace {

namespace statistics = city::statistics;

struct DemoRound {
  const char* form;
  const char* opened;  // on the first working day from then on
  const char* from;
  const char* to;
  const char* due;
  const char* money;  // column that no activity says; none: nullptr
};
constexpr DemoRound demo_rounds[] = {
    {"chi-tieu-chung", "2021-05-24", "2021-05-01", "2021-05-31", "2021-06-07", "14"},
    {"hoat-dong-cap-xa-2012", "2021-06-14", "2021-01-01", "2021-06-30", "2021-07-05", nullptr},
};
constexpr std::uint32_t hands_in_permille = 240;  // of those that are missing, on a day
constexpr std::uint32_t accepted_permille = 400;  // of those that wait
constexpr std::uint32_t sent_back_permille = 15;
constexpr std::uint64_t estimated_share = 5;  // of what was counted, one in so many is expected

Date date(const char* text) { return *parse_iso_date(text); }

template <class Command>
Result<void> act_on_round(House& house, const std::string& actor, const Command& command) {
  const States& states = house.states();
  return act_as(
      house, actor,
      statistics::Known{states.statistics, states.organisation, states.activity, states.workday},
      command);
}

Result<void> open_rounds(House& house, Date day) {
  const States& states = house.states();
  const std::uint32_t open = states.statistics.rounds();
  if (open >= std::size(demo_rounds) || day < date(demo_rounds[open].opened)) return {};
  const DemoRound& round = demo_rounds[open];
  TRY_ASSIGN(const std::string actor, actor_of(house, "stp.chuyenvien"));
  return act_on_round(house, actor,
                      statistics::OpenRound{round.form, states.organisation.root(),
                                            date(round.from), date(round.to), date(round.due)});
}

const char* money_of(const statistics::Round& round) {
  for (const DemoRound& one : demo_rounds) {
    if (round.form == one.form) return one.money;
  }
  return nullptr;
}

std::uint64_t amount_in(const statistics::SubmitReport& report, const std::string& column) {
  const auto found = std::find_if(report.cells.begin(), report.cells.end(),
                                  [&](const auto& cell) { return cell.column == column; });
  return found->amount.value_or(0);
}
void put(statistics::SubmitReport& report, const std::string& column, std::uint64_t amount) {
  for (auto& cell : report.cells) {
    if (cell.column == column) cell.amount = amount;
  }
}

// What its activities say, and money in proportion; of a whole all is of its last part. A version
// that was sent back for its money says another sum.
statistics::SubmitReport report_of(const States& states, const statistics::Round& round,
                                   city::UnitNo unit) {
  const statistics::Report* before = round.report(unit);
  const statistics::Form& form = *statistics::find_form(round.form);
  statistics::SubmitReport out{round.no, unit, before == nullptr ? 0 : before->version(), {}, {}};
  std::uint64_t all = 0;
  for (const auto& column : form.columns) {
    const auto counted = statistics::counted_of(round, column, states.activity, unit);
    all += counted.value_or(0);
    out.cells.push_back({column.code, counted.value_or(0)});
  }
  for (const auto& check : form.checks) put(out, check.parts.back(), amount_in(out, check.whole));
  const char* money = money_of(round);
  if (money != nullptr) put(out, money, all * 7 + (before == nullptr ? 0 : 100));
  for (statistics::TypedCell& cell : out.cells) {
    if (round.counted_to) cell.estimate = cell.amount.value_or(0) / estimated_share;
  }
  return out;
}

Result<void> hand_in(House& house, const statistics::Round& round, Date day,
                     const std::function<bool(std::uint32_t)>& chance) {
  const States& states = house.states();
  if (day < round.taken_from()) return {};
  for (const std::uint32_t number : round.units) {
    const city::UnitNo unit{number};
    const auto* report = round.report(unit);
    const bool is_missing = report == nullptr || !report->counts();
    if (!is_missing || !chance(hands_in_permille) || is_left_to_visitors(states, unit)) continue;
    const std::string officer = officer_of(states, unit);
    if (!officer.empty()) TRY(act_on_round(house, officer, report_of(states, round, unit)));
  }
  return {};
}

Result<void> review(House& house, const statistics::Round& round,
                    const std::function<bool(std::uint32_t)>& chance) {
  TRY_ASSIGN(const std::string actor, actor_of(house, "stp.chuyenvien"));
  for (const std::uint32_t number : round.units) {
    const city::UnitNo unit{number};
    if (round.standing(unit) != statistics::Standing::Submitted) continue;
    const std::uint32_t version = round.report(unit)->version();
    if (chance(accepted_permille)) {
      TRY(act_on_round(house, actor, statistics::AcceptReport{round.no, unit, version}));
    } else if (version == 1 && chance(sent_back_permille)) {
      TRY(act_on_round(
          house, actor,
          statistics::ReturnReport{round.no, unit, version, "Kinh phí chưa khớp với chứng từ"}));
    }
  }
  return {};
}

// One district's own rounds, the last days of which are estimated: May, its official figures after
// it, and the half-year.
constexpr const char* estimating_district = "003";
constexpr const char* estimates_from = "2021-06-01";  // taken from this day on
constexpr std::int32_t estimates_due_days = 5;
struct EstimateRound {
  const char* from;
  const char* to;
  const char* counted_to;  // nullptr: all is actual
};
constexpr EstimateRound estimate_rounds[] = {
    {"2021-05-01", "2021-05-31", "2021-05-25"},
    {"2021-05-01", "2021-05-31", nullptr},
    {"2021-01-01", "2021-06-30", "2021-05-31"},
};

Result<void> hand_in_estimates(House& house, const statistics::Round& round,
                               const std::string& planner) {
  const States& states = house.states();
  for (const std::uint32_t number : round.units) {
    const city::UnitNo unit{number};
    const std::string officer = officer_of(states, unit);
    if (officer.empty() || is_left_to_visitors(states, unit)) continue;
    TRY(act_on_round(house, officer, report_of(states, round, unit)));
    TRY(act_on_round(house, planner, statistics::AcceptReport{round.no, unit, 1}));
  }
  return {};
}

}  // namespace

Result<void> estimate_statistics(House& house) {
  const States& states = house.states();
  const Date today = states.calendar.today();
  if (today < date(estimates_from)) return {};
  const city::UnitNo scope = states.organisation.by_code(estimating_district);
  if (!scope) return {};
  TRY_ASSIGN(const std::string planner, actor_of(house, "stp.chuyenvien"));
  for (const EstimateRound& one : estimate_rounds) {
    statistics::OpenRound open{"chi-tieu-chung", scope, date(one.from), date(one.to),
                               today + estimates_due_days};
    if (one.counted_to != nullptr) open.counted_to = date(one.counted_to);
    TRY(act_on_round(house, planner, open));
    const city::RoundNo no{states.statistics.rounds()};
    TRY(hand_in_estimates(house, states.statistics.round(no), planner));
  }
  return {};
}

Result<void> report_statistics(House& house, Date day,
                               const std::function<bool(std::uint32_t)>& chance) {
  TRY(open_rounds(house, day));
  const statistics::State& state = house.states().statistics;
  for (std::uint32_t i = 1; i <= state.rounds(); ++i) {
    TRY(hand_in(house, state.round(city::RoundNo{i}), day, chance));
    TRY(review(house, state.round(city::RoundNo{i}), chance));
  }
  return {};
}

Result<void> publish_statistics(House& house) {
  const States& states = house.states();
  TRY_ASSIGN(const std::string officer, actor_of(house, "stp.chuyenvien"));
  TRY_ASSIGN(const std::string leader, actor_of(house, "stp.lanhdao"));
  for (std::uint32_t i = 1; i <= states.statistics.rounds(); ++i) {
    const city::RoundNo no{i};
    if (states.calendar.today() <= states.statistics.round(no).due) continue;
    TRY(act_on_round(house, officer, statistics::CloseRound{no}));
    TRY(act_on_round(house, leader, statistics::PublishRound{no}));
  }
  TRY(write_narratives(house));
  house.run_couriers();  // signs the ledger, so that the proof is there at once
  return {};
}

}  // namespace lantoa::app
