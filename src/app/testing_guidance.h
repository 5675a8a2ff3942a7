// Questions of guidance about plans of district 1, for tests of who may do what.
#pragma once

#include "app/testing_plans.h"
#include "city/guidance/decide.h"

namespace lantoa::app {

template <class Command>
void guidance(TestingWorld& world, const Command& command) {
  world.run(world.drafter, [&world, command](const city::Envelope& envelope) {
    const States& states = world.states();
    return city::guidance::decide(
        city::guidance::Known{states.guidance, states.organisation, states.law, states.plan},
        command, envelope);
  });
}

// Open, of district 1 itself.
inline city::QuestionNo guidance_question(TestingWorld& world) {
  guidance(world,
           city::guidance::AskQuestion{district, world.plan, {}, "Ghi số liệu ở đâu?", true});
  return city::QuestionNo{world.states().guidance.questions()};
}

inline city::QuestionNo answered_guidance(TestingWorld& world) {
  const city::QuestionNo no = guidance_question(world);
  guidance(world, city::guidance::AnswerQuestion{no, 0, "Ở trang Hoạt động.", {}});
  return no;
}

inline const std::map<std::string, Example>& guidance_examples() {
  const auto of_question = [](const char* act, std::map<std::string, std::string> fields) {
    return [act, fields = std::move(fields)](TestingWorld& world, const Visitor&) {
      return Sent{at("/huong-dan/", guidance_question(world), act), fields};
    };
  };
  static const std::map<std::string, Example> all{
      {"GET  /huong-dan", page("/huong-dan")},
      {"GET  /huong-dan/moi", page("/huong-dan/moi?ke-hoach=1")},
      {"GET  /huong-dan/{question}", of_question("", {})},
      {"POST /huong-dan/moi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/huong-dan/moi",
                     {{"don-vi", std::to_string(district.value)},
                      {"ke-hoach", std::to_string(world.plan.value)},
                      {"noi-dung", "Ghi số liệu ở đâu?"},
                      {"van-gui", "1"}}};
       }},
      {"POST /huong-dan/{question}/tra-loi",
       of_question("/tra-loi", {{"ban", "0"}, {"tra-loi", "Ở trang Hoạt động."}})},
      {"POST /huong-dan/{question}/rut", of_question("/rut", {{"ly-do", "Hỏi hai lần"}})},
      {"POST /huong-dan/{question}/gop",
       [](TestingWorld& world, const Visitor&) {
         const city::QuestionNo answered = answered_guidance(world);
         return Sent{at("/huong-dan/", guidance_question(world), "/gop"),
                     {{"cung-cau", std::to_string(answered.value)}}};
       }},
  };
  return all;
}

}  // namespace lantoa::app
