// Message-IDs of reminders. Mails that come back name the one they are about by it, and anybody can
// write to the address to which they come: so a Message-ID holds a tag made with a key of this
// ledger, and only who saw the mail can name it (docs/decisions/0017).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "city/oversight/state.h"
#include "platform/ledger/vault.h"

namespace lantoa::city::oversight {

// "nhac-viec-12.3f0a…@lantoa.example", the same for every attempt; "nhac-viec-12@lantoa.example" of
// a reminder that an earlier version promised.
std::string mail_id(const ledger::Vault& vault, const Reminder& reminder, std::string_view host);

// The reminder of which this could be the Message-ID, to be compared with mail_id(). None: of none.
std::optional<ReminderNo> reminder_in(std::string_view mail_id);

}  // namespace lantoa::city::oversight
