#include "city/speaker/erasures.h"

namespace lantoa::city::speaker {

std::vector<std::string> erased_by(const NameErased& fact) { return {record_id(fact.speaker)}; }

Result<std::vector<std::string>> erased_by(std::string_view kind, std::string_view body) {
  if (kind != NameErased::kind) return std::vector<std::string>{};
  TRY_ASSIGN(const auto fact, decode<NameErased>(body));
  return erased_by(fact);
}

}  // namespace lantoa::city::speaker
