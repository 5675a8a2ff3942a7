// The form by which a person confirms, corrects or drops what was read: the names of its fields and
// the command they make. Only what was sent counts; the text is not read again for it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "city/plan/plan.h"

namespace lantoa::city::plan {

// "viec-3", "viec-3-ghi", "viec-3-don-vi", "viec-3-han"; "can-cu-2", "can-cu-2-ghi".
std::string task_field(std::size_t index, std::string_view part = {});
std::string ground_field(std::size_t index, std::string_view part = {});

struct Confirmed {
  DraftPlan command;
  std::vector<std::size_t> rows;  // of each task of the command: its row in the form
};

// Every fault at once, each with its field.
Result<Confirmed> read_confirmed(const Visit& visit, UnitNo issuer, UnitNo scope);

// A Problem of decide told in the form's own fields.
Problem in_fields(Problem problem, const std::vector<std::size_t>& rows);

}  // namespace lantoa::city::plan
