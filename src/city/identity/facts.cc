#include "city/identity/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::identity::PersonRegistered)
LANTOA_FACT(lantoa::city::identity::PersonsRegistered)
LANTOA_FACT(lantoa::city::identity::PersonMoved)
LANTOA_FACT(lantoa::city::identity::PersonLeft)
LANTOA_FACT(lantoa::city::identity::AccountOpened)
LANTOA_FACT(lantoa::city::identity::PasswordSet)
LANTOA_FACT(lantoa::city::identity::PasswordChanged)
LANTOA_FACT(lantoa::city::identity::AccountClosed)
LANTOA_FACT(lantoa::city::identity::RoleProposed)
LANTOA_FACT(lantoa::city::identity::RoleGranted)
LANTOA_FACT(lantoa::city::identity::RoleWithdrawn)
LANTOA_FACT(lantoa::city::identity::LinkIssued)
LANTOA_FACT(lantoa::city::identity::TokenIssued)
LANTOA_FACT(lantoa::city::identity::TokenUsed)
LANTOA_FACT(lantoa::city::identity::TokenEnded)
LANTOA_FACT(lantoa::city::identity::PersonRecord)
LANTOA_FACT(lantoa::city::identity::AccountRecord)
LANTOA_FACT(lantoa::city::identity::TokenRecord)
