// Rounds of reports, the newest first, with what the visitor's own unit owes.
#include <algorithm>

#include "city/own_units.h"
#include "city/statistics/roll_up.h"
#include "city/statistics/statistics.h"

namespace lantoa::city::statistics {
namespace {

constexpr std::uint32_t rounds_a_page = 20;

struct Own {
  std::string own_address;
  Text standing;
  std::string mark;
};
BOOST_DESCRIBE_STRUCT(Own, (), (own_address, standing, mark))

struct Row {
  std::string address;
  std::string period;
  std::string asking;  // the unit whose round it is
  Text form;
  std::string due_iso;
  Text due;
  bool closed = false;
  bool cancelled = false;
  std::uint32_t counted = 0;
  std::uint32_t asked = 0;
  std::optional<Own> own;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (address, period, asking, form, due_iso, due, closed, cancelled, counted,
                       asked, own))

struct ListView {
  static constexpr std::string_view tpl = "src/city/statistics/list.tpl";
  std::string unit;
  bool may_open = false;
  bool has_rows = false;
  std::vector<Row> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (unit, may_open, has_rows, rows, pager))

// Rounds in which units at `unit` or below are asked, the newest first.
std::vector<RoundNo> rounds_of(const State& state, const std::vector<bool>& below) {
  std::vector<RoundNo> out;
  for (std::uint32_t i = state.rounds(); i > 0; --i) {
    const Round& round = state.round(RoundNo{i});
    const bool is_asked = std::any_of(round.units.begin(), round.units.end(), [&](auto number) {
      const std::size_t index = UnitNo{number}.index();
      return index < below.size() && below[index];
    });
    if (is_asked) out.push_back(round.no);
  }
  return out;
}

Row row_of(const Round& round, UnitNo unit, const std::vector<bool>& below,
           const organisation::State& tree, Language language) {
  Row row;
  row.asking = tree.unit(round.scope).name;
  row.address = address_of(round.no);
  row.period = title_of(round, language);
  row.due_iso = iso(round.due);
  row.due = due_said(round.due, round.working_days);
  row.closed = round.closing.has_value();
  if (const Form* form = find_form(round.form)) {
    row.form = form->title.text();
  } else {
    row.form = {round.form, round.form};
  }
  const Progress done = progress(round, below);
  row.counted = done.counted;
  row.asked = done.asked;
  row.cancelled = round.cancelled.has_value();
  if (round.asks(unit) && !round.cancelled) {
    const Standing standing = round.standing(unit);
    row.own = Own{address_of(round.no, unit), title(standing), std::string(mark(standing))};
  }
  return row;
}

Result<ListView> look_at(const State& state, const Needs& needs, const Visit& visit) {
  const UnitNo unit = own_unit(visit.actor);
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, unit));
  ListView view;
  view.unit = needs.organisation.unit(unit).name;
  view.may_open = visit.actor.may_somewhere(Right::Urge);
  const std::vector<bool> below = needs.organisation.below(unit);
  const std::vector<RoundNo> rounds = rounds_of(state, below);
  view.pager = make_pager(static_cast<std::uint32_t>(rounds.size()), visit.page(), "/bao-cao",
                          rounds_a_page);
  const std::size_t first = std::size_t{view.pager.page - 1} * rounds_a_page;
  for (std::size_t i = first; i < std::min(rounds.size(), first + rounds_a_page); ++i) {
    view.rows.push_back(
        row_of(state.round(rounds[i]), unit, below, needs.organisation, visit.language));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

}  // namespace

void install_list(App& app, const State& state, Needs needs) {
  app.routes.get("/bao-cao", Right::SeePlans,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const ListView view,
                              app.engine.read([&] { return look_at(state, needs, visit); }));
                   return app.show(visit, {"Báo cáo", "Reports"}, view);
                 });
}

}  // namespace lantoa::city::statistics
