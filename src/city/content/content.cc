#include "city/content/content.h"

namespace lantoa::city::content {

void install(App& app, State& state, Needs needs, Clock& clock) {
  hear<ArticleStarted, VersionDrafted, ImageAdded, VersionSubmitted, VersionApproved,
       PublicationScheduled, ScheduleDropped, EmergencyDeclared, ArticlePublished,
       WithdrawalProposed, WithdrawalDropped, ArticleWithdrawn>(app, state);
  app.navigation.push_back({{"Bài viết", "Articles"}, "/bai-viet", Right::Work});
  install_list(app, state, needs);
  install_article(app, state, needs);
  install_forms(app, state, needs);
  install_images(app, state, needs);
  install_used(app, state, needs);
  install_compare(app, state, needs);
  install_actions(app, state, needs);
  install_publication(app, state, needs, clock);
  install_ties(app, state);
}

}  // namespace lantoa::city::content
