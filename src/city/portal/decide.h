// Rules of the portal.
#pragma once

#include <vector>

#include "city/actor.h"
#include "city/content/state.h"
#include "city/portal/facts.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::portal {

constexpr std::size_t articles_per_count_max = 10'000;  // in one fact

struct CountViews {
  std::vector<ArticleViews> views;  // each article once, ascending, counts above 0
};

// The system's only. Commutes: views are added up, in whatever order. Nothing to count is no fact.
Result<ledger::Decision> decide(const content::State& content, const CountViews& command,
                                const Envelope& envelope);

}  // namespace lantoa::city::portal
