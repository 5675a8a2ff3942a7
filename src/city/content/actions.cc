// Handing in, approving, taking off the portal.
#include "city/content/order.h"

namespace lantoa::city::content {
namespace {

Reason typed_reason(const Visit& visit) {
  Reason reason = Reason::Other;
  boost::describe::enum_from_string(std::string(visit.typed(fields::reason)).c_str(), reason);
  return reason;
}

}  // namespace

void install_actions(App& app, const State& state, Needs needs) {
  const Page again = article_page(app, state, needs);
  // A form of the article's page: from its number and what was typed to a command.
  const auto act = [&](const char* path, Right right, auto make_command) {
    app.routes.post(
        path, right,
        [&state, needs, make_command](const Visit& visit) -> Result<Order> {
          TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
          return order_of(state, needs, make_command(no, visit));
        },
        again);
  };
  act("/bai-viet/{article}/gui-duyet", Right::DraftArticle, [](ArticleNo no, const Visit& visit) {
    return SubmitArticle{no, visit.typed_number("ban")};
  });
  act("/bai-viet/{article}/duyet", Right::ApproveArticle, [](ArticleNo no, const Visit& visit) {
    return ApproveArticle{no, visit.typed_number("ban")};
  });
  // Whoever writes or approves may propose; decide asks for either right over the unit.
  act("/bai-viet/{article}/thu-hoi", Right::Work, [](ArticleNo no, const Visit& visit) {
    return ProposeWithdrawal{no, typed_reason(visit),
                             std::string(visit.typed(fields::reason_text))};
  });
  act("/bai-viet/{article}/thu-hoi/xac-nhan", Right::ApproveArticle,
      [](ArticleNo no, const Visit& visit) {
        return ConfirmWithdrawal{no, visit.typed_number("de-xuat")};
      });
  act("/bai-viet/{article}/thu-hoi/bo", Right::Work, [](ArticleNo no, const Visit& visit) {
    return DropWithdrawal{no, visit.typed_number("de-xuat")};
  });
}

}  // namespace lantoa::city::content
