// Whatever the bytes: no crash, rows as wide as the head, and problems that name a line.
// Tries: csv.cc, csv_reader.cc
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "platform/sheet/csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa;
  const auto table = sheet::parse_csv({reinterpret_cast<const char*>(data), size});
  if (!table) {
    if (table.error().text.vi.empty() || table.error().text.en.empty()) std::abort();
    for (const Detail& detail : table.error().details) {
      if (detail.row == 0 || detail.text.vi.empty()) std::abort();
    }
    return 0;
  }
  std::uint32_t line = 0;
  for (const sheet::Row& row : table->rows) {
    if (row.fields.size() != table->head.size() || row.line <= line) std::abort();
    line = row.line;
  }
  return 0;
}
