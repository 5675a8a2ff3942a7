// Units for programs: their numbers are what every other operation speaks of.
#include "city/described_api.h"
#include "city/organisation/organisation.h"

namespace lantoa::city::organisation {
namespace {

struct UnitBody {
  static constexpr std::string_view schema = "Unit";
  UnitNo id;
  std::optional<UnitNo> parent;  // none for the root
  std::string name;
  std::string code;  // official, of its time
  Kind kind = Kind::Department;
  std::uint32_t children = 0;  // units right below it, closed ones not counted
  std::optional<Date> closed;  // the last day on which it worked; none: it is open
};
BOOST_DESCRIBE_STRUCT(UnitBody, (), (id, parent, name, code, kind, children, closed))

struct UnitList {
  static constexpr std::string_view schema = "UnitList";
  Paging paging;
  std::vector<UnitBody> units;  // by number: a unit stands after its parent
};
BOOST_DESCRIBE_STRUCT(UnitList, (), (paging, units))

UnitBody body_of(const State& state, const Unit& unit) {
  UnitBody out{unit.no,   {},
               unit.name, unit.code,
               unit.kind, static_cast<std::uint32_t>(state.open_children(unit.no).size()),
               {}};
  if (unit.parent) out.parent = unit.parent;
  if (const Closing* closing = unit.closing()) out.closed = closing->on;
  return out;
}

UnitList list_of(const State& state, const Visit& visit) {
  std::vector<UnitNo> found;
  const std::string code = visit.query("code");
  const UnitNo now = state.by_code(code);  // before those that had it and were closed
  const UnitNo parent{visit.query_number("parent")};
  for (std::uint32_t i = 1; i <= state.size(); ++i) {
    const Unit& unit = state.unit(UnitNo{i});
    if (!code.empty() && (unit.code != code || (now && unit.no != now))) continue;
    if (parent && unit.parent != parent) continue;
    found.push_back(unit.no);
  }
  UnitList out;
  out.paging = page_of(visit, found.size(), [&](std::uint32_t row) {
    out.units.push_back(body_of(state, state.unit(found[row])));
  });
  return out;
}

}  // namespace

void install_api(App& app, const State& state) {
  api_get<UnitList>(
      app,
      {"unit.list",
       "/units",
       Right::SeePlans,
       Scope::Read,
       {"Các đơn vị", "Units"},
       {{"code",
         api::Parameter::Kind::Word,
         {"Chỉ đơn vị mang mã này; đơn vị đã dừng hoạt động chỉ khi không đơn vị nào còn dùng mã",
          "Only the unit of this official code; closed ones only where no open one has it"}},
        {"parent",
         api::Parameter::Kind::Number,
         {"Chỉ cấp dưới trực tiếp của đơn vị này", "Only those right below this one"}},
        api::page_parameter()}},
      [&app, &state](const Visit& visit) -> Result<UnitList> {
        return app.engine.read([&] { return list_of(state, visit); });
      });
  api_get<UnitBody>(
      app, {"unit.show", "/units/{unit}", Right::SeePlans, Scope::Read, {"Một đơn vị", "A unit"}},
      [&app, &state](const Visit& visit) -> Result<UnitBody> {
        TRY_ASSIGN(const UnitNo no, visit.number<UnitNo>("unit"));
        return app.engine.read([&]() -> Result<UnitBody> {
          TRY_ASSIGN(const Unit* unit, state.find(no));
          return body_of(state, *unit);
        });
      });
}

}  // namespace lantoa::city::organisation
