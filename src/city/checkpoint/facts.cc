#include "city/checkpoint/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::checkpoint::CheckpointSigned)
