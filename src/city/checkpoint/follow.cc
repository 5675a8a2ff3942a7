#include "city/checkpoint/follow.h"

#include <algorithm>

namespace lantoa::city::checkpoint {
namespace {

constexpr std::string_view old_word = "old ";
constexpr std::string_view between = "\n\nold ";

std::string step(std::uint64_t old_size, const Checkpoint& next) {
  std::string out = std::string(old_word) + std::to_string(old_size) + '\n';
  for (const ledger::Hash& hash : next.continuation) {
    out += ledger::base64_of(hash) + '\n';
  }
  return out + '\n' + next.note.note();
}

tl::unexpected<Problem> broken(std::uint64_t size, const Text& how) {
  const std::string number = std::to_string(size);
  return problem(Code::Conflict, {"Từ điểm ký ở sự kiện số " + number + ": " + how.vi,
                                  "From the checkpoint at fact " + number + " on: " + how.en});
}

struct Step {
  std::vector<ledger::Hash> path;
  ledger::SignedCheckpoint note;
};

Result<Step> read(std::string_view text, std::uint64_t old_size) {
  const auto unreadable =
      broken(old_size, {"bước tiếp theo không đúng dạng.", "the next step is not in its form."});
  const std::string first = std::string(old_word) + std::to_string(old_size) + '\n';
  const std::size_t gap = text.find("\n\n");
  if (!text.starts_with(first) || gap == std::string_view::npos) return unreadable;
  Step out;
  std::string_view hashes = text.substr(0, gap + 1);
  hashes.remove_prefix(first.size());
  while (!hashes.empty()) {
    const std::size_t end = hashes.find('\n');
    const auto hash = ledger::hash_of_base64(hashes.substr(0, end));
    if (!hash) return unreadable;
    out.path.push_back(*hash);
    hashes.remove_prefix(end + 1);
  }
  auto note = ledger::parse_note(text.substr(gap + 2));
  if (!note) return unreadable;
  out.note = *std::move(note);
  return out;
}

Result<void> check(const ledger::CheckpointText& before, const Step& next,
                   const ledger::VerifierKey& key) {
  const ledger::CheckpointText& after = next.note.checkpoint;
  if (!next.note.is_signed_by(key)) {
    return broken(before.size,
                  {"bước tiếp theo bị sửa, hoặc do khóa khác ký. Nếu khóa đã đổi, hãy đi "
                   "tiếp từ điểm ký này (ghi ở --out) với khóa mới.",
                   "the next step was changed, or another key signed it. If the key "
                   "changed, go on from this checkpoint (see --out) with the new "
                   "key."});
  }
  if (after.size > before.size && after.at >= before.at &&
      ledger::is_continued(before.size, before.root, after.size, after.root, next.path)) {
    return {};
  }
  return broken(before.size, {"lịch sử đã bị viết lại; điểm ký sau không nối tiếp điểm ký này.",
                              "history was rewritten; the next checkpoint does not continue it."});
}

}  // namespace

Result<std::string> steps_file(const State& state, std::uint64_t from_size) {
  const Checkpoint* from = state.covering(from_size);
  if (from_size == 0 || from == nullptr || from->size() != from_size) {
    return problem(Code::NotFound,
                   {"Không có điểm ký nào ở đúng sự kiện này; “tu” là dòng 2 của điểm ký đã giữ.",
                    "No checkpoint was made at this fact; “tu” is line 2 of the one you kept."});
  }
  std::string out;
  std::uint64_t size = from_size;
  const std::uint32_t first = from->no.value + 1;
  for (std::uint32_t no = first; no <= state.checkpoints() && no < first + steps_max; ++no) {
    const Checkpoint& next = **state.find(CheckpointNo{no});
    out += (out.empty() ? "" : "\n") + step(size, next);
    size = next.size();
  }
  return out;
}

Result<Followed> follow(const ledger::SignedCheckpoint& kept, std::string_view steps,
                        const ledger::VerifierKey& key, Followed* reached) {
  if (!kept.is_signed_by(key)) {
    return broken(kept.checkpoint.size, {"điểm ký đã giữ bị sửa, hoặc do khóa khác ký.",
                                         "the checkpoint kept was changed, or another key signed "
                                         "it."});
  }
  if (!steps.empty() && !steps.starts_with(old_word)) {
    return problem(Code::Invalid,
                   {"Tệp này không phải là các bước nối tiếp từ /so-cai/diem-ky/noi-tiep.",
                    "This file does not hold the steps of /so-cai/diem-ky/noi-tiep."});
  }
  Followed own;
  Followed& out = reached != nullptr ? *reached : own;
  out = {0, kept};
  while (!steps.empty()) {
    const std::size_t end = steps.find(between);
    const std::size_t size = end == std::string_view::npos ? steps.size() : end + 1;
    const ledger::CheckpointText& before = out.last.checkpoint;
    TRY_ASSIGN(Step next, read(steps.substr(0, size), before.size));
    TRY(check(before, next, key));
    out.last = std::move(next.note);
    ++out.steps;
    steps.remove_prefix(std::min(size + 1, steps.size()));
  }
  return out;
}

}  // namespace lantoa::city::checkpoint
