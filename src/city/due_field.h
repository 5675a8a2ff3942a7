// The field of a form that takes a deadline as due.h has it. Its input is a text field without a
// keypad of digits; its hint says from when working days count, as due_hint() does.
#pragma once

#include <string_view>

#include "city/due.h"
#include "city/field.h"

namespace lantoa::city {

// Nothing typed says nothing; what cannot be read is added to `faults` under the field's name.
Due typed_due(const Visit& visit, std::string_view name, CountedFrom from, Faults& faults);
// The same where one is required; Invalid names the field.
Result<Due> typed_due(const Visit& visit, std::string_view name, CountedFrom from);

}  // namespace lantoa::city
