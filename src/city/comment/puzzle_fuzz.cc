// Whatever comes back with a form of comments: only the very token that was given out is taken,
// only its own solution and its own digits, and a code is none or the same however it is typed. The
// first byte says what is tried: bytes as they are, or changes to what is right, so that what lies
// behind the signature is reached as well.
// Tries: puzzle.cc
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "city/comment/puzzle.h"
#include "city/comment/testing_solver.h"
#include "kernel/assert.h"
#include "kernel/fact.h"
#include "platform/crypto/crypto.h"
#include "platform/ledger/memory/memory_store.h"

namespace {

using namespace lantoa;
using city::comment::Guard;
using city::comment::Solution;

constexpr city::ArticleNo form_article{3};
constexpr Instant form_made{1'620'000'000'000};

// One form, as it was given out.
struct GivenForm {
  std::unique_ptr<ledger::Store> store = ledger::make_memory_store();
  ledger::Vault vault{*store, ledger::MasterKey{1, 2, 3}};
  Guard guard{vault};
  city::FormToken made{form_article, form_made, "bmF1IG5naWVu"};
  std::string token = guard.write(made);
  std::string solution = city::comment::solve(guard.puzzle_of(token));
  std::string digits = city::comment::digits_in(guard.question_of(token).vi);
};

template <class T>
bool taken(const Result<T>& result) {
  ASSERT(result || (!result.error().text.vi.empty() && !result.error().text.en.empty()));
  return result.has_value();
}

// Pairs of a place and what stands there now; a single byte left over is put at the end.
std::string changed(std::string text, std::string_view how) {
  while (how.size() >= 2 && !text.empty()) {
    text[static_cast<unsigned char>(how[0]) % text.size()] = how[1];
    how.remove_prefix(2);
  }
  return text + std::string(how.substr(0, 1));
}

void try_token(const GivenForm& form, const std::string& token) {
  const bool is_ours = token == form.token;
  const auto read = form.guard.read(token);
  ASSERT(taken(read) == is_ours);
  if (read) ASSERT(city::comment::form_digest(*read) == city::comment::form_digest(form.made));
  // The first and the last moment that count, and those beside them.
  const Instant soon{form_made.ms + city::comment::form_age_ms_min};
  const Instant late{form_made.ms + city::form_age_ms_max};
  ASSERT(taken(form.guard.check(token, form_article, soon)) == is_ours);
  ASSERT(taken(form.guard.check(token, form_article, late)) == is_ours);
  ASSERT(!taken(form.guard.check(token, form_article, Instant{soon.ms - 1})));
  ASSERT(!taken(form.guard.check(token, form_article, Instant{late.ms + 1})));
  ASSERT(!taken(form.guard.check(token, city::ArticleNo{4}, soon)));
}

void try_solution(const GivenForm& form, const std::string& payload) {
  if (!taken(form.guard.check_solution(form.token, payload))) return;
  // Spaces and further members may stand in the JSON; what it says is what was asked.
  const auto read = decode<Solution>(crypto::unbase64(payload).value());
  const auto right = decode<Solution>(crypto::unbase64(form.solution).value());
  ASSERT(read && right && encode(*read) == encode(*right));
}

void try_answer(const GivenForm& form, std::string_view typed) {
  std::string kept;
  for (const char c : typed) {
    if (c != ' ' && c != ',' && c != '.') kept += c;
  }
  ASSERT(taken(form.guard.check_answer(form.token, typed)) == (kept == form.digits));
}

void try_code(const GivenForm& form, std::string_view typed) {
  const std::string code = city::comment::tidy_code(typed);
  ASSERT(code.empty() || code.size() == 16);
  ASSERT(city::comment::tidy_code(code) == code);
  // What is kept of a code finds its comment by no other.
  const std::string right = city::comment::tidy_code(form.guard.code_of(form.made));
  const bool is_found = city::comment::code_digest(code) == city::comment::code_digest(right);
  ASSERT(is_found == (code == right));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const GivenForm form;
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0] % 8) {
    case 0:
      try_token(form, bytes);
      break;
    case 1:
      try_token(form, changed(form.token, bytes));
      break;
    case 2:
      try_solution(form, bytes);
      break;
    case 3:
      try_solution(form, crypto::base64(bytes));
      break;
    case 4:
      try_solution(form, changed(form.solution, bytes));
      break;
    case 5:
      try_solution(form, crypto::base64(changed(crypto::unbase64(form.solution).value(), bytes)));
      break;
    case 6:
      try_answer(form, bytes);
      try_answer(form, changed(form.digits, bytes));
      break;
    default:
      try_code(form, bytes);
      try_code(form, changed(form.guard.code_of(form.made), bytes));
  }
  return 0;
}
