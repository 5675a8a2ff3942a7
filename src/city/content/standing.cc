#include "city/content/standing.h"

namespace lantoa::city::content {

std::string_view mark(Stage stage) {
  switch (stage) {
    case Stage::Draft:
    case Stage::Scheduled:
      return "state-idle";
    case Stage::Submitted:
      return "state-risk";
    case Stage::Published:
      return "state-done";
    case Stage::Withdrawn:
      return "state-late";
  }
  return "";
}

std::vector<Standing> standings(const Article& article) {
  const Stage stage = article.stage();
  const Text now = title(stage);
  const std::string newest_mark(mark(stage));
  if (!article.is_public()) return {{now, newest_mark}};
  const std::string shown = std::to_string(article.published);
  std::vector<Standing> out{{{"Đang trên cổng: bản " + shown, "On the portal: version " + shown},
                             std::string(mark(Stage::Published))}};
  if (stage != Stage::Published) {
    const std::string newest = std::to_string(article.latest().number);
    out.push_back(
        {{"Bản " + newest + ": " + now.vi, "Version " + newest + ": " + now.en}, newest_mark});
  }
  return out;
}

}  // namespace lantoa::city::content
