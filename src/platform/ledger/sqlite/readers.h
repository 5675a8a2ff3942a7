// Readers: read-only connections lent to one thread at a time, so that reads from any thread go on
// beside the writer and beside each other.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "platform/ledger/sqlite/database.h"

namespace lantoa::ledger {

class Readers {
 public:
  // More may be lent at once; only so many are kept open while idle.
  static constexpr std::size_t idle_connections_max = 4;

  explicit Readers(std::filesystem::path file) : file_(std::move(file)) {}

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
      const std::lock_guard guard(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<Database> database = std::move(idle_.back());
        idle_.pop_back();
        return Lent(*this, std::move(database));
      }
    }
    TRY_ASSIGN(auto database, Database::open(file_, Database::Mode::Read));
    return Lent(*this, std::move(database));
  }

 private:
  void take_back(std::unique_ptr<Database> database) {
    const std::lock_guard guard(mutex_);
    if (idle_.size() < idle_connections_max) idle_.push_back(std::move(database));
  }

  std::filesystem::path file_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Database>> idle_;
};

}  // namespace lantoa::ledger
