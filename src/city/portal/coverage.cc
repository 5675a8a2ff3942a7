#include "city/portal/coverage.h"

namespace lantoa::city::portal {
namespace {

UnitCoverage row_of(const Needs& needs, UnitNo unit, const reach::Count& count, Language language) {
  return {unit_path(unit), needs.organisation.unit(unit).name, count.reached,
          count.audience,  reach::percent(count, language),    width(count)};
}

reach::Figures figures_of(const Needs& needs, ItemNo item) {
  return {needs.reach, needs.organisation, needs.reach.item(item), reach::Filter{}, Actor{}};
}

}  // namespace

std::optional<UnitCoverage> coverage_at(const Needs& needs, ItemNo item, UnitNo unit,
                                        Language language) {
  if (!needs.reach.has(item)) return std::nullopt;
  const reach::Figures figures = figures_of(needs, item);
  const reach::Count count = figures.count(unit);
  if (count.audience < audience_shown_min || figures.hide(unit)) return std::nullopt;
  return row_of(needs, unit, count, language);
}

CoverageBelow coverage_below(const Needs& needs, ItemNo item, UnitNo parent, Language language) {
  CoverageBelow out;
  if (!needs.reach.has(item)) return out;
  const reach::Figures figures = figures_of(needs, item);
  const std::set<UnitNo> hidden = figures.hidden_below(parent);
  for (const UnitNo unit : needs.organisation.unit(parent).children) {
    const reach::Count count = figures.count(unit);
    if (count.audience == 0) continue;
    if (hidden.contains(unit) || count.audience < audience_shown_min) {
      ++out.hidden;
    } else {
      out.rows.push_back(row_of(needs, unit, count, language));
    }
  }
  return out;
}

}  // namespace lantoa::city::portal
