// Importing the tree, in the way of every import (file_import.h).
#include <boost/describe.hpp>

#include "city/file_import.h"
#include "city/organisation/decide.h"
#include "city/organisation/organisation.h"

namespace lantoa::city::organisation {
namespace {

struct ImportView {
  static constexpr std::string_view tpl = "src/city/organisation/import.tpl";
  FormKeys keys;
};
BOOST_DESCRIBE_STRUCT(ImportView, (), (keys))

struct KindCount {
  Text kind;
  std::uint32_t count = 0;
};
BOOST_DESCRIBE_STRUCT(KindCount, (), (kind, count))

struct PreviewView {
  static constexpr std::string_view tpl = "src/city/organisation/import_preview.tpl";
  FormKeys keys;
  std::string file;  // says which file was seen
  std::uint32_t units = 0;
  std::vector<KindCount> kinds;
};
BOOST_DESCRIBE_STRUCT(PreviewView, (), (keys, file, units, kinds))

Result<ImportUnits> read_file(std::string_view bytes, Date on) {
  TRY_ASSIGN(const auto table, sheet::parse_table(bytes));
  return read_units(table, on);
}

Result<PreviewView> look_at_units(const App& app, const State& state, const Needs& needs,
                                  const Visit& visit, std::string_view bytes) {
  const Date today = app.engine.read([&] { return needs.calendar.today(); });
  TRY_ASSIGN(const ImportUnits command, read_file(bytes, today));
  TRY_ASSIGN(const ledger::Decision decided, app.engine.read([&] {
    return decide(state, command, Envelope{Instant{}, today, visit.actor});
  }));
  PreviewView view{form_keys(visit), {}, static_cast<std::uint32_t>(decided.facts.size()), {}};
  std::map<Kind, std::uint32_t> counts;
  for (const ledger::NewFact& fact : decided.facts) {
    if (const auto unit = lantoa::decode<UnitOpened>(fact.body)) ++counts[unit->what];
  }
  for (const auto& [kind, count] : counts) view.kinds.push_back({title(kind), count});
  return view;
}

}  // namespace

void install_actions(App& app, const State& state, Needs needs) {
  const Text heading{"Nhập cây đơn vị", "Import the tree of units"};
  FileImport<PreviewView> import;
  import.address = "/don-vi/nhap";
  import.right = Right::ManageUnits;
  import.waiting = waiting_units;
  import.form = [&app, heading](const Visit& visit) -> Result<http::Response> {
    return app.show(visit, heading, ImportView{form_keys(visit)});
  };
  import.look = [&app, &state, needs](const Visit& visit, std::string_view bytes) {
    return look_at_units(app, state, needs, visit, bytes);
  };
  import.show = [&app, heading](const Visit& visit, const PreviewView& view) {
    return app.show(visit, heading, view);
  };
  import.order = [&app, &state, needs](const Visit&, std::string_view bytes) -> Result<Order> {
    const Date today = app.engine.read([&] { return needs.calendar.today(); });
    TRY_ASSIGN(ImportUnits command, read_file(bytes, today));
    return order_of(std::move(command), std::cref(state));
  };
  install_file_import(app, std::move(import));
}

}  // namespace lantoa::city::organisation
