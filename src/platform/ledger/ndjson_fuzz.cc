// Whatever the line: an export's fact that is read writes itself as a line that reads as the same.
// Tries: fact.cc
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kernel/assert.h"
#include "platform/ledger/fact.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa;
  const auto fact = ledger::parse_ndjson({reinterpret_cast<const char*>(data), size});
  if (!fact) {
    ASSERT(!fact.error().text.vi.empty() && !fact.error().text.en.empty());
    return 0;
  }
  const auto again = ledger::parse_ndjson(ledger::ndjson(*fact));
  ASSERT(again.has_value());
  ASSERT(*again == *fact);
  return 0;
}
