#include "city/activity/erasures.h"

namespace lantoa::city::activity {

std::vector<std::string> erased_by(const PhotoErased& fact) { return {photo_id(fact.photo)}; }

Result<std::vector<std::string>> erased_by(std::string_view kind, std::string_view body) {
  if (kind != PhotoErased::kind) return std::vector<std::string>{};
  TRY_ASSIGN(const auto fact, decode<PhotoErased>(body));
  return erased_by(fact);
}

}  // namespace lantoa::city::activity
