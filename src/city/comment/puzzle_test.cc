#include "city/comment/puzzle.h"

#include <gtest/gtest.h>

#include "city/comment/testing_solver.h"
#include "kernel/fact.h"
#include "platform/crypto/crypto.h"
#include "platform/ledger/memory/memory_store.h"

namespace lantoa::city::comment {
namespace {

constexpr ArticleNo article{3};
constexpr Instant rendered{1'000'000'000};

struct Guarded {
  std::unique_ptr<ledger::Store> store = ledger::make_memory_store();
  ledger::Vault vault{*store, ledger::MasterKey{1, 2, 3}};
  Guard guard{vault};
  std::string token = guard.write({article, rendered, "bmF1IG5naWVu"});

  Result<FormToken> check(std::int64_t age_ms, const std::string& given) const {
    return guard.check(given, article, {rendered.ms + age_ms});
  }
};

TEST(FormToken, IsOfOneArticleAndOneTime) {
  Guarded one;
  EXPECT_TRUE(one.check(form_age_ms_min, one.token));
  EXPECT_TRUE(one.check(form_age_ms_max, one.token));
  EXPECT_NE(one.check(form_age_ms_min - 1, one.token).error().text.vi.find("nhanh"),
            std::string::npos);
  EXPECT_NE(one.check(form_age_ms_max + 1, one.token).error().text.vi.find("hết hạn"),
            std::string::npos);
  const auto other = one.guard.check(one.token, ArticleNo{4}, {rendered.ms + 10'000});
  EXPECT_NE(other.error().text.vi.find("không phải của bài viết này"), std::string::npos);
}

TEST(FormToken, OfAnotherHandIsRefused) {
  Guarded one;
  EXPECT_FALSE(one.check(10'000, one.token + "0"));
  const std::unique_ptr<ledger::Store> store = ledger::make_memory_store();
  const ledger::Vault other(*store, ledger::MasterKey{9});
  EXPECT_FALSE(Guard(other).read(one.token)) << "of another city";
}

TEST(Puzzle, IsSolvedByWorkOnly) {
  Guarded one;
  const std::string payload = solve(one.guard.puzzle_of(one.token));
  EXPECT_TRUE(one.guard.check_solution(one.token, payload));
  const std::string other = one.guard.write({ArticleNo{4}, rendered, "bmF1IG5naWVu"});
  EXPECT_FALSE(one.guard.check_solution(other, payload)) << "of another article";
  const auto solution = *decode<Solution>(*crypto::unbase64(payload));
  const auto refused = [&](auto change) {
    Solution changed = solution;
    change(changed);
    EXPECT_FALSE(one.guard.check_solution(one.token, crypto::base64(encode(changed))));
  };
  refused([](Solution& s) { ++s.number; });
  refused([](Solution& s) { s.algorithm = "SHA-1"; });
  refused([](Solution& s) { s.challenge = crypto::hex(crypto::sha256(s.salt + "1")); });
  refused([](Solution& s) { s.signature[0] = s.signature[0] == '0' ? '1' : '0'; });
  // What one digit moved from the number into the salt would hash to the same.
  refused([](Solution& s) {
    const std::string digits = std::to_string(s.number);
    s.salt += digits[0];
    s.number = static_cast<std::uint32_t>(std::strtoul(digits.c_str() + 1, nullptr, 10));
  });
  for (const char* junk : {"", "x", "e30=", "bnVsbA==", "W10="}) {
    EXPECT_FALSE(one.guard.check_solution(one.token, junk)) << junk;
  }
  EXPECT_FALSE(one.guard.check_solution(one.token, std::string(100'000, 'A')));
}

TEST(Question, IsAnsweredByItsDigitsOnly) {
  Guarded one;
  const Text question = one.guard.question_of(one.token);
  const std::string digits = digits_in(question.vi);
  EXPECT_EQ(digits.size(), question_digits);
  EXPECT_TRUE(one.guard.check_answer(one.token, digits));
  EXPECT_TRUE(
      one.guard.check_answer(one.token, " " + digits.substr(0, 2) + " " + digits.substr(2)));
  EXPECT_FALSE(one.guard.check_answer(one.token, ""));
  EXPECT_FALSE(one.guard.check_answer(one.token, digits + "0"));
  std::string wrong = digits;
  wrong[3] = wrong[3] == '9' ? '0' : static_cast<char>(wrong[3] + 1);
  EXPECT_EQ(one.guard.check_answer(one.token, wrong).error().field, "ma-xac-nhan");
}

TEST(Code, IsTheSameHoweverItIsTyped) {
  Guarded one;
  const std::string code = one.guard.code_of(*one.guard.read(one.token));
  EXPECT_EQ(code.size(), 19U);
  const std::string tidied = tidy_code(code);
  EXPECT_EQ(tidied.size(), 16U);
  std::string lower = code;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  EXPECT_EQ(tidy_code(" " + lower + " "), tidied);
  EXPECT_EQ(tidy_code("OIL0-0000-0000-0000"), "0110000000000000");
  for (const char* wrong : {"", "1234", "U234-5678-9012-3456", "12345678901234567", "ệ"}) {
    EXPECT_EQ(tidy_code(wrong), "") << wrong;
  }
}

}  // namespace
}  // namespace lantoa::city::comment
