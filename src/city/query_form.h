// Forms that are sent by GET, as filters above figures are: where the address is wrong in one of
// their fields the page comes all the same, as after a form that was posted: status 422, the fault
// in the summary and beside its field, what was typed kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/field.h"

namespace lantoa::city {

// `page`, asked once more with its own failure in `visit.failure` where that is Invalid and names
// one of `fields`, words that outlive it. Asked so, the page leaves these fields out of account and
// says what it shows instead. Any other failure is passed on.
Page asks_again(std::vector<std::string_view> fields, Page page);

// What the address says where it is wrong, with the fault of this field; else `value`.
Field query_field(const Visit& visit, std::string_view name, std::string value);

// What `visit.failure` says of this field.
std::optional<std::string> fault_at(const Visit& visit, std::string_view field);

}  // namespace lantoa::city
