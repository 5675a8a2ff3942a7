// What the tree of units looks like.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/organisation/decide.h"
#include "city/organisation/mailbox.h"
#include "city/organisation/organisation.h"

namespace lantoa::city::organisation {
namespace {

struct ChildRow {
  std::string address;
  std::string name;
  std::string code;
  Text kind;
  std::uint32_t below = 0;            // open units in its subtree, itself not counted
  std::optional<std::string> closed;  // from which day on
};
BOOST_DESCRIBE_STRUCT(ChildRow, (), (address, name, code, kind, below, closed))

// A closing, or one that was wrong.
struct ClosingRow {
  std::string since;
  std::string last_day;
  std::string reason;
  std::string said;  // when it was recorded, and by whom
  bool was_wrong = false;
  std::string why_wrong, said_wrong;
};
BOOST_DESCRIBE_STRUCT(ClosingRow, (),
                      (since, last_day, reason, said, was_wrong, why_wrong, said_wrong))

struct UnitView {
  static constexpr std::string_view tpl = "src/city/organisation/unit.tpl";
  std::string name;
  std::string code;
  Text kind;
  std::string opened;
  std::optional<std::string> mailbox;
  bool has_children = false;
  std::vector<ChildRow> children;
  Pager pager;
  bool may_import = false;
  std::uint32_t open_below = 0;              // units right below it
  std::optional<std::string> stopped;        // the day from which on it is closed
  std::optional<std::string> mailbox_form;   // where this visitor may change it
  std::optional<std::string> close, reopen;  // where this visitor may do so
  bool has_closings = false;
  std::vector<ClosingRow> closings;  // newest first
};
BOOST_DESCRIBE_STRUCT(UnitView, (),
                      (name, code, kind, opened, mailbox, has_children, children, pager, may_import,
                       open_below, stopped, mailbox_form, close, reopen, has_closings, closings))

struct NoUnitsView {
  static constexpr std::string_view tpl = "src/city/organisation/no_units.tpl";
  bool may_import = false;
};
BOOST_DESCRIBE_STRUCT(NoUnitsView, (), (may_import))

std::uint32_t count_below(const State& state, UnitNo unit) {
  std::uint32_t count = 0;
  for (const UnitNo child : state.open_children(unit)) count += 1 + count_below(state, child);
  return count;
}

std::string day_after(const Closing& closing) { return vietnamese(closing.on + 1); }

// Open ones first; each part in the order of the ledger.
std::vector<UnitNo> shown_children(const State& state, const Unit& unit) {
  std::vector<UnitNo> out = unit.children;
  std::stable_partition(out.begin(), out.end(), [&](UnitNo no) { return state.is_open(no); });
  return out;
}

void add_closing(const State& state, const Unit& unit, const Visit& visit, UnitView& view) {
  view.stopped = state.closed_day(unit.no);
  if (!require_keeper(state, visit.actor, unit) || !unit.parent) return;
  (view.stopped ? view.reopen : view.close) =
      address_of(unit.no) + (view.stopped ? "/mo-lai" : "/dong");
}

// Names come out of the vault, so not while the state stands still.
void add_history(const App& app, const std::vector<Closing>& closings, Language language,
                 UnitView& view) {
  const auto said = [&](Instant at, std::optional<PersonNo> by) {
    return vietnamese(at) + (by ? " · " + app.name_of(*by, language) : "");
  };
  for (auto it = closings.rbegin(); it != closings.rend(); ++it) {
    ClosingRow row{day_after(*it), vietnamese(it->on), it->reason, said(it->at, it->by)};
    if (it->taken_back) {
      row.was_wrong = true;
      row.why_wrong = it->taken_back->reason;
      row.said_wrong = said(it->taken_back->at, it->taken_back->by);
    }
    view.closings.push_back(std::move(row));
  }
  view.has_closings = !view.closings.empty();
}

Result<UnitView> look_at(const State& state, UnitNo no, const Visit& visit) {
  TRY_ASSIGN(const Unit* unit, state.find(no));
  UnitView view{unit->name,
                unit->code,
                title(unit->kind),
                vietnamese(unit->opened),
                {},
                !unit->children.empty(),
                {},
                {},
                state.allows(visit.actor, Right::ManageUnits, state.root())};
  if (!unit->mailbox.empty()) view.mailbox = unit->mailbox;
  if (state.is_open(no) && state.allows(visit.actor, Right::ManageUnits, no)) {
    view.mailbox_form = address_of(no) + "/hop-thu";
  }
  add_closing(state, *unit, visit, view);
  view.open_below = static_cast<std::uint32_t>(state.open_children(no).size());
  const std::vector<UnitNo> children = shown_children(state, *unit);
  const auto rows = static_cast<std::uint32_t>(children.size());
  view.pager = make_pager(rows, visit.page(), address_of(no));
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    const Unit& child = state.unit(children[i]);
    view.children.push_back({address_of(child.no), child.name, child.code, title(child.kind),
                             count_below(state, child.no)});
    view.children.back().closed = state.closed_day(child.no);
  }
  return view;
}

std::vector<App::Crumb> crumbs_to(const State& state, UnitNo no) {
  std::vector<App::Crumb> out;
  for (const UnitNo above : state.path(no)) {
    out.push_back(App::named(state.unit(above).name, address_of(above)));
  }
  if (!out.empty()) out.back().path.reset();
  return out;
}

}  // namespace

void install_pages(App& app, const State& state) {
  const auto show_unit = [&app, &state](const Visit& visit, UnitNo no) -> Result<http::Response> {
    std::vector<Closing> closings;
    auto view = app.engine.read([&] {
      if (state.has(no)) closings = state.unit(no).closings;
      return look_at(state, no, visit);
    });
    if (!view) return tl::unexpected(std::move(view).error());
    add_history(app, closings, visit.language, *view);
    auto crumbs = app.engine.read([&] { return crumbs_to(state, no); });
    return app.show(visit, {view->name, view->name}, *view, std::move(crumbs));
  };
  app.routes.get("/don-vi", Right::SeePlans,
                 [&app, &state, show_unit](const Visit& visit) -> Result<http::Response> {
                   const UnitNo root = app.engine.read([&] { return state.root(); });
                   if (root) return show_unit(visit, root);
                   return app.show(visit, {"Đơn vị", "Units"},
                                   NoUnitsView{visit.actor.may_somewhere(Right::ManageUnits)});
                 });
  app.routes.get("/don-vi/{unit}", Right::SeePlans,
                 [show_unit](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const UnitNo no, visit.number<UnitNo>("unit"));
                   return show_unit(visit, no);
                 });
}

}  // namespace lantoa::city::organisation
