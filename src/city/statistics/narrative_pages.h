// What the pages of a report in words share.
#pragma once

#include "city/statistics/narrative_view.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {

// A round whose scope the visitor may see.
struct NarrativePlace {
  const Round* round = nullptr;
  const Form* form = nullptr;
  FigureGround ground;

  std::uint32_t version() const { return static_cast<std::uint32_t>(round->narrative.size()); }
};
Result<NarrativePlace> narrative_place(const State& state, const Needs& needs, const Visit& visit);

// ?ban= of the address, else the latest; nullptr: there is none.
const NarrativeVersion* asked_version(const NarrativePlace& place, const Visit& visit);

// Figures as a form sends them on: "cột 2=45;đã nộp=12".
std::string packed_figures(const std::vector<NarrativeFigure>& figures);
std::vector<NarrativeFigure> unpacked_figures(std::string_view packed);

// narrative_paper.cc: in the official layout. Conflict where a figure differs from what its writer
// saw, NotFound where nothing was written.
Result<http::Response> narrative_file(App& app, const State& state, const Needs& needs,
                                      const Visit& visit);

}  // namespace lantoa::city::statistics
