#include "city/activity/activity.h"

namespace lantoa::city::activity {

void install(App& app, State& state, Needs needs) {
  hear<ActivityLogged, ActivityCorrected, ActivityAnnulled, PhotoAdded, PhotoErased,
       content::ArticleStarted, content::VersionDrafted, content::ArticlePublished,
       content::ArticleWithdrawn>(app, state);
  app.navigation.push_back({{"Hoạt động", "Activities"}, "/hoat-dong", Right::SeePlans});
  install_list(app, state, needs);
  install_entries(app, state, needs);
  install_form(app, state, needs);
  install_import(app, state, needs);
  install_page(app, state, needs);
  install_photos(app, state, needs);
  install_api(app, state, needs);
  install_channel_api(app, state, needs);
  install_ties(app, state);
  install_offline(app);
}

}  // namespace lantoa::city::activity
