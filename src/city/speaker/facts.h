// What can happen to those who are recognised to speak about law, and what the vault holds of them.
// Facts carry numbers and codes; a person's name and place of work stand in an erasable row.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "kernel/fact.h"
#include "kernel/number_set.h"
#include "kernel/time.h"

namespace lantoa::city::speaker {

enum class Standing {
  Rapporteur,    // báo cáo viên pháp luật, of a city or district
  Propagandist,  // tuyên truyền viên pháp luật, of a ward or commune
};
BOOST_DESCRIBE_ENUM(Standing, Rapporteur, Propagandist)

// Why somebody is one no longer.
enum class Reason {
  OwnWish,
  Moved,
  Unfit,
  Other,
  Mistaken,  // never recognised: recorded by mistake, so there is no decision
};
BOOST_DESCRIBE_ENUM(Reason, OwnWish, Moved, Unfit, Other, Mistaken)

struct SpeakerRecognised {
  static constexpr std::string_view kind = "speaker.recognised";
  SpeakerNo speaker;
  Standing standing = Standing::Rapporteur;
  UnitNo unit;                        // whose register it is; the level is that unit's
  std::string decision;               // number of the decision that recognised him
  Date on;                            // of the decision
  std::vector<std::string> branches;  // of law, codes in branches.h
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(SpeakerRecognised, (), (speaker, standing, unit, decision, on, branches, by))

// From now on this is said, and the vault's row was written anew; the version counts from 1 with
// the recognition.
struct SpeakerChanged {
  static constexpr std::string_view kind = "speaker.changed";
  SpeakerNo speaker;
  std::uint32_t version = 0;
  std::string decision;
  Date on;
  std::vector<std::string> branches;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(SpeakerChanged, (), (speaker, version, decision, on, branches, by))

// For good: whoever is recognised again gets a new number.
struct SpeakerDismissed {
  static constexpr std::string_view kind = "speaker.dismissed";
  SpeakerNo speaker;
  std::uint32_t version = 0;
  std::string decision;  // empty: recorded by mistake
  Date on;               // then the day of the recognition
  Reason reason = Reason::Other;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(SpeakerDismissed, (), (speaker, version, decision, on, reason, by))

// Name and place of work of somebody who was dismissed can be read no longer.
struct NameErased {
  static constexpr std::string_view kind = "speaker.name_erased";
  SpeakerNo speaker;
  std::uint32_t version = 0;
  std::string reason;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(NameErased, (), (speaker, version, reason, by))

// Who spoke at an activity; the last such fact of an activity counts. Empty: nobody.
struct SessionsCredited {
  static constexpr std::string_view kind = "speaker.sessions_credited";
  ActivityNo activity;
  NumberSet speakers;
  std::optional<PersonNo> by;
};
BOOST_DESCRIBE_STRUCT(SessionsCredited, (), (activity, speakers, by))

// Vault row "speaker/<n>"; read it with decode<SpeakerRecord>.
struct SpeakerRecord {
  std::string name;
  std::string workplace;
};
BOOST_DESCRIBE_STRUCT(SpeakerRecord, (), (name, workplace))

inline std::string record_id(SpeakerNo no) { return subject("speaker", no); }

}  // namespace lantoa::city::speaker
