#include "city/statistics/facts.h"

#include "city/statistics/form.h"
#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::statistics::RoundOpened)
LANTOA_FACT(lantoa::city::statistics::ReportSubmitted)
LANTOA_FACT(lantoa::city::statistics::ReportReturned)
LANTOA_FACT(lantoa::city::statistics::ReportAccepted)
LANTOA_FACT(lantoa::city::statistics::RoundClosed)
LANTOA_FACT(lantoa::city::statistics::RoundClosedBy)
LANTOA_FACT(lantoa::city::statistics::RoundPublished)
LANTOA_FACT(lantoa::city::statistics::RoundUnpublished)
LANTOA_FACT(lantoa::city::statistics::RoundCancelled)
LANTOA_FACT(lantoa::city::statistics::LateAllowed)
LANTOA_FACT(lantoa::city::statistics::NarrativeWritten)
LANTOA_FACT(lantoa::city::statistics::NarrativeApproved)
LANTOA_FACT(lantoa::city::statistics::Form)
