// What the tree of units looks like.
#include <boost/describe.hpp>

#include "city/organisation/organisation.h"

namespace lantoa::city::organisation {
namespace {

struct ChildRow {
  std::string address;
  std::string name;
  std::string code;
  Text kind;
  std::uint32_t below = 0;  // units in its subtree, itself not counted
};
BOOST_DESCRIBE_STRUCT(ChildRow, (), (address, name, code, kind, below))

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
};
BOOST_DESCRIBE_STRUCT(UnitView, (),
                      (name, code, kind, opened, mailbox, has_children, children, pager,
                       may_import))

struct NoUnitsView {
  static constexpr std::string_view tpl = "src/city/organisation/no_units.tpl";
  bool may_import = false;
};
BOOST_DESCRIBE_STRUCT(NoUnitsView, (), (may_import))

std::string address_of(UnitNo unit) { return "/don-vi/" + std::to_string(unit.value); }

std::uint32_t count_below(const State& state, UnitNo unit) {
  std::uint32_t count = 0;
  for (const UnitNo child : state.unit(unit).children) count += 1 + count_below(state, child);
  return count;
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
  const auto rows = static_cast<std::uint32_t>(unit->children.size());
  view.pager = make_pager(rows, visit.page(), address_of(no));
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(rows, first + rows_per_page); ++i) {
    const Unit& child = state.unit(unit->children[i]);
    view.children.push_back({address_of(child.no), child.name, child.code, title(child.kind),
                             count_below(state, child.no)});
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
    auto view = app.engine.read([&] { return look_at(state, no, visit); });
    if (!view) return tl::unexpected(std::move(view).error());
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
