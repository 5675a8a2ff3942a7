#include "city/guidance/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::guidance::QuestionAsked)
LANTOA_FACT(lantoa::city::guidance::QuestionAnswered)
LANTOA_FACT(lantoa::city::guidance::QuestionWithdrawn)
LANTOA_FACT(lantoa::city::guidance::QuestionJoined)
