// Store: where facts, vault rows and the answers of commands are kept. One small interface, several
// implementations (sqlite/, postgres/, memory/), one contract suite (store_contract.h) for all.
//
// Turns, append(), answers() and reopen() are called by one thread at a time: the engine's.
// Everything else may be called from any thread at any time and sees only what an append has
// completed.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/ledger/fact.h"

namespace lantoa::ledger {

struct Head {
  std::uint64_t seq = 0;  // 0 when empty
  Chain chain{};
  Instant at;

  bool operator==(const Head&) const = default;
};

// How a store is opened.
enum class Access {
  ReadWrite,
  ReadOnly,
  // To write, but nothing is synced: for a new ledger that is thrown away when its making is cut
  // short, and made durable as a whole by its maker before anybody relies on it.
  Fill,
};

// How long a lease (Store::take_lease) lasts by the store's clock once it was taken or renewed.
constexpr std::chrono::seconds lease_length{10};

// The head once `fact` stands after it. Conflict, naming the first seq that is wrong and how, when
// the fact is missing a predecessor, repeats one, goes back in time or does not fit its chain
// value.
Result<Head> next_head(const Head& head, const Fact& fact);

// One erasable record about a private person, sealed under a key of its own (see vault.h). The
// store only sees ciphertext. An erased row keeps its id, so that a restored backup cannot bring it
// back.
struct VaultRow {
  std::string id;           // "person/1044"
  std::string blind;        // keyed hash to find it by (login, token); empty = none; unique
  std::string wrapped_key;  // the row's key under the master key; empty once erased
  std::string sealed;       // ciphertext bound to the id; empty once erased

  bool operator==(const VaultRow&) const = default;
};

struct Answer {
  std::string key;    // idempotency key of the command
  std::string value;  // what the first caller was told

  bool operator==(const Answer&) const = default;
};

// Everything that one group commit makes durable, all of it or nothing.
struct Batch {
  std::vector<Fact> facts = {};           // seq and chain continue from head()
  std::vector<VaultRow> vault_rows = {};  // inserted, or replacing the unerased row of that id
  std::vector<std::string> vault_erasures = {};  // ids, known or not; happen after vault_rows
  std::vector<Answer> answers = {};              // keys are new
  std::uint64_t lease = 0;  // not 0: refused unless this is the lease now held; see take_lease()
};

// The conflicts of append() beside those of next_head(); every store says them in the same words.
tl::unexpected<Problem> row_was_erased(const std::string& id);
tl::unexpected<Problem> blind_is_taken();
tl::unexpected<Problem> key_is_taken();
tl::unexpected<Problem> lease_is_lost();

class Store {
 public:
  virtual ~Store() = default;

  virtual Result<Head> head() = 0;

  // Calls `visit` for every fact with after < seq <= up_to, ascending; stops at its first failure
  // and returns that. Long reads do not hold up append().
  using Visit = std::function<Result<void>(const Fact&)>;
  virtual Result<void> read(std::uint64_t after, std::uint64_t up_to, const Visit& visit) = 0;

  // The turn of a node whose store others write as well: from now until append() or end_turn()
  // nobody else appends, so what is decided against the head it returns still fits when it is
  // appended. nullopt: nobody else writes this store, and its head is what this node appended last.
  // Unavailable as with append().
  virtual Result<std::optional<Head>> take_turn() { return std::nullopt; }
  virtual void end_turn() {}

  // Durable (synced) when it returns success. Ends the turn, whatever it returns; where none was
  // taken it takes one of its own. Conflict when the batch does not continue the head, a key or
  // blind index is taken, a row was erased, or the lease is lost; Unavailable when the disk or the
  // connection failed: then nobody knows whether the batch is durable, and the store refuses every
  // further append until it is opened anew.
  virtual Result<void> append(const Batch& batch) = 0;

  // After an Unavailable: opens what may have failed anew and makes durable what is found there, by
  // writing and syncing it again, because pages of a failed sync may be lost and never reported
  // again. Unavailable while the cause lasts. After it, the head says what is durable.
  virtual Result<void> reopen() = 0;

  // Waits until another node may have appended, or so long. false: nobody else writes this store.
  virtual bool wait_for_others(std::chrono::milliseconds longest);

  // The lease under which one node's couriers work. Takes or renews it; nullopt while another node
  // holds it. The number grows with each new holder, so that what a former one still wants to
  // append is refused (Batch::lease). A store of one node is always led by it.
  virtual Result<std::optional<std::uint64_t>> take_lease() { return 1; }
  virtual void end_lease() {}

  // What was told under each of these keys, in their order; nullopt: nothing yet.
  using Answers = std::vector<std::optional<std::string>>;
  virtual Result<Answers> answers(const std::vector<std::string_view>& keys) = 0;
  Result<std::optional<std::string>> answer(std::string_view key);
  // An answer is as old as the head it was stored with.
  virtual Result<void> forget_answers_before(Instant at) = 0;

  virtual Result<std::optional<VaultRow>> vault_row(std::string_view id) = 0;
  virtual Result<std::optional<VaultRow>> vault_row_by_blind(std::string_view blind) = 0;

  // What is kept beside the facts, to be copied: rows by id, erased ones too; answers by key, each
  // with its age.
  using VisitRow = std::function<Result<void>(const VaultRow&)>;
  using VisitAnswer = std::function<Result<void>(const Answer&, Instant)>;
  virtual Result<void> read_vault(const VisitRow& visit) = 0;
  virtual Result<void> read_answers(const VisitAnswer& visit) = 0;
};

}  // namespace lantoa::ledger
