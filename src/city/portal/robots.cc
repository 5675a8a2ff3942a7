// For search engines: every public address with the day it last changed, and what to leave out.
#include "city/portal/parts.h"
#include "platform/feed/feed.h"

namespace lantoa::city::portal {
namespace {

constexpr std::array<std::string_view, 12> lasting_pages{"/bai",
                                                         "/van-ban",
                                                         "/chien-dich",
                                                         "/co-quan",
                                                         "/gioi-thieu",
                                                         "/lich-lam-viec",
                                                         "/lien-he",
                                                         "/quyen-rieng-tu",
                                                         "/tro-nang",
                                                         "/so-cai/cach-kiem-tra",
                                                         "/so-lieu-cong-khai",
                                                         "/bao-cao-vien"};

// Articles first: should there ever be more than a sitemap holds, the rest is found from them.
std::vector<feed::Place> places(const Needs& needs, const std::string& site, Instant changed) {
  std::vector<feed::Place> out{{site + "/", changed}};
  for (const std::string_view path : lasting_pages) out.push_back({site + std::string(path), {}});
  for (const ArticleNo no : needs.content.published()) {
    const content::Article& article = needs.content.article(no);
    out.push_back({site + content::public_address(article), article.updated_at});
  }
  for (const RoundNo no : needs.rounds.published()) {
    const Instant at = needs.rounds.round(no).publications.back().at;
    out.push_back({site + statistics::public_address(no), at});
  }
  for (const PlanNo no : needs.plans.issued()) out.push_back({site + campaign_path(no), {}});
  for (const UnitNo no : publishing_units(needs)) out.push_back({site + unit_path(no), {}});
  for (std::uint32_t no = 1; no <= needs.law.size(); ++no) {
    out.push_back({site + law::address_of(DocumentNo{no}), {}});
  }
  return out;
}

Result<http::Response> sitemap(App& app, Live& live, const Needs& needs, const State& state,
                               const Visit& visit) {
  PageStamp stamp;
  Instant changed;
  const auto all = app.engine.read([&] {
    stamp = live.pages.stamp();
    changed = state.places_changed().value_or(start_of_day(needs.calendar.today()));
    return places(needs, app.public_url, changed);
  });
  http::Response response;
  response.with("Content-Type", "application/xml; charset=utf-8");
  response.with("Last-Modified", http::http_date(changed));
  response.body = feed::sitemap(all);
  return deliver(live, visit, std::move(response), stamp);
}

}  // namespace

void install_robots(App& app, Live& live, Needs needs, const State& state) {
  app.routes.get("/sitemap.xml", Right::Public, [&app, &live, needs, &state](const Visit& visit) {
    return sitemap(app, live, needs, state, visit);
  });
  app.routes.get("/robots.txt", Right::Public, [&app](const Visit&) -> Result<http::Response> {
    return http::plain(
        "User-agent: *\nDisallow: /dang-nhap\nDisallow: /n/\nDisallow: /ngon-ngu/\n"
        "\nSitemap: " +
        app.public_url + "/sitemap.xml\n");
  });
}

}  // namespace lantoa::city::portal
