// The database of a simulated city and each node's connection to it, which fails when it is told
// to.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "platform/ledger/blobs.h"
#include "platform/ledger/memory/memory_store.h"

namespace lantoa::sim {

// Thrown where a simulated process dies: nothing after that place happens.
struct Crash {};

// What happens to the next append.
enum class Fault {
  None,
  FailsBefore,  // an error, and nothing is durable
  FailsAfter,   // an error, and everything is durable all the same
  CrashesBefore,
  CrashesAfter,
};

// What is durable, whatever happens to nodes. A lie makes it break a promise, so that tests can see
// the checks notice.
struct Database {
  enum class Lie { None, LosesAnAppend, ForgetsKeys };

  std::unique_ptr<ledger::Store> store = ledger::make_memory_store();
  std::unique_ptr<ledger::Blobs> blobs = ledger::make_memory_blobs();
  Lie lie = Lie::None;
  std::uint64_t appends = 0;
  std::uint64_t lease = 0;
};

class Connection : public ledger::Store {
 public:
  Connection(Database& database, bool has_others) : database_(database), has_others_(has_others) {}

  Fault next = Fault::None;
  bool cut_off = false;  // nothing gets through

  Result<ledger::Head> head() override;
  Result<void> read(std::uint64_t after, std::uint64_t up_to, const Visit& visit) override;
  Result<std::optional<ledger::Head>> take_turn() override;
  Result<void> append(const ledger::Batch& batch) override;
  Result<void> reopen() override;
  Result<Answers> answers(const std::vector<std::string_view>& keys) override;
  Result<void> forget_answers_before(Instant at) override;
  Result<std::optional<ledger::VaultRow>> vault_row(std::string_view id) override;
  Result<std::optional<ledger::VaultRow>> vault_row_by_blind(std::string_view blind) override;
  Result<void> read_vault(const VisitRow& visit) override {
    return database_.store->read_vault(visit);
  }
  Result<void> read_answers(const VisitAnswer& visit) override {
    return database_.store->read_answers(visit);
  }

 private:
  Result<void> reach() const;
  Result<void> write(const ledger::Batch& batch);

  Database& database_;
  bool has_others_;
  bool failed_ = false;
};

// Every node's handle of the blobs they share.
class SharedBlobs : public ledger::Blobs {
 public:
  explicit SharedBlobs(Database& database) : database_(database) {}
  Result<std::string> put(std::string_view bytes) override { return database_.blobs->put(bytes); }
  Result<std::string> get(std::string_view address) override {
    return database_.blobs->get(address);
  }
  Result<void> each(const VisitAddress& visit) override { return database_.blobs->each(visit); }

 private:
  Database& database_;
};

}  // namespace lantoa::sim
