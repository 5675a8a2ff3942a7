// The form's own key: signed, bound to its article and its time. It stands in the field of the
// idempotency key, so a form that is sent twice, or a hundred times by a program, is one rating,
// and no list of forms is kept. What a program must do for each rating is fetch a page.
#pragma once

#include <string>
#include <string_view>

#include "city/numbers.h"
#include "kernel/result.h"
#include "kernel/time.h"
#include "platform/ledger/vault.h"

namespace lantoa::city::rating {

constexpr std::int64_t form_age_ms_max = 2LL * 60 * 60 * 1'000;
constexpr std::size_t nonce_bytes = 9;

// `nonce`: base64url of so many random bytes.
std::string write_token(const ledger::Vault& vault, ArticleNo article, Instant issued,
                        std::string_view nonce);
// Invalid when it is not ours, of another article, or older than a form may be.
Result<void> check_token(const ledger::Vault& vault, std::string_view token, ArticleNo article,
                         Instant now);

}  // namespace lantoa::city::rating
