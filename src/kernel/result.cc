#include "kernel/result.h"

#include "kernel/keeper.h"

namespace lantoa {

std::string full_sentence(const Problem& problem, Language language) {
  const bool english = language == Language::English;
  std::string out = problem.text.in(language);
  for (const Detail& detail : problem.details) {
    if (is_for_the_keeper(detail)) continue;
    out += '\n';
    if (detail.row != 0) out += (english ? "row " : "dòng ") + std::to_string(detail.row) + ", ";
    if (!detail.field.empty()) out += (english ? "field " : "trường ") + detail.field + ", ";
    if (out.ends_with(", ")) out.replace(out.size() - 2, 2, ": ");
    out += detail.text.in(language);
  }
  return out;
}

std::string keeper_sentence(const Problem& problem, Language language) {
  std::string out = full_sentence(problem, language);
  for (const Detail& detail : problem.details) {
    if (is_for_the_keeper(detail)) out += '\n' + detail.text.in(language);
  }
  return out;
}

}  // namespace lantoa
