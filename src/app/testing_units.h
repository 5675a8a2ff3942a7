// Examples of closing a unit and opening it again, and of moving its people.
#pragma once

#include <map>
#include <string>

#include "app/testing_articles.h"
#include "city/organisation/decide.h"

namespace lantoa::app {

// A ward of district 1 that nothing hangs on, and one that was closed.
inline city::UnitNo fresh_unit(TestingWorld& world) {
  const std::string code = "8" + std::to_string(world.facts());
  const auto table = *sheet::parse_table("code,parent,name,kind\n" + code +
                                         ",002,Phường sắp giải thể " + code + ",Phường\n");
  world.run(world.keeper, [&](const city::Envelope& envelope) {
    return city::organisation::decide(world.states().organisation,
                                      *city::organisation::read_units(table, envelope.today),
                                      envelope);
  });
  return city::UnitNo{world.states().organisation.size()};
}
inline city::UnitNo closed_unit(TestingWorld& world) {
  const city::UnitNo unit = fresh_unit(world);
  world.run(world.keeper, [&](const city::Envelope& envelope) {
    return city::organisation::decide(
        world.states().organisation,
        city::organisation::CloseUnit{unit, envelope.today, "Nghị quyết mẫu"}, envelope);
  });
  return unit;
}
// One with somebody, who can be moved away.
inline std::string inhabited_unit(TestingWorld& world) {
  const city::UnitNo unit = fresh_unit(world);
  world.person(world.states().organisation.unit(unit).code);
  return std::to_string(unit.value);
}
inline const std::map<std::string, Example>& unit_examples() {
  static const std::map<std::string, Example> all{
      {"GET  /don-vi/{unit}/dong",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/don-vi/", fresh_unit(world), "/dong")};
       }},
      {"GET  /don-vi/{unit}/mo-lai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/don-vi/", closed_unit(world), "/mo-lai")};
       }},
      {"POST /don-vi/{unit}/dong",
       [](TestingWorld& world, const Visitor&) {
         return Sent{
             at("/don-vi/", fresh_unit(world), "/dong"),
             {{"ngay", vietnamese(world.states().calendar.today())}, {"ly-do", "Nghị quyết mẫu"}}};
       }},
      {"POST /don-vi/{unit}/mo-lai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/don-vi/", closed_unit(world), "/mo-lai"), {{"ly-do", "Ghi nhầm"}}};
       }},
      {"GET  /nguoi/chuyen-het",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/nguoi/chuyen-het?tu=" + inhabited_unit(world)};
       }},
      {"POST /nguoi/chuyen-het",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/nguoi/chuyen-het", {{"tu", inhabited_unit(world)}, {"don-vi", "00011"}}};
       }},
  };
  return all;
}

}  // namespace lantoa::app
