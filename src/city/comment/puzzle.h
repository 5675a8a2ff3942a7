// What stands between a program and the form of comments: a token that binds the form to its
// article and its time, a puzzle that costs a browser some work, and for browsers that cannot do it
// a question to be answered by hand. All of them are made and checked from the token and a secret,
// so no list of what was given out is kept; that a token is used once is a rule of decide.
#pragma once

#include <string>
#include <string_view>

#include "city/comment/facts.h"
#include "city/form_token.h"
#include "city/numbers.h"
#include "kernel/result.h"
#include "kernel/time.h"
#include "platform/ledger/vault.h"

namespace lantoa::city::comment {

constexpr std::int64_t form_age_ms_min = 3'000;  // nobody types faster
// Half as many hashes on average. A browser that makes a short digest where it is asked for takes
// 9 us for one, which comes to 0.45 s of a server's core, and to 3 s where it is six times slower.
constexpr std::uint32_t puzzle_number_max = 100'000;
constexpr std::size_t question_digits = 4;

// Keyed by the vault's key, which all nodes share.
class Guard {
 public:
  explicit Guard(const ledger::Vault& vault) : vault_(vault) {}

  std::string write(const FormToken& token) const;
  // Invalid when it is not ours; its age is not looked at.
  Result<FormToken> read(std::string_view token) const;
  // Ours, of this article and neither too young nor too old.
  Result<FormToken> check(std::string_view token, ArticleNo article, Instant now) const;

  // As ALTCHA writes it: which number, appended to the salt, has this SHA-256?
  struct Puzzle {
    std::string challenge;
    std::string salt;
    std::string signature;
  };
  Puzzle puzzle_of(std::string_view token) const;
  // `payload`: base64 of the Solution as JSON.
  Result<void> check_solution(std::string_view token, std::string_view payload) const;

  // Digits to be typed, in words.
  Text question_of(std::string_view token) const;
  Result<void> check_answer(std::string_view token, std::string_view typed) const;

  // The code that its writer follows the comment by, "7KQF-3M9T-XW2P-AB4D", and its digest.
  std::string code_of(const FormToken& token) const;

 private:
  std::string digits_of(std::string_view token) const;

  const ledger::Vault& vault_;
};

// However it is typed: case, dashes, spaces, O for 0.
std::string tidy_code(std::string_view typed);
std::string code_digest(std::string_view tidied);
std::string form_digest(const FormToken& token);

}  // namespace lantoa::city::comment
