#include "city/search/search.h"

#include "city/search/entries.h"

namespace lantoa::city::search {

void install(App& app, Follower& follower, Needs needs) {
  follower.follow([&app, needs](const Subject& subject) { return entry_of(app, needs, subject); });
  const auto on = [&]<class F>(Kind kind, auto F::* number) {
    app.folds.on<F>([&follower, kind, number](const F& fact, const ledger::Stamp&) {
      follower.changed({kind, (fact.*number).value});
    });
  };
  on(Kind::Article, &content::ArticlePublished::article);
  on(Kind::Article, &content::ArticleWithdrawn::article);
  on(Kind::Document, &law::DocumentRegistered::document);
  on(Kind::Document, &law::TextConfirmed::document);
  on(Kind::Plan, &plan::PlanIssued::plan);
  on(Kind::Plan, &plan::PlanChanged::plan);
  on(Kind::Plan, &plan::AmendmentIssued::plan);
  on(Kind::Unit, &organisation::UnitOpened::unit);
  on(Kind::Unit, &organisation::UnitClosed::unit);
  on(Kind::Unit, &organisation::UnitReopened::unit);
  install_page(app, follower, needs);
  install_suggestions(app, follower, needs);
}

}  // namespace lantoa::city::search
