// Pages of the portal that say the same to everybody: drawn once, kept, with the way back.
#pragma once

#include "city/portal/parts.h"

namespace lantoa::city::portal {

struct KeptPage {
  std::string path;
  Text title;
  Text about;  // a sentence for those who list pages
  std::optional<PageHead::Feeds> feeds;
};

// `look` copies what the page shows while the state stands still; its page is kept until a fact
// changes it.
template <class View>
void install_kept_page(App& app, Live& live, KeptPage page,
                       std::function<View(const Visit&)> look) {
  const std::string path = page.path;
  app.routes.get(
      path, Right::Public,
      [&app, &live, page = std::move(page),
       look = std::move(look)](const Visit& visit) -> Result<http::Response> {
        PageStamp stamp;
        const View view = app.engine.read([&] {
          stamp = live.pages.stamp();
          return look(visit);
        });
        PageHead head;
        head.description = page.about.in(visit.language);
        head.feeds = page.feeds;
        return deliver(
            live, visit,
            app.show(visit, page.title, view, below_home(visit.language), std::move(head)), stamp);
      });
}

}  // namespace lantoa::city::portal
