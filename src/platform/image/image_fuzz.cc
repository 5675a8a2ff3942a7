// Whatever the bytes: no crash; what is drawn is a picture within the limits that is drawn again as
// it is, what is not has a sentence in both languages.
// Tries: image.cc, parts.cc
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kernel/assert.h"
#include "platform/image/image.h"

namespace {

using namespace lantoa::image;

std::string_view type_by_first_bytes(std::string_view bytes) {
  if (bytes.starts_with("RIFF")) return "image/webp";
  return bytes.starts_with("\x89PNG") ? "image/png" : "image/jpeg";
}

// What a phone is given: of the same kind, and no narrower than what was narrow already.
void try_narrowed(const Drawn& large) {
  const auto small = narrowed(large.bytes);
  ASSERT(small && small->width == std::min(large.width, small_width_max));
  const auto made = read_header(small->bytes);
  ASSERT(made && made->width == small->width && made->height == small->height);
  ASSERT(media_type(made->kind) == type_by_first_bytes(large.bytes));
  const auto again = narrowed(small->bytes);
  ASSERT(again && again->bytes == small->bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto header = read_header(bytes);
  if (header) {
    ASSERT(media_type(header->kind) == type_by_first_bytes(bytes));
    // What is refused for its size needs no large file; of those that are drawn, small pictures try
    // more of the decoders.
    if (std::uint64_t{header->width} * header->height > 512 * 512) return 0;
  }
  const auto large = redrawn(bytes);
  if (!large) {
    ASSERT(!large.error().text.vi.empty() && !large.error().text.en.empty());
    return 0;
  }
  ASSERT(header && large->width <= large_width_max);
  const auto made = read_header(large->bytes);
  ASSERT(made && made->kind != Kind::Webp);
  ASSERT(made->width == large->width && made->height == large->height);
  try_narrowed(*large);
  return 0;
}
