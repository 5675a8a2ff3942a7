// Importing the tree: choose a file, look at the preview, confirm. The preview runs the same decide
// as the import and the file waits among the blobs under its hash, so what is confirmed is what was
// seen.
#include <boost/describe.hpp>

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
  std::string file;  // the blob's address
  std::uint32_t units = 0;
  std::vector<KindCount> kinds;
};
BOOST_DESCRIBE_STRUCT(PreviewView, (), (keys, file, units, kinds))

Result<ImportUnits> read_file(std::string_view bytes, Date on) {
  TRY_ASSIGN(const auto table, sheet::parse_table(bytes));
  return read_units(table, on);
}

Result<PreviewView> preview(App& app, const State& state, const Visit& visit, Date today) {
  const auto file = visit.form.files.find("tep");
  if (file == visit.form.files.end() || file->second.bytes.empty()) {
    return problem(Code::Invalid, {"Chưa chọn tệp nào.", "No file was chosen."}, "tep");
  }
  TRY_ASSIGN(const ImportUnits command, read_file(file->second.bytes, today));
  const auto decided = app.engine.read(
      [&] { return decide(state, command, Envelope{Instant{}, today, visit.actor}); });
  if (!decided) return tl::unexpected(decided.error());
  TRY_ASSIGN(const std::string address, app.blobs.put(file->second.bytes));
  PreviewView view{
      form_keys(visit), address, static_cast<std::uint32_t>(decided->facts.size()), {}};
  std::map<Kind, std::uint32_t> counts;
  for (const ledger::NewFact& fact : decided->facts) {
    if (const auto unit = lantoa::decode<UnitOpened>(fact.body)) ++counts[unit->what];
  }
  for (const auto& [kind, count] : counts) view.kinds.push_back({title(kind), count});
  return view;
}

}  // namespace

void install_actions(App& app, const State& state, Needs needs) {
  const Text heading{"Nhập cây đơn vị", "Import the tree of units"};
  const auto today = [&app, &calendar = needs.calendar] {
    return app.engine.read([&] { return calendar.today(); });
  };
  const Page choose = [&app, heading](const Visit& visit) -> Result<http::Response> {
    return app.show(visit, heading, ImportView{form_keys(visit)});
  };
  app.routes.get("/don-vi/nhap", Right::ManageUnits, choose);
  app.routes.raw_post("/don-vi/nhap/xem-truoc", Right::ManageUnits,
                      [&app, &state, heading, today](const Visit& visit) -> Result<http::Response> {
                        auto view = preview(app, state, visit, today());
                        if (view) return app.show(visit, heading, *view);
                        Visit failed = visit;
                        failed.failure = &view.error();
                        return app.show(failed, heading, ImportView{form_keys(visit)});
                      });
  app.routes.post(
      "/don-vi/nhap", Right::ManageUnits,
      [&app, &state, today](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const std::string bytes, app.blobs.get(visit.typed("tep")));
        TRY_ASSIGN(const ImportUnits command, read_file(bytes, today()));
        Order order;
        order.decide = [&state, command](const Envelope& envelope) {
          return decide(state, command, envelope);
        };
        return order;
      },
      choose);
}

}  // namespace lantoa::city::organisation
