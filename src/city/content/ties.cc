// What of articles hangs on a unit that is to be closed.
#include "city/content/content.h"

namespace lantoa::city::content {
namespace {

std::uint32_t never_published(const State& state, UnitNo unit) {
  std::uint32_t out = 0;
  for (std::uint32_t i = 1; i <= state.size(); ++i) {
    const Article& one = state.article(ArticleNo{i});
    out += one.unit == unit && !one.is_public() && !one.withdrawn ? 1 : 0;
  }
  return out;
}

}  // namespace

void install_ties(App& app, const State& state) {
  app.unit_ties.emplace_back([&state](UnitNo unit, std::vector<UnitTie>& out) {
    out.push_back({{"Bài chưa đăng đứng tên đơn vị", "Articles in its name, never published"},
                   never_published(state, unit),
                   "/bai-viet",
                   {"Bài nháp và bài chờ duyệt không đăng được nữa; bài đã hẹn giờ vẫn tự đăng, "
                    "không muốn thì hãy bỏ hẹn trước.",
                    "Drafts and what waits for approval cannot be published any more; what has an "
                    "hour still is, unless that is dropped first."}});
  });
}

}  // namespace lantoa::city::content
