// What of a Problem is only for who keeps the machine: hosts, ports, accounts, what a server said.
// It stands among the details under a name of its own; logs and the command line say it, pages and
// full_sentence() do not.
#pragma once

#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa {

constexpr std::string_view for_the_keeper = "for_the_keeper";  // Detail::field

inline bool is_for_the_keeper(const Detail& detail) { return detail.field == for_the_keeper; }
inline Detail tell_the_keeper(Text text) {
  return {std::string(for_the_keeper), 0, std::move(text)};
}
// full_sentence() and after it what is for the keeper.
std::string keeper_sentence(const Problem& problem, Language language);
// For the log.
inline std::string keeper_sentence(const Problem& problem) {
  return keeper_sentence(problem, Language::English);
}

}  // namespace lantoa
