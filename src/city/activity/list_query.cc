#include "city/activity/list_query.h"

namespace lantoa::city::activity {

std::vector<api::Parameter> list_parameters(std::vector<std::string> kinds) {
  using Holds = api::Parameter::Kind;
  return with_changes(
      {{"unit", Holds::Number, {"Đơn vị; không có: mọi đơn vị xem được", "None: all one may see"}},
       {"kind", Holds::Word, {"Mã loại hoạt động", "Code of the kind"}, std::move(kinds)},
       {"from", Holds::Day, {"Từ ngày", "From this day on"}},
       {"to", Holds::Day, {"Đến hết ngày", "To the end of this day"}},
       {"after",
        Holds::Position,
        {"Sau số này: “next” của lần trước", "“next” of the time before"}}});
}

Result<ListWanted> list_wanted(const organisation::State& organisation, const Visit& visit) {
  ListWanted out;
  out.units = organisation.allowed(visit.actor, Right::SeePlans);
  if (!visit.query("unit").empty()) {
    const UnitNo unit{visit.query_number("unit")};
    TRY(organisation.find(unit));
    TRY(organisation.require(visit.actor, Right::SeePlans, unit));
    out.units = organisation.below(unit);
  }
  out.kind = visit.query("kind");
  // The door has seen that they are days where they are given.
  out.from = parse_iso_date(visit.query("from")).value_or(out.from);
  out.to = parse_iso_date(visit.query("to")).value_or(out.to);
  return out;
}

Result<std::optional<ChangesAsked>> list_changes(const Visit& visit, const ledger::Head& head) {
  return changes_asked(visit, {"kind", "from", "to", "after"}, head, Right::SeePlans);
}

}  // namespace lantoa::city::activity
