#include "city/content/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::content::ArticleText)
LANTOA_FACT(lantoa::city::content::ArticleStarted)
LANTOA_FACT(lantoa::city::content::VersionDrafted)
LANTOA_FACT(lantoa::city::content::ImageAdded)
LANTOA_FACT(lantoa::city::content::VersionSubmitted)
LANTOA_FACT(lantoa::city::content::VersionApproved)
LANTOA_FACT(lantoa::city::content::PublicationScheduled)
LANTOA_FACT(lantoa::city::content::ScheduleDropped)
LANTOA_FACT(lantoa::city::content::EmergencyDeclared)
LANTOA_FACT(lantoa::city::content::ArticlePublished)
LANTOA_FACT(lantoa::city::content::WithdrawalProposed)
LANTOA_FACT(lantoa::city::content::WithdrawalDropped)
LANTOA_FACT(lantoa::city::content::ArticleWithdrawn)
