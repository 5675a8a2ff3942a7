// Commands that count: coverage now or as it was, from a data folder or from an auditor's export.
#include <algorithm>
#include <fstream>
#include <iostream>

#include "app/command_files.h"
#include "app/commands.h"
#include "app/house.h"

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

// What was frozen, as the ledger says it, by position; nothing is folded.
Result<std::vector<city::report::FigureFrozen>> frozen_figures(ledger::Store& store,
                                                               std::uint32_t only) {
  std::vector<city::report::FigureFrozen> out;
  TRY_ASSIGN(const ledger::Head head, store.head());
  TRY(store.read(0, head.seq, [&](const ledger::Fact& fact) -> Result<void> {
    if (fact.kind != city::report::FigureFrozen::kind) return {};
    TRY_ASSIGN(auto frozen, decode<city::report::FigureFrozen>(fact.body));
    if (only == 0 || frozen.figure.value == only) out.push_back(std::move(frozen));
    return {};
  }));
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.position < b.position; });
  if (!out.empty() || only == 0) return out;
  return problem(Code::NotFound,
                 {"Sổ cái không có số liệu đã chốt số " + std::to_string(only) + ".",
                  "The ledger has no frozen figure no. " + std::to_string(only) + "."});
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
  const auto figures = frozen_figures(house.store(), only);
  if (!figures) return fail(figures.error());
  std::uint32_t differing = 0;
  for (const auto& frozen : *figures) {
    if (const auto folded = house.fold_up_to(frozen.position); !folded) return fail(folded.error());
    const reach::Count then{frozen.audience, frozen.reached, frozen.by_proxy};
    const reach::Count again = count_again(house.states(), frozen);
    if (again != then) ++differing;
    std::cout << "{\"figure\":" << frozen.figure.value << ",\"day\":\"" << iso(frozen.day)
              << "\",\"position\":" << frozen.position << ",\"frozen\":" << json_of(then)
              << ",\"recomputed\":" << json_of(again)
              << ",\"same\":" << (again == then ? "true" : "false") << "}\n";
  }
  if (const int code = printed(); code != 0 || differing == 0) return code;
  return fail(not_the_same(differing));
}

}  // namespace lantoa::app
