#include "city/activity/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::activity::ActivityLogged)
LANTOA_FACT(lantoa::city::activity::ActivityCorrected)
LANTOA_FACT(lantoa::city::activity::ActivityAnnulled)
LANTOA_FACT(lantoa::city::activity::PhotoAdded)
LANTOA_FACT(lantoa::city::activity::PhotoErased)
