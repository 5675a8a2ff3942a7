// Signed notes and checkpoints as texts, in the forms that the tools of transparency logs and
// their witnesses read: C2SP signed-note, C2SP tlog-checkpoint, and keys as "name+id+base64".
//
//   lantoa.so-cai/5b1c…           the origin: which ledger
//   48112                         how many facts
//   CsUYapGG…=                    root of their Merkle tree
//   chain 81b8c2…                 the last fact's chain value
//   at 2021-06-15T10:30:00.000Z   when the last fact was recorded
//   day 2021-06-15                that day in Vietnam
//
//   — lantoa.so-cai/5b1c… Az3g…=
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "kernel/time.h"
#include "platform/crypto/crypto.h"
#include "platform/ledger/fact.h"
#include "platform/ledger/merkle.h"

namespace lantoa::ledger {

// Hashes and signatures as base64. Invalid: not base64, or of another length.
std::string base64_of(const Hash& hash);
std::string base64_of(const crypto::Signature& signature);
Result<Hash> hash_of_base64(std::string_view text);
Result<crypto::Signature> signature_of_base64(std::string_view text);

// Who signs, for those who check: the name of the ledger and an Ed25519 key.
struct VerifierKey {
  std::string name;
  crypto::PublicKey key{};

  std::string id() const;           // 8 hex digits; tells keys of one name apart, proves nothing
  std::string text() const;         // "name+id+base64"
  std::string fingerprint() const;  // "5b1c 09aa …": 32 hex digits of the key's SHA-256
  bool operator==(const VerifierKey&) const = default;
};

// The text that text() makes, line ends around it allowed. Invalid otherwise.
Result<VerifierKey> parse_verifier_key(std::string_view text);

// What a ledger that signs with this key first is called from then on.
std::string origin_of(const crypto::PublicKey& first);

struct CheckpointText {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};
  Chain chain{};
  Instant at;

  std::string text() const;  // what is signed, with its last line end
  bool operator==(const CheckpointText&) const = default;
};
Result<CheckpointText> parse_checkpoint_text(std::string_view text);

// One line "— name base64(id, signature)" of a note.
struct NoteSignature {
  std::string name;
  std::string id;  // 8 hex digits
  crypto::Signature signature{};

  std::string line() const;  // with its line end
};

struct SignedCheckpoint {
  CheckpointText checkpoint;
  std::vector<NoteSignature> signatures;  // at least one

  std::string note() const;
  // Signed by this key, rightly; signatures of others say nothing.
  bool is_signed_by(const VerifierKey& key) const;
};
// Invalid when it is no such note, byte for byte.
Result<SignedCheckpoint> parse_note(std::string_view note);

constexpr std::size_t note_signatures_max = 16;

}  // namespace lantoa::ledger
