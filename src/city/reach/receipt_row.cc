#include "city/reach/receipt_row.h"

namespace lantoa::city::reach {

ReceiptRow row_of(const State& state, const Needs& needs, const Item& item, const OneReceipt& one,
                  const Visit& visit) {
  ReceiptRow row;
  row.seq = std::to_string(one.fact->seq);
  row.number = row.seq;
  row.at = vietnamese(one.fact->at);
  row.at_iso = iso_minute_vietnam(one.fact->at);
  row.person = std::to_string(one.person.value);
  row.unit = needs.organisation.unit(one.home).name;
  row.how = title(one.fact->channel);
  row.by_proxy = static_cast<bool>(one.fact->by);
  row.source = source_of(needs, visit.actor, one.fact->activity);
  row.corrected = one.corrected;
  // Whoever has left or moved is in other hands.
  row.may_correct =
      !item.is_corrected(one.fact->seq, one.person) &&
      is_own_unit(needs.organisation, visit.actor, Right::CorrectReceipt, state.home(one.person));
  row.action =
      "/do-phu/" + std::to_string(item.no().value) + "/ghi-nhan/" + row.seq + "/dinh-chinh";
  row.keys = form_keys(visit);
  return row;
}

}  // namespace lantoa::city::reach
