// Whatever the bytes: their encoding is guessed in one way, what is no Unicode gets a sentence that
// says what to do, and what a wrong encoding has spoilt is found inside the text. The keys for
// comparing do not depend on how the letters are composed.
// Tries: encoding.cc, damage.cc, unicode.cc
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/assert.h"
#include "viet/damage.h"
#include "viet/unicode.h"

namespace {

using namespace lantoa;
using viet::Encoding;

void try_guess(std::string_view bytes) {
  const Encoding guessed = viet::guess_encoding(bytes);
  const auto problem = viet::encoding_problem(bytes);
  ASSERT(problem.has_value() == (guessed != Encoding::Utf8));
  const bool is_no_text = guessed == Encoding::Utf16 || guessed == Encoding::Binary;
  ASSERT(is_no_text || viet::is_utf8(bytes) == (guessed == Encoding::Utf8));
  if (!problem) return;
  ASSERT(problem->code == Code::Unsupported);
  ASSERT(!problem->text.vi.empty() && !problem->text.en.empty());
}

void try_damage(std::string_view bytes) {
  const auto damaged = viet::find_damage(bytes);
  ASSERT(damaged.size() <= viet::damaged_lines_max);
  std::size_t line = 0;
  for (const viet::DamagedLine& one : damaged) {
    ASSERT(one.line > line && one.offset < bytes.size());
    ASSERT(!one.text.empty() && viet::is_utf8(one.text));
    ASSERT(!one.problem.vi.empty() && !one.problem.en.empty());
    line = one.line;
  }
}

void try_keys(std::string_view bytes) {
  const std::string composed = viet::nfc(bytes);
  if (viet::is_utf8(bytes)) ASSERT(viet::is_utf8(composed));
  ASSERT(viet::nfc(composed) == composed);
  ASSERT(viet::fold(composed) == viet::fold(bytes));
  ASSERT(viet::name_key(composed) == viet::name_key(bytes));
  ASSERT(viet::same_name(composed, bytes));
  static_cast<void>(viet::sort_key(bytes));
  static_cast<void>(viet::person_sort_key(bytes));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try_guess(bytes);
  try_damage(bytes);
  try_keys(bytes);
  return 0;
}
