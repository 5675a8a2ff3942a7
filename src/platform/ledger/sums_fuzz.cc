// Whatever the list of a backup says: it is refused in both languages, or every name in it stays
// inside the folder and the list writes itself as one that reads as the same.
// Tries: sums.cc
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "kernel/assert.h"
#include "platform/ledger/sums.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto sums = ledger::parse_sums(text, "ban-sao");
  if (!sums) {
    ASSERT(!sums.error().text.vi.empty() && !sums.error().text.en.empty());
    return 0;
  }
  std::string again;
  for (const auto& [path, sum] : *sums) {
    ASSERT(sum.size() == 64 && !path.empty());
    const std::filesystem::path as_path(path);
    ASSERT(as_path.is_relative());
    for (const auto& part : as_path) ASSERT(part != "..");
    again.append(sum).append("  ").append(path).append("\n");
  }
  const auto same = ledger::parse_sums(again, "ban-sao");
  ASSERT(same && *same == *sums);
  return 0;
}
