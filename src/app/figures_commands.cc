// Commands that count: coverage now or as it was, from a data folder or from an auditor's export.
#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>

#include "app/command_files.h"
#include "app/commands.h"
#include "app/house.h"
#include "city/statistics/roll_up.h"

namespace lantoa::app {
namespace {

namespace reach = city::reach;

// {"item":1,"unit":3,"code":"00037","audience":31,"reached":12}
void print_coverage(House& house) {
  const States& states = house.states();
  for (std::uint32_t i = 1; i <= states.reach.items(); ++i) {
    for (std::uint32_t u = 1; u <= states.organisation.size(); ++u) {
      const auto count = states.reach.item(city::ItemNo{i}).count(city::UnitNo{u});
      std::cout << "{\"item\":" << i << ",\"unit\":" << u << ",\"code\":\""
                << states.organisation.unit(city::UnitNo{u}).code
                << "\",\"audience\":" << count.audience << ",\"reached\":" << count.reached
                << "}\n";
    }
  }
}

// A ledger to count in, folded as far as the extent says; one that is wrong from some fact on is
// refused, or with `as_far_as_known` folded up to there.
Result<std::unique_ptr<House>> open_to_count(const CountOptions& options, const Extent& extent,
                                             Clock& clock, bool as_far_as_known = false) {
  const Place& place = options.place;
  if ((place.data.empty() && !place.store) == options.from.empty()) {
    return problem(Code::Invalid, {"Cần đúng một trong hai: --data THƯ_MỤC hoặc --from BẢN_XUẤT.",
                                   "Give exactly one of --data FOLDER and --from EXPORT."});
  }
  if (place.store && place.data.empty()) {
    return problem(Code::Invalid, {"--store cần thêm --data, thư mục có vault.key.",
                                   "--store needs --data as well, the folder with vault.key."});
  }
  if (options.from.empty()) {
    return House::open({.data = place.data,
                        .store = place.store,
                        .access = ledger::Access::ReadOnly,
                        .extent = extent,
                        .as_far_as_known = as_far_as_known},
                       clock);
  }
  TRY(check_file(options.from));
  std::ifstream lines(options.from);
  if (!lines) return tl::unexpected(no_reading(options.from));
  TRY_ASSIGN(auto house, House::from_export(lines, clock, extent));
  if (house->store().head().value_or(ledger::Head{}).seq == 0) {
    return problem(Code::Invalid, {"Tệp " + options.from.string() + " không có sự kiện nào.",
                                   "File " + options.from.string() + " holds no facts."});
  }
  return house;
}

Result<Extent> extent_of(const std::string& day) {
  if (day.empty()) return Extent{};
  TRY_ASSIGN(const Date date, parse_date(day));
  return Extent{.day = date};
}

// Counted in a state that ends at the figure's position.
reach::Count count_again(const States& states, const city::report::FigureFrozen& frozen) {
  if (!states.reach.has(frozen.item)) return {};
  reach::Filter filter = city::report::Figure{frozen, 0, {}}.filter();
  filter.up_to.reset();
  const reach::Item& item = states.reach.item(frozen.item);
  if (filter.is_plain()) return item.count(frozen.unit);
  return reach::Tally(states.reach, states.organisation, item, filter).count(frozen.unit);
}

std::string json_of(const reach::Count& count) {
  return "{\"audience\":" + std::to_string(count.audience) +
         ",\"reached\":" + std::to_string(count.reached) +
         ",\"by_proxy\":" + std::to_string(count.by_proxy) + "}";
}

// Nothing of a round without estimates.
std::string estimates_json(const std::vector<city::statistics::Sum>& sums) {
  std::string out;
  for (const auto& sum : sums) {
    if (!sum.estimate) continue;
    out += (out.empty() ? ",\"estimates\":{\"" : ",\"") + sum.column +
           "\":" + std::to_string(*sum.estimate);
  }
  return out.empty() ? out : out + "}";
}

std::string json_of(const std::vector<city::statistics::Sum>& sums, std::uint32_t submitted) {
  std::string out = "{\"submitted\":" + std::to_string(submitted) + ",\"sums\":{";
  for (const auto& sum : sums) {
    if (out.back() != '{') out += ',';
    out += '"' + sum.column + "\":" + std::to_string(sum.amount);
  }
  return out + "}" + estimates_json(sums) + "}";
}

// What was frozen at a position of the ledger; `count` prints both figures, once everything up to
// there is folded, and says whether they are the same.
struct Frozen {
  std::uint64_t position = 0;
  std::function<Result<bool>(const States&)> count;
};

bool print_both(const std::string& what, std::uint64_t position, const std::string& frozen,
                const std::string& recomputed) {
  std::cout << "{" << what << ",\"position\":" << position << ",\"frozen\":" << frozen
            << ",\"recomputed\":" << recomputed
            << ",\"same\":" << (frozen == recomputed ? "true" : "false") << "}\n";
  return frozen == recomputed;
}

Result<bool> count_figure(const States& states, const city::report::FigureFrozen& frozen) {
  const reach::Count then{frozen.audience, frozen.reached, frozen.by_proxy};
  return print_both(
      "\"figure\":" + std::to_string(frozen.figure.value) + ",\"day\":\"" + iso(frozen.day) + "\"",
      frozen.position, json_of(then), json_of(count_again(states, frozen)));
}

// A round was added up right before the fact that closed it.
Result<bool> count_round(const States& states, const city::statistics::RoundClosed& closed,
                         std::uint64_t position) {
  TRY_ASSIGN(const auto* round, states.statistics.find(closed.round));
  TRY_ASSIGN(const auto* form, city::statistics::form_of(*round));
  const auto all = city::statistics::roll_up(*round, *form, states.organisation);
  const auto& of_scope = all[round->scope.index()];
  std::vector<city::statistics::Sum> again;
  for (const auto& sum : closed.sums) {
    const auto* column = city::statistics::find_column(*form, sum.column);
    if (column == nullptr) {
      again.push_back({sum.column, 0});
      continue;
    }
    const auto index = static_cast<std::size_t>(column - form->columns.data());
    again.push_back({sum.column, of_scope.sums[index], of_scope.estimate(index)});
  }
  return print_both("\"round\":" + std::to_string(closed.round.value), position,
                    json_of(closed.sums, closed.submitted), json_of(again, of_scope.counted));
}

// As the ledger says it, by position; nothing is folded. `only`: this figure; 0: all there is.
Result<std::vector<Frozen>> all_frozen(ledger::Store& store, std::uint32_t only) {
  std::vector<Frozen> out;
  TRY_ASSIGN(const ledger::Head head, store.head());
  TRY(store.read(0, head.seq, [&](const ledger::Fact& fact) -> Result<void> {
    if (fact.kind == city::report::FigureFrozen::kind) {
      TRY_ASSIGN(const auto frozen, decode<city::report::FigureFrozen>(fact.body));
      if (only != 0 && frozen.figure.value != only) return {};
      out.push_back({frozen.position,
                     [frozen](const States& states) { return count_figure(states, frozen); }});
    }
    if (fact.kind == city::statistics::RoundClosed::kind && only == 0) {
      TRY_ASSIGN(const auto closed, decode<city::statistics::RoundClosed>(fact.body));
      const std::uint64_t position = fact.seq - 1;
      out.push_back({position, [closed, position](const States& states) {
                       return count_round(states, closed, position);
                     }});
    }
    return {};
  }));
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.position < b.position; });
  if (!out.empty() || only == 0) return out;
  return problem(Code::NotFound,
                 {"Sổ cái không có số liệu đã chốt số " + std::to_string(only) + ".",
                  "The ledger has no frozen figure no. " + std::to_string(only) + "."});
}

Problem counted_up_to(House& house, Problem why) {
  const std::string seq = std::to_string(house.engine().head().seq);
  why.text.vi += " Đã đếm đến sự kiện số " + seq + ".";
  why.text.en += " Counted up to fact " + seq + ".";
  return why;
}

Problem not_the_same(std::uint32_t differing) {
  const std::string count = std::to_string(differing);
  return {Code::Conflict,
          {count + " số liệu đã chốt khác với số đếm lại từ sổ cái.",
           count + " frozen figures differ from what the ledger says."},
          std::string(wrong_ledger),
          {}};
}

}  // namespace

int coverage(const CountOptions& options) {
  SystemClock clock;
  const auto extent = extent_of(options.day);
  if (!extent) return fail(extent.error());
  const auto house = open_to_count(options, *extent, clock, true);
  if (!house) return fail(house.error());
  print_coverage(**house);
  if (const int code = printed(); code != 0) return code;
  if (const auto& why = (*house)->cut_short()) return fail(counted_up_to(**house, *why));
  return 0;
}

int report_recompute(const CountOptions& options, std::uint32_t only) {
  SystemClock clock;
  const auto opened = open_to_count(options, Extent{.position = 0}, clock);
  if (!opened) return fail(opened.error());
  House& house = **opened;
  const auto frozen = all_frozen(house.store(), only);
  if (!frozen) return fail(frozen.error());
  std::uint32_t differing = 0;
  for (const Frozen& one : *frozen) {
    if (const auto folded = house.fold_up_to(one.position); !folded) return fail(folded.error());
    const auto same = one.count(house.states());
    if (!same) return fail(same.error());
    if (!*same) ++differing;
  }
  if (const int code = printed(); code != 0 || differing == 0) return code;
  return fail(not_the_same(differing));
}

}  // namespace lantoa::app
