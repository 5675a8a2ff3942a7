// Who is recognised to speak about law, and who spoke at which activity.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "city/speaker/facts.h"
#include "kernel/result.h"
#include "kernel/text.h"
#include "platform/ledger/fold.h"

namespace lantoa::city::speaker {

struct Dismissal {
  std::string decision;
  Date on;
  Reason reason = Reason::Other;
};

struct Erasure {
  std::string reason;
  Instant at;
};

struct Speaker {
  SpeakerNo no;
  Standing standing = Standing::Rapporteur;
  UnitNo unit;
  std::string decision;
  Date on;
  std::vector<std::string> branches;
  std::uint32_t version = 1;
  std::optional<Dismissal> dismissed;
  std::optional<Erasure> erased;
  std::vector<ActivityNo> sessions;  // ascending, with those that were annulled since

  // Recognised on or before that day, and dismissed later or not at all.
  bool serves_on(Date day) const;
};

// Of one activity.
struct Credit {
  std::uint32_t version = 0;  // how often it was said who spoke
  std::vector<SpeakerNo> speakers;
};

Text title(Standing standing);  // "Báo cáo viên pháp luật"
Text title(Reason reason);

class State {
 public:
  void fold(const SpeakerRecognised& fact);
  void fold(const SpeakerChanged& fact);
  void fold(const SpeakerDismissed& fact);
  void fold(const NameErased& fact, const ledger::Stamp& stamp);
  void fold(const SessionsCredited& fact);

  std::uint32_t speakers() const { return static_cast<std::uint32_t>(speakers_.size()); }
  bool has(SpeakerNo no) const { return no && no.index() < speakers_.size(); }
  const Speaker& speaker(SpeakerNo no) const;       // needs has(no)
  Result<const Speaker*> find(SpeakerNo no) const;  // NotFound otherwise
  const Credit& credit(ActivityNo activity) const;  // version 0 when nobody said anything

 private:
  std::vector<Speaker> speakers_;
  std::map<ActivityNo, Credit> credits_;
};

}  // namespace lantoa::city::speaker
