// Rules of asking for reports, handing them in, sending them back, closing a round and publishing
// its sums.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/activity/state.h"
#include "city/due.h"
#include "city/organisation/state.h"
#include "city/statistics/form.h"
#include "city/statistics/state.h"
#include "city/workday/state.h"
#include "platform/ledger/engine.h"

namespace lantoa::city::statistics {

constexpr std::int32_t period_days_max = 400;
constexpr std::int32_t late_days_max = 60;
constexpr std::int32_t days_back_max = 800;   // of the first day of a period
constexpr std::int32_t days_ahead_max = 400;  // of its last
constexpr std::uint64_t cell_max = 999'999'999'999;
constexpr std::size_t note_characters_max = 1'000;
constexpr std::size_t reason_characters_max = 300;

// The fields of the forms carry these names in faults.
namespace fields {
constexpr const char* form = "bieu-mau";
constexpr const char* from = "tu-ngay";
constexpr const char* to = "den-ngay";
constexpr const char* counted_to = "thuc-te-den";
constexpr const char* due = "han";
constexpr const char* note = "giai-trinh";
constexpr const char* reason = "ly-do";
constexpr const char* unit = "don-vi";
constexpr const char* until = "gia-han-den";
constexpr const char* why_back = "ly-do-rut";   // of what was public
std::string cell(std::string_view column);      // "cot-10"
std::string estimate(std::string_view column);  // "uoc-10"
}  // namespace fields

struct OpenRound {
  std::string form;
  UnitNo scope;
  Date from, to;
  Due due;                         // working days count from today
  std::optional<Date> counted_to;  // actual figures up to here, then estimates; none: no estimates
};

struct TypedCell {
  std::string column;
  std::optional<std::uint64_t> amount;    // none: left empty
  std::optional<std::uint64_t> estimate;  // the same; of a round with estimates only
};
struct SubmitReport {
  RoundNo round;
  UnitNo unit;
  std::uint32_t seen_version = 0;  // 0: none was there
  std::vector<TypedCell> cells;
  std::string note;
};
struct ReturnReport {
  RoundNo round;
  UnitNo unit;
  std::uint32_t seen_version = 0;
  std::string reason;
};
struct AcceptReport {
  RoundNo round;
  UnitNo unit;
  std::uint32_t seen_version = 0;
};
struct CloseRound {
  RoundNo round;
};
struct CancelRound {
  RoundNo round;
  std::string reason;
};
struct AllowLate {
  RoundNo round;
  std::string unit_code;
  Due until;  // working days count from today
  std::string reason;
};

struct PublishRound {
  RoundNo round;
};
struct UnpublishRound {
  RoundNo round;
  std::string reason;
};

struct Known {
  const State& statistics;
  const organisation::State& organisation;
  const activity::State& activities;
  const workday::State& workdays;
};

using Decided = Result<ledger::Decision>;
// decide_open.cc. Invalid with one detail a fault; Conflict when these days are asked for already.
Decided decide(const Known& known, const OpenRound& command, const Envelope& envelope);
// Invalid with one detail a fault; Conflict when the round or this report takes nothing more.
Decided decide(const Known& known, const SubmitReport& command, const Envelope& envelope);
Decided decide(const Known& known, const ReturnReport& command, const Envelope& envelope);
Decided decide(const Known& known, const AcceptReport& command, const Envelope& envelope);
// Adds up what counts and keeps the sums.
Decided decide(const Known& known, const CloseRound& command, const Envelope& envelope);
Decided decide(const Known& known, const CancelRound& command, const Envelope& envelope);
Decided decide(const Known& known, const AllowLate& command, const Envelope& envelope);
// decide_publish.cc. Forbidden to the person who closed the round, and to anybody where the form
// counts persons by their traits.
Decided decide(const Known& known, const PublishRound& command, const Envelope& envelope);
Decided decide(const Known& known, const UnpublishRound& command, const Envelope& envelope);

// Whoever urges or reports for a unit reviews the reports of those below it, never its own.
bool may_review(const organisation::State& organisation, const Actor& actor, UnitNo unit);

// "6 tháng đầu năm 2021", "năm 2021", "quý II năm 2021", else the two days.
Text period(Date from, Date to);
// "6 tháng đầu năm 2021, số ước", "năm 2020, chính thức", else the period alone. A whole year
// without estimates is the official one, and so is whatever follows a round of estimates.
Text period_title(Date from, Date to, bool has_estimates, bool follows);
Text period_title(const Round& round);

// The form of a round; Unsupported where this version has none of that code.
Result<const Form*> form_of(const Round& round);

std::string address_of(RoundNo round);               // "/bao-cao/2"
std::string address_of(RoundNo round, UnitNo unit);  // "/bao-cao/2/don-vi/7"

}  // namespace lantoa::city::statistics
