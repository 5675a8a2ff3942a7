// An article as one file that opens without a network: its text, what it cites with the effect of
// the day it was saved, where it came from. Nothing in it asks anybody for anything.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/portal/parts.h"
#include "city/spoken.h"
#include "platform/image/image.h"
#include "platform/markdown/markdown.h"

namespace lantoa::city::portal {
namespace {

constexpr std::size_t pictures_bytes_max = 4 * 1024 * 1024;  // a file that one sends on by mail

struct SavedView {
  static constexpr std::string_view tpl = "src/city/portal/saved.tpl";
  std::string lang;
  std::string title;
  std::string published_iso, published;
  std::optional<std::string> updated;
  std::string unit;
  std::string address;
  bool has_laws = false;
  std::vector<LawRow> laws;
  std::string today;
  std::optional<std::string> lead;
  markdown::SafeHtml body;
  std::optional<std::string> author;
  std::uint64_t ledger_seq = 0;
};
BOOST_DESCRIBE_STRUCT(SavedView, (),
                      (lang, title, published_iso, published, updated, unit, address, has_laws,
                       laws, today, lead, body, author, ledger_seq))

struct Found {
  std::string blob;
  std::string file;
  std::vector<content::Image> images;
  SavedView view;
};

Result<Found> find(const Needs& needs, const std::string& site, ArticleNo no) {
  TRY_ASSIGN(const content::Article* article, needs.content.find(no));
  // One that was withdrawn, or never was public, cannot be taken along.
  if (!article->is_public()) return tl::unexpected(needs.content.find(ArticleNo{}).error());
  Found found;
  found.blob = article->shown().text;
  found.images = needs.content.images(article->shown().images);
  found.file = "bai-" + std::to_string(no.value) + ".html";
  SavedView& view = found.view;
  view.title = article->shown().title;
  view.published_iso = iso_minute_vietnam(article->published_at);
  view.published = vietnamese(article->published_at);
  if (article->updated_at != article->published_at) view.updated = vietnamese(article->updated_at);
  view.unit = needs.organisation.unit(article->unit).name;
  view.address = site + content::public_address(*article);
  view.laws = law_rows(needs, article->shown().cites);
  for (LawRow& law : view.laws) law.address.insert(0, site);
  view.has_laws = !view.laws.empty();
  view.today = vietnamese(needs.calendar.today());
  return found;
}

// The narrow one of each picture stands in the file itself, once; what does not find room is told
// in letters.
markdown::FindImage embedded(App& app, std::vector<content::Image> images) {
  return [&app, images = std::move(images), left = pictures_bytes_max](
             std::string_view address) mutable -> std::optional<markdown::Image> {
    const auto found = std::find_if(images.begin(), images.end(), [&](const content::Image& one) {
      return one.no == content::image_at(address);
    });
    if (found == images.end()) return std::nullopt;
    const content::Image one = *found;
    images.erase(found);
    const auto bytes = app.blobs.get(one.small);
    if (!bytes || bytes->size() > left) return std::nullopt;
    const auto header = image::read_header(*bytes);
    if (!header) return std::nullopt;
    left -= bytes->size();
    const std::string type(image::media_type(header->kind));
    return markdown::Image{"data:" + type + ";base64," + crypto::base64(*bytes),
                           header->width,
                           header->height,
                           {},
                           0,
                           one.alt};
  };
}

Result<http::Response> show(App& app, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
  TRY_ASSIGN(Found found, app.engine.read([&] { return find(needs, app.public_url, no); }));
  TRY_ASSIGN(const auto text, read_text(app, found.blob));
  SavedView& view = found.view;
  view.lang = visit.language == Language::English ? "en" : "vi";
  TRY_ASSIGN(view.body, markdown::to_html(text.body, content::is_allowed_host,
                                          embedded(app, std::move(found.images))));
  if (!text.lead.empty()) view.lead = text.lead;
  if (!text.author.empty()) view.author = text.author;
  view.ledger_seq = app.engine.head().seq;
  std::string page = app.templates.render(view, visit.language);
  if (visit.language == Language::English) page = mark_vietnamese(page);
  // Filled in after the template's escaping, so that links in the text lead here as well.
  http::Response response = http::html_page(with_host(std::move(page), app.public_url));
  response.with("Content-Disposition", "attachment; filename=\"" + found.file + "\"");
  const bool kept = visit.actor.kind == Actor::Kind::Nobody;
  response.with("Cache-Control", kept ? "no-cache" : "no-store");
  return response;
}

}  // namespace

void install_saved(App& app, Needs needs) {
  app.routes.get("/bai/{article}/luu", Right::Public,
                 [&app, needs](const Visit& visit) { return show(app, needs, visit); });
}

}  // namespace lantoa::city::portal
