// Registering people from a file, in the way of every import (file_import.h).
#include <boost/describe.hpp>
#include <map>

#include "city/file_import.h"
#include "city/identity/identity.h"
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

Result<RegisterPersons> read_people(App& app, const State& state, const Needs& needs,
                                    std::string_view bytes) {
  TRY_ASSIGN(const auto table, sheet::parse_table(bytes));
  const Date today = app.engine.read([&] { return needs.calendar.today(); });
  TRY_ASSIGN(auto command, read_persons(table, today));
  TRY(mark_known(app, state, needs.organisation, command));
  return command;
}

std::vector<UnitCount> counts_of(const RegisterPersons& command, const Needs& needs) {
  std::map<UnitNo, UnitCount> by_unit;
  for (const auto& row : command.rows) {
    const UnitNo unit = needs.organisation.by_code(row.unit);
    UnitCount& count = by_unit[unit];
    count.unit = needs.organisation.unit(unit).name;
    ++count.people;
    if (!row.key.empty()) ++count.key_officials;
    if (row.mail.empty()) ++count.without_mail;
  }
  std::vector<UnitCount> out;
  for (auto& [unit, count] : by_unit) out.push_back(std::move(count));
  return out;
}

Result<PreviewView> look_at_people(App& app, const State& state, const Needs& needs,
                                   const Visit& visit, std::string_view bytes) {
  TRY_ASSIGN(const RegisterPersons command, read_people(app, state, needs, bytes));
  PreviewView view{form_keys(visit), {}, static_cast<std::uint32_t>(command.rows.size()), {}};
  const auto decided = app.engine.read([&] {
    auto out = decide(state, needs.organisation, command, {{}, command.on, visit.actor});
    if (out) view.units = counts_of(command, needs);
    return out;
  });
  if (!decided) return tl::unexpected(decided.error());
  return view;
}

}  // namespace

void install_import(App& app, const State& state, Needs needs) {
  FileImport<PreviewView> import;
  import.address = "/nguoi/nhap";
  import.right = Right::ManageAccounts;
  import.waiting = waiting_people;
  import.form = [&app](const Visit& visit) -> Result<http::Response> {
    return app.show(visit, heading, ImportView{form_keys(visit)});
  };
  import.look = [&app, &state, needs](const Visit& visit, std::string_view bytes) {
    return look_at_people(app, state, needs, visit, bytes);
  };
  import.show = [&app](const Visit& visit, const PreviewView& view) {
    return app.show(visit, heading, view);
  };
  import.order = [&app, &state, needs](const Visit&, std::string_view bytes) -> Result<Order> {
    TRY_ASSIGN(RegisterPersons command, read_people(app, state, needs, bytes));
    return order_of(std::move(command), std::cref(state), std::cref(needs.organisation));
  };
  install_file_import(app, std::move(import));
}

}  // namespace lantoa::city::identity
