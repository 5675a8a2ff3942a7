#include "city/reach/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::reach::ItemOpened)
LANTOA_FACT(lantoa::city::reach::ReceiptsRecorded)
LANTOA_FACT(lantoa::city::reach::ReceiptCorrected)
LANTOA_FACT(lantoa::city::reach::NamesViewed)
