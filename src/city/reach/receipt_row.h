// ReceiptRow: one line of a list of receipts, with the form that corrects it. Part {{>receipt}}
// within <ul class="receipts">.
#pragma once

#include <optional>
#include <string>

#include "city/reach/reach.h"
#include "city/reach/source.h"

namespace lantoa::city::reach {

struct ReceiptRow {
  static constexpr std::string_view tpl = "src/city/reach/receipt_row.tpl";
  std::string seq;
  std::optional<std::string> number;  // the same where it is shown; none for a whole day's line
  std::string at;
  std::string at_iso;
  std::string who;  // read from the vault by whoever shows the row
  std::optional<std::string> unit;
  std::optional<std::string> article;  // where receipts of several items stand together
  Text how;
  bool by_proxy = false;
  std::optional<std::string> link_by;  // whose hand gave out the link that was good then
  Source source;
  bool corrected = false;
  std::optional<std::string> some_corrected;  // of a line of several persons
  bool may_correct = false;
  std::string person;
  std::string action;
  FormKeys keys;
};
BOOST_DESCRIBE_STRUCT(ReceiptRow, (),
                      (seq, number, at, at_iso, who, unit, article, how, by_proxy, link_by, source,
                       corrected, some_corrected, may_correct, person, action, keys))

// As a row of a view's list: {{#rows}}{{>receipt}}{{/rows}}.
struct ReceiptLine {
  ReceiptRow receipt;
};
BOOST_DESCRIBE_STRUCT(ReceiptLine, (), (receipt))

// A receipt of one person of the visitor's own unit.
struct OneReceipt {
  const ReceiptFact* fact = nullptr;
  PersonNo person;
  UnitNo home;  // where he was counted
  bool corrected = false;
};
ReceiptRow row_of(const State& state, const Needs& needs, const Item& item, const OneReceipt& one,
                  const Visit& visit);

}  // namespace lantoa::city::reach
