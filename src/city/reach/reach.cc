#include "city/reach/reach.h"

#include "city/reach/courier.h"

namespace lantoa::city::reach {

void install(App& app, State& state, Needs needs) {
  hear<identity::PersonRegistered, identity::PersonsRegistered, identity::PersonMoved,
       identity::PersonLeft, ItemOpened, ReceiptsRecorded, ReceiptCorrected>(app, state);
  app.folds.join<ReceiptsRecorded>(unite);
  // Kept for audits of who looked; no state needs it.
  app.folds.on<NamesViewed>([](const NamesViewed&, const ledger::Stamp&) {});
  app.navigation.push_back({{"Độ phủ", "Coverage"}, "/do-phu", Right::SeePlans});
  app.navigation.push_back({{"Tôi cần đọc", "For me to read"}, "/cua-toi", Right::StaffSelf});
  install_compare(app, state, needs);  // before the pattern that takes any word for a unit
  install_coverage(app, state, needs);
  install_names(app, state, needs);
  install_receipts(app, state, needs);
  install_attendance(app, state, needs);
  install_staff(app, state, needs);
  install_api(app, state, needs);
  install_channel_figures(app, state, needs);
  app.couriers.push_back(std::make_unique<ItemCourier>(app, state, needs));
}

Order confirm_order(const State& state, const Needs& needs, PersonNo person, Confirm command) {
  Order order = make_order(state, needs, command);
  order.commutes = true;
  order.natural_key =
      "confirm/" + std::to_string(command.item.value) + "/" + std::to_string(person.value);
  return order;
}

std::string address(ItemNo item, UnitNo unit) {
  return "/do-phu/" + std::to_string(item.value) + "/" + std::to_string(unit.value);
}

std::string title_of(const Item& item, const content::State& content) {
  if (!content.has(item.article())) return {};
  const auto& versions = content.article(item.article()).versions;
  const std::size_t index = std::min<std::size_t>(item.version(), versions.size()) - 1;
  return versions.empty() ? std::string() : versions[index].title;
}

std::string percent(const Count& count, Language language) {
  if (count.audience == 0) return "–";
  const std::uint64_t tenths =
      (std::uint64_t{count.reached} * 2000 / count.audience + 1) / 2;  // rounded half up
  const char mark = language == Language::English ? '.' : ',';
  return std::to_string(tenths / 10) + mark + std::to_string(tenths % 10) + " %";
}

std::vector<App::Crumb> crumbs(const organisation::State& organisation, ItemNo item, UnitNo unit,
                               Language language, const std::string& query) {
  std::vector<App::Crumb> out{{Text{"Độ phủ", "Coverage"}.in(language), "/do-phu"}};
  for (const UnitNo above : organisation.path(unit)) {
    out.push_back(App::named(organisation.unit(above).name, address(item, above) + query));
  }
  out.back().path.reset();
  return out;
}

}  // namespace lantoa::city::reach
