// Rules of the register of speakers: a unit keeps its own, and says who spoke at its activities.
// Decisions name what they erase in erasures.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/activity/state.h"
#include "city/organisation/state.h"
#include "city/speaker/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::speaker {

constexpr std::size_t name_characters_max = 80;
constexpr std::size_t workplace_characters_max = 200;
constexpr std::size_t decision_characters_max = 60;
constexpr std::size_t reason_characters_max = 300;
constexpr std::int32_t recognised_days_back_max = 60 * 366;
constexpr std::size_t speakers_of_activity_max = 100;

// The form's fields carry these names in faults.
namespace fields {
constexpr const char* unit = "don-vi";
constexpr const char* name = "ho-ten";
constexpr const char* workplace = "noi-cong-tac";
constexpr const char* decision = "quyet-dinh";
constexpr const char* on = "ngay";
constexpr const char* branches = "linh-vuc";  // each box: "linh-vuc-dat-dai"
constexpr const char* reason = "ly-do";
constexpr const char* speakers = "nguoi";  // each box: "s12"
}  // namespace fields

// As typed; decide checks and tidies.
struct Typed {
  std::string name, workplace;
  std::string decision;
  std::optional<Date> on;
  std::vector<std::string> branches;
  std::vector<Detail> unread;  // what could not be read, by field
};

struct RecogniseSpeaker {
  UnitNo unit;
  Typed typed;
};
struct ChangeSpeaker {
  SpeakerNo speaker;
  std::uint32_t seen_version = 0;
  Typed typed;
};
// A record made by mistake needs neither decision nor day.
struct DismissSpeaker {
  SpeakerNo speaker;
  std::uint32_t seen_version = 0;
  std::string decision;
  std::optional<Date> on;
  std::optional<Reason> reason;
  std::vector<Detail> unread;
};
struct EraseName {
  SpeakerNo speaker;
  std::uint32_t seen_version = 0;
  std::string reason;
};
struct CreditSessions {
  ActivityNo activity;
  std::uint32_t seen_version = 0;  // of its Credit
  std::vector<SpeakerNo> speakers;
};

struct Known {
  const State& speakers;
  const organisation::State& organisation;
  const activity::State& activities;
};

using Decided = Result<ledger::Decision>;
// Invalid with one detail a fault; Conflict where somebody changed it after it was seen.
Decided decide(const Known& known, const RecogniseSpeaker& command, const Envelope& envelope);
Decided decide(const Known& known, const ChangeSpeaker& command, const Envelope& envelope);
Decided decide(const Known& known, const DismissSpeaker& command, const Envelope& envelope);
// Only of somebody who was dismissed: whoever serves stands on a public list by law.
Decided decide(const Known& known, const EraseName& command, const Envelope& envelope);
// Of speakers whom the actor may credit, or who are credited already.
Decided decide(const Known& known, const CreditSessions& command, const Envelope& envelope);

// Served on that day and has a name still. Whoever was dismissed since has left the public list, so
// his name is found only by those who see the register that he stands in.
bool may_credit(const Known& known, const Speaker& speaker, const Actor& actor, Date day);

// Conflict for somebody who was dismissed.
Result<void> require_not_dismissed(const Speaker& speaker);
// Conflict for somebody who serves still, or whose name is erased already.
Result<void> require_erasable(const Speaker& speaker);

// What a unit of this kind recognises: wards and communes their own, all others rapporteurs.
Standing standing_at(organisation::Kind kind);

std::string address_of(SpeakerNo speaker);        // "/bao-cao-vien/so/12"
std::string register_address(UnitNo unit);        // "/bao-cao-vien/so?don-vi=7"
std::string credit_address(ActivityNo activity);  // "/hoat-dong/12/bao-cao-vien"

}  // namespace lantoa::city::speaker
