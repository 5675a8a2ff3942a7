// A deadline in working days, wherever one is shown: before the issue so many days with the day if
// it were today, afterwards the day it is with the so many days beside it. For this folder only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "city/plan/plan.h"

namespace lantoa::city::plan {

// "03/06/2021", "03/06/2021 (15 ngày làm việc)".
Text due_in_words(Date due, std::optional<std::uint32_t> working_days);
// "15 ngày làm việc sau khi ban hành (nếu ban hành hôm nay: 03/06/2021)"; without working days as
// above.
Text due_before_issue(const Due& due, const Needs& needs);
// Of a task of a plan in this stage.
Text due_in_words(const Task& task, Stage stage, const Needs& needs);
// Of an assignment, by which day it is due now.
Text due_in_words(const State& state, const Assignment& assignment);
// What stands beside a day that an amendment of this stage gives in working days.
std::optional<Text> counted_in_words(std::optional<std::uint32_t> working_days,
                                     AmendmentStage stage);

// As papers say it: "03/06/2021"; "trong 15 ngày làm việc kể từ ngày ban hành", once issued with
// ", chậm nhất ngày 03/06/2021".
std::string due_on_paper(Date due, std::optional<std::uint32_t> working_days, bool is_issued);

}  // namespace lantoa::city::plan
