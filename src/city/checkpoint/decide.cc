#include "city/checkpoint/decide.h"

namespace lantoa::city::checkpoint {
namespace {

std::vector<std::string> hex_of(const std::vector<ledger::Hash>& hashes) {
  std::vector<std::string> out;
  for (const ledger::Hash& hash : hashes) out.push_back(ledger::hex(hash));
  return out;
}

tl::unexpected<Problem> does_not_fit(const Text& why) {
  return problem(Code::Invalid, {"Điểm ký không hợp với sổ cái: " + why.vi,
                                 "The checkpoint does not fit the ledger: " + why.en});
}

Result<void> check_extent(const State& state, const SignCheckpoint& command,
                          const Envelope& envelope) {
  const std::uint64_t size = command.tree.size();
  const Checkpoint* before = state.newest();
  if (size == 0 || size > envelope.position || command.at > envelope.at) {
    return does_not_fit({"sổ cái không có chừng ấy sự kiện.", "it has not as many facts."});
  }
  if (before == nullptr) return {};
  const ledger::CheckpointText& last = before->note.checkpoint;
  if (size <= last.size || command.at < last.at) {
    return problem(Code::Conflict, {"Đã có điểm ký tới sự kiện này hoặc sau đó.",
                                    "There is a checkpoint at this fact or after it."});
  }
  if (ledger::is_continued(last.size, last.root, size, command.tree.root(), command.continuation)) {
    return {};
  }
  const std::string number = std::to_string(last.size);
  return problem(Code::Conflict,
                 {"Lịch sử tới sự kiện số " + number +
                      " không còn như lúc đã ký; không ký tiếp. Hãy kiểm tra bằng “lantoa ledger "
                      "verify --checkpoint”.",
                  "History up to fact " + number +
                      " is not what was signed; nothing more is signed. Check with “lantoa ledger "
                      "verify --checkpoint”."});
}

Result<void> check_signatures(const State& state, const SignCheckpoint& command) {
  const std::string text = text_to_sign(command).text();
  if (command.key.name != origin(state, command.key.key) ||
      !crypto::verify(command.key.key, text, command.signature)) {
    return does_not_fit({"chữ ký không phải của khóa đã nêu.", "the key named did not sign it."});
  }
  if (!command.former_signature) return {};
  const Checkpoint* before = state.newest();
  if (before != nullptr && before->key != command.key &&
      crypto::verify(before->key.key, text, *command.former_signature)) {
    return {};
  }
  return does_not_fit({"chữ ký kèm theo không phải của khóa trước.",
                       "the other signature is not by the former key."});
}

}  // namespace

std::string origin(const State& state, const crypto::PublicKey& key) {
  const Checkpoint* newest = state.newest();
  return newest == nullptr ? ledger::origin_of(key) : newest->note.checkpoint.origin;
}

ledger::CheckpointText text_to_sign(const SignCheckpoint& command) {
  return {command.key.name, command.tree.size(), command.tree.root(), command.chain, command.at};
}

Result<ledger::Decision> decide(const State& state, const SignCheckpoint& command,
                                const Envelope& envelope) {
  if (!envelope.actor.is_system()) return tl::unexpected(not_allowed(Right::Work));
  TRY(check_extent(state, command, envelope));
  TRY(check_signatures(state, command));
  CheckpointSigned fact{.checkpoint = CheckpointNo{state.checkpoints() + 1},
                        .origin = command.key.name,
                        .size = command.tree.size(),
                        .root = ledger::hex(command.tree.root()),
                        .chain = ledger::hex(command.chain),
                        .at = command.at,
                        .peaks = hex_of(command.tree.peaks()),
                        .continuation = hex_of(command.continuation),
                        .key = command.key.text(),
                        .signature = ledger::base64_of(command.signature),
                        .former_signature = {}};
  if (command.former_signature)
    fact.former_signature = ledger::base64_of(*command.former_signature);
  ledger::Decision decision;
  decision.add(subject("checkpoint", fact.checkpoint), fact);
  return decision;
}

}  // namespace lantoa::city::checkpoint
