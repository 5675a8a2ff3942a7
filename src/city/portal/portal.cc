#include "city/portal/portal.h"

#include "city/checkpoint/facts.h"
#include "city/identity/facts.h"
#include "city/portal/courier.h"

namespace lantoa::city::portal {
namespace {

template <class... F>
void change_pages(App& app, Live& live) {
  (app.folds.on<F>([&live](const F&, const ledger::Stamp&) { live.pages.facts_changed(); }), ...);
}

template <class... F>
void change_figures(App& app, Live& live) {
  (app.folds.on<F>([&live](const F&, const ledger::Stamp&) { live.pages.figures_changed(); }), ...);
}

// Of these the sitemap is made.
template <class... F>
void change_places(App& app, State& state) {
  (app.folds.on<F>(
       [&state](const F&, const ledger::Stamp& stamp) { state.places_change(stamp.at); }),
   ...);
}

}  // namespace

void install(App& app, State& state, Live& live, Needs needs, Clock& clock) {
  app.folds.on<ViewsCounted>([&state, &live](const ViewsCounted& fact, const ledger::Stamp& stamp) {
    state.fold(fact, stamp);
    const bool own = stamp.actor == views_actor;
    live.views.fold(fact, own ? ViewCounter::From::Here : ViewCounter::From::Elsewhere);
  });
  change_pages<calendar::DayTurned, organisation::UnitOpened, organisation::UnitClosed,
               organisation::UnitReopened, law::DocumentRegistered, law::EffectChanged,
               plan::PlanIssued, plan::PlanChanged, plan::TaskAdded, plan::TaskChanged,
               plan::TaskDropped, plan::PlanApproved, plan::AmendmentIssued,
               content::ArticlePublished, content::ArticleWithdrawn, reach::ItemOpened,
               report::FigureFrozen, checkpoint::CheckpointSigned, comment::CommentPublished,
               comment::CommentReturned, comment::CommentErased, comment::CommentForwarded,
               statistics::RoundPublished, statistics::RoundUnpublished>(app, live);
  change_places<content::ArticlePublished, content::ArticleWithdrawn, plan::PlanIssued,
                law::DocumentRegistered, organisation::UnitOpened, statistics::RoundPublished,
                statistics::RoundUnpublished>(app, state);
  change_figures<plan::AssignmentsGiven, plan::AssignmentDone, plan::DeadlinesMoved,
                 plan::AssignmentsWithdrawn, reach::ReceiptsRecorded, reach::ReceiptCorrected,
                 identity::PersonRegistered, identity::PersonsRegistered, identity::PersonMoved,
                 identity::PersonLeft, rating::ArticleRated>(app, live);
  install_home(app, live, needs);
  install_articles(app, live, needs);
  install_article(app, live, needs);
  install_comments(app, needs);
  install_saved(app, needs);
  install_feeds(app, live, needs);
  install_campaigns(app, live, needs);
  install_units(app, live, needs);
  install_unit_tree(app, live, needs);
  install_law_articles(app, live, needs);
  install_about(app, live, needs);
  install_design(app);
  install_robots(app, live, needs, state);
  install_health(app);
  install_channel_figure(app, state, needs);
  app.fast = [&live](const http::Request& request) { return ready(live, request); };
  app.couriers.push_back(std::make_unique<ViewCourier>(app, live, needs.content, clock));
}

}  // namespace lantoa::city::portal
