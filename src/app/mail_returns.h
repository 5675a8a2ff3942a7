// The folder to which mails come back, as it is given with --mail-returns.
#pragma once

#include <string>

#include "kernel/result.h"

namespace lantoa::app {

// Invalid, naming option and folder, when there is no such Maildir or it may not be read and
// written: asked before anything slow is done, since nobody would notice later. Nothing given is
// right.
Result<void> check_mail_returns(const std::string& folder);

}  // namespace lantoa::app
