#include "app/sessions_to_read.h"

#include "kernel/keeper.h"
#include "platform/log/log.h"

namespace lantoa::app {
namespace {

class SessionsToRead : public session::Sessions {
 public:
  SessionsToRead(std::unique_ptr<session::Sessions> sessions, ledger::Store& store,
                 std::function<ledger::Head()> folded)
      : sessions_(std::move(sessions)), store_(store), folded_(std::move(folded)) {}

  Result<std::string> start(std::string_view subject, Instant now,
                            std::uint64_t position) override {
    return sessions_->start(subject, now, position);
  }
  Result<std::optional<session::Session>> find(std::string_view token, Instant now) override {
    TRY_ASSIGN(auto found, sessions_->find(token, now));
    if (!found || is_all_folded()) return found;
    return std::nullopt;
  }
  Result<void> end(std::string_view token) override { return sessions_->end(token); }
  Result<void> sweep(Instant now) override { return sessions_->sweep(now); }

 private:
  bool is_all_folded() const {
    const auto head = store_.head();
    if (!head) log::warning("ledger_not_read", {{"why", keeper_sentence(head.error())}});
    if (!head) return false;
    const ledger::Head folded = folded_();
    return head->seq == folded.seq && head->chain == folded.chain;
  }

  std::unique_ptr<session::Sessions> sessions_;
  ledger::Store& store_;
  std::function<ledger::Head()> folded_;
};

}  // namespace

Result<std::unique_ptr<session::Sessions>> open_sessions_to_read(
    const std::filesystem::path& file, ledger::Store& store, std::function<ledger::Head()> folded,
    crypto::Random& random) {
  TRY_ASSIGN(auto sessions, session::open_sessions_to_read(file, random));
  return std::make_unique<SessionsToRead>(std::move(sessions), store, std::move(folded));
}

}  // namespace lantoa::app
