// Whatever the list of a backup says: it is refused in both languages, or every name in it stays
// inside the folder and the list writes itself as one that reads as the same.
// Tries: sums.cc
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/assert.h"
#include "platform/ledger/sums.h"

namespace {

using namespace lantoa;

void said(const Problem& problem) { ASSERT(!problem.text.vi.empty() && !problem.text.en.empty()); }

// The list fits the files it names, and neither one more nor one fewer.
void try_files(const ledger::Sums& sums) {
  std::vector<std::string> files;
  for (const auto& [path, sum] : sums) files.push_back(path);
  ASSERT(ledger::name_exactly(sums, files, "ban-sao"));
  if (!files.empty()) {
    const std::string last = files.back();
    files.pop_back();
    const auto missing = ledger::name_exactly(sums, files, "ban-sao");
    ASSERT(!missing && missing.error().text.en.find(last) != std::string::npos);
    said(missing.error());
    files.push_back(last);
  }
  files.push_back(files.empty() ? "a" : files.back() + "a");
  const auto unnamed = ledger::name_exactly(sums, files, "ban-sao");
  ASSERT(!unnamed && unnamed.error().text.en.find(files.back()) != std::string::npos);
  said(unnamed.error());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto sums = ledger::parse_sums(text, "ban-sao");
  if (!sums) {
    said(sums.error());
    return 0;
  }
  for (const auto& [path, sum] : *sums) {
    ASSERT(sum.size() == 64 && !path.empty());
    const std::filesystem::path as_path(path);
    ASSERT(as_path.is_relative());
    for (const auto& part : as_path) ASSERT(part != "..");
  }
  const auto same = ledger::parse_sums(ledger::sums_text(*sums), "ban-sao");
  ASSERT(same && *same == *sums);
  try_files(*sums);
  return 0;
}
