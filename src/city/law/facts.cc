#include "city/law/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::law::DocumentRegistered)
LANTOA_FACT(lantoa::city::law::EffectChanged)
LANTOA_FACT(lantoa::city::law::TextProposed)
LANTOA_FACT(lantoa::city::law::TextConfirmed)
LANTOA_FACT(lantoa::city::law::TextRefused)
