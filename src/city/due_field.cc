#include "city/due_field.h"

namespace lantoa::city {

Due typed_due(const Visit& visit, std::string_view name, CountedFrom from, Faults& faults) {
  auto due = parse_due(visit.typed(name), from);
  if (due) return *due;
  faults.add(std::string(name), std::move(due).error().text);
  return {};
}

Result<Due> typed_due(const Visit& visit, std::string_view name, CountedFrom from) {
  auto due = parse_due(visit.typed(name), from);
  if (due && *due) return due;
  if (due) {
    return problem(Code::Invalid,
                   {"Hãy ghi hạn: một ngày như 30/06/2021, hoặc số ngày làm việc như 15 ngày làm "
                    "việc.",
                    "Write the deadline: a day such as 30/06/2021, or working days such as 15 "
                    "working days."},
                   std::string(name));
  }
  Problem failure = std::move(due).error();
  failure.field = name;
  return tl::unexpected(std::move(failure));
}

}  // namespace lantoa::city
