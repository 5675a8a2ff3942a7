#include "city/webpage/looking.h"

#include <algorithm>

#include "platform/crypto/crypto.h"
#include "platform/document/document.h"
#include "platform/http/text.h"
#include "viet/citations.h"

namespace lantoa::city::webpage {
namespace {

constexpr int not_found = 404;
constexpr int gone = 410;

Outcome outcome_of(const Problem& why) {
  if (why.code == Code::Forbidden) return Outcome::NotAllowed;
  if (why.code == Code::TooLarge) return Outcome::TooLarge;
  return Outcome::Unreachable;
}

bool names_one(std::string_view text, const std::vector<std::string>& keys) {
  const auto citations = viet::find_citations(text, std::nullopt);
  return std::any_of(citations.begin(), citations.end(), [&](const viet::Citation& one) {
    return std::find(keys.begin(), keys.end(), one.number.key()) != keys.end();
  });
}

}  // namespace

Look look_of(const Result<fetch::Answer>& answer, const std::vector<std::string>& keys,
             Date today) {
  Look look;
  look.on = today;
  if (!answer) {
    look.outcome = outcome_of(answer.error());
    return look;
  }
  look.status = static_cast<std::uint32_t>(answer->status);
  if (!answer->is_good()) {
    const bool is_gone = answer->status == not_found || answer->status == gone;
    look.outcome = is_gone ? Outcome::Gone : Outcome::Failed;
    return look;
  }
  // The words of a page, not its scripts, tell whether it is still the same. What is no page of
  // words (a picture, a PDF) is told by its bytes; a page whose words cannot be read by nothing.
  const std::string_view kind = answer->header("content-type");
  if (http::lower_case(kind).find("html") == std::string::npos) {
    look.digest = crypto::hex(crypto::sha256(answer->body));
    return look;
  }
  const auto text = document::to_text(answer->body, "x.html");
  if (!text) return look;
  look.digest = crypto::hex(crypto::sha256(*text));
  look.names_document = names_one(*text, keys);
  return look;
}

}  // namespace lantoa::city::webpage
