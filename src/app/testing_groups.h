// Groups of units of district 1, for tests of who may do what.
#pragma once

#include <map>
#include <string>

#include "app/testing_articles.h"
#include "city/organisation/decide_groups.h"

namespace lantoa::app {

// A name that no group has.
inline std::string group_name(TestingWorld& world) {
  return "Nhóm " + std::to_string(world.facts());
}

inline city::GroupNo unit_group(TestingWorld& world) {
  const States& states = world.states();
  const city::organisation::MakeGroup command{district, {group_name(world), {district}, {}}};
  world.run(world.drafter, [&](const city::Envelope& envelope) {
    return city::organisation::decide(states.organisation, command, envelope);
  });
  return city::GroupNo{states.organisation.groups()};
}

inline const std::map<std::string, Example>& group_examples() {
  using Sender = std::map<std::string, std::string>;
  const auto of_group = [](const char* act, Sender fields) -> Example {
    return [act, fields = std::move(fields)](TestingWorld& world, const Visitor&) {
      return Sent{at("/don-vi/nhom/", unit_group(world), act), fields};
    };
  };
  static const std::map<std::string, Example> all{
      {"GET  /don-vi/nhom", page("/don-vi/nhom")},
      {"GET  /don-vi/nhom/moi", page("/don-vi/nhom/moi")},
      {"GET  /don-vi/nhom/{group}", of_group("", {})},
      {"GET  /don-vi/nhom/{group}/ket-thuc", of_group("/ket-thuc", {})},
      {"GET  /don-vi/nhom/{group}/sua", of_group("/sua", {})},
      {"POST /don-vi/nhom/moi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/don-vi/nhom/moi",
                     {{"don-vi", "3"}, {"ten", group_name(world)}, {"u3", "1"}}};
       }},
      {"POST /don-vi/nhom/moi/chon",
       [](TestingWorld&, const Visitor&) {
         return Sent{"/don-vi/nhom/moi/chon", {{"don-vi", "3"}, {"tim", "quan"}}};
       }},
      {"POST /don-vi/nhom/{group}/ket-thuc",
       of_group("/ket-thuc", {{"ban", "1"}, {"ly-do", "Không dùng nữa"}})},
      {"POST /don-vi/nhom/{group}/sua",
       [](TestingWorld& world, const Visitor&) {
         const std::string path = at("/don-vi/nhom/", unit_group(world), "/sua");
         return Sent{path, {{"ban", "1"}, {"ten", group_name(world)}, {"giu", "3"}, {"u5", "1"}}};
       }},
      {"POST /don-vi/nhom/{group}/sua/chon", of_group("/sua/chon", {{"ban", "1"}, {"tim", "x"}})},
  };
  return all;
}

inline const std::map<std::string, Example>& api_group_examples() {
  const auto of_group = [](const char* act, const char* json) -> Example {
    return [act, json](TestingWorld& world, const Visitor&) {
      Sent out{at("/api/v1/groups/", unit_group(world), act)};
      if (*json != '\0') out.fields = {{"json", json}};
      return out;
    };
  };
  static const std::map<std::string, Example> all{
      {"GET  /api/v1/groups", page("/api/v1/groups")},
      {"GET  /api/v1/groups/{group}", of_group("", "")},
      {"POST /api/v1/groups",
       [](TestingWorld& world, const Visitor&) {
         return Sent{
             "/api/v1/groups",
             {{"json", R"({"owner":3,"name":")" + group_name(world) + R"(","units":[3]})"}}};
       }},
      {"POST /api/v1/groups/{group}",
       [](TestingWorld& world, const Visitor&) {
         const std::string path = at("/api/v1/groups/", unit_group(world));
         return Sent{path,
                     {{"json", R"({"seen_version":1,"name":")" + group_name(world) +
                                   R"(","codes":["00011"]})"}}};
       }},
      {"POST /api/v1/groups/{group}/end",
       of_group("/end", R"({"seen_version":1,"reason":"Không dùng nữa"})")},
  };
  return all;
}

}  // namespace lantoa::app
