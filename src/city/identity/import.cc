// Registering people from a CSV: choose a file, look at the preview, confirm. Between the two the
// file waits in the vault. The preview runs the same decide as the import.
#include <boost/describe.hpp>
#include <map>

#include "city/identity/identity.h"
#include "city/waiting_file.h"
#include "viet/unicode.h"

namespace lantoa::city::identity {
namespace {

struct ImportView {
  static constexpr std::string_view tpl = "src/city/identity/import.tpl";
  FormKeys keys;
};
BOOST_DESCRIBE_STRUCT(ImportView, (), (keys))

struct UnitCount {
  std::string unit;
  std::uint32_t people = 0;
  std::uint32_t key_officials = 0;
  std::uint32_t without_mail = 0;
};
BOOST_DESCRIBE_STRUCT(UnitCount, (), (unit, people, key_officials, without_mail))

struct PreviewView {
  static constexpr std::string_view tpl = "src/city/identity/import_preview.tpl";
  FormKeys keys;
  std::string file;  // says which file was seen
  std::uint32_t people = 0;
  std::vector<UnitCount> units;
};
BOOST_DESCRIBE_STRUCT(PreviewView, (), (keys, file, people, units))

const Text heading{"Nhập danh sách người", "Import people"};

// Says at each row whether the vault knows this person at the row's unit already: by mail, or by
// name when the row has none. Reads the records of the units named in the file only.
Result<void> mark_known(App& app, const State& state, const organisation::State& organisation,
                        RegisterPersons& command) {
  std::map<std::string, std::vector<PersonNo>> people;  // by unit code
  app.engine.read([&] {
    for (const auto& row : command.rows) {
      const auto [at, fresh] = people.try_emplace(row.unit);
      if (fresh) at->second = state.at(organisation.by_code(row.unit));
    }
  });
  std::map<std::pair<std::string, std::string>, PersonNo> known;  // unit code, mail or name
  for (const auto& [unit, persons] : people) {
    for (const PersonNo person : persons) {
      TRY_ASSIGN(const auto text, app.vault.open(subject("person", person)));
      if (!text) continue;
      TRY_ASSIGN(const auto record, decode<PersonRecord>(*text));
      known.emplace(std::pair(unit, viet::name_key(record.name)), person);
      if (!record.mail.empty()) known.emplace(std::pair(unit, viet::fold(record.mail)), person);
    }
  }
  for (auto& row : command.rows) {
    const std::string key = row.mail.empty() ? viet::name_key(row.name) : viet::fold(row.mail);
    const auto found = known.find({row.unit, key});
    if (found != known.end()) row.already = found->second;
  }
  return {};
}

class Import {
 public:
  Import(App& app, const State& state, const Needs& needs)
      : app_(app), state_(state), needs_(needs), waiting_(app, std::string(waiting_people)) {}

  Result<http::Response> show_preview(const Visit& visit) const {
    auto view = preview(visit);
    if (view) return app_.show(visit, heading, *view);
    Visit failed = visit;
    failed.failure = &view.error();
    return app_.show(failed, heading, ImportView{form_keys(visit)});
  }

  Result<Order> confirm(const Visit& visit) const {
    TRY_ASSIGN(const std::string bytes, waiting_.seen(visit.actor, visit.typed("tep")));
    TRY_ASSIGN(auto command, read(bytes));
    Order order;
    order.decide = [&state = state_, &units = needs_.organisation, waiting = waiting_,
                    command = std::move(command)](const Envelope& envelope) {
      auto decision = decide(state, units, command, envelope);
      if (decision) waiting.take(envelope.actor, *decision);
      return decision;
    };
    return order;
  }

 private:
  Result<RegisterPersons> read(std::string_view bytes) const {
    TRY_ASSIGN(const auto table, sheet::parse_table(bytes));
    const Date today = app_.engine.read([&] { return needs_.calendar.today(); });
    TRY_ASSIGN(auto command, read_persons(table, today));
    TRY(mark_known(app_, state_, needs_.organisation, command));
    return command;
  }

  Result<PreviewView> preview(const Visit& visit) const {
    const auto file = visit.form.files.find("tep");
    if (file == visit.form.files.end() || file->second.bytes.empty()) {
      return problem(Code::Invalid, {"Chưa chọn tệp nào.", "No file was chosen."}, "tep");
    }
    const std::string& bytes = file->second.bytes;
    TRY_ASSIGN(const RegisterPersons command, read(bytes));
    PreviewView view{form_keys(visit), {}, static_cast<std::uint32_t>(command.rows.size()), {}};
    const auto decided = app_.engine.read([&]() -> Result<ledger::Decision> {
      auto decision = decide(state_, needs_.organisation, command, {{}, command.on, visit.actor});
      if (decision) view.units = counts(command);
      return decision;
    });
    if (!decided) return tl::unexpected(decided.error());
    TRY_ASSIGN(view.file, waiting_.keep(visit.actor, bytes));
    return view;
  }

  std::vector<UnitCount> counts(const RegisterPersons& command) const {
    std::map<UnitNo, UnitCount> by_unit;
    for (const auto& row : command.rows) {
      const UnitNo unit = needs_.organisation.by_code(row.unit);
      UnitCount& count = by_unit[unit];
      count.unit = needs_.organisation.unit(unit).name;
      ++count.people;
      if (!row.key.empty()) ++count.key_officials;
      if (row.mail.empty()) ++count.without_mail;
    }
    std::vector<UnitCount> out;
    for (auto& [unit, count] : by_unit) out.push_back(std::move(count));
    return out;
  }

  App& app_;
  const State& state_;
  Needs needs_;
  WaitingFile waiting_;
};

}  // namespace

void install_import(App& app, const State& state, Needs needs) {
  const Page choose = [&app](const Visit& visit) -> Result<http::Response> {
    return app.show(visit, heading, ImportView{form_keys(visit)});
  };
  const Import import(app, state, needs);
  app.routes.get("/nguoi/nhap", Right::ManageAccounts, choose);
  app.routes.raw_post("/nguoi/nhap/xem-truoc", Right::ManageAccounts,
                      [import](const Visit& visit) { return import.show_preview(visit); });
  app.routes.post(
      "/nguoi/nhap", Right::ManageAccounts,
      [import](const Visit& visit) { return import.confirm(visit); }, choose);
}

}  // namespace lantoa::city::identity
