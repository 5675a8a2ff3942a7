#include "city/plan/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::plan::PlanDrafted)
LANTOA_FACT(lantoa::city::plan::PlanChanged)
LANTOA_FACT(lantoa::city::plan::TaskAdded)
LANTOA_FACT(lantoa::city::plan::TaskChanged)
LANTOA_FACT(lantoa::city::plan::TaskDropped)
LANTOA_FACT(lantoa::city::plan::PlanApproved)
LANTOA_FACT(lantoa::city::plan::PlanIssued)
LANTOA_FACT(lantoa::city::plan::SignedCopyAttached)
LANTOA_FACT(lantoa::city::plan::AssignmentsGiven)
LANTOA_FACT(lantoa::city::plan::AssignmentDone)
LANTOA_FACT(lantoa::city::plan::ExtensionAsked)
LANTOA_FACT(lantoa::city::plan::ExtensionDecided)
LANTOA_FACT(lantoa::city::plan::AmendmentDrafted)
LANTOA_FACT(lantoa::city::plan::AmendmentChanged)
LANTOA_FACT(lantoa::city::plan::AmendmentApproved)
LANTOA_FACT(lantoa::city::plan::AmendmentGivenUp)
LANTOA_FACT(lantoa::city::plan::AmendmentIssued)
LANTOA_FACT(lantoa::city::plan::DeadlinesMoved)
LANTOA_FACT(lantoa::city::plan::AssignmentsWithdrawn)
