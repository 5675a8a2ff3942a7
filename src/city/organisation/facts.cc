#include "city/organisation/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::organisation::UnitOpened)
LANTOA_FACT(lantoa::city::organisation::UnitClosed)
LANTOA_FACT(lantoa::city::organisation::UnitReopened)
LANTOA_FACT(lantoa::city::organisation::GroupMade)
LANTOA_FACT(lantoa::city::organisation::GroupChanged)
LANTOA_FACT(lantoa::city::organisation::GroupEnded)
LANTOA_FACT(lantoa::city::organisation::MailboxSet)
