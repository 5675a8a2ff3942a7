#include "city/portal/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::portal::ViewsCounted)
