#include "city/rating/form_token.h"

#include <charconv>

#include "platform/crypto/crypto.h"

namespace lantoa::city::rating {
namespace {

constexpr std::size_t mac_digits = 20;

std::string mac_of(const ledger::Vault& vault, std::string_view text) {
  return vault.commitment("rating/form", text).substr(0, mac_digits);
}

}  // namespace

std::string write_token(const ledger::Vault& vault, ArticleNo article, Instant issued,
                        std::string_view nonce) {
  const std::string text =
      std::to_string(article.value) + "-" + std::to_string(issued.ms) + "-" + std::string(nonce);
  return text + "-" + mac_of(vault, text);
}

Result<void> check_token(const ledger::Vault& vault, std::string_view token, ArticleNo article,
                         Instant now) {
  const std::size_t last = token.rfind('-');
  const std::string_view text = token.substr(0, last);
  const bool ours =
      last != std::string_view::npos && crypto::equal(token.substr(last + 1), mac_of(vault, text));
  ArticleNo of;
  Instant issued;
  if (ours) {
    const std::size_t first = text.find('-');
    std::from_chars(text.data(), text.data() + first, of.value);
    std::from_chars(text.data() + first + 1, text.data() + text.size(), issued.ms);
  }
  if (!ours || of != article) {
    return problem(Code::Invalid,
                   {"Biểu mẫu này không phải của bài viết này. Hãy xem lại rồi gửi lần nữa.",
                    "This form is not of this article. Look at it and send it once more."});
  }
  if (now.ms - issued.ms > form_age_ms_max) {
    return problem(Code::Invalid,
                   {"Biểu mẫu đã mở quá hai giờ nên hết hạn. Hãy bấm gửi lần nữa.",
                    "The form had been open for more than two hours. Press send once more."});
  }
  return {};
}

}  // namespace lantoa::city::rating
