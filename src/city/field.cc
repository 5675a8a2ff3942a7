#include "city/field.h"

#include <charconv>

#include "city/query_form.h"

namespace lantoa::city {

Field field(const Visit& visit, std::string_view name, std::string value) {
  Field out{std::move(value), {}};
  if (visit.request.method != http::Method::Post) return out;
  out.value = visit.typed(name);
  out.error = fault_at(visit, name);
  return out;
}

std::vector<std::uint32_t> ticked(const Visit& visit, std::string_view before) {
  std::vector<std::uint32_t> out;
  for (const auto& [name, value] : visit.form.fields) {
    if (!name.starts_with(before) || name.size() == before.size() || value != "1") continue;
    std::uint32_t number = 0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + before.size(), end, number);
    if (read.ec == std::errc{} && read.ptr == end) out.push_back(number);
  }
  return out;
}

std::optional<Date> typed_date(const Visit& visit, std::string_view name, Faults& faults) {
  const std::string text = one_line(visit.typed(name));
  if (text.empty()) return std::nullopt;
  const auto date = parse_vietnamese_date(text);
  if (date) return *date;
  faults.add(std::string(name), date.error().text);
  return std::nullopt;
}

Result<Date> typed_date(const Visit& visit, std::string_view name) {
  auto date = parse_vietnamese_date(one_line(visit.typed(name)));
  if (date) return date;
  Problem failure = std::move(date).error();
  failure.field = name;
  return tl::unexpected(std::move(failure));
}

}  // namespace lantoa::city
