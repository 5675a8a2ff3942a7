// The page of a report in words: the text with its figures, what of them has changed since, its
// versions, and what the visitor may do with it.
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/person.h"
#include "city/statistics/narrative_pages.h"

namespace lantoa::city::statistics {
namespace {

struct NarrativeRow {
  std::uint32_t number = 0;
  std::string address;
  std::string at;
  std::uint64_t position = 0;
  std::optional<std::string> approved;  // when
};
BOOST_DESCRIBE_STRUCT(NarrativeRow, (), (number, address, at, position, approved))

struct RereadForm {
  FormKeys keys;
  std::string action;
  std::string version;
  std::string seen;
};
BOOST_DESCRIBE_STRUCT(RereadForm, (), (keys, action, version, seen))

struct LostFigure {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(LostFigure, (), (name))

// What differs from what the writer saw.
struct StaleFigures {
  std::uint32_t count = 0;
  std::vector<LineRow> sentences;
  std::vector<LostFigure> lost;
  std::optional<RereadForm> reread;
};
BOOST_DESCRIBE_STRUCT(StaleFigures, (), (count, sentences, lost, reread))

struct LaterRow {
  std::string name;
  std::string address;
  std::string closed_with;
  std::string now;
};
BOOST_DESCRIBE_STRUCT(LaterRow, (), (name, address, closed_with, now))

struct NarrativeCut {
  std::string closed_at;
  std::uint64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(NarrativeCut, (), (closed_at, position))

struct ComparedRound {
  std::string address;
  std::string title;
  bool is_year = false;
};
BOOST_DESCRIBE_STRUCT(ComparedRound, (), (address, title, is_year))

struct ShownVersion {
  std::uint32_t number = 0;
  std::string written_at;
  std::uint64_t position = 0;
  std::optional<std::string> approved_at;
  bool is_latest = true;
  std::string latest;  // address
  std::string pdf, docx;
  ShownNarrative text;
};
BOOST_DESCRIBE_STRUCT(ShownVersion, (),
                      (number, written_at, position, approved_at, is_latest, latest, pdf, docx,
                       text))

struct ApprovalForm {
  FormKeys keys;
  std::string action;
  std::string version;
  bool is_own = false;     // the visitor wrote it
  bool is_open = false;    // the round
  bool differs = false;    // a figure
  bool is_shared = false;  // the round is public: what is approved goes out at once
};
BOOST_DESCRIBE_STRUCT(ApprovalForm, (),
                      (keys, action, version, is_own, is_open, differs, is_shared))

struct NarrativeView {
  static constexpr std::string_view tpl = "src/city/statistics/narrative.tpl";
  Text form;
  std::string period;
  std::string unit;
  std::string round;  // address
  Text standing;
  std::string mark;
  std::optional<NarrativeCut> cut;
  std::optional<std::string> cancelled;  // why
  std::optional<StaleFigures> stale;
  bool has_later = false;
  std::vector<LaterRow> later;
  std::optional<ShownVersion> shown;
  std::vector<ComparedRound> compared;
  std::optional<std::string> write;  // address
  std::optional<ApprovalForm> approval;
  bool has_versions = false;
  std::vector<NarrativeRow> versions;
};
BOOST_DESCRIBE_STRUCT(NarrativeView, (),
                      (form, period, unit, round, standing, mark, cut, cancelled, stale, has_later,
                       later, shown, compared, write, approval, has_versions, versions))

std::string address_of_version(const NarrativePlace& place, std::uint32_t number) {
  return narrative_address(place.round->no) + "?ban=" + std::to_string(number);
}

std::pair<Text, const char*> narrative_standing(const Round& round) {
  if (round.narrative.empty()) return {{"Chưa có lời văn", "No text yet"}, "state-idle"};
  if (round.narrative.back().approved) return {{"Đã duyệt", "Approved"}, "state-done"};
  if (round.closing) return {{"Chờ duyệt", "To be approved"}, "state-risk"};
  return {{"Dự thảo", "Draft"}, "state-idle"};
}

StaleFigures stale_figures(const NarrativePlace& place, const NarrativeVersion& version,
                           const std::vector<FigureChange>& changes, bool may_reread,
                           const Visit& visit) {
  StaleFigures out;
  out.count = static_cast<std::uint32_t>(changes.size());
  std::vector<LiveFigure> figures;
  for (const FigureChange& one : changes) {
    if (one.figure) {
      figures.push_back(*one.figure);
    } else {
      out.lost.push_back({in_braces(one.words)});
    }
  }
  const FigureView view = as_written(version, place.ground, changes);
  for (const NarrativeText& text : texts_of(version.sections, place.ground)) {
    for (const NarrativeLine& sentence : sentences_with(text, figures)) {
      out.sentences.push_back({shown_line(sentence, view)});
    }
  }
  if (!may_reread || !out.lost.empty()) return out;
  std::vector<NarrativeFigure> seen;
  FigureValues values(place.ground);
  for (const LiveFigure& figure : figures_in(texts_of(version.sections, place.ground))) {
    seen.push_back({words_of(figure, place.ground), values.of(figure)});
  }
  out.reread = RereadForm{form_keys(visit), narrative_address(place.round->no) + "/doc-lai",
                          std::to_string(place.version()), packed_figures(seen)};
  return out;
}

ShownVersion shown_version(const NarrativePlace& place, const NarrativeVersion& version,
                           const std::vector<FigureChange>& changes) {
  ShownVersion out;
  out.number = static_cast<std::uint32_t>(&version - place.round->narrative.data()) + 1;
  out.written_at = vietnamese(version.at);
  out.position = version.position;
  if (version.approved) out.approved_at = vietnamese(version.approved->at);
  out.is_latest = out.number == place.version();
  out.latest = narrative_address(place.round->no);
  out.pdf = address_of_version(place, out.number) + "&dang=pdf";
  out.docx = address_of_version(place, out.number) + "&dang=docx";
  out.text =
      shown_narrative(version.sections, place.ground, as_written(version, place.ground, changes));
  return out;
}

void add_compared(NarrativeView& view, const NarrativePlace& place, const Visit& visit) {
  for (const auto& [with, is_year] :
       {std::pair{place.ground.before, false}, std::pair{place.ground.year_before, true}}) {
    if (with == nullptr) continue;
    view.compared.push_back({address_of(with->no), title_of(*with, visit.language), is_year});
  }
}

void fill_narrative_acts(NarrativeView& view, const NarrativePlace& place, const Needs& needs,
                         const Visit& visit, bool differs) {
  const Round& round = *place.round;
  if (round.cancelled) return;
  if (may_write_narrative(needs.organisation, visit.actor, round)) {
    view.write = narrative_address(round.no) + "/sua";
  }
  if (round.narrative.empty() || round.narrative.back().approved ||
      !needs.organisation.allows(visit.actor, Right::ApprovePlan, round.scope)) {
    return;
  }
  view.approval = ApprovalForm{form_keys(visit),
                               narrative_address(round.no) + "/duyet",
                               std::to_string(place.version()),
                               has_written(round, person_of(visit.actor)),
                               !round.closing,
                               differs,
                               round.is_public()};
}

void fill_version(NarrativeView& view, const NarrativePlace& place, const Needs& needs,
                  const Visit& visit) {
  const NarrativeVersion* version = asked_version(place, visit);
  if (version == nullptr) return fill_narrative_acts(view, place, needs, visit, false);
  const std::vector<FigureChange> changes = changes_since(*version, place.ground);
  view.shown = shown_version(place, *version, changes);
  const bool is_latest = view.shown->is_latest;
  const bool may_reread = is_latest && !place.round->cancelled &&
                          may_write_narrative(needs.organisation, visit.actor, *place.round);
  if (!changes.empty()) {
    view.stale = stale_figures(place, *version, changes, may_reread, visit);
  }
  for (const FigureChange& one : later_than_closing(*version, place.ground)) {
    if (!one.figure) continue;
    view.later.push_back(
        {in_braces(one.words), address_of(*one.figure, place.ground), one.then, one.now});
  }
  view.has_later = !view.later.empty();
  fill_narrative_acts(view, place, needs, visit,
                      is_latest
                          ? !changes.empty()
                          : !changes_since(place.round->narrative.back(), place.ground).empty());
}

Result<NarrativeView> look_at_narrative(const State& state, const Needs& needs,
                                        const Visit& visit) {
  TRY_ASSIGN(const NarrativePlace place, narrative_place(state, needs, visit));
  const Round& round = *place.round;
  NarrativeView view;
  view.form = place.form->title.text();
  view.period = title_of(round, visit.language);
  view.unit = needs.organisation.unit(round.scope).name;
  view.round = address_of(round.no);
  std::tie(view.standing, view.mark) = narrative_standing(round);
  if (round.closing) {
    view.cut = NarrativeCut{vietnamese(round.closing->at), round.closing->position};
  }
  view.cancelled = round.cancelled;
  add_compared(view, place, visit);
  fill_version(view, place, needs, visit);
  for (std::uint32_t i = place.version(); i > 0; --i) {
    const NarrativeVersion& one = round.narrative[i - 1];
    NarrativeRow row{i, address_of_version(place, i), vietnamese(one.at), one.position, {}};
    if (one.approved) row.approved = vietnamese(one.approved->at);
    view.versions.push_back(std::move(row));
  }
  view.has_versions = !view.versions.empty();
  return view;
}

void install_narrative_acts(App& app, const State& state, const Needs& needs, const Page& page) {
  app.routes.post(
      "/bao-cao/{round}/loi-van/doc-lai", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        return make_order(state, needs,
                          RereadNarrative{no, visit.typed_number("ban"),
                                          unpacked_figures(visit.typed(fields::seen_figures))});
      },
      page);
  app.routes.post(
      "/bao-cao/{round}/loi-van/duyet", Right::ApprovePlan,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
        return make_order(state, needs, ApproveNarrative{no, visit.typed_number("ban")});
      },
      page);
}

}  // namespace

Result<NarrativePlace> narrative_place(const State& state, const Needs& needs, const Visit& visit) {
  NarrativePlace out;
  TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
  TRY_ASSIGN(out.round, state.find(no));
  TRY_ASSIGN(out.form, form_of(*out.round));
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, out.round->scope));
  out.ground = figure_ground(state, *out.round, *out.form, needs.organisation);
  return out;
}

const NarrativeVersion* asked_version(const NarrativePlace& place, const Visit& visit) {
  if (place.version() == 0) return nullptr;
  const std::uint32_t asked = visit.query_number("ban");
  const bool is_there = asked >= 1 && asked <= place.version();
  return &place.round->narrative[is_there ? asked - 1 : place.version() - 1];
}

std::string packed_figures(const std::vector<NarrativeFigure>& figures) {
  std::string out;
  for (const NarrativeFigure& one : figures) {
    out += (out.empty() ? "" : ";") + one.figure + "=" + one.value;
  }
  return out;
}

std::vector<NarrativeFigure> unpacked_figures(std::string_view packed) {
  std::vector<NarrativeFigure> out;
  while (!packed.empty()) {
    const std::string_view one = packed.substr(0, packed.find(';'));
    packed.remove_prefix(std::min(one.size() + 1, packed.size()));
    if (out.size() > narrative_seen_max) break;  // refused as it is
    const std::size_t equals = one.find('=');
    if (equals == std::string_view::npos) continue;
    out.push_back({std::string(one.substr(0, equals)), std::string(one.substr(equals + 1))});
  }
  return out;
}

void install_narrative(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const NarrativeView view,
               app.engine.read([&] { return look_at_narrative(state, needs, visit); }));
    const Text heading{"Báo cáo bằng lời", "The report in words"};
    const Text reports{"Báo cáo", "Reports"};
    return app.show(visit, heading, view,
                    {{reports.in(visit.language), "/bao-cao"},
                     {view.period, view.round},
                     {heading.in(visit.language), {}}});
  };
  app.routes.get("/bao-cao/{round}/loi-van", Right::SeePlans,
                 [&app, &state, needs, page](const Visit& visit) -> Result<http::Response> {
                   if (visit.query("dang").empty()) return page(visit);
                   auto file = narrative_file(app, state, needs, visit);
                   if (file || file.error().code != Code::Conflict) return file;
                   // The page itself shows what differs and the way out.
                   Visit refused = visit;
                   refused.failure = &file.error();
                   return page(refused);
                 });
  install_narrative_acts(app, state, needs, page);
}

}  // namespace lantoa::city::statistics
