// A day and an hour in Vietnam, as people type them: 30/06/2021 and 7:30, 07h30, 7 giờ 30 or 7h.
#pragma once

#include <string_view>

#include "kernel/result.h"
#include "kernel/time.h"

namespace lantoa::city::content {

// Every fault of both fields at once.
Result<Instant> read_moment(std::string_view day, std::string_view hour);

}  // namespace lantoa::city::content
