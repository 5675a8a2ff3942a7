#include "city/report/report.h"

namespace lantoa::city::report {

void install(App& app, State& state, Needs needs) {
  hear<FigureFrozen>(app, state);
  app.navigation.push_back({{"Số liệu đã chốt", "Frozen figures"}, "/so-lieu", Right::SeePlans});
  install_figures(app, state, needs);
  install_records(app, state, needs);
  install_api(app, state, needs);
}

std::string what(const FigureFrozen& figure, const Needs& needs, Language language) {
  std::string out = needs.organisation.unit(figure.unit).name;
  for (const reach::Channel channel : figure.channels) {
    out += " · " + reach::title(channel).in(language);
  }
  if (figure.key_officials) out += " · " + Text{"cán bộ chủ chốt", "key officials"}.in(language);
  return out;
}

std::string title(const FigureFrozen& figure, const Needs& needs) {
  const reach::Item& item = needs.reach.item(figure.item);
  if (!needs.content.has(item.article())) return {};
  return needs.content.article(item.article()).versions.at(item.version() - 1).title;
}

reach::Count counted_again(const Figure& figure, const Needs& needs, bool corrected_since) {
  const reach::Item& item = needs.reach.item(figure.frozen.item);
  reach::Filter filter = figure.filter();
  filter.corrected_since = corrected_since;
  return reach::Tally(needs.reach, needs.organisation, item, filter).count(figure.frozen.unit);
}

}  // namespace lantoa::city::report
