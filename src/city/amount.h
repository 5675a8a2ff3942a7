// A whole number as somebody types it into a form: 1045, 1.045, 1,045 or 1 045.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "city/faults.h"
#include "city/web.h"

namespace lantoa::city {

// What is larger is cut to this, for decide to refuse.
constexpr std::uint64_t typed_amount_max = 1'000'000'000'000;

// Nothing typed: nullopt without a fault; what is no number is a fault of `name`.
std::optional<std::uint64_t> read_amount(std::string_view typed, const std::string& name,
                                         Faults& faults);
// Of a form's field.
std::optional<std::uint64_t> typed_amount(const Visit& visit, const std::string& name,
                                          Faults& faults);

}  // namespace lantoa::city
