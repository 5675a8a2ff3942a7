// Answers with the views filled in, from the cache or freshly drawn.
#include "city/portal/portal.h"
#include "city/portal/view_rules.h"
#include "platform/http/negotiate.h"
#include "platform/session/session.h"

namespace lantoa::city::portal {
namespace {

constexpr std::string_view gzip_headers =
    "Content-Type: text/html; charset=utf-8\r\n"
    "Cache-Control: no-cache\r\n"
    "Vary: Accept-Encoding, Cookie\r\n"
    "Content-Encoding: gzip\r\n";
constexpr std::string_view plain_headers = gzip_headers.substr(0, gzip_headers.find("Content-Enc"));

// The same for everybody: nobody is signed in, and the address as sent is the page's own, because
// the frame shows it.
bool is_for_everybody(const http::Request& request) {
  return (request.method == http::Method::Get || request.method == http::Method::Head) &&
         request.target == request.path && request.cookie(session::cookie_name).empty();
}

void count(Live& live, const http::Request& request, ArticleNo article) {
  if (!article || request.method != http::Method::Get) return;
  if (ViewRules::built_in().is_view(request)) live.views.add(article);
}

std::vector<std::string> values_of(const Live& live, const http::Spliced& page, Language language) {
  std::vector<std::string> out;
  out.reserve(page.slots().size());
  for (const std::uint64_t views : live.views.totals(page.slots())) {
    out.push_back(html::grouped(views, language));
  }
  return out;
}

// A page that is the same until a fact changes it: whoever has it need not get it again.
http::Response answer_copy(const http::Request& request, const CachedPage& page) {
  const bool packed = http::accepts_gzip(request);
  http::Copy copy = page.copy;
  if (packed) copy.etag.insert(copy.etag.size() - 1, "-gzip");
  http::Response response;
  response.with("Cache-Control", "no-cache").with("Vary", "Accept-Encoding, Cookie");
  response.with("ETag", copy.etag);
  if (!copy.last_modified.empty()) response.with("Last-Modified", copy.last_modified);
  if (http::has_copy(request, copy)) {
    response.status = 304;
    return response;
  }
  response.with("Content-Type", page.content_type);
  if (packed) response.with("Content-Encoding", "gzip");
  response.body = packed ? page.gzip.fill({}) : page.text.fill({});
  return response;
}

http::Response answer(Live& live, const http::Request& request, Language language,
                      const CachedPage& page) {
  count(live, request, page.article);
  if (!page.copy.etag.empty()) return answer_copy(request, page);
  const auto values = values_of(live, page.text, language);
  http::Response response;
  if (http::accepts_gzip(request)) {
    response.with_constant(gzip_headers);
    response.body = page.gzip.fill(values);
  } else {
    response.with_constant(plain_headers);
    response.body = page.text.fill(values);
  }
  return response;
}

}  // namespace

http::Response deliver(Live& live, const Visit& visit, http::Response drawn, const PageStamp& stamp,
                       ArticleNo article) {
  if (is_for_everybody(visit.request)) {
    auto page = std::make_shared<const CachedPage>(drawn, live.pages.marker(), article, stamp);
    live.pages.put(visit.language, visit.request.path, page);
    return answer(live, visit.request, visit.language, *page);
  }
  count(live, visit.request, article);
  const http::Spliced page(drawn.body, live.pages.marker());
  drawn.body = page.fill(values_of(live, page, visit.language));
  return drawn;
}

std::optional<http::Response> ready(Live& live, const http::Request& request) {
  if (!is_for_everybody(request)) return std::nullopt;
  const Language language = language_of(request);
  const PageCache::Page page = live.pages.find(language, request.path);
  if (!page) return std::nullopt;
  return answer(live, request, language, *page);
}

}  // namespace lantoa::city::portal
