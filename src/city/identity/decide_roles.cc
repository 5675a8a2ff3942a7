// Roles: one person proposes, another confirms.
#include <algorithm>

#include "city/identity/decide.h"

namespace lantoa::city::identity {
namespace {

Result<const Account*> open_account(const State& state, AccountNo no) {
  TRY_ASSIGN(const Account* account, state.find(no));
  if (account->open) return account;
  return problem(Code::Conflict, {"Tài khoản này đã đóng nên không nhận thêm vai trò.",
                                  "This account is closed and takes no more roles."});
}

bool has(const Account& account, const Grant& grant) {
  return std::find(account.grants.begin(), account.grants.end(), grant) != account.grants.end();
}

const Proposal* proposal_of(const Account& account, const Grant& grant) {
  for (const Proposal& proposal : account.proposed) {
    if (proposal.grant == grant) return &proposal;
  }
  return nullptr;
}

Result<void> require_new(const Account& account, const Grant& grant) {
  if (!has(account, grant)) return {};
  return problem(Code::Conflict,
                 {"Tài khoản này đã có vai trò đó ở đơn vị đó.",
                  "This account has that role over that unit already."},
                 "vai-tro");
}

Result<ledger::Decision> granted(AccountNo account, const Grant& grant) {
  ledger::Decision decision;
  decision.add(subject("account", account), RoleGranted{account, grant.role, grant.unit});
  decision.answer = account_after(account, "duyet");
  return decision;
}

}  // namespace

Result<void> may_confirm(const organisation::State& organisation, const Account& account,
                         const Proposal& proposal, const Actor& actor) {
  // A system actor is nobody, so he cannot be the second person.
  if (!actor.person) return tl::unexpected(not_allowed(Right::ManageAccounts));
  TRY(require_manager(organisation, actor, proposal.grant.unit));
  if (proposal.by == actor.person) {
    return problem(Code::Forbidden,
                   {"Bạn là người đề nghị nên không thể tự xác nhận. Hãy nhờ một người quản trị "
                    "khác.",
                    "You proposed this, so you cannot confirm it. Ask another administrator."});
  }
  if (account.person == actor.person) {
    return problem(Code::Forbidden,
                   {"Đây là vai trò của chính bạn nên phải do người khác xác nhận.",
                    "This role is for yourself, so somebody else must confirm it."});
  }
  if (account.set_by == actor.person) {
    return problem(
        Code::Forbidden,
        {"Bạn đã đặt mật khẩu tạm cho tài khoản này nên không xác nhận được vai trò của "
         "nó. Hãy nhờ một người quản trị khác.",
         "You set a temporary password for this account, so you cannot confirm its roles. "
         "Ask another administrator."});
  }
  if (account.must_choose) {
    return problem(Code::Conflict,
                   {"Chủ tài khoản chưa đăng nhập để tự đặt mật khẩu. Khi người ấy đã đặt, hãy hỏi "
                    "lại trực tiếp rồi xác nhận.",
                    "The owner has not signed in and chosen a password yet. Once that is done, ask "
                    "the owner in person, then confirm."});
  }
  return {};
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ProposeRole& command, const Envelope& envelope) {
  TRY_ASSIGN(const Account* account, open_account(state, command.account));
  TRY(organisation.find(command.grant.unit));
  TRY(require_manager(organisation, envelope.actor, command.grant.unit));
  TRY(require_open_home(organisation, command.grant.unit));
  TRY(require_new(*account, command.grant));
  if (proposal_of(*account, command.grant) != nullptr) {
    return problem(Code::Conflict,
                   {"Vai trò này đã được đề nghị, đang chờ người thứ hai xác nhận.",
                    "This role is proposed already and waits for a second person."},
                   "vai-tro");
  }
  ledger::Decision decision;
  decision.add(subject("account", account->no),
               RoleProposed{account->no, command.grant.role, command.grant.unit});
  decision.answer = account_after(account->no, "luu");
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const ConfirmRole& command, const Envelope& envelope) {
  TRY_ASSIGN(const Account* account, open_account(state, command.account));
  TRY(organisation.find(command.grant.unit));
  // Who may not know of the account learns nothing about its proposals.
  TRY(require_manager(organisation, envelope.actor, command.grant.unit));
  const Proposal* proposal = proposal_of(*account, command.grant);
  if (proposal == nullptr) {
    return problem(Code::Conflict,
                   {"Không còn đề nghị này; có thể nó vừa được xác nhận hoặc rút lại.",
                    "This proposal is gone; it may have been confirmed or withdrawn just now."});
  }
  TRY(may_confirm(organisation, *account, *proposal, envelope.actor));
  TRY(require_open_home(organisation, command.grant.unit));
  return granted(account->no, command.grant);
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const WithdrawRole& command, const Envelope& envelope) {
  TRY_ASSIGN(const Account* account, state.find(command.account));
  TRY(organisation.find(command.grant.unit));
  TRY(require_manager(organisation, envelope.actor, command.grant.unit));
  if (!has(*account, command.grant) && proposal_of(*account, command.grant) == nullptr) {
    return problem(Code::Conflict,
                   {"Tài khoản này không còn vai trò đó.", "This account has that role no more."});
  }
  ledger::Decision decision;
  decision.add(subject("account", account->no),
               RoleWithdrawn{account->no, command.grant.role, command.grant.unit});
  decision.answer = account_after(account->no, "thu-hoi");
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const GrantRole& command, const Envelope& envelope) {
  if (!envelope.actor.is_system() || envelope.actor.name != setup_actor) {
    return tl::unexpected(not_allowed(Right::ManageAccounts));
  }
  TRY_ASSIGN(const Account* account, open_account(state, command.account));
  TRY(organisation.find(command.grant.unit));
  TRY(require_new(*account, command.grant));
  return granted(account->no, command.grant);
}

}  // namespace lantoa::city::identity
