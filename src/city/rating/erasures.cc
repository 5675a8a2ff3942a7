#include "city/rating/erasures.h"

namespace lantoa::city::rating {

std::vector<std::string> erased_by(const WordsErased& fact) {
  std::vector<std::string> out;
  for (const std::uint32_t number : fact.ratings.numbers) out.push_back(words_id(RatingNo{number}));
  return out;
}

Result<std::vector<std::string>> erased_by(std::string_view kind, std::string_view body) {
  if (kind != WordsErased::kind) return std::vector<std::string>{};
  TRY_ASSIGN(const auto fact, decode<WordsErased>(body));
  return erased_by(fact);
}

}  // namespace lantoa::city::rating
