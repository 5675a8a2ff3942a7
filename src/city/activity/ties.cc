// What of activities hangs on a unit that is to be closed: its last day may lie before some.
#include <algorithm>

#include "city/activity/activity.h"

namespace lantoa::city::activity {
namespace {

struct Recorded {
  std::uint32_t activities = 0;
  Date latest{INT32_MIN};
};

Recorded recorded_by(const State& state, UnitNo unit) {
  Recorded out;
  for (const auto& [kind, of_kind] : state.of_unit(unit)) {
    if (of_kind.by_day.empty()) continue;
    out.activities += static_cast<std::uint32_t>(of_kind.by_day.size());
    out.latest = std::max(out.latest, of_kind.by_day.rbegin()->first);
  }
  return out;
}

}  // namespace

void install_ties(App& app, const State& state) {
  app.unit_ties.emplace_back([&state](UnitNo unit, std::vector<UnitTie>& out) {
    const Recorded recorded = recorded_by(state, unit);
    if (recorded.activities == 0) return;
    const std::string latest = vietnamese(recorded.latest);
    out.push_back({{"Hoạt động đã ghi", "Activities recorded"},
                   recorded.activities,
                   "/hoat-dong?don-vi=" + std::to_string(unit.value),
                   {"Gần nhất ngày " + latest +
                        ". Hoạt động đã ghi sau ngày cuối cùng vẫn được tính; ghi nhầm thì hãy sửa "
                        "hoặc hủy.",
                    "The latest on " + latest +
                        ". What is recorded after the last day still counts; correct or annul what "
                        "is wrong."}});
  });
}

}  // namespace lantoa::city::activity
