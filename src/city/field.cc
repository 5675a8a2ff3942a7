#include "city/field.h"

namespace lantoa::city {

Field field(const Visit& visit, std::string_view name, std::string value) {
  Field out{std::move(value), {}};
  if (visit.request.method != http::Method::Post) return out;
  out.value = visit.typed(name);
  if (visit.failure == nullptr) return out;
  const Problem& failure = *visit.failure;
  if (failure.details.empty() && failure.field == name) {
    out.error = failure.text.in(visit.language);
  }
  for (const Detail& detail : failure.details) {
    if (detail.field != name) continue;
    out.error = detail.text.in(visit.language);
    break;
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
