#include "city/comment/erasures.h"

namespace lantoa::city::comment {

std::vector<std::string> erased_by(const PhonesErased& fact) {
  std::vector<std::string> out;
  for (const std::uint32_t number : fact.comments.numbers) {
    out.push_back(phone_id(CommentNo{number}));
  }
  return out;
}

std::vector<std::string> erased_by(const CommentErased& fact) {
  return {record_id(fact.comment), phone_id(fact.comment), answer_id(fact.comment),
          note_id(fact.comment)};
}

Result<std::vector<std::string>> erased_by(std::string_view kind, std::string_view body) {
  if (kind == PhonesErased::kind) {
    TRY_ASSIGN(const auto fact, decode<PhonesErased>(body));
    return erased_by(fact);
  }
  if (kind == CommentErased::kind) {
    TRY_ASSIGN(const auto fact, decode<CommentErased>(body));
    return erased_by(fact);
  }
  return std::vector<std::string>{};
}

}  // namespace lantoa::city::comment
