#include "city/waiting_file.h"

namespace lantoa::city {

Result<std::string> WaitingFile::keep(const Actor& actor, const std::string& bytes) const {
  Order order;
  order.actor = actor.name;
  order.decide = [id = row(actor), bytes](const Envelope&) {
    ledger::Decision decision;
    decision.secrets.push_back({id, bytes, {}});
    return Result<ledger::Decision>(std::move(decision));
  };
  TRY(app_.execute(std::move(order)));
  return app_.vault.commitment(row(actor), bytes);
}

Result<std::string> WaitingFile::seen(const Actor& actor, std::string_view word) const {
  TRY_ASSIGN(auto bytes, app_.vault.open(row(actor)));
  if (bytes && app_.vault.commitment(row(actor), *bytes) == word) return *std::move(bytes);
  return problem(Code::Conflict,
                 {"Tệp đã xem không còn chờ: đã nhập rồi, hoặc bạn đã chọn tệp khác. Hãy chọn "
                  "lại tệp.",
                  "The file you saw waits no more: it was imported, or you chose another. "
                  "Choose the file again."},
                 "tep");
}

void WaitingFile::take(const Actor& actor, ledger::Decision& decision) const {
  decision.secrets.push_back({row(actor), {}, {}});
}

}  // namespace lantoa::city
