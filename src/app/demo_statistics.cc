#include "app/demo_statistics.h"

#include <algorithm>

#include "app/campaign.h"
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

Date date(const char* text) { return *parse_iso_date(text); }

template <class Command>
Result<void> act(House& house, const std::string& actor, const Command& command) {
  const States& states = house.states();
  city::Order order = city::order_of(
      command, statistics::Known{states.statistics, states.organisation, states.activity});
  order.actor = actor;
  TRY(house.app().execute(std::move(order)));
  return {};
}

Result<void> open_rounds(House& house, Date day) {
  const States& states = house.states();
  const std::uint32_t open = states.statistics.rounds();
  if (open >= std::size(demo_rounds) || day < date(demo_rounds[open].opened)) return {};
  const DemoRound& round = demo_rounds[open];
  TRY_ASSIGN(const std::string actor, actor_of(house, "stp.chuyenvien"));
  return act(house, actor,
             statistics::OpenRound{round.form, states.organisation.root(), date(round.from),
                                   date(round.to), date(round.due)});
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
  const char* money = demo_rounds[round.no.index()].money;
  if (money != nullptr) put(out, money, all * 7 + (before == nullptr ? 0 : 100));
  return out;
}

Result<void> hand_in(House& house, const statistics::Round& round, Date day,
                     const std::function<bool(std::uint32_t)>& chance) {
  const States& states = house.states();
  if (day < round.to) return {};
  for (const std::uint32_t number : round.units) {
    const city::UnitNo unit{number};
    const auto* report = round.report(unit);
    const bool is_missing = report == nullptr || !report->counts();
    if (!is_missing || !chance(hands_in_permille) || is_left_to_visitors(states, unit)) continue;
    const std::string officer = officer_of(states, unit);
    if (!officer.empty()) TRY(act(house, officer, report_of(states, round, unit)));
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
      TRY(act(house, actor, statistics::AcceptReport{round.no, unit, version}));
    } else if (version == 1 && chance(sent_back_permille)) {
      TRY(act(
          house, actor,
          statistics::ReturnReport{round.no, unit, version, "Kinh phí chưa khớp với chứng từ"}));
    }
  }
  return {};
}

}  // namespace

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
    TRY(act(house, officer, statistics::CloseRound{no}));
    TRY(act(house, leader, statistics::PublishRound{no}));
  }
  house.run_couriers();  // signs the ledger, so that the proof is there at once
  return {};
}

}  // namespace lantoa::app
