#include "platform/ledger/store.h"

namespace lantoa::ledger {
namespace {

tl::unexpected<Problem> wrong(std::uint64_t seq, const Text& how) {
  const std::string number = std::to_string(seq);
  return problem(Code::Conflict, {"Sổ cái sai ở sự kiện số " + number + ": " + how.vi,
                                  "The ledger is wrong at fact " + number + ": " + how.en});
}

}  // namespace

Result<Head> next_head(const Head& head, const Fact& fact) {
  const std::uint64_t wanted = head.seq + 1;
  if (fact.seq > wanted) {
    return wrong(wanted, {"sự kiện này bị thiếu.", "this fact is missing."});
  }
  if (fact.seq < wanted) {
    return wrong(fact.seq, {"số này đã có trước đó, bị lặp lại.",
                            "this number was there before and is repeated."});
  }
  if (next_chain(head.chain, fact) != fact.chain) {
    return wrong(fact.seq, {"nội dung đã bị thay đổi, không khớp với giá trị chuỗi băm.",
                            "its content was changed and does not fit its chain value."});
  }
  if (head.seq > 0 && fact.at < head.at) {
    return wrong(fact.seq, {"thời điểm ghi lùi về trước sự kiện liền trước.",
                            "it is recorded earlier than the fact before it."});
  }
  return Head{fact.seq, fact.chain, fact.at};
}

tl::unexpected<Problem> row_was_erased(const std::string& id) {
  return problem(Code::Conflict,
                 {"Bản ghi “" + id + "” đã bị xóa vĩnh viễn, không ghi lại được.",
                  "Record “" + id + "” was erased for good and cannot be written again."});
}

tl::unexpected<Problem> blind_is_taken() {
  return problem(Code::Conflict, {"Đã có bản ghi khác dùng thông tin định danh này.",
                                  "Another record already uses this identifying value."});
}

tl::unexpected<Problem> key_is_taken() {
  return problem(Code::Conflict, {"Lệnh mang khóa này đã được ghi trước đó.",
                                  "A command with this key was recorded before."});
}

tl::unexpected<Problem> lease_is_lost() {
  return problem(Code::Conflict, {"Một máy khác đã nhận phần việc tự động này.",
                                  "Another node has taken over this automatic work."});
}

Result<std::optional<std::string>> Store::answer(std::string_view key) {
  TRY_ASSIGN(auto found, answers({key}));
  return std::move(found.front());
}

bool Store::wait_for_others(std::chrono::milliseconds /*longest*/) { return false; }

}  // namespace lantoa::ledger
