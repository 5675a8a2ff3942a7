#include "city/content/preview.h"

#include <algorithm>

#include "city/content/link_check.h"
#include "platform/http/http.h"

namespace lantoa::city::content {
namespace {

DoubtRow doubt_row(const law::State& law, const Doubt& doubt) {
  if (!doubt.nearest) {
    return {doubt.number,
            {"chưa có trong sổ văn bản; hãy kiểm tra số, hoặc ghi văn bản này vào sổ",
             "is not in the register; check the number, or register the document"},
            "/van-ban/moi?so=" + http::percent_encode(doubt.number)};
  }
  const std::string registered = vietnamese(law.document(doubt.nearest).issued);
  const std::string written = doubt.date ? vietnamese(*doubt.date) : "";
  return {doubt.number,
          {"bài ghi ngày " + written + ", sổ ghi ngày " + registered + "; hãy đối chiếu",
           "is dated " + written + " here but " + registered + " in the register; compare them"},
          law::address_of(doubt.nearest)};
}

// Registered only after the version was saved, or no longer what was meant then.
DoubtRow missing_row(const law::State& law, DocumentNo document) {
  return {law.document(document).number,
          {"đã có trong sổ nhưng bản này chưa dẫn; lưu một bản mới để dẫn văn bản này",
           "is registered by now, but this version does not link it; save a new version to do so"},
          law::address_of(document)};
}

bool is_broken(LinkState state) {
  return state == LinkState::Missing || state == LinkState::Closed;
}

bool is_printed(LinkState state) {
  return state == LinkState::Printed || state == LinkState::Described;
}

void add_citations(Preview& preview, const Needs& needs,
                   const std::vector<viet::CitedDocument>& mentions,
                   const std::optional<std::vector<DocumentNo>>& kept) {
  const Citations now = match_citations(needs.law, mentions);
  const auto& documents = kept ? *kept : now.documents;
  for (const law::Cited& cited : needs.law.cited(documents, needs.calendar.today())) {
    preview.cited.push_back(
        {cited.address, cited.name, std::string(law::mark(cited.effect)), cited.sentence});
  }
  for (const Doubt& doubt : now.doubts) preview.doubts.push_back(doubt_row(needs.law, doubt));
  for (const DocumentNo document : now.documents) {
    if (std::find(documents.begin(), documents.end(), document) == documents.end()) {
      preview.doubts.push_back(missing_row(needs.law, document));
    }
  }
  preview.has_cited = !preview.cited.empty();
  preview.has_doubts = !preview.doubts.empty();
}

}  // namespace

Result<Preview> make_preview(const App& app, const State& state, const Needs& needs,
                             const ArticleText& text, const std::vector<std::string>& key_points,
                             const std::optional<std::vector<DocumentNo>>& kept,
                             const std::vector<Image>& images) {
  Preview preview;
  preview.title = text.title;
  preview.lead = text.lead;
  preview.author = text.author;
  auto body = markdown::to_html(text.body, is_allowed_host, find_in(images));
  if (!body) {
    return problem(body.error().code, body.error().text, fields::body);
  }
  preview.body = *std::move(body);
  for (const std::string& point : key_points) preview.points.push_back({point});
  preview.has_points = !preview.points.empty();
  const Date today = app.engine.read([&] { return needs.calendar.today(); });
  const auto mentions = mentions_in(text, today);
  app.engine.read([&] { add_citations(preview, needs, mentions, kept); });
  for (CheckedLink& link : check_links(app, state, needs, text.body, images)) {
    preview.broken += is_broken(link.state) ? 1U : 0U;
    preview.printed += is_printed(link.state) ? 1U : 0U;
    preview.links.push_back({std::move(link.text), std::move(link.address),
                             std::string(mark(link.state)), content::title(link.state)});
  }
  preview.has_links = !preview.links.empty();
  return preview;
}

}  // namespace lantoa::city::content
