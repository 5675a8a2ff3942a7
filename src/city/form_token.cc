#include "city/form_token.h"

#include <charconv>

#include "platform/crypto/crypto.h"

namespace lantoa::city {
namespace {

constexpr std::size_t mac_digits = 32;

std::string mac_of(const ledger::Vault& vault, std::string_view form,
                   std::string_view signed_part) {
  return vault.commitment(std::string(form) + "/form", signed_part).substr(0, mac_digits);
}

}  // namespace

// "article-issued-nonce-mac"; the nonce may hold dashes, the others do not.
std::string write_form_token(const ledger::Vault& vault, std::string_view form,
                             const FormToken& token) {
  const std::string text = std::to_string(token.article.value) + "-" +
                           std::to_string(token.issued.ms) + "-" + token.nonce;
  return text + "-" + mac_of(vault, form, text);
}

std::optional<FormToken> read_form_token(const ledger::Vault& vault, std::string_view form,
                                         std::string_view text) {
  const std::size_t last = text.rfind('-');
  if (last == std::string_view::npos) return std::nullopt;
  const std::string_view part = text.substr(0, last);
  if (!crypto::equal(text.substr(last + 1), mac_of(vault, form, part))) return std::nullopt;
  const std::size_t first = part.find('-');
  const std::size_t second = part.find('-', first + 1);
  FormToken out;
  std::from_chars(part.data(), part.data() + first, out.article.value);
  std::from_chars(part.data() + first + 1, part.data() + second, out.issued.ms);
  out.nonce = part.substr(second + 1);
  return out;
}

}  // namespace lantoa::city
