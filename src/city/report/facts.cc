#include "city/report/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::report::FigureFrozen)
