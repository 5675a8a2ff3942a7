// Pages of the portal that say the same to everybody: drawn once, kept, with the way back.
#pragma once

#include "city/portal/parts.h"

namespace lantoa::city::portal {

// `look` copies what the page shows while the state stands still; its page is kept until a fact
// changes it.
template <class View>
void install_kept_page(App& app, Live& live, const std::string& path, Text title,
                       std::function<View(const Visit&)> look, PageHead head = {}) {
  app.routes.get(path, Right::Public,
                 [&app, &live, title = std::move(title), look = std::move(look),
                  head = std::move(head)](const Visit& visit) -> Result<http::Response> {
                   PageStamp stamp;
                   const View view = app.engine.read([&] {
                     stamp = live.pages.stamp();
                     return look(visit);
                   });
                   return deliver(
                       live, visit,
                       app.show(visit, title, view, crumbs_below_home(visit.language), head),
                       stamp);
                 });
}

}  // namespace lantoa::city::portal
