// Activities for tests of who may do what, each of its own: no two have the same amounts.
#pragma once

#include "app/testing_articles.h"

namespace lantoa::app {

inline city::UnitNo district_one(TestingWorld& world) {
  return world.states().organisation.by_code("002");
}

inline city::ActivityNo activity(TestingWorld& world, city::AssignmentNo assignment = {}) {
  city::activity::LogActivity command{district_one(world), {}, {}};
  command.typed.assignment = assignment;
  command.typed.kind = "truc-tiep";
  command.typed.on = world.states().calendar.today();
  command.typed.amounts = {
      {"luot-nguoi", static_cast<std::uint32_t>(world.states().activity.activities()) + 1}};
  const States& states = world.states();
  world.run(world.officer(city::Role::UnitOfficer, "002"), [&](const city::Envelope& envelope) {
    return city::activity::decide({states.activity, states.organisation, states.law, states.plan},
                                  command, envelope);
  });
  return city::ActivityNo{states.activity.activities()};
}

inline std::map<std::string, std::string> activity_fields(TestingWorld& world) {
  return {{"don-vi", std::to_string(district_one(world).value)},
          {"loai", "truc-tiep"},
          {"so-truc-tiep-luot-nguoi", std::to_string(1'000 + world.facts())},
          {"ngay", vietnamese(world.states().calendar.today())}};
}

// A log of one activity of district 1; no two are alike.
inline std::string activity_log(TestingWorld& world) {
  return "Đơn vị,Ngày,Loại,Số lượt người dự\n002," + vietnamese(world.states().calendar.today()) +
         ",truc-tiep," + std::to_string(100'000 + world.facts()) + "\n";
}

// Of a picture that the unit's officer handed in.
inline std::string photo_address(TestingWorld& world) {
  Visitor officer;
  officer.actor = world.officer(city::Role::UnitOfficer, "002");
  const std::string photos = at("/hoat-dong/", activity(world), "/anh");
  EXPECT_EQ(world.send(officer, photos, {}, city::testing::small_picture()).status, 303);
  return photos + "/" + std::to_string(world.states().activity.photos());
}

// Of who was at a meeting for the task whose plan has an article to confirm.
inline std::string attendance_address(TestingWorld& world) {
  const auto& tasks = world.states().plan.of_unit(district_one(world));
  return at("/hoat-dong/", activity(world, tasks.front()), "/nguoi-du");
}

inline const std::map<std::string, Example>& attendance_examples() {
  const auto form = [](std::string after) -> Example {
    return [after = std::move(after)](TestingWorld& world, const Visitor&) {
      const std::string present = at("p", world.person("002"));
      return Sent{attendance_address(world) + after, {{"item-1", "1"}, {present, "1"}}};
    };
  };
  static const std::map<std::string, Example> all{
      {"GET  /hoat-dong/{activity}/nguoi-du",
       [](TestingWorld& world, const Visitor&) { return Sent{attendance_address(world)}; }},
      {"POST /hoat-dong/{activity}/nguoi-du/ghi", form("/ghi")},
      {"POST /hoat-dong/{activity}/nguoi-du/xem", form("/xem")},
  };
  return all;
}

inline const std::map<std::string, Example>& activity_examples() {
  static const std::map<std::string, Example> all{
      {"GET  /hoat-dong", page("/hoat-dong")},
      {"GET  /hoat-dong/ghi", page("/hoat-dong/ghi")},
      {"GET  /hoat-dong/tu-ghi", page("/hoat-dong/tu-ghi")},
      {"GET  /hoat-dong/tu-ghi/{channel}", page("/hoat-dong/tu-ghi/luot-xem")},
      {"GET  /hoat-dong/{activity}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/hoat-dong/", activity(world))};
       }},
      {"GET  /hoat-dong/{activity}/sua",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/hoat-dong/", activity(world), "/sua")};
       }},
      {"GET  /hoat-dong/nhap", page("/hoat-dong/nhap")},
      {"GET  /hoat-dong/nhap/mau.csv", page("/hoat-dong/nhap/mau.csv")},
      {"POST /hoat-dong/nhap/xem-truoc",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/hoat-dong/nhap/xem-truoc", {}, activity_log(world), 200, 422};
       }},
      {"POST /hoat-dong/nhap",
       [](TestingWorld& world, const Visitor& visitor) {
         const auto seen =
             world.send(visitor, "/hoat-dong/nhap/xem-truoc", {}, activity_log(world));
         return Sent{"/hoat-dong/nhap", {{"tep", hidden(seen.body, "tep")}}, {}, 200, 409};
       }},
      {"GET  /hoat-dong/ngoai-tuyen.js", page("/hoat-dong/ngoai-tuyen.js")},
      {"GET  /hoat-dong/{activity}/anh/{photo}",
       [](TestingWorld& world, const Visitor&) { return Sent{photo_address(world)}; }},
      {"GET  /hoat-dong/{activity}/anh/{photo}/nho",
       [](TestingWorld& world, const Visitor&) { return Sent{photo_address(world) + "/nho"}; }},
      {"GET  /hoat-dong/{activity}/anh/{photo}/xoa",
       [](TestingWorld& world, const Visitor&) { return Sent{photo_address(world) + "/xoa"}; }},
      {"POST /hoat-dong/{activity}/anh",
       [](TestingWorld& world, const Visitor&) {
         return Sent{
             at("/hoat-dong/", activity(world), "/anh"), {}, city::testing::small_picture()};
       }},
      {"POST /hoat-dong/{activity}/anh/{photo}/xoa",
       [](TestingWorld& world, const Visitor&) {
         return Sent{photo_address(world) + "/xoa", {{"ly-do", "Thấy rõ mặt người"}}};
       }},
      {"POST /hoat-dong/ghi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/hoat-dong/ghi", activity_fields(world)};
       }},
      {"POST /hoat-dong/{activity}/huy",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/hoat-dong/", activity(world), "/huy"),
                     {{"ban", "1"}, {"ly-do", "Ghi hai lần"}}};
       }},
      {"POST /hoat-dong/{activity}/sua",
       [](TestingWorld& world, const Visitor&) {
         auto fields = activity_fields(world);
         fields["ban"] = "1";
         fields["ly-do"] = "Đếm nhầm";
         return Sent{at("/hoat-dong/", activity(world), "/sua"), std::move(fields)};
       }},
  };
  return all;
}

}  // namespace lantoa::app
