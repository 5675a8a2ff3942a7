#include "city/comment/puzzle.h"

#include <array>
#include <charconv>

#include "kernel/fact.h"
#include "platform/crypto/crypto.h"

namespace lantoa::city::comment {
namespace {

constexpr std::string_view algorithm = "SHA-256";
constexpr std::size_t payload_bytes_max = 2'048;
constexpr std::string_view form_name = "comment";
constexpr std::size_t code_characters = 16;
constexpr std::string_view code_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

tl::unexpected<Problem> not_ours() {
  return problem(Code::Invalid,
                 {"Biểu mẫu này không phải của bài viết này. Những gì bạn viết vẫn còn ở đây; hãy "
                  "xem lại rồi gửi.",
                  "This form is not of this article. What you wrote is still here; look at it and "
                  "send it."});
}

tl::unexpected<Problem> not_solved() {
  return problem(Code::Invalid,
                 {"Bước kiểm tra tự động chưa xong hoặc không đúng với biểu mẫu này. Những gì bạn "
                  "viết vẫn còn ở đây; hãy bấm gửi lần nữa.",
                  "The automatic check was not finished or does not fit this form. What you wrote "
                  "is still here; press send once more."});
}

std::string puzzle_digest(std::string_view salt, std::uint32_t number) {
  return crypto::hex(crypto::sha256(std::string(salt) + std::to_string(number)));
}

// The first eight digits of a MAC as a number.
std::uint32_t number_in(std::string_view mac) {
  std::uint32_t value = 0;
  std::from_chars(mac.data(), mac.data() + 8, value, 16);
  return value;
}

}  // namespace

std::string Guard::write(const FormToken& token) const {
  return write_form_token(vault_, form_name, token);
}

Result<FormToken> Guard::read(std::string_view token) const {
  if (auto read = read_form_token(vault_, form_name, token)) return *std::move(read);
  return not_ours();
}

Result<FormToken> Guard::check(std::string_view token, ArticleNo article, Instant now) const {
  TRY_ASSIGN(FormToken read_token, read(token));
  if (read_token.article != article) return not_ours();
  const std::int64_t age_ms = now.ms - read_token.issued.ms;
  if (age_ms < form_age_ms_min) {
    return problem(
        Code::Invalid,
        {"Biểu mẫu được gửi nhanh hơn một người có thể viết. Những gì bạn viết vẫn còn ở "
         "đây; hãy xem lại rồi gửi lần nữa.",
         "The form was sent faster than a person can write. What you wrote is still "
         "here; look at it and send it once more."});
  }
  if (age_ms > form_age_ms_max) {
    return problem(Code::Invalid,
                   {"Biểu mẫu đã mở quá hai giờ nên hết hạn. Những gì bạn viết vẫn còn ở đây; hãy "
                    "bấm gửi lần nữa.",
                    "The form had been open for more than two hours. What you wrote is still here; "
                    "press send once more."});
  }
  return read_token;
}

Guard::Puzzle Guard::puzzle_of(std::string_view token) const {
  const std::string secret = vault_.commitment("comment/puzzle", token);
  // The whole token stands in the salt, so its article, time and nonce cannot be exchanged; the
  // ending keeps the number from running into it.
  const std::string salt = secret.substr(32, 16) + "?phieu=" + std::string(token) + "&";
  Puzzle puzzle{puzzle_digest(salt, number_in(secret) % (puzzle_number_max + 1)), salt, {}};
  puzzle.signature = vault_.commitment("comment/challenge", puzzle.challenge);
  return puzzle;
}

Result<void> Guard::check_solution(std::string_view token, std::string_view payload) const {
  if (payload.size() > payload_bytes_max) return not_solved();
  const auto json = crypto::unbase64(payload);
  if (!json) return not_solved();
  const auto solution = decode<Solution>(*json);
  if (!solution) return not_solved();
  const Puzzle puzzle = puzzle_of(token);
  const bool same = solution->algorithm == algorithm && solution->salt == puzzle.salt &&
                    crypto::equal(solution->challenge, puzzle.challenge) &&
                    crypto::equal(solution->signature, puzzle.signature);
  if (!same || puzzle_digest(puzzle.salt, solution->number) != puzzle.challenge) {
    return not_solved();
  }
  return {};
}

std::string Guard::digits_of(std::string_view token) const {
  const std::string mac = vault_.commitment("comment/question", token);
  std::string digits = std::to_string(number_in(mac) % 10'000);
  return std::string(question_digits - digits.size(), '0') + digits;
}

Text Guard::question_of(std::string_view token) const {
  static const std::array<Text, 10> words = {{{"không", "zero"},
                                              {"một", "one"},
                                              {"hai", "two"},
                                              {"ba", "three"},
                                              {"bốn", "four"},
                                              {"năm", "five"},
                                              {"sáu", "six"},
                                              {"bảy", "seven"},
                                              {"tám", "eight"},
                                              {"chín", "nine"}}};
  Text out;
  for (const char digit : digits_of(token)) {
    const Text& word = words.at(static_cast<std::size_t>(digit - '0'));
    out.vi += (out.vi.empty() ? "" : ", ") + word.vi;
    out.en += (out.en.empty() ? "" : ", ") + word.en;
  }
  return out;
}

Result<void> Guard::check_answer(std::string_view token, std::string_view typed) const {
  std::string digits;
  for (const char c : typed) {
    if (c != ' ' && c != ',' && c != '.') digits += c;
  }
  if (crypto::equal(digits, digits_of(token))) return {};
  return problem(Code::Invalid,
                 {"Mã xác nhận chưa đúng. Hãy gõ bốn chữ số của mã mới bên dưới; những gì bạn viết "
                  "vẫn còn ở đây.",
                  "The confirmation code is not right. Type the four digits of the new one below; "
                  "what you wrote is still here."},
                 "ma-xac-nhan");
}

std::string Guard::code_of(const FormToken& token) const {
  const std::string mac = vault_.commitment("comment/code", token.nonce);
  std::string out;
  for (std::size_t i = 0; i < code_characters; ++i) {
    std::uint32_t value = 0;
    std::from_chars(mac.data() + 2 * i, mac.data() + 2 * i + 2, value, 16);
    if (i > 0 && i % 4 == 0) out += '-';
    out += code_alphabet[value % code_alphabet.size()];
  }
  return out;
}

std::string tidy_code(std::string_view typed) {
  std::string out;
  for (char c : typed) {
    if (c == '-' || c == ' ') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    if (code_alphabet.find(c) == std::string_view::npos || out.size() > code_characters) return {};
    out += c;
  }
  return out.size() == code_characters ? out : std::string();
}

std::string code_digest(std::string_view tidied) {
  return crypto::hex(crypto::sha256("lantoa comment code:" + std::string(tidied)));
}

std::string form_digest(const FormToken& token) {
  return crypto::hex(crypto::sha256("lantoa comment form:" + token.nonce));
}

}  // namespace lantoa::city::comment
