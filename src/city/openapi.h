// The document of the JSON API (OpenAPI 3.1), the page for programmers, and the operation that
// gives the document. Installed after every slice, because they tell of all operations.
#pragma once

#include "city/app.h"

namespace lantoa::city {

constexpr std::string_view openapi_path = "/openapi.json";  // below api_base

json::Value openapi(const Api& api);

void install_openapi(App& app);   // openapi.cc
void install_api_page(App& app);  // api_page.cc

}  // namespace lantoa::city
