#include "city/content/content.h"

namespace lantoa::city::content {
namespace {

template <class Fact>
void hear(App& app, State& state) {
  app.folds.on<Fact>([&state](const Fact& fact, const ledger::Stamp& stamp) {
    if constexpr (requires { state.fold(fact); }) {
      state.fold(fact);
    } else {
      state.fold(fact, stamp);
    }
  });
}

}  // namespace

void install(App& app, State& state, Needs needs) {
  hear<ArticleStarted>(app, state);
  hear<VersionDrafted>(app, state);
  hear<VersionSubmitted>(app, state);
  hear<VersionApproved>(app, state);
  hear<ArticlePublished>(app, state);
  hear<WithdrawalProposed>(app, state);
  hear<WithdrawalDropped>(app, state);
  hear<ArticleWithdrawn>(app, state);
  app.navigation.push_back({{"Bài viết", "Articles"}, "/bai-viet", Right::Work});
  install_list(app, state, needs);
  install_article(app, state, needs);
  install_forms(app, state, needs);
  install_actions(app, state, needs);
}

}  // namespace lantoa::city::content
