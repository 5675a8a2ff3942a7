// Target: which PostgreSQL database, as a connection string of libpq ("postgresql://host/db"). What
// is said about it to people never holds the password.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::postgres {

struct Target {
  std::string url;   // with a password perhaps: never printed
  std::string name;  // for sentences and logs: "postgresql://db1:5432/lantoa"
};

// "postgresql://…" or "postgres://…".
bool is_target(std::string_view text);
// Invalid when libpq cannot read it.
Result<Target> parse_target(std::string_view url);

// Unavailable: a sentence for whoever asked, and for the keeper which database it is and why.
Problem no_answer(const Target& target, const std::string& why);

}  // namespace lantoa::postgres
