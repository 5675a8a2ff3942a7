#include "platform/crypto/crypto.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <memory>

#include "kernel/assert.h"

namespace lantoa::crypto {
namespace {

const unsigned char* data(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* data(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == sizeof(Digest));

tl::unexpected<Problem> does_not_open() {
  return problem(Code::Invalid,
                 {"Không mở được bản ghi đã niêm phong: sai khóa hoặc dữ liệu đã bị đổi.",
                  "The sealed record does not open: wrong key, or it was changed."});
}

// OpenSSL looks an algorithm up by its name for each digest unless it is kept: half the time of a
// link of the chain.
const EVP_MD* sha256_algorithm() {
  struct Free {
    void operator()(EVP_MD* kept) const { EVP_MD_free(kept); }
  };
  static const std::unique_ptr<EVP_MD, Free> algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  return algorithm.get();
}

}  // namespace

Result<void> initialise() {
  if (sodium_init() < 0) {
    return problem(Code::Unavailable,
                   {"Không khởi động được thư viện mật mã libsodium. Hãy kiểm tra nguồn số ngẫu "
                    "nhiên của hệ điều hành rồi chạy lại.",
                    "The cryptography library libsodium could not start. Check the operating "
                    "system's random source, then start again."});
  }
  return {};
}

std::string SystemRandom::bytes(std::size_t count) {
  std::string out(count, '\0');
  randombytes_buf(out.data(), out.size());
  return out;
}

Digest sha256(std::string_view bytes) {
  // Making a context for each digest is most of the rest of the time, so a thread keeps one.
  struct Free {
    void operator()(EVP_MD_CTX* kept) const { EVP_MD_CTX_free(kept); }
  };
  thread_local const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
  Digest out;
  unsigned size = 0;
  ASSERT(EVP_DigestInit_ex2(context.get(), sha256_algorithm(), nullptr) == 1 &&
         EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
         EVP_DigestFinal_ex(context.get(), out.data(), &size) == 1 && size == out.size());
  return out;
}

struct Sha256::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  State() { ASSERT(context != nullptr); }
  ~State() { EVP_MD_CTX_free(context); }
  State(State&&) = delete;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  ASSERT(EVP_DigestInit_ex(state_->context, sha256_algorithm(), nullptr) == 1);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  ASSERT(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1);
}

Digest Sha256::finish() {
  Digest out;
  unsigned size = 0;
  ASSERT(EVP_DigestFinal_ex(state_->context, out.data(), &size) == 1 && size == out.size());
  return out;
}

Digest hmac_sha256(std::string_view key, std::string_view bytes) {
  Digest out;
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, data(key), key.size());
  crypto_auth_hmacsha256_update(&state, data(bytes), bytes.size());
  crypto_auth_hmacsha256_final(&state, out.data());
  return out;
}

std::string hex(std::string_view bytes) {
  std::string out(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), data(bytes), bytes.size());
  out.pop_back();
  return out;
}

std::string hex(const Digest& digest) {
  return hex(std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

Result<std::string> unhex(std::string_view text) {
  std::string out(text.size() / 2, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (text.size() % 2 != 0 ||
      sodium_hex2bin(data(out), out.size(), text.data(), text.size(), nullptr, &size, &end) != 0 ||
      end != text.data() + text.size()) {
    return problem(Code::Invalid,
                   {"Chuỗi phải gồm một số chẵn chữ số thập lục phân (0-9, a-f).",
                    "The text must be an even number of hexadecimal digits (0-9, a-f)."});
  }
  return out;
}

std::string base64url(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), data(bytes), bytes.size(), variant);
  out.pop_back();
  return out;
}

std::string base64(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), data(bytes), bytes.size(), variant);
  out.pop_back();
  return out;
}

Result<std::string> unbase64(std::string_view text) {
  std::string out(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  const bool read = sodium_base642bin(data(out), out.size(), text.data(), text.size(), nullptr,
                                      &size, &end, sodium_base64_VARIANT_ORIGINAL) == 0;
  out.resize(size);
  // The decoder lets some bytes beyond ASCII through, so what was read is written again.
  if (read && end == text.data() + text.size() && base64(out) == text) return out;
  return problem(Code::Invalid, {"Chuỗi phải viết theo base64 (RFC 4648), có dấu = ở cuối nếu cần.",
                                 "The text must be base64 (RFC 4648), padded with =."});
}

bool equal(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hash_password(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> out{};
  // Fails only when 64 MiB cannot be had.
  ASSERT(crypto_pwhash_str_alg(
             out.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
             crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) == 0);
  return out.data();
}

bool check_password(std::string_view password, std::string_view hash) {
  if (hash.size() >= crypto_pwhash_STRBYTES) return false;
  const std::string terminated(hash);
  return crypto_pwhash_str_verify(terminated.c_str(), password.data(), password.size()) == 0;
}

std::string seal(const Digest& key, std::string_view text, std::string_view bound_to) {
  std::string out(nonce_size + text.size() + tag_size, '\0');
  randombytes_buf(out.data(), nonce_size);
  unsigned long long written = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(data(out) + nonce_size, &written, data(text),
                                             text.size(), data(bound_to), bound_to.size(), nullptr,
                                             data(out), key.data());
  ASSERT(written == text.size() + tag_size);
  return out;
}

Result<std::string> open(const Digest& key, std::string_view sealed, std::string_view bound_to) {
  if (sealed.size() < nonce_size + tag_size) return does_not_open();
  const std::string_view ciphertext = sealed.substr(nonce_size);
  std::string out(ciphertext.size() - tag_size, '\0');
  unsigned long long written = 0;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(data(out), &written, nullptr, data(ciphertext),
                                                 ciphertext.size(), data(bound_to), bound_to.size(),
                                                 data(sealed), key.data()) != 0) {
    return does_not_open();
  }
  ASSERT(written == out.size());
  return out;
}

namespace {

struct KeyPair {
  PublicKey open{};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};

  explicit KeyPair(const Digest& seed) {
    crypto_sign_seed_keypair(open.data(), secret.data(), seed.data());
  }
  KeyPair(const KeyPair&) = delete;
  KeyPair& operator=(const KeyPair&) = delete;
  ~KeyPair() { sodium_memzero(secret.data(), secret.size()); }
};

}  // namespace

PublicKey public_key(const Digest& seed) { return KeyPair(seed).open; }

Signature sign(const Digest& seed, std::string_view message) {
  const KeyPair keys(seed);
  Signature out;
  crypto_sign_detached(out.data(), nullptr, data(message), message.size(), keys.secret.data());
  return out;
}

bool verify(const PublicKey& key, std::string_view message, const Signature& signature) {
  return crypto_sign_verify_detached(signature.data(), data(message), message.size(), key.data()) ==
         0;
}

}  // namespace lantoa::crypto
