// Coverage for programs: the figures of the coverage page, to whom it shows them, with the same
// small groups left out.
#include "city/described_api.h"
#include "city/reach/reach.h"

namespace lantoa::city::reach {
namespace {

struct UnitCoverage {
  static constexpr std::string_view schema = "UnitCoverage";
  UnitNo unit;
  std::uint32_t audience = 0;  // persons who have to know, with all units below
  // None where they would tell about single persons, of a small group or one beside it.
  std::optional<std::uint32_t> reached;
  std::optional<std::uint32_t> by_proxy;  // of those reached, whom only a clerk's entries say so
};
BOOST_DESCRIBE_STRUCT(UnitCoverage, (), (unit, audience, reached, by_proxy))

struct ItemCoverage {
  static constexpr std::string_view schema = "ItemCoverage";
  ItemNo id;
  ArticleNo article;
  std::uint32_t version = 0;  // of the article, that has to be known
  std::string title;
  Date opened;
  plan::Audience who = plan::Audience::Everybody;
  UnitNo scope;  // everybody there and below
  UnitCoverage total;
  std::vector<UnitCoverage> units;  // right below, those with an audience; most behind first
};
BOOST_DESCRIBE_STRUCT(ItemCoverage, (),
                      (id, article, version, title, opened, who, scope, total, units))

struct PlanCoverage {
  static constexpr std::string_view schema = "PlanCoverage";
  PlanNo plan;
  UnitNo unit;
  Paging paging;                    // of the items
  std::vector<ItemCoverage> items;  // what the plan's audience has to know, oldest first
};
BOOST_DESCRIBE_STRUCT(PlanCoverage, (), (plan, unit, paging, items))

UnitCoverage unit_coverage(const Figures& figures, UnitNo unit, bool is_hidden) {
  const Count count = figures.count(unit);
  if (is_hidden) return {unit, count.audience, {}, {}};
  return {unit, count.audience, count.reached, count.by_proxy};
}

ItemCoverage item_coverage(const State& state, const Needs& needs, const Item& item, UnitNo unit,
                           const Actor& actor) {
  const Figures figures(state, needs.organisation, item, {}, actor);
  ItemCoverage out{item.no(),
                   item.article(),
                   item.version(),
                   title_of(item, needs.content),
                   vietnam_date(item.opened()),
                   item.audience(),
                   item.scope(),
                   unit_coverage(figures, unit, figures.hide(unit)),
                   {}};
  const auto hidden = figures.hidden_below(unit);
  const auto& below = needs.organisation.unit(unit).children;
  for (const UnitNo child : most_behind_first(figures, below, hidden)) {
    out.units.push_back(unit_coverage(figures, child, hidden.contains(child)));
  }
  return out;
}

Result<PlanCoverage> coverage_of(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const plan::Plan* plan, needs.plans.find(no));
  const UnitNo asked{visit.query_number("unit")};
  PlanCoverage out{no, asked ? asked : plan->scope, {}, {}};
  TRY(needs.organisation.find(out.unit));
  std::vector<const Item*> items;
  for (std::uint32_t i = 1; i <= state.items(); ++i) {
    const Item& item = state.item(ItemNo{i});
    if (item.plan() == no) items.push_back(&item);
  }
  out.paging = page_of(visit, items.size(), [&](std::uint32_t row) {
    out.items.push_back(item_coverage(state, needs, *items[row], out.unit, visit.actor));
  });
  return out;
}

}  // namespace

void install_api(App& app, const State& state, Needs needs) {
  api_get<PlanCoverage>(
      app,
      {"coverage.show",
       "/plans/{plan}/coverage",
       Right::SeePlans,
       Scope::Read,
       {"Độ phủ của một kế hoạch tại một đơn vị và cấp dưới trực tiếp: bao nhiêu người phải biết "
        "đã "
        "được phổ biến tới",
        "Coverage of a plan at a unit and those right below it: how many of who has to know were "
        "reached"},
       {{"unit",
         api::Parameter::Kind::Number,
         {"Đơn vị; không có: phạm vi của kế hoạch", "The unit; none: the plan’s scope"}},
        api::page_parameter()}},
      [&app, &state, needs](const Visit& visit) {
        return app.engine.read([&] { return coverage_of(state, needs, visit); });
      });
}

}  // namespace lantoa::city::reach
