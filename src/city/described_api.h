// How a slice's api.cc declares its operations:
//
//   api_get<PlanJson>(app, {"plan.show", "/plans/{plan}", Right::SeePlans, Scope::Read, {…}},
//                     [&](const Visit& visit) -> Result<PlanJson> { … });
//   api_post<NewPlan>(app, {"plan.draft", "/plans", Right::DraftPlan, Scope::Plans, {…}},
//                     [&](const Visit& visit, NewPlan body) -> Result<Order> { … });
//
// Answers and bodies are structs described for JSON (platform/json/described.h).
#pragma once

#include <algorithm>
#include <utility>

#include "city/app.h"
#include "platform/json/described.h"

namespace lantoa::city {

template <class T>
std::string to_json(const T& value) {
  std::string out;
  codec::write(out, value);
  return out;
}

template <class T>
json::Value schema_in(Api& api, bool closed) {
  json::Schemas schemas;
  schemas.closed = closed;
  json::Value out = schemas.of<T>();
  for (const auto& [name, schema] : schemas.named()) api.name_schema(name, schema);
  return out;
}

template <class Answer, class Look>
void api_get(App& app, api::Spec spec, Look look) {
  api::Operation operation{std::move(spec), http::Method::Get};
  operation.answer = schema_in<Answer>(app.api, false);
  app.api.get(std::move(operation),
              [look = std::move(look)](const Visit& visit) -> Result<http::Response> {
                TRY_ASSIGN(const Answer answer, look(visit));
                return http::json(to_json(answer));
              });
}

template <class Body, class Make>
void api_post(App& app, api::Spec spec, Make make) {
  api::Operation operation{std::move(spec), http::Method::Post};
  operation.body = schema_in<Body>(app.api, true);
  app.api.post(std::move(operation), [make = std::move(make)](const Visit& visit) -> Result<Order> {
    TRY_ASSIGN(Body body, json::read<Body>(visit.request.body));
    return make(visit, std::move(body));
  });
}

// Which rows of a list are on the page that was asked for, and what is said of it.
struct Paging {
  std::uint32_t page = 1;
  std::uint32_t pages = 1;
  std::uint32_t rows = 0;  // on all pages
};
BOOST_DESCRIBE_STRUCT(Paging, (), (page, pages, rows))

constexpr std::uint32_t api_rows_per_page = 200;

// Calls `add(row)` for the index of each row of the page in ?page=; of none beyond the last page.
template <class Add>
Paging page_of(const Visit& visit, std::size_t rows, Add add) {
  const auto count = static_cast<std::uint32_t>(rows);
  const std::uint32_t pages = std::max(1U, (count + api_rows_per_page - 1) / api_rows_per_page);
  const std::uint32_t page = std::max(1U, visit.query_number("page"));
  if (page > pages) return {page, pages, count};
  const std::uint32_t end = std::min(count, page * api_rows_per_page);
  for (std::uint32_t row = (page - 1) * api_rows_per_page; row < end; ++row) add(row);
  return {page, pages, count};
}

}  // namespace lantoa::city
