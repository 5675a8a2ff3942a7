#include "platform/ledger/engine.h"

#include <future>
#include <set>

#include "kernel/assert.h"
#include "kernel/keeper.h"
#include "platform/ledger/gathering.h"
#include "platform/log/log.h"

namespace lantoa::ledger {
namespace {

Problem nothing_saved() {
  return {Code::Unavailable,
          {"Hệ thống đang bận hoặc tạm dừng ghi; chưa có gì được lưu. Hãy thử lại sau ít phút.",
           "The system is busy or has stopped writing; nothing was saved. Try again in a few "
           "minutes."},
          {},
          {}};
}

// The same fact said of a ledger that was read, not of a batch that was refused.
Problem wrong(Problem of_next_head) {
  of_next_head.code = Code::Invalid;
  return of_next_head;
}

// What the store says now ends before what was folded, or is another history of the same length.
Problem another_history(const Head& stored, const Head& folded) {
  const std::string seq = std::to_string(stored.seq);
  if (stored.seq < folded.seq) {
    return {Code::Invalid,
            {"Sổ cái bị mất phần cuối: chỉ còn đến sự kiện số " + seq + ".",
             "The ledger has lost its tail: it ends at fact " + seq + " now."},
            {},
            {}};
  }
  return {Code::Invalid,
          {"Sổ cái đã đổi khác: sự kiện số " + seq + " không còn là sự kiện đã đọc.",
           "The ledger is another one: fact " + seq + " is not the one that was read."},
          {},
          {}};
}

}  // namespace

Engine::Engine(Store& store, Vault& vault, Clock& clock, const Folds& folds)
    : store_(store), vault_(vault), clock_(clock), folds_(folds) {}

Engine::~Engine() { stop(); }

Result<void> Engine::replay(std::uint64_t up_to) {
  TRY_ASSIGN(const Head stored, store_.head());
  const std::lock_guard guard(lock_);
  return store_.read(head_.seq, std::min(stored.seq, up_to),
                     [this](const Fact& fact) { return fold_next(fact); });
}

// Under the lock, or where nobody reads yet.
Result<void> Engine::fold_next(const Fact& fact) {
  auto next = next_head(head_, fact);
  if (!next) return tl::unexpected(wrong(std::move(next).error()));
  TRY_ASSIGN(const auto fold, folds_.prepare(fact));
  fold();
  head_ = *next;
  return {};
}

void Engine::start() {
  ASSERT(!thread_.joinable());
  thread_ = std::thread([this] { run(); });
  follower_ = std::thread([this] { follow(); });
}

void Engine::stop() {
  {
    const std::lock_guard guard(queue_mutex_);
    stopping_ = true;
  }
  queue_filled_.notify_all();
  if (thread_.joinable()) thread_.join();
  if (follower_.joinable()) follower_.join();
}

void Engine::submit(Command command, Callback done) {
  {
    const std::lock_guard guard(queue_mutex_);
    if (!stopping_ && !writing_stopped_ && queue_.size() < queue_commands_max) {
      queue_.push_back({std::move(command), std::move(done)});
      queue_filled_.notify_one();
      return;
    }
  }
  done(tl::unexpected(nothing_saved()));
}

Result<Done> Engine::execute(Command command) {
  if (!thread_.joinable()) {
    std::vector<Command> one;
    one.push_back(std::move(command));
    return execute_all(std::move(one)).front();
  }
  ASSERT(std::this_thread::get_id() != thread_.get_id());
  std::promise<Result<Done>> promise;
  auto answer = promise.get_future();
  submit(std::move(command), [&](Result<Done> done) { promise.set_value(std::move(done)); });
  return answer.get();
}

std::vector<Result<Done>> Engine::execute_all(std::vector<Command> commands) {
  ASSERT(!thread_.joinable());
  std::vector<Result<Done>> out(commands.size(), Result<Done>{});
  std::deque<Waiting> queue;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    queue.push_back(
        {std::move(commands[i]), [&out, i](Result<Done> done) { out[i] = std::move(done); }});
  }
  while (!queue.empty()) process(take_batch(queue));
  return out;
}

Head Engine::head() const {
  const std::shared_lock guard(lock_);
  return head_;
}

bool Engine::is_writing_stopped() const {
  const std::lock_guard guard(queue_mutex_);
  return writing_stopped_.has_value();
}

std::size_t Engine::queued() const {
  const std::lock_guard guard(queue_mutex_);
  return queue_.size();
}

void Engine::on_committed(std::function<void(std::uint64_t)> listener) {
  const std::lock_guard guard(queue_mutex_);
  listeners_.push_back(std::move(listener));
}

void Engine::run() {
  while (true) {
    {
      std::unique_lock guard(queue_mutex_);
      const auto has_work = [this] { return stopping_ || others_appended_ || !queue_.empty(); };
      if (writing_stopped_) {
        queue_filled_.wait_for(guard, recovery_pause, [&] { return stopping_ || !queue_.empty(); });
      } else {
        queue_filled_.wait(guard, has_work);
      }
      if (stopping_ && queue_.empty()) return;
    }
    step();
  }
}

bool Engine::step() {
  std::vector<Waiting> batch;
  bool stopped = false;
  bool others = false;
  {
    const std::lock_guard guard(queue_mutex_);
    batch = take_batch(queue_);
    stopped = writing_stopped_.has_value();
    others = std::exchange(others_appended_, false);
  }
  if (!batch.empty()) {
    process(std::move(batch));
  } else if (stopped) {
    recover();
    // What ends a session or blocks an account elsewhere holds here too, however long this node
    // cannot write. Only of a store that others write: its head is what they made durable.
    if (others && is_writing_stopped()) look_for_others();
  } else if (others) {
    look_for_others();
  }
  return !batch.empty() || stopped || others;
}

void Engine::hear_of_others() {
  const std::lock_guard guard(queue_mutex_);
  others_appended_ = true;
  queue_filled_.notify_one();
}

// On a thread of its own, because hearing of others is waiting for them.
void Engine::follow() {
  const auto goes_on = [this] {
    const std::lock_guard guard(queue_mutex_);
    return !stopping_;
  };
  while (goes_on() && store_.wait_for_others(follow_pause)) hear_of_others();
}

// One command alone, or as many commuting ones from the front as are independent of each other.
std::vector<Engine::Waiting> Engine::take_batch(std::deque<Waiting>& queue) const {
  std::vector<Waiting> batch;
  std::set<std::string, std::less<>> keys;
  std::set<std::string, std::less<>> natural_keys;
  while (!queue.empty() && batch.size() < batch_commands_max) {
    const Command& next = queue.front().command;
    ASSERT(!(next.commutes && next.lease != 0));
    if (!batch.empty() && !(next.commutes && batch.front().command.commutes)) break;
    if (!next.key.empty() && !keys.insert(next.key).second) break;
    if (!next.natural_key.empty() && !natural_keys.insert(next.natural_key).second) break;
    batch.push_back(std::move(queue.front()));
    queue.pop_front();
  }
  return batch;
}

Result<Decision> Engine::decide(const Waiting& waiting, const Moment& moment) const {
  try {
    return waiting.command.decide(moment);
  } catch (const std::exception& error) {
    log::error("decide_threw", {{"what", error.what()}, {"actor", waiting.command.actor}});
    return problem(Code::Unavailable, {"Có lỗi trong chương trình; chưa có gì được lưu.",
                                       "The program failed; nothing was saved."});
  }
}

// What each command shall be answered without deciding it: its key was seen before, or cannot be
// looked up.
std::vector<std::optional<Result<Done>>> Engine::earlier_answers(
    const std::vector<Waiting>& batch) const {
  std::vector<std::optional<Result<Done>>> out(batch.size());
  std::vector<std::string_view> keys;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (batch[i].command.key.empty()) continue;
    keys.push_back(batch[i].command.key);
    places.push_back(i);
  }
  if (keys.empty()) return out;
  auto earlier = store_.answers(keys);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!earlier) {
      out[places[i]] = Result<Done>(tl::unexpected(earlier.error()));
    } else if ((*earlier)[i]) {
      out[places[i]] = Done{0, *std::move((*earlier)[i]), true};
    }
  }
  return out;
}

void Engine::process(std::vector<Waiting> waiting) {
  struct Decided {
    Callback done;
    Result<Done> result;
    Gathering::Place place;
  };
  // Listeners may take their time: they are told when no other node waits for this one's turn.
  const std::uint64_t told = head_.seq;
  if (const auto turn = take_turn(); !turn) {
    if (head_.seq != told) tell_listeners();
    for (Waiting& one : waiting) one.done(tl::unexpected(turn.error()));
    if (observer_) observer_({.refused = waiting.size()});
    return;
  }
  const std::uint64_t lease = waiting.front().command.lease;
  const Moment moment{std::max(clock_.now(), head_.at), head_.seq};
  Gathering gathering(folds_, vault_);
  std::vector<Decided> answers;
  answers.reserve(waiting.size());
  auto earlier = earlier_answers(waiting);
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    Waiting& one = waiting[i];
    if (earlier[i]) {
      answers.push_back({std::move(one.done), *std::move(earlier[i]), {}});
      continue;
    }
    auto decision = decide(one, moment);
    if (!decision) {
      answers.push_back({std::move(one.done), tl::unexpected(std::move(decision).error()), {}});
      continue;
    }
    Done done{.answer = decision->answer};
    const auto place = gathering.add(*std::move(decision), one.command);
    answers.push_back({std::move(one.done), std::move(done), place});
  }
  Batch batch = gathering.close(head_, moment.at);
  batch.lease = lease;
  BatchSeen seen;
  const auto committed = commit(batch, gathering.values(), seen);
  if (head_.seq != told) tell_listeners();
  for (Decided& answer : answers) {
    if (answer.result && answer.place) answer.result->seq = gathering.seq_of(answer.place);
    if (!committed && answer.result && !answer.result->repeated) {
      answer.result = tl::unexpected(committed.error());
    }
    ++(!answer.result ? seen.refused : answer.result->repeated ? seen.repeated : seen.done);
    answer.done(std::move(answer.result));
  }
  if (observer_) observer_(seen);
}

// The turn to decide and append, with everything folded that others appended before it.
Result<void> Engine::take_turn() {
  {
    const std::lock_guard guard(queue_mutex_);
    if (writing_stopped_) return tl::unexpected(nothing_saved());
  }
  auto taken = [this]() -> Result<void> {
    TRY_ASSIGN(const auto stored, store_.take_turn());
    return stored ? catch_up(*stored) : Result<void>{};
  }();
  if (taken) return {};
  store_.end_turn();
  stop_writing(taken.error());
  return taken;
}

// Folds what others appended until `stored`, and what an append left behind of which nobody knew
// whether it was durable.
Result<void> Engine::catch_up(const Head& stored) {
  if (stored == head_) return {};
  Result<void> folded;
  if (stored.seq > head_.seq) {
    folded = store_.read(head_.seq, stored.seq, [this](const Fact& fact) {
      const std::lock_guard guard(lock_);
      return fold_next(fact);
    });
  } else {
    folded = tl::unexpected(another_history(stored, head_));
  }
  if (!folded && folded.error().code == Code::Invalid) {
    log::error("history_differs", {{"why", keeper_sentence(folded.error())}});
    if (diverged_) diverged_(folded.error());
  }
  return folded;
}

void Engine::look_for_others() {
  const std::uint64_t before = head_.seq;
  const auto looked = [this]() -> Result<void> {
    TRY_ASSIGN(const Head stored, store_.head());
    return catch_up(stored);
  }();
  if (head_.seq != before) tell_listeners();
  if (!looked) stop_writing(looked.error());
}

// Opens the store anew, folds what turns out to be durable, and lets commands in again.
void Engine::recover() {
  const std::uint64_t before = head_.seq;
  const auto opened = [this]() -> Result<void> {
    TRY(store_.reopen());
    TRY_ASSIGN(const Head stored, store_.head());
    return catch_up(stored);
  }();
  if (head_.seq != before) tell_listeners();
  if (!opened) return;
  log::info("writing_resumed", {{"seq", std::to_string(head_.seq)}});
  const std::lock_guard guard(queue_mutex_);
  writing_stopped_.reset();
}

// Appends and syncs the batch, then folds it and tells the listeners.
Result<void> Engine::commit(const Batch& batch, const Folds::Values& values, BatchSeen& seen) {
  if (batch.facts.empty() && batch.vault_rows.empty() && batch.answers.empty() &&
      batch.vault_erasures.empty()) {
    store_.end_turn();
    return {};
  }
  std::vector<Folds::Prepared> folds;
  folds.reserve(batch.facts.size());
  for (std::size_t i = 0; i < batch.facts.size(); ++i) {
    auto fold = folds_.prepare(batch.facts[i], values[i]);
    ASSERT(fold.has_value());  // nobody hears this kind: it must never reach the disk
    folds.push_back(*std::move(fold));
  }
  using Steady = std::chrono::steady_clock;
  const auto began = Steady::now();
  auto appended = append(batch);
  seen.append = Steady::now() - began;
  TRY(std::move(appended));
  if (!batch.facts.empty()) {
    const auto folding = Steady::now();
    const std::lock_guard guard(lock_);
    for (const auto& fold : folds) fold();
    const Fact& last = batch.facts.back();
    head_ = {last.seq, last.chain, last.at};
    seen.facts = batch.facts.size();
    seen.fold = Steady::now() - folding;
  }
  forget_old_answers();
  return {};
}

// After a failure nobody knows whether the batch is durable, and nothing more is written until the
// store was opened anew.
Result<void> Engine::append(const Batch& batch) {
  auto appended = store_.append(batch);
  if (appended || appended.error().code != Code::Unavailable) return appended;
  stop_writing(appended.error());
  return problem(
      Code::Unavailable,
      {"Ổ đĩa hoặc kết nối vừa lỗi nên chưa chắc việc này đã được lưu. Hãy đợi ít phút rồi gửi lại "
       "chính biểu mẫu này: nếu đã lưu, hệ thống không ghi lần thứ hai.",
       "The disk or the connection failed just now, so it is not certain that this was saved. Wait "
       "a few minutes, then send this same form again: if it was saved, it is not recorded "
       "twice."});
}

void Engine::tell_listeners() {
  std::vector<std::function<void(std::uint64_t)>> listeners;
  {
    const std::lock_guard guard(queue_mutex_);
    listeners = listeners_;
  }
  for (const auto& listener : listeners) listener(head_.seq);
}

// Once a day of the ledger's time. Answers that stay a day longer harm nobody, so a failure is only
// logged.
void Engine::forget_old_answers() {
  const Date today = vietnam_date(head_.at);
  if (today == forgotten_on_) return;
  forgotten_on_ = today;
  const auto forgotten = store_.forget_answers_before({head_.at.ms - answers_kept_ms});
  if (!forgotten)
    log::warning("answers_not_forgotten", {{"why", keeper_sentence(forgotten.error())}});
}

void Engine::stop_writing(const Problem& why) {
  const std::lock_guard guard(queue_mutex_);
  if (!writing_stopped_) log::error("writing_stopped", {{"why", keeper_sentence(why)}});
  writing_stopped_ = why;
}

}  // namespace lantoa::ledger
