// Forms that bring a version to the portal at another moment than its approval.
#include "city/content/courier.h"
#include "city/content/moment.h"
#include "city/content/order.h"

namespace lantoa::city::content {
void install_publication(App& app, const State& state, Needs needs, Clock& clock) {
  const Page again = article_page(app, state, needs);
  app.routes.post(
      "/bai-viet/{article}/hen-gio", Right::ApproveArticle,
      [&state, needs](const Visit& visit) -> Result<Order> {
        ScheduleArticle command;
        TRY_ASSIGN(command.article, visit.number<ArticleNo>("article"));
        command.seen_version = visit.typed_number("ban");
        TRY_ASSIGN(command.at, read_moment(visit.typed(fields::day), visit.typed(fields::hour)));
        return order_of(state, needs, command);
      },
      again);
  // Whoever writes or approves may take the hour back; decide asks for either right.
  app.routes.post(
      "/bai-viet/{article}/hen-gio/bo", Right::Work,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
        return order_of(state, needs, DropSchedule{no});
      },
      again);
  app.routes.post(
      "/bai-viet/{article}/khan-cap", Right::ApproveArticle,
      [&app, &state, needs](const Visit& visit) -> Result<Order> {
        PublishInEmergency command;
        TRY_ASSIGN(command.article, visit.number<ArticleNo>("article"));
        command.seen_version = visit.typed_number("ban");
        command.reason = visit.typed(fields::emergency);
        const auto kept = app.engine.read([&]() -> Result<std::string> {
          TRY_ASSIGN(const Article* article, state.find(command.article));
          return article->latest().text;
        });
        if (!kept) return tl::unexpected(kept.error());
        TRY_ASSIGN(const std::string bytes, app.blobs.get(*kept));
        TRY_ASSIGN(command.text, lantoa::decode<ArticleText>(bytes));
        return order_of(state, needs, std::move(command));
      },
      again);
  app.routes.post(
      "/bai-viet/{article}/khan-cap/duyet", Right::ApproveArticle,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
        return order_of(state, needs, ConfirmEmergency{no, visit.typed_number("ban")});
      },
      again);
  app.couriers.push_back(std::make_unique<PublicationCourier>(app, state, needs, clock));
}

}  // namespace lantoa::city::content
