// Rules of recording a day.
#pragma once

#include <optional>
#include <string>

#include "city/organisation/state.h"
#include "city/workday/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::workday {

constexpr std::size_t name_characters_max = 100;
constexpr std::size_t basis_characters_max = 300;
constexpr std::int32_t year_first = 2021;
constexpr std::int32_t years_ahead_max = 5;  // an announcement reaches one or two years
constexpr std::size_t days_at_once_max = 20;

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* first = "tu-ngay";
constexpr const char* last = "den-ngay";
constexpr const char* rule = "loai";
constexpr const char* name = "ten";
constexpr const char* basis = "can-cu";
}  // namespace fields

// One day, or all from `first` to `last`: Tết is recorded in one step.
struct SetDays {
  std::optional<Date> first;  // required
  std::optional<Date> last;   // none: one day
  std::optional<Rule> rule;   // required
  std::string name, basis;
};

// Invalid with one detail a fault; Conflict when nothing would change.
Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const SetDays& command, const Envelope& envelope);

std::string address_of(std::int32_t year);  // of the page of a year

}  // namespace lantoa::city::workday
