#include "city/webpage/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::webpage::PageLinked)
LANTOA_FACT(lantoa::city::webpage::PageLooked)
LANTOA_FACT(lantoa::city::webpage::LookAsked)
LANTOA_FACT(lantoa::city::webpage::PageUnlinked)
