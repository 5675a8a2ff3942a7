// Pages that somebody has to see to: no longer there, or without a word of the law any more.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/own_units.h"
#include "city/webpage/webpage.h"

namespace lantoa::city::webpage {
namespace {

struct Row {
  std::string address;  // of the activity's pages
  std::string heading, unit, url;
  Text standing;
  std::string mark;
  std::string looked;
};
BOOST_DESCRIBE_STRUCT(Row, (), (address, heading, unit, url, standing, mark, looked))

struct View {
  static constexpr std::string_view tpl = "src/city/webpage/list.tpl";
  std::string unit;
  std::uint32_t all = 0, there = 0;
  std::vector<Row> rows;
  bool has_rows = false;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(View, (), (unit, all, there, rows, has_rows, pager))

bool needs_care(const WebPage& page) {
  return page.last() != nullptr && (!page.is_there() || page.has_lost_the_law());
}

Row row_of(const WebPage& page, const Needs& needs, const Visit& visit) {
  const activity::Activity& one = needs.activities.activity(page.activity);
  const Standing standing = standing_of(page);
  return {address_of(page.activity) + "#trang-" + std::to_string(page.no.value),
          activity::heading_of(one.record, visit.language),
          needs.organisation.unit(one.unit).name,
          page.url,
          standing.words,
          standing.mark,
          vietnamese(page.last()->on)};
}

Result<View> look_at(const State& state, const Needs& needs, const Visit& visit) {
  const UnitNo unit = own_unit(visit.actor);
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, unit));
  const std::vector<bool> below = needs.organisation.below(unit);
  View view;
  view.unit = needs.organisation.unit(unit).name;
  std::vector<WebPageNo> found;
  for (std::uint32_t i = state.pages(); i > 0; --i) {
    const WebPage& page = state.page(WebPageNo{i});
    const UnitNo of = needs.activities.activity(page.activity).unit;
    if (page.is_ended || of.index() >= below.size() || !below[of.index()]) continue;
    ++view.all;
    if (page.is_there()) ++view.there;
    if (needs_care(page)) found.push_back(page.no);
  }
  // What is gone stands before what says something else; of each the newest first.
  std::stable_sort(found.begin(), found.end(), [&](WebPageNo a, WebPageNo b) {
    return !state.page(a).is_there() && state.page(b).is_there();
  });
  view.pager =
      make_pager(static_cast<std::uint32_t>(found.size()), visit.page(), "/hoat-dong/trang-mang");
  const std::size_t begin = std::size_t{view.pager.page - 1} * rows_per_page;
  for (std::size_t i = begin; i < std::min(found.size(), begin + rows_per_page); ++i) {
    view.rows.push_back(row_of(state.page(found[i]), needs, visit));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

}  // namespace

void install_list(App& app, const State& state, Needs needs) {
  app.routes.get(
      "/hoat-dong/trang-mang", Right::SeePlans,
      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        TRY_ASSIGN(const View view, app.engine.read([&] { return look_at(state, needs, visit); }));
        const Text activities{"Hoạt động", "Activities"};
        const Text heading{"Trang mạng cần xem lại", "Web pages to see to"};
        return app.show(
            visit, heading, view,
            {{activities.in(visit.language), "/hoat-dong"}, {heading.in(visit.language), {}}});
      });
}

}  // namespace lantoa::city::webpage
