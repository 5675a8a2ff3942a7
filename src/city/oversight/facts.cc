#include "city/oversight/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::oversight::ReminderPromised)
LANTOA_FACT(lantoa::city::oversight::ReminderHandedOver)
LANTOA_FACT(lantoa::city::oversight::ReminderPostponed)
LANTOA_FACT(lantoa::city::oversight::ReminderEnded)
LANTOA_FACT(lantoa::city::oversight::MailReturned)
LANTOA_FACT(lantoa::city::oversight::AddressChecked)
LANTOA_FACT(lantoa::city::oversight::ExplanationAsked)
LANTOA_FACT(lantoa::city::oversight::ExplanationGiven)
LANTOA_FACT(lantoa::city::oversight::LetterIssued)
LANTOA_FACT(lantoa::city::oversight::LadderSet)
