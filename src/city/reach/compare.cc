// Units of one kind side by side: only what can be compared, with the middle of them marked.
#include <algorithm>
#include <map>

#include "city/reach/coverage_filters.h"
#include "city/reach/coverage_rows.h"
#include "city/reach/reach.h"
#include "viet/unicode.h"

namespace lantoa::city::reach {
namespace {

struct SortLink {
  std::string address;
  Text label;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(SortLink, (), (address, label, here))

struct CompareRow {
  std::string place;  // from the most behind on; empty of a small group
  UnitRow unit;
  std::string from_median;  // "−3,1" points
  bool is_median = false;
};
BOOST_DESCRIBE_STRUCT(CompareRow, (), (place, unit, from_median, is_median))

struct CompareView {
  static constexpr std::string_view tpl = "src/city/reach/compare.tpl";
  std::string title;
  std::string back;
  WrongDay wrong_day;
  Text kind;
  std::string day;
  std::uint32_t units = 0;
  std::optional<std::string> filter;  // what the figures count, in words
  std::optional<std::string> median;
  Chips kinds;
  std::vector<SortLink> sorts;
  bool has_rows = false;
  std::vector<CompareRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(CompareView, (),
                      (title, back, wrong_day, kind, day, units, filter, median, kinds, sorts,
                       has_rows, rows, pager))

constexpr std::string_view by_name = "ten";
constexpr std::string_view best_first = "cao-truoc";

// "12,3" of 123 tenths, with a sign.
std::string points(std::int64_t tenths, Language language) {
  const std::int64_t size = tenths < 0 ? -tenths : tenths;
  const char* sign = tenths < 0 ? "−" : (tenths > 0 ? "+" : "");
  return sign + std::to_string(size / 10) + (language == Language::English ? '.' : ',') +
         std::to_string(size % 10);
}

std::int64_t share_tenths(const Count& count) {
  return (static_cast<std::int64_t>(count.reached) * 2000 / count.audience + 1) / 2;
}

// Ascending shares to their middle; the mean of the two middle ones of an even number.
std::int64_t median_of(const std::vector<std::int64_t>& shares) {
  const std::size_t half = shares.size() / 2;
  return shares.size() % 2 == 1 ? shares[half] : (shares[half - 1] + shares[half] + 1) / 2;
}

organisation::Kind first_kind(const organisation::State& organisation, UnitNo scope) {
  for (const UnitNo child : organisation.unit(scope).children) {
    const organisation::Unit& one = organisation.unit(child);
    if (organisation.ever_of_kind(one.kind, scope).size() > 1) return one.kind;
  }
  return organisation.unit(scope).kind;
}

class Look {
 public:
  Look(const State& state, const Needs& needs, const Item& item, const Lens& lens,
       const Visit& visit)
      : needs_(needs),
        item_(item),
        lens_(lens),
        visit_(visit),
        figures_(state, needs.organisation, item, lens.filter(), visit.actor) {}

  CompareView view(organisation::Kind kind) const {
    const auto units = needs_.organisation.ever_of_kind(kind, item_.scope());
    const std::set<UnitNo> hidden = figures_.hidden_of(units);
    auto order = most_behind_first(figures_, units, hidden);
    std::vector<std::int64_t> shares;
    for (const UnitNo unit : order) {
      if (!hidden.contains(unit)) shares.push_back(share_tenths(figures_.count(unit)));
    }
    CompareView view;
    view.title = title_of(item_, needs_.content);
    view.back = address(item_.no(), item_.scope()) + lens_.query();
    view.wrong_day = wrong_day(visit_, view.back);
    view.kind = organisation::title(kind);
    if (!lens_.filter().is_plain()) view.filter = lens_.words(visit_.language);
    view.day = vietnamese(lens_.day.value_or(needs_.calendar.today()));
    view.units = static_cast<std::uint32_t>(order.size());
    std::optional<std::int64_t> median;
    if (!shares.empty()) {
      std::sort(shares.begin(), shares.end());
      median = median_of(shares);
      view.median = points(*median, visit_.language).substr(*median > 0 ? 1 : 0) + " %";
    }
    add_links(view, kind);
    add_rows(view, order, hidden, median);
    return view;
  }

 private:
  std::string here(organisation::Kind kind, std::string_view sort) const {
    Lens lens = lens_;
    lens.kind = kind;
    return "/do-phu/" + std::to_string(item_.no().value) + "/so-sanh" + lens.query() +
           (sort.empty() ? "" : "&xep=" + std::string(sort));
  }

  void add_links(CompareView& view, organisation::Kind kind) const {
    view.kinds.heading = {"Loại đơn vị", "Kind of unit"};
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<organisation::Kind>>(
        [&](auto one) {
          if (needs_.organisation.ever_of_kind(one.value, item_.scope()).size() < 2) return;
          view.kinds.list.push_back(
              {here(one.value, {}), organisation::title(one.value), {}, one.value == kind});
        });
    const std::string sort = visit_.query("xep");
    view.sorts = {{here(kind, {}), {"thiếu nhiều nhất trước", "most behind first"}, false},
                  {here(kind, best_first), {"độ phủ cao trước", "best first"}, sort == best_first},
                  {here(kind, by_name), {"theo tên", "by name"}, sort == by_name}};
    view.sorts[0].here = !view.sorts[1].here && !view.sorts[2].here;
  }

  std::vector<UnitNo> sorted(std::vector<UnitNo> order, const std::set<UnitNo>& hidden) const {
    const std::string sort = visit_.query("xep");
    if (sort == best_first) {
      const auto end = std::stable_partition(order.begin(), order.end(),
                                             [&](UnitNo one) { return !hidden.contains(one); });
      std::reverse(order.begin(), end);
    }
    if (sort == by_name) {
      std::map<UnitNo, std::string> keys;
      for (const UnitNo unit : order) {
        keys[unit] = viet::sort_key(needs_.organisation.unit(unit).name);
      }
      std::stable_sort(order.begin(), order.end(),
                       [&](UnitNo a, UnitNo b) { return keys[a] < keys[b]; });
    }
    return order;
  }

  void add_rows(CompareView& view, const std::vector<UnitNo>& order, const std::set<UnitNo>& hidden,
                std::optional<std::int64_t> median) const {
    std::map<UnitNo, std::size_t> places;
    for (std::size_t i = 0; i < order.size(); ++i) {
      // Those with one and the same share have one place.
      const bool tied =
          i > 0 && !hidden.contains(order[i]) &&
          share_tenths(figures_.count(order[i])) == share_tenths(figures_.count(order[i - 1]));
      places[order[i]] = tied ? places[order[i - 1]] : i + 1;
    }
    const auto shown = sorted(order, hidden);
    const organisation::Kind kind =
        needs_.organisation.unit(shown.empty() ? item_.scope() : shown.front()).kind;
    view.pager = make_pager(view.units, visit_.page(), here(kind, visit_.query("xep")));
    const std::size_t first = (view.pager.page - 1) * rows_per_page;
    for (std::size_t i = first; i < std::min<std::size_t>(shown.size(), first + rows_per_page);
         ++i) {
      const bool is_hidden = hidden.contains(shown[i]);
      CompareRow row;
      row.unit = row_of(figures_, needs_.organisation, item_.no(), shown[i], is_hidden, lens_,
                        visit_.language);
      if (!is_hidden && median) {
        const std::int64_t away = share_tenths(figures_.count(shown[i])) - *median;
        row.place = std::to_string(places[shown[i]]);
        row.from_median = points(away, visit_.language);
        row.is_median = away == 0;
      }
      view.rows.push_back(std::move(row));
    }
    view.has_rows = !view.rows.empty();
  }

  const Needs& needs_;
  const Item& item_;
  const Lens& lens_;
  const Visit& visit_;
  Figures figures_;
};

}  // namespace

void install_compare(App& app, const State& state, Needs needs) {
  app.routes.get(
      "/do-phu/{item}/so-sanh", Right::SeePlans,
      asks_again({day_field}, [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        TRY_ASSIGN(const ItemNo no, visit.number<ItemNo>("item"));
        auto view = app.engine.read([&]() -> Result<CompareView> {
          TRY_ASSIGN(const Item* item, state.find(no));
          TRY_ASSIGN(Lens lens, read_lens(visit, needs.calendar));
          const auto kind = lens.kind ? *lens.kind : first_kind(needs.organisation, item->scope());
          lens.kind.reset();
          return Look(state, needs, *item, lens, visit).view(kind);
        });
        if (!view) return tl::unexpected(std::move(view).error());
        std::vector<App::Crumb> path{{Text{"Độ phủ", "Coverage"}.in(visit.language), "/do-phu"},
                                     App::named(view->title, view->back),
                                     {Text{"So sánh", "Comparison"}.in(visit.language), {}}};
        return app.show(visit, {"So sánh các đơn vị cùng loại", "Units of one kind"}, *view,
                        std::move(path));
      }));
}

}  // namespace lantoa::city::reach
