// Copying a ledger from one place to another.
#pragma once

#include "app/place.h"
#include "platform/ledger/copy.h"

namespace lantoa::app {

// Conflict when `to` is not empty. Cut short it leaves no ledger: a folder gets its name at the
// end, and a database is refused until its copy was verified.
Result<ledger::Copied> copy_place(const Place& from, const Place& to);

}  // namespace lantoa::app
