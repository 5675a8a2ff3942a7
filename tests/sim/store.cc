#include "sim/store.h"

#include <utility>

namespace lantoa::sim {
namespace {

tl::unexpected<Problem> failed() {
  return problem(Code::Unavailable, {"kết nối hỏng", "the connection failed"});
}

// A lying database breaks its promise so often.
constexpr std::uint64_t lies_every = 7;

}  // namespace

Result<void> Connection::reach() const {
  if (cut_off) return failed();
  return {};
}

Result<ledger::Head> Connection::head() {
  TRY(reach());
  return database_.store->head();
}

Result<void> Connection::read(std::uint64_t after, std::uint64_t up_to, const Visit& visit) {
  TRY(reach());
  return database_.store->read(after, up_to, visit);
}

Result<std::optional<ledger::Head>> Connection::take_turn() {
  if (!has_others_) return std::nullopt;
  TRY(reach());
  if (failed_) return failed();
  TRY_ASSIGN(const ledger::Head head, head());
  return head;
}

Result<void> Connection::write(const ledger::Batch& batch) {
  ++database_.appends;
  const bool lies = database_.appends % lies_every == 0;
  if (lies && database_.lie == Database::Lie::LosesAnAppend) return {};
  if (database_.lie == Database::Lie::ForgetsKeys) {
    ledger::Batch without = batch;
    without.answers.clear();
    return database_.store->append(without);
  }
  if (batch.lease != 0 && batch.lease != database_.lease) return ledger::lease_is_lost();
  return database_.store->append(batch);
}

Result<void> Connection::append(const ledger::Batch& batch) {
  TRY(reach());
  if (failed_) return failed();
  const Fault fault = std::exchange(next, Fault::None);
  if (fault == Fault::CrashesBefore) throw Crash{};
  Result<void> written;
  if (fault != Fault::FailsBefore) written = write(batch);
  if (fault == Fault::CrashesAfter) throw Crash{};
  if (fault == Fault::FailsBefore || fault == Fault::FailsAfter) {
    failed_ = true;
    return failed();
  }
  return written;
}

Result<void> Connection::reopen() {
  TRY(reach());
  failed_ = false;
  return {};
}

Result<ledger::Store::Answers> Connection::answers(const std::vector<std::string_view>& keys) {
  TRY(reach());
  return database_.store->answers(keys);
}

Result<void> Connection::forget_answers_before(Instant at) {
  TRY(reach());
  return database_.store->forget_answers_before(at);
}

Result<std::optional<ledger::VaultRow>> Connection::vault_row(std::string_view id) {
  TRY(reach());
  return database_.store->vault_row(id);
}

Result<std::optional<ledger::VaultRow>> Connection::vault_row_by_blind(std::string_view blind) {
  TRY(reach());
  return database_.store->vault_row_by_blind(blind);
}

}  // namespace lantoa::sim
