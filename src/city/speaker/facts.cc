#include "city/speaker/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::speaker::SpeakerRecognised)
LANTOA_FACT(lantoa::city::speaker::SpeakerChanged)
LANTOA_FACT(lantoa::city::speaker::SpeakerDismissed)
LANTOA_FACT(lantoa::city::speaker::NameErased)
LANTOA_FACT(lantoa::city::speaker::SessionsCredited)
LANTOA_FACT(lantoa::city::speaker::SpeakerRecord)
