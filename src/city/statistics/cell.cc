// What one figure of a report is made of: the reports of the units below, or the activities of one.
#include "city/statistics/roll_up.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {
namespace {

// In a round with estimates: for the days after the cut-off, and with the actual figure.
struct CellEstimate {
  std::uint64_t estimate = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(CellEstimate, (), (estimate, total))

struct PartRow {
  std::string name;
  std::string address;
  std::uint64_t amount = 0;
  std::optional<std::uint64_t> its_estimate;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (name, address, amount, its_estimate))

struct PieceRow {
  std::string title;
  bool is_theirs = false;  // the title, in Vietnamese as the unit wrote it
  std::string address;
  std::string day_iso, day;
  std::uint64_t amount = 0;
  bool by_itself = false;  // an article that the portal counted
  bool twice = false;      // another one looks the same
};
BOOST_DESCRIBE_STRUCT(PieceRow, (),
                      (title, is_theirs, address, day_iso, day, amount, by_itself, twice))

// What the unit itself handed in, beside what its activities said then and say now.
struct OwnPart {
  std::string report;  // address
  Text standing;
  std::optional<std::uint64_t> handed_in;
  std::optional<std::uint64_t> own_estimate;
  std::optional<std::uint64_t> counted;  // when it was handed in
  bool is_counted = false;               // the column has sources
  std::uint64_t now = 0;
  bool differs = false;
  std::optional<std::string> note;
  std::vector<PieceRow> pieces;
  bool has_pieces = false;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(OwnPart, (),
                      (report, standing, handed_in, own_estimate, counted, is_counted, now, differs,
                       note, pieces, has_pieces, pager))

struct CellView {
  static constexpr std::string_view tpl = "src/city/statistics/cell.tpl";
  std::string unit;
  std::string period;
  std::string round;  // address
  std::string code;
  Text title;
  Text measure;
  std::uint64_t sum = 0;
  std::optional<CellEstimate> estimated;
  std::string counted_to, estimated_from, estimated_to;  // where there are estimates
  Text amount_title;
  std::optional<OwnPart> own;
  std::vector<PartRow> parts;
  bool has_parts = false;
};
BOOST_DESCRIBE_STRUCT(CellView, (),
                      (unit, period, round, code, title, measure, sum, estimated, counted_to,
                       estimated_from, estimated_to, amount_title, own, parts, has_parts))

PieceRow piece_row(const Piece& piece, const activity::State& activities, Language language) {
  if (!piece.activity) {
    const activity::ChannelEntry& one = *activities.entry(piece.article);
    return {one.record.what,
            true,
            activity::entry_address(piece.article),
            iso(one.record.on),
            vietnamese(one.record.on),
            piece.amount,
            true,
            !activities.hand_twins(one).empty()};
  }
  const activity::Activity& one = activities.activity(piece.activity);
  const bool is_twin = !activities.twins(one.unit, one.record, one.no).empty() ||
                       !activities.portal_twins(one.unit, one.record).empty();
  return {activity::heading_of(one.record, language),
          !one.record.what.empty(),
          activity::address_of(one.no),
          iso(one.record.on),
          vietnamese(one.record.on),
          piece.amount,
          false,
          is_twin};
}

OwnPart own_part(const Round& round, const Column& column, const Needs& needs, UnitNo unit,
                 const Visit& visit) {
  OwnPart out;
  out.report = address_of(round.no, unit);
  out.standing = title(round.standing(unit));
  const Report* report = round.report(unit);
  if (report != nullptr && report->counts()) {
    for (const Cell& cell : report->latest().cells) {
      if (cell.column != column.code) continue;
      out.handed_in = cell.amount;
      out.own_estimate = cell.estimate;
      out.counted = cell.counted;
    }
    if (!report->latest().note.empty()) out.note = report->latest().note;
  }
  out.is_counted = !column.sources.empty();
  const auto pieces = pieces_of(round, column, needs.activities, unit);
  for (const Piece& piece : pieces) out.now += piece.amount;
  out.differs = out.is_counted && out.handed_in && out.now != *out.handed_in;
  out.pager =
      make_pager(static_cast<std::uint32_t>(pieces.size()), visit.page(), visit.request.path);
  const std::size_t first = std::size_t{out.pager.page - 1} * rows_per_page;
  for (std::size_t i = first; i < std::min(pieces.size(), first + rows_per_page); ++i) {
    out.pieces.push_back(piece_row(pieces[i], needs.activities, visit.language));
  }
  out.has_pieces = !out.pieces.empty();
  return out;
}

void fill_estimate(CellView& view, const Round& round, const RollUp& all, std::size_t column) {
  view.amount_title =
      round.counted_to ? Text{"Góp vào, thực tế", "Adds, actual"} : Text{"Góp vào", "Adds"};
  const auto estimate = all.estimate(column);
  if (!estimate || !round.counted_to) return;
  view.estimated = CellEstimate{*estimate, all.total(column)};
  view.counted_to = vietnamese(*round.counted_to);
  view.estimated_from = vietnamese(*round.counted_to + 1);
  view.estimated_to = vietnamese(round.to);
}

Problem no_such_column() {
  return {Code::NotFound, {"Biểu mẫu không có cột này.", "The form has no such column."}, {}, {}};
}

Result<CellView> look_at(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
  TRY_ASSIGN(const UnitNo unit, visit.number<UnitNo>("unit"));
  TRY_ASSIGN(const Round* round, state.find(no));
  TRY_ASSIGN(const Form* form, form_of(*round));
  TRY_ASSIGN(const organisation::Unit* one, needs.organisation.find(unit));
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, unit));
  const Column* column = find_column(*form, visit.segments.at("column"));
  if (column == nullptr) return tl::unexpected(no_such_column());
  const auto index = static_cast<std::size_t>(column - form->columns.data());
  const std::vector<RollUp> all = roll_up(*round, *form, needs.organisation);
  CellView view;
  view.unit = one->name;
  view.period = title_of(*round, visit.language);
  view.round = address_of(no) + "?don-vi=" + std::to_string(unit.value);
  view.code = column->code;
  view.title = column->title.text();
  view.measure = column->unit.text();
  view.sum = all[unit.index()].sums[index];
  fill_estimate(view, *round, all[unit.index()], index);
  if (round->asks(unit)) view.own = own_part(*round, *column, needs, unit, visit);
  for (const UnitNo child : one->children) {
    const RollUp& its = all[child.index()];
    if (its.total(index) == 0) continue;
    view.parts.push_back({needs.organisation.unit(child).name,
                          address_of(no, child) + "/cot/" + column->code, its.sums[index],
                          its.estimate(index)});
  }
  view.has_parts = !view.parts.empty();
  return view;
}

}  // namespace

void install_cell(App& app, const State& state, Needs needs) {
  app.routes.get(
      "/bao-cao/{round}/don-vi/{unit}/cot/{column}", Right::SeePlans,
      [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
        TRY_ASSIGN(const CellView view,
                   app.engine.read([&] { return look_at(state, needs, visit); }));
        const std::string heading = view.code + ". " + view.title.in(visit.language);
        const Text reports{"Báo cáo", "Reports"};
        return app.show(
            visit, {heading, heading}, view,
            {{reports.in(visit.language), "/bao-cao"}, {view.period, view.round}, {heading, {}}});
      });
}

}  // namespace lantoa::city::statistics
