#include "city/rating/facts.h"

#include "kernel/codec.h"

LANTOA_FACT(lantoa::city::rating::ArticleRated)
LANTOA_FACT(lantoa::city::rating::WordsErased)

namespace lantoa::city::rating {

std::string words_id(RatingNo rating) { return subject("rating", rating); }

}  // namespace lantoa::city::rating
