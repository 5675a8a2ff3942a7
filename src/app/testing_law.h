// Full texts of documents for tests of who may do what, each of a document of its own.
#pragma once

#include "app/testing_world.h"
#include "city/law/decide.h"

namespace lantoa::app {

constexpr const char* full_text = "Điều 1. Phạm vi\n\nMột điều mẫu.\n";

template <class Command>
void law(TestingWorld& world, const std::string& actor, const Command& command) {
  world.run(actor, [&world, command](const city::Envelope& envelope) {
    return city::law::decide(world.states().law, world.states().organisation, command, envelope);
  });
}

inline city::DocumentNo document_with_waiting_text(TestingWorld& world) {
  const city::DocumentNo no = world.document();
  law(world, world.drafter,
      city::law::ProposeText{no,
                             *world.app().blobs.put(full_text),
                             city::law::fields::pasted,
                             {},
                             {},
                             1,
                             1,
                             "Công báo mẫu"});
  return no;
}

inline city::DocumentNo document_with_text(TestingWorld& world) {
  const city::DocumentNo no = document_with_waiting_text(world);
  law(world, world.officer(city::Role::Planner, "01"), city::law::ConfirmText{no, 1});
  return no;
}

}  // namespace lantoa::app
