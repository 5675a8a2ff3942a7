// For whoever watches the node: does it answer, and does it still write?
#include "city/portal/portal.h"

namespace lantoa::city::portal {

void install_health(App& app) {
  app.routes.get("/healthz", Right::Public, [&app](const Visit&) -> Result<http::Response> {
    const bool writing = !app.read_only && !app.engine.is_writing_stopped();
    std::string body = writing ? "{\"status\":\"ok\"" : "{\"status\":\"reading_only\"";
    body += ",\"ledger\":" + std::to_string(app.engine.head().seq);
    body += writing ? ",\"writing\":true}\n" : ",\"writing\":false}\n";
    http::Response response = http::json(std::move(body), writing ? 200 : 503);
    response.with("Cache-Control", "no-store");
    return response;
  });
}

}  // namespace lantoa::city::portal
