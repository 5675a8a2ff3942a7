// The report of a round in words: its parts, who writes it, who approves it, and when its figures
// stand for what they say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/statistics/decide.h"
#include "city/statistics/narrative_figures.h"

namespace lantoa::city::statistics {

constexpr std::size_t narrative_characters_max = 10'000;  // of one part
constexpr std::size_t narrative_figures_max = 200;        // different ones, of the whole text
constexpr std::size_t narrative_seen_max = 10'000;        // more than any form shows

// A part of the report, in the order in which they stand. A report has those that are written.
struct NarrativePart {
  const char* code;  // stands in facts, for good
  Text title;
  Text hint;  // what belongs there
};
const std::vector<NarrativePart>& narrative_parts();
const NarrativePart* find_narrative_part(std::string_view code);  // nullptr: none
const std::string& text_in(const std::vector<NarrativeSection>& sections, std::string_view part);

namespace fields {
std::string narrative(std::string_view part);  // "phan-ket-qua"
constexpr const char* seen_figures = "da-thay";
}  // namespace fields

struct WriteNarrative {
  RoundNo round;
  std::uint32_t seen_version = 0;          // 0: none was there
  std::vector<NarrativeSection> sections;  // as typed
  std::vector<NarrativeFigure> seen;       // the figures that its writer was shown
};
// The same text with what its figures are worth now.
struct RereadNarrative {
  RoundNo round;
  std::uint32_t seen_version = 0;
  std::vector<NarrativeFigure> seen;  // of the text, as the page showed them
};
struct ApproveNarrative {
  RoundNo round;
  std::uint32_t seen_version = 0;
};

// Whoever closes the round, urges or reports over its scope.
bool may_write_narrative(const organisation::State& organisation, const Actor& actor,
                         const Round& round);
// Whether the text of the latest version is this person's, whoever wrote its newest figures.
bool has_written(const Round& round, const std::optional<PersonNo>& person);

// Invalid with one detail a fault. Conflict where a newer version is there, where nothing differs,
// and where a figure of the text is worth something else than its writer was shown: nobody is taken
// to have seen a number that he did not see.
Decided decide(const Known& known, const WriteNarrative& command, const Envelope& envelope);
// Also Conflict where a figure cannot be read any more: only other words help.
Decided decide(const Known& known, const RereadNarrative& command, const Envelope& envelope);
// Forbidden to whoever wrote it; Conflict before the round is closed and where a figure differs.
Decided decide(const Known& known, const ApproveNarrative& command, const Envelope& envelope);

// Conflict that names each figure which differs and the way out; for leaving the house as a file
// and for approval.
Result<void> require_no_change(const NarrativeVersion& version, const FigureGround& ground);

// What the figures of a text are worth now, for those who write without a page.
std::vector<NarrativeFigure> present_figures(const Known& known, const Round& round,
                                             const Form& form,
                                             const std::vector<NarrativeSection>& sections);

std::string narrative_address(RoundNo round);  // "/bao-cao/2/loi-van"

}  // namespace lantoa::city::statistics
