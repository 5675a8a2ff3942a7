// Writing a report in words: its parts, beside them every figure that may stand in them with what
// it is worth now; a preview of the text as it will stand.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/statistics/narrative_pages.h"

namespace lantoa::city::statistics {
namespace {

constexpr std::size_t unit_codes_shown_max = 60;

struct PartField {
  std::string id;
  std::string numeral;
  Text title;
  Text hint;
  std::string value;
  std::optional<std::string> wrong;
};
BOOST_DESCRIBE_STRUCT(PartField, (), (id, numeral, title, hint, value, wrong))

struct FigureChoice {
  std::string words;  // "{{cột 2}}"
  std::string value;
  std::string address;
  Text meaning;
};
BOOST_DESCRIBE_STRUCT(FigureChoice, (), (words, value, address, meaning))

struct UnitChoice {
  std::string code;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(UnitChoice, (), (code, name))

struct UnitChoices {
  std::string example;  // "{{cột 2 của 001}}"
  std::vector<UnitChoice> units;
};
BOOST_DESCRIBE_STRUCT(UnitChoices, (), (example, units))

struct NarrativePreview {
  ShownNarrative text;
};
BOOST_DESCRIBE_STRUCT(NarrativePreview, (), (text))

struct NewerText {
  std::string address;
  std::uint32_t number = 0;
};
BOOST_DESCRIBE_STRUCT(NewerText, (), (address, number))

struct NarrativeFormView {
  static constexpr std::string_view tpl = "src/city/statistics/narrative_form.tpl";
  FormKeys keys;
  std::string action, preview, back;
  std::string round;  // address
  std::string keep;   // under which the browser keeps what is typed
  std::string version;
  std::string seen;
  Text form;
  std::string period;
  std::string unit;
  bool is_open = true;
  std::optional<NewerText> newer;
  std::optional<NarrativePreview> box;
  std::vector<PartField> parts;
  std::vector<FigureChoice> figures;
  bool has_more = false;
  std::vector<FigureChoice> more;
  std::optional<UnitChoices> of_units;
};
BOOST_DESCRIBE_STRUCT(NarrativeFormView, (),
                      (keys, action, preview, back, round, keep, version, seen, form, period, unit,
                       is_open, newer, box, parts, figures, has_more, more, of_units))

Text meaning_of(const LiveFigure& figure, const Form& form) {
  switch (figure.of) {
    case LiveFigure::Of::Asked:
      return {"số đơn vị phải nộp", "units that are asked"};
    case LiveFigure::Of::HandedIn:
      return {"số đơn vị đã nộp", "units that handed in"};
    case LiveFigure::Of::Missing:
      return {"số đơn vị chưa nộp", "units that have not"};
    case LiveFigure::Of::InTime:
      return {"số đơn vị nộp đúng hạn", "units that handed in in time"};
    case LiveFigure::Of::Late:
      return {"số đơn vị nộp sau hạn", "units that handed in after the deadline"};
    case LiveFigure::Of::Period:
      return {"tên kỳ báo cáo", "the period"};
    case LiveFigure::Of::Column:
      break;
  }
  const Column& column = form.columns[figure.column];
  return {column.title.vi + " (" + column.unit.vi + ")",
          column.title.en + " (" + column.unit.en + ")"};
}

// Parts of columns, and columns against earlier rounds.
std::vector<LiveFigure> more_figures(const FigureGround& ground) {
  std::vector<LiveFigure> out;
  for (std::size_t i = 0; i < ground.form->columns.size(); ++i) {
    const LiveFigure whole{LiveFigure::Of::Column, i, {}, {}, {}};
    const auto add = [&](LiveFigure::Part part, LiveFigure::Against against) {
      LiveFigure one = whole;
      one.part = part;
      one.against = against;
      out.push_back(one);
    };
    if (ground.has_estimates()) {
      add(LiveFigure::Part::Actual, LiveFigure::Against::Nothing);
      add(LiveFigure::Part::Estimate, LiveFigure::Against::Nothing);
    }
    if (ground.before != nullptr) add(LiveFigure::Part::Whole, LiveFigure::Against::Before);
    if (ground.year_before != nullptr) {
      add(LiveFigure::Part::Whole, LiveFigure::Against::YearBefore);
    }
  }
  return out;
}

std::vector<FigureChoice> choices_of(const std::vector<LiveFigure>& figures,
                                     const FigureGround& ground, FigureValues& values) {
  std::vector<FigureChoice> out;
  for (const LiveFigure& one : figures) {
    out.push_back({in_braces(words_of(one, ground)), values.of(one), address_of(one, ground),
                   meaning_of(one, *ground.form)});
  }
  return out;
}

std::optional<UnitChoices> unit_choices(const FigureGround& ground) {
  const organisation::State& tree = *ground.tree;
  std::vector<bool> asked(tree.size());
  for (const std::uint32_t number : ground.round->units) {
    for (const UnitNo unit : tree.path(UnitNo{number})) asked[unit.index()] = true;
  }
  UnitChoices out;
  for (const UnitNo child : tree.unit(ground.round->scope).children) {
    if (!asked[child.index()] || out.units.size() == unit_codes_shown_max) continue;
    out.units.push_back({tree.unit(child).code, tree.unit(child).name});
  }
  if (out.units.empty()) return std::nullopt;
  out.example =
      in_braces("cột " + ground.form->columns.front().code + " của " + out.units.front().code);
  return out;
}

bool is_sent(const Visit& visit) { return visit.request.method == http::Method::Post; }

std::vector<NarrativeSection> typed_sections(const Visit& visit) {
  std::vector<NarrativeSection> out;
  for (const NarrativePart& part : narrative_parts()) {
    out.push_back({part.code, std::string(visit.typed(fields::narrative(part.code)))});
  }
  return out;
}

// What the form shows: what was typed, else the latest version.
std::vector<NarrativeSection> text_to_edit(const NarrativePlace& place, const Visit& visit) {
  if (is_sent(visit)) return typed_sections(visit);
  return place.version() == 0 ? std::vector<NarrativeSection>()
                              : place.round->narrative.back().sections;
}

// With every figure as it is now, so that what is saved next was seen. What nobody has typed anew
// also says what it was when it was written.
void fill_preview(NarrativeFormView& view, const NarrativePlace& place,
                  const std::vector<NarrativeSection>& sections, bool typed, FigureValues& values) {
  std::vector<NarrativeSection> readable;
  for (const NarrativeSection& section : sections) {
    if (count_characters(section.text) > narrative_characters_max) return;
    if (!read_narrative(section.text, place.ground).lines.empty()) readable.push_back(section);
  }
  if (readable.empty()) return;
  if (typed) {
    view.box =
        NarrativePreview{shown_narrative(readable, place.ground, as_now(values, place.ground))};
    return;
  }
  const NarrativeVersion& latest = place.round->narrative.back();
  const std::vector<FigureChange> changes = changes_since(latest, place.ground);
  view.box = NarrativePreview{
      shown_narrative(readable, place.ground, as_written(latest, place.ground, changes))};
}

void fill_figures(NarrativeFormView& view, const NarrativePlace& place,
                  const std::vector<NarrativeSection>& sections, FigureValues& values) {
  std::vector<LiveFigure> shown = usual_figures(*place.form);
  view.figures = choices_of(shown, place.ground, values);
  const std::vector<LiveFigure> more = more_figures(place.ground);
  view.more = choices_of(more, place.ground, values);
  view.has_more = !view.more.empty();
  view.of_units = unit_choices(place.ground);
  shown.insert(shown.end(), more.begin(), more.end());
  // Those that only the text names are seen where it stands with its figures.
  if (view.box) {
    for (const LiveFigure& one : figures_in(texts_of(sections, place.ground))) {
      if (std::find(shown.begin(), shown.end(), one) == shown.end()) shown.push_back(one);
    }
  }
  std::vector<NarrativeFigure> seen;
  for (const LiveFigure& one : shown) {
    seen.push_back({words_of(one, place.ground), values.of(one)});
  }
  view.seen = packed_figures(seen);
}

void fill_parts(NarrativeFormView& view, const std::vector<NarrativeSection>& sections,
                const Visit& visit) {
  for (const NarrativePart& part : narrative_parts()) {
    const std::string id = fields::narrative(part.code);
    const Field shown = field(visit, id, text_in(sections, part.code));
    view.parts.push_back(
        {id, numeral_of(view.parts.size()), part.title, part.hint, shown.value, shown.error});
  }
}

Result<NarrativeFormView> look_at_form(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const NarrativePlace place, narrative_place(state, needs, visit));
  const Round& round = *place.round;
  if (!may_write_narrative(needs.organisation, visit.actor, round)) {
    return tl::unexpected(not_allowed(Right::ReportTask));
  }
  NarrativeFormView view;
  view.keys = form_keys(visit);
  view.round = address_of(round.no);
  view.back = narrative_address(round.no);
  view.action = view.back + "/sua";
  view.preview = view.back + "/xem-truoc";
  view.keep = view.action + "/" + std::to_string(place.version());
  view.form = place.form->title.text();
  view.period = title_of(round, visit.language);
  view.unit = needs.organisation.unit(round.scope).name;
  view.is_open = !round.closing;
  const std::uint32_t seen_version = is_sent(visit) ? visit.typed_number("ban") : place.version();
  if (seen_version != place.version()) {
    view.newer = NewerText{narrative_address(round.no), place.version()};
  }
  view.version = std::to_string(place.version());
  const std::vector<NarrativeSection> sections = text_to_edit(place, visit);
  FigureValues values(place.ground);
  const bool typed = is_sent(visit);
  if (typed || place.version() > 0) fill_preview(view, place, sections, typed, values);
  fill_figures(view, place, sections, values);
  fill_parts(view, sections, visit);
  return view;
}

// Every fault of what was typed, for the preview.
Result<void> check_typed(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const NarrativePlace place, narrative_place(state, needs, visit));
  Faults faults;
  for (const NarrativeSection& section : typed_sections(visit)) {
    const std::string name = fields::narrative(section.part);
    faults.limit(name, section.text, narrative_characters_max);
    if (count_characters(section.text) > narrative_characters_max) continue;
    for (const NarrativeFault& fault : read_narrative(section.text, place.ground).faults) {
      faults.add(name, fault.text);
    }
  }
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return {};
}

}  // namespace

void install_narrative_form(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const NarrativeFormView view,
               app.engine.read([&] { return look_at_form(state, needs, visit); }));
    const Text heading{"Viết báo cáo bằng lời", "Write the report in words"};
    const Text reports{"Báo cáo", "Reports"};
    const Text above{"Báo cáo bằng lời", "The report in words"};
    return app.show(visit, heading, view,
                    {{reports.in(visit.language), "/bao-cao"},
                     {view.period, view.round},
                     {above.in(visit.language), view.back},
                     {heading.in(visit.language), {}}});
  };
  app.routes.get("/bao-cao/{round}/loi-van/sua", Right::ReportTask, page);
  app.routes.post(
      "/bao-cao/{round}/loi-van/sua", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        return make_order(state, needs,
                          WriteNarrative{no, visit.typed_number("ban"), typed_sections(visit),
                                         unpacked_figures(visit.typed(fields::seen_figures))});
      },
      page);
  // The form once more with the text as it would stand above it; nothing is kept.
  app.routes.raw_post("/bao-cao/{round}/loi-van/xem-truoc", Right::ReportTask,
                      [&app, &state, needs, page](const Visit& visit) -> Result<http::Response> {
                        const auto checked =
                            app.engine.read([&] { return check_typed(state, needs, visit); });
                        Visit shown = visit;
                        if (!checked) shown.failure = &checked.error();
                        return page(shown);
                      });
}

}  // namespace lantoa::city::statistics
