// What can happen on the portal.
#pragma once

#include <boost/describe.hpp>
#include <string_view>
#include <vector>

#include "city/numbers.h"
#include "kernel/fact.h"

namespace lantoa::city::portal {

struct ArticleViews {
  ArticleNo article;
  std::uint32_t count = 0;

  bool operator==(const ArticleViews&) const = default;
};
BOOST_DESCRIBE_STRUCT(ArticleViews, (), (article, count))

// So many views more than before; ascending by article, only those that have some.
struct ViewsCounted {
  static constexpr std::string_view kind = "portal.views_counted";
  std::vector<ArticleViews> views;
};
BOOST_DESCRIBE_STRUCT(ViewsCounted, (), (views))

}  // namespace lantoa::city::portal
