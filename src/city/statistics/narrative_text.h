// The text of a report in words, with live figures: "{{cột 2}}" stands for the scope's sum of
// column 2, "{{cột 2 của 001}}" for that of one unit with all below it, "{{đã nộp}}" for how many
// units handed in. Reading never fails: what stands in braces and is no figure becomes a fault that
// names its line and says what may stand there.
//
//   const NarrativeText text = read_narrative("Có {{cột 1}} cuộc.\n- Gồm …", ground);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/organisation/state.h"
#include "city/statistics/form.h"
#include "city/statistics/state.h"

namespace lantoa::city::statistics {

// What figures of a round may speak of.
struct FigureGround {
  const Round* round = nullptr;
  const Form* form = nullptr;
  const organisation::State* tree = nullptr;
  // Rounds of the same form and scope, closed before this one was; nullptr: there is none.
  const Round* before = nullptr;       // of the period right before
  const Round* year_before = nullptr;  // of the same days a year before

  bool has_estimates() const { return round->counted_to.has_value(); }
};

struct LiveFigure {
  enum class Of : std::uint8_t { Column, Asked, HandedIn, Missing, InTime, Late, Period };
  enum class Part : std::uint8_t { Whole, Actual, Estimate };
  enum class Against : std::uint8_t { Nothing, Before, YearBefore };

  Of of = Of::Period;
  std::size_t column = 0;  // index within the form
  UnitNo unit;             // none: the scope of the round
  Part part = Part::Whole;
  Against against = Against::Nothing;

  bool operator==(const LiveFigure&) const = default;
};

// Words as they are, or a figure.
struct NarrativePiece {
  std::string words;  // empty of a figure
  std::optional<LiveFigure> figure;
};

// A paragraph or an item of a list.
struct NarrativeLine {
  bool is_item = false;  // without the dash before it
  std::vector<NarrativePiece> pieces;
};

struct NarrativeFault {
  std::uint32_t line = 0;  // of the text as typed, from 1, empty lines counted
  Text text;
};

struct NarrativeText {
  std::vector<NarrativeLine> lines;  // the empty ones are gone
  std::vector<NarrativeFault> faults;
};

NarrativeText read_narrative(std::string_view typed, const FigureGround& ground);

// The same as text, a line each, as it is kept: every figure in its one spelling.
std::string write_narrative(const NarrativeText& text, const FigureGround& ground);

// What stands between the braces: "cột 2 của 001 so với kỳ trước".
std::string words_of(const LiveFigure& figure, const FigureGround& ground);
// "{{cột 2}}"
std::string in_braces(std::string_view words);

// The sentences of the text in which one of these figures stands, in their order.
std::vector<NarrativeLine> sentences_with(const NarrativeText& text,
                                          const std::vector<LiveFigure>& figures);

}  // namespace lantoa::city::statistics
