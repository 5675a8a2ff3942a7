#include "city/checkpoint/state.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lantoa::city::checkpoint {
namespace {

// Facts hold what decide wrote; anything else is a bug.
template <class T>
T written(Result<T> read) {
  ASSERT(read.has_value());
  return *std::move(read);
}

ledger::NoteSignature signature_of(const ledger::VerifierKey& key, std::string_view base64) {
  return {key.name, key.id(), written(ledger::signature_of_base64(base64))};
}

std::vector<ledger::Hash> hashes(const std::vector<std::string>& all) {
  std::vector<ledger::Hash> out;
  for (const std::string& hex : all) out.push_back(written(ledger::parse_chain(hex)));
  return out;
}

}  // namespace

void State::fold(const CheckpointSigned& fact) {
  ASSERT(fact.checkpoint.index() == all_.size());
  Checkpoint next;
  next.no = fact.checkpoint;
  next.tree = written(ledger::Frontier::of(fact.size, hashes(fact.peaks)));
  next.continuation = hashes(fact.continuation);
  next.key = written(ledger::parse_verifier_key(fact.key));
  next.note.checkpoint = {fact.origin, fact.size, written(ledger::parse_chain(fact.root)),
                          written(ledger::parse_chain(fact.chain)), fact.at};
  next.note.signatures.push_back(signature_of(next.key, fact.signature));
  if (const Checkpoint* before = newest()) {
    next.changes_key = before->key != next.key;
    if (fact.former_signature) {
      next.vouched = true;
      next.note.signatures.push_back(signature_of(before->key, *fact.former_signature));
    }
  }
  if (fact.size >= due_from_) due_from_ = 0;
  all_.push_back(std::move(next));
}

void State::fold(const calendar::DayTurned&, const ledger::Stamp& stamp) { due_from_ = stamp.seq; }

void State::fold(const report::FigureFrozen&, const ledger::Stamp& stamp) { due_from_ = stamp.seq; }

void State::fold(const statistics::RoundClosed&, const ledger::Stamp& stamp) {
  due_from_ = stamp.seq;
}

Result<const Checkpoint*> State::find(CheckpointNo no) const {
  if (no && no.index() < all_.size()) return &all_[no.index()];
  return problem(Code::NotFound, {"Sổ cái không có điểm ký mang số này.",
                                  "The ledger has no checkpoint of this number."});
}

const Checkpoint* State::covering(std::uint64_t seq) const {
  const auto found =
      std::lower_bound(all_.begin(), all_.end(), seq,
                       [](const Checkpoint& one, std::uint64_t n) { return one.size() < n; });
  return found == all_.end() ? nullptr : &*found;
}

ledger::Frontier State::tree_before(const Checkpoint& checkpoint) const {
  const std::size_t index = checkpoint.no.index();
  return index == 0 ? ledger::Frontier() : all_[index - 1].tree;
}

std::vector<const Checkpoint*> State::key_changes() const {
  std::vector<const Checkpoint*> out;
  for (const Checkpoint& one : all_) {
    if (out.empty() || one.changes_key) out.push_back(&one);
  }
  return out;
}

}  // namespace lantoa::city::checkpoint
