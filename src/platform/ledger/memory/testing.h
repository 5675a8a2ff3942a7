// For tests: a handle of a memory store that counts what is appended, can be told to fail, and can
// be one of several nodes' handles of the same store.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "platform/ledger/memory/memory_store.h"

namespace lantoa::ledger {

// What the handles of several nodes have in common.
struct SharedLedger {
  std::unique_ptr<Store> store = make_memory_store();
  std::mutex turn;
  const void* lease_holder = nullptr;
  std::uint64_t lease = 0;
};

class WatchedStore : public Store {
 public:
  WatchedStore() : shared_(std::make_shared<SharedLedger>()) {}
  explicit WatchedStore(std::shared_ptr<SharedLedger> shared)
      : shared_(std::move(shared)), has_others_(true) {}

  Result<Head> head() override {
    if (unreadable) return problem(Code::Unavailable, {"không đọc được", "it cannot be read"});
    TRY_ASSIGN(Head head, inner().head());
    head.seq += static_cast<std::uint64_t>(head_off);
    return head;
  }
  Result<void> read(std::uint64_t after, std::uint64_t up_to, const Visit& visit) override {
    return inner().read(after, up_to, visit);
  }
  Result<std::optional<Head>> take_turn() override {
    if (!has_others_) return std::nullopt;
    turn_ = std::unique_lock(shared_->turn);
    return head();
  }
  void end_turn() override {
    if (turn_) turn_.unlock();
  }
  Result<void> append(const Batch& batch) override {
    if (on_append) on_append();
    Result<void> done;
    const bool fails = fail_once.exchange(false) || fail;
    const bool is_led = batch.lease == 0 || (batch.lease == shared_->lease && leads());
    if (!is_led) done = lease_is_lost();
    if (is_led && (!fails || keeps_what_fails)) done = inner().append(batch);
    end_turn();
    if (fails) return problem(Code::Unavailable, {"đĩa hỏng", "the disk failed"});
    if (done) ++appends;
    return done;
  }
  Result<void> reopen() override {
    ++reopened;
    if (fail) return problem(Code::Unavailable, {"đĩa hỏng", "the disk failed"});
    return {};
  }
  bool wait_for_others(std::chrono::milliseconds longest) override {
    if (has_others_) std::this_thread::sleep_for(std::min(longest, std::chrono::milliseconds(5)));
    return has_others_;
  }
  Result<std::optional<std::uint64_t>> take_lease() override {
    if (shared_->lease_holder != nullptr && !leads()) return std::nullopt;
    if (!leads()) ++shared_->lease;
    shared_->lease_holder = this;
    return shared_->lease;
  }
  void end_lease() override {
    if (leads()) shared_->lease_holder = nullptr;
  }
  Result<Answers> answers(const std::vector<std::string_view>& keys) override {
    return inner().answers(keys);
  }
  Result<void> forget_answers_before(Instant at) override {
    return inner().forget_answers_before(at);
  }
  Result<std::optional<VaultRow>> vault_row(std::string_view id) override {
    return inner().vault_row(id);
  }
  Result<std::optional<VaultRow>> vault_row_by_blind(std::string_view blind) override {
    return inner().vault_row_by_blind(blind);
  }
  Result<void> read_vault(const VisitRow& visit) override { return inner().read_vault(visit); }
  Result<void> read_answers(const VisitAnswer& visit) override {
    return inner().read_answers(visit);
  }

  std::function<void()> on_append;
  std::atomic<bool> fail = false;
  std::atomic<bool> fail_once = false;
  std::atomic<bool> unreadable = false;  // whoever takes a turn is not told the head either
  int head_off = 0;                      // the head's number is wrong by so many
  bool keeps_what_fails = false;         // the append fails and is durable all the same
  int appends = 0;
  int reopened = 0;

 private:
  bool leads() const { return shared_->lease_holder == this; }
  Store& inner() const { return *shared_->store; }

  std::shared_ptr<SharedLedger> shared_;
  bool has_others_ = false;
  std::unique_lock<std::mutex> turn_;
};

}  // namespace lantoa::ledger
