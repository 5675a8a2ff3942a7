// Commands that look at a ledger without folding it.
#include <charconv>
#include <iostream>

#include "app/command_files.h"
#include "app/commands.h"
#include "platform/ledger/verify.h"

namespace lantoa::app {
namespace {

constexpr int exit_ledger = 3;

Result<std::unique_ptr<ledger::Store>> open_to_read(const Place& place) {
  TRY_ASSIGN(const bool exists, has_ledger(place));
  if (!exists) return no_ledger(place);
  return open_store(place, ledger::Access::ReadOnly);
}

std::string head_text(std::uint64_t seq, const ledger::Chain& chain) {
  return std::to_string(seq) + ":" + ledger::hex(chain);
}

Result<ledger::Head> parse_head(const std::string& text) {
  const std::size_t colon = text.find(':');
  const auto chain = colon == std::string::npos ? Result<ledger::Chain>(problem(Code::Invalid, {}))
                                                : ledger::parse_chain(text.substr(colon + 1));
  std::uint64_t seq = 0;
  const auto read = std::from_chars(text.data(), text.data() + std::min(colon, text.size()), seq);
  if (!chain || read.ec != std::errc{} || read.ptr != text.data() + colon) {
    return problem(Code::Invalid, {"--head cần dạng SỐ:CHUỖI như “lantoa ledger head” in ra.",
                                   "--head needs SEQ:CHAIN as printed by “lantoa ledger head”."});
  }
  return ledger::Head{seq, *chain, {}};
}

}  // namespace

int ledger_head(const Place& place) {
  auto store = open_to_read(place);
  if (!store) return fail(store.error());
  const auto head = (*store)->head();
  if (!head) return fail(head.error());
  std::cout << head_text(head->seq, head->chain) << '\n';
  return 0;
}

int ledger_verify(const Place& place, const std::string& head) {
  auto store = open_to_read(place);
  if (!store) return fail(store.error());
  std::optional<ledger::Head> expected;
  if (!head.empty()) {
    auto parsed = parse_head(head);
    if (!parsed) return fail(parsed.error());
    expected = *parsed;
  }
  const auto verified = ledger::verify(**store, expected, [](std::uint64_t seq) {
    if (seq % 1'000'000 == 0) std::cerr << seq << "…\n";
  });
  if (!verified) {
    fail(verified.error());
    return exit_ledger;
  }
  std::cout << "Sổ cái nguyên vẹn | the ledger is whole: "
            << head_text(verified->facts, verified->chain) << '\n';
  return 0;
}

int ledger_export(const Place& place) {
  auto store = open_to_read(place);
  if (!store) return fail(store.error());
  const auto head = (*store)->head();
  if (!head) return fail(head.error());
  const auto done = (*store)->read(0, head->seq, [](const ledger::Fact& fact) -> Result<void> {
    std::cout << ledger::ndjson(fact) << '\n';
    if (std::cout) return {};
    return tl::unexpected(no_printing());
  });
  return done ? printed() : fail(done.error());
}

}  // namespace lantoa::app
