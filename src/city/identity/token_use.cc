// That a program came by a token, told to the ledger once a day beside the call that it made: by
// its account, as any of its acts, so from every node, and not again until it was answered.
#include <mutex>
#include <set>

#include "city/identity/identity.h"

namespace lantoa::city::identity {
namespace {

struct UnderWay {
  std::mutex mutex;
  std::set<TokenNo> tokens;
};

}  // namespace

void install_token_use(App& app, const State& state, Needs needs) {
  const auto under_way = std::make_shared<UnderWay>();
  app.note_token_use = [&app, &state, &units = needs.organisation, under_way](
                           TokenNo token, std::string_view account) {
    if (app.read_only) return;
    {
      const std::lock_guard guard(under_way->mutex);
      if (!under_way->tokens.insert(token).second) return;
    }
    Order order = order_of(UseToken{token}, std::cref(state), std::cref(units));
    order.actor = account;
    // Where it failed, the next call by the token tries again.
    app.submit(std::move(order), [under_way, token](const Result<ledger::Done>& /*done*/) {
      const std::lock_guard guard(under_way->mutex);
      under_way->tokens.erase(token);
    });
  };
}

}  // namespace lantoa::city::identity
