// A file between its preview and its confirmation (file_import.h). It waits in the vault, because
// it may name people: one for each account and purpose. The next one takes its place, and
// confirming empties it. What is confirmed is what was seen.
#pragma once

#include <string>
#include <string_view>

#include "city/app.h"

namespace lantoa::city {

class WaitingFile {
 public:
  // `id`: the vault's row for everybody's file of one purpose, "import/account" or
  // "import/activities", without the account's number.
  WaitingFile(App& app, std::string id) : app_(app), id_(std::move(id)) {}

  // The word by which the page of the preview says which file was seen.
  Result<std::string> keep(const Actor& actor, const std::string& bytes) const;
  // Conflict where another file waits, or none any more.
  Result<std::string> seen(const Actor& actor, std::string_view word) const;
  // Of a decision that carries it out: it waits no more.
  void take(const Actor& actor, ledger::Decision& decision) const;

 private:
  std::string row(const Actor& actor) const { return subject(id_, actor.account); }

  App& app_;
  std::string id_;
};

constexpr std::string_view waiting_people = "import/account";
constexpr std::string_view waiting_activities = "import/activities";
constexpr std::string_view waiting_tasks = "import/tasks";
constexpr std::string_view waiting_units = "import/units";

}  // namespace lantoa::city
