// Sessions: short-lived rows that remember who signed in. A session is an opaque 256-bit token in a
// __Host- cookie; only its hash is stored. Losing the file loses nothing but a login.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/result.h"
#include "kernel/time.h"
#include "platform/crypto/crypto.h"
#include "platform/postgres/target.h"

namespace lantoa::session {

constexpr std::int64_t idle_ms_max = 2 * 3600 * 1000;       // an officer's idle limit
constexpr std::int64_t absolute_ms_max = 12 * 3600 * 1000;  // from signing in
constexpr std::string_view cookie_name = "__Host-lantoa";

struct Session {
  std::string subject;  // "account/3", "person/1044"
  Instant started;
  Instant seen;
  std::uint64_t position = 0;  // of the ledger when it was looked up who this is
};

class Sessions {
 public:
  virtual ~Sessions() = default;
  // The token. Whoever knows from which position on the subject's sessions are good compares it
  // with `position`: what ends sessions stands in the ledger, not here.
  virtual Result<std::string> start(std::string_view subject, Instant now,
                                    std::uint64_t position) = 0;
  // nullopt when unknown, ended, idle too long or too old. Moves `seen` at most once a minute.
  virtual Result<std::optional<Session>> find(std::string_view token, Instant now) = 0;
  virtual Result<void> end(std::string_view token) = 0;
  virtual Result<void> sweep(Instant now) = 0;
};

// A small SQLite file of its own with one connection behind a mutex; ":memory:" for tests.
Result<std::unique_ptr<Sessions>> open_sessions(const std::filesystem::path& file,
                                                crypto::Random& random);
// A table of the database that several nodes share.
Result<std::unique_ptr<Sessions>> open_sessions(const postgres::Target& target,
                                                crypto::Random& random);

// One that is there already, and nothing in it changes: who is signed in stays so for its limits,
// nobody signs in or out (Unavailable).
Result<std::unique_ptr<Sessions>> open_sessions_to_read(const std::filesystem::path& file,
                                                        crypto::Random& random);

// The form token of a session: HMAC of a fixed word under the session's token, so nothing is
// stored.
std::string csrf_token(std::string_view session_token);

}  // namespace lantoa::session
