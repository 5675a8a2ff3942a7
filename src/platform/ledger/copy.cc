#include "platform/ledger/copy.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "platform/crypto/crypto.h"
#include "platform/ledger/verify.h"

namespace lantoa::ledger {
namespace {

constexpr std::size_t batch_facts = 1000;
constexpr std::size_t batch_bytes = 4 * 1024 * 1024;
constexpr std::size_t batch_rows = 512;

// Stands for rows in their order: equal only when every row is.
class Fingerprint {
 public:
  void add(std::initializer_list<std::string_view> texts) {
    std::string all(reinterpret_cast<const char*>(digest_.data()), digest_.size());
    for (const std::string_view text : texts) {
      all += std::to_string(text.size()) + ":";
      all += text;
    }
    digest_ = crypto::sha256(all);
    ++count_;
  }
  std::uint64_t count() const { return count_; }
  bool operator==(const Fingerprint&) const = default;

 private:
  crypto::Digest digest_{};
  std::uint64_t count_ = 0;
};

// How old an answer is may come out some facts younger: it is then kept that much longer.
struct Beside {
  Fingerprint vault;
  Fingerprint answers;
  bool operator==(const Beside&) const = default;
};

Result<Beside> look_beside(Store& store) {
  Beside out;
  TRY(store.read_vault([&](const VaultRow& row) -> Result<void> {
    out.vault.add({row.id, row.blind, row.wrapped_key, row.sealed});
    return {};
  }));
  TRY(store.read_answers([&](const Answer& answer, Instant) -> Result<void> {
    out.answers.add({answer.key, answer.value});
    return {};
  }));
  return out;
}

Result<std::uint64_t> copy_blobs(Blobs& from, Blobs& to) {
  std::uint64_t count = 0;
  const auto done = from.each([&](const std::string& address) -> Result<void> {
    TRY_ASSIGN(const std::string bytes, from.get(address));
    TRY(to.put(bytes));
    ++count;
    return {};
  });
  TRY(done);
  return count;
}

tl::unexpected<Problem> blob_differs(const std::string& address) {
  return problem(Code::Unavailable,
                 {"Nội dung " + address +
                      " đọc lại không giống bản gốc. Hãy kiểm tra ổ đĩa đích rồi chép lại.",
                  "The content " + address +
                      " does not read back as it was. Check the target's disk, then copy again."});
}

// As the facts are: read back from where they are to be kept, and compared.
Result<void> compare_blobs(Blobs& from, Blobs& to) {
  return from.each([&](const std::string& address) -> Result<void> {
    TRY_ASSIGN(const std::string bytes, from.get(address));
    const auto kept = to.get(address);
    if (!kept && kept.error().code != Code::NotFound) return tl::unexpected(kept.error());
    return kept && *kept == bytes ? Result<void>{} : blob_differs(address);
  });
}

Result<void> copy_vault(Store& from, Store& to) {
  Batch batch;
  const auto flush = [&]() -> Result<void> { return to.append(std::exchange(batch, {})); };
  const auto done = from.read_vault([&](const VaultRow& row) -> Result<void> {
    if (row.wrapped_key.empty()) {
      batch.vault_erasures.push_back(row.id);
    } else {
      batch.vault_rows.push_back(row);
    }
    const std::size_t size = batch.vault_rows.size() + batch.vault_erasures.size();
    return size < batch_rows ? Result<void>{} : flush();
  });
  TRY(done);
  return flush();
}

// The answers of a store, to be handed out as the facts reach their age.
class Answers {
 public:
  static Result<Answers> of(Store& store) {
    Answers out;
    TRY(store.read_answers([&](const Answer& answer, Instant at) -> Result<void> {
      out.waiting_.emplace_back(at, answer);
      return {};
    }));
    // The oldest last, where they are taken from.
    std::stable_sort(out.waiting_.begin(), out.waiting_.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    return out;
  }
  std::vector<Answer> take_until(Instant at) {
    std::vector<Answer> out;
    while (!waiting_.empty() && waiting_.back().first <= at) {
      out.push_back(std::move(waiting_.back().second));
      waiting_.pop_back();
    }
    return out;
  }

 private:
  std::vector<std::pair<Instant, Answer>> waiting_;
};

Result<void> copy_facts(Store& from, Store& to, const Head& head,
                        const std::function<void(std::uint64_t)>& progress) {
  TRY_ASSIGN(Answers answers, Answers::of(from));
  Batch batch;
  std::size_t bytes = 0;
  Instant reached;
  const auto flush = [&](Instant answers_until) -> Result<void> {
    batch.answers = answers.take_until(answers_until);
    bytes = 0;
    return to.append(std::exchange(batch, {}));
  };
  const auto done = from.read(0, head.seq, [&](const Fact& fact) -> Result<void> {
    batch.facts.push_back(fact);
    bytes += fact.body.size();
    reached = fact.at;
    if (batch.facts.size() < batch_facts && bytes < batch_bytes) return {};
    progress(fact.seq);
    return flush(reached);
  });
  TRY(done);
  return flush(Instant{INT64_MAX});
}

tl::unexpected<Problem> changed_meanwhile() {
  return problem(
      Code::Conflict,
      {"Sổ cái nguồn thay đổi trong lúc sao chép. Hãy dừng mọi máy đang ghi rồi chép lại.",
       "The ledger was written while it was copied. Stop every node that writes it, then "
       "copy again."});
}

}  // namespace

Result<Copied> copy_ledger(const Whole& from, const Whole& to,
                           const std::function<void(std::uint64_t)>& progress) {
  TRY_ASSIGN(const Head head, from.store.head());
  Copied copied;
  copied.head = head;
  TRY_ASSIGN(copied.blobs, copy_blobs(from.blobs, to.blobs));
  TRY(copy_vault(from.store, to.store));
  TRY(copy_facts(from.store, to.store, head, progress));
  TRY_ASSIGN(const Beside before, look_beside(from.store));
  TRY_ASSIGN(const Beside after, look_beside(to.store));
  TRY_ASSIGN(const Head head_now, from.store.head());
  if (!(head_now == head) || !(before == after)) return changed_meanwhile();
  TRY(verify(to.store, head, progress));
  TRY(compare_blobs(from.blobs, to.blobs));
  copied.vault_rows = after.vault.count();
  copied.answers = after.answers.count();
  return copied;
}

}  // namespace lantoa::ledger
