// The query of a list that programs mirror: `changed_after` and `limit`, and what such an answer
// says of how far it is complete. For the api.cc of slices whose state has a Changes.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "city/changes.h"
#include "city/described_api.h"

namespace lantoa::city {

constexpr std::size_t changes_at_once = 500;
constexpr std::size_t changes_looked_at = 50'000;  // while the state stands still

// Of a list asked for with `changed_after`; whoever keeps a copy asks from `up_to` the next time.
// Rights move no position: where `units` are others than the time before, old rows of units that
// came to be seen are not told, and the copy is made anew from 0.
struct ChangesTold {
  static constexpr std::string_view schema = "ChangesTold";
  std::uint64_t up_to = 0;    // nothing that changed until this position of the ledger is missing
  bool more = false;          // there is more already: ask again at once
  std::vector<UnitNo> units;  // it is told of these and of all below them
};
BOOST_DESCRIBE_STRUCT(ChangesTold, (), (up_to, more, units))

struct ChangesAsked {
  std::uint64_t after = 0;
  ChangesBounds bounds;
  std::vector<UnitNo> units;  // for ChangesTold
};

// Both parameters, for api::Spec::query.
std::vector<api::Parameter> with_changes(std::vector<api::Parameter> others);
// `limit` of the query, else `most`; never more than that.
std::size_t limit_of(const Visit& visit, std::size_t most);
// Invalid where there is one: of a list whose pages have their own length.
Result<void> check_no_limit(const Visit& visit);

// None: not asked for. Invalid beside one of `others`, the parameters that would leave out what
// belongs to a copy; Unavailable where the ledger that this node has folded does not reach so far.
// `right`: which has to be held over what is told where no `unit` is asked for.
Result<std::optional<ChangesAsked>> changes_asked(const Visit& visit,
                                                  std::initializer_list<const char*> others,
                                                  const ledger::Head& head, Right right);

}  // namespace lantoa::city
