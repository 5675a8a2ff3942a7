#include "city/query_form.h"

#include <algorithm>

namespace lantoa::city {

Page asks_again(std::vector<std::string_view> fields, Page page) {
  return [fields = std::move(fields),
          page = std::move(page)](const Visit& visit) -> Result<http::Response> {
    auto answer = page(visit);
    if (answer || visit.failure != nullptr || answer.error().code != Code::Invalid) return answer;
    const Problem why = std::move(answer).error();
    if (std::find(fields.begin(), fields.end(), why.field) == fields.end()) {
      return tl::unexpected(why);
    }
    Visit again = visit;
    again.failure = &why;
    return page(again);
  };
}

Field query_field(const Visit& visit, std::string_view name, std::string value) {
  if (visit.failure == nullptr) return {std::move(value), {}};
  return {visit.query(name), fault_at(visit, name)};
}

std::optional<std::string> fault_at(const Visit& visit, std::string_view field) {
  if (visit.failure == nullptr) return std::nullopt;
  const Problem& failure = *visit.failure;
  if (failure.details.empty() && failure.field == field) return failure.text.in(visit.language);
  for (const Detail& detail : failure.details) {
    if (detail.field == field) return detail.text.in(visit.language);
  }
  return std::nullopt;
}

}  // namespace lantoa::city
