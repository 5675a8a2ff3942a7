// What can happen to figures.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "city/reach/facts.h"
#include "kernel/fact.h"
#include "kernel/time.h"

namespace lantoa::city::report {

// The coverage of an item at a unit and below, as the ledger stood at `position`, is from now on a
// figure that is quoted: `audience` had to know, `reached` did, `by_proxy` of them by a clerk's
// entries only.
struct FigureFrozen {
  static constexpr std::string_view kind = "report.figure_frozen";
  FigureNo figure;
  ItemNo item;
  UnitNo unit;
  std::vector<reach::Channel> channels;  // that count; empty: all
  bool key_officials = false;            // only these of the audience
  Date day;                              // the figure holds for its end
  std::uint64_t position = 0;            // seq of the last fact counted
  std::uint32_t audience = 0;
  std::uint32_t reached = 0;
  std::uint32_t by_proxy = 0;
  std::optional<PersonNo> by;  // not written any more: proofs show this fact to outsiders
};
BOOST_DESCRIBE_STRUCT(FigureFrozen, (),
                      (figure, item, unit, channels, key_officials, day, position, audience,
                       reached, by_proxy, by))

}  // namespace lantoa::city::report
