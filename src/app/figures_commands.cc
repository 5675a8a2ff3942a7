// Commands that count: coverage now or as it was, from a data folder or from an auditor's export.
#include <fstream>
#include <iostream>

#include "app/command_files.h"
#include "app/commands.h"
#include "app/house.h"

namespace lantoa::app {
namespace {

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

// A folded ledger to count in, whole or as it was at the end of a day.
Result<std::unique_ptr<House>> open_to_count(const CountOptions& options, Clock& clock) {
  if (options.data.empty() == options.from.empty()) {
    return problem(Code::Invalid, {"Cần đúng một trong hai: --data THƯ_MỤC hoặc --from BẢN_XUẤT.",
                                   "Give exactly one of --data FOLDER and --from EXPORT."});
  }
  std::optional<Date> until;
  if (!options.day.empty()) {
    const bool iso = options.day.size() > 4 && options.day[4] == '-';
    TRY_ASSIGN(until, iso ? parse_iso_date(options.day) : parse_vietnamese_date(options.day));
  }
  if (options.from.empty()) {
    return House::open({.data = options.data, .access = ledger::Access::ReadOnly, .until = until},
                       clock);
  }
  TRY(check_file(options.from));
  std::ifstream lines(options.from);
  if (!lines) return tl::unexpected(no_reading(options.from));
  TRY_ASSIGN(auto house, House::from_export(lines, clock, until));
  if (house->store().head().value_or(ledger::Head{}).seq == 0) {
    return problem(Code::Invalid, {"Tệp " + options.from.string() + " không có sự kiện nào.",
                                   "File " + options.from.string() + " holds no facts."});
  }
  return house;
}

}  // namespace

int coverage(const CountOptions& options) {
  SystemClock clock;
  const auto house = open_to_count(options, clock);
  if (!house) return fail(house.error());
  print_coverage(**house);
  return printed();
}

}  // namespace lantoa::app
