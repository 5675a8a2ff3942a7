// Readers: read-only connections lent to one thread at a time, so that reads from any thread go on
// beside the writer and beside each other.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/ledger/sqlite/database.h"

namespace lantoa::ledger {

class Readers {
 public:
  // More may be lent at once; only so many are kept open while idle.
  static constexpr std::size_t idle_connections_max = 4;

  // How long pause() waits for those that are lent; a read holds one for a step only.
  static constexpr std::chrono::seconds pause_wait{5};

  Readers(std::filesystem::path file, std::string vfs)
      : file_(std::move(file)), vfs_(std::move(vfs)) {}

  class Lent {
   public:
    Lent(Readers& readers, std::unique_ptr<Database> database)
        : readers_(&readers), database_(std::move(database)) {}
    Lent(Lent&&) noexcept = default;
    Lent& operator=(Lent&&) = delete;
    ~Lent() {
      if (database_) readers_->take_back(std::move(database_));
    }
    Database& operator*() const { return *database_; }

   private:
    Readers* readers_;
    std::unique_ptr<Database> database_;
  };

  Result<Lent> lend() {
    {
      std::unique_lock guard(mutex_);
      changed_.wait(guard, [this] { return !paused_; });
      ++lent_;
      if (!idle_.empty()) {
        std::unique_ptr<Database> database = std::move(idle_.back());
        idle_.pop_back();
        return Lent(*this, std::move(database));
      }
    }
    auto database = Database::open(file_, Database::Mode::Read, vfs_);
    if (!database) {
      take_back(nullptr);
      return tl::unexpected(std::move(database).error());
    }
    return Lent(*this, *std::move(database));
  }

  // No connection is open while it lives; who wants to read waits.
  class Pause {
   public:
    explicit Pause(Readers& readers) : readers_(&readers) {}
    Pause(Pause&& other) noexcept : readers_(std::exchange(other.readers_, nullptr)) {}
    Pause& operator=(Pause&&) = delete;
    ~Pause() {
      if (readers_ != nullptr) readers_->resume();
    }

   private:
    Readers* readers_;
  };

  // None when somebody keeps a connection for too long.
  std::optional<Pause> pause() {
    std::unique_lock guard(mutex_);
    paused_ = true;
    Pause pause(*this);
    if (!changed_.wait_for(guard, pause_wait, [this] { return lent_ == 0; })) {
      guard.unlock();  // for resume()
      return std::nullopt;
    }
    idle_.clear();
    return pause;
  }

 private:
  void take_back(std::unique_ptr<Database> database) {
    const std::lock_guard guard(mutex_);
    --lent_;
    if (database && idle_.size() < idle_connections_max) idle_.push_back(std::move(database));
    changed_.notify_all();
  }

  void resume() {
    const std::lock_guard guard(mutex_);
    paused_ = false;
    changed_.notify_all();
  }

  std::filesystem::path file_;
  std::string vfs_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool paused_ = false;
  std::size_t lent_ = 0;
  std::vector<std::unique_ptr<Database>> idle_;
};

}  // namespace lantoa::ledger
