#include "city/statistics/narrative_view.h"

#include <algorithm>

namespace lantoa::city::statistics {
namespace {

std::vector<ShownBlock> blocks_of(const NarrativeText& text, const FigureView& figure) {
  std::vector<ShownBlock> out;
  for (const NarrativeLine& line : text.lines) {
    const bool goes_on = line.is_item && !out.empty() && out.back().is_list;
    if (!goes_on) out.push_back({line.is_item, {}});
    out.back().rows.push_back({shown_line(line, figure)});
  }
  return out;
}

}  // namespace

std::string numeral_of(std::size_t part) {
  static constexpr const char* numerals[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII"};
  return part < std::size(numerals) ? numerals[part] : std::to_string(part + 1);
}

ShownLine shown_line(const NarrativeLine& line, const FigureView& figure) {
  ShownLine out;
  for (const NarrativePiece& piece : line.pieces) {
    ShownPiece shown{piece.words, {}};
    if (piece.figure) shown.figure = figure(*piece.figure);
    out.pieces.push_back(std::move(shown));
  }
  return out;
}

ShownNarrative shown_narrative(const std::vector<NarrativeSection>& sections,
                               const FigureGround& ground, const FigureView& figure) {
  ShownNarrative out;
  for (const NarrativeSection& section : sections) {
    const NarrativePart* part = find_narrative_part(section.part);
    const Text title = part == nullptr ? Text{section.part, section.part} : part->title;
    out.parts.push_back({numeral_of(out.parts.size()), title,
                         blocks_of(read_narrative(section.text, ground), figure)});
  }
  return out;
}

FigureView as_written(const NarrativeVersion& version, const FigureGround& ground,
                      const std::vector<FigureChange>& changes) {
  return [&](const LiveFigure& figure) {
    const std::string words = words_of(figure, ground);
    ShownFigure out{address_of(figure, ground), {}, {}};
    if (const std::string* value = value_in(version.figures, words)) out.value = *value;
    const auto changed = std::find_if(changes.begin(), changes.end(),
                                      [&](const FigureChange& one) { return one.words == words; });
    if (changed != changes.end()) {
      out.changed = FigureNow{changed->now, changed->then};
      if (out.value.empty()) out.value = changed->now;
    }
    return out;
  };
}

FigureView as_now(FigureValues& values, const FigureGround& ground) {
  return [&](const LiveFigure& figure) {
    return ShownFigure{address_of(figure, ground), values.of(figure), {}};
  };
}

std::optional<ShownNarrative> public_narrative(const State& state, const Round& round,
                                               const Form& form, const organisation::State& tree) {
  if (!round.is_public() || !form.may_be_public()) return std::nullopt;
  const auto approved = std::find_if(round.narrative.rbegin(), round.narrative.rend(),
                                     [](const auto& version) { return version.approved; });
  if (approved == round.narrative.rend()) return std::nullopt;
  const FigureGround ground = figure_ground(state, round, form, tree);
  // What was approved is what the round was closed with: nothing has to be added up again.
  return shown_narrative(approved->sections, ground, [&](const LiveFigure& figure) {
    ShownFigure out{public_address_of(figure, ground), {}, {}};
    const std::string* value = value_in(approved->figures, words_of(figure, ground));
    if (value != nullptr) out.value = *value;
    return out;
  });
}

}  // namespace lantoa::city::statistics
