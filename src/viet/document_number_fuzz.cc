// Whatever the bytes: a number that is read shows itself in a form that reads back as the same
// number, and a refusal says why in both languages.
// Tries: document_number.cc
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kernel/assert.h"
#include "viet/document_number.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa;
  const auto number = viet::parse_document_number({reinterpret_cast<const char*>(data), size});
  if (!number) {
    ASSERT(!number.error().text.vi.empty() && !number.error().text.en.empty());
    return 0;
  }
  const auto again = viet::parse_document_number(number->display());
  ASSERT(again.has_value());
  ASSERT(again->key() == number->key());
  ASSERT(again->display() == number->display());
  ASSERT(again->issuer_name() == number->issuer_name());
  ASSERT(number->is_letter() || number->type_name() == again->type_name());
  return 0;
}
