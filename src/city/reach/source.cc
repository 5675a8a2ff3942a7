#include "city/reach/source.h"

namespace lantoa::city::reach {

Source source_of(const Needs& needs, const Actor& actor, ActivityNo activity) {
  if (!activity) return {};
  const activity::Activity& one = needs.activities.activity(activity);
  Source::Of of{std::to_string(activity.value), {}, one.annulled};
  if (needs.organisation.allows(actor, Right::SeePlans, one.unit)) {
    of.address = activity::address_of(one.no);
  }
  return {std::move(of)};
}

}  // namespace lantoa::city::reach
