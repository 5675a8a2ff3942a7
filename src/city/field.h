// Field: what one input of a form shows again: what was typed, and what is wrong with it. In a view
// `Field title;` the template has {{#title}} … {{value}} … {{#error}}{{error_text}}
// {{/error}} … {{/title}}; the input id and name are the field name, so the summary of faults on
// top links to it. Option: one choice of a select.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/app.h"
#include "city/faults.h"

namespace lantoa::city {

struct Field {
  std::string value;
  std::optional<std::string> error;
};
BOOST_DESCRIBE_STRUCT(Field, (), (value, error))

// What was posted, else `value`.
Field field(const Visit& visit, std::string_view name, std::string value = {});

struct Option {
  std::string value;
  std::string label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(Option, (), (value, label, chosen))

// The numbers of the ticked boxes whose names are `before` and a number: 12 of "p12" for "p".
std::vector<std::uint32_t> ticked(const Visit& visit, std::string_view before);

// A date as typed in a form (27/11/2019). Nothing typed is nullopt; what is not a date is added to
// `faults` under the field's name.
std::optional<Date> typed_date(const Visit& visit, std::string_view name, Faults& faults);
// The same where a date is required; Invalid names the field.
Result<Date> typed_date(const Visit& visit, std::string_view name);

}  // namespace lantoa::city
