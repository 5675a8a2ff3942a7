// Articles of the units one works for, by state.
#include <algorithm>
#include <array>
#include <boost/describe.hpp>

#include "city/content/content.h"
#include "city/content/standing.h"

namespace lantoa::city::content {
namespace {

struct Row {
  std::string address;
  std::string title;
  std::string unit;
  std::vector<Standing> standings;
  bool withdrawal_waits = false;
  std::optional<std::string> publishes_at;
  bool alone = false;  // published in an emergency, not approved yet
  std::string changed;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (address, title, unit, standings, withdrawal_waits, publishes_at, alone,
                       changed))

struct ListView {
  static constexpr std::string_view tpl = "src/city/content/list.tpl";
  Chips chips;
  bool has_rows = false;
  std::vector<Row> rows;
  Pager pager;
  bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (chips, has_rows, rows, pager, may_write))

struct Filter {
  Stage stage;
  const char* code;
};
constexpr std::array filters{Filter{Stage::Submitted, "cho-duyet"}, Filter{Stage::Draft, "nhap"},
                             Filter{Stage::Scheduled, "hen-gio"},
                             Filter{Stage::Published, "da-dang"},
                             Filter{Stage::Withdrawn, "thu-hoi"}};

// What readers see is published, whatever is being written beside it.
bool is_of(const Filter& filter, const Article& article) {
  return filter.stage == Stage::Published ? article.is_public() : article.stage() == filter.stage;
}

constexpr const char* emergency_code = "khan-cap";

bool is_alone(const Article* article) { return article->emergency.has_value(); }

// Newest change first.
std::vector<const Article*> visible(const State& state, const Needs& needs, const Actor& actor) {
  std::vector<const Article*> out;
  for (std::uint32_t no = 1; no <= state.size(); ++no) {
    const Article& article = state.article(ArticleNo{no});
    if (needs.organisation.allows(actor, Right::Work, article.unit)) out.push_back(&article);
  }
  std::stable_sort(out.begin(), out.end(), [](const Article* a, const Article* b) {
    return a->latest().at > b->latest().at;
  });
  return out;
}

ListView look_at(const State& state, const Needs& needs, const Visit& visit) {
  ListView view;
  view.may_write = visit.actor.may_somewhere(Right::DraftArticle);
  auto articles = visible(state, needs, visit.actor);
  const std::string wanted = visit.query("trang-thai");
  const auto chosen = std::find_if(filters.begin(), filters.end(),
                                   [&](const Filter& filter) { return wanted == filter.code; });
  view.chips.heading = {"Lọc theo trạng thái", "Filter by state"};
  view.chips.list.push_back({"/bai-viet",
                             {"Tất cả", "All"},
                             static_cast<std::uint32_t>(articles.size()),
                             chosen == filters.end()});
  for (const Filter& filter : filters) {
    const auto count = std::count_if(articles.begin(), articles.end(),
                                     [&](const Article* one) { return is_of(filter, *one); });
    view.chips.list.push_back({std::string("/bai-viet?trang-thai=") + filter.code,
                               title(filter.stage), static_cast<std::uint32_t>(count),
                               wanted == filter.code});
  }
  std::string address = "/bai-viet";
  if (chosen != filters.end()) {
    std::erase_if(articles, [&](const Article* one) { return !is_of(*chosen, *one); });
    address += std::string("?trang-thai=") + chosen->code;
  }
  const bool only_alone = wanted == emergency_code;
  if (const auto count = std::count_if(articles.begin(), articles.end(), is_alone);
      count > 0 && (only_alone || chosen == filters.end())) {
    view.chips.list.push_back({std::string("/bai-viet?trang-thai=") + emergency_code,
                               {"Đăng khẩn cấp, chưa duyệt", "Emergency, not approved"},
                               static_cast<std::uint32_t>(count),
                               only_alone});
  }
  if (only_alone) {
    std::erase_if(articles, [](const Article* one) { return !is_alone(one); });
    address += std::string("?trang-thai=") + emergency_code;
    view.chips.list.front().here = false;
  }
  const auto found = static_cast<std::uint32_t>(articles.size());
  view.pager = make_pager(found, visit.page(), address);
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(found, first + rows_per_page); ++i) {
    const Article& one = *articles[i];
    Row row{office_address(one.no),
            one.latest().title,
            needs.organisation.unit(one.unit).name,
            standings(one),
            one.proposed.has_value(),
            {},
            one.emergency.has_value(),
            vietnamese(one.latest().at)};
    if (one.scheduled) row.publishes_at = vietnamese(one.scheduled->at);
    view.rows.push_back(std::move(row));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

}  // namespace

void install_list(App& app, const State& state, Needs needs) {
  app.routes.get("/bai-viet", Right::Work,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   const ListView view =
                       app.engine.read([&] { return look_at(state, needs, visit); });
                   return app.show(visit, {"Bài viết", "Articles"}, view);
                 });
}

}  // namespace lantoa::city::content
