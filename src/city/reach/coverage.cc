// Coverage: one item's figures for a unit and those directly below it, live.
#include <boost/describe.hpp>

#include "city/reach/reach.h"
#include "city/reach/small_groups.h"

namespace lantoa::city::reach {
namespace {

struct ItemRow {
  std::string address;
  std::string title;
  std::string opened;
  Text audience;
  std::string reached;
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
                      (unit, address, receipts, name, state, mark, all, reached, share, bar,
                       missing))

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
BOOST_DESCRIBE_STRUCT(CoverageView, (),
                      (title, article, live, audience, total, missing_address, day, has_rows, rows))

std::pair<Text, std::string> state_of(const Count& count) {
  if (count.audience == 0) return {{"Không có đối tượng", "Nobody to reach"}, "state-idle"};
  if (count.reached == 0) return {{"Chưa bắt đầu", "Not started"}, "state-idle"};
  if (count.reached == count.audience)
    return {{"Đã tới mọi người", "Everybody reached"}, "state-done"};
  return {{"Đang thực hiện", "Under way"}, "state-risk"};
}

// Width of a bar in percent, with a point whatever the language.
std::string width(const Count& count) {
  const std::string share = percent(count, Language::English);
  return count.audience == 0 ? "0" : share.substr(0, share.find(' '));
}

UnitRow row_of(const Item& item, const organisation::State& organisation, UnitNo unit, bool hidden,
               const Visit& visit) {
  const Count count = item.count(unit);
  UnitRow row;
  row.unit = std::to_string(unit.value);
  row.address = address(item.no(), unit);
  row.receipts = row.address + "/ghi-nhan";
  row.name = organisation.unit(unit).name;
  std::tie(row.state, row.mark) = state_of(count);
  row.all = count.audience;
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

// Hidden ones last: their place would tell their share.
std::vector<UnitNo> most_behind_first(const Item& item, std::vector<UnitNo> units,
                                      const std::set<UnitNo>& hidden) {
  std::erase_if(units, [&](UnitNo unit) { return item.count(unit).audience == 0; });
  constexpr std::uint64_t last = 20'000;
  const auto share = [&](UnitNo unit) {
    const Count count = item.count(unit);
    return hidden.contains(unit) ? last : std::uint64_t{count.reached} * 10'000 / count.audience;
  };
  std::stable_sort(units.begin(), units.end(),
                   [&](UnitNo a, UnitNo b) { return share(a) < share(b); });
  return units;
}

CoverageView look(const Needs& needs, const Item& item, UnitNo unit, const Visit& visit) {
  CoverageView view;
  view.title = title_of(item, needs.content);
  view.article = content::office_address(item.article());
  view.live = "/su-kien" + address(item.no(), unit);
  view.audience = plan::title(item.audience());
  const SmallGroups groups(needs.organisation, item, visit.actor);
  const std::set<UnitNo> hidden = groups.hidden_below(unit);
  view.total = row_of(item, needs.organisation, unit, groups.hide(unit), visit);
  view.day = vietnamese(needs.calendar.today());
  if (is_own_unit(needs.organisation, visit.actor, Right::SeeNames, unit)) {
    view.missing_address = address(item.no(), unit) + "/chua-doc";
  }
  const auto& children = needs.organisation.unit(unit).children;
  for (const UnitNo child : most_behind_first(item, children, hidden)) {
    view.rows.push_back(row_of(item, needs.organisation, child, hidden.contains(child), visit));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

// {"reached_3":"12","share_3":"40,0 %","missing_3":"18", …}: names and figures only, no escapes
// needed.
std::string figures(const Item& item, const organisation::State& organisation, UnitNo unit,
                    const Visit& visit) {
  const SmallGroups groups(organisation, item, visit.actor);
  const std::set<UnitNo> hidden = groups.hidden_below(unit);
  std::string out = "{";
  const auto add = [&](UnitNo one) {
    const bool is_hidden = one == unit ? groups.hide(unit) : hidden.contains(one);
    const UnitRow row = row_of(item, organisation, one, is_hidden, visit);
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
    const bool hidden = SmallGroups(needs.organisation, item, visit.actor).hide(item.scope());
    const UnitRow row = row_of(item, needs.organisation, item.scope(), hidden, visit);
    view.items.push_back({row.address, title_of(item, needs.content),
                          vietnamese(vietnam_date(item.opened())), plan::title(item.audience()),
                          row.reached, row.all, row.share});
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
        // Items are never removed, so the pointer stays good for as long as the stream is open. The
        // visitor's rights may end meanwhile.
        const LiveHub::Look look = [&app, needs, visit, item = asked->first,
                                    unit = asked->second]() -> std::optional<std::string> {
          return app.engine.read([&]() -> std::optional<std::string> {
            Visit now = visit;
            auto actor = app.find_actor(visit.actor.name);
            if (!actor || !actor->may_somewhere(Right::SeePlans)) return std::nullopt;
            now.actor = *std::move(actor);
            return figures(*item, needs.organisation, unit, now);
          });
        };
        return http::event_stream(
            [&app, look, now = look().value_or("{}")](std::shared_ptr<http::Stream> stream) {
              app.live.add(std::move(stream), now, look);
            });
      });
}

}  // namespace lantoa::city::reach
