// FormToken: what a form that anybody may send carries: of which article it is, when it was made,
// and a nonce, signed. Made and checked from itself and the vault's key, which all nodes share, so
// no list of forms is kept; it may stand where the key of repeated commands stands. That it counts
// once is the business of whoever uses it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "city/numbers.h"
#include "kernel/time.h"
#include "platform/ledger/vault.h"

namespace lantoa::city {

constexpr std::int64_t form_age_ms_max = 2LL * 60 * 60 * 1'000;
constexpr std::size_t form_nonce_bytes = 16;

struct FormToken {
  ArticleNo article;
  Instant issued;
  std::string nonce;  // base64url
};

// `form`: which one it is, "comment"; a token of one is none of another.
std::string write_form_token(const ledger::Vault& vault, std::string_view form,
                             const FormToken& token);
// Nothing when it is not ours; its article and its age are not looked at.
std::optional<FormToken> read_form_token(const ledger::Vault& vault, std::string_view form,
                                         std::string_view text);

}  // namespace lantoa::city
