#include "city/checkpoint/courier.h"

#include "kernel/keeper.h"
#include "platform/log/log.h"

namespace lantoa::city::checkpoint {
namespace {

struct Before {
  ledger::Frontier tree;
  ledger::Head head;
  std::string origin;
  std::optional<ledger::VerifierKey> key;
};

Before look(const State& state, const crypto::PublicKey& key) {
  Before before{{}, {}, origin(state, key), {}};
  if (const Checkpoint* newest = state.newest()) {
    const ledger::CheckpointText& text = newest->note.checkpoint;
    before.tree = newest->tree;
    before.head = {text.size, text.chain, text.at};
    before.key = newest->key;
  }
  return before;
}

// Reads the facts since `before` up to `head`, each in its place in the chain.
Result<SignCheckpoint> read_on(ledger::Store& store, const Before& before,
                               const ledger::Head& head) {
  ledger::PathFinder finder = ledger::PathFinder::of_tree(before.tree);
  ledger::Head reached = before.head;
  TRY(store.read(reached.seq, head.seq, [&](const ledger::Fact& fact) -> Result<void> {
    TRY_ASSIGN(reached, ledger::next_head(reached, fact));
    finder.add(ledger::leaf_hash(fact));
    return {};
  }));
  if (reached != head) {
    return problem(Code::Conflict, {"Sổ cái trên đĩa không khớp với sổ cái đang dùng.",
                                    "The ledger on disk is not the one in use."});
  }
  SignCheckpoint out;
  out.tree = finder.tree();
  out.chain = head.chain;
  out.at = head.at;
  out.continuation = finder.path();
  return out;
}

// Nodes of one ledger may have been given different keys; each would go on from the others' and
// outsiders would see keys change that nobody stands for.
tl::unexpected<Problem> of_another_key(const ledger::VerifierKey& newest) {
  const std::string print = newest.fingerprint();
  return problem(
      Code::Invalid,
      {"Chưa ký được sổ cái: điểm ký mới nhất do khóa khác ký (" + print +
           "), khóa của máy này không phải khóa đó. Hãy đặt đúng khóa đó vào mọi máy rồi khởi "
           "động lại; nếu nó đã mất hẳn, hãy chạy “lantoa ledger new-key”.",
       "The ledger is not signed: another key than this node's signed the newest checkpoint (" +
           print +
           "). Put that key on every node, then start again; if it is lost for good, run “lantoa "
           "ledger new-key”."});
}

}  // namespace

bool CheckpointCourier::step() {
  if (!keys_.current || !app_.engine.read([&] { return state_.is_due(); })) return false;
  const auto done = sign();
  if (!done && !refused_)
    log::error("checkpoint_not_signed", {{"why", keeper_sentence(done.error())}});
  refused_ = !done;
  return done.has_value();
}

Result<void> CheckpointCourier::sign() {
  const crypto::PublicKey key = crypto::public_key(*keys_.current);
  // What is due is asked for before the head, so that the head covers it.
  const Before before = app_.engine.read([&] { return look(state_, key); });
  const bool changes = before.key && before.key->key != key;
  const bool vouched =
      keys_.former && before.key && crypto::public_key(*keys_.former) == before.key->key;
  if (changes && !vouched && keys_.lost != before.key) return of_another_key(*before.key);
  TRY_ASSIGN(SignCheckpoint command, read_on(store_, before, app_.engine.head()));
  command.key = {before.origin, key};
  const std::string text = text_to_sign(command).text();
  command.signature = crypto::sign(*keys_.current, text);
  if (vouched && *before.key != command.key) {
    command.former_signature = crypto::sign(*keys_.former, text);
  }
  Order order{.actor = "courier/checkpoint"};
  order.decide = [this, command = std::move(command)](const Envelope& envelope) {
    return decide(state_, command, envelope);
  };
  TRY(app_.execute(std::move(order)));
  return {};
}

}  // namespace lantoa::city::checkpoint
