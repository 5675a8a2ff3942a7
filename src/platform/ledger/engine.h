// Engine: the one writer of a node. Commands come in from any thread; each is decided against the
// state, its facts are appended and synced, folded, and only then is the caller answered. Nobody is
// answered before the fact is on disk; nothing is visible before either. Where several nodes share
// a store, what the others appended is folded before anything is decided.
//
//   Engine engine(store, vault, clock, folds);
//   TRY(engine.replay());
//   engine.start();
//   engine.submit({.key = "form-7", .actor = "account/3", .decide = …}, [](Result<Done> done) {…});
//   engine.read([&] { return state.title(); });
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

#include "platform/ledger/fold.h"
#include "platform/ledger/state_lock.h"
#include "platform/ledger/store.h"
#include "platform/ledger/vault.h"

namespace lantoa::ledger {

// A text about a person on its way to the vault; see Vault::seal.
struct Secret {
  std::string id;
  std::string text;
  std::string find_by;

  bool operator==(const Secret&) const = default;
};

// What a decide function says shall be true from now on.
struct Decision {
  std::vector<NewFact> facts;
  std::vector<Secret> secrets;
  std::vector<std::string> erasures;  // vault ids
  std::string answer;                 // for the caller, and again for whoever repeats the key

  template <class F>
  Decision& add(std::string subject, const F& fact) {
    facts.push_back({std::string(F::kind),
                     std::move(subject),
                     encode(fact),
                     {},
                     std::make_shared<const F>(fact)});
    return *this;
  }
  // The same for a fact that may become one with others of its batch; see NewFact::join.
  template <class F>
  Decision& add_joining(std::string subject, const F& fact, std::string word) {
    add(std::move(subject), fact).facts.back().join = std::move(word);
    return *this;
  }
};

// When a command is decided, and against which state.
struct Moment {
  Instant at;
  std::uint64_t position = 0;  // seq of the last fact in that state
};

struct Command {
  std::string key;    // idempotency key; empty = none
  std::string actor;  // stands in the facts: "account/3"
  // Only kinds whose batch provably equals the commands one by one may share a sync. Two commands
  // of one natural key (the same person confirming the same version twice) never share a batch.
  bool commutes = false;
  std::string natural_key;
  // Of a courier: the lease it works under (Store::take_lease), so that a node that lost it writes
  // nothing more. Such a command does not commute. 0: none.
  std::uint64_t lease = 0;
  // Called on the writer's thread; must be pure apart from reading the state.
  std::function<Result<Decision>(const Moment& moment)> decide;
};

struct Done {
  std::uint64_t seq = 0;  // of the last fact of this command; 0 when it wrote none
  std::string answer;
  bool repeated = false;  // the key was seen before: nothing was written now
};

// What one batch came to, for whoever measures.
struct BatchSeen {
  std::size_t done = 0, repeated = 0, refused = 0;  // commands by their answer
  std::size_t facts = 0;
  std::chrono::nanoseconds append{0};  // with the sync; both zero when nothing was written
  std::chrono::nanoseconds fold{0};
};

class Engine {
 public:
  static constexpr std::size_t queue_commands_max = 4096;
  static constexpr std::size_t batch_commands_max = 1024;
  static constexpr std::int64_t answers_kept_ms = 30LL * day_ms;  // for who repeats a key
  // After a failure the store is opened anew so often until it takes writes again.
  static constexpr std::chrono::milliseconds recovery_pause{1000};
  // So often a node looks for what others appended, should it hear of nothing.
  static constexpr std::chrono::milliseconds follow_pause{500};

  using Callback = std::function<void(Result<Done>)>;

  Engine(Store& store, Vault& vault, Clock& clock, const Folds& folds);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Folds the whole ledger and checks its chain. Invalid names the first seq that is wrong;
  // Unsupported: written by a newer version. `up_to`: only the facts until this one, to look at the
  // state as it was; such an engine must not be given commands.
  Result<void> replay(std::uint64_t up_to = UINT64_MAX);

  void start();  // the writer's thread
  void stop();   // answers what is queued, then ends the thread

  // `done` is called once, on the writer's thread (or at once with Unavailable when the queue is
  // full or writing has stopped). Unavailable after a failed append leaves open whether the command
  // was saved: who repeats it with its key is told.
  void submit(Command command, Callback done);
  // Waits for the answer, so never on the writer's thread. Without start(), decides and appends on
  // the caller's thread.
  Result<Done> execute(Command command);
  // Decides all of them in order, commuting neighbours sharing a sync. Only without start().
  std::vector<Result<Done>> execute_all(std::vector<Command> commands);
  // What the writer's thread does at a time: one batch, or one attempt to write again, or folding
  // what others appended. false: nothing to do. Only without start().
  bool step();
  // Another node may have appended: the next step looks. Called by whoever hears of it.
  void hear_of_others();

  // Runs `look` while the state stands still; one that takes a Head is given that of the state it
  // sees. Keep it short: copy out, then render.
  template <class Look>
  auto read(Look&& look) const {
    const std::shared_lock guard(lock_);
    if constexpr (std::is_invocable_v<Look, const Head&>) {
      return look(head_);
    } else {
      return look();
    }
  }

  Head head() const;  // of what is visible
  bool is_writing_stopped() const;

  // Called on the writer's thread after each batch became visible, with the head's seq.
  void on_committed(std::function<void(std::uint64_t)> listener);
  // Called on the writer's thread when the store no longer holds what this node has folded: a
  // failed-over database that lost its tail, a changed history. The state is wrong from then on and
  // only a new replay helps. Before start().
  void on_diverged(std::function<void(const Problem&)> listener) {
    diverged_ = std::move(listener);
  }
  // One only, set before start(); called on the writer's thread after each batch was answered.
  void on_batch(std::function<void(const BatchSeen&)> observer) { observer_ = std::move(observer); }
  std::size_t queued() const;  // commands that wait

 private:
  struct Waiting {
    Command command;
    Callback done;
  };

  void run();
  void follow();
  std::vector<Waiting> take_batch(std::deque<Waiting>& queue) const;
  void process(std::vector<Waiting> batch);
  Result<void> take_turn();
  Result<void> catch_up(const Head& stored);
  Result<void> fold_next(const Fact& fact);
  void recover();
  void look_for_others();
  void tell_listeners();
  std::vector<std::optional<Result<Done>>> earlier_answers(const std::vector<Waiting>& batch) const;
  Result<Decision> decide(const Waiting& waiting, const Moment& moment) const;
  Result<void> commit(const Batch& batch, const Folds::Values& values, BatchSeen& seen);
  Result<void> append(const Batch& batch);
  void forget_old_answers();
  void stop_writing(const Problem& why);

  Store& store_;
  Vault& vault_;
  Clock& clock_;
  const Folds& folds_;
  mutable StateLock lock_;
  Head head_;          // written under lock_
  Date forgotten_on_;  // the day old answers were last forgotten

  mutable std::mutex queue_mutex_;
  std::condition_variable queue_filled_;
  std::deque<Waiting> queue_;
  bool stopping_ = false;
  bool others_appended_ = false;  // or may have
  std::optional<Problem> writing_stopped_;
  std::function<void(const Problem&)> diverged_;
  std::vector<std::function<void(std::uint64_t)>> listeners_;
  std::function<void(const BatchSeen&)> observer_;
  std::thread thread_;
  std::thread follower_;
};

}  // namespace lantoa::ledger
