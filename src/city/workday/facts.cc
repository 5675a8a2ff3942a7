#include "city/workday/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::workday::DaySet)
