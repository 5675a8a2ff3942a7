// Reads a plan, or an article about one, for a person to confirm: who issues it, which body has to
// do what by when, through which forms of dissemination, and whom it must reach. Bodies are classed
// without knowing any city's tree; what looks like a body with a duty but is none that is known is
// listed as unmatched, never guessed. Offsets are bytes of the text as given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/text.h"
#include "kernel/time.h"
#include "viet/dissemination_form.h"

namespace lantoa::viet {

constexpr std::size_t plan_bytes_max = 8 * 1024 * 1024;  // beyond it nothing is read
constexpr std::size_t plan_duties_max = 400;
constexpr std::size_t plan_deadlines_max = 2'000;
constexpr std::size_t plan_blocks_max = 60'000;  // paragraphs, items, cells

struct Span {
  std::size_t offset = 0, length = 0;

  std::size_t end() const { return offset + length; }
  bool operator==(const Span&) const = default;
};

enum class BodyClass {
  StandingAgency,     // cơ quan thường trực; its name where the text gives it
  Departments,        // các sở, ban, ngành, cơ quan, đơn vị
  DistrictCouncils,   // Hội đồng Phối hợp … quận, huyện, thị xã
  Districts,          // UBND quận, huyện, thị xã
  Communes,           // UBND xã, phường, thị trấn
  MassOrganisations,  // Mặt trận, đoàn thể
  Press,              // báo, đài, cơ quan báo chí
  EveryUnit,          // các cấp, các ngành; các cơ quan, đơn vị, địa phương
  Named,              // one unit by its name
  Unknown,            // looks like a body; only among unmatched
};
std::string_view name_of(BodyClass kind);  // "standing_agency"
Text title(BodyClass kind);

struct Body {
  BodyClass kind = BodyClass::Unknown;
  std::string name;  // as the text has it: "Sở Tư pháp"
  Span at;
};

// The bodies that the cell of a table names, when they are all that stands in it: "các sở, ban,
// ngành"; none otherwise.
std::vector<Body> bodies_of_cell(std::string_view cell);

std::string_view name_of(DisseminationForm form);  // "agency_sites"

struct FormMention {
  DisseminationForm form = DisseminationForm::Other;
  Span at;  // the first one
};

enum class AudienceGroup {
  Officials,        // cán bộ
  CivilServants,    // công chức
  PublicEmployees,  // viên chức
  Workers,          // người lao động
  KeyOfficials,     // cán bộ chủ chốt
  People,
  Pupils,  // học sinh, sinh viên
  Youth,
  Women,
  Businesses,
  ArmedForces,
  Minorities,
  Members,      // of the party, unions, associations
  Propagators,  // báo cáo viên, tuyên truyền viên
};
std::string_view name_of(AudienceGroup group);  // "civil_servants"
Text title(AudienceGroup group);

struct AudienceMention {
  AudienceGroup group = AudienceGroup::Officials;
  Span at;  // the first one
};

// "trước ngày 15/6/2021" ends on the day before; "trong tháng 6/2021" on its last; what recurs or
// has no year that is known has no last day. "trong 15 ngày làm việc" counts from the day of issue
// where the text names no other one; what counts from another day, or by the calendar, says
// neither.
struct Deadline {
  enum class Kind { Before, By, Within, Recurring };
  Kind kind = Kind::By;
  Span at;
  std::string text;                                // "trước ngày 15/6/2021"
  std::optional<Date> last_day;                    // on which it is still in time
  std::optional<std::uint32_t> working_days = {};  // after the day of issue, in place of a last day

  bool is_told() const { return last_day || working_days; }
};
std::string_view name_of(Deadline::Kind kind);  // "before"

enum class Confidence { High, Medium, Low };
std::string_view name_of(Confidence confidence);  // "high"
Text title(Confidence confidence);

struct Duty {
  Body who;
  std::string what;  // a few words of the text, white space collapsed
  Span what_at;
  Span sentence;
  std::optional<Deadline> deadline;
  Confidence confidence = Confidence::High;
  Text reason;  // why so sure, or why not
};

struct PlanReading {
  std::optional<Body> issuer;
  std::string title;         // what the plan is about, where the text is the plan itself
  std::string number;        // its own, where it stands in its head: "06/KH-UBND"
  std::vector<Duty> duties;  // in the order of the text
  std::vector<FormMention> forms;
  std::vector<AudienceMention> audiences;
  std::vector<Deadline> deadlines;
  std::vector<Duty> unmatched;  // who.kind is Unknown
  bool cut = false;             // the text holds more than one of the limits above lets through
};

// `reference`: the day the text was published, for dates without a year; a plan's own date is used
// when there is none.
PlanReading read_plan(std::string_view text, std::optional<Date> reference);

}  // namespace lantoa::viet
