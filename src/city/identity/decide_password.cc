// Whose password it is: set for first use by somebody else, chosen by its owner.
#include "city/identity/credentials.h"
#include "city/identity/decide.h"

namespace lantoa::city::identity {

std::string account_after(AccountNo account, std::string_view done) {
  return "/tai-khoan/" + std::to_string(account.value) + "?xong=" + std::string(done);
}

namespace {

void keep_password(ledger::Decision& decision, AccountNo account, const std::string& login,
                   const std::string& hash) {
  decision.secrets.push_back(
      {subject("account", account), encode(AccountRecord{login, hash}), login_index(login)});
}

// Roles that one person alone, whoever holds the password now, must not be able to use.
void put_back(ledger::Decision& decision, const Account& account) {
  for (const Grant& grant : account.grants) {
    decision.add(subject("account", account.no), RoleWithdrawn{account.no, grant.role, grant.unit});
    decision.add(subject("account", account.no), RoleProposed{account.no, grant.role, grant.unit});
  }
}

}  // namespace

Result<void> may_reset(const State& state, const organisation::State& organisation,
                       const Account& account, const Actor& actor) {
  TRY(require_manager(organisation, actor, state.person(account.person).home));
  for (const Grant& grant : account.grants) TRY(require_manager(organisation, actor, grant.unit));
  if (!account.open) {
    return problem(Code::Conflict, {"Tài khoản này đã đóng nên không đặt lại mật khẩu được.",
                                    "This account is closed; its password cannot be reset."});
  }
  if (actor.person && account.person == actor.person) {
    return problem(Code::Forbidden,
                   {"Đây là tài khoản của chính bạn. Hãy dùng trang Đổi mật khẩu.",
                    "This account is your own. Use the page that changes your password."});
  }
  return {};
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ResetPassword& command, const Envelope& envelope) {
  TRY_ASSIGN(const Account* account, state.find(command.account));
  TRY(may_reset(state, organisation, *account, envelope.actor));
  ledger::Decision decision;
  decision.add(subject("account", account->no), PasswordSet{account->no});
  if (!envelope.actor.is_system()) put_back(decision, *account);
  keep_password(decision, account->no, command.login, command.password_hash);
  decision.answer = account_after(account->no, "mat-khau-tam");
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& /*organisation*/,
                                const ChangePassword& command, const Envelope& envelope) {
  TRY_ASSIGN(const Account* account, state.find(command.account));
  if (envelope.actor.account != account->no) {
    return problem(Code::Forbidden, {"Chỉ chủ tài khoản tự đổi được mật khẩu của mình.",
                                     "Only its owner changes an account's password."});
  }
  if (account->must_choose != command.first_use) {
    return problem(Code::Conflict,
                   command.first_use
                       ? Text{"Có người đã dùng mật khẩu tạm để đặt mật khẩu trước bạn. Nếu không "
                              "phải bạn, hãy báo ngay một người quản trị khác.",
                              "Somebody used the temporary password to set one before you. If that "
                              "was not you, tell another administrator at once."}
                       : Text{"Mật khẩu vừa được đặt lại trong lúc này. Hãy đăng nhập lại bằng mật "
                              "khẩu mới.",
                              "The password was reset meanwhile. Sign in again with the new one."});
  }
  ledger::Decision decision;
  decision.add(subject("account", account->no), PasswordChanged{account->no});
  keep_password(decision, account->no, command.login, command.password_hash);
  decision.answer =
      account->grants.empty() ? "/cua-toi?xong=mat-khau" : "/ban-lam-viec?xong=mat-khau";
  return decision;
}

}  // namespace lantoa::city::identity
