// Units that no mail reaches, because those to their mailbox came back: why, and what to do.
#include <boost/describe.hpp>

#include "city/oversight/oversight.h"
#include "city/oversight/returned.h"

namespace lantoa::city::oversight {
namespace {

struct CheckForm {
  FormKeys keys;
  std::string action;
  std::string seen;
  std::string change;  // address of the form that changes the mailbox
};
BOOST_DESCRIBE_STRUCT(CheckForm, (), (keys, action, seen, change))

struct ReturningRow {
  std::string unit, unit_address;
  std::string mailbox;
  std::string since;
  std::uint32_t came_back = 0;
  Text why, what_to_do;
  std::string status;
  std::optional<std::string> said;  // by the mail server
  std::optional<CheckForm> form;    // of who manages the unit
};
BOOST_DESCRIBE_STRUCT(ReturningRow, (),
                      (unit, unit_address, mailbox, since, came_back, why, what_to_do, status, said,
                       form))

struct ReturnedView {
  static constexpr std::string_view tpl = "src/city/oversight/returned.tpl";
  std::uint32_t units = 0;
  bool has_units = false;
  std::vector<ReturningRow> rows;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(ReturnedView, (), (units, has_units, rows, pager))

ReturningRow returning_row(const ReturningMailbox& one, const Needs& needs, const Visit& visit) {
  const organisation::Unit& unit = needs.organisation.unit(one.unit);
  const std::string number = std::to_string(one.unit.value);
  ReturnWords words = words_of_return(one.status);
  ReturningRow row;
  row.unit = unit.name;
  row.unit_address = organisation::address_of(one.unit);
  row.mailbox = unit.mailbox;
  row.since = vietnamese(one.since);
  row.came_back = one.came_back;
  row.why = std::move(words.why);
  row.what_to_do = std::move(words.what_to_do);
  row.status = one.status;
  if (!one.why.empty()) row.said = one.why;
  if (needs.organisation.allows(visit.actor, Right::ManageUnits, one.unit)) {
    row.form = CheckForm{form_keys(visit), returned_address + ("/" + number + "/da-kiem-tra"),
                         std::to_string(one.came_back), row.unit_address + "/hop-thu"};
  }
  return row;
}

ReturnedView list_returned(const State& state, const Needs& needs, const Visit& visit) {
  const auto all = returning_below(state, needs.organisation, visit.actor);
  ReturnedView view;
  view.units = static_cast<std::uint32_t>(all.size());
  view.has_units = !all.empty();
  view.pager = make_pager(view.units, visit.page(), returned_address);
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(view.units, first + rows_per_page); ++i) {
    view.rows.push_back(returning_row(all[i], needs, visit));
  }
  return view;
}

}  // namespace

void install_returned(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    const auto view = app.engine.read([&] { return list_returned(state, needs, visit); });
    const Text heading{"Thư bị trả lại", "Mails that came back"};
    const Text today{"Việc hôm nay", "Today"};
    return app.show(
        visit, heading, view,
        {{today.in(visit.language), "/ban-lam-viec"}, {heading.in(visit.language), {}}});
  };
  app.routes.get(returned_address, Right::Work, page);
  app.routes.post(
      returned_address + std::string("/{unit}/da-kiem-tra"), Right::ManageUnits,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const UnitNo no, visit.number<UnitNo>("unit"));
        return make_order(state, needs, CheckAddress{no, visit.typed_number("so-thu")});
      },
      page);
}

}  // namespace lantoa::city::oversight
