// The demo's web: pages of units that are synthetic like the units' people, at addresses that are
// reserved for examples.
#pragma once

#include "app/house.h"

namespace lantoa::app {

// What such a page answers, the same for the same address; of any other that it is not there.
Result<fetch::Answer> demo_page(const std::string& url);

// Some of the units that posted an article on `day` say where.
Result<void> link_pages(House& house, Date day);

}  // namespace lantoa::app
