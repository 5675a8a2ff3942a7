// A round at a unit as a file for spreadsheets.
#pragma once

#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {

struct AskedRound {
  const Round* round = nullptr;
  const Form* form = nullptr;
  UnitNo unit;
};

// ?don-vi=: else one's own, and the round's scope for those who stand above it.
Result<AskedRound> asked_round(const State& state, const Needs& needs, const Visit& visit);

// ?dang=csv or xlsx: a line a unit that is asked, at the unit and below, in the order of their
// numbers; what counts, else empty. The workbook has the sums as formulas. ?dang=pdf or docx: the
// sums as a report in the official layout.
Result<http::Response> as_file(App& app, const State& state, const Needs& needs,
                               const Visit& visit);

}  // namespace lantoa::city::statistics
