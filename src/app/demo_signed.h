// The demo's copy of its plan with a signature, clearly synthetic: a page that says what would be
// there.
#pragma once

#include "app/house.h"

namespace lantoa::app {

Result<void> attach_signed_copy(House& house, Date day);

}  // namespace lantoa::app
