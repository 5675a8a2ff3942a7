#include "city/guidance/guidance.h"

namespace lantoa::city::guidance {

void install(App& app, State& state, Needs needs) {
  hear<QuestionAsked, QuestionAnswered, QuestionWithdrawn, QuestionJoined>(app, state);
  app.navigation.push_back({{"Hướng dẫn", "Guidance"}, "/huong-dan", Right::Work});
  install_list(app, state, needs);
  install_ask(app, state, needs);
  install_question(app, state, needs);
  install_duties(app, state, needs);
  install_api(app, state, needs);
}

}  // namespace lantoa::city::guidance
