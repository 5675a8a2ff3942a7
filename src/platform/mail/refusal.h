// What a refusal of the recipient says of the mailbox. Internal to mail.
#pragma once

#include <string>
#include <string_view>

namespace lantoa::mail {

// "5.1.1" where this answer to RCPT TO, all its lines, says for good that there is no such mailbox:
// by its enhanced status (RFC 3463), or, where it has none, by 550 or 553 and words that many
// servers use. Empty otherwise: refused by policy (5.7.x), full, moved, for the time being, or
// nothing that is understood.
std::string no_mailbox_in(std::string_view reply);

}  // namespace lantoa::mail
