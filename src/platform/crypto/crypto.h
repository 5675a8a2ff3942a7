// What the house needs of cryptography, as small functions over libsodium and OpenSSL. Start-up
// calls initialise() once. Random bytes come through the Random interface, so that simulations can
// seed it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::crypto {

using Digest = std::array<std::uint8_t, 32>;

Result<void> initialise();

class Random {
 public:
  virtual ~Random() = default;
  virtual std::string bytes(std::size_t count) = 0;
};
class SystemRandom : public Random {
 public:
  std::string bytes(std::size_t count) override;
};

Digest sha256(std::string_view bytes);

// The same for bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) = delete;
  void add(std::string_view bytes);
  Digest finish();  // once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

Digest hmac_sha256(std::string_view key, std::string_view bytes);
std::string hex(std::string_view bytes);
std::string hex(const Digest& digest);
Result<std::string> unhex(std::string_view text);
std::string base64url(std::string_view bytes);        // without padding
std::string base64(std::string_view bytes);           // RFC 4648 section 4, padded
Result<std::string> unbase64(std::string_view text);  // only what base64() writes
bool equal(std::string_view a, std::string_view b);   // in constant time for equal lengths

// Argon2id, 64 MiB and about 0.1 s each: never on an event loop, never more than two at once.
std::string hash_password(std::string_view password);
bool check_password(std::string_view password, std::string_view hash);

// XChaCha20-Poly1305: nonce (24 random bytes) then ciphertext. `bound_to` must be the same to open.
std::string seal(const Digest& key, std::string_view text, std::string_view bound_to);
Result<std::string> open(const Digest& key, std::string_view sealed, std::string_view bound_to);

// Ed25519 of RFC 8032. `seed` is the private key; verify() refuses keys of small order and
// signatures in another form than the one sign() makes.
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;
PublicKey public_key(const Digest& seed);
Signature sign(const Digest& seed, std::string_view message);
bool verify(const PublicKey& key, std::string_view message, const Signature& signature);

}  // namespace lantoa::crypto
