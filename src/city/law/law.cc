#include "city/law/law.h"

#include "city/law/text.h"

namespace lantoa::city::law {

void install(App& app, State& state, Needs needs) {
  hear<DocumentRegistered, EffectChanged, TextProposed, TextConfirmed, TextRefused>(app, state);
  const auto texts = std::make_shared<Texts>(app.blobs);
  app.navigation.push_back({{"Văn bản", "Documents"}, "/van-ban", Right::Work});
  install_pages(app, state, needs);
  install_actions(app, state, needs);
  install_text_pages(app, texts, state, needs);
  install_text_actions(app, texts, state, needs);
}

}  // namespace lantoa::city::law
