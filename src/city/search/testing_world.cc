#include "city/search/testing_world.h"

#include "city/search/asked.h"

namespace lantoa::city::search {

std::vector<std::string> World::found(std::string_view typed) {
  ASSERT(follower.catch_up().has_value());
  Asked asked;
  asked.query = lantoa::search::parse_query(typed);
  auto ask = ask_of(asked, read_reference(asked.query), follower.index());
  ask.most = lantoa::search::hits_deepest;
  const auto all = follower.index().find(ask);
  ASSERT(all.has_value());
  std::vector<std::string> out;
  for (const auto& hit : all->hits) out.push_back(hit.id);
  return out;
}

}  // namespace lantoa::city::search
