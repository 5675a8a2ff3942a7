// Access tokens: an account's owner lets a program work in his name; he, or who manages his unit,
// ends that.
#include <algorithm>

#include "city/identity/credentials.h"
#include "city/identity/decide.h"
#include "city/identity/erasures.h"
#include "kernel/assert.h"

namespace lantoa::city::identity {
namespace {

Result<void> require_owner(const Account& account, const Actor& actor) {
  if (actor.account != account.no) {
    return problem(Code::Forbidden, {"Chỉ chủ tài khoản tự tạo được mã truy cập của mình.",
                                     "Only its owner makes an account's access tokens."});
  }
  if (!actor.may_somewhere(Right::Work)) return tl::unexpected(not_allowed(Right::Work));
  return {};
}

// Each once, in the order of the list.
std::vector<Scope> ordered(std::vector<Scope> scopes) {
  std::sort(scopes.begin(), scopes.end());
  scopes.erase(std::unique(scopes.begin(), scopes.end()), scopes.end());
  return scopes;
}

}  // namespace

Faults faults_of(const IssueToken& command, Date today) {
  Faults faults;
  faults.need("ten", one_line(command.name), token_name_characters_max,
              {"Hãy đặt tên cho mã, ví dụ tên của phần mềm sẽ dùng nó.",
               "Name the token, for example after the program that will use it."});
  if (command.scopes.empty()) {
    faults.add("pham-vi", {"Hãy chọn ít nhất một việc mà phần mềm được làm.",
                           "Choose at least one thing that the program may do."});
  }
  const Date first = today + 1;
  const Date last = today + token_days_max;
  if (!command.until || *command.until < first || *command.until > last) {
    faults.add("han",
               {"Hãy ghi một ngày từ " + vietnamese(first) + " đến " + vietnamese(last) + ".",
                "Write a day from " + vietnamese(first) + " to " + vietnamese(last) + "."});
  }
  return faults;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& /*organisation*/,
                                const IssueToken& command, const Envelope& envelope) {
  TRY_ASSIGN(const Account* account, state.find(command.account));
  TRY(require_owner(*account, envelope.actor));
  if (account->sessions_from > command.asked_at) {
    return problem(Code::Conflict,
                   {"Mật khẩu hoặc vai trò của tài khoản này vừa được thay. Hãy đăng nhập lại rồi "
                    "tạo mã.",
                    "The password or a role of this account was replaced just now. Sign in again, "
                    "then make the token."},
                   "current");
  }
  if (Faults faults = faults_of(command, envelope.today); faults.any()) {
    return tl::unexpected(std::move(faults).problem());
  }
  const std::vector<TokenNo>& own = state.tokens_of(account->no);
  const auto good = std::count_if(own.begin(), own.end(), [&](TokenNo no) {
    return state.is_good(state.token(no), envelope.today);
  });
  if (static_cast<std::size_t>(good) >= good_tokens_max) {
    const std::string most = std::to_string(good_tokens_max);
    return problem(Code::Conflict,
                   {"Tài khoản này đang có " + most +
                        " mã còn dùng được, là mức tối đa. Hãy thu hồi mã không dùng nữa.",
                    "This account has " + most +
                        " tokens in use, which is the most. Revoke one that is not needed."});
  }
  ASSERT(is_secret(command.secret));  // made by this program, never typed
  const TokenNo token{state.tokens() + 1};
  ledger::Decision decision;
  decision.add(subject("account", account->no),
               TokenIssued{token, account->no, ordered(command.scopes), *command.until});
  decision.secrets.push_back(
      {token_id(token), encode(TokenRecord{one_line(command.name)}), token_index(command.secret)});
  decision.answer = "/ma-truy-cap";
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& /*organisation*/,
                                const UseToken& command, const Envelope& envelope) {
  TRY_ASSIGN(const Token* token, state.find(command.token));
  if (envelope.actor.account != token->account) {
    return problem(Code::Forbidden, {"Mã truy cập này là của tài khoản khác.",
                                     "This access token is another account's."});
  }
  ledger::Decision decision;
  const bool stands_there = token->used && *token->used >= envelope.today;
  if (stands_there || !state.is_good(*token, envelope.today)) return decision;
  decision.add(subject("account", token->account), TokenUsed{token->no, envelope.today});
  return decision;
}

Result<ledger::Decision> decide(const State& state, const organisation::State& organisation,
                                const EndToken& command, const Envelope& envelope) {
  TRY_ASSIGN(const Token* token, state.find(command.token));
  const Account& account = state.account(token->account);
  const bool by_owner = envelope.actor.account == account.no;
  if (!by_owner) {
    TRY(require_manager(organisation, envelope.actor, state.person(account.person).home));
  }
  if (token->ended) {
    return problem(Code::Conflict, {"Mã truy cập này đã bị thu hồi hoặc đã xóa tên rồi.",
                                    "This access token is revoked, or its name erased, already."});
  }
  const TokenEnded fact{token->no};
  ledger::Decision decision;
  decision.add(subject("account", account.no), fact);
  decision.erasures = erased_by(fact);
  decision.answer = by_owner ? "/ma-truy-cap" : "/tai-khoan/" + std::to_string(account.no.value);
  decision.answer +=
      state.is_good(*token, envelope.today) ? "?xong=da-thu-hoi" : "?xong=xoa-ten-ma";
  return decision;
}

}  // namespace lantoa::city::identity
