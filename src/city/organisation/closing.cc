// A unit is closed and opened again: each on a page that says first what comes of it.
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/organisation/decide.h"
#include "city/organisation/organisation.h"

namespace lantoa::city::organisation {
namespace {

struct TieRow {
  Text what;
  std::string count;
  std::optional<std::string> address;
  Text then;
  bool blocks = false;
};
BOOST_DESCRIBE_STRUCT(TieRow, (), (what, count, address, then, blocks))

struct CloseForm {
  FormKeys keys;
  std::string action;
  Field on, reason;
};
BOOST_DESCRIBE_STRUCT(CloseForm, (), (keys, action, on, reason))

struct CloseView {
  static constexpr std::string_view tpl = "src/city/organisation/close.tpl";
  std::string name, code, back;
  bool has_ties = false;
  std::vector<TieRow> ties;
  std::optional<Text> not_now;  // why it cannot be closed; then there is no form
  std::optional<CloseForm> form;
};
BOOST_DESCRIBE_STRUCT(CloseView, (), (name, code, back, has_ties, ties, not_now, form))

struct ReopenForm {
  FormKeys keys;
  std::string action;
  Field reason;
};
BOOST_DESCRIBE_STRUCT(ReopenForm, (), (keys, action, reason))

struct ReopenView {
  static constexpr std::string_view tpl = "src/city/organisation/reopen.tpl";
  std::string name, code, back;
  std::optional<Text> not_now;
  std::optional<ReopenForm> form;
};
BOOST_DESCRIBE_STRUCT(ReopenView, (), (name, code, back, not_now, form))

std::vector<UnitTie> ties_of(const App& app, UnitNo unit) {
  std::vector<UnitTie> out;
  for (const auto& add : app.unit_ties) add(unit, out);
  std::erase_if(out, [](const UnitTie& tie) { return tie.count == 0; });
  return out;
}

// Units below are the tree's own tie.
std::optional<TieRow> below_row(const State& state, const Unit& unit, Language language) {
  const auto open = static_cast<std::uint32_t>(state.open_children(unit.no).size());
  if (open == 0) return std::nullopt;
  return TieRow{{"Đơn vị trực thuộc đang hoạt động", "Open units right below it"},
                html::grouped(open, language),
                address_of(unit.no),
                {"Hãy ghi các đơn vị ấy dừng hoạt động trước.", "Close those first."},
                true};
}

Result<CloseView> close_view(const App& app, const State& state, const Visit& visit, UnitNo no) {
  TRY_ASSIGN(const Unit* unit, state.find(no));
  TRY(require_keeper(state, visit.actor, *unit));
  CloseView view{unit->name, unit->code, address_of(no), false, {}, {}, {}};
  const std::vector<UnitTie> ties = ties_of(app, no);
  if (auto below = below_row(state, *unit, visit.language)) view.ties.push_back(*std::move(below));
  for (const UnitTie& tie : ties) {
    view.ties.push_back(
        {tie.what, html::grouped(tie.count, visit.language), tie.address, tie.then, tie.blocks});
  }
  view.has_ties = !view.ties.empty();
  if (const auto why = why_not_closed(state, *unit, ties)) {
    view.not_now = why->text;
  } else {
    view.form = CloseForm{form_keys(visit), address_of(no) + "/dong", field(visit, fields::on),
                          field(visit, fields::reason)};
  }
  return view;
}

Result<ReopenView> reopen_view(const State& state, const Visit& visit, UnitNo no) {
  TRY_ASSIGN(const Unit* unit, state.find(no));
  TRY(require_keeper(state, visit.actor, *unit));
  ReopenView view{unit->name, unit->code, address_of(no), {}, {}};
  if (const auto why = why_not_reopened(state, *unit)) {
    view.not_now = why->text;
  } else {
    view.form =
        ReopenForm{form_keys(visit), address_of(no) + "/mo-lai", field(visit, fields::reason)};
  }
  return view;
}

template <class View>
http::Response draw(const App& app, const Visit& visit, const Text& heading, const View& view) {
  return app.show(visit, heading, view,
                  {{Text{"Đơn vị", "Units"}.in(visit.language), "/don-vi"},
                   App::named(view.name, view.back),
                   {heading.in(visit.language), {}}});
}

// What hangs on the unit is looked at when it is decided.
Order close_order(const App& app, const State& state, CloseUnit command) {
  Order order;
  order.decide = [&app, &state, command = std::move(command)](const Envelope& envelope) {
    CloseUnit now = command;
    now.ties = ties_of(app, now.unit);
    return decide(state, now, envelope);
  };
  return order;
}

}  // namespace

void install_closing(App& app, const State& state) {
  const Page close = [&app, &state](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const UnitNo no, visit.number<UnitNo>("unit"));
    TRY_ASSIGN(const CloseView view,
               app.engine.read([&] { return close_view(app, state, visit, no); }));
    return draw(app, visit, {"Ghi đơn vị dừng hoạt động", "Close a unit"}, view);
  };
  app.routes.get("/don-vi/{unit}/dong", Right::ManageUnits, close);
  app.routes.post(
      "/don-vi/{unit}/dong", Right::ManageUnits,
      [&app, &state](const Visit& visit) -> Result<Order> {
        CloseUnit command;
        TRY_ASSIGN(command.unit, visit.number<UnitNo>("unit"));
        command.reason = visit.typed(fields::reason);
        Faults unread;
        command.on = typed_date(visit, fields::on, unread);
        if (unread.any()) command.unread = std::move(unread).problem().details;
        return close_order(app, state, std::move(command));
      },
      close);
  const Page reopen = [&app, &state](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const UnitNo no, visit.number<UnitNo>("unit"));
    TRY_ASSIGN(const ReopenView view,
               app.engine.read([&] { return reopen_view(state, visit, no); }));
    return draw(app, visit, {"Mở lại đơn vị", "Open the unit again"}, view);
  };
  app.routes.get("/don-vi/{unit}/mo-lai", Right::ManageUnits, reopen);
  app.routes.post(
      "/don-vi/{unit}/mo-lai", Right::ManageUnits,
      [&state](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const UnitNo no, visit.number<UnitNo>("unit"));
        return order_of(ReopenUnit{no, std::string(visit.typed(fields::reason))}, std::cref(state));
      },
      reopen);
}

}  // namespace lantoa::city::organisation
