// Maildir: a folder into which a mail server puts each mail as a file of its own. `new` holds what
// nobody has looked at, `cur` what somebody has; a file's name says which it is, and moving it is
// one step. Nothing has to be locked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace lantoa::mail {

class Maildir {
 public:
  explicit Maildir(std::string folder) : folder_(std::move(folder)) {}

  // Invalid, naming what is missing, when there is no `new` or no `cur`; Unavailable when one of
  // them may not be read or written.
  Result<void> check() const;

  // Names of mails that wait in `new` behind this one, by name (servers begin it with the second),
  // `count` at most. Unavailable when the folder cannot be read.
  Result<std::vector<std::string>> waiting(std::size_t count, std::string_view behind = {}) const;
  bool has(const std::string& name) const;  // in `new`, whatever it is

  // The mail, or its first `bytes_max` bytes; nullopt when it is gone or no file.
  std::optional<std::string> read(const std::string& name, std::size_t bytes_max) const;

  // Into `cur`, as seen or as something for a person to look at. False when that failed: it waits
  // in `new` as before.
  enum class Mark { Seen, Unseen };
  bool put_by(const std::string& name, Mark mark) const;

 private:
  const std::string folder_;
};

}  // namespace lantoa::mail
