#include "platform/ledger/note.h"

#include <algorithm>
#include <charconv>

namespace lantoa::ledger {
namespace {

constexpr char ed25519 = 1;  // the type of key and signature in signed-note
constexpr std::string_view dash = "— ";
constexpr std::size_t id_bytes = 4;
constexpr std::size_t fingerprint_digits = 32;
constexpr std::size_t origin_digits = 16;

template <std::size_t Size>
std::string_view view(const std::array<std::uint8_t, Size>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

template <std::size_t Size>
std::array<std::uint8_t, Size> to_array(std::string_view bytes) {
  std::array<std::uint8_t, Size> out{};
  std::copy_n(bytes.begin(), std::min(Size, bytes.size()), out.begin());
  return out;
}

Result<std::string> unbase64(std::string_view text, std::size_t size) {
  TRY_ASSIGN(std::string bytes, crypto::unbase64(text));
  if (bytes.size() == size) return bytes;
  return problem(Code::Invalid,
                 {"Chuỗi base64 không đúng độ dài.", "The base64 text has another length."});
}

template <class Bytes>
Result<Bytes> array_of_base64(std::string_view text) {
  TRY_ASSIGN(const std::string bytes, unbase64(text, std::tuple_size_v<Bytes>));
  return to_array<std::tuple_size_v<Bytes>>(bytes);
}

std::string digits_of(const crypto::PublicKey& key) {
  return crypto::hex(crypto::sha256(view(key)));
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(),
                                      [](char c) { return c > ' ' && c < 0x7f && c != '+'; });
}

tl::unexpected<Problem> no_key() {
  return problem(
      Code::Invalid,
      {"Đây không phải là khóa công khai của sổ cái. Hãy chép nguyên một dòng “tên+mã+base64” từ "
       "trang /so-cai/khoa.",
       "This is no public key of a ledger. Copy the one line “name+id+base64” from /so-cai/khoa."},
      "key");
}

tl::unexpected<Problem> no_note(const Text& where) {
  return problem(Code::Invalid, {"Điểm ký không đúng dạng: " + where.vi,
                                 "The checkpoint is not in its form: " + where.en});
}

// The next line of `rest` without its end; nothing when no whole line is left.
std::optional<std::string_view> take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

Result<NoteSignature> parse_signature(std::string_view line) {
  const auto wrong = no_note({"dòng chữ ký.", "a line of a signature."});
  if (!line.starts_with(dash)) return wrong;
  line.remove_prefix(dash.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || !is_name(line.substr(0, space))) return wrong;
  const auto bytes = crypto::unbase64(line.substr(space + 1));
  if (!bytes || bytes->size() < id_bytes) return wrong;
  // Signatures of other kinds (witnesses) may be longer; they are nobody's whom we know.
  return NoteSignature{
      std::string(line.substr(0, space)), crypto::hex(std::string_view(*bytes).substr(0, id_bytes)),
      to_array<sizeof(crypto::Signature)>(bytes->size() == id_bytes + sizeof(crypto::Signature)
                                              ? std::string_view(*bytes).substr(id_bytes)
                                              : std::string_view())};
}

}  // namespace

std::string base64_of(const Hash& hash) { return crypto::base64(view(hash)); }
std::string base64_of(const crypto::Signature& signature) {
  return crypto::base64(view(signature));
}
Result<Hash> hash_of_base64(std::string_view text) { return array_of_base64<Hash>(text); }
Result<crypto::Signature> signature_of_base64(std::string_view text) {
  return array_of_base64<crypto::Signature>(text);
}

std::string VerifierKey::id() const {
  const crypto::Digest digest = crypto::sha256(name + '\n' + ed25519 + std::string(view(key)));
  return crypto::hex(view(digest).substr(0, id_bytes));
}

std::string VerifierKey::text() const {
  return name + '+' + id() + '+' + crypto::base64(std::string(1, ed25519) + std::string(view(key)));
}

std::string VerifierKey::fingerprint() const {
  const std::string digits = digits_of(key).substr(0, fingerprint_digits);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); i += 4) {
    if (i > 0) out += ' ';
    out += digits.substr(i, 4);
  }
  return out;
}

Result<VerifierKey> parse_verifier_key(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  const std::size_t first = text.find('+');
  const std::size_t second = first == text.npos ? first : text.find('+', first + 1);
  if (second == text.npos) return no_key();
  const auto bytes = unbase64(text.substr(second + 1), 1 + std::tuple_size_v<crypto::PublicKey>);
  if (!bytes || bytes->front() != ed25519) return no_key();
  VerifierKey key{std::string(text.substr(0, first)),
                  to_array<sizeof(crypto::PublicKey)>(std::string_view(*bytes).substr(1))};
  if (!is_name(key.name) || key.text() != text) return no_key();
  return key;
}

std::string origin_of(const crypto::PublicKey& first) {
  return "lantoa.so-cai/" + digits_of(first).substr(0, origin_digits);
}

std::string CheckpointText::text() const {
  return origin + '\n' + std::to_string(size) + '\n' + base64_of(root) + "\nchain " + hex(chain) +
         "\nat " + iso(at) + "\nday " + iso(vietnam_date(at)) + '\n';
}

Result<CheckpointText> parse_checkpoint_text(std::string_view text) {
  CheckpointText out;
  std::string_view rest = text;
  const auto origin = take_line(rest);
  if (!origin || !is_name(*origin)) {
    return no_note({"dòng 1 (tên sổ cái).", "line 1 (the ledger's name)."});
  }
  out.origin = *origin;
  const auto size = take_line(rest).value_or("");
  const auto read = std::from_chars(size.data(), size.data() + size.size(), out.size);
  if (read.ec != std::errc{} || read.ptr != size.data() + size.size()) {
    return no_note({"dòng 2 (số sự kiện).", "line 2 (the number of facts)."});
  }
  const auto root = hash_of_base64(take_line(rest).value_or(""));
  if (!root) return no_note({"dòng 3 (gốc cây Merkle).", "line 3 (the root)."});
  out.root = *root;
  const auto after = [&](std::string_view word) {
    const auto line = take_line(rest).value_or("");
    return line.starts_with(word) ? line.substr(word.size()) : std::string_view();
  };
  const auto chain = parse_chain(after("chain "));
  if (!chain) return no_note({"dòng 4 (giá trị chuỗi).", "line 4 (the chain value)."});
  out.chain = *chain;
  const auto at = parse_iso_instant(after("at "));
  if (!at) return no_note({"dòng 5 (thời điểm).", "line 5 (the time)."});
  out.at = *at;
  if (out.text() == text) return out;
  return no_note({"cách viết các dòng 2 đến 6.", "the way lines 2 to 6 are written."});
}

std::string NoteSignature::line() const {
  const std::string bytes = crypto::unhex(id).value_or("") + std::string(view(signature));
  return std::string(dash) + name + ' ' + crypto::base64(bytes) + '\n';
}

std::string SignedCheckpoint::note() const {
  std::string out = checkpoint.text() + '\n';
  for (const NoteSignature& one : signatures) out += one.line();
  return out;
}

bool SignedCheckpoint::is_signed_by(const VerifierKey& key) const {
  if (checkpoint.origin != key.name) return false;
  const std::string text = checkpoint.text();
  return std::any_of(signatures.begin(), signatures.end(), [&](const NoteSignature& one) {
    return one.name == key.name && one.id == key.id() &&
           crypto::verify(key.key, text, one.signature);
  });
}

Result<SignedCheckpoint> parse_note(std::string_view note) {
  const std::size_t gap = note.rfind("\n\n");
  if (gap == std::string_view::npos) {
    return no_note({"dòng trống trước chữ ký.", "the empty line above the signatures."});
  }
  TRY_ASSIGN(auto checkpoint, parse_checkpoint_text(note.substr(0, gap + 1)));
  SignedCheckpoint out{std::move(checkpoint), {}};
  std::string_view rest = note.substr(gap + 2);
  while (!rest.empty()) {
    TRY_ASSIGN(auto signature, parse_signature(take_line(rest).value_or("")));
    if (out.signatures.size() == note_signatures_max) {
      return no_note({"số chữ ký: quá nhiều.", "its signatures: too many."});
    }
    out.signatures.push_back(std::move(signature));
  }
  if (out.signatures.empty()) return no_note({"chữ ký: không có.", "its signatures: none."});
  return out;
}

}  // namespace lantoa::ledger
