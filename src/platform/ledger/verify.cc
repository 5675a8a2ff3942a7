#include "platform/ledger/verify.h"

#include <cstdint>

namespace lantoa::ledger {
namespace {

// How often `progress` hears of it.
constexpr std::uint64_t progress_step = 1024;

tl::unexpected<Problem> not_the_checkpoint(const Head& expected, const Text& how) {
  const std::string number = std::to_string(expected.seq);
  return problem(Code::Conflict,
                 {"Sổ cái không khớp với điểm đối chiếu ở sự kiện số " + number + ": " + how.vi,
                  "The ledger does not match the checkpoint at fact " + number + ": " + how.en});
}

}  // namespace

Result<Verified> verify(Store& store, std::optional<Head> expected_head,
                        const std::function<void(std::uint64_t)>& progress) {
  TRY_ASSIGN(const Head stored, store.head());
  Head reached;
  // To where the facts end, not to what the store says of it: on a damaged disk the two differ.
  TRY(store.read(0, UINT64_MAX, [&](const Fact& fact) -> Result<void> {
    TRY_ASSIGN(reached, next_head(reached, fact));
    if (expected_head && expected_head->seq == reached.seq &&
        expected_head->chain != reached.chain) {
      return not_the_checkpoint(
          *expected_head, {"lịch sử tới đó đã bị viết lại.", "history up to it was rewritten."});
    }
    if (progress && reached.seq % progress_step == 0) progress(reached.seq);
    return {};
  }));
  if (reached.seq < stored.seq) {
    const std::string ends = std::to_string(reached.seq), says = std::to_string(stored.seq);
    return problem(Code::Conflict,
                   {"Sổ cái dừng ở sự kiện số " + ends + " mà kho ghi là có đến số " + says + ".",
                    "The ledger ends at fact " + ends + ", while its store says " + says + "."});
  }
  if (expected_head && expected_head->seq > reached.seq) {
    const std::string next = std::to_string(reached.seq + 1);
    return not_the_checkpoint(
        *expected_head, {"phần cuối đã bị cắt, các sự kiện từ số " + next + " không còn.",
                         "the tail was cut off, the facts from " + next + " on are missing."});
  }
  if (progress) progress(reached.seq);
  return Verified{reached.seq, reached.chain};
}

}  // namespace lantoa::ledger
