// What the live figures of a report in words are worth: of an open round what counts now, of a
// closed one what was added up at its closing, for good.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "city/statistics/narrative_text.h"
#include "city/statistics/roll_up.h"

namespace lantoa::city::statistics {

// With the rounds to compare with. Of a closed round only those closed before it was, so that no
// later closing changes what it says.
FigureGround figure_ground(const State& state, const Round& round, const Form& form,
                           const organisation::State& tree);

// Adds up once, however many figures are asked for. Good as long as the state stands still.
class FigureValues {
 public:
  explicit FigureValues(const FigureGround& ground);
  // Of a closed round what counts now, with what was handed in or corrected since.
  static FigureValues with_later(const FigureGround& ground);

  // In Vietnamese, as it stands in the text: "1.045", "45 (trong đó ước 5)", "tăng 3",
  // "6 tháng đầu năm 2021".
  std::string of(const LiveFigure& figure);

 private:
  FigureValues(const FigureGround& ground, Counting counting);
  const RollUp& sums_of(const Round& round, UnitNo unit);

  FigureGround ground_;
  Counting counting_;
  std::map<const Round*, std::vector<RollUp>> sums_;
};

// The figures of a text, each once, in their order.
std::vector<LiveFigure> figures_in(const std::vector<NarrativeText>& texts);

// Those of every round: its period, how many units, each column whole.
std::vector<LiveFigure> usual_figures(const Form& form);

// Of a version, by part.
std::vector<NarrativeText> texts_of(const std::vector<NarrativeSection>& sections,
                                    const FigureGround& ground);

// A figure that is worth something else than its writer saw.
struct FigureChange {
  std::optional<LiveFigure> figure;  // none: this version cannot read it any more
  std::string words;                 // "cột 2"
  std::string then;
  std::string now;
};
std::vector<FigureChange> changes_since(const NarrativeVersion& version,
                                        const FigureGround& ground);
// Of a closed round: what was handed in or corrected since would make other figures of these.
std::vector<FigureChange> later_than_closing(const NarrativeVersion& version,
                                             const FigureGround& ground);

// The value that stands for the figure; nullptr: none is recorded.
const std::string* value_in(const std::vector<NarrativeFigure>& figures, std::string_view words);

// Of the records behind a figure: "/bao-cao/2/don-vi/7/cot/10", the round's units, or the round.
std::string address_of(const LiveFigure& figure, const FigureGround& ground);
// The same for everybody, where the round is public.
std::string public_address_of(const LiveFigure& figure, const FigureGround& ground);

}  // namespace lantoa::city::statistics
