// Whatever the bytes: no crash; what is drawn is a picture within the limits that is drawn again as
// it is, what is not has a sentence.
// Tries: image.cc, parts.cc
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "platform/image/image.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa::image;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto header = read_header(bytes);
  if (header) {
    // Limits are tried by the unit tests; here small pictures try more of the decoders.
    if (std::uint64_t{header->width} * header->height > 512 * 512) return 0;
  }
  const auto large = redrawn(bytes);
  if (!large) {
    if (large.error().text.vi.empty()) std::abort();
    return 0;
  }
  if (!header || large->width > large_width_max) std::abort();
  const auto made = read_header(large->bytes);
  if (!made || made->width != large->width || made->height != large->height) std::abort();
  const auto small = narrowed(large->bytes);
  if (!small || small->width > small_width_max) std::abort();
  return 0;
}
