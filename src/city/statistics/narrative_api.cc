// The report in words for programs. Reading changed figures again and approving are a person's look
// at the text, so they are not here (docs/decisions/0014).
#include "city/described_api.h"
#include "city/statistics/narrative_pages.h"

namespace lantoa::city::statistics {
namespace {

// This and the next are read and answered, and what is read is described more strictly: no name.
struct NarrativePartBody {
  std::string part;  // "ket-qua"
  std::string text;  // a paragraph a line, "- " begins an item, "{{cột 2}}" is a figure
};
BOOST_DESCRIBE_STRUCT(NarrativePartBody, (), (part, text))

struct NarrativeFigureBody {
  std::string figure;  // without its braces
  std::string value;
};
BOOST_DESCRIBE_STRUCT(NarrativeFigureBody, (), (figure, value))

struct NarrativeValueBody {
  static constexpr std::string_view schema = "NarrativeValue";
  std::string figure;
  std::string written;  // as its writer saw it
  std::string now;
  bool differs = false;
};
BOOST_DESCRIBE_STRUCT(NarrativeValueBody, (), (figure, written, now, differs))

struct PartNameBody {
  static constexpr std::string_view schema = "NarrativePartName";
  std::string part;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(PartNameBody, (), (part, title))

struct NarrativeBody {
  static constexpr std::string_view schema = "Narrative";
  RoundNo round;
  std::uint32_t version = 0;  // of the latest; 0: nothing was written yet
  std::optional<Instant> written_at;
  std::optional<std::uint64_t> position;  // of the ledger
  bool closed = false;                    // the round: its figures change no more
  bool approved = false;
  std::vector<NarrativePartBody> sections;
  std::vector<NarrativeValueBody> figures;
  std::vector<NarrativeFigureBody> available;  // figures of the scope, as they are now
  std::vector<PartNameBody> parts;             // that a text may have
};
BOOST_DESCRIBE_STRUCT(NarrativeBody, (),
                      (round, version, written_at, position, closed, approved, sections, figures,
                       available, parts))

struct NarrativeDraft {
  static constexpr std::string_view schema = "NarrativeDraft";
  std::uint32_t seen_version = 0;  // 0: none was there
  std::vector<NarrativePartBody> sections;
  std::vector<NarrativeFigureBody> seen;  // every figure of the text, as its writer knows it
};
BOOST_DESCRIBE_STRUCT(NarrativeDraft, (), (seen_version, sections, seen))

void fill_text(NarrativeBody& out, const NarrativePlace& place, FigureValues& values) {
  if (place.version() == 0) return;
  const NarrativeVersion& latest = place.round->narrative.back();
  out.version = place.version();
  out.written_at = latest.at;
  out.position = latest.position;
  out.approved = latest.approved.has_value();
  for (const NarrativeSection& section : latest.sections) {
    out.sections.push_back({section.part, section.text});
  }
  for (const LiveFigure& figure : figures_in(texts_of(latest.sections, place.ground))) {
    NarrativeValueBody value{words_of(figure, place.ground), {}, values.of(figure), false};
    if (const std::string* then = value_in(latest.figures, value.figure)) value.written = *then;
    value.differs = value.written != value.now;
    out.figures.push_back(std::move(value));
  }
  for (const FigureChange& change : changes_since(latest, place.ground)) {
    if (!change.figure) out.figures.push_back({change.words, change.then, change.now, true});
  }
}

Result<NarrativeBody> narrative_body(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const NarrativePlace place, narrative_place(state, needs, visit));
  NarrativeBody out;
  out.round = place.round->no;
  out.closed = place.round->closing.has_value();
  FigureValues values(place.ground);
  fill_text(out, place, values);
  for (const LiveFigure& figure : usual_figures(*place.form)) {
    out.available.push_back({words_of(figure, place.ground), values.of(figure)});
  }
  for (const NarrativePart& part : narrative_parts()) {
    out.parts.push_back({part.code, part.title.in(visit.language)});
  }
  return out;
}

}  // namespace

void install_narrative_api(App& app, const State& state, Needs needs) {
  api_get<NarrativeBody>(
      app,
      {"narrative.show",
       "/rounds/{round}/narrative",
       Right::SeePlans,
       Scope::Read,
       {"Báo cáo bằng lời của một kỳ, với số khi viết và số lúc này",
        "The report of a round in words, with its figures then and now"}},
      [&app, &state, needs](const Visit& visit) {
        return app.engine.read([&] { return narrative_body(state, needs, visit); });
      });
  api_post<NarrativeDraft>(
      app,
      {"narrative.write",
       "/rounds/{round}/narrative",
       Right::ReportTask,
       Scope::Reports,
       {"Viết báo cáo bằng lời", "Write the report in words"},
       {},
       "/bao-cao/{round}/loi-van",
       "/rounds/{round}/narrative",
       {{"phan-*", "sections"}, {fields::seen_figures, "seen"}}},
      [&state, needs](const Visit& visit, NarrativeDraft body) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        WriteNarrative command{no, body.seen_version, {}, {}};
        for (NarrativePartBody& one : body.sections) {
          command.sections.push_back({std::move(one.part), std::move(one.text)});
        }
        for (NarrativeFigureBody& one : body.seen) {
          command.seen.push_back({std::move(one.figure), std::move(one.value)});
        }
        return make_order(state, needs, std::move(command));
      });
}

}  // namespace lantoa::city::statistics
