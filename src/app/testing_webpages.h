// Pages on the web that show an activity, for tests of who may do what.
#pragma once

#include "app/testing_activities.h"

namespace lantoa::app {

// One that was linked to an activity of district 1 and looked at: "/hoat-dong/3/trang-mang/2".
inline std::string web_page(TestingWorld& world) {
  const States& states = world.states();
  const auto run = [&](const std::string& actor, const auto& command) {
    world.run(actor, [&](const city::Envelope& envelope) {
      return city::webpage::decide({states.webpage, states.organisation, states.activity}, command,
                                   envelope);
    });
  };
  const city::ActivityNo no = activity(world);
  run(world.officer(city::Role::UnitOfficer, "002"),
      city::webpage::LinkPage{no, "https://phuong.example/tin"});
  const city::WebPageNo page{states.webpage.pages()};
  city::webpage::Look look;
  look.on = states.calendar.today();
  look.outcome = city::webpage::Outcome::Unreachable;
  run("courier/web", city::webpage::RecordLook{page, look});
  return at("/hoat-dong/", no, "/trang-mang/") + std::to_string(page.value);
}

inline const std::map<std::string, Example>& webpage_examples() {
  static const std::map<std::string, Example> all{
      {"GET  /hoat-dong/trang-mang", page("/hoat-dong/trang-mang")},
      {"GET  /hoat-dong/{activity}/trang-mang",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/hoat-dong/", activity(world), "/trang-mang")};
       }},
      {"POST /hoat-dong/{activity}/trang-mang",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/hoat-dong/", activity(world), "/trang-mang"),
                     {{"dia-chi", "https://phuong.example/tin"}},
                     {}};
       }},
      {"POST /hoat-dong/{activity}/trang-mang/{page}/bo",
       [](TestingWorld& world, const Visitor&) {
         return Sent{web_page(world) + "/bo", {{"ly-do", "Nhầm trang"}}, {}};
       }},
      {"POST /hoat-dong/{activity}/trang-mang/{page}/xem-lai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{web_page(world) + "/xem-lai", {}, {}};
       }},
  };
  return all;
}

}  // namespace lantoa::app
