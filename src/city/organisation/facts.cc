#include "city/organisation/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::organisation::UnitOpened)
