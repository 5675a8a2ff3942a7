#include "city/speaker/speaker.h"

namespace lantoa::city::speaker {
namespace {

Text level_of(organisation::Kind kind) {
  using organisation::Kind;
  switch (kind) {
    case Kind::City:
    case Kind::Council:
    case Kind::Department:
      return {"cấp tỉnh", "of the province"};
    case Kind::UrbanDistrict:
    case Kind::RuralDistrict:
    case Kind::Town:
      return {"cấp huyện", "of a district"};
    case Kind::Ward:
    case Kind::Commune:
    case Kind::Township:
      return {"cấp xã", "of a commune"};
  }
  return {};
}

}  // namespace

void install(App& app, State& state, Needs needs) {
  hear<SpeakerRecognised, SpeakerChanged, SpeakerDismissed, NameErased, SessionsCredited>(app,
                                                                                          state);
  const Desk desk{app, state, needs, std::make_shared<Names>(app.vault)};
  app.folds.on<NameErased>([names = desk.names](const NameErased& fact, const ledger::Stamp&) {
    names->forget(fact.speaker);
  });
  app.navigation.push_back({{"Báo cáo viên", "Law speakers"}, std::string(register_path)});
  install_public_list(desk);
  install_register(desk);
  install_form(desk);
  install_page(desk);
  install_ends(desk);
  install_credit(desk);
}

Text title_at(Standing standing, organisation::Kind kind) {
  const Text what = title(standing), level = level_of(kind);
  return {what.vi + " " + level.vi, what.en + " " + level.en};
}

std::vector<App::Crumb> below_register(Language language, std::vector<App::Crumb> rest) {
  const Text heading{"Báo cáo viên, tuyên truyền viên", "Law speakers"};
  rest.insert(rest.begin(), {heading.in(language), std::string(register_path)});
  return rest;
}

}  // namespace lantoa::city::speaker
