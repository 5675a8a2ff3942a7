#include "city/identity/passwords.h"

#include "platform/crypto/crypto.h"

namespace lantoa::city::identity {
namespace {

using Places = std::counting_semaphore<passwords_at_once_max>;

// A place among those who wait, given back at the end of the scope.
class Place {
 public:
  explicit Place(Places& places) : places_(places), taken_(places.try_acquire()) {}
  ~Place() {
    if (taken_) places_.release();
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  explicit operator bool() const { return taken_; }

 private:
  Places& places_;
  bool taken_;
};

tl::unexpected<Problem> busy() {
  return problem(Code::Unavailable,
                 {"Nhiều người đang đăng nhập cùng lúc. Hãy đợi vài giây rồi thử lại.",
                  "Many people are signing in at once. Wait a few seconds and try again."});
}

tl::unexpected<Problem> wrong() {
  return problem(Code::Invalid,
                 {"Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím "
                  "Caps Lock rồi thử lại.",
                  "Login or password is wrong. Check your keyboard and Caps Lock, then try again."},
                 "login");
}

}  // namespace

Result<AccountNo> Passwords::check(std::string_view login, std::string_view password) {
  const Place place(places_);
  if (!place) return busy();
  const std::lock_guard guard(mutex_);
  const std::string index = login_index(login);
  TRY(attempts_.admit(index, clock_.now()));
  if (decoy_.empty()) decoy_ = crypto::hash_password(crypto::SystemRandom().bytes(16));
  TRY_ASSIGN(const auto found, vault_.find(index));
  AccountRecord record{{}, decoy_};
  if (found) {
    TRY_ASSIGN(record, decode<AccountRecord>(found->text));
  }
  if (!crypto::check_password(normal_password(password), record.password) || !found) {
    return wrong();
  }
  attempts_.forget(index);
  return AccountNo{number_in(found->id, "account/").value_or(0)};
}

Result<OpenAccount> Passwords::prepare(PersonNo person, std::string_view login,
                                       std::string_view password) {
  const Place place(places_);
  if (!place) return busy();
  const std::lock_guard guard(mutex_);
  TRY_ASSIGN(const auto found, vault_.find(login_index(login)));
  if (found) {
    return problem(Code::Invalid,
                   {"Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.",
                    "Somebody has this login already. Choose another."},
                   "login");
  }
  return prepare_account(person, login, password);
}

Result<AccountRecord> Passwords::record_of(AccountNo account) const {
  TRY_ASSIGN(const auto text, vault_.open(subject("account", account)));
  if (text) return decode<AccountRecord>(*text);
  return problem(Code::Conflict, {"Tài khoản này đã đóng nên không còn mật khẩu.",
                                  "This account is closed and has no password any more."});
}

// Counted as signing in is.
Result<void> Passwords::check_current(const AccountRecord& record, std::string_view current) {
  if (current.empty()) {
    return problem(Code::Invalid, {"Hãy nhập mật khẩu đang dùng.", "Enter your present password."},
                   "current");
  }
  const std::string index = login_index(record.login);
  if (auto admitted = attempts_.admit(index, clock_.now()); !admitted) {
    Problem why = std::move(admitted).error();
    why.field = "current";
    return tl::unexpected(std::move(why));
  }
  if (!crypto::check_password(normal_password(current), record.password)) {
    return problem(Code::Invalid,
                   {"Mật khẩu đang dùng không đúng. Hãy kiểm tra bộ gõ và phím Caps Lock.",
                    "The present password is wrong. Check your keyboard and Caps Lock."},
                   "current");
  }
  attempts_.forget(index);
  return {};
}

Result<void> Passwords::confirm(AccountNo account, std::string_view current) {
  const Place place(places_);
  if (!place) return busy();
  const std::lock_guard guard(mutex_);
  TRY_ASSIGN(const AccountRecord record, record_of(account));
  return check_current(record, current);
}

Result<ResetPassword> Passwords::reset(AccountNo account, std::string_view password) {
  const Place place(places_);
  if (!place) return busy();
  const std::lock_guard guard(mutex_);
  TRY_ASSIGN(AccountRecord record, record_of(account));
  TRY_ASSIGN(std::string hash, hash_new_password(record.login, password));
  attempts_.forget(login_index(record.login));
  return ResetPassword{account, std::move(record.login), std::move(hash)};
}

Result<ChangePassword> Passwords::change(AccountNo account, std::optional<std::string_view> current,
                                         std::string_view fresh) {
  const Place place(places_);
  if (!place) return busy();
  const std::lock_guard guard(mutex_);
  TRY_ASSIGN(AccountRecord record, record_of(account));
  if (current) TRY(check_current(record, *current));
  if (crypto::check_password(normal_password(fresh), record.password)) {
    return problem(Code::Invalid,
                   {"Mật khẩu mới phải khác mật khẩu đang dùng. Hãy chọn mật khẩu khác.",
                    "The new password must differ from the present one. Choose another."},
                   "password");
  }
  TRY_ASSIGN(std::string hash, hash_new_password(record.login, fresh));
  return ChangePassword{account, std::move(record.login), std::move(hash), !current};
}

}  // namespace lantoa::city::identity
