// What a browser needs to record without a line: the service worker's script at an address that
// stays, because a browser asks there for a newer one; what it does stands in the web file whose
// address carries its hash.
#include "city/activity/activity.h"

namespace lantoa::city::activity {

void install_offline(App& app) {
  app.routes.get(std::string(worker_address), Right::Public, [&app](const Visit&) {
    http::Response response;
    response.with("Content-Type", "text/javascript; charset=utf-8");
    response.with("Cache-Control", "no-cache");
    response.body = "importScripts(\"" + app.asset("offline-worker.js") + "\");\n";
    return response;
  });
}

WaitingPart waiting_part(const App& app, const Visit& visit) {
  return {visit.actor.name, app.asset("offline.js")};
}

}  // namespace lantoa::city::activity
