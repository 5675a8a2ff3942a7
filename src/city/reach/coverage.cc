// Coverage: one item's figures for a unit and those below it, as a map and as a table, through the
// filters that the address names; live while it shows the unfiltered present.
#include "city/reach/coverage_filters.h"
#include "city/reach/coverage_rows.h"
#include "city/reach/reach.h"
#include "platform/sheet/csv_writer.h"

namespace lantoa::city::reach {
namespace {

constexpr std::uint32_t wide_width = 960, wide_height = 420;
constexpr std::uint32_t tall_width = 330, tall_height = 560;

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

struct Past {
  std::string day;
  std::string seq;
};
BOOST_DESCRIBE_STRUCT(Past, (), (day, seq))

struct CoverageView {
  static constexpr std::string_view tpl = "src/city/reach/coverage.tpl";
  std::string title;  // of the article
  std::string article;
  std::optional<std::string> live;
  Text audience;
  UnitRow total;
  std::optional<std::string> missing_address;  // to the officer of this very unit
  std::string day;
  std::optional<Past> past;
  FiltersView filters;
  Text units;  // what the rows are
  std::string compare;
  std::string csv;
  std::optional<std::string> freeze;  // where the figure on top can be frozen
  bool has_rows = false;
  bool cut = false;  // the map shows the biggest only
  MapView wide, tall;
  std::vector<UnitRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(CoverageView, (),
                      (title, article, live, audience, total, missing_address, day, past, filters,
                       units, compare, csv, freeze, has_rows, cut, wide, tall, rows, pager))

// What an address asks for.
struct Asked {
  const Item* item = nullptr;
  UnitNo unit;
  Lens lens;
};

// The units of the table with their figures; the same in the map, the table and the file.
struct Table {
  UnitRow total;
  std::vector<UnitRow> rows;
  std::vector<Count> counts;
};

Table table_of(const State& state, const Needs& needs, const Asked& asked, const Visit& visit) {
  const Figures figures(state, needs.organisation, *asked.item, asked.lens.filter(), visit.actor);
  const bool deep = asked.lens.kind.has_value();
  std::vector<UnitNo> units = deep ? needs.organisation.ever_of_kind(*asked.lens.kind, asked.unit)
                                   : needs.organisation.unit(asked.unit).children;
  if (deep) std::erase(units, asked.unit);
  const auto hidden = deep ? figures.hidden_of(units) : figures.hidden_below(asked.unit);
  const auto row = [&](UnitNo unit, bool is_hidden) {
    return row_of(figures, needs.organisation, asked.item->no(), unit, is_hidden, asked.lens,
                  visit.language);
  };
  Table table;
  table.total = row(asked.unit, figures.hide(asked.unit));
  for (const UnitNo unit : most_behind_first(figures, std::move(units), hidden)) {
    table.rows.push_back(row(unit, hidden.contains(unit)));
    table.counts.push_back(figures.count(unit));
  }
  return table;
}

void draw(CoverageView& view, Table table, const Visit& visit) {
  view.wide = map_of(table.rows, table.counts, "ngang", wide_width, wide_height, visit.language);
  view.tall = map_of(table.rows, table.counts, "doc", tall_width, tall_height, visit.language);
  view.has_rows = !table.rows.empty();
  view.cut = table.rows.size() > map_cells_max;
  const auto rows = static_cast<std::uint32_t>(table.rows.size());
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    view.rows.push_back(std::move(table.rows[i]));
  }
  view.total = std::move(table.total);
}

// The figure on top through the same filters; the kind of the units below does not change it.
std::string freezing_address(const Asked& asked) {
  Lens lens = asked.lens;
  lens.kind.reset();
  std::string query = lens.query();
  if (!query.empty()) query.front() = '&';
  return "/so-lieu/moi?muc=" + std::to_string(asked.item->no().value) +
         "&don-vi=" + std::to_string(asked.unit.value) + query;
}

CoverageView look(const State& state, const Needs& needs, const Asked& asked, const Visit& visit) {
  const Item& item = *asked.item;
  const Lens& lens = asked.lens;
  CoverageView view;
  const std::string here = address(item.no(), asked.unit);
  view.title = title_of(item, needs.content);
  view.article = content::office_address(item.article());
  if (lens.is_live()) view.live = "/su-kien" + here;
  view.audience = plan::title(lens.key_officials ? plan::Audience::KeyOfficials : item.audience());
  view.day = vietnamese(lens.day.value_or(needs.calendar.today()));
  if (lens.day) view.past = {view.day, html::grouped(lens.up_to, visit.language)};
  if (is_own_unit(needs.organisation, visit.actor, Right::SeeNames, asked.unit)) {
    view.missing_address = here + "/chua-doc";
  }
  view.filters = filters_of(needs.organisation, item, asked.unit, lens, needs.calendar.today(),
                            visit.language);
  view.filters.day = query_field(visit, day_field, std::move(view.filters.day.value));
  view.units = lens.kind ? organisation::title(*lens.kind)
                         : Text{"đơn vị trực thuộc", "units directly below"};
  Lens any_kind = lens;
  any_kind.kind.reset();
  view.compare = "/do-phu/" + std::to_string(item.no().value) + "/so-sanh" + any_kind.query();
  const std::string query = lens.query();
  view.csv = here + query + (query.empty() ? "?" : "&") + "dang=csv";
  Table table = table_of(state, needs, asked, visit);
  if (!table.total.hidden &&
      needs.organisation.allows(visit.actor, Right::FreezeFigure, asked.unit)) {
    view.freeze = freezing_address(asked);
  }
  view.pager =
      make_pager(static_cast<std::uint32_t>(table.rows.size()), visit.page(), here + query);
  draw(view, std::move(table), visit);
  return view;
}

// The table as a file, every row of it; a small group's figures are empty.
http::Response file_of(const Table& table, const Asked& asked) {
  sheet::CsvWriter csv;
  for (const char* head :
       {"Mã đơn vị", "Đơn vị", "Phải tới", "Đã tới", "Trong đó ghi thay", "Chưa tới"}) {
    csv.text(head);
  }
  csv.end_row();
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Count& count = table.counts[i];
    csv.text(table.rows[i].code).text(table.rows[i].name).number(std::to_string(count.audience));
    for (const std::uint32_t figure :
         {count.reached, count.by_proxy, count.audience - count.reached}) {
      csv.number(table.rows[i].hidden ? "" : std::to_string(figure));
    }
    csv.end_row();
  }
  return http::csv(csv.take(), "do-phu-" + std::to_string(asked.item->no().value) + "-" +
                                   std::to_string(asked.unit.value) + ".csv");
}

LiveFigures figures_now(const State& state, const Needs& needs, const Asked& asked,
                        const Actor& actor, Language language) {
  const Figures figures(state, needs.organisation, *asked.item, {}, actor);
  const auto hidden = figures.hidden_below(asked.unit);
  LiveFigures out;
  const auto add = [&](UnitNo unit, bool is_hidden) {
    if (!is_hidden) add_live(out, figures.count(unit), unit, language);
  };
  add(asked.unit, figures.hide(asked.unit));
  for (const UnitNo child : needs.organisation.unit(asked.unit).children) {
    if (figures.count(child).audience != 0) add(child, hidden.contains(child));
  }
  return out;
}

ItemsView list(const State& state, const Needs& needs, const Visit& visit) {
  ItemsView view;
  for (std::uint32_t i = state.items(); i > 0; --i) {
    const Item& item = state.item(ItemNo{i});
    const Figures figures(state, needs.organisation, item, {}, visit.actor);
    const UnitRow row = row_of(figures, needs.organisation, item.no(), item.scope(),
                               figures.hide(item.scope()), {}, visit.language);
    view.items.push_back({row.address, title_of(item, needs.content),
                          vietnamese(vietnam_date(item.opened())), plan::title(item.audience()),
                          row.reached, row.all, row.share});
  }
  view.has_items = !view.items.empty();
  return view;
}

Result<Asked> asked_for(const State& state, const Needs& needs, const Visit& visit) {
  Asked asked;
  TRY_ASSIGN(const ItemNo no, visit.number<ItemNo>("item"));
  TRY_ASSIGN(asked.unit, visit.number<UnitNo>("unit"));
  TRY_ASSIGN(asked.item, state.find(no));
  TRY(needs.organisation.find(asked.unit));
  TRY_ASSIGN(asked.lens, read_lens(visit, needs.calendar));
  return asked;
}

// A day that is none is told beside its field, over what is so now; in a file nobody would see it.
Result<http::Response> show_coverage(const App& app, const State& state, const Needs& needs,
                                     const Visit& visit) {
  const bool as_file = visit.query("dang") == "csv";
  if (as_file && visit.failure != nullptr) return tl::unexpected(*visit.failure);
  std::vector<App::Crumb> path;
  std::optional<http::Response> file;
  auto view = app.engine.read([&]() -> Result<CoverageView> {
    TRY_ASSIGN(const Asked asked, asked_for(state, needs, visit));
    if (as_file) {
      file = file_of(table_of(state, needs, asked, visit), asked);
      return CoverageView{};
    }
    Lens within = asked.lens;
    within.kind.reset();
    path = crumbs(needs.organisation, asked.item->no(), asked.unit, visit.language, within.query());
    return look(state, needs, asked, visit);
  });
  if (!view) return tl::unexpected(std::move(view).error());
  if (file) return *std::move(file);
  const std::string name = view->total.name;
  return app.show(visit, {"Độ phủ: " + name, "Coverage: " + name}, *view, std::move(path));
}

Result<http::Response> follow_coverage(App& app, const State& state, const Needs& needs,
                                       const Visit& visit) {
  auto asked = app.engine.read([&] { return asked_for(state, needs, visit); });
  if (!asked) return tl::unexpected(std::move(asked).error());
  // Items are never removed, so the pointer stays good for as long as the stream is open. The
  // visitor's rights may end meanwhile.
  const LiveHub::Look look = [&app, &state, needs, asked = *asked, name = visit.actor.name,
                              language = visit.language]() -> std::optional<LiveFigures> {
    return app.engine.read([&]() -> std::optional<LiveFigures> {
      const auto actor = app.find_actor(name);
      if (!actor || !actor->may_somewhere(Right::SeePlans)) return std::nullopt;
      return figures_now(state, needs, asked, *actor, language);
    });
  };
  return http::event_stream(
      [&app, look, now = look().value_or(LiveFigures{})](std::shared_ptr<http::Stream> stream) {
        app.live.add(std::move(stream), now, look);
      });
}

}  // namespace

void install_coverage(App& app, const State& state, Needs needs) {
  app.routes.get("/do-phu", Right::SeePlans,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   const auto view = app.engine.read([&] { return list(state, needs, visit); });
                   return app.show(visit, {"Độ phủ", "Coverage"}, view);
                 });
  app.routes.get("/do-phu/{item}/{unit}", Right::SeePlans,
                 asks_again({day_field}, [&app, &state, needs](const Visit& visit) {
                   return show_coverage(app, state, needs, visit);
                 }));
  app.routes.get("/su-kien/do-phu/{item}/{unit}", Right::SeePlans,
                 [&app, &state, needs](const Visit& visit) {
                   return follow_coverage(app, state, needs, visit);
                 });
}

}  // namespace lantoa::city::reach
