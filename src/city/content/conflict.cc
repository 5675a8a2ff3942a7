#include "city/content/conflict.h"

namespace lantoa::city::content {

ConflictBox conflict_box(const App& app, Language language, const Article& article,
                         const WrittenText& saved, const WrittenText& typed) {
  const Version& latest = article.latest();
  const std::string base = office_address(article.no);
  Conflict out;
  out.version = std::to_string(latest.number);
  out.address = base + "?ban=" + out.version;
  out.by =
      latest.by ? app.name_of(latest.by, language) : Text{"hệ thống", "the system"}.in(language);
  out.at = vietnamese(latest.at);
  out.waits = article.stage() == Stage::Submitted;
  out.fresh = base + "/sua?lay=" + out.version;
  out.difference = difference(saved, typed, version_named(latest.number), {"bản của bạn", "yours"});
  std::erase_if(out.difference.sections,
                [](const DifferenceSection& each) { return !each.differs; });
  return {std::move(out)};
}

}  // namespace lantoa::city::content
