#include "city/identity/credentials.h"

#include <algorithm>

#include "platform/crypto/crypto.h"
#include "viet/unicode.h"

namespace lantoa::city::identity {
namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

Result<void> check_login(std::string_view login) {
  const bool odd = std::any_of(login.begin(), login.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
  });
  if (odd || login.size() > login_bytes_max || viet::fold(login).size() < 3) {
    return problem(Code::Invalid,
                   {"Tên đăng nhập cần từ 3 ký tự trở lên, không có dấu cách, ví dụ "
                    "nguyen.thi.mau.",
                    "A login has three characters or more and no spaces, for instance "
                    "nguyen.thi.mau."},
                   "login");
  }
  // Letters of other alphabets look like ours and are none: аdmin beside admin. Marks fold away.
  const std::string folded = viet::fold(login);
  if (std::any_of(folded.begin(), folded.end(),
                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    return problem(Code::Invalid,
                   {"Tên đăng nhập chỉ dùng chữ cái tiếng Việt, chữ số và dấu, ví dụ "
                    "nguyen.thi.mau.",
                    "A login has Latin letters, digits and signs only, for instance "
                    "nguyen.thi.mau."},
                   "login");
  }
  return {};
}

Result<void> check_password_rule(std::string_view password, std::string_view login) {
  if (characters(password) < password_characters_min || password.size() > password_bytes_max) {
    return problem(Code::Invalid,
                   {"Mật khẩu cần ít nhất 12 ký tự. Một câu ngắn dễ nhớ là cách tốt.",
                    "A password has at least 12 characters. A short sentence works well."},
                   "password");
  }
  if (viet::fold(password) == viet::fold(login)) {
    return problem(Code::Invalid,
                   {"Mật khẩu không được giống tên đăng nhập. Hãy chọn mật khẩu khác.",
                    "The password must not be the login itself. Choose another."},
                   "password");
  }
  return {};
}

}  // namespace

std::string login_index(std::string_view login) { return "login:" + viet::fold(login); }

std::string token_index(std::string_view secret) { return "token:" + std::string(secret); }

bool is_secret(std::string_view text) {
  return text.size() >= token_characters_min && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '-' || c == '_';
         });
}

std::string normal_password(std::string_view typed) { return viet::nfc(typed); }

Result<OpenAccount> prepare_account(PersonNo person, std::string_view login,
                                    std::string_view password) {
  TRY(check_login(login));
  TRY_ASSIGN(std::string hash, hash_new_password(login, password));
  return OpenAccount{person, viet::nfc(login), std::move(hash)};
}

Result<std::string> hash_new_password(std::string_view login, std::string_view password) {
  const std::string normal = normal_password(password);
  TRY(check_password_rule(normal, login));
  return crypto::hash_password(normal);
}

}  // namespace lantoa::city::identity
