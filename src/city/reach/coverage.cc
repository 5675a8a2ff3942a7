// Coverage: one item's figures for a unit and those directly below it, live.
#include <boost/describe.hpp>

#include "city/reach/reach.h"

namespace lantoa::city::reach {
namespace {

// A group so small that its figure would tell about single persons is not shown to others.
constexpr std::uint32_t small_group_max = 4;

struct ItemRow {
  std::string address;
  std::string title;
  std::string opened;
  Text audience;
  std::uint32_t reached = 0;
  std::uint32_t all = 0;
  std::string share;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (), (address, title, opened, audience, reached, all, share))

struct ItemsView {
  static constexpr std::string_view tpl = "src/city/reach/items.tpl";
  bool has_items = false;
  std::vector<ItemRow> items;
};
BOOST_DESCRIBE_STRUCT(ItemsView, (), (has_items, items))

struct UnitRow {
  std::string unit;  // number, in names of live figures
  std::string address;
  std::string receipts;  // address
  std::string name;
  Text state;
  std::string mark;
  std::uint32_t all = 0;
  std::string reached;
  std::string share;
  std::string bar;
  std::string missing;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (),
                      (unit, address, receipts, name, state, mark, all, reached, share, bar, missing))

struct CoverageView {
  static constexpr std::string_view tpl = "src/city/reach/coverage.tpl";
  std::string title;  // of the article
  std::string article;
  std::string live;
  Text audience;
  UnitRow total;
  std::optional<std::string> missing_address;  // to the officer of this very unit
  std::string day;
  bool has_rows = false;
  std::vector<UnitRow> rows;
};
BOOST_DESCRIBE_STRUCT(CoverageView, (), (title, article, live, audience, total, missing_address, day,
                                         has_rows, rows))

std::pair<Text, std::string> state_of(const Count& count) {
  if (count.audience == 0) return {{"Không có đối tượng", "Nobody to reach"}, "state-idle"};
  if (count.reached == 0) return {{"Chưa bắt đầu", "Not started"}, "state-idle"};
  if (count.reached == count.audience) return {{"Đã tới mọi người", "Everybody reached"}, "state-done"};
  return {{"Đang thực hiện", "Under way"}, "state-risk"};
}

// Width of a bar in percent, with a point whatever the language.
std::string width(const Count& count) {
  const std::string share = percent(count, Language::English);
  return count.audience == 0 ? "0" : share.substr(0, share.find(' '));
}

UnitRow row_of(const Item& item, const organisation::State& organisation, UnitNo unit,
               const Visit& visit) {
  const Count count = item.count(unit);
  UnitRow row;
  row.unit = std::to_string(unit.value);
  row.address = address(item.no(), unit);
  row.receipts = row.address + "/ghi-nhan";
  row.name = organisation.unit(unit).name;
  std::tie(row.state, row.mark) = state_of(count);
  row.all = count.audience;
  const bool hidden = count.audience <= small_group_max && count.audience != 0 &&
                      !is_own_unit(visit.actor, Right::SeeNames, unit);
  if (hidden) {
    const Text few{"ít người, không hiện", "few, not shown"};
    row.reached = row.share = row.missing = few.in(visit.language);
    row.bar = "0";
    row.unit.clear();  // no live figure either
    row.state = {"Nhóm nhỏ", "Small group"};
    row.mark = "state-idle";
    return row;
  }
  row.reached = html::grouped(count.reached, visit.language);
  row.share = percent(count, visit.language);
  row.bar = width(count);
  row.missing = html::grouped(count.audience - count.reached, visit.language);
  return row;
}

std::vector<UnitNo> most_behind_first(const Item& item, std::vector<UnitNo> units) {
  std::erase_if(units, [&](UnitNo unit) { return item.count(unit).audience == 0; });
  const auto share = [&](UnitNo unit) {
    const Count count = item.count(unit);
    return std::uint64_t{count.reached} * 10'000 / count.audience;
  };
  std::stable_sort(units.begin(), units.end(),
                   [&](UnitNo a, UnitNo b) { return share(a) < share(b); });
  return units;
}

CoverageView look(const Needs& needs, const Item& item, UnitNo unit,
                  const Visit& visit) {
  CoverageView view;
  view.title = title_of(item, needs.content);
  view.article = content::office_address(item.article());
  view.live = "/su-kien" + address(item.no(), unit);
  view.audience = plan::title(item.audience());
  view.total = row_of(item, needs.organisation, unit, visit);
  view.day = vietnamese(needs.calendar.today());
  if (is_own_unit(visit.actor, Right::SeeNames, unit)) {
    view.missing_address = address(item.no(), unit) + "/chua-doc";
  }
  for (const UnitNo child : most_behind_first(item, needs.organisation.unit(unit).children)) {
    view.rows.push_back(row_of(item, needs.organisation, child, visit));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

// {"reached_3":"12","share_3":"40,0 %","missing_3":"18", …}: names and figures only, no escapes needed.
std::string figures(const Item& item, const organisation::State& organisation, UnitNo unit,
                    const Visit& visit) {
  std::string out = "{";
  const auto add = [&](UnitNo one) {
    const UnitRow row = row_of(item, organisation, one, visit);
    if (row.unit.empty()) return;
    if (out.size() > 1) out += ',';
    out += "\"reached_" + row.unit + "\":\"" + row.reached + "\",\"share_" + row.unit + "\":\"" +
           row.share + "\",\"missing_" + row.unit + "\":\"" + row.missing + "\"";
  };
  add(unit);
  for (const UnitNo child : organisation.unit(unit).children) {
    if (item.count(child).audience != 0) add(child);
  }
  return out + "}";
}

ItemsView list(const State& state, const Needs& needs, const Visit& visit) {
  ItemsView view;
  for (std::uint32_t i = state.items(); i > 0; --i) {
    const Item& item = state.item(ItemNo{i});
    const Count count = item.count(item.scope());
    view.items.push_back({address(item.no(), item.scope()), title_of(item, needs.content),
                          vietnamese(vietnam_date(item.opened())), plan::title(item.audience()),
                          count.reached, count.audience, percent(count, visit.language)});
  }
  view.has_items = !view.items.empty();
  return view;
}

Result<std::pair<const Item*, UnitNo>> asked_for(const State& state, const Needs& needs,
                                                 const Visit& visit) {
  TRY_ASSIGN(const ItemNo no, visit.number<ItemNo>("item"));
  TRY_ASSIGN(const UnitNo unit, visit.number<UnitNo>("unit"));
  TRY_ASSIGN(const Item* item, state.find(no));
  TRY(needs.organisation.find(unit));
  return std::pair(item, unit);
}

}  // namespace

void install_coverage(App& app, const State& state, Needs needs) {
  const Text heading{"Độ phủ", "Coverage"};
  app.routes.get("/do-phu", Right::SeePlans,
                 [&app, &state, needs, heading](const Visit& visit) -> Result<http::Response> {
                   const auto view = app.engine.read([&] { return list(state, needs, visit); });
                   return app.show(visit, heading, view);
                 });
  app.routes.get(
      "/do-phu/{item}/{unit}", Right::SeePlans,
      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        std::vector<App::Crumb> path;
        auto view = app.engine.read([&]() -> Result<CoverageView> {
          TRY_ASSIGN(const auto asked, asked_for(state, needs, visit));
          path = crumbs(needs.organisation, asked.first->no(), asked.second, visit.language);
          return look(needs, *asked.first, asked.second, visit);
        });
        if (!view) return tl::unexpected(std::move(view).error());
        const std::string name = view->total.name;
        return app.show(visit, {"Độ phủ: " + name, "Coverage: " + name}, *view, std::move(path));
      });
  app.routes.get(
      "/su-kien/do-phu/{item}/{unit}", Right::SeePlans,
      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        auto asked = app.engine.read([&] { return asked_for(state, needs, visit); });
        if (!asked) return tl::unexpected(std::move(asked).error());
        http::Response response;
        // Items are never removed, so the pointer stays good for as long as the stream is open.
        response.open_stream = [&app, needs, visit, item = asked->first,
                                unit = asked->second](std::shared_ptr<http::Stream> stream) {
          app.live.add(std::move(stream), [&app, needs, visit, item, unit] {
            return app.engine.read([&] { return figures(*item, needs.organisation, unit, visit); });
          });
        };
        return response;
      });
}

}  // namespace lantoa::city::reach
