// How a report in words stands on pages: with the value of each figure as a link to its records.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "city/statistics/narrative.h"
#include "platform/html/view.h"

namespace lantoa::city::statistics {

// It is worth something else now.
struct FigureNow {
  std::string value_now;
  std::string value_then;
};
BOOST_DESCRIBE_STRUCT(FigureNow, (), (value_now, value_then))

struct ShownFigure {
  std::string address;
  std::string value;
  std::optional<FigureNow> changed;
};
BOOST_DESCRIBE_STRUCT(ShownFigure, (), (address, value, changed))

struct ShownPiece {
  std::string words;
  std::optional<ShownFigure> figure;
};
BOOST_DESCRIBE_STRUCT(ShownPiece, (), (words, figure))

struct ShownLine {
  static constexpr std::string_view tpl = "src/city/statistics/narrative_line.tpl";
  std::vector<ShownPiece> pieces;
};
BOOST_DESCRIBE_STRUCT(ShownLine, (), (pieces))

struct LineRow {
  ShownLine line;
};
BOOST_DESCRIBE_STRUCT(LineRow, (), (line))

// A paragraph, or the items of a list.
struct ShownBlock {
  bool is_list = false;
  std::vector<LineRow> rows;
};
BOOST_DESCRIBE_STRUCT(ShownBlock, (), (is_list, rows))

struct ShownPart {
  std::string numeral;  // "II"
  Text title;
  std::vector<ShownBlock> blocks;
};
BOOST_DESCRIBE_STRUCT(ShownPart, (), (numeral, title, blocks))

struct ShownNarrative {
  static constexpr std::string_view tpl = "src/city/statistics/narrative_text.tpl";
  std::vector<ShownPart> parts;
};
BOOST_DESCRIBE_STRUCT(ShownNarrative, (), (parts))

using FigureView = std::function<ShownFigure(const LiveFigure&)>;

ShownNarrative shown_narrative(const std::vector<NarrativeSection>& sections,
                               const FigureGround& ground, const FigureView& figure);
ShownLine shown_line(const NarrativeLine& line, const FigureView& figure);

// As their writer saw them, with those that differ now. What it is given lives no longer than they.
FigureView as_written(const NarrativeVersion& version, const FigureGround& ground,
                      const std::vector<FigureChange>& changes);
// As they are worth now.
FigureView as_now(FigureValues& values, const FigureGround& ground);

// "I", "II" … of the parts that are written.
std::string numeral_of(std::size_t part);

// The approved text of a public round, which its figures stand for; nothing where none is approved.
std::optional<ShownNarrative> public_narrative(const State& state, const Round& round,
                                               const Form& form, const organisation::State& tree);

}  // namespace lantoa::city::statistics
