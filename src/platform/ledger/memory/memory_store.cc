#include "platform/ledger/memory/memory_store.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "platform/crypto/crypto.h"

namespace lantoa::ledger {
namespace {

struct StoredAnswer {
  std::string value;
  Instant at;
};

struct Rows {
  std::map<std::string, VaultRow, std::less<>> vault;
  std::map<std::string, std::string, std::less<>> id_by_blind;
  std::map<std::string, StoredAnswer, std::less<>> answers;
};

// The changes of one batch; undone at the end of the scope unless kept, so that a batch that turns
// out to conflict half way leaves nothing behind.
class Change {
 public:
  explicit Change(Rows& rows) : rows_(rows) {}
  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;
  ~Change() {
    if (kept_) return;
    for (const std::string& key : answers_) rows_.answers.erase(key);
    for (auto before = rows_before_.rbegin(); before != rows_before_.rend(); ++before) {
      replace(before->first, before->second);
    }
  }

  void keep() { kept_ = true; }

  Result<void> put(const VaultRow& row) {
    const auto old = rows_.vault.find(row.id);
    if (old != rows_.vault.end() && old->second.wrapped_key.empty()) {
      return row_was_erased(row.id);
    }
    const auto owner = rows_.id_by_blind.find(row.blind);
    if (owner != rows_.id_by_blind.end() && owner->second != row.id) {
      return blind_is_taken();
    }
    remember(row.id);
    replace(row.id, row);
    return {};
  }

  void erase(const std::string& id) {
    remember(id);
    replace(id, VaultRow{id, {}, {}, {}});
  }

  Result<void> add(const Answer& answer, Instant at) {
    if (!rows_.answers.emplace(answer.key, StoredAnswer{answer.value, at}).second) {
      return key_is_taken();
    }
    answers_.push_back(answer.key);
    return {};
  }

 private:
  void remember(const std::string& id) {
    const auto old = rows_.vault.find(id);
    rows_before_.emplace_back(id,
                              old == rows_.vault.end() ? std::nullopt : std::optional(old->second));
  }

  void replace(const std::string& id, const std::optional<VaultRow>& row) {
    if (const auto old = rows_.vault.find(id); old != rows_.vault.end()) {
      rows_.id_by_blind.erase(old->second.blind);
      rows_.vault.erase(old);
    }
    if (!row) return;
    rows_.vault.emplace(id, *row);
    if (!row->blind.empty()) rows_.id_by_blind.emplace(row->blind, id);
  }

  Rows& rows_;
  bool kept_ = false;
  std::vector<std::pair<std::string, std::optional<VaultRow>>> rows_before_;
  std::vector<std::string> answers_;
};

class MemoryStore : public Store {
 public:
  Result<Head> head() override {
    const std::lock_guard guard(mutex_);
    return head_;
  }

  Result<void> read(std::uint64_t after, std::uint64_t up_to, const Visit& visit) override {
    while (after < up_to) {
      Fact fact;
      {
        const std::lock_guard guard(mutex_);
        if (after >= facts_.size()) return {};
        fact = facts_[after];
      }
      TRY(visit(fact));
      after = fact.seq;
    }
    return {};
  }

  Result<void> append(const Batch& batch) override {
    const std::lock_guard guard(mutex_);
    Head head = head_;
    for (const Fact& fact : batch.facts) {
      TRY_ASSIGN(head, next_head(head, fact));
    }
    Change change(rows_);
    for (const VaultRow& row : batch.vault_rows) TRY(change.put(row));
    for (const std::string& id : batch.vault_erasures) change.erase(id);
    for (const Answer& answer : batch.answers) TRY(change.add(answer, head.at));
    change.keep();
    facts_.insert(facts_.end(), batch.facts.begin(), batch.facts.end());
    head_ = head;
    return {};
  }

  Result<void> reopen() override { return {}; }

  Result<Answers> answers(const std::vector<std::string_view>& keys) override {
    const std::lock_guard guard(mutex_);
    Answers out;
    for (const std::string_view key : keys) {
      const auto found = rows_.answers.find(key);
      out.push_back(found == rows_.answers.end() ? std::nullopt
                                                 : std::optional(found->second.value));
    }
    return out;
  }

  Result<void> forget_answers_before(Instant at) override {
    const std::lock_guard guard(mutex_);
    std::erase_if(rows_.answers, [at](const auto& entry) { return entry.second.at < at; });
    return {};
  }

  Result<std::optional<VaultRow>> vault_row(std::string_view id) override {
    const std::lock_guard guard(mutex_);
    const auto found = rows_.vault.find(id);
    if (found == rows_.vault.end()) return std::nullopt;
    return found->second;
  }

  Result<std::optional<VaultRow>> vault_row_by_blind(std::string_view blind) override {
    const std::lock_guard guard(mutex_);
    const auto found = rows_.id_by_blind.find(blind);
    if (found == rows_.id_by_blind.end()) return std::nullopt;
    return rows_.vault.at(found->second);
  }

  Result<void> read_vault(const VisitRow& visit) override {
    const std::lock_guard guard(mutex_);
    for (const auto& [id, row] : rows_.vault) TRY(visit(row));
    return {};
  }

  Result<void> read_answers(const VisitAnswer& visit) override {
    const std::lock_guard guard(mutex_);
    for (const auto& [key, answer] : rows_.answers) TRY(visit({key, answer.value}, answer.at));
    return {};
  }

 private:
  std::mutex mutex_;
  Head head_;
  std::vector<Fact> facts_;
  Rows rows_;
};

class MemoryBlobs : public Blobs {
 public:
  Result<std::string> put(std::string_view bytes) override {
    const std::lock_guard guard(mutex_);
    std::string address = crypto::hex(crypto::sha256(bytes));
    blobs_.emplace(address, bytes);
    return address;
  }

  Result<std::string> get(std::string_view address) override {
    const std::lock_guard guard(mutex_);
    const auto found = blobs_.find(address);
    if (found == blobs_.end()) {
      return problem(Code::NotFound, {"Không có tệp nội dung mang địa chỉ này.",
                                      "There is no stored content with this address."});
    }
    return found->second;
  }

  Result<void> each(const VisitAddress& visit) override {
    std::vector<std::string> addresses;  // the visitor may ask for the bytes
    {
      const std::lock_guard guard(mutex_);
      for (const auto& [address, bytes] : blobs_) addresses.push_back(address);
    }
    for (const std::string& address : addresses) TRY(visit(address));
    return {};
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string, std::less<>> blobs_;
};

}  // namespace

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }
std::unique_ptr<Blobs> make_memory_blobs() { return std::make_unique<MemoryBlobs>(); }

}  // namespace lantoa::ledger
