// The demo's ratings of an article, clearly synthetic: enough for the portal to show the figure.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// On the last day that is loaded: under the article on certified copies, where that is public. The
// first article is left to visitors.
Result<void> rate_an_article(House& house);

}  // namespace lantoa::app
