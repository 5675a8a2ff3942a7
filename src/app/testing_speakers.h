// Speakers for tests of who may do what: each of district 1, and each a new one.
#pragma once

#include "app/testing_activities.h"

namespace lantoa::app {

template <class Command>
void speakers(TestingWorld& world, const Command& command) {
  const States& states = world.states();
  world.run(world.drafter, [&](const city::Envelope& envelope) {
    return city::speaker::decide({states.speaker, states.organisation, states.activity}, command,
                                 envelope);
  });
}

inline city::SpeakerNo speaker(TestingWorld& world) {
  city::speaker::RecogniseSpeaker command{district_one(world), {}};
  command.typed.name = "Người Mẫu";
  command.typed.workplace = "Cơ quan mẫu";
  command.typed.decision = "12/QĐ-UBND";
  command.typed.on = world.states().calendar.today();
  command.typed.branches = {"dat-dai"};
  speakers(world, command);
  return city::SpeakerNo{world.states().speaker.speakers()};
}

inline city::SpeakerNo dismissed_speaker(TestingWorld& world) {
  const city::SpeakerNo no = speaker(world);
  speakers(world, city::speaker::DismissSpeaker{no,
                                                1,
                                                "13/QĐ-UBND",
                                                world.states().calendar.today(),
                                                city::speaker::Reason::OwnWish,
                                                {}});
  return no;
}

inline std::map<std::string, std::string> speaker_fields(TestingWorld& world) {
  return {{"don-vi", std::to_string(district_one(world).value)},
          {"ho-ten", "Người Mẫu"},
          {"noi-cong-tac", "Cơ quan mẫu"},
          {"linh-vuc-dat-dai", "1"},
          {"quyet-dinh", "12/QĐ-UBND"},
          {"ngay", vietnamese(world.states().calendar.today())}};
}

inline const std::map<std::string, Example>& speaker_examples() {
  static const std::map<std::string, Example> all{
      {"GET  /bao-cao-vien", page("/bao-cao-vien")},
      {"GET  /bao-cao-vien/so", page("/bao-cao-vien/so")},
      {"GET  /bao-cao-vien/so/danh-sach.csv", page("/bao-cao-vien/so/danh-sach.csv")},
      {"GET  /bao-cao-vien/so/moi", page("/bao-cao-vien/so/moi")},
      {"GET  /bao-cao-vien/so/{speaker}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao-vien/so/", speaker(world))};
       }},
      {"GET  /bao-cao-vien/so/{speaker}/sua",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao-vien/so/", speaker(world), "/sua")};
       }},
      {"GET  /bao-cao-vien/so/{speaker}/cho-thoi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao-vien/so/", speaker(world), "/cho-thoi")};
       }},
      {"GET  /bao-cao-vien/so/{speaker}/xoa-ten",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao-vien/so/", dismissed_speaker(world), "/xoa-ten")};
       }},
      {"GET  /hoat-dong/{activity}/bao-cao-vien",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/hoat-dong/", activity(world), "/bao-cao-vien")};
       }},
      {"POST /bao-cao-vien/so/moi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/bao-cao-vien/so/moi", speaker_fields(world)};
       }},
      {"POST /bao-cao-vien/so/{speaker}/sua",
       [](TestingWorld& world, const Visitor&) {
         auto fields = speaker_fields(world);
         fields["ban"] = "1";
         fields["linh-vuc-tre-em"] = "1";
         return Sent{at("/bao-cao-vien/so/", speaker(world), "/sua"), std::move(fields)};
       }},
      {"POST /bao-cao-vien/so/{speaker}/cho-thoi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao-vien/so/", speaker(world), "/cho-thoi"),
                     {{"ban", "1"},
                      {"quyet-dinh", "13/QĐ-UBND"},
                      {"ngay", vietnamese(world.states().calendar.today())},
                      {"ly-do", "xin-thoi"}}};
       }},
      {"POST /bao-cao-vien/so/{speaker}/xoa-ten",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bao-cao-vien/so/", dismissed_speaker(world), "/xoa-ten"),
                     {{"ban", "2"}, {"ly-do", "Theo đơn đề nghị"}}};
       }},
      {"POST /hoat-dong/{activity}/bao-cao-vien",
       [](TestingWorld& world, const Visitor&) {
         const std::string box = "s" + std::to_string(speaker(world).value);
         return Sent{at("/hoat-dong/", activity(world), "/bao-cao-vien"),
                     {{"ban", "0"}, {box, "1"}}};
       }},
  };
  return all;
}

}  // namespace lantoa::app
