#include "city/calendar/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::calendar::DayTurned)
