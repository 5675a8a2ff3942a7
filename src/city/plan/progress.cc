#include "city/plan/progress.h"

#include <algorithm>

namespace lantoa::city::plan {

Progress progress_of(const State& state, const Plan& plan) {
  Progress out;
  for (const TaskNo no : plan.tasks) {
    out.done += state.task(no).done;
    out.all += state.task(no).counted();
  }
  return out;
}

std::string share_of(const Progress& progress) {
  return std::to_string(progress.all == 0 ? 0 : progress.done * 100 / progress.all);
}

std::optional<TimeBar> time_gone(const State& state, const Plan& plan, Date today) {
  if (plan.stage != Stage::Issued || plan.tasks.empty()) return std::nullopt;
  Date end = plan.issued;
  for (const TaskNo no : plan.tasks) {
    if (state.task(no).withdrawn) continue;
    end = std::max({end, state.task(no).due, state.task(no).extended_until});
  }
  const std::int32_t all = std::max(1, end - plan.issued);
  const std::int32_t gone = std::clamp(today - plan.issued, 0, all);
  const std::string share = std::to_string(gone * 100 / all);
  return TimeBar{share,
                 {share + " %, đến " + vietnamese(end), share + " %, until " + vietnamese(end)}};
}

std::string mark_of(Stage stage) {
  return stage == Stage::Issued     ? "state-done"
         : stage == Stage::Approved ? "state-risk"
                                    : "state-idle";
}

std::string shown_number(const Plan& plan, Language language) {
  return plan.number.empty() ? Text{"Chưa có số", "No number yet"}.in(language) : plan.number;
}

}  // namespace lantoa::city::plan
