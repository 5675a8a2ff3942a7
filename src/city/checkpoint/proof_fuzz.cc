// Whatever the text: it is refused in both languages, or it is written again as it was read.
// Tries: proof.cc
#include <cstddef>
#include <cstdint>

#include "city/checkpoint/follow.h"
#include "city/checkpoint/proof.h"
#include "kernel/assert.h"

namespace {

using namespace lantoa;

const crypto::Digest seed = crypto::sha256("a key for the fuzzer");
const ledger::VerifierKey key{"so.example/1", crypto::public_key(seed)};

ledger::SignedCheckpoint kept() {
  ledger::SignedCheckpoint out{{key.name, 1, ledger::leaf_hash("one"), {}, {}}, {}};
  out.signatures.push_back({key.name, key.id(), crypto::sign(seed, out.checkpoint.text())});
  return out;
}

template <class T>
void said(const Result<T>& result) {
  ASSERT(result || (!result.error().text.vi.empty() && !result.error().text.en.empty()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto note = ledger::parse_note(text);
  said(note);
  if (note) ASSERT(text.starts_with(note->checkpoint.text() + "\n"));
  const auto public_key = ledger::parse_verifier_key(text);
  said(public_key);
  if (public_key) ASSERT(text.starts_with(public_key->text()));
  const auto proof = city::checkpoint::check_proof(text, key);
  said(proof);
  if (proof) ASSERT(city::checkpoint::proof_file(*proof) == text);
  said(city::checkpoint::follow(kept(), text, key));
  return 0;
}
