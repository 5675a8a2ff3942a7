// The form that gives a unit another mailbox, with those it had before.
#include "city/organisation/mailbox.h"

#include <boost/describe.hpp>

#include "city/field.h"
#include "city/organisation/organisation.h"

namespace lantoa::city::organisation {
namespace {

struct MailboxRow {
  std::string since;
  std::optional<std::string> was;  // none: it had none
  std::optional<std::string> changed_by;
};
BOOST_DESCRIBE_STRUCT(MailboxRow, (), (since, was, changed_by))

struct MailboxView {
  static constexpr std::string_view tpl = "src/city/organisation/mailbox.tpl";
  FormKeys keys;
  std::string action, back;
  std::string name;
  std::string seen;
  std::optional<std::string> present;  // none: it has none
  Field mailbox;
  bool has_changes = false;
  std::vector<MailboxRow> changes;  // newest first
};
BOOST_DESCRIBE_STRUCT(MailboxView, (),
                      (keys, action, back, name, seen, present, mailbox, has_changes, changes))

struct NamedLater {
  MailboxView view;
  std::vector<PersonNo> by;  // of each change; none: the system
};

Result<NamedLater> mailbox_view(const State& state, const Visit& visit) {
  TRY_ASSIGN(const UnitNo no, visit.number<UnitNo>("unit"));
  TRY_ASSIGN(const Unit* unit, state.find(no));
  TRY(state.require(visit.actor, Right::ManageUnits, no));
  NamedLater out;
  MailboxView& view = out.view;
  view.keys = form_keys(visit);
  view.action = address_of(no) + "/hop-thu";
  view.back = address_of(no);
  view.name = unit->name;
  view.seen = unit->mailbox;
  if (!unit->mailbox.empty()) view.present = unit->mailbox;
  view.mailbox = field(visit, fields::mailbox, unit->mailbox);
  for (auto it = unit->mailboxes.rbegin(); it != unit->mailboxes.rend(); ++it) {
    MailboxRow row{vietnamese(vietnam_date(it->at)), {}, {}};
    if (!it->mailbox.empty()) row.was = it->mailbox;
    view.changes.push_back(std::move(row));
    out.by.push_back(it->by);
  }
  view.has_changes = !view.changes.empty();
  return out;
}

}  // namespace

void install_mailbox(App& app, const State& state) {
  const Page form = [&app, &state](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(NamedLater noted, app.engine.read([&] { return mailbox_view(state, visit); }));
    MailboxView& view = noted.view;
    for (std::size_t i = 0; i < view.changes.size(); ++i) {
      if (noted.by[i]) view.changes[i].changed_by = app.name_of(noted.by[i], visit.language);
    }
    const Text heading{"Sửa hộp thư của đơn vị", "Change a unit's mailbox"};
    return app.show(visit, heading, view,
                    {{Text{"Đơn vị", "Units"}.in(visit.language), "/don-vi"},
                     App::named(view.name, view.back),
                     {heading.in(visit.language), {}}});
  };
  app.routes.get("/don-vi/{unit}/hop-thu", Right::ManageUnits, form);
  app.routes.post(
      "/don-vi/{unit}/hop-thu", Right::ManageUnits,
      [&state](const Visit& visit) -> Result<Order> {
        SetMailbox command;
        TRY_ASSIGN(command.unit, visit.number<UnitNo>("unit"));
        command.mailbox = visit.typed(fields::mailbox);
        command.seen = visit.typed(fields::seen_mailbox);
        return order_of(std::move(command), std::cref(state));
      },
      form);
}

}  // namespace lantoa::city::organisation
