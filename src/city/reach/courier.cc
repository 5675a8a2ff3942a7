#include "city/reach/courier.h"

namespace lantoa::city::reach {

bool ItemCourier::step() {
  const auto next = app_.engine.read([&]() -> std::optional<OpenItem> {
    for (const ArticleNo no : needs_.content.published()) {
      const content::Article& article = needs_.content.article(no);
      if (article.must_confirm && article.plan && !state_.of_article(no)) {
        return OpenItem{no, article.published, article.plan};
      }
    }
    return std::nullopt;
  });
  if (!next) return false;
  Order order = make_order(state_, needs_, *next);
  order.actor = "courier/reach";
  return app_.execute(std::move(order)).has_value();
}

}  // namespace lantoa::city::reach
