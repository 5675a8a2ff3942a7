#include "city/portal/parts.h"

namespace lantoa::city::portal {
namespace {

Text who(plan::Audience audience) {
  if (audience == plan::Audience::KeyOfficials) return {"cán bộ chủ chốt", "of key officials"};
  return {"cán bộ", "of officials"};
}

template <class Keep>
std::vector<ArticleNo> published_if(const Needs& needs, Keep keep) {
  std::vector<ArticleNo> out;
  for (const ArticleNo no : needs.content.published()) {
    if (keep(needs.content.article(no))) out.push_back(no);
  }
  return out;
}

}  // namespace

std::string unit_path(UnitNo unit) { return "/co-quan/" + std::to_string(unit.value); }
std::string campaign_path(PlanNo plan) { return "/chien-dich/" + std::to_string(plan.value); }
std::string law_articles_path(DocumentNo no) { return law::address_of(no) + "/bai"; }

std::string lasting_address(ArticleNo article) { return "/bai/" + std::to_string(article.value); }

Instant last_change(const Needs& needs) {
  std::optional<Instant> last;
  const auto see = [&last](Instant at) { last = last ? std::max(*last, at) : at; };
  for (std::uint32_t no = 1; no <= needs.content.size(); ++no) {
    const content::Article& article = needs.content.article(ArticleNo{no});
    if (article.is_public()) see(article.updated_at);
    if (article.withdrawn) see(article.withdrawn->at);
  }
  return last.value_or(start_of_day(needs.calendar.today()));
}

PageHead::Feeds feeds_at(std::string_view path, std::string title) {
  const std::string folder = std::string(path) + "/tin/";
  return {std::move(title), folder + "rss.xml", folder + "atom.xml", folder + "feed.json"};
}

std::vector<ArticleNo> published_by(const Needs& needs, UnitNo unit) {
  return published_if(needs, [&](const content::Article& one) { return one.unit == unit; });
}

std::vector<ArticleNo> published_for(const Needs& needs, PlanNo plan) {
  return published_if(needs, [&](const content::Article& one) { return one.plan == plan; });
}

std::string width(const reach::Count& count) {
  const std::string share = reach::percent(count, Language::English);
  return share.substr(0, share.find(' '));
}

std::vector<UnitNo> publishing_units(const Needs& needs) {
  std::set<UnitNo> units;
  for (const ArticleNo no : needs.content.published()) {
    units.insert(needs.content.article(no).unit);
  }
  return {units.begin(), units.end()};
}

Result<const plan::Plan*> find_issued(const Needs& needs, PlanNo no) {
  TRY_ASSIGN(const plan::Plan* plan, needs.plans.find(no));
  if (plan->stage != plan::Stage::Issued) {
    return tl::unexpected(needs.plans.find(PlanNo{}).error());
  }
  return plan;
}

std::string with_host(std::string html, const std::string& site) {
  constexpr std::string_view link = "href=\"/";
  for (std::size_t at = html.find(link); at != std::string::npos;
       at = html.find(link, at + link.size() + site.size())) {
    html.insert(at + link.size() - 1, site);
  }
  return html;
}

Post post_of(const Live& live, const Needs& needs, ArticleNo no) {
  const content::Article& article = needs.content.article(no);
  const Date day = vietnam_date(article.published_at);
  return {content::public_address(article),
          article.shown().title,
          needs.organisation.unit(article.unit).name,
          iso(day),
          vietnamese(day),
          live.pages.slot(no)};
}

Posts posts_of(const Live& live, const Needs& needs, const std::vector<ArticleNo>& articles) {
  Posts posts;
  for (const ArticleNo no : articles) posts.rows.push_back(post_of(live, needs, no));
  return posts;
}

PostsPage posts_page(const Live& live, const Needs& needs, const std::vector<ArticleNo>& articles,
                     std::uint32_t page, const std::string& address) {
  const auto rows = static_cast<std::uint32_t>(articles.size());
  PostsPage out{{}, make_pager(rows, page, address)};
  const std::uint32_t first = (out.pager.page - 1) * rows_per_page;
  const std::uint32_t last = std::min(rows, first + rows_per_page);
  out.posts = posts_of(live, needs, {articles.begin() + first, articles.begin() + last});
  return out;
}

Follow follow_at(std::string_view path) {
  PageHead::Feeds feeds = feeds_at(path, {});
  return {std::move(feeds.rss), std::move(feeds.atom), std::move(feeds.json)};
}

Result<content::ArticleText> read_text(App& app, const std::string& blob) {
  TRY_ASSIGN(const std::string bytes, app.blobs.get(blob));
  return decode<content::ArticleText>(bytes);
}

std::vector<LawRow> law_rows(const Needs& needs, const std::vector<DocumentNo>& documents) {
  std::vector<LawRow> rows;
  for (law::Cited& one : needs.law.cited(documents, needs.calendar.today())) {
    rows.push_back({std::move(one.address), std::move(one.name), std::move(one.title),
                    std::string(law::mark(one.effect)), std::move(one.sentence)});
  }
  return rows;
}

std::optional<Coverage> coverage_of(const Needs& needs, ItemNo no, const Visit& visit) {
  if (!needs.reach.has(no)) return std::nullopt;
  const reach::Item& item = needs.reach.item(no);
  const UnitNo city = needs.organisation.root();
  const reach::Count count = item.count(city);
  if (item.scope() != city || count.audience < audience_shown_min) return std::nullopt;
  Coverage out;
  out.count = {reach::percent(count, visit.language),
               who(item.audience()),
               count.reached,
               count.audience,
               {}};
  out.bar = width(count);
  out.day = vietnamese(needs.calendar.today());
  if (visit.actor.may_somewhere(Right::SeePlans)) {
    out.count.details = "/do-phu/" + std::to_string(no.value) + "/" + std::to_string(city.value);
  } else {
    out.count.details = campaign_path(item.plan()) + "#da-toi";
  }
  return out;
}

ItemNo newest_item(const Needs& needs, PlanNo plan) {
  for (std::uint32_t no = needs.reach.items(); no > 0; --no) {
    if (needs.reach.item(ItemNo{no}).plan() == plan) return ItemNo{no};
  }
  return {};
}

}  // namespace lantoa::city::portal
