// The form of an activity as it was sent: read into what decide takes, and what could not be read.
// For the pages of this folder only.
#pragma once

#include "city/activity/decide.h"
#include "city/faults.h"
#include "city/web.h"

namespace lantoa::city::activity {

struct Read {
  Typed typed;
  Faults unread;
};
Read read_typed(const Visit& visit);

// One round of faults: those of what could not be read beside those that decide finds in the rest.
Problem together(Faults unread, const Decided& decided);

}  // namespace lantoa::city::activity
