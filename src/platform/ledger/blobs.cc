#include "platform/ledger/blobs.h"

namespace lantoa::ledger {

bool is_blob_address(std::string_view text) {
  constexpr std::size_t digits = 64;
  return text.size() == digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace lantoa::ledger
